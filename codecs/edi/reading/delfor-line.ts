import type { Authorisation, CumulativePosition, IsoDay, ScheduleQuantity } from '@intakt/contract';
import { COMMITMENT_AUTHORISATIONS, COMMITMENT_HORIZONS } from '../codes.ts';
import { instantOf, type Period } from '../moments.ts';
import { CODE_DOUBTFUL, ELEMENT_MISSING, QUALIFIER_UNKNOWN } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { type DueCumulative, netOfCumulatives } from './cumulative-schedule.ts';
import { readDate, readDates } from './dates.ts';
import { compact } from './party.ts';
import { type Reading, readQuantity } from './reading.ts';

export interface ScheduleLine {
  quantities: ScheduleQuantity[];
  cumulative?: CumulativePosition;
  authorisations?: Authorisation[];
}

/**
 * QTY 6063 (UN code list "quantity type"): what a quantity in a delivery schedule is.
 * The real VDA 4984 call-offs state 70 and 71 together, with 71 the larger: what was ordered up to now.
 */
const QUANTITIES = new Map<string, 'scheduled' | 'due' | 'received' | 'required' | 'last' | 'nothing-due' | 'per-pack'>(
  [
    ...['113', '1', '21', '83', '84', '135', '145'].map((kind) => [kind, 'scheduled'] as const),
    ['3', 'due'],
    ['70', 'received'],
    ['71', 'required'],
    ['78', 'required'],
    ...['48', '194', '12', '46'].map((kind) => [kind, 'last'] as const),
    /* No delivery requirement in this instruction. */
    ['183', 'nothing-due'],
    /* What a pack holds, see `readSchedulePackaging`. */
    ['52', 'per-pack'],
  ],
);
/** Qualifiers of 2005 for the day of a scheduled quantity. 64 earliest and 63 latest make a range. */
const DELIVERY_DATES = ['2', '10', '11', '17', '67', '69', '63', '64', '189', '200'];
const CUMULATIVE_DATES = ['51', '52', '50', '11', '171'];

type Positions = { [Key in keyof CumulativePosition]?: CumulativePosition[Key] | undefined };

/** When a quantity is due: a day, a moment of it, a span of days or a window of hours. */
export type DueSpan = Pick<ScheduleQuantity, 'from' | 'to' | 'dueAt' | 'dueUntil'>;

/** The quantities of an article (or of one ship-to of an article); `due` is for those without a date of their own. */
export function readScheduleLine(
  at: Segment,
  reading: Reading,
  { today, due }: { today: IsoDay | undefined; due?: DueSpan | undefined },
): ScheduleLine {
  const line = new LineBuilder(reading, { today, due });
  const dates = readDates(reading, at.tag === 'LIN' ? children(at, 'DTM') : [], ['51', '52']);
  line.cumulate({ zeroedOn: dates.get('51')?.day, asOf: dates.get('52')?.day });
  for (let node = at.inside; node; node = node.beside) {
    /* D.96A hangs SCC under QTY, the later directories hang QTY under SCC. */
    if (node.tag === 'QTY') line.add(node, child(node, 'SCC'));
    if (node.tag === 'SCC') for (let qty = child(node, 'QTY'); qty; qty = another(qty)) line.add(qty, node);
  }
  return line.finished();
}

class LineBuilder {
  readonly #reading: Reading;
  readonly #today: IsoDay | undefined;
  readonly #elsewhere: DueSpan | undefined;
  readonly #quantities: ScheduleQuantity[] = [];
  readonly #due: DueCumulative[] = [];
  readonly #authorisations: Authorisation[] = [];
  readonly #cumulative: CumulativePosition = {};
  /** The last SCC that was read, and what it said. */
  #commitment: Segment | undefined;
  #commitmentHorizon: ScheduleQuantity['horizon'] = 'firm';

  constructor(reading: Reading, { today, due }: { today: IsoDay | undefined; due?: DueSpan | undefined }) {
    this.#reading = reading;
    this.#today = today;
    this.#elsewhere = due;
  }

  cumulate({ received, required, zeroedOn, asOf, lastDespatch }: Positions): void {
    const known = this.#cumulative;
    if (received !== undefined) known.received = received;
    if (required !== undefined) known.required = required;
    if (zeroedOn !== undefined) known.zeroedOn = zeroedOn;
    if (asOf !== undefined) known.asOf = asOf;
    if (lastDespatch !== undefined) known.lastDespatch = lastDespatch;
  }

