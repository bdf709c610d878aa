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
      ...errors.flatMap(writeError),
    ],
  };
}

/** TED02 holds 60 characters; what a text says beyond them continues in NTE. */
function writeError({ code, text, segment, element, value }: ApplicationError): X12Segment[] {
  const [first, ...further] = wrap(text ?? '', MOST_TED_TEXT);
  return [
    ['TED', code ?? '024', first, segment, '', element, '', value],
    ...further.map((line): X12Segment => ['NTE', '', line]),
  ];
}

const MOST_TED_TEXT = 60;
const MOST_NTE_TEXT = 80;

/** Broken between words, which the reader joins again; a word longer than a line is broken where the line ends. */
function wrap(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const space = text.lastIndexOf(' ', most);
  const end = space > 0 ? space : most;
  return [text.slice(0, end), ...wrap(text.slice(space > 0 ? end + 1 : end), MOST_NTE_TEXT)];
}
