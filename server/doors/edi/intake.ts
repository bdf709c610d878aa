import { hash } from 'node:crypto';
import type {
  DecodeAnswer,
  DecodedInterchange,
  DecodedMessage,
  Id,
  MessageError,
  PartyReference,
} from '@intakt/contract';
import { decode } from '@intakt/edi';
import { canonicalJson } from '@intakt/ledger';
import type { House } from '../../house.ts';
import type { Envelope, InboxMessage } from '../inbox/message.ts';
import { settle } from '../inbox/settle.ts';
import {
  findSameFile,
  findUsedIds,
  type InboxFile,
  insertFile,
  insertMessages,
  newFileId,
  updateMessages,
} from '../inbox/store.ts';
import { shortHash } from '../master-data/identity.ts';
import { loadMasterData } from '../master-data/load.ts';
import { findParty } from './resolve-party.ts';
import { codesOf } from './search.ts';
import { mayGoInPartly } from './settings.ts';

export interface Delivery {
  organisation: Id;
  person?: Id;
  name: string;
  mediaType: string;
  source: 'upload' | 'folder';
  bytes: Buffer;
}
export interface TakenIn {
  file: string;
  /** The file that brought the same bytes before; its messages are the answer. */
  duplicateOf?: string;
  messages: InboxMessage[];
}

/** A partner's file: kept first, then recognised, then understood, then recorded or asked about. */
export async function takeIn(house: House, delivery: Delivery): Promise<TakenIn> {
  const { organisation, bytes, name, mediaType, source, person } = delivery;
  const file: InboxFile = {
    id: newFileId(),
    organisation,
    name: name.slice(0, 200),
    mediaType,
    source,
    sha256: hash('sha256', bytes, 'hex'),
    bytes,
    receivedBy: person,
    receivedAt: house.clock.instant(),
  };
  const before = await house.db.system(async (tx) => {
    const same = await findSameFile(tx, organisation, file.sha256);
    await insertFile(tx, file);
    if (same.length > 0)
      await insertMessages(
        tx,
        same.map((message, i) => asDuplicate(message, file, i)),
      );
    return same;
  });
  if (before.length > 0) return { file: file.id, duplicateOf: before[0]!.file, messages: before };
  return { file: file.id, messages: await understand(house, file) };
}

const asDuplicate = (first: InboxMessage, file: InboxFile, index: number): InboxMessage => ({
  ...first,
  id: `${file.id}-${index + 1}`,
  file: file.id,
  state: 'duplicate',
  unknowns: [],
  conflict: { first: first.id },
  receivedAt: file.receivedAt,
});

/** Also called for files that a crash left without messages. */
export async function understand(house: House, file: InboxFile): Promise<InboxMessage[]> {
  const partial = await mayGoInPartly(house, file.organisation);
  const messages = await withAudience(house, file.organisation, toMessages(decode(file.bytes), { file, partial }));
  const named = await nameMessages(house, messages);
  await house.db.system((tx) => insertMessages(tx, named));
  const settled = await settleFresh(
    house,
    named.filter((message) => message.state === 'received'),
  );
  return named.map((message) => settled.get(message.id) ?? message);
}

/** Unit by unit. `again` when a stop came in between: then what the ledger knows may be these messages' own events. */
export async function settleFresh(
  house: House,
  fresh: InboxMessage[],
  again = false,
): Promise<Map<string, InboxMessage>> {
  const settled = new Map<string, InboxMessage>();
  for (const unit of Map.groupBy(fresh, ({ file, content }) => `${file} ${content.envelope.unit}`).values())
    for (const message of await settle(house, unit[0]!.organisation, unit, { again })) settled.set(message.id, message);
  if (settled.size > 0) await house.db.system((tx) => updateMessages(tx, [...settled.values()]));
  return settled;
}

function toMessages(answer: DecodeAnswer, { file, partial }: { file: InboxFile; partial: boolean }): InboxMessage[] {
  if (!answer.ok) return [unreadable(file, answer.errors)];
  const messages = answer.interchanges.flatMap((interchange, i) => messagesOf(interchange, file, i + 1));
  return messages.map((message, i) => ({
    ...message,
    position: i + 1,
    content: partial ? asOwnUnit(message.content, i + 1) : message.content,
  }));
}

/** Where good messages may go in without the bad ones, each message stands for itself. */
const asOwnUnit = (content: InboxMessage['content'], position: number): InboxMessage['content'] => ({
  ...content,
  envelope: { ...content.envelope, unit: `${content.envelope.unit}.${position}` },
});

const NOWHERE = { segment: 1, tag: '', offset: 0 };

function unreadable(file: InboxFile, errors: MessageError[]): InboxMessage {
  const envelope: Envelope = { unit: '1', interchange: 1, controlReference: '', test: false, sender: {}, receiver: {} };
  return { ...blank(file, envelope), format: 'unreadable', type: 'unreadable', state: 'rejected', errors };
}

function messagesOf(interchange: DecodedInterchange, file: InboxFile, index: number): InboxMessage[] {
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
  message: DecodedMessage,
  { file, envelope, format }: { file: InboxFile; envelope: Envelope; format: 'edifact' | 'x12' },
): InboxMessage {
  const { reference, type, statements, errors, unmapped } = message;
  const content = { envelope, list: statements, hash: contentHash(envelope, message) };
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

/**
 * The id of a message follows from what it says, so the same one in another file is found by its id. What was
 * rejected or set aside may come again.
 */
async function nameMessages(house: House, messages: InboxMessage[]): Promise<InboxMessage[]> {
  const ids = messages.map(
    (message) => `m-${shortHash(24, message.organisation, message.content.hash || message.file)}`,
  );
  const { standing, used } = await house.db.system((tx) => findUsedIds(tx, ids));
  const taken = new Set(used);
  return messages.map((message, i) => {
    const first = ids[i]!;
    const repeats = standing.has(first) || (taken.has(first) && !used.has(first));
    const id = taken.has(first) ? `${first}-${shortHash(8, message.file, String(i))}` : first;
    taken.add(id);
    return repeats ? { ...message, id, state: 'duplicate', conflict: { first } } : { ...message, id };
  });
}

/**
 * Both sides see a message that names them. A file with interchanges of several partners stays with who
 * brought it, because its bytes show all of them.
 */
async function withAudience(house: House, organisation: Id, messages: InboxMessage[]): Promise<InboxMessage[]> {
  const pairs = new Set(
    messages.map(({ content: { envelope } }) => `${codesOf(envelope.sender)} ${codesOf(envelope.receiver)}`),
  );
  const [first] = messages;
  if (pairs.size !== 1 || !first) return messages;
  const { sender, receiver } = first.content.envelope;
  const mentions = {
    codes: [sender, receiver].flatMap(codesOf),
    partNumbers: [],
    despatchNotes: [],
    handlingUnits: [],
  };
  const data = await house.db.as(
    { kind: 'organisation', org: organisation },
    (tx) => loadMasterData(tx, organisation, mentions),
    { readOnly: true },
  );
  const sides = [sender, receiver].flatMap((side: PartyReference) => {
    const found = findParty(data, side, [...codesOf(sender), '*']);
    return found.length === 1 ? found : [];
  });
  const audience = [...new Set([organisation, ...sides])].sort();
  return messages.map((message) => ({ ...message, audience }));
}
