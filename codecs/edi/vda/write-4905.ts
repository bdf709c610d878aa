import type { Authorisation, ScheduleQuantity, ScheduleStatement } from '@intakt/contract';
import { grouped } from '../writing/control.ts';
import { VDA_MESSAGES } from './records.ts';
import { DATE_CODES, writeScheduleDate } from './schedule-dates.ts';
import { vdaUnit } from './unit.ts';
import {
  type FieldValues,
  RecordWriter,
  transmission,
  type VdaControl,
  vdaDay,
  vdaMoment,
  writeTransmissions,
} from './writing.ts';

const DEFINITION = VDA_MESSAGES.find(({ name }) => name === '4905')!;

/**
 * VDA 4905: a transmission per day of zeroing, a 512 per statement.
 *
 * @param statements call-offs of one customer to one supplier; party codes of at most nine places, plants of three
 * @param control five-digit transmission number; further transmissions of the file take the numbers behind it
 * @throws RangeError where a value does not fit its field: nothing is cut
 * @example encode4905([schedule], { sender, receiver, reference: '22', preparedAt: '2026-03-02T06:30:00.000Z' })
 */
export function encode4905(statements: ScheduleStatement[], control: VdaControl): Uint8Array {
  const transmissions = grouped(statements, ({ customer, supplier, cumulative }) => [
    customer.code,
    supplier.code,
    cumulative?.zeroedOn,
  ]);
  return writeTransmissions(transmissions, control, writeTransmission);
}

function writeTransmission(statements: ScheduleStatement[], control: VdaControl): string[] {
  const writer = new RecordWriter(DEFINITION);
  const { customer, supplier, cumulative } = statements[0]!;
  writer.add('511', {
    customer: customer.code ?? control.sender.code,
    supplier: supplier.code ?? control.receiver.code,
    previousTransmission: transmission(control.previousReference) ?? '00000',
    transmission: transmission(control.reference),
    transmittedOn: vdaMoment(control.preparedAt, control)[0],
    zeroedOn: vdaDay(cumulative?.zeroedOn),
  });
  for (const statement of statements) writeCallOff(writer, statement);
  return writer.end();
}

function writeCallOff(writer: RecordWriter, statement: ScheduleStatement): void {
  const { part, cumulative, authorisations = [], unit } = statement;
  const code = vdaUnit(unit);
  if (code === undefined) throw new RangeError(`VDA 4905 has no code for the unit ${unit}`);
  writer.add('512', {
    plant: statement.shipTo.code,
    callOff: statement.release,
    callOffOn: vdaDay(statement.releasedOn),
    previousCallOff: statement.previousRelease ?? '0',
    customerPart: part.buyerNumber,
    supplierPart: part.supplierNumber,
    order: statement.orderReference,
    unloadingPoint: statement.unloadingPoint,
    unit: code,
    usage: 'S',
  });
  const [first, ...further] = calls(statement);
  const { lastDespatch } = cumulative ?? {};
  writer.add('513', {
    receivedOn: vdaDay(cumulative?.asOf),
    despatchNote: lastDespatch?.reference,
    despatchedOn: vdaDay(lastDespatch?.day),
    receivedQuantity: lastDespatch?.quantity,
    cumulativeReceived: cumulative?.received,
    ...first,
  });
  for (const record of further) writer.add('514', record);
  const supplement = supplementOf(statement, authorisations);
  if (Object.values(supplement).some((value) => value !== undefined)) writer.add('515', supplement);
  for (const { packaging, supplierPackaging, capacity } of statement.packaging ?? [])
    writer.add('517', { customerPackaging: packaging, supplierPackaging, capacity });
}

function supplementOf({ horizonEnd, supplyArea }: ScheduleStatement, authorisations: Authorisation[]): FieldValues {
  const of = (kind: Authorisation['kind']) => authorisations.find((authorisation) => authorisation.kind === kind);
  const [production, material] = [of('production'), of('material')];
  return {
    productionFrom: vdaDay(production?.from),
    productionUntil: vdaDay(production?.until),
    productionCumulative: production?.cumulative,
    materialFrom: vdaDay(material?.from),
    materialUntil: vdaDay(material?.until),
    materialCumulative: material?.cumulative,
    horizonEnd: vdaDay(horizonEnd),
    pointOfUse: supplyArea,
  };
}

/** Pairs of date and quantity: five for 513, eight for each 514; behind them the mark that there are no more. */
function calls({ quantities }: ScheduleStatement): FieldValues[] {
  const dated = quantities.map((line) => ({ date: dateOf(line), quantity: line.quantity, isSpan: isSpan(line) }));
  const pairs: [string, number][] = [
    ...dated.filter(({ isSpan: span }) => !span).map(pairOf),
    ...(dated.some(({ isSpan: span }) => span) ? [[DATE_CODES.spans, 0] as [string, number]] : []),
    ...dated.filter(({ isSpan: span }) => span).map(pairOf),
    [DATE_CODES.end, 0],
  ];
  const records: FieldValues[] = [];
  for (let at = 0; at < pairs.length; at += at === 0 ? 5 : 8) {
    const own = pairs.slice(at, at + (at === 0 ? 5 : 8));
    records.push(Object.fromEntries(own.flatMap(([date, quantity], i) => fields(date, quantity, i + 1))));
  }
  return records;
}

const fields = (date: string, quantity: number, number: number): [string, string | number][] => [
  [`date${number}`, date],
  [`quantity${number}`, quantity],
];

const pairOf = ({ date, quantity }: { date: string; quantity: number }): [string, number] => [date, quantity];

/** Whether the mark 555555 must stand before it. */
const isSpan = (line: ScheduleQuantity): boolean => line.to !== undefined && writeScheduleDate(line) !== undefined;

/** A span that is neither a month nor weeks of one year is wanted on its first day: earlier than meant is never too late. */
function dateOf(line: ScheduleQuantity): string {
  if (line.horizon === 'backorder') return DATE_CODES.backorder;
  if (line.horizon === 'immediate') return DATE_CODES.immediate;
  return writeScheduleDate(line) ?? writeScheduleDate({ from: line.from })!;
}
