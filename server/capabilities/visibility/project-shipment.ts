import type { EventData, RecordedEvent, ShipmentLine } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { countPackages, packagesDespatched, passageNeeds, passageOf } from './project-container.ts';
import { moveStock, stockNeeds } from './project-stock.ts';

type Despatch = EventData<'shipment-despatched'>;
export interface LineRow extends Row {
  line: number;
  part: string;
  quantity: number;
  received_quantity: number;
  open: boolean;
}

export const shipmentDespatched: Projection<'shipment-despatched'> = {
  needs: ({ data }, rows) => [
    need('organisation', data.supplier),
    need('organisation', data.customer),
    need('shipment', data.supplier, data.shipment),
    need('shipment_line', data.supplier, data.shipment),
    need('handling_unit', data.supplier, data.shipment),
    ...packagingsOf(data, rows).flatMap((packaging) => passageNeeds(passageOf(data, packaging))),
    ...quantityByPart(data).flatMap(({ part }) => [
      need('cumulative', data.customer, data.supplier, part, data.to),
      ...stockNeeds({ ...outOf(data), part }),
      need('movement_claim', data.customer, data.to, part, data.despatchNote, 'in'),
    ]),
  ],
  check: ({ data }, rows) => {
    const missing = [data.supplier, data.customer].find((id) => !rows.get('organisation', id));
    return missing ? new Refusal('UNKNOWN_REFERENCE', { what: 'organisation', id: missing }) : undefined;
  },
  apply: (event, rows) => {
    const before = rows.get('shipment', event.data.supplier, event.data.shipment);
    if (before?.confirmed && !event.confirmed) return;
    const oldLines = rows.list<LineRow>('shipment_line', event.data.supplier, event.data.shipment);
    const lines = putLines(event, rows, oldLines);
    putShipment(event, rows, lines, before);
    const oldUnits = rows.list('handling_unit', event.data.supplier, event.data.shipment);
    putUnits(event, rows);
    if (event.confirmed) packagesDespatched(event, rows, oldUnits);
    putCumulatives(event, rows, oldLines);
    if (event.confirmed) takeFromStock(event, rows, before?.confirmed ? oldLines : []);
  },
};

const packagingsOf = (data: Despatch, rows: RowSet): string[] => [
  ...countPackages([...(data.units ?? []), ...rows.list('handling_unit', data.supplier, data.shipment)]).keys(),
];

const outOf = (data: Despatch) => ({
  owner: data.supplier,
  site: data.from,
  status: 'available' as const,
  reference: data.despatchNote,
  direction: 'out' as const,
});

function quantityByPart({
  lines,
}: {
  lines: Pick<ShipmentLine, 'part' | 'quantity' | 'unit'>[];
}): { part: string; quantity: number; unit: string }[] {
  const sums = new Map<string, { part: string; quantity: number; unit: string }>();
  for (const { part, quantity, unit } of lines) {
    const sum = sums.get(part);
    if (sum) sum.quantity += quantity;
    else sums.set(part, { part, quantity, unit });
  }
  return [...sums.values()];
}

/** What the customer received before the advice came is received on its lines too. */
function putLines(event: RecordedEvent<'shipment-despatched'>, rows: RowSet, oldLines: LineRow[]): LineRow[] {
  const { data } = event;
  const received = new Map(quantityByPart(data).map(({ part }) => [part, receivedBefore(rows, data, part)]));
  for (const old of oldLines) if (!data.lines.some(({ line }) => line === old.line)) rows.remove('shipment_line', old);
  return data.lines.map((line) => {
    const share = Math.min(line.quantity, received.get(line.part) ?? 0);
    received.set(line.part, (received.get(line.part) ?? 0) - share);
    const row = lineRow(event, line, share);
    rows.put('shipment_line', row);
    return row;
  });
}

const receivedBefore = (rows: RowSet, data: Despatch, part: string): number =>
  Number(rows.get('movement_claim', data.customer, data.to, part, data.despatchNote, 'in')?.by_document ?? 0);

const lineRow = (
  { data, eventId, confirmed, audience, sequence }: RecordedEvent<'shipment-despatched'>,
  line: ShipmentLine,
  received: number,
): LineRow => ({
  owner: data.supplier,
  shipment: data.shipment,
  line: line.line,
  customer: data.customer,
  part: line.part,
  site_from: data.from,
  site_to: data.to,
  quantity: line.quantity,
  unit: line.unit,
  received_quantity: received,
  cumulative: line.cumulative ?? null,
  order_reference: line.orderReference ?? null,
  batch: line.batch ?? null,
  expected_at: data.expectedAt,
  open: received < line.quantity,
  confirmed,
  event_id: eventId,
  audience,
  sequence,
});

