import type { ApplicationAdviceStatement, ApplicationError, Id, MessageError, Statement } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { encode824, encodeAperak } from '@intakt/edi';
import type { House } from '../../house.ts';
import { referenceOf } from '../edi/acknowledge.ts';
import { findParty } from '../edi/resolve-party.ts';
import { codesOf } from '../edi/search.ts';
import { NOWHERE } from '../edi/to-messages.ts';
import type { InboxMessage } from '../inbox/message.ts';
import { loadFor } from '../inbox/settle.ts';
import { type Decided, updateMessages } from '../inbox/store.ts';
import { shortHash } from '../master-data/identity.ts';
import { profileOf } from './answer.ts';
import { draft } from './draft.ts';
import { isReply } from './reply.ts';
import { insertOutgoing } from './store.ts';

/**
 * Keeps what has become of messages and tells the senders of those that were understood and are refused all the same,
 * with APERAK or 824. What could not be read stands in CONTRL or 997 already. One transaction, so that each is told.
 */
export async function keepSettled(
  house: House,
  { before, after, decided }: { before: InboxMessage[]; after: InboxMessage[]; decided?: Decided },
): Promise<void> {
  const was = new Map(before.map((message) => [message.id, message]));
  const refused = after.filter(canBeAdvised).flatMap((message) => refusalOf(was.get(message.id), message) ?? []);
  const senders = await sendersOf(
    house,
    refused.map(({ message }) => message),
  );
  await house.db.system(async (tx) => {
    await updateMessages(tx, after, decided);
    for (const [i, refusal] of refused.entries()) await keepAdvice(house, tx, { ...refusal, sender: senders[i] });
  });
}

const canBeAdvised = (message: InboxMessage): boolean =>
  (message.format === 'edifact' || message.format === 'x12') &&
  codesOf(message.content.envelope.sender).length > 0 &&
  !isReply(message);

interface Refusal {
  message: InboxMessage;
  errors: ApplicationError[];
}

/** What is said of a message only now. Setting aside says something new of a message that waited; the others are told already. */
function refusalOf(before: InboxMessage | undefined, message: InboxMessage): Refusal | undefined {
  const errors = reasonsOf(before, message);
  return errors.length > 0 ? { message, errors } : undefined;
}

function reasonsOf(before: InboxMessage | undefined, message: InboxMessage): ApplicationError[] {
  if (message.state === 'rejected') return message.errors.slice(before?.errors.length ?? 0).flatMap(fromError);
  if (message.state === 'conflict' && before?.state !== 'conflict') return [{ text: USED }];
  if (message.state !== 'dismissed' || before?.state !== 'waiting') return [];
  const unknown = message.unknowns.filter((one) => one.required);
  return [
    ...(message.conflict?.reason ? [{ text: message.conflict.reason }] : []),
    ...unknown.map(({ kind, role, code }) => ({
      text: `The ${kind === role ? kind : `${role} (${kind})`} is not known.`,
      value: code,
    })),
  ];
}

const USED = 'Its reference was used before for other content; a correction says that it replaces the earlier message.';

/** The values of a refusal are a record of ours, which its words give already. */
function fromError({ message, value, severity, position }: MessageError): ApplicationError[] {
  if (severity !== 'error') return [];
  const isPlain = value && !value.startsWith('{');
  return [{ text: message, ...(position.tag ? { segment: position.tag } : {}), ...(isPlain ? { value } : {}) }];
}

async function sendersOf(house: House, messages: InboxMessage[]): Promise<(Id | undefined)[]> {
  const [first] = messages;
  if (!first) return [];
  const data = await loadFor(house, first.organisation, messages);
  return messages.map(({ content: { envelope } }) => {
    const found = findParty(data, envelope.sender, [...codesOf(envelope.sender), '*']);
    return found.length === 1 ? found[0] : undefined;
  });
}

/** Whoever hands in its own message has its answer already. */
async function keepAdvice(
  house: House,
  tx: Transaction,
  { message, errors, sender }: Refusal & { sender: Id | undefined },
): Promise<void> {
  const { organisation, content } = message;
  const profile = await profileOf(tx, organisation, sender);
  if (sender === organisation || !profile.acknowledges) return;
  const answers = `${message.id}!${shortHash(12, JSON.stringify(errors))}`;
  const reference = referenceOf(answers);
  const { envelope } = content;
  const control = {
    sender: envelope.receiver,
    receiver: envelope.sender,
    reference,
    preparedAt: house.clock.instant(),
    test: envelope.test || profile.test,
  };
  const isX12 = message.format === 'x12';
  const advice = [
    toAdvice(message, { errors: errors.map(isX12 ? asTed : asErc), reference, advisedAt: control.preparedAt }),
  ];
  const outgoing = draft(house, {
    owner: organisation,
    partner: sender,
    profile,
    receiver: envelope.sender,
    format: isX12 ? 'x12' : 'edifact',
    type: isX12 ? '824' : 'APERAK',
    controlReference: reference,
    events: [],
    answers,
  });
  await insertOutgoing(tx, outgoing, isX12 ? encode824(advice, control) : encodeAperak(advice, control));
}

const MOST_TED_VALUE = 99;
const MOST_FTX_TEXT = 512;

/** Code 024 of TED01, other unlisted reason, stands where we name none. */
const asTed = ({ value, ...error }: ApplicationError): ApplicationError => ({
  ...error,
  ...(value ? { value: value.slice(0, MOST_TED_VALUE) } : {}),
});

/** ERC has no place for the value, and UN/EDIFACT no list of codes: ZZZ is mutually defined. */
const asErc = ({ text, value }: ApplicationError): ApplicationError => ({
  code: 'ZZZ',
  text: [text, value && !text?.includes(value) ? `(${value})` : ''].filter(Boolean).join(' ').slice(0, MOST_FTX_TEXT),
});

function toAdvice(
  { type, reference: message, content }: InboxMessage,
  { errors, reference, advisedAt }: { errors: ApplicationError[]; reference: string; advisedAt: string },
): ApplicationAdviceStatement {
  const { envelope, list } = content;
  const number = numberOf((list as Statement[])[0]);
  return {
    kind: 'application-advice',
    position: NOWHERE,
    adviceNumber: reference,
    outcome: 'rejected',
    advisedAt,
    from: envelope.receiver,
    to: envelope.sender,
    subject: {
      type: type.split(' ')[0]!,
      interchange: envelope.controlReference,
      ...(number ? { number } : {}),
      ...(envelope.group ? { group: envelope.group } : {}),
      ...(message ? { message } : {}),
    },
    errors,
  };
}

/** By which the sender knows the document. */
function numberOf(statement: Statement | undefined): string | undefined {
  if (statement?.kind === 'schedule') return statement.documentNumber;
  if (statement?.kind === 'despatch') return statement.despatchNote;
  return statement?.kind === 'receipt' ? statement.receiptNumber : undefined;
}
