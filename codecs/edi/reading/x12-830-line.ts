import type { Authorisation, CumulativePosition, IsoDay, ScheduleQuantity, ScheduleStatement } from '@intakt/contract';
import { FORECAST_HORIZONS, PATTERN_WEEKDAYS, RESOURCE_AUTHORISATIONS } from '../codes.ts';
import { addDays, addMonths, instantOf, weekday } from '../moments.ts';
import { CODE_DOUBTFUL, ELEMENT_MISSING, QUALIFIER_UNKNOWN } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { type DueCumulative, netOfCumulatives } from './cumulative-schedule.ts';
import { compact } from './party.ts';
import { qualified, type Reading, readQuantity, readX12Date, readX12Moment, readX12Time } from './reading.ts';

/** How BFR says the quantities are to be read. */
export interface ReleaseBasis {
  /** BFR04 SH: dates are shipment dates. */
  byShipment: boolean;
  /** BFR05 C: FST01 counts from the zeroing day. */
  cumulative: boolean;
}

type ReleaseLine = Pick<ScheduleStatement, 'quantities' | 'cumulative' | 'authorisations'>;

/** FST, SDP, ATH and SHP of one LIN loop. */
export function readReleaseLine(lin: Segment, basis: ReleaseBasis, reading: Reading): ReleaseLine {
  const { authorisations, required } = readAuthorisations(lin, reading);
  const cumulative: CumulativePosition = { ...required, ...readShipped(lin, reading) };
  const lines = readForecasts(lin, basis, reading);
  const quantities = basis.cumulative ? netOfCumulatives(lines.map(asCumulative), counted(cumulative)) : lines;
  return {
    quantities,
    ...(Object.keys(cumulative).length > 0 && { cumulative }),
    ...(authorisations.length > 0 && { authorisations }),
  };
}

const asCumulative = ({ quantity, ...line }: ScheduleQuantity): DueCumulative => ({ ...line, cumulative: quantity });

/** What a cumulative schedule starts from: shipped or received so far, else what was required before it began. */
const counted = ({ despatched, received, required }: CumulativePosition) => despatched ?? received ?? required ?? 0;

function readForecasts(lin: Segment, basis: ReleaseBasis, reading: Reading): ScheduleQuantity[] {
  const quantities: ScheduleQuantity[] = [];
  const add = (fst: Segment, sdp?: Segment) => {
    const quantity = readForecast(fst, sdp, basis, reading);
    if (quantity) addTimed(quantities, quantity, fst, reading);
  };
  for (let node = lin.inside; node; node = node.beside) {
    if (node.tag === 'FST') add(node);
    if (node.tag === 'SDP') for (let fst = child(node, 'FST'); fst; fst = another(fst)) add(fst, node);
  }
  return quantities;
}

/**
 * A time of day (FST06/07), the end of its window (DTM 063, do not deliver after), or the hours that JIT divides the
 * day's quantity into.
 */
function addTimed(quantities: ScheduleQuantity[], quantity: ScheduleQuantity, fst: Segment, reading: Reading): void {
  if (peek(fst, 7)) {
    const dueAt = momentOn(quantity.from, fst, 7, reading);
    if (dueAt) quantity.dueAt = dueAt;
    take(fst, 6);
  }
  if (fst.inside) readWindow(quantity, fst, reading);
  const hours = children(fst, 'JIT');
  if (hours.length === 0) quantities.push(quantity);
  for (const jit of hours) {
    const part = readQuantity(reading, jit, 1);
    const dueAt = momentOn(quantity.from, jit, 2, reading);
    if (part !== undefined) quantities.push({ ...quantity, ...(dueAt && { dueAt }), quantity: part });
  }
}

function readWindow(quantity: ScheduleQuantity, fst: Segment, reading: Reading): void {
  const end = qualified(fst, 'DTM', '063');
  take(end, 1);
  const dueUntil = end && readX12Moment(reading, end, [2, 3, 4]);
  const lastDay = end && readX12Date(reading, end, 2);
  if (dueUntil) quantity.dueUntil = dueUntil;
  if (lastDay && lastDay > quantity.from) quantity.to = lastDay;
}

function momentOn(day: IsoDay, segment: Segment, element: number, reading: Reading): string | undefined {
  const time = readX12Time(reading, segment, element);
  return time && instantOf({ day, time }, reading.offsetMinutes);
}

/** FST: quantity, qualifier (680), timing (681), date, end date, time, reference. */
function readForecast(
  fst: Segment,
  sdp: Segment | undefined,
  basis: ReleaseBasis,
  reading: Reading,
): ScheduleQuantity | undefined {
  const quantity = readQuantity(reading, fst, 1);
  const horizon = readHorizon(fst, reading);
  const span = readSpan(fst, sdp, basis, reading);
  if (quantity === undefined && !peek(fst, 1))
    reading.report(ELEMENT_MISSING, fst, { element: 1, expected: 'a quantity' });
  if (quantity === undefined || !span) return undefined;
  const { from, to } = span;
  return to === undefined ? { from, quantity, horizon } : { from, to, quantity, horizon };
}

