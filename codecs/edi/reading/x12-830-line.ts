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
  const cumulative = required;
  readShipped(cumulative, lin, reading);
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
  const first = child(fst, 'JIT');
  if (!first) quantities.push(quantity);
  for (let jit = first; jit; jit = another(jit)) {
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
  const agreed = reading.horizons.get(code);
  const known = agreed ?? FORECAST_HORIZONS.get(code);
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
  if (timing === 'D') return { from: start };
  const end = lastDayOf(timing, start);
  if (!end) reading.report(CODE_DOUBTFUL, fst, { value: timing, element: 3, expected: 'a single day' });
  const span = spanOf(start, end ?? start);
  return timing === 'W' || timing === 'X' ? onPattern(span, sdp) : span;
}

/** Data element 681: the last day of the bucket that begins on a day. */
function lastDayOf(timing: string, start: IsoDay): IsoDay | undefined {
  switch (timing) {
    case 'C':
      return start;
    case 'W':
    case 'X':
      return addDays(start, 6);
    case 'T':
      return addDays(start, 27);
    case 'M':
      return addDays(addMonths(start, 1), -1);
    case 'Q':
      return addDays(addMonths(start, 3), -1);
    case 'S':
      return addDays(addMonths(start, 6), -1);
    case 'A':
      return `${start.slice(0, 4)}-12-31`;
    default:
      return undefined;
  }
}

/** A weekly quantity under a pattern that names one weekday is due on that day of its week. */
function onPattern(span: { from: IsoDay; to?: IsoDay }, sdp: Segment | undefined): { from: IsoDay; to?: IsoDay } {
  const day = PATTERN_WEEKDAYS.get(peek(sdp, 1) ?? '');
  if (!day) return span;
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
function readShipped(position: CumulativePosition, lin: Segment, reading: Reading): void {
  for (let shp = child(lin, 'SHP'); shp; shp = another(shp)) {
    const kind = text(shp, 1);
    const quantity = readQuantity(reading, shp, 2);
    const what = text(shp, 3);
    const [start, end] = [readX12Date(reading, shp, 4), readX12Date(reading, shp, 6)];
    if (kind === '02') {
      if (quantity !== undefined) position[what === '011' || what === undefined ? 'despatched' : 'received'] = quantity;
      if (end && start) position.zeroedOn = start;
      const asOf = end ?? start;
      if (asOf) position.asOf = asOf;
    }
    const reference = readShipmentNumber(shp);
    const last = kind === '01' ? compact({ reference, day: start, quantity }) : compact({ reference });
    if (Object.keys(last).length > 0) position.lastDespatch = { ...last, ...position.lastDespatch };
  }
}

/** REF: the shipment's number, packing list or bill of lading. */
function readShipmentNumber(shp: Segment): string | undefined {
  let ref = child(shp, 'REF');
  while (ref && !SHIPMENTS.has(peek(ref, 1) ?? '')) ref = another(ref);
  take(ref, 1);
  return text(ref, 2);
}

const SHIPMENTS = new Set(['SI', 'PK', 'BM']);
