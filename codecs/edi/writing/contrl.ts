import type { AcknowledgedMessage, AcknowledgementStatement, PartyReference, SyntaxFault } from '@intakt/contract';
import { OUTCOME_ACTIONS } from '../syntax-codes.ts';
import type { Control } from './control.ts';
import { type EdifactSegment, writeEdifact } from './edifact.ts';

/**
 * CONTRL (syntax 3), one message per statement. Without a place in CONTRL: the value of an error, counts of a group,
 * more than one error of a whole interchange, group or message.
 */
export function encodeContrl(statements: AcknowledgementStatement[], control: Control): Uint8Array {
  return writeEdifact(
    statements.map((statement) => ({ identifier: ['CONTRL', 'D', '3', 'UN'], segments: writeAnswer(statement) })),
    control,
  );
}

const address = (party: PartyReference | undefined) => [party?.code, party?.agency];
const firstCode = (faults: SyntaxFault[]) => faults[0]?.code;

function writeAnswer({ interchange, outcome, errors, groups, messages }: AcknowledgementStatement): EdifactSegment[] {
  return [
    [
      'UCI',
      interchange?.reference,
      address(interchange?.sender),
      address(interchange?.receiver),
      OUTCOME_ACTIONS[outcome],
      firstCode(errors),
    ],
    ...messages.flatMap(writeMessage),
    ...groups.flatMap((group) => [
      ['UCF', group.reference, '', '', OUTCOME_ACTIONS[group.outcome], firstCode(group.errors)] as EdifactSegment,
      ...group.messages.flatMap(writeMessage),
    ]),
  ];
}

function writeMessage({ reference, type, outcome, errors }: AcknowledgedMessage): EdifactSegment[] {
  const [name, release, association] = type.split(' ');
  const identifier = [name, ...(release?.split('.') ?? []), release ? 'UN' : '', association];
  const whole = errors.filter(({ segment }) => segment === undefined);
  return [
    ['UCM', reference, identifier, OUTCOME_ACTIONS[outcome], firstCode(whole)],
    ...errors.filter((fault) => fault !== whole[0]).flatMap(writeFault),
  ];
}

/** UCS names the segment, UCD the element, for which the tag counts as the first; a fault of the whole segment is coded in UCS. */
function writeFault({ code, segment = 1, element, component }: SyntaxFault): EdifactSegment[] {
  const place = String(segment);
  if (!element) return [['UCS', place, code]];
  return [
    ['UCS', place],
    ['UCD', code, [String(element + 1), component ? String(component) : '']],
  ];
}
