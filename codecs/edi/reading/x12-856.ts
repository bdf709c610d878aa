import type { DespatchLine, DespatchStatement, PartyReference } from '@intakt/contract';
import { KILOGRAMS, TRANSPORT_91, unitOfX12 } from '../codes.ts';
import { CODE_DOUBTFUL, ELEMENT_MISSING } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { checkTotals } from './control-totals.ts';
import { lineOf } from './despatch-line.ts';
import { LineNumbers } from './line-numbers.ts';
import { readX12Item } from './part.ts';
import { compact, completed, pickParty, readN1Parties } from './party.ts';
import { bestOf, qualified, type Reading, readNumber, readQuantity, readUnit, readX12Moment } from './reading.ts';
import { type Level, levelsOf } from './x12-856-levels.ts';
import { readUnits } from './x12-856-packaging.ts';
import { readPurpose } from './x12-header.ts';

/** 856: one statement; the HL tree gives shipment, orders, packs and items in whichever order the partners nest them. */
export function readShipNotice(message: Segment, reading: Reading): DespatchStatement[] {
  const bsn = child(message, 'BSN');
  const despatchNote = text(bsn, 2) ?? '';
  if (bsn && !despatchNote) reading.report(ELEMENT_MISSING, bsn, { element: 2, expected: 'a shipment number' });
  take(bsn, 5);
  const levels = levelsOf(message, reading);
  const shipment = levels.find(({ kind }) => kind === 'S')?.node ?? message;
  const lines = readLines(levels, reading);
  const units = readUnits(levels, despatchNote, reading);
  checkTotals(reading, message, {
    lines: levels.length,
    lineTag: 'HL',
    hash: () => lines.reduce((sum, line) => sum + line.quantity, 0),
  });
  const statement: DespatchStatement = {
    kind: 'despatch',
    position: reading.position(bsn ?? message),
    despatchNote,
    function: readPurpose(reading, bsn),
    documentAt: bsn && readX12Moment(reading, bsn, [3, 4]),
    ...readMoments([...children(message, 'DTM'), ...children(shipment, 'DTM')], reading),
    ...readRoles(levels, reading),
    ...readTransport(shipment, reading),
    ...readLoad(shipment, reading),
    lines,
    units,
  };
  return [compact(statement)];
}

/** DTM01 (374): 011 shipped; 017 estimated delivery, 371 estimated arrival, 067 current schedule delivery, 002 requested. */
function readMoments(dtms: Segment[], reading: Reading) {
  const moment = (...qualifiers: string[]) => {
    const dtm = bestOf(dtms, ...qualifiers);
    take(dtm, 1);
    return dtm && readX12Moment(reading, dtm, [2, 3, 4]);
  };
  return { despatchedAt: moment('011'), expectedAt: moment('017', '371', '067', '002') };
}

/** Parties stand at the shipment, the buyer often at the order. */
function readRoles(levels: Level[], reading: Reading) {
  const parties = levels
    .filter(({ kind }) => kind === 'S' || kind === 'O')
    .map(({ node }) => readN1Parties(reading, node));
  const party = (...roles: string[]) => parties.map((own) => pickParty(own, ...roles)).find(Boolean);
  const customer = completed(party('BY', 'OB'), reading.receiver);
  return {
    customer,
    supplier: completed(party('SU', 'SE', 'VN'), reading.sender),
    shipTo: party('ST') ?? customer,
    shipFrom: party('SF', 'SH'),
    carrier: party('CA'),
  };
}

/** TD5 carrier and mode, TD3 equipment, REF bill of lading (BM), packing list or carrier's number. */
function readTransport(shipment: Segment, reading: Reading) {
  const td5 = child(shipment, 'TD5');
  const td3 = child(shipment, 'TD3');
  const ref = qualified(shipment, 'REF', 'BM', 'CN', 'PK');
  const dock = qualified(shipment, 'REF', 'DK');
  for (const segment of [ref, dock]) take(segment, 1);
  const carrier = compact<PartyReference>({ agency: text(td5, 2), code: text(td5, 3), name: text(td5, 5) });
  const code = text(td5, 4);
  const mode = code === undefined ? undefined : TRANSPORT_91[code];
  if (code && !mode && !/^X+$/.test(code))
    reading.report(CODE_DOUBTFUL, td5!, { value: code, element: 4, expected: 'an unknown transport mode' });
  return {
    ...(Object.keys(carrier).length > 0 && { carrier }),
    transportReference: text(ref, 2),
    unloadingPoint: text(dock, 2),
    vehicle: [text(td3, 2), text(td3, 3)].filter(Boolean).join('') || undefined,
    mode,
  };
}

