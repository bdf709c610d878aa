import type { ReceiptStatement } from '@intakt/contract';
import { CONDITION_STATUSES, unitOfX12 } from '../codes.ts';
import { ELEMENT_MISSING } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { child, children } from '../tree.ts';
import { readX12Item } from './part.ts';
import { compact, completed, pickParty, readN1Parties } from './party.ts';
import { qualified, type Reading, readQuantity, readUnit, readX12Moment } from './reading.ts';

/** 861: one statement; RCD gives units received, returned and in question. */
export function readReceivingNotice(message: Segment, reading: Reading): ReceiptStatement[] {
  const bra = child(message, 'BRA');
  const receiptNumber = text(bra, 1) ?? '';
  if (bra && !receiptNumber) reading.report(ELEMENT_MISSING, bra, { element: 1, expected: 'a receipt number' });
  take(bra, 3);
  const dtm = qualified(message, 'DTM', '050', '051', '009');
  take(dtm, 1);
  const written = bra && readX12Moment(reading, bra, [2, 5]);
  const parties = readN1Parties(reading, message);
  const customer = completed(pickParty(parties, 'BY'), reading.sender);
  const ref = qualified(message, 'REF', 'SI', 'PK', 'BM');
  take(ref, 1);
  const statement: ReceiptStatement = {
    kind: 'receipt',
    position: reading.position(bra ?? message),
    receiptNumber,
    despatchNote: text(ref, 2),
    receivedAt: (dtm && readX12Moment(reading, dtm, [2, 3, 4])) ?? written ?? '',
    customer,
    supplier: completed(pickParty(parties, 'SU', 'SE', 'VN'), reading.receiver),
    site: pickParty(parties, 'ST') ?? customer,
    lines: children(message, 'RCD').map((rcd) => readLine(rcd, reading)),
  };
  return [compact(statement)];
}

/** RCD: 02/03 received, 04/05 returned, 06/07 in question, 08 condition (412). */
function readLine(rcd: Segment, reading: Reading): ReceiptStatement['lines'][number] {
  const segment = rcd;
  take(segment, 1);
  const item = readX12Item(reading, child(rcd, 'LIN'), rcd);
  const at = [2, 6, 4].find((element) => peek(segment, element));
  if (!at) reading.report(ELEMENT_MISSING, segment, { element: 2, expected: 'a received quantity' });
  const condition = text(segment, 8);
  const status = condition === undefined ? undefined : CONDITION_STATUSES[condition];
  return compact({
    part: item.part,
    quantity: at ? (readQuantity(reading, segment, at) ?? 0) : 0,
    unit: at ? readUnit(reading, segment, at + 1, unitOfX12) : 'H87',
    status,
    reason: readReason(rcd) ?? (condition && !status ? condition : undefined),
  });
}

/** REF*ACC: the status that the receiver gives. */
function readReason(rcd: Segment): string | undefined {
  const ref: Segment | undefined = qualified(rcd, 'REF', 'ACC');
  take(ref, 1);
  return text(ref, 2);
}
