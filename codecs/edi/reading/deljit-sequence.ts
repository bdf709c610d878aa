import type { SequenceCall, SequencedItem, SequenceStatement } from '@intakt/contract';
import { unitOfEdifact } from '../codes.ts';
import { instantOf } from '../moments.ts';
import { CODE_DOUBTFUL, ELEMENT_MISSING } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { children } from '../tree.ts';
import { readDates } from './dates.ts';
import { instantUnder, readFunction, readHeading } from './heading.ts';
import { readEdifactPart, readFamily } from './part.ts';
import { compact, completed, pickParty, readNadParties } from './party.ts';
import { qualified, type Reading, readQuantity, readText, readUnit, referenceUnder } from './reading.ts';
import { readPlace, withLine } from './schedule-article.ts';

/** GIR 7405 of a vehicle reference set: AN manufacturing reference, VV vehicle identity, CN chassis, AP product, AQ release. */
const VEHICLE_NUMBERS: Record<string, 'productionNumber' | 'vin' | 'model' | 'callNumber'> = {
  AN: 'productionNumber',
  VV: 'vin',
  CN: 'vin',
  AP: 'model',
  AQ: 'callNumber',
};
export const isVehicleNumber = (qualifier: string): boolean => ['AN', 'VV', 'CN'].includes(qualifier);

/** BGM 1001 236 delivery forecast and 1225 25 forecast: the vehicle is on its way, and its parts may change. */
const PREVIEWS = { document: '236', function: '25' };

export function readSequence(
  message: Segment,
  actions: Record<string, SequenceCall['action']>,
  reading: Reading,
): SequenceStatement {
  const { at, number, document } = readHeading(message, reading, 'a document number');
  const isPreview = document === PREVIEWS.document || peek(at, 3) === PREVIEWS.function;
  const parties = readNadParties(reading, message);
  const to = parties.get('ST') ?? parties.get('CN') ?? parties.get('DP');
  const customer = completed(pickParty(parties, 'BY', 'MI'), reading.sender);
  return compact({
    kind: 'sequence' as const,
    position: reading.position(at),
    documentNumber: number,
    function: readFunction(reading, at),
    binding: isPreview ? ('preview' as const) : ('call' as const),
    customer,
    supplier: completed(pickParty(parties, 'SE', 'SU'), reading.receiver),
    shipFrom: pickParty(parties, 'SF', 'CZ'),
    shipTo: pickParty(parties, 'ST', 'CN', 'DP') ?? customer,
    unloadingPoint: to && readPlace(to.node, '11', '7'),
    issuedAt: instantUnder(readDates(reading, children(message, 'DTM')), reading, '137'),
    calls: children(message, 'SEQ').map((seq) => readCall(seq, actions, reading)),
  });
}

/** LOC 3227: 54 manufacturing department, 105 place of consumption, 159 further internal destination, 172 reporting location. */
function readCall(seq: Segment, actions: Record<string, SequenceCall['action']>, reading: Reading): SequenceCall {
  const lines = children(seq, 'LIN');
  const sequenceNumber = text(seq, 2, 1);
  take(seq, 2, 2);
  const dates = readDates(reading, children(seq, 'DTM'), [...DELIVERY, '63', '64', '94']);
  return compact({
    position: reading.position(seq),
    action: readAction(seq, actions, reading),
    callNumber: lines.map((lin) => referenceUnder(lin, 'AAN', 'RE')).find(Boolean),
    previousCallNumber: lines.map((lin) => referenceUnder(lin, 'AIF', 'ALM')).find(Boolean),
    sequenceNumber,
    ...readVehicle(seq),
    line: readPlace(seq, '54'),
    station: readPlace(seq, '105'),
    supplyArea: readPlace(seq, '159'),
    unloadingPoint: readPlace(seq, '11', '7'),
    dueAt: instantUnder(dates, reading, '64', ...DELIVERY),
    dueUntil: instantUnder(dates, reading, '63'),
    fitAt: instantUnder(dates, reading, '94'),
    reportingPoint: readPlace(seq, '172'),
    items: lines.map((lin) => readItem(lin, reading)),
  });
}

/** 2005 of the delivery at the unloading point, the best first. */
const DELIVERY = ['2', '69', '67', '17', '10'];

function readAction(
  seq: Segment,
  actions: Record<string, SequenceCall['action']>,
  reading: Reading,
): SequenceCall['action'] {
  const code = text(seq, 1);
  const known = code === undefined ? 'call' : actions[code];
  if (!known) reading.report(CODE_DOUBTFUL, seq, { value: code!, element: 1, expected: 'a call' });
  return known ?? 'call';
}

/** GIR: the vehicle's numbers, each with its qualifier. The first of a kind counts. */
function readVehicle(seq: Segment): Partial<Record<'productionNumber' | 'vin' | 'model' | 'callNumber', string>> {
  const vehicle: ReturnType<typeof readVehicle> = {};
  for (const gir of children(seq, 'GIR')) {
    take(gir, 1);
    for (let element = 2; element <= gir.size; element++) {
      const field = VEHICLE_NUMBERS[peek(gir, element, 2) ?? ''];
      if (!field || vehicle[field] !== undefined) continue;
      take(gir, element, 2);
      const number = text(gir, element, 1);
      if (number) vehicle[field] = number;
    }
  }
  return vehicle;
}

function readItem(lin: Segment, reading: Reading): SequencedItem {
  take(lin, 1);
  const part = readEdifactPart(reading, lin);
  if (!part.buyerNumber && !part.supplierNumber && !part.gtin)
    reading.report(ELEMENT_MISSING, lin, { element: 3, expected: 'an article number (LIN or PIA)' });
  const quantities = children(lin, 'QTY');
  const qty = qualified(lin, 'QTY', '113', '1', '21', '12') ?? quantities[0];
  if (!qty) reading.report(ELEMENT_MISSING, lin, { expected: 'a called-off quantity (QTY+113)' });
  take(qty, 1);
  const order = qualified(lin, 'RFF', 'ON');
  take(order, 1);
  const dated = [...children(lin, 'DTM'), ...quantities.flatMap((node) => children(node, 'DTM'))];
  const due = readDates(reading, dated, DELIVERY).first;
  const ftx = children(lin, 'FTX').find((segment) => peek(segment, 1) !== 'LIN');
  take(ftx, 1);
  return compact({
    part,
    family: readFamily(lin),
    quantity: (qty && readQuantity(reading, qty, 1, 2)) ?? 0,
    unit: qty ? readUnit(reading, qty, 1, unitOfEdifact, 3) : 'H87',
    supplyArea: readPlace(lin, '159'),
    dueAt: due && instantOf(due, reading.offsetMinutes),
    orderReference: withLine(text(order, 1, 2), text(order, 1, 3)),
    text: readText(ftx),
  });
}
