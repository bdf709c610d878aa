import { hash } from 'node:crypto';
import type { DecodedInterchange, DecodedMessage, MessageError } from '@intakt/contract';
import type { EdiAnswer, EdiInterchange, EdiMessage } from '@intakt/edi';
import { canonicalJson } from '@intakt/ledger';
import type { Envelope, InboxMessage } from '../inbox/message.ts';
import type { InboxFile } from '../inbox/store.ts';
import { codesOf } from './search.ts';

/** What the codec read, as messages of the inbox. `partly` says of an interchange whether its good messages may go in alone. */
export function toMessages(
  answer: EdiAnswer,
  { file, partly }: { file: InboxFile; partly: (interchange: DecodedInterchange) => boolean },
): InboxMessage[] {
  if (!answer.ok) return [unreadable(file, answer.errors)];
  const messages = answer.interchanges.flatMap((interchange, i) => {
    const own = messagesOf(interchange, file, i + 1);
    return partly(interchange) ? own.map(asOwnUnit) : own;
  });
  return messages.map((message, i) => ({ ...message, position: i + 1 }));
}

/** The one message of a part of an interchange, as a unit of its own. `number` counts within the interchange, `position` in the file. */
export function toMessageAlone(
  interchange: EdiInterchange,
  { file, index, number, position }: { file: InboxFile; index: number; number: number; position: number },
): InboxMessage {
  const [message] = messagesOf(interchange, file, index);
  return { ...asOwnUnit(message!, number - 1), position };
}

/** Where good messages may go in without the bad ones, each message stands for itself. */
function asOwnUnit(message: InboxMessage, index: number): InboxMessage {
  const { content } = message;
  const envelope = { ...content.envelope, unit: `${content.envelope.unit}.${index + 1}` };
  return { ...message, content: { ...content, envelope } };
}

export const NOWHERE = { segment: 1, tag: '', offset: 0 };

export function unreadable(file: InboxFile, errors: MessageError[]): InboxMessage {
  const envelope: Envelope = { unit: '1', interchange: 1, controlReference: '', test: false, sender: {}, receiver: {} };
  return { ...blank(file, envelope), format: 'unreadable', type: 'unreadable', state: 'rejected', errors };
}

function messagesOf(interchange: EdiInterchange, file: InboxFile, index: number): InboxMessage[] {
  const { sender, receiver, controlReference, preparedAt, test, errors, format } = interchange;
  const envelope: Envelope = {
    unit: String(index),
    interchange: index,
    controlReference,
    preparedAt,
    test,
    sender,
    receiver,
  };
  const found = interchange.messages.map((message) => messageOf(message, { file, envelope, format }));
  if (found.length === 0) found.push({ ...blank(file, envelope), format, type: 'interchange', errors: [noMessages()] });
  return found.map((message) => ({ ...message, errors: [...errors, ...testWarning(test), ...message.errors] }));
}

const noMessages = (): MessageError => ({
  position: NOWHERE,
  code: 'NO_MESSAGES',
  expected: 'at least one message that Intakt reads',
  message: 'The interchange contains no message.',
  severity: 'error',
});

const testWarning = (test: boolean): MessageError[] =>
  test
    ? [
        {
          position: NOWHERE,
          code: 'TEST_INDICATOR',
          expected: 'no test indicator',
          message: 'The sender marked this interchange as a test.',
          severity: 'warning',
        },
      ]
    : [];

function messageOf(
  message: EdiMessage,
  { file, envelope, format }: { file: InboxFile; envelope: Envelope; format: DecodedInterchange['format'] },
): InboxMessage {
  const { reference, type, statements, errors, unmapped } = message;
  const { group } = message;
  const placed = group ? { ...envelope, group: group.reference } : envelope;
  const content = { envelope: placed, list: statements, hash: contentHash(envelope, message) };
  return { ...blank(file, envelope), format, type, reference, errors, unmapped, content };
}

/** Sender, references and what is said, without the places in the file. */
function contentHash(
  { sender, controlReference }: Envelope,
  { reference, type, statements, errors }: DecodedMessage,
): string {
  const said = statements.map(({ position: _, ...statement }) => statement);
  const mistakes = errors.map((error) => [error.code, error.value]);
  return hash(
    'sha256',
    canonicalJson(JSON.parse(JSON.stringify([codesOf(sender), controlReference, reference, type, said, mistakes]))),
    'hex',
  );
}

const blank = (file: InboxFile, envelope: Envelope): InboxMessage => ({
  id: '',
  file: file.id,
  organisation: file.organisation,
  audience: [file.organisation],
  position: 1,
  format: 'unreadable',
  type: '',
  state: 'received',
  errors: [],
  unmapped: [],
  unknowns: [],
  content: { envelope, list: [], hash: '' },
  events: [],
  receivedAt: file.receivedAt,
});
