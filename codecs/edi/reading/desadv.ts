import type { DespatchLine, DespatchStatement, PartyReference } from '@intakt/contract';
import { unitOfEdifact } from '../codes.ts';
import { ELEMENT_MISSING, TOTAL_MISMATCH, VALUE_INVALID } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { readDates } from './dates.ts';
import { readPackaging, type Sequence } from './desadv-packaging.ts';
import { lineOf } from './despatch-line.ts';
import { instantUnder, readFunction } from './heading.ts';
import { LineNumbers } from './line-numbers.ts';
import { readEdifactPart } from './part.ts';
import { compact, completed, type Parties, pickParty, readNadParties } from './party.ts';
import { qualified, type Reading, readNumber, readQuantity, readUnit, referenceUnder } from './reading.ts';
import { readPlace, withLine } from './schedule-article.ts';
import { readMass, readMode, readTotal, readVehicle } from './transport.ts';

/** BGM 1001 of a despatch advice: 351, and 345/352 as Odette and retail write it. */
const DOCUMENTS = ['351', '345', '352', '270', '35E', 'YA5'];
/** 2005: when it left, and when it is expected, the best first. */
const DESPATCHED = ['11', '110', '186'];
const EXPECTED = ['17', '132', '191', '358', '2'];

/** DESADV: one statement with all lines and the packaging tree. */
export function readDespatchAdvice(message: Segment, reading: Reading): DespatchStatement[] {
  const bgm = child(message, 'BGM');
  const despatchNote = readDocument(bgm, reading);
  const dates = readDates(reading, children(message, 'DTM'), ['137', ...DESPATCHED, ...EXPECTED]);
  const parties = readNadParties(reading, message);
  const order = referenceUnder(message, 'ON');
  const { lines, units, packages } = readContents(message, despatchNote, order, reading);
  checkLineCount(message, lines.length, reading);
  const statement: DespatchStatement = {
    kind: 'despatch',
    position: reading.position(bgm ?? message),
    despatchNote,
    function: readFunction(reading, bgm),
    documentAt: instantUnder(dates, reading, '137'),
    despatchedAt: instantUnder(dates, reading, ...DESPATCHED),
    expectedAt: instantUnder(dates, reading, ...EXPECTED),
    ...readRoles(parties, reading),
    ...readTransport(message, parties, reading),
    grossMassKg: readMass(reading, children(message, 'MEA'), GROSS),
    packages: readTotal(message, '11', reading) ?? packages,
    lines,
    units,
  };
  return [compact(statement)];
}

function readDocument(bgm: Segment | undefined, reading: Reading): string {
  const code = text(bgm, 1, 1);
  if (code && !DOCUMENTS.includes(code))
    reading.report(VALUE_INVALID, bgm!, {
      value: code,
      element: 1,
      component: 1,
      expected: `a despatch advice (${DOCUMENTS.join(', ')})`,
    });
  const number = text(bgm, 2);
  if (bgm && !number) reading.report(ELEMENT_MISSING, bgm, { element: 2, expected: 'a despatch note number' });
  return number ?? '';
}

function readRoles(parties: Parties, reading: Reading) {
  const customer = completed(pickParty(parties, 'BY'), reading.receiver);
  const place = PLACES.map((role) => parties.get(role)).find(Boolean);
  return {
    customer,
    supplier: completed(pickParty(parties, 'SE', 'SU'), reading.sender),
    shipTo: pickParty(parties, ...PLACES) ?? customer,
    shipFrom: pickParty(parties, 'SF', 'CZ', 'SH', 'PK'),
    unloadingPoint: place && readPlace(place.node, '11', '7', '159'),
  };
}

const PLACES = ['ST', 'CN', 'DP', 'UC'];

