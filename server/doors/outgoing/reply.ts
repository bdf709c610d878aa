import type {
  AcknowledgementStatement,
  ApplicationAdviceStatement,
  Instant,
  MessageVerdict,
  Statement,
  SyntaxFault,
} from '@intakt/contract';
import { MESSAGES } from '@intakt/edi';
import type { InboxMessage } from '../inbox/message.ts';
import { compact } from '../gaps.ts';

/** Why, in the words and codes of the partner's system, and where in the message if it says so. */
export interface ReplyReason {
  code?: string;
  text?: string;
  /** Reference of the message within the interchange. */
  message?: string;
  segment?: number;
  tag?: string;
  element?: number;
  value?: string;
}
export interface Reply {
  /** The message of the inbox that says it. */
  inbox: string;
  type: string;
  outcome: MessageVerdict | 'received';
  at: Instant;
  reasons: ReplyReason[];
}

/** What one statement says of one interchange of ours, under the number by which it names it. */
export interface Verdict {
  reference: string;
  /** Message types that the named group can hold. */
  types?: string[];
  outcome: Reply['outcome'];
  reasons: ReplyReason[];
}

type ReplyStatement = AcknowledgementStatement | ApplicationAdviceStatement;
const isReplyStatement = (statement: Statement): statement is ReplyStatement =>
  statement.kind === 'acknowledgement' || statement.kind === 'application-advice';

const REPLIES = ['CONTRL', 'APERAK', '997', '999', '824', 'TA1'];

/** Messages that only say what became of ours. By their type: one that cannot be read is not to be acknowledged either. */
export const isReply = ({ type }: { type: string }): boolean => REPLIES.includes(type.split(' ')[0] ?? '');

export const verdictsOf = ({ content }: InboxMessage): Verdict[] =>
  (content.list as Statement[])
    .filter(isReplyStatement)
    .flatMap((statement) =>
      statement.kind === 'acknowledgement' ? ofAcknowledgement(statement) : ofAdvice(statement),
    );

/** CONTRL and TA1 name an interchange; 997 and 999 a group, which bears the number of its interchange when we write it. */
function ofAcknowledgement({ interchange, outcome, errors, groups, messages }: AcknowledgementStatement): Verdict[] {
  if (!interchange)
    return groups.map((group) => ({
      reference: group.reference,
      ...(group.identifier ? { types: typesIn(group.identifier) } : {}),
      outcome: worst([group.outcome, ...group.messages.map((message) => message.outcome)]),
      reasons: [...group.errors.map((fault) => reasonOf(fault)), ...group.messages.flatMap(reasonsOfMessage)],
    }));
  const all = [...messages, ...groups.flatMap((group) => group.messages)];
  return [
    {
      reference: interchange.reference,
      outcome: worst([outcome, ...[...groups, ...all].map((part) => part.outcome)]),
      reasons: [
        ...[...errors, ...groups.flatMap((group) => group.errors)].map((fault) => reasonOf(fault)),
        ...all.flatMap(reasonsOfMessage),
      ],
    },
  ];
}

const typesIn = (group: string): string[] =>
  MESSAGES.filter(({ functionalGroup }) => functionalGroup === group).map(({ name }) => name);

/** One refused message of an interchange is enough for somebody to look. */
const worst = (outcomes: Reply['outcome'][]): Reply['outcome'] =>
  (['rejected', 'accepted-with-errors', 'accepted'] as const).find((one) => outcomes.includes(one)) ?? 'received';

const reasonsOfMessage = ({ reference, errors }: { reference: string; errors: SyntaxFault[] }): ReplyReason[] =>
  errors.map((fault) => ({ message: reference, ...reasonOf(fault) }));

function reasonOf({ code, meaning, segment, tag, element, value }: SyntaxFault): ReplyReason {
  return compact({ code, text: meaning, segment, tag, element, value });
}

/** APERAK and 824 reply to a document; only by the number of its interchange or group can it be found for certain. */
function ofAdvice({ subject, outcome, errors }: ApplicationAdviceStatement): Verdict[] {
  const reference = subject.interchange ?? subject.group;
  if (!reference) return [];
  const reasons = errors.map(({ code, text, reference: about, segment, value }) =>
    compact({ code, text, message: subject.message, tag: segment, value: value ?? about }),
  );
  return [{ reference, outcome, reasons }];
}
