import type { DespatchLine, DespatchStatement, DespatchUnit, PartyReference, TransportMode } from '@intakt/contract';
import { instantOf } from '../moments.ts';
import { ELEMENT_MISSING, NUMBER_INVALID } from '../problems.ts';
import { compact } from '../reading/party.ts';
import { childrenOf, type VdaNode, type VdaReading } from './node.ts';
import type { VdaRecord } from './record.ts';
import { readVdaUnit } from './unit.ts';

/** 713, how the goods are despatched: the customer's, a forwarder's or the supplier's truck, rail, air, sea. */
const DESPATCH_MODES: Readonly<Record<string, TransportMode>> = {
  '01': 'road',
  '02': 'road',
  '03': 'road',
  '04': 'road',
  '05': 'road',
  '08': 'rail',
  '10': 'air',
  '11': 'sea',
};
export const MODE_DESPATCH: Partial<Record<TransportMode, string>> = { road: '03', rail: '08', air: '10', sea: '11' };

/** VDA 4913: one 712 is a transport, and each 713 in it a despatch advice of its own. */
export function readTransport(node: VdaNode, reading: VdaReading): DespatchStatement[] {
  const transport = readHead(node.record, reading);
  return childrenOf(node, '713').map((note) => readNote(note, transport, reading));
}

type Head = Partial<DespatchStatement>;

/** What all delivery notes of a transport share. */
function readHead(transport: VdaRecord, { header, offsetMinutes, report }: VdaReading): Head {
  const moment = (dayField: string, timeField: string): string | undefined => {
    const day = transport.day(dayField, report);
    const time = transport.time(timeField, report);
    return day && instantOf({ day, ...(time && { time }) }, offsetMinutes);
  };
  return {
    customer: compact({ code: header?.text('customer') }),
    supplier: compact({ code: header?.text('supplier') }),
    carrier: readCarrier(header?.text('carrier'), transport.text('carrier')),
    despatchedAt: moment('handedOverOn', 'handedOverAt'),
    expectedAt: moment('expectedOn', 'expectedAt'),
    transportReference: transport.reference('consignment'),
    vehicle: readVehicle(transport),
    grossMassKg: transport.number('grossMassKg', report) || undefined,
    packages: transport.number('packages', report) || undefined,
    ...readShipFrom(transport),
  };
}

/** The header names the carrier by its number, the transport by what the parties call it. */
function readCarrier(number: string | undefined, name: string | undefined): PartyReference | undefined {
  if (number === undefined) return name ? { code: name } : undefined;
  return { code: number, ...(name && name !== number && { name }) };
}

/** 712, key to the means of transport: 02 is a waybill, 07 and 09 are parcel numbers; the others name the vehicle. */
function readVehicle(transport: VdaRecord): string | undefined {
  const isVehicle = ['01', '08', '10', '11'].includes(transport.peek('vehicleKey') ?? '01');
  if (!isVehicle) return undefined;
  transport.text('vehicleKey');
  return transport.text('vehicle');
}

function readShipFrom(transport: VdaRecord): Pick<Head, 'shipFrom'> {
  const code = transport.text('supplierPlant');
  return code ? { shipFrom: { code } } : {};
}

function readNote(node: VdaNode, transport: Head, reading: VdaReading): DespatchStatement {
  const note = node.record;
  const { report, offsetMinutes } = reading;
  const despatchNote = note.reference('despatchNote') ?? '';
  if (!despatchNote) report(ELEMENT_MISSING, note, { expected: 'the number of the delivery note' }, 'despatchNote');
  const despatchedOn = note.day('despatchedOn', report);
  const supplier = note.text('supplier');
  const order = note.reference('order');
  return compact<DespatchStatement>({
    kind: 'despatch',
    position: reading.position(note),
    despatchNote,
    function: 'unspecified',
    customer: transport.customer ?? {},
    ...transport,
    supplier: supplier ? { code: supplier } : (transport.supplier ?? {}),
    shipTo: compact({ code: note.text('customerPlant') }),
    documentAt: despatchedOn && instantOf({ day: despatchedOn }, offsetMinutes),
    unloadingPoint: note.text('unloadingPoint'),
    mode: readMode(note),
    lines: childrenOf(node, '714').map((line, index) => readLine(line.record, { order, index }, reading)),
    units: new UnitReader(despatchNote, reading).read(node),
  });
}

