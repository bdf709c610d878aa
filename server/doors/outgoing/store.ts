import type { Id, Instant, PartyReference } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { CHANGED_CHANNEL } from '../../feed/feed-hub.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { Reply } from './reply.ts';
import { withoutNulls } from '../gaps.ts';

/**
 * `kept`: to be fetched. `waiting`: due at some time. `sent`: the channel took it. `failed`: no more tries by itself.
 * `acknowledged`, `rejected`: what the partner's system replied.
 */
export const OUTGOING_STATES = ['kept', 'waiting', 'sent', 'failed', 'acknowledged', 'rejected'] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

export interface OutgoingMessage {
  /** In the order of writing; the database gives it. */
  number?: number;
  id: string;
  owner: Id;
  /** Absent where the address belongs to nobody known here. */
  partner?: Id;
  receiver: PartyReference;
  format: PartnerProfile['format'];
  type: string;
  controlReference: string;
  name: string;
  /** The events it says. */
  events: string[];
  /** The interchange it answers, as `file#number`, or a message that is refused and its reasons, as `message!hash`. */
  answers?: string;
  channel: PartnerProfile['channel'];
  target?: string;
  state: OutgoingState;
  attempts: number;
  dueAt?: Instant;
  problem?: string;
  createdAt: Instant;
  settledAt?: Instant;
  reply?: Reply;
}

/** An answer is made once for each interchange, however often its making is tried. */
export async function insertOutgoing(tx: Transaction, message: OutgoingMessage, bytes: Uint8Array): Promise<void> {
  const { id, owner, receiver, format, type, controlReference, name, events, channel, state, createdAt } = message;
  await tx.query(
    `insert into outgoing_message (id, owner, partner, receiver, format, type, control_reference, name, bytes, events, answers,
       channel, target, state, attempts, due_at, created_at, problem)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9, $10::uuid[], $11, $12, $13, $14, 0, $15, $16, $17)
     on conflict do nothing`,
    [
      ...[id, owner, message.partner ?? null, JSON.stringify(receiver), format, type, controlReference, name],
      ...[Buffer.from(bytes), events, message.answers ?? null, channel, message.target ?? null, state],
      ...[message.dueAt ?? null, createdAt, message.problem ?? null],
    ],
  );
  await tellChanged(tx, [owner]);
}

/** Open screens ask for their outgoing messages again once this transaction has committed. */
const tellChanged = (tx: Transaction, organisations: Id[]): Promise<unknown> =>
  tx.query('select pg_notify($1, $2)', [CHANGED_CHANNEL, JSON.stringify({ organisations, topic: 'outgoing' })]);

/** Numbers that grow by one for each partner. */
export async function nextReference(tx: Transaction, owner: Id, partner: string): Promise<number> {
  const [row] = await tx.query<{ last: number }>(
    `insert into outgoing_reference (owner, partner, last) values ($1, $2, 1)
     on conflict (owner, partner) do update set last = outgoing_reference.last + 1 returning last`,
    [owner, partner],
  );
  return row!.last;
}

const COLUMNS = `number, id, owner, partner, receiver, format, type, control_reference as "controlReference", name, events, answers, channel,
  target, state, attempts, due_at as "dueAt", problem, created_at as "createdAt", settled_at as "settledAt", reply`;

export interface OutgoingQuery {
  state?: string;
  partner?: Id;
  /** Messages that say this event. */
  event?: string;
  id?: string;
  /** The number of the last message of the page before. */
  before?: number;
  limit: number;
}

export async function selectOutgoing(tx: Transaction, query: OutgoingQuery): Promise<OutgoingMessage[]> {
  const rows = await tx.query<OutgoingMessage>(
    `select ${COLUMNS} from outgoing_message
     where ($1::text is null or state = $1) and ($2::text is null or partner = $2) and ($3::uuid is null or $3 = any(events))
       and ($4::text is null or id = $4) and ($5::bigint is null or number < $5)
     order by number desc limit $6`,
    [
      ...[query.state ?? null, query.partner ?? null, query.event ?? null, query.id ?? null],
      ...[query.before ?? null, query.limit],
    ],
  );
  return rows.map(withoutNulls);
}