/** MEA gross weight, else TD107; TD102 the number of packages, several TD1 add up. */
function readLoad(shipment: Segment, reading: Reading): { grossMassKg?: number; packages?: number } {
  const mea = measureOf(shipment, 'G');
  const weighed = children(shipment, 'TD1').find((segment) => peek(segment, 6) === 'G');
  const td1s = children(shipment, 'TD1');
  const counts = td1s.map((td1) => readQuantity(reading, td1, 2)).filter((count) => count !== undefined);
  if (!mea) take(weighed, 6);
  const grossMassKg = mea ? readMass(reading, mea, [3, 4]) : weighed && readMass(reading, weighed, [7, 8]);
  return compact({ grossMassKg, packages: counts.length > 0 ? counts.reduce((a, b) => a + b) : undefined });
}

/** MEA02: G gross, N net. */
function measureOf(node: Segment, kind: string): Segment | undefined {
  for (let mea = child(node, 'MEA'); mea; mea = another(mea)) {
    if (peek(mea, 2) !== kind) continue;
    take(mea, 1);
    take(mea, 2);
    return mea;
  }
  return undefined;
}

function readMass(reading: Reading, segment: Segment, [value, unit]: [number, number]): number | undefined {
  const mass = readNumber(reading, segment, value);
  const factor = KILOGRAMS[readUnit(reading, segment, unit, unitOfX12)];
  return mass === undefined || factor === undefined ? undefined : Number((mass * factor).toFixed(6));
}

function readLines(levels: Level[], reading: Reading): DespatchLine[] {
  const lines: DespatchLine[] = [];
  const numbers = new LineNumbers();
  for (const level of levels) {
    if (level.kind !== 'I') continue;
    level.line = readLine(level, numbers, reading);
    lines.push(level.line);
  }
  return lines;
}

/** SN1: assigned number, quantity, unit, cumulative shipped. */
function readLine(level: Level, numbers: LineNumbers, reading: Reading): DespatchLine {
  const { node } = level;
  const lin = child(node, 'LIN');
  const sn1 = child(node, 'SN1');
  const item = readX12Item(reading, lin, node);
  if (!item.part.buyerNumber && !item.part.supplierNumber && !item.part.gtin)
    reading.report(ELEMENT_MISSING, lin ?? node, { element: 3, expected: 'an article number (LIN)' });
  if (!sn1) reading.report(ELEMENT_MISSING, node, { expected: 'a shipped quantity (SN1)' });
  const assigned = text(sn1, 1);
  const batch = qualified(node, 'REF', 'BT', 'LT');
  const dock = qualified(node, 'REF', 'DK');
  const origin = qualified(node, 'REF', 'ZC');
  take(batch, 1);
  take(dock, 1);
  take(origin, 1);
  const net = measureOf(node, 'N');
  return lineOf({
    line: numbers.take(item.assigned ?? assigned),
    part: item.part,
    quantity: (sn1 && readQuantity(reading, sn1, 2)) ?? 0,
    unit: sn1 ? readUnit(reading, sn1, 3, unitOfX12) : 'H87',
    orderReference: item.order ?? text(level.order, 1),
    cumulative: sn1 && readQuantity(reading, sn1, 4),
    batch: text(batch, 2),
    countryOfOrigin: countryOf(lin),
    netMassKg: net && readMass(reading, net, [3, 4]),
    unloadingPoint: text(dock, 2),
  });
}

/** LIN pair CH: country of origin. */
function countryOf(lin: Segment | undefined): string | undefined {
  for (let element = 2; lin && element < lin.size; element += 2) {
    if (peek(lin, element) !== 'CH') continue;
    take(lin, element);
    return text(lin, element + 1);
  }
  return undefined;
}
