import type { EventData, RecordedEvent } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Need, Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { countPackages, packagesReceived, passageNeeds, passageOf } from './project-container.ts';
import { emptyCumulative, type LineRow, stateOf } from './project-shipment.ts';
import { moveStock, stockNeeds } from './project-stock.ts';

type Receipt = EventData<'goods-received'>;

/** A receipt closes goods in transit, adds to stock and to the cumulative, and shows what differs from the advice. */
export const goodsReceived: Projection<'goods-received'> = {
  needs: ({ data }, rows) => [
    need('organisation', data.supplier),
    need('goods_receipt', data.customer, data.receipt),
    ...(data.shipment
      ? [
          need('shipment', data.supplier, data.shipment),
          need('shipment_line', data.supplier, data.shipment),
          need('consignment', data.supplier, data.shipment),
          need('handling_unit', data.supplier, data.shipment),
          ...packagingNeeds(data, rows),
        ]
      : []),
    ...data.lines.flatMap(({ part, status = 'available' }) => [
      need('cumulative', data.customer, data.supplier, part, data.site),
      ...stockNeeds({
        owner: data.customer,
        site: data.site,
        part,
        status,
        reference: noteOf(data, rows),
        direction: 'in',
      }),
    ]),
  ],
  check: (event, rows) => {
    const { data } = event;
    if (!rows.get('organisation', data.supplier))
      return new Refusal('UNKNOWN_REFERENCE', { what: 'organisation', id: data.supplier });
    if (data.shipment && !rows.get('shipment', data.supplier, data.shipment))
      return new Refusal('UNKNOWN_REFERENCE', { what: 'shipment', id: data.shipment });
    if (rows.get('goods_receipt', data.customer, data.receipt))
      return new Refusal('ID_TAKEN', { what: 'goods receipt', id: data.receipt, owner: data.customer });
    return undefined;
  },
  apply: (event, rows) => {
    rows.put('goods_receipt', receiptRow(event, rows));
    if (!event.confirmed) return;
    closeLines(event, rows);
    takeOverPackages(event, rows);
    for (const line of event.data.lines) {
      addToCumulative(event, rows, line);
      moveStock(rows, event, {
        owner: event.data.customer,
        site: event.data.site,
        part: line.part,
        status: line.status ?? 'available',
        unit: line.unit,
        at: event.data.receivedAt,
        quantity: line.quantity,
        direction: 'in',
        reference: noteOf(event.data, rows),
        via: 'document',
        startsStock: true,
      });
    }
  },
};

const unitsOf = ({ supplier, shipment }: Receipt, rows: RowSet): Row[] =>
  shipment ? rows.list('handling_unit', supplier, shipment) : [];

function packagingNeeds(data: Receipt, rows: RowSet): Need[] {
  const despatchNote = noteOf(data, rows);
  if (!despatchNote) return [];
  return [...countPackages(unitsOf(data, rows)).keys()].flatMap((packaging) =>
    passageNeeds(passageOf({ ...data, despatchNote }, packaging)),
  );
}

function takeOverPackages(event: RecordedEvent<'goods-received'>, rows: RowSet): void {
  const despatchNote = noteOf(event.data, rows);
  if (despatchNote && event.data.closesShipment)
    packagesReceived(event, rows, { despatchNote, units: unitsOf(event.data, rows) });
}

/** The despatch note that joins this receipt with scans of the same goods. */
const noteOf = (data: Receipt, rows: RowSet): string | undefined =>
  data.despatchNote ??
  (data.shipment
    ? (rows.get('shipment', data.supplier, data.shipment)?.despatch_note as string | undefined)
    : undefined);

function receiptRow(event: RecordedEvent<'goods-received'>, rows: RowSet): Row {
  const { data } = event;
  return {
    owner: data.customer,
    id: data.receipt,
    supplier: data.supplier,
    site: data.site,
    shipment: data.shipment ?? null,
    despatch_note: noteOf(data, rows) ?? null,
    received_at: data.receivedAt,
    lines: data.lines,
    differences: data.shipment ? differences(data, rows) : [],
    confirmed: event.confirmed,
    event_id: event.eventId,
    audience: event.audience,
    sequence: event.sequence,
  };
}

/** Advised and still open, against received with this receipt, per part. */
function differences(
  data: Receipt,
  rows: RowSet,
): { part: string; expected: number; received: number; difference: number }[] {
  const expected = new Map<string, number>();
  for (const line of linesOf(data, rows))
    expected.set(line.part, (expected.get(line.part) ?? 0) + line.quantity - line.received_quantity);
  const received = new Map<string, number>();
  for (const line of data.lines) received.set(line.part, (received.get(line.part) ?? 0) + line.quantity);
  return [...new Set([...expected.keys(), ...received.keys()])]
    .map((part) => ({
      part,
      expected: expected.get(part) ?? 0,
      received: received.get(part) ?? 0,
      difference: (received.get(part) ?? 0) - (expected.get(part) ?? 0),
    }))
    .filter(({ difference }) => difference !== 0);
}

const linesOf = (data: Receipt, rows: RowSet): LineRow[] =>
  data.shipment
    ? rows.list<LineRow>('shipment_line', data.supplier, data.shipment).sort((a, b) => a.line - b.line)
    : [];

function closeLines({ data, sequence }: RecordedEvent<'goods-received'>, rows: RowSet): void {
  const shipment = data.shipment && rows.get('shipment', data.supplier, data.shipment);
  if (!shipment) return;
  const rest = new Map<string, number>();
  for (const line of data.lines) rest.set(line.part, (rest.get(line.part) ?? 0) + line.quantity);
  const lines = linesOf(data, rows).map((line) => {
    const share = Math.min(line.quantity - line.received_quantity, rest.get(line.part) ?? 0);
    rest.set(line.part, (rest.get(line.part) ?? 0) - share);
    const received = line.received_quantity + share;
    return { ...line, received_quantity: received, open: !data.closesShipment && received < line.quantity, sequence };
  });
  for (const line of lines) rows.put('shipment_line', line);
  const state = stateOf(lines);
  rows.put('shipment', { ...shipment, state, received_at: data.receivedAt, sequence });
  const consignment = rows.get('consignment', data.supplier, data.shipment!);
  if (consignment) rows.put('consignment', { ...consignment, state: 'arrived', sequence });
}

function addToCumulative(
  { data, audience, sequence }: RecordedEvent<'goods-received'>,
  rows: RowSet,
  line: Receipt['lines'][number],
): void {
  const present = rows.get('cumulative', data.customer, data.supplier, line.part, data.site);
  const counts = !present?.zeroed_on || data.receivedAt.slice(0, 10) >= String(present.zeroed_on);
  rows.put('cumulative', {
    ...emptyCumulative(data.customer, data.supplier, line.part, data.site, audience),
    ...present,
    received: Number(present?.received ?? 0) + (counts ? line.quantity : 0),
    stated_received: line.cumulative ?? present?.stated_received ?? null,
    sequence,
  });
}
