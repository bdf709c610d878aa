import type {
  Authorisation,
  CumulativePosition,
  SchedulePackaging,
  ScheduleQuantity,
  ScheduleStatement,
} from '@intakt/contract';
import { DATE_INVALID, ELEMENT_MISSING, QUALIFIER_UNKNOWN } from '../problems.ts';
import { compact } from '../reading/party.ts';
import { childrenOf, type VdaNode, type VdaReading } from './node.ts';
import type { VdaRecord } from './record.ts';
import { DATE_CODES, horizonOn, readScheduleDate } from './schedule-dates.ts';
import { readVdaUnit } from './unit.ts';

/** VDA 4905: one 512 with its records is one article's schedule. */
export function readCallOff(node: VdaNode, reading: VdaReading): ScheduleStatement[] {
  const call = node.record;
  const { header, report } = reading;
  const [position] = childrenOf(node, '513');
  const [supplement] = childrenOf(node, '515');
  const authorisations = supplement ? readAuthorisations(supplement.record, reading) : [];
  const releasedOn = call.day('callOffOn', report);
  if (!releasedOn) report(ELEMENT_MISSING, call, { expected: 'the day of the call-off' }, 'callOffOn');
  return [
    compact<ScheduleStatement>({
      kind: 'schedule',
      position: reading.position(call),
      documentNumber: header?.text('transmission') ?? '',
      scheduleKind: 'delivery-forecast',
      function: 'unspecified',
      customer: compact({ code: header?.text('customer') }),
      supplier: compact({ code: header?.text('supplier') }),
      shipTo: compact({ code: call.text('plant') }),
      unloadingPoint: call.text('unloadingPoint'),
      supplyArea: supplement?.record.text('pointOfUse'),
      part: compact({ buyerNumber: call.text('customerPart'), supplierNumber: call.text('supplierPart') }),
      release: call.text('callOff') ?? '',
      previousRelease: call.reference('previousCallOff'),
      releasedOn: releasedOn ?? '',
      horizonEnd: supplement?.record.day('horizonEnd', report),
      unit: readVdaUnit(call, 'unit', report),
      quantities: readQuantities(node, { ...reading, releasedOn: releasedOn ?? '', authorisations }),
      cumulative: readCumulative(position?.record, reading),
      authorisations: authorisations.length > 0 ? authorisations : undefined,
      packaging: readPackaging(node, reading),
      orderReference: call.text('order'),
    }),
  ];
}

function readAuthorisations(supplement: VdaRecord, { report }: VdaReading): Authorisation[] {
  return (['production', 'material'] as const).flatMap((kind) => {
    const from = supplement.day(`${kind}From`, report);
    const until = supplement.day(`${kind}Until`, report);
    const cumulative = supplement.number(`${kind}Cumulative`, report) ?? 0;
    if (!from && !until && cumulative === 0) return [];
    return [{ kind, cumulative, ...(from && { from }), ...(until && { until }) }];
  });
}

/** 517: in which packages the customer wants the article. */
function readPackaging(node: VdaNode, { report }: VdaReading): SchedulePackaging[] | undefined {
  const packaging = childrenOf(node, '517').map(({ record }) =>
    compact<SchedulePackaging>({
      packaging: record.text('customerPackaging'),
      supplierPackaging: record.text('supplierPackaging'),
      capacity: record.number('capacity', report) || undefined,
    }),
  );
  return packaging.length > 0 ? packaging : undefined;
}

/** The last delivery that the customer had booked, and its cumulative quantity received up to it. */
function readCumulative(position: VdaRecord | undefined, { header, report }: VdaReading) {
  if (!position) return undefined;
  const reference = position.reference('despatchNote');
  const day = position.day('despatchedOn', report);
  const quantity = position.number('receivedQuantity', report);
  const hasLast = reference !== undefined || day !== undefined || (quantity ?? 0) > 0;
  const lastDespatch = hasLast ? compact({ reference, day, quantity }) : undefined;
  const received = position.number('cumulativeReceived', report);
  const cumulative = compact<CumulativePosition>({
    received,
    zeroedOn: header?.definition ? header.day('zeroedOn', report) : undefined,
    asOf: position.day('receivedOn', report),
    lastDespatch,
  });
  return Object.keys(cumulative).length > 0 ? cumulative : undefined;
}

interface Quantities extends VdaReading {
  releasedOn: string;
  authorisations: Authorisation[];
}

function readQuantities(node: VdaNode, reading: Quantities): ScheduleQuantity[] {
  const quantities: ScheduleQuantity[] = [];
  let inSpans = false;
  for (const { record } of node.children) {
    const slots = record.definition && SLOTS[record.tag];
    for (const slot of slots ?? []) {
      const value = record.text(slot.date);
      const quantity = record.number(slot.quantity, reading.report) ?? 0;
      if (value === undefined || value === DATE_CODES.end || value === DATE_CODES.noDemand) continue;
      if (value === DATE_CODES.spans) {
        inSpans = true;
        continue;
      }
      const line = readLine(value, { quantity, inSpans }, reading);
      if (line) quantities.push(line);
      else reportDate(record, { value, quantity, slot }, reading);
    }
  }
  return quantities;
}

interface Slot {
  date: string;
  quantity: string;
}

/** Pairs of date and quantity: five in 513, eight in each 514. */
const slots = (count: number): Slot[] =>
  Array.from({ length: count }, (_, at) => ({ date: `date${at + 1}`, quantity: `quantity${at + 1}` }));
const SLOTS: Readonly<Record<string, Slot[]>> = { '513': slots(5), '514': slots(8) };

function readLine(
  value: string,
  { quantity, inSpans }: { quantity: number; inSpans: boolean },
  { releasedOn, authorisations }: Quantities,
): ScheduleQuantity | undefined {
  if (value === DATE_CODES.backorder) return { from: releasedOn, quantity, horizon: 'backorder' };
  if (value === DATE_CODES.immediate) return { from: releasedOn, quantity, horizon: 'immediate' };
  const days = readScheduleDate(value, inSpans);
  if (!days) return undefined;
  const { from, to } = days;
  const horizon = horizonOn(from, authorisations);
  return to === undefined ? { from, quantity, horizon } : { from, to, quantity, horizon };
}

/** A preview without a date is a quantity that a schedule has no day for. */
function reportDate(
  record: VdaRecord,
  { value, quantity, slot }: { value: string; quantity: number; slot: Slot },
  { report }: VdaReading,
): void {
  if (value !== DATE_CODES.preview) {
    report(DATE_INVALID, record, { value, expected: 'YYMMDD, YYMM00, YY00WW, or YYWWWW behind 555555' }, slot.date);
  } else if (quantity > 0) {
    record.giveBack(slot.date, slot.quantity);
    report(QUALIFIER_UNKNOWN, record, { value, expected: 'a day; a preview without one has no place' }, slot.date);
  }
}