function readMode(note: VdaRecord): TransportMode | undefined {
  const mode = DESPATCH_MODES[note.peek('despatchType') ?? ''];
  if (mode) note.text('despatchType');
  return mode;
}

function readLine(
  article: VdaRecord,
  { order, index }: { order: string | undefined; index: number },
  { report }: VdaReading,
): DespatchLine {
  const quantity = article.number('quantity', report);
  if (quantity === undefined) report(ELEMENT_MISSING, article, { expected: 'the quantity delivered' }, 'quantity');
  return compact<DespatchLine>({
    line: article.number('line', report) || index + 1,
    part: compact({ buyerNumber: article.text('customerPart'), supplierNumber: article.text('supplierPart') }),
    quantity: quantity ?? 0,
    unit: readVdaUnit(article, 'unit', report),
    orderReference: order,
    batch: article.text('batch'),
    countryOfOrigin: article.reference('origin'),
  });
}

/** No despatch advice lists more load carriers than the contract holds; more than these are counted. */
const MOST_LABELS = 10_000;

/** 715: load carriers of one kind under one article, numbered from label to label or only counted. */
class UnitReader {
  readonly #note: string;
  readonly #reading: VdaReading;
  #made = 0;
  #left = MOST_LABELS;

  constructor(note: string, reading: VdaReading) {
    this.#note = note;
    this.#reading = reading;
  }

  read(node: VdaNode): DespatchUnit[] {
    let line: number | undefined;
    const units: DespatchUnit[] = [];
    for (const child of node.children) {
      const { record } = child;
      if (!record.definition) continue;
      if (record.tag === '714') line = Number(record.peek('line')) || undefined;
      if (record.tag === '715') units.push(...this.#readPackaging(record, line));
    }
    return units;
  }

  #readPackaging(record: VdaRecord, lineBefore: number | undefined): DespatchUnit[] {
    const { report } = this.#reading;
    const count = this.#countOf(record);
    const shared = compact({
      packaging: record.text('customerPackaging') ?? record.text('supplierPackaging'),
      line: record.number('line', report) || lineBefore,
      quantity: record.number('fill', report) || undefined,
    });
    const labels = this.#labelsOf(record, count);
    if (labels.length > 0) return labels.map((unit) => ({ unit, ...shared }));
    const unit = `${this.#note}-${++this.#made}`;
    return [{ unit, ...shared, ...(count > 1 && { packagingCount: count }) }];
  }

  #countOf(record: VdaRecord): number {
    const { report } = this.#reading;
    const count = record.number('packages', report) ?? 0;
    if (Number.isInteger(count)) return count;
    const value = record.peek('packages') ?? '';
    report(NUMBER_INVALID, record, { value, expected: 'whole packages, with three decimals unwritten' }, 'packages');
    return 0;
  }

  /** The numbers from the first label to the last, where there are as many as packages. */
  #labelsOf(record: VdaRecord, count: number): string[] {
    const [first, last] = [record.peek('firstLabel'), record.peek('lastLabel')];
    const numbered = /^\d{1,9}$/.test(first ?? '') && /^\d{1,9}$/.test(last ?? '');
    if (!numbered || Number(first) === 0 || count > this.#left) return [];
    if (Number(last) - Number(first) + 1 !== count) return [];
    record.text('firstLabel');
    record.text('lastLabel');
    this.#left -= count;
    const { length } = first!;
    return Array.from({ length: count }, (_, index) => String(Number(first) + index).padStart(length, '0'));
  }
}
