import type { ApplicationAdviceStatement, ApplicationError, MessageVerdict } from '@intakt/contract';
import type { Control } from './control.ts';
import { day, type EdifactMessage, type EdifactSegment, moment, nad, rff, writeEdifact } from './edifact.ts';

/** BGM 4343. */
const RESPONSES: Record<MessageVerdict, string> = { accepted: 'AP', 'accepted-with-errors': 'CA', rejected: 'RE' };

/**
 * APERAK D.99B, the first that names the document: one message per statement. Without a place in APERAK: further
 * codes of a party, the functional group, segment, element and value of an error.
 */
export function encodeAperak(statements: ApplicationAdviceStatement[], control: Control): Uint8Array {
  return writeEdifact(
    statements.map((statement) => writeAdvice(statement, control)),
    control,
  );
}

function writeAdvice(statement: ApplicationAdviceStatement, control: Control): EdifactMessage {
  const { adviceNumber, outcome, advisedAt, from, to, subject, errors } = statement;
  return {
    identifier: ['APERAK', 'D', '99B', 'UN'],
    segments: [
      ['BGM', outcome === 'accepted' ? '312' : '313', adviceNumber, '', RESPONSES[outcome]],
      ...moment('137', advisedAt, control),
      ['DOC', ['', '', '', subject.type], subject.number],
      ...day('137', subject.day),
      ...rff('ACW', subject.message),
      ...rff('INN', subject.interchange),
      ...nad('MS', from),
      ...nad('MR', to),
      ...errors.flatMap(writeError),
    ],
  };
}

function writeError({ code, text, reference }: ApplicationError): EdifactSegment[] {
  return [
    ['ERC', code],
    ...(text ? [['FTX', 'AAO', '', '', text] as EdifactSegment] : []),
    ...(reference ? [['RFF', reference.split(':')] as EdifactSegment] : []),
  ];
}