/** FST08/09 under ZZ names a horizon that X12 has no qualifier for (see `encode830`). */
function readHorizon(fst: Segment, reading: Reading): ScheduleQuantity['horizon'] {
  const code = text(fst, 2) ?? '';
  const named = peek(fst, 8) === 'ZZ' ? NAMED_HORIZONS[peek(fst, 9) ?? ''] : undefined;
  if (named) {
    take(fst, 8);
    take(fst, 9);
    return named;
  }
  const agreed = reading.horizons[code];
  const known = agreed ?? FORECAST_HORIZONS[code];
  if (!known || (code === 'Z' && !agreed))
    reading.report(CODE_DOUBTFUL, fst, { value: code, element: 2, expected: known ?? 'forecast' });
  return known ?? 'forecast';
}

const NAMED_HORIZONS: Record<string, ScheduleQuantity['horizon']> = {
  PRODUCTION: 'production',
  MATERIAL: 'material',
  BACKORDER: 'backorder',
};

function readSpan(
  fst: Segment,
  sdp: Segment | undefined,
  basis: ReleaseBasis,
  reading: Reading,
): { from: IsoDay; to?: IsoDay } | undefined {
  const timing = text(fst, 3) ?? 'D';
  const start = readX12Date(reading, fst, 4);
  if (!start) {
    if (!peek(fst, 4)) reading.report(ELEMENT_MISSING, fst, { element: 4, expected: 'a date' });
    return undefined;
  }
  if (timing === 'F') return spanOf(start, readX12Date(reading, fst, 5) ?? start);
  if (timing === 'B') return { from: (basis.byShipment ? undefined : readX12Date(reading, fst, 5)) ?? start };
  const end = BUCKETS[timing]?.(start);
  if (!end) reading.report(CODE_DOUBTFUL, fst, { value: timing, element: 3, expected: 'a single day' });
  return onPattern(spanOf(start, end ?? start), timing, sdp);
}

/** Data element 681: the last day of the bucket that begins on a day. */
const BUCKETS: Record<string, (start: IsoDay) => IsoDay> = {
  D: (start) => start,
  C: (start) => start,
  W: (start) => addDays(start, 6),
  X: (start) => addDays(start, 6),
  T: (start) => addDays(start, 27),
  M: (start) => addDays(addMonths(start, 1), -1),
  Q: (start) => addDays(addMonths(start, 3), -1),
  S: (start) => addDays(addMonths(start, 6), -1),
  A: (start) => `${start.slice(0, 4)}-12-31`,
};

/** A weekly quantity under a pattern that names one weekday is due on that day of its week. */
function onPattern(
  span: { from: IsoDay; to?: IsoDay },
  timing: string,
  sdp: Segment | undefined,
): { from: IsoDay; to?: IsoDay } {
  const day = PATTERN_WEEKDAYS[peek(sdp, 1) ?? ''];
  if (!day || (timing !== 'W' && timing !== 'X')) return span;
  take(sdp, 1);
  return { from: addDays(span.from, (day - weekday(span.from) + 7) % 7) };
}

const spanOf = (from: IsoDay, to: IsoDay) => (to > from ? { from, to } : { from });

/** ATH: resource, until, cumulative quantity, maximum, from. PQ is the requirement before the schedule, not a leave. */
function readAuthorisations(
  lin: Segment,
  reading: Reading,
): { authorisations: Authorisation[]; required: CumulativePosition } {
  const authorisations: Authorisation[] = [];
  let required: CumulativePosition = {};
  for (const ath of children(lin, 'ATH')) {
    const code = text(ath, 1) ?? '';
    const kind = RESOURCE_AUTHORISATIONS[code];
    const until = readX12Date(reading, ath, 2);
    const cumulative = readQuantity(reading, ath, 3) ?? readQuantity(reading, ath, 4);
    const from = readX12Date(reading, ath, 5);
    if (cumulative === undefined)
      reading.report(ELEMENT_MISSING, ath, { element: 3, expected: 'a cumulative quantity' });
    else if (code === 'PQ') required = compact({ required: cumulative, zeroedOn: from, asOf: until });
    else if (kind) authorisations.push(compact({ kind, cumulative, until, from }));
    else
      reading.report(QUALIFIER_UNKNOWN, ath, {
        value: code,
        element: 1,
        expected: `one of ${Object.keys(RESOURCE_AUTHORISATIONS).join(', ')}, PQ`,
      });
  }
  return { authorisations, required };
}

/** SHP: 01 the last shipment, 02 the cumulative quantity; SHP03 says shipped (011) or received (050). */
function readShipped(lin: Segment, reading: Reading): CumulativePosition {
  let position: CumulativePosition = {};
  for (const shp of children(lin, 'SHP')) {
    const kind = text(shp, 1);
    const quantity = readQuantity(reading, shp, 2);
    const what = text(shp, 3);
    const [start, end] = [readX12Date(reading, shp, 4), readX12Date(reading, shp, 6)];
    const ref = children(shp, 'REF').find((segment) => ['SI', 'PK', 'BM'].includes(peek(segment, 1) ?? ''));
    take(ref, 1);
    const reference = text(ref, 2);
    if (kind === '02') {
      const field = what === '011' || what === undefined ? 'despatched' : 'received';
      position = {
        ...position,
        ...compact({ [field]: quantity, zeroedOn: end ? start : undefined, asOf: end ?? start }),
      };
    }
    const last = compact({ reference, ...(kind === '01' && { day: start, quantity }) });
    if (Object.keys(last).length > 0) position.lastDespatch = { ...last, ...position.lastDespatch };
  }
  return position;
}
