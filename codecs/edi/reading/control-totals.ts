import { TOTAL_MISMATCH } from '../problems.ts';
import { peek, type Segment, take } from '../segment.ts';
import { child } from '../tree.ts';
import { type Reading, readNumber } from './reading.ts';

interface Totals {
  lines: number;
  lineTag: string;
  /** The sum of quantities, asked for where the message states one. */
  hash: () => number;
}

/** CTT: number of lines and, where stated, the sum of their quantities. Partners define the sum differently, so both only warn. */
export function checkTotals(reading: Reading, message: Segment, { lines, lineTag, hash }: Totals): void {
  const ctt = child(message, 'CTT');
  if (!ctt) return;
  const stated = readNumber(reading, ctt, 1);
  if (stated !== undefined && stated !== lines)
    reading.report(TOTAL_MISMATCH, ctt, { value: String(stated), element: 1, expected: `${lines} ${lineTag}` });
  if (!peek(ctt, 2)) return;
  const sum = readNumber(reading, ctt, 2);
  take(ctt, 2);
  if (sum === undefined) return;
  const own = hash();
  if (Math.abs(sum - own) > 1e-6)
    reading.report(TOTAL_MISMATCH, ctt, {
      value: String(sum),
      element: 2,
      expected: `${own} as the sum of quantities`,
    });
}
