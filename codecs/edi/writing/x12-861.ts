import type { ReceiptStatement } from '@intakt/contract';
import { STATUS_CONDITIONS, x12Unit } from '../codes.ts';
import { type Control, decimal } from './control.ts';
import { dateAndTime, lin, moment, n1, pid, ref, writeX12, type X12Segment, type X12Set } from './x12.ts';

/** 861 in 004010, one set per receipt. Without a place in 861: the cumulative quantity received. */
export function encode861(statements: ReceiptStatement[], control: Control): Uint8Array {
  return writeX12(
    statements.map((statement) => writeReceipt(statement, control)),
    control,
  );
}

function writeReceipt(statement: ReceiptStatement, control: Control): X12Set {
  const { receiptNumber, receivedAt, despatchNote, customer, supplier, site, lines } = statement;
  const [date, time] = dateAndTime(receivedAt, control);
  return {
    type: '861',
    functionalGroup: 'RC',
    segments: [
      ['BRA', receiptNumber, date, '00', '1', time],
      ...ref('SI', despatchNote),
      ...moment('050', receivedAt, control),
      ...n1('BY', customer),
      ...n1('SU', supplier),
      ...n1('ST', site),
      ...lines.flatMap(writeLine),
      ['CTT', String(lines.length)],
    ],
  };
}

/** Stock that may not be used yet is in question (RCD06), the condition says why. */
function writeLine(
  { part, quantity, unit, status, reason }: ReceiptStatement['lines'][number],
  index: number,
): X12Segment[] {
  const condition = status && STATUS_CONDITIONS[status];
  const amount = [decimal(quantity), x12Unit(unit)];
  const questioned = status === 'blocked' || status === 'in-quality';
  const quantities = questioned ? ['', '', '', '', ...amount] : [...amount, '', '', '', ''];
  return [
    ['RCD', String(index + 1), ...quantities, condition],
    lin(undefined, part),
    ...pid(part.description),
    ...ref('ACC', reason),
  ];
}
