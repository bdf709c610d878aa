import type { AcknowledgementStatement, MessagePosition, MessageVerdict } from '@intakt/contract';
import { type Segment, take, text } from '../segment.ts';
import { X12_VERDICTS } from '../x12-fault-codes.ts';

/**
 * TA1, which stands in the envelope and not in a set: what became of one interchange. 01 its control number, 02 and 03
 * its date and time, 04 the verdict, 05 a note (000 for none).
 */
export function readTa1(ta1: Segment, position: MessagePosition): AcknowledgementStatement {
  const note = text(ta1, 5) ?? '000';
  for (const element of [2, 3]) take(ta1, element);
  const outcome: MessageVerdict = X12_VERDICTS[text(ta1, 4) ?? ''] ?? 'rejected';
  return {
    kind: 'acknowledgement',
    position,
    interchange: { reference: text(ta1, 1) ?? '' },
    outcome,
    errors: note === '000' ? [] : [{ code: note }],
    groups: [],
    messages: [],
  };
}