function putShipment(
  { data, eventId, confirmed, recordedBy, audience, sequence }: RecordedEvent<'shipment-despatched'>,
  rows: RowSet,
  lines: LineRow[],
  before: Row | undefined,
): void {
  rows.put('shipment', {
    owner: data.supplier,
    id: data.shipment,
    customer: data.customer,
    site_from: data.from,
    site_to: data.to,
    unloading_point: data.unloadingPoint ?? null,
    despatch_note: data.despatchNote,
    despatched_at: data.despatchedAt,
    expected_at: data.expectedAt,
    received_at: before?.received_at ?? null,
    carrier: data.carrier ?? null,
    transport_reference: data.transportReference ?? null,
    vehicle: data.vehicle ?? null,
    mode: data.mode ?? null,
    gross_mass_kg: data.grossMassKg ?? null,
    lowest_c: data.temperature?.lowestC ?? null,
    highest_c: data.temperature?.highestC ?? null,
    unit_count: data.units?.length ?? 0,
    state: stateOf(lines),
    confirmed,
    recorded_by: recordedBy,
    event_id: eventId,
    audience,
    sequence,
  });
}

export function stateOf(lines: LineRow[]): 'in-transit' | 'part-received' | 'received' {
  if (lines.every((line) => !line.open)) return 'received';
  return lines.some((line) => line.received_quantity > 0) ? 'part-received' : 'in-transit';
}

function putUnits({ data, audience, sequence }: RecordedEvent<'shipment-despatched'>, rows: RowSet): void {
  for (const old of rows.list('handling_unit', data.supplier, data.shipment)) rows.remove('handling_unit', old);
  const partOf = new Map(data.lines.map(({ line, part }) => [line, part]));
  for (const unit of data.units ?? []) {
    rows.put('handling_unit', {
      owner: data.supplier,
      shipment: data.shipment,
      unit: unit.unit,
      parent: unit.parent ?? null,
      packaging: unit.packaging ?? null,
      packages: unit.packages ?? null,
      line: unit.line ?? null,
      part: (unit.line && partOf.get(unit.line)) ?? null,
      quantity: unit.quantity ?? null,
      audience,
      sequence,
    });
  }
}

function putCumulatives(
  { data, audience, sequence }: RecordedEvent<'shipment-despatched'>,
  rows: RowSet,
  oldLines: LineRow[],
): void {
  const old = new Map(quantityByPart({ lines: oldLines as never[] }).map(({ part, quantity }) => [part, quantity]));
  for (const { part, quantity } of quantityByPart(data)) {
    const present = rows.get('cumulative', data.customer, data.supplier, part, data.to);
    const despatchedOn = data.despatchedAt.slice(0, 10);
    const counts = !present?.zeroed_on || despatchedOn >= String(present.zeroed_on);
    rows.put('cumulative', {
      ...emptyCumulative(data.customer, data.supplier, part, data.to, audience),
      ...present,
      despatched: Number(present?.despatched ?? 0) + (counts ? quantity - (old.get(part) ?? 0) : 0),
      last_despatch_note: data.despatchNote,
      last_despatch_on: despatchedOn,
      sequence,
    });
  }
}

export const emptyCumulative = (
  owner: string,
  supplier: string,
  part: string,
  shipTo: string,
  audience: string[],
): Row => ({
  owner,
  supplier,
  part,
  ship_to: shipTo,
  received: 0,
  despatched: 0,
  stated_received: null,
  stated_despatched: null,
  zeroed_on: null,
  last_despatch_note: null,
  last_despatch_on: null,
  counted_despatch_note: null,
  counted_despatch_on: null,
  audience,
});

/** Goods that left are not in the supplier's stock any more, where it keeps a count of them. */
function takeFromStock(event: RecordedEvent<'shipment-despatched'>, rows: RowSet, counted: LineRow[]): void {
  const { data } = event;
  const old = new Map(quantityByPart({ lines: counted as never[] }).map(({ part, quantity }) => [part, quantity]));
  for (const { part, quantity, unit } of quantityByPart(data)) {
    moveStock(rows, event, {
      ...outOf(data),
      part,
      unit,
      at: data.despatchedAt,
      quantity: quantity - (old.get(part) ?? 0),
      via: 'document',
      startsStock: false,
    });
  }
}
