import type { ReceiptStatement } from '@intakt/contract';
import { RECEIVED_STATUSES, unitOfEdifact } from '../codes.ts';
import { instantOf } from '../moments.ts';
import { ELEMENT_MISSING } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { child, children } from '../tree.ts';
import { readDates } from './dates.ts';
import { readEdifactPart } from './part.ts';
import { compact, completed, pickParty, readNadParties } from './party.ts';
import { qualified, type Reading, readQuantity, readUnit } from './reading.ts';

/** 2005: 50 goods receipt, 35 delivery actual, 310 received, 137 document. */
const RECEIVED = ['50', '35', '310', '137'];
/** 1153: AAK despatch advice, DQ delivery note, AAU despatch note, AAJ delivery order. */
const DESPATCH_NOTES = ['AAK', 'AAU', 'DQ', 'AAJ'];

/** RECADV: one statement per message; a line whose quantity is split by status becomes several. */
export function readReceivingAdvice(message: Segment, reading: Reading): ReceiptStatement[] {
  const bgm = child(message, 'BGM');
  take(bgm, 1);
  take(bgm, 3);
  const receiptNumber = text(bgm, 2) ?? '';
  if (bgm && !receiptNumber) reading.report(ELEMENT_MISSING, bgm, { element: 2, expected: 'a receipt number' });
  const dates = readDates(reading, children(message, 'DTM'), RECEIVED);
  const received = RECEIVED.map((qualifier) => dates.get(qualifier)).find(Boolean);
  const parties = readNadParties(reading, message);
  const customer = completed(pickParty(parties, 'BY'), reading.sender);
  const note = qualified(message, 'RFF', ...DESPATCH_NOTES);
  take(note, 1);
  const lins = [...children(message, 'LIN'), ...children(message, 'CPS').flatMap((cps) => children(cps, 'LIN'))];
  const statement: ReceiptStatement = {
    kind: 'receipt',
    position: reading.position(bgm ?? message),
    receiptNumber,
    despatchNote: text(note, 1, 2),
    receivedAt: received ? instantOf(received, reading.offsetMinutes) : '',
    customer,
    supplier: completed(pickParty(parties, 'SE', 'SU'), reading.receiver),
    site: pickParty(parties, 'ST', 'DP', 'CN', 'UC') ?? customer,
    lines: lins.flatMap((lin) => readLines(lin, reading)),
  };
  for (const cps of children(message, 'CPS')) for (const element of [1, 2, 3]) take(cps, element);
  return [compact(statement)];
}

function readLines(lin: Segment, reading: Reading): ReceiptStatement['lines'] {
  take(lin, 1);
  const part = readEdifactPart(reading, lin);
  const quantities = children(lin, 'QTY').filter((qty) => (peek(qty, 1, 1) ?? '') in RECEIVED_STATUSES);
  if (quantities.length === 0) reading.report(ELEMENT_MISSING, lin, { expected: 'a received quantity (QTY+48)' });
  const cumulative = qualified(lin, 'QTY', '70', '3');
  take(cumulative, 1);
  take(cumulative, 1, 3);
  const shared = compact({
    cumulative: cumulative && readQuantity(reading, cumulative, 1, 2),
    reason: readReason(lin),
  });
  return quantities.map((qty) => readLine(qty, { part, ...shared }, reading));
}

function readLine(
  qty: Segment,
  shared: Pick<ReceiptStatement['lines'][number], 'part' | 'cumulative' | 'reason'>,
  reading: Reading,
): ReceiptStatement['lines'][number] {
  const status = RECEIVED_STATUSES[text(qty, 1, 1)!];
  const quantity = readQuantity(reading, qty, 1, 2) ?? 0;
  return compact({ ...shared, quantity, unit: readUnit(reading, qty, 1, unitOfEdifact, 3), status });
}

/** QVR: why the quantity differs, as C960 text or code, else the kind of discrepancy. */
function readReason(lin: Segment): string | undefined {
  const qvr = child(lin, 'QVR');
  return text(qvr, 3, 4) ?? text(qvr, 3, 1) ?? text(qvr, 2);
}