  add(qty: Segment, scc: Segment | undefined): void {
    const kind = peek(qty, 1, 1) ?? '';
    const meaning = QUANTITIES.get(kind);
    if (meaning === 'scheduled') this.#schedule(qty, kind, scc);
    else if (meaning === 'due') this.#cumulativeDue(qty, scc);
    else if (meaning === 'received' || meaning === 'required') this.#position(qty, meaning);
    else if (meaning === 'last') this.#lastDelivery(qty);
    else if (meaning === 'nothing-due') this.#amount(qty);
    else if (meaning === undefined)
      this.#reading.report(QUALIFIER_UNKNOWN, qty, {
        value: kind,
        element: 1,
        component: 1,
        expected: 'a quantity of a delivery schedule',
      });
  }

  #schedule(qty: Segment, kind: string, scc: Segment | undefined): void {
    const quantity = this.#amount(qty);
    if (quantity === undefined) return;
    const horizon = kind === '83' ? 'backorder' : kind === '84' ? 'immediate' : this.#horizon(scc);
    if (kind === '83' || kind === '84') take(scc, 1);
    const span = readDue(this.#reading, children(qty, 'DTM')) ?? this.#elsewhere;
    if (!span && !scc && kind !== '83' && kind !== '84') {
      this.#reading.report(QUALIFIER_UNKNOWN, qty, {
        value: kind,
        element: 1,
        component: 1,
        expected: 'a delivery date or an SCC with this quantity',
      });
      return;
    }
    if (span) this.#quantities.push(quantityOf(span, quantity, horizon));
    else if (this.#today) this.#quantities.push({ from: this.#today, quantity, horizon });
    else this.#reading.report(ELEMENT_MISSING, qty, { expected: 'a delivery date (DTM)' });
  }

  /** QTY 3 with a delivery date is the cumulative of that date; without one it is a limit to make or buy up to. */
  #cumulativeDue(qty: Segment, scc: Segment | undefined): void {
    const cumulative = this.#amount(qty);
    if (cumulative === undefined) return;
    const span = readDue(this.#reading, children(qty, 'DTM'));
    if (span) {
      const last = this.#quantities.at(-1);
      if (last?.from === span.from && last.to === span.to && last.dueAt === span.dueAt && last.cumulative === undefined)
        last.cumulative = cumulative;
      else this.#due.push({ ...span, horizon: this.#horizon(scc), cumulative });
      return;
    }
    const dates = readDates(this.#reading, children(qty, 'DTM'), CUMULATIVE_DATES);
    const kind = COMMITMENT_AUTHORISATIONS[peek(scc, 1) ?? ''];
    take(scc, 1);
    const [from, until] = [dates.get('51')?.day, dates.get('52')?.to ?? dates.get('52')?.day];
    if (kind) this.#authorisations.push(compact({ kind, cumulative, from, until }));
    else this.cumulate({ required: cumulative, zeroedOn: from, asOf: until });
  }

  #position(qty: Segment, field: 'received' | 'required'): void {
    const dates = readDates(this.#reading, children(qty, 'DTM'), CUMULATIVE_DATES);
    const [zeroedOn, asOf] = [dates.get('51')?.day, dates.get('52')?.day];
    const amount = this.#amount(qty);
    this.cumulate(field === 'received' ? { received: amount, zeroedOn, asOf } : { required: amount, zeroedOn, asOf });
  }

  #lastDelivery(qty: Segment): void {
    const dates = readDates(this.#reading, children(qty, 'DTM'), CUMULATIVE_DATES);
    const rff = child(qty, 'RFF');
    take(rff, 1, 1);
    const day = (dates.get('11') ?? dates.get('171') ?? dates.get('50'))?.day;
    this.cumulate({ lastDespatch: compact({ reference: text(rff, 1, 2), day, quantity: this.#amount(qty) }) });
  }

  #amount(qty: Segment): number | undefined {
    take(qty, 1, 1);
    take(qty, 1, 3);
    const amount = readQuantity(this.#reading, qty, 1, 2);
    if (amount === undefined && !peek(qty, 1, 2))
      this.#reading.report(ELEMENT_MISSING, qty, { element: 1, component: 2, expected: 'a quantity' });
    return amount;
  }

  /** An SCC stands over many quantities, and is read once unless there is something to say about each. */
  #horizon(scc: Segment | undefined): ScheduleQuantity['horizon'] {
    if (scc === this.#commitment) return this.#commitmentHorizon;
    const code = text(scc, 1);
    if (code === undefined) return 'firm';
    const known = this.#reading.horizons.get(code) ?? COMMITMENT_HORIZONS.get(code);
    if (known) {
      this.#commitment = scc;
      this.#commitmentHorizon = known;
    } else this.#reading.report(CODE_DOUBTFUL, scc!, { value: code, element: 1, expected: 'forecast' });
    return known ?? 'forecast';
  }

  finished(): ScheduleLine {
    const already = this.#cumulative.received ?? this.#cumulative.despatched ?? 0;
    const quantities = [...this.#quantities, ...netOfCumulatives(this.#due, already)];
    return {
      quantities,
      ...(Object.keys(this.#cumulative).length > 0 && { cumulative: this.#cumulative }),
      ...(this.#authorisations.length > 0 && { authorisations: this.#authorisations }),
    };
  }
}

/** The delivery that a set of dates names, with the time of day where they state one. */
export function readDue(reading: Reading, dtms: Segment[]): DueSpan | undefined {
  let first: Readonly<Period> | undefined;
  let earliest: Readonly<Period> | undefined;
  let latest: Readonly<Period> | undefined;
  for (const dtm of dtms) {
    const period = readDate(reading, dtm, DELIVERY_DATES);
    if (!period) continue;
    first ??= period;
    const qualifier = peek(dtm, 1, 1);
    if (qualifier === '64') earliest ??= period;
    if (qualifier === '63') latest ??= period;
  }
  if (!first) return undefined;
  const isRange = earliest !== undefined && latest !== undefined;
  const from = isRange ? earliest! : first;
  const until = isRange ? latest! : first;
  const due: DueSpan = spanOf(from.day, until.to ?? until.day);
  if (from.time) due.dueAt = instantOf(from, reading.offsetMinutes);
  if (until.time && isRange) due.dueUntil = instantOf(until, reading.offsetMinutes);
  return due;
}

/** Schedules state them by the thousand, so they are put together field by field. */
function quantityOf(span: DueSpan, quantity: number, horizon: ScheduleQuantity['horizon']): ScheduleQuantity {
  const { from, to } = span;
  const made: ScheduleQuantity = to === undefined ? { from, quantity, horizon } : { from, quantity, horizon, to };
  if (span.dueAt !== undefined) made.dueAt = span.dueAt;
  if (span.dueUntil !== undefined) made.dueUntil = span.dueUntil;
  return made;
}

const spanOf = (from: IsoDay, to: IsoDay) => (to > from ? { from, to } : { from });
