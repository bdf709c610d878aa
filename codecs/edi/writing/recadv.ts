import type { ReceiptStatement } from '@intakt/contract';
import { edifactUnit } from '../codes.ts';
import { type Control, decimal } from './control.ts';
import { also, article, type EdifactMessage, type EdifactSegment, moment, nad, rff, writeEdifact } from './edifact.ts';

type Line = ReceiptStatement['lines'][number];

/** 6063: accepted, refused, or held for quality control; received without saying is 48. */
const QUANTITY_KINDS: Record<NonNullable<Line['status']>, string> = {
  available: '194',
  blocked: '195',
  'in-quality': '89',
};

/** RECADV D.97A: one message per receipt. */
export function encodeRecadv(statements: ReceiptStatement[], control: Control): Uint8Array {
  return writeEdifact(
    statements.map((statement) => writeReceipt(statement, control)),
    control,
  );
}

function writeReceipt(statement: ReceiptStatement, control: Control): EdifactMessage {
  const { receiptNumber, despatchNote, receivedAt, customer, supplier, site, lines } = statement;
  return {
    identifier: ['RECADV', 'D', '97A', 'UN'],
    segments: [
      ['BGM', '632', receiptNumber, '9'],
      ...moment('50', receivedAt, control),
      ...rff('AAK', despatchNote),
      ...nad('BY', customer),
      ...also(customer),
      ...nad('SE', supplier),
      ...also(supplier),
      ...nad('ST', site),
      ...also(site),
      ['CPS', '1'],
      ...lines.flatMap((line, index) => writeLine(line, String(index + 1))),
    ],
  };
}

function writeLine({ part, quantity, unit, cumulative, status, reason }: Line, number: string): EdifactSegment[] {
  const code = edifactUnit(unit);
  const segments = article(number, part);
  segments.push(['QTY', [status ? QUANTITY_KINDS[status] : '48', decimal(quantity), code]]);
  if (cumulative !== undefined) segments.push(['QTY', ['70', decimal(cumulative), code]]);
  if (reason) segments.push(['QVR', '', '', ['', '', '', reason]]);
  return segments;
}
