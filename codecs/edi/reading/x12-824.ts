import type { ApplicationAdviceStatement, ApplicationError, MessageVerdict } from '@intakt/contract';
import { CODE_DOUBTFUL, ELEMENT_MISSING } from '../problems.ts';
import { type Segment, take, text } from '../segment.ts';
import { child, children } from '../tree.ts';
import { compact, completed, pickParty, readN1Parties } from './party.ts';
import { type Reading, readX12Date, readX12Moment, readX12Time } from './reading.ts';

/** OTI01 (110): its first letter is the level, its second the verdict (TA, TE, TR for a transaction set, IA … for an item). */
const VERDICTS: Record<string, MessageVerdict> = { A: 'accepted', E: 'accepted-with-errors', R: 'rejected' };

/** 824: one statement per OTI. BGN: purpose, reference, date, time. */
export function readX12Advice(message: Segment, reading: Reading): ApplicationAdviceStatement[] {
  const bgn = child(message, 'BGN');
  const adviceNumber = text(bgn, 2) ?? '';
  if (bgn && !adviceNumber) reading.report(ELEMENT_MISSING, bgn, { element: 2, expected: 'a reference (BGN02)' });
  take(bgn, 1);
  const parties = readN1Parties(reading, message);
  const head = {
    adviceNumber,
    advisedAt: bgn && readX12Moment(reading, bgn, [3, 4, 5]),
    from: completed(pickParty(parties, 'FR', '41', 'SE', 'BY'), reading.sender),
    to: completed(pickParty(parties, 'TO', '40', 'SU'), reading.receiver),
  };
  return children(message, 'OTI').map((oti) =>
    compact({
      kind: 'application-advice' as const,
      position: reading.position(oti),
      ...head,
      outcome: readVerdict(oti, reading),
      subject: readSubject(oti, reading),
      errors: children(oti, 'TED').map(readError),
    }),
  );
}

function readVerdict(oti: Segment, reading: Reading): MessageVerdict {
  const code = text(oti, 1) ?? '';
  const verdict = VERDICTS[code[1] ?? ''];
  if (!verdict) reading.report(CODE_DOUBTFUL, oti, { value: code, element: 1, expected: 'a rejection' });
  return verdict ?? 'rejected';
}

/** OTI: 02/03 number of the document, 06/07 when it was written, 08 its group, 09 its set, 10 its kind. */
function readSubject(oti: Segment, reading: Reading): ApplicationAdviceStatement['subject'] {
  take(oti, 2);
  readX12Time(reading, oti, 7);
  return compact({
    type: text(oti, 10),
    number: text(oti, 3),
    day: readX12Date(reading, oti, 6),
    group: text(oti, 8),
    message: text(oti, 9),
  });
}

/** TED: code, text, segment, its place, element, its reference, and the data that was wrong. NTE continues the text. */
function readError(ted: Segment): ApplicationError {
  const notes = children(ted, 'NTE').map((nte) => text(nte, 2));
  return compact({
    code: text(ted, 1),
    text: [text(ted, 2), ...notes].filter(Boolean).join(' ') || undefined,
    segment: text(ted, 3),
    element: text(ted, 5),
    value: text(ted, 7),
  });
}
