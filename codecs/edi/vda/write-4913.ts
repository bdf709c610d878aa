import type { DespatchLine, DespatchStatement, DespatchUnit } from '@intakt/contract';
import { grouped } from '../writing/control.ts';
import { MODE_DESPATCH } from './read-transport.ts';
import { VDA_MESSAGES } from './records.ts';
import { vdaUnit } from './unit.ts';
import { RecordWriter, transmission, type VdaControl, vdaMoment, writeTransmissions } from './writing.ts';

const DEFINITION = VDA_MESSAGES.find(({ name }) => name === '4913')!;

/**
 * VDA 4913, version 03: a transmission per customer, supplier and carrier, a 712 per transport, a 713 per statement. Labels of digits
 * become ranges; other labels and the packaging tree have no place.
 *
 * @param statements despatch advices; delivery notes and consignments of at most eight places, plants of three
 * @param control five-digit transmission number; further transmissions of the file take the numbers behind it
 * @throws RangeError where a value does not fit its field (nothing is cut), or a delivery note names several orders
 * @example encode4913([despatch], { sender, receiver, reference: '7', preparedAt: '2026-03-02T06:30:00.000Z' })
 */
export function encode4913(statements: DespatchStatement[], control: VdaControl): Uint8Array {
  const transmissions = grouped(statements, ({ customer, supplier, carrier }) => [
    customer.code,
    supplier.code,
    carrier?.name ? carrier.code : '',
  ]);
  return writeTransmissions(transmissions, control, writeTransmission);
}

function writeTransmission(statements: DespatchStatement[], control: VdaControl): string[] {
  const writer = new RecordWriter(DEFINITION);
  const { customer, supplier, carrier } = statements[0]!;
  writer.add('711', {
    customer: customer.code ?? control.receiver.code,
    supplier: supplier.code ?? control.sender.code,
    previousTransmission: transmission(control.previousReference) ?? '00000',
    transmission: transmission(control.reference),
    transmittedOn: vdaMoment(control.preparedAt, control)[0],
    carrier: carrier?.name ? carrier.code : undefined,
  });
  const transports = grouped(statements, (s) => [
    s.transportReference,
    s.vehicle,
    s.despatchedAt,
    s.expectedAt,
    s.carrier,
    s.shipFrom,
    s.grossMassKg,
    s.packages,
  ]);
  for (const notes of transports) {
    writeTransport(writer, notes[0]!, control);
    for (const note of notes) writeNote(writer, note, control);
  }
  return writer.end();
}

/** 712, key to the means of transport. */
const VEHICLE_KEYS: Partial<Record<string, string>> = { road: '01', rail: '08', air: '10', sea: '11' };

function writeTransport(writer: RecordWriter, transport: DespatchStatement, control: VdaControl): void {
  const [handedOverOn, handedOverAt] = vdaMoment(transport.despatchedAt, control);
  const [expectedOn, expectedAt] = vdaMoment(transport.expectedAt, control);
  const { carrier, vehicle, mode } = transport;
  writer.add('712', {
    consignment: transport.transportReference,
    supplierPlant: transport.shipFrom?.code,
    carrier: carrier?.name ?? carrier?.code,
    handedOverOn,
    handedOverAt,
    grossMassKg: transport.grossMassKg,
    packages: transport.packages,
    vehicleKey: vehicle && (VEHICLE_KEYS[mode ?? 'road'] ?? '01'),
    vehicle,
    expectedOn,
    expectedAt,
  });
}

function writeNote(writer: RecordWriter, note: DespatchStatement, control: VdaControl): void {
  const [documentOn] = vdaMoment(note.documentAt ?? note.despatchedAt, control);
  writer.add('713', {
    despatchNote: note.despatchNote,
    despatchedOn: documentOn,
    unloadingPoint: note.unloadingPoint,
    despatchType: note.mode && MODE_DESPATCH[note.mode],
    order: orderOf(note),
    customerPlant: note.shipTo.code,
    supplier: note.supplier.code,
  });
  for (const line of note.lines) {
    writeLine(writer, line);
    for (const group of ranges(note.units.filter((unit) => unit.line === line.line))) writePackaging(writer, group);
  }
}

function orderOf({ lines, despatchNote }: DespatchStatement): string | undefined {
  const [order, ...others] = new Set(lines.map(({ orderReference }) => orderReference));
  if (others.length === 0) return order;
  throw new RangeError(`VDA 4913 names one order per delivery note; ${despatchNote} has ${others.length + 1}`);
}

function writeLine(writer: RecordWriter, line: DespatchLine): void {
  const unit = vdaUnit(line.unit);
  if (unit === undefined) throw new RangeError(`VDA 4913 has no code for the unit ${line.unit}`);
  writer.add('714', {
    customerPart: line.part.buyerNumber,
    supplierPart: line.part.supplierNumber,
    origin: line.countryOfOrigin,
    quantity: line.quantity,
    unit,
    line: line.line,
    batch: line.batch,
    usage: 'S',
  });
}

/** Neighbours of one kind whose labels count up by one. */
function ranges(units: DespatchUnit[]): DespatchUnit[][] {
  const groups: DespatchUnit[][] = [];
  for (const unit of units) {
    const before = groups.at(-1)?.at(-1);
    if (before && follows(before, unit)) groups.at(-1)!.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

function follows(before: DespatchUnit, unit: DespatchUnit): boolean {
  const alike = before.packaging === unit.packaging && before.quantity === unit.quantity;
  const numbered = isLabel(before) && isLabel(unit) && before.unit.length === unit.unit.length;
  return alike && numbered && Number(unit.unit) === Number(before.unit) + 1;
}

const isLabel = ({ unit, packagingCount }: DespatchUnit): boolean =>
  /^\d{1,9}$/.test(unit) && packagingCount === undefined;

function writePackaging(writer: RecordWriter, [first, ...others]: DespatchUnit[]): void {
  const { packaging, line, quantity, packagingCount = 1 } = first!;
  const labelled = isLabel(first!);
  writer.add('715', {
    customerPackaging: packaging,
    packages: labelled ? others.length + 1 : packagingCount,
    line,
    fill: quantity,
    firstLabel: labelled ? first!.unit : undefined,
    lastLabel: labelled ? (others.at(-1) ?? first!).unit : undefined,
  });
}
