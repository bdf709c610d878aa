import type {
  Consignment,
  DespatchAdvice,
  DespatchStatement,
  EventCommand,
  HandlingUnit,
  Id,
  Instant,
  ShipmentLine,
} from '@intakt/contract';
import { findMapping } from '../master-data/master-data.ts';
import { shipmentId } from './identity.ts';
import { instantAt } from './local-time.ts';
import { convert } from './quantities.ts';
import { partKey } from './resolve-part.ts';
import { resolveParty } from './resolve-party.ts';
import { lanesOf, missLane, resolveShipFrom, resolveShipTo } from './resolve-place.ts';
import { fault, isEmpty } from './search.ts';
import { commandId, type MeasuredPart, momentOf, type Reader, resolveMeasuredPart, resolveSides } from './trade.ts';
import { compact } from '../gaps.ts';

const DAY = 86_400_000;

/** One despatch becomes a shipment-despatched and, where a carrier is known, the carrier's part of it. */
export function readDespatch(reader: Reader, statement: DespatchStatement): EventCommand[] {
  const { search, envelope } = reader;
  const trade = resolveSides(reader, { ...statement, sentBy: 'supplier' });
  const measured = statement.lines.map((line) =>
    resolveMeasuredPart(reader, { reference: line.part, unit: line.unit, ...trade }),
  );
  const to = resolveShipTo(search, { ...trade, reference: statement.shipTo, unloadingPoint: statement.unloadingPoint });
  const parts = measured.map((found) => found?.part.id);
  const from = resolveShipFrom(search, { ...trade, reference: statement.shipFrom, parts, to, required: true });
  const carrier = isEmpty(statement.carrier)
    ? undefined
    : resolveParty(search, { role: 'carrier', reference: statement.carrier!, envelope, sentBy: 'supplier' });
  const left = statement.despatchedAt ?? statement.documentAt;
  const despatchedAt = momentOf(reader, instantAt(reader, from, left));
  const arrives = instantAt(reader, to, statement.expectedAt);
  const { customer, supplier } = trade;
  const lines = statement.lines.length === 0 ? missLines(reader) : measured;
  if (!customer || !supplier || !to || !lines?.every((found) => found !== undefined)) return [];
  const way = { customer, supplier, to, from, parts };
  missLanes(reader, statement, { ...way, despatchedAt, arrives });
  const expectedAt = arrives ?? expectedByLane(reader, way, despatchedAt);
  if (!from || !expectedAt || !cancelsKnown(reader, statement, supplier)) return [];
  const lane = lanesOf(search.data, way)[0];
  const advice = compact<DespatchAdvice>({
    shipment: shipmentId({ supplier, despatchNote: statement.despatchNote, despatchedAt }),
    supplier,
    customer,
    from,
    to,
    unloadingPoint: statement.unloadingPoint,
    despatchNote: statement.despatchNote,
    despatchedAt,
    expectedAt,
    carrier: carrier ?? lane?.carrier,
    transportReference: statement.transportReference,
    vehicle: statement.vehicle,
    mode: statement.mode ?? lane?.mode,
    grossMassKg: statement.grossMassKg,
    lines: linesOf(statement, lines),
    units: unitsOf(reader, statement, lines),
  });
  return toCommands(reader, statement, advice);
}

const missLines = (reader: Reader): undefined =>
  fault(reader.search, {
    code: 'NO_LINES',
    expected: 'at least one line with a part and a quantity',
    message: 'The despatch advice says nothing about what was despatched.',
  });

/** A cancellation makes the shipment's quantities zero, so there must be a shipment. */
function cancelsKnown(reader: Reader, { function: action, despatchNote }: DespatchStatement, supplier: Id): boolean {
  if (action !== 'cancel') return true;
  const known = reader.search.data.shipments.some((s) => s.supplier === supplier && s.despatchNote === despatchNote);
  if (known) return true;
  fault(reader.search, {
    code: 'CANCELS_UNKNOWN',
    value: despatchNote,
    expected: 'the despatch note of a shipment that was announced before',
    message: `Despatch note ${despatchNote} is cancelled, but was never announced.`,
  });
  return false;
}

