import { randomUUID } from 'node:crypto';
import type { Id, Instant, PartyReference } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { CHANGED_CHANNEL } from '../../feed/feed-hub.ts';
import type { InboxMessage, MessageState } from './message.ts';

export interface InboxFile {
  id: string;
  organisation: Id;
  name: string;
  mediaType: string;
  source: 'upload' | 'folder' | 'epcis' | 'positions';
  sha256: string;
  /** Empty where the file lies in parts. */
  bytes: Buffer;
  /** Bytes of a file that lies in parts. */
  size?: number;
  parts?: number;
  receivedBy?: Id;
  receivedAt: Instant;
}

/** The bytes are safe before anybody tries to understand them. */
export async function insertFile(tx: Transaction, file: InboxFile): Promise<void> {
  await tx.query(
    `insert into inbox_file (id, organisation, name, media_type, source, sha256, bytes, size, received_by, received_at, parts, open)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::int, $11::int > 0)`,
    [
      file.id,
      file.organisation,
      file.name,
      file.mediaType,
      file.source,
      file.sha256,
      file.bytes,
      file.size ?? file.bytes.length,
      file.receivedBy ?? null,
      file.receivedAt,
      file.parts ?? 0,
    ],
  );
}

/** A message counts as there unless it was refused or set aside: then sending it again is another try. */
const STANDING: MessageState[] = ['received', 'waiting', 'recorded', 'conflict', 'matched'];

export async function findSameFile(tx: Transaction, organisation: Id, sha256: string): Promise<InboxMessage[]> {
  return selectMessages(
    tx,
    `where m.file = (select f.id from inbox_file f where f.organisation = $1 and f.sha256 = $2
       and exists (select 1 from inbox_message s where s.file = f.id and s.state = any($3))
       order by f.received_at, f.id limit 1) order by m.position`,
    [organisation, sha256, STANDING],
  );
}

/** Of these message ids, the ones that stand already, and the ones that are used by a message that does not. */
export async function findUsedIds(
  tx: Transaction,
  ids: string[],
): Promise<{ standing: Set<string>; used: Set<string> }> {
  const rows = await tx.query<{ id: string; state: MessageState }>(
    'select id, state from inbox_message where id = any($1)',
    [ids],
  );
  const standing = rows.filter((row) => STANDING.includes(row.state)).map((row) => row.id);
  return { standing: new Set(standing), used: new Set(rows.map((row) => row.id)) };
}

export interface SeenInterchange {
  reference: string;
  sender: PartyReference;
  receiver: PartyReference;
  receivedAt: Instant;
}

/** Interchanges under these references that came before in other files and of which something stands. */
export const findInterchanges = (
  tx: Transaction,
  { organisation, references, except }: { organisation: Id; references: string[]; except: string },
): Promise<SeenInterchange[]> =>
  tx.query<SeenInterchange>(
    `select distinct on (file, sender, receiver, reference) statements -> 'envelope' ->> 'controlReference' as reference,
       sender, receiver, received_at as "receivedAt"
     from inbox_message where organisation = $1 and statements -> 'envelope' ->> 'controlReference' = any($2)
       and file <> $3 and state = any($4) and format <> 'epcis'`,
    [organisation, references, except, STANDING],
  );

export async function insertMessages(tx: Transaction, messages: InboxMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `insert into inbox_message select r.* from jsonb_populate_recordset(null::inbox_message, $1::jsonb) r on conflict (id) do nothing`,
    [JSON.stringify(messages.map(toRow))],
  );
  await tellChanged(tx, messages);
}

/** Open screens of both sides ask for their inbox again once this transaction has committed. */
async function tellChanged(tx: Transaction, messages: InboxMessage[]): Promise<void> {
  const organisations = [...new Set(messages.flatMap((message) => message.audience))];
  if (organisations.length > 0)
    await tx.query('select pg_notify($1, $2)', [CHANGED_CHANNEL, JSON.stringify({ organisations, topic: 'inbox' })]);
}