export interface Replied {
  owner: Id;
  partner: string;
  codes: string[];
  format: string;
  reference: string;
  /** Message types of the group that the reply names. */
  types?: string[];
}

/** The newest message to this partner under the number that a reply names; who is not known goes by its address. */
export async function findReplied(
  tx: Transaction,
  { owner, partner, codes, format, reference, types }: Replied,
): Promise<OutgoingMessage | undefined> {
  const [row] = await tx.query<OutgoingMessage>(
    `select ${COLUMNS} from outgoing_message
     where owner = $1 and (partner = $2 or receiver ->> 'code' = any($3)) and format = $4
       and ltrim(control_reference, '0') = $5 and ($6::text[] is null or type = any($6))
     order by number desc limit 1 for update`,
    [owner, partner, codes, format, reference.replace(/^0+/, ''), types ?? null],
  );
  return row && withoutNulls(row);
}

/** A rejection stands until the message is sent again: systems reply on several levels, in any order. */
export async function settleReplied(
  tx: Transaction,
  { id, owner }: { id: string; owner: Id },
  { state, reply }: { state: OutgoingState; reply: Reply },
): Promise<void> {
  await tx.query(
    `update outgoing_message set state = $2, reply = $3::jsonb, due_at = null, problem = null, settled_at = $4
     where id = $1 and state <> 'rejected'`,
    [id, state, JSON.stringify(reply), reply.at],
  );
  await tellChanged(tx, [owner]);
}

export async function readBytes(tx: Transaction, id: string): Promise<Buffer | undefined> {
  const [row] = await tx.query<{ bytes: Buffer }>('select bytes from outgoing_message where id = $1', [id]);
  return row?.bytes;
}

export type Due = OutgoingMessage & { bytes: Buffer };

/**
 * Takes what is due for this server alone: until the lease ends nobody else takes it, and if this server stops in between,
 * another one does after it.
 */
export async function takeDue(
  tx: Transaction,
  { now, leaseUntil, most }: { now: Instant; leaseUntil: Instant; most: number },
): Promise<Due[]> {
  const rows = await tx.query<Due>(
    `update outgoing_message set due_at = $2, attempts = attempts + 1
     where id in (select id from outgoing_message where state = 'waiting' and due_at <= $1
       order by due_at, number limit $3 for update skip locked)
     returning ${COLUMNS}, bytes`,
    [now, leaseUntil, most],
  );
  return rows.toSorted((a, b) => a.number! - b.number!).map(withoutNulls);
}

/** A reply may be faster than the channel's own answer; then it has said more. */
export async function settleOutgoing(
  tx: Transaction,
  { id, owner }: { id: string; owner: Id },
  outcome: { state: OutgoingState; at: Instant; dueAt?: Instant; problem?: string; target?: string },
): Promise<void> {
  await tx.query(
    `update outgoing_message set state = $2, due_at = $3, problem = $4, target = coalesce($5, target),
       settled_at = case when $2 = 'waiting' then null else $6::timestamptz end where id = $1 and state = 'waiting'`,
    [id, outcome.state, outcome.dueAt ?? null, outcome.problem ?? null, outcome.target ?? null, outcome.at],
  );
  await tellChanged(tx, [owner]);
}

/** Begins again with all its tries, by the channel that the profile says now. */
export async function tryAgain(
  tx: Transaction,
  { id, owner }: { id: string; owner: Id },
  to: { channel: PartnerProfile['channel']; target: string | undefined; now: Instant },
): Promise<void> {
  await tx.query(
    `update outgoing_message set state = $3, attempts = 0, due_at = $4, problem = null, settled_at = null, channel = $5, target = $6,
       reply = null
     where id = $1 and owner = $2`,
    [id, owner, to.channel === 'none' ? 'kept' : 'waiting', to.now, to.channel, to.target ?? null],
  );
  await tellChanged(tx, [owner]);
}