function missLanes(
  reader: Reader,
  statement: DespatchStatement,
  way: {
    customer: Id;
    supplier: Id;
    to: Id;
    from: Id | undefined;
    despatchedAt: Instant;
    arrives: Instant | undefined;
    parts: (Id | undefined)[];
  },
): void {
  const { mode } = statement;
  const required = !way.arrives && lanesOf(reader.search.data, way).length === 0;
  const leadTimeDays = way.arrives && daysBetween(way.despatchedAt, way.arrives);
  statement.lines.forEach((line, i) => {
    const part = way.parts[i];
    if (part)
      missLane(reader.search, {
        ...way,
        part,
        partKey: partKey(line.part),
        mode,
        required,
        ...(leadTimeDays ? { leadTimeDays } : {}),
      });
  });
}

const daysBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.round(((Date.parse(to) - Date.parse(from)) / DAY) * 10) / 10);

/** The slowest lane counts: the truck is there when its last part may be there. */
function expectedByLane(
  reader: Reader,
  way: { customer: Id; supplier: Id; to: Id; parts: (Id | undefined)[] },
  despatchedAt: Instant,
): Instant | undefined {
  const leadTimes = lanesOf(reader.search.data, way).map((lane) => lane.leadTimeDays);
  if (leadTimes.length === 0) return undefined;
  return new Date(Date.parse(despatchedAt) + Math.max(...leadTimes) * DAY).toISOString();
}

/** Line numbers that a sender repeats would hide each other, so then they are counted anew. */
function lineNumbers(statement: DespatchStatement): number[] {
  const numbers = statement.lines.map((line) => line.line);
  const usable = new Set(numbers).size === numbers.length && numbers.every((n) => Number.isInteger(n) && n > 0);
  return usable ? numbers : numbers.map((_, i) => i + 1);
}

function linesOf(statement: DespatchStatement, measured: MeasuredPart[]): ShipmentLine[] {
  const numbers = lineNumbers(statement);
  return statement.lines.map((line, i) => {
    const { part, factor } = measured[i]!;
    return compact<ShipmentLine>({
      line: numbers[i]!,
      part: part.id,
      quantity: statement.function === 'cancel' ? 0 : convert(line.quantity, factor),
      unit: part.unit,
      orderReference: line.orderReference,
      cumulative: line.cumulative === undefined ? undefined : convert(line.cumulative, factor),
      batch: line.batch,
    });
  });
}

function unitsOf(
  { search }: Reader,
  statement: DespatchStatement,
  measured: MeasuredPart[],
): HandlingUnit[] | undefined {
  const numbers = lineNumbers(statement);
  const places = new Map(
    statement.lines.map((line, i) => [line.line, { number: numbers[i]!, factor: measured[i]!.factor }]),
  );
  const units = new Map<string, HandlingUnit>();
  for (const unit of statement.units) {
    const place = unit.line === undefined ? undefined : places.get(unit.line);
    const packaging =
      unit.packaging &&
      (findMapping(search.data, { scheme: 'packaging', codes: [unit.packaging], partners: search.partners }) ??
        unit.packaging);
    if (units.has(unit.unit)) continue;
    units.set(
      unit.unit,
      compact<HandlingUnit>({
        unit: unit.unit,
        parent: unit.parent,
        packaging,
        packages: (packaging && unit.packagingCount) || undefined,
        line: place?.number,
        quantity: unit.quantity === undefined ? undefined : convert(unit.quantity, place?.factor ?? 1),
      }),
    );
  }
  return units.size > 0 ? [...units.values()] : undefined;
}

function toCommands(reader: Reader, statement: DespatchStatement, advice: DespatchAdvice): EventCommand[] {
  const id = commandId(reader, statement.despatchNote, advice.despatchedAt.slice(0, 4));
  const occurredAt = advice.despatchedAt;
  const despatched: EventCommand<'shipment-despatched'> = {
    type: 'shipment-despatched',
    source: 'edi',
    id,
    occurredAt,
    data: advice,
  };
  if (!advice.carrier) return [despatched];
  const { shipment, supplier, customer, carrier, from, to, vehicle, mode, grossMassKg, expectedAt } = advice;
  const packages = statement.packages;
  const data = compact<Consignment>({
    shipment,
    supplier,
    customer,
    carrier,
    from,
    to,
    packages,
    grossMassKg,
    vehicle,
    mode,
    transportReference: advice.transportReference,
    despatchNote: advice.despatchNote,
    collectAt: occurredAt,
    expectedAt,
  });
  const handed: EventCommand<'consignment-handed-over'> = {
    type: 'consignment-handed-over',
    source: 'edi',
    id: `${id}/carrier`,
    occurredAt,
    data,
  };
  return [despatched, handed];
}
