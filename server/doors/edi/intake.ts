import { hash } from 'node:crypto';
import type { DecodedInterchange, Id, MessageError } from '@intakt/contract';
import type { EdiInterchange } from '@intakt/edi';
import type { House } from '../../house.ts';
import type { InboxMessage } from '../inbox/message.ts';
import { settle } from '../inbox/settle.ts';
import { findSameFile, findUsedIds, type InboxFile, insertFile, insertMessages, newFileId } from '../inbox/store.ts';
import { shortHash } from '../master-data/identity.ts';
import { keepSettled } from '../outgoing/advise.ts';
import { answerInterchanges } from '../outgoing/answer.ts';
import { isReply } from '../outgoing/reply.ts';
import { takeReplies } from '../outgoing/take-replies.ts';
import { type Arrival, readArrival } from './arrival.ts';
import { codesOf } from './search.ts';
import { readSettings, whoGoesInPartly } from './settings.ts';
import { NOWHERE, toMessages } from './to-messages.ts';

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
  /** Its messages are still being read: it was too large for one answer. */
  open?: boolean;
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
  if (before.length === 0) return { file: file.id, messages: await understand(house, file) };
  const arrival = await readArrival(house, file);
  await house.db.system((tx) => answerInterchanges(house, tx, { file, arrival, repeated: () => true }));
  return { file: file.id, duplicateOf: before[0]!.file, messages: before };
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
  const arrival = await readArrival(house, file);
  const { answer, sidesOf, repeats } = arrival;
  const interchanges = answer.ok ? answer.interchanges : [];
  const partly = await whoGoesInPartly(
    house,
    interchanges.flatMap((one) => sidesOf(one).sender ?? []),
  );
  const mayPartly = (one: DecodedInterchange): boolean => partly.has(sidesOf(one).sender ?? '');
  const messages = withAudience(file.organisation, toMessages(answer, { file, partly: mayPartly }), sidesOf);
  const { bookTests } = await readSettings(house, file.organisation);
  const named = (await nameMessages(house, messages)).map((message) =>
    beforeBooking(message, { interchanges, repeats, bookTests }),
  );
  await house.db.system(async (tx) => {
    await insertMessages(tx, named);
    await answerInterchanges(house, tx, { file, arrival, repeated: (one) => repeats(one) !== undefined });
  });
  const settled = await settleFresh(
    house,
    named.filter((message) => message.state === 'received'),
  );
  return named.map((message) => settled.get(message.id) ?? message);
}

/** Unit by unit; replies to our messages belong to no unit. `again` when a stop came in between: then what the ledger knows may be these messages' own events. */
export async function settleFresh(
  house: House,
  fresh: InboxMessage[],
  again = false,
): Promise<Map<string, InboxMessage>> {
  const settled = new Map<string, InboxMessage>();
  const statements = fresh.filter((message) => !isReply(message));
  for (const unit of Map.groupBy(statements, ({ file, content }) => `${file} ${content.envelope.unit}`).values())
    for (const message of await settle(house, unit[0]!.organisation, unit, { again })) settled.set(message.id, message);
  if (settled.size > 0) await keepSettled(house, { before: statements, after: [...settled.values()] });
  for (const replies of Map.groupBy(fresh.filter(isReply), ({ organisation }) => organisation).values())
    for (const message of await takeReplies(house, replies)) settled.set(message.id, message);
  return settled;
}

/** A used reference for other content is a mistake of the sender; a test is kept and answered, but not booked. What a test says of ours counts. */
export function beforeBooking(
  message: InboxMessage,
  {
    interchanges,
    repeats,
    bookTests,
  }: { interchanges: EdiInterchange[]; repeats: Arrival['repeats']; bookTests: boolean },
): InboxMessage {
  if (message.state !== 'received') return message;
  const { envelope } = message.content;
  const interchange = interchanges[envelope.interchange - 1];
  const before = interchange && repeats(interchange);
  if (before)
    return { ...message, errors: [...message.errors, repeated(envelope.controlReference, before.receivedAt)] };
  return envelope.test && !bookTests && !isReply(message) ? { ...message, state: 'test' } : message;
}

const repeated = (reference: string, at: string): MessageError => ({
  position: NOWHERE,
  code: 'INTERCHANGE_REPEATED',
  value: reference,
  expected: 'a control reference that its sender has not used before',
  message: `An interchange of this sender came on ${at.slice(0, 10)} under reference ${reference} with other content.`,
  severity: 'error',
});

/**
 * The id of a message follows from what it says, so the same one in another file is found by its id. What was
 * rejected or set aside may come again.
 */
export async function nameMessages(house: House, messages: InboxMessage[]): Promise<InboxMessage[]> {
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
function withAudience(organisation: Id, messages: InboxMessage[], sidesOf: Arrival['sidesOf']): InboxMessage[] {
  const pairs = new Set(
    messages.map(({ content: { envelope } }) => `${codesOf(envelope.sender)} ${codesOf(envelope.receiver)}`),
  );
  const [first] = messages;
  if (pairs.size !== 1 || !first) return messages;
  const { sender, receiver } = sidesOf(first.content.envelope);
  const audience = [...new Set([organisation, sender, receiver])].filter((id) => id !== undefined).sort();
  return messages.map((message) => ({ ...message, audience }));
}