/** TDT mode, carrier and means; EQD the trailer or container; RFF the transport document or journey. */
function readTransport(message: Segment, parties: Parties, reading: Reading) {
  const tdt = child(message, 'TDT');
  take(tdt, 1);
  const journey = referenceUnder(message, 'AAS', 'CRN', 'BM', 'CN');
  const carrier = compact<PartyReference>({ code: text(tdt, 5, 1), agency: text(tdt, 5, 3), name: text(tdt, 5, 4) });
  return {
    carrier: pickParty(parties, 'CA', 'FW') ?? (Object.keys(carrier).length > 0 ? carrier : undefined),
    transportReference: journey ?? text(tdt, 2),
    vehicle: readVehicle(child(message, 'EQD'), tdt),
    mode: readMode(tdt, reading),
  };
}

/** 6313: AAD total gross, AAB gross, G gross (X12 usage), AAC total net, AAL and AAA net, AAF net. */
const GROSS = ['AAD', 'AAB', 'G'];
const NET = ['AAL', 'AAA', 'AAC', 'AAF', 'N'];

/** CNT 2: number of line items. */
function checkLineCount(message: Segment, lines: number, reading: Reading): void {
  const cnt = children(message, 'CNT').find((segment) => peek(segment, 1, 1) === '2');
  take(cnt, 1, 1);
  const stated = cnt && readNumber(reading, cnt, 1, 2);
  if (stated !== undefined && stated !== lines)
    reading.report(TOTAL_MISMATCH, cnt!, { value: String(stated), element: 1, component: 2, expected: `${lines} LIN` });
}

function readContents(message: Segment, despatchNote: string, order: string | undefined, reading: Reading) {
  const lines: DespatchLine[] = [];
  const numbers = new LineNumbers();
  const sequences: Sequence[] = [];
  for (let cps = child(message, 'CPS'); cps; cps = another(cps)) {
    const own: DespatchLine[] = [];
    for (let lin = child(cps, 'LIN'); lin; lin = another(lin)) {
      const line = readLine(lin, numbers, { order, reading });
      own.push(line);
      lines.push(line);
    }
    sequences.push({ cps, lines: own });
  }
  return { lines, ...readPackaging(sequences, despatchNote, reading) };
}

function readLine(
  lin: Segment,
  numbers: LineNumbers,
  { order, reading }: { order: string | undefined; reading: Reading },
): DespatchLine {
  const part = readEdifactPart(reading, lin);
  take(lin, 2);
  if (!part.buyerNumber && !part.supplierNumber && !part.gtin)
    reading.report(ELEMENT_MISSING, lin, { element: 3, expected: 'an article number (LIN or PIA)' });
  const qty = qualified(lin, 'QTY', '12', '46', '1', '47');
  if (!qty) reading.report(ELEMENT_MISSING, lin, { expected: 'a despatched quantity (QTY+12)' });
  take(qty, 1);
  const cumulative = qualified(lin, 'QTY', '3', '74');
  take(cumulative, 1);
  take(cumulative, 1, 3);
  const orderRff = qualified(lin, 'RFF', 'ON');
  take(orderRff, 1);
  return lineOf({
    line: numbers.take(text(lin, 1)),
    part,
    quantity: (qty && readQuantity(reading, qty, 1, 2)) ?? 0,
    unit: qty ? readUnit(reading, qty, 1, unitOfEdifact, 3) : 'H87',
    orderReference: withLine(text(orderRff, 1, 2), text(orderRff, 1, 3)) ?? order,
    cumulative: cumulative && readQuantity(reading, cumulative, 1, 2),
    batch: readBatch(lin),
    countryOfOrigin: text(child(lin, 'ALI'), 1),
    netMassKg: readMass(reading, children(lin, 'MEA'), NET),
    unloadingPoint: readPlace(lin, '159', '11'),
  });
}

/** GIN or RFF with the batch: 7405 BX, 1153 BT. */
function readBatch(lin: Segment): string | undefined {
  const gin = qualified(lin, 'GIN', 'BX');
  take(gin, 1);
  const rff = gin ? undefined : qualified(lin, 'RFF', 'BT');
  take(rff, 1);
  return text(gin, 2, 1) ?? text(rff, 1, 2);
}
