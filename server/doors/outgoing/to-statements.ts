import type {
  DespatchAdvice,
  DespatchStatement,
  EventType,
  GoodsReceipt,
  Id,
  MessagePosition,
  ReceiptStatement,
  RecordedEvent,
  ScheduleStatement,
} from '@intakt/contract';
import { toWall } from '@intakt/edi';
import type { References } from './references.ts';
import type { Saying } from './saying.ts';
import { reportsOf, type Trades } from './to-reports.ts';

type Of<T extends EventType> = RecordedEvent<T>;

/** What an event would be as messages; none when it is none, when it came in by EDI, or when it is only reported. */
export function toSayings(event: RecordedEvent, trades: Trades): Saying[] {
  const own = ({ owner, partner }: { owner: Id; partner: Id }): boolean =>
    event.source !== 'edi' && event.recordedBy === owner && owner !== partner;
  const found = sayingOf(event);
  return [...(found ? [found] : reportsOf(event, trades))].filter(own);
}

function sayingOf(event: RecordedEvent): Saying | undefined {
  switch (event.type) {
    case 'schedule-released': {
      const { kind, cumulative, ...data } = (event as unknown as Of<'schedule-released'>).data;
      const { customer, supplier, shipTo, shipFrom, part } = data;
      const mentions = {
        organisations: [customer, supplier],
        sites: [shipTo, ...(shipFrom ? [shipFrom] : [])],
        parts: [part],
      };
      const as = kind === 'call-off' ? 'call-off' : 'forecast';
      const apart = cumulative?.zeroedOn ?? '';
      return { event, spoken: 'schedule', as, apart, owner: customer, partner: supplier, mentions };
    }
    case 'shipment-despatched': {
      const { customer, supplier, carrier, from, to, lines } = (event as unknown as Of<'shipment-despatched'>).data;
      const organisations = [customer, supplier, ...(carrier ? [carrier] : [])];
      const mentions = { organisations, sites: [from, to], parts: lines.map((line) => line.part) };
      return { event, spoken: 'despatch', as: 'despatch', owner: supplier, partner: customer, mentions };
    }
    case 'goods-received': {
      const { customer, supplier, site, lines } = (event as unknown as Of<'goods-received'>).data;
      const mentions = { organisations: [customer, supplier], sites: [site], parts: lines.map((line) => line.part) };
      return { event, spoken: 'receipt', as: 'receipt', owner: customer, partner: supplier, mentions };
    }
    default:
      return undefined;
  }
}

/** A statement that is written stands nowhere in a message yet. */
const NOWHERE: MessagePosition = { segment: 0, tag: '', offset: 0 };

export const MOST_NOTE = 35;

export function toSchedule({ event }: Saying, names: References): ScheduleStatement {
  const { corrects } = event;
  const { customer, supplier, part, shipTo, shipFrom, kind, ...said } = (event as unknown as Of<'schedule-released'>)
    .data;
  const days = said.quantities.flatMap(({ from, to }) => [from, to ?? from]).toSorted();
  return {
    ...said,
    kind: 'schedule',
    position: NOWHERE,
    documentNumber: said.release.slice(0, MOST_NOTE),
    scheduleKind: kind,
    function: corrects ? 'replace' : 'original',
    customer: names.organisation(customer),
    supplier: names.organisation(supplier),
    shipTo: names.site(shipTo),
    ...(shipFrom ? { shipFrom: names.site(shipFrom) } : {}),
    part: names.part(part, { customer, supplier }),
    quantities: said.quantities.map(({ dueAt, dueUntil, ...quantity }) => ({
      ...quantity,
      ...(dueAt ? { dueAt: toWall(dueAt, names.timeZone(shipTo)) } : {}),
      ...(dueUntil ? { dueUntil: toWall(dueUntil, names.timeZone(shipTo)) } : {}),
    })),
    ...(days.length > 0 ? { horizonStart: days[0]!, horizonEnd: days.at(-1)! } : {}),
  };
}

/** Moments are written as the wall shows them where they happen, which is how a receiver reads them. */
export function toDespatch({ event }: Saying, names: References): DespatchStatement {
  const advice: DespatchAdvice = (event as unknown as Of<'shipment-despatched'>).data;
  const { customer, supplier, from, to, carrier, shipment: _, lines, units = [], ...said } = advice;
  const left = toWall(said.despatchedAt, names.timeZone(from));
  return {
    ...said,
    kind: 'despatch',
    position: NOWHERE,
    function: event.corrects ? 'replace' : 'original',
    documentAt: left,
    despatchedAt: left,
    expectedAt: toWall(said.expectedAt, names.timeZone(to)),
    customer: names.organisation(customer),
    supplier: names.organisation(supplier),
    shipTo: names.site(to),
    shipFrom: names.site(from),
    ...(carrier ? { carrier: names.organisation(carrier) } : {}),
    ...(units.length > 0 ? { packages: units.filter((unit) => !unit.parent).length } : {}),
    lines: lines.map(({ part, ...line }) => ({ ...line, part: names.part(part, { customer, supplier }) })),
    units,
  };
}

export function toReceipt({ event }: Saying, names: References): ReceiptStatement {
  const { customer, supplier, site, receipt, despatchNote, receivedAt, lines }: GoodsReceipt = (
    event as unknown as Of<'goods-received'>
  ).data;
  return {
    kind: 'receipt',
    position: NOWHERE,
    receiptNumber: receipt.slice(0, MOST_NOTE),
    ...(despatchNote ? { despatchNote } : {}),
    receivedAt: toWall(receivedAt, names.timeZone(site)),
    customer: names.organisation(customer),
    supplier: names.organisation(supplier),
    site: names.site(site),
    lines: lines.map(({ part, ...line }) => ({ ...line, part: names.part(part, { customer, supplier }) })),
  };
}
