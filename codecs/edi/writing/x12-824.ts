import type { ApplicationAdviceStatement, ApplicationError, MessageVerdict } from '@intakt/contract';
import type { Control } from './control.ts';
import { dateAndTime, day8, n1, writeX12, type X12Segment, type X12Set } from './x12.ts';

/** OTI01 for a transaction set (110). */
const VERDICTS: Record<MessageVerdict, string> = { accepted: 'TA', 'accepted-with-errors': 'TE', rejected: 'TR' };

/**
 * 824 in 004010, one set per statement. Without a place in 824: the interchange of the document, the reference of an
 * error. An advice without a moment takes that of the interchange.
 */
export function encode824(statements: ApplicationAdviceStatement[], control: Control): Uint8Array {
  return writeX12(
    statements.map((statement) => writeAdvice(statement, control)),
    control,
  );
}

function writeAdvice(statement: ApplicationAdviceStatement, control: Control): X12Set {
  const { adviceNumber, advisedAt, from, to, outcome, subject, errors } = statement;
  const { number, day, group, message, type } = subject;
  return {
    type: '824',
    functionalGroup: 'AG',
    segments: [
      ['BGN', '11', adviceNumber, ...dateAndTime(advisedAt ?? control.preparedAt, control)],
      ...n1('FR', from),
      ...n1('TO', to),
      ['OTI', VERDICTS[outcome], 'TN', number, '', '', day8(day), '', group, message, type],
      ...errors.map(writeError),
    ],
  };
}

const writeError = ({ code, text, segment, element, value }: ApplicationError): X12Segment => [
  'TED',
  code ?? '024',
  text,
  segment,
  '',
  element,
  '',
  value,
];