const toRow = (message: InboxMessage): Record<string, unknown> => ({
  id: message.id,
  file: message.file,
  organisation: message.organisation,
  audience: message.audience,
  position: message.position,
  format: message.format,
  type: message.type,
  reference: message.reference ?? null,
  sender: message.content.envelope.sender,
  receiver: message.content.envelope.receiver,
  state: message.state,
  errors: message.errors,
  unmapped: message.unmapped,
  unknowns: message.unknowns,
  statements: message.content,
  events: message.events,
  conflict: message.conflict ?? null,
  received_at: message.receivedAt,
  decided_at: null,
  decided_by: null,
});

export interface Decided {
  by: string | undefined;
  at: Instant;
}

/** What has become of messages; `decided` when a person had a say in it. */
export async function updateMessages(tx: Transaction, messages: InboxMessage[], decided?: Decided): Promise<void> {
  const rows = messages.map(({ id, state, errors, unknowns, events, conflict }) => ({
    id,
    state,
    errors,
    unknowns,
    events,
    conflict: conflict ?? null,
  }));
  await tx.query(
    `update inbox_message m set state = r.state, errors = r.errors, unknowns = r.unknowns, events = r.events, conflict = r.conflict,
       decided_at = coalesce($2, m.decided_at), decided_by = coalesce($3, m.decided_by)
     from jsonb_populate_recordset(null::inbox_message, $1::jsonb) r where m.id = r.id`,
    [JSON.stringify(rows), decided?.at ?? null, decided?.by ?? null],
  );
  await tellChanged(tx, messages);
}

const COLUMNS = `m.id, m.file, m.organisation, m.audience, m.position, m.format, m.type, m.reference, m.state, m.errors, m.unmapped,
  m.unknowns, m.statements as content, m.events, m.conflict, m.received_at as "receivedAt", m.decided_at as "decidedAt",
  m.decided_by as "decidedBy", (select f.name from inbox_file f where f.id = m.file) as "fileName"`;

export async function selectMessages(tx: Transaction, condition: string, values: unknown[]): Promise<InboxMessage[]> {
  const rows = await tx.query<InboxMessage>(`select ${COLUMNS} from inbox_message m ${condition}`, values);
  return rows.map((row) => ({ ...row, reference: row.reference ?? undefined, conflict: row.conflict ?? undefined }));
}

export const findMessage = async (tx: Transaction, id: string): Promise<InboxMessage | undefined> =>
  (await selectMessages(tx, 'where m.id = $1', [id]))[0];

/** The messages that go in together with this one: those of its unit that are not settled otherwise. */
export async function findUnit(tx: Transaction, message: InboxMessage): Promise<InboxMessage[]> {
  return selectMessages(
    tx,
    `where m.file = $1 and m.organisation = $2 and m.statements -> 'envelope' ->> 'unit' = $3
       and m.state not in ('duplicate', 'dismissed', 'recorded', 'test', 'matched', 'unmatched') order by m.position`,
    [message.file, message.organisation, message.content.envelope.unit],
  );
}

const MOST_RETRIED = 1000;
export const findWaiting = (tx: Transaction, organisation: Id): Promise<InboxMessage[]> =>
  selectMessages(
    tx,
    `where m.organisation = $1 and m.state = 'waiting' order by m.received_at, m.file, m.position limit ${MOST_RETRIED}`,
    [organisation],
  );

/** Messages that a stop of the server left before anybody looked at them. */
export const findUnsettled = (tx: Transaction, before: Instant): Promise<InboxMessage[]> =>
  selectMessages(
    tx,
    `where m.state = 'received' and m.received_at < $1 order by m.received_at, m.file, m.position limit ${MOST_RETRIED}`,
    [before],
  );

/** Those of the organisations, or all if none are named, in whose inbox something waits. */
export async function organisationsWaiting(tx: Transaction, among?: Id[]): Promise<Id[]> {
  const rows = await tx.query<{ organisation: Id }>(
    `select distinct organisation from inbox_message where state = 'waiting' and ($1::text[] is null or organisation = any($1))`,
    [among ?? null],
  );
  return rows.map((row) => row.organisation);
}

export const newFileId = (): string => `f-${randomUUID()}`;
