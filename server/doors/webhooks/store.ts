import type { EventType, Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { CHANGED_CHANNEL } from '../../feed/feed-hub.ts';

export interface Subscription {
  id: string;
  organisation: Id;
  name: string;
  url: string;
  /** Empty: events of all types. */
  types: EventType[];
  active: boolean;
  /** Everything up to this sequence number has been delivered or is a dead letter. */
  position: number;
  attempts: number;
  dueAt: Instant | null;
  problem: string | null;
  createdAt: Instant;
}

/** `waiting`: to be replayed. `dead`: given up after all tries. */
export const DELIVERY_STATES = ['delivered', 'dead', 'waiting'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export interface Delivery {
  number: number;
  subscription: string;
  organisation: Id;
  sequence: number;
  eventId: string;
  type: EventType;
  state: DeliveryState;
  attempts: number;
  status: number | null;
  problem: string | null;
  settledAt: Instant | null;
}

const SUBSCRIPTION = `id, organisation, name, url, types, active, position, attempts, due_at as "dueAt", problem, created_at as "createdAt"`;
const DELIVERY = `number, subscription, organisation, sequence, event_id as "eventId", type, state, attempts, status, problem,
  settled_at as "settledAt"`;

export const listSubscriptions = (tx: Transaction): Promise<Subscription[]> =>
  tx.query<Subscription>(`select ${SUBSCRIPTION} from webhook_subscription order by created_at, id limit 1000`);

export const findSubscription = async (tx: Transaction, id: string): Promise<Subscription | undefined> =>
  (await tx.query<Subscription>(`select ${SUBSCRIPTION} from webhook_subscription where id = $1`, [id]))[0];

/** A subscription begins with what comes after it. */
export async function insertSubscription(
  tx: Transaction,
  given: Pick<Subscription, 'id' | 'organisation' | 'name' | 'url' | 'types' | 'createdAt'> & {
    secret: string;
    by: Id | undefined;
  },
): Promise<void> {
  const { id, organisation, name, url, types, secret, by, createdAt } = given;
  await tx.query(
    `insert into webhook_subscription (id, organisation, name, url, types, secret, active, position, created_by, created_at)
     select $1, $2, $3, $4, $5, $6, true, size, $7, $8 from ledger_head`,
    [id, organisation, name, url, types, secret, by ?? null, createdAt],
  );
}

/** Whoever changes something has looked at what was wrong: it is tried again at once. */
export async function changeSubscription(
  tx: Transaction,
  id: string,
  { name, url, types, active }: Pick<Subscription, 'name' | 'url' | 'types' | 'active'>,
): Promise<void> {
  await tx.query(
    'update webhook_subscription set name = $2, url = $3, types = $4, active = $5, attempts = 0, due_at = null where id = $1',
    [id, name, url, types, active],
  );
}

export const removeSubscription = (tx: Transaction, id: string): Promise<unknown> =>
  tx.query('delete from webhook_subscription where id = $1', [id]);

export const replaceSecret = (tx: Transaction, id: string, secret: string): Promise<unknown> =>
  tx.query('update webhook_subscription set secret = $2 where id = $1', [id, secret]);

export async function selectDeliveries(
  tx: Transaction,
  query: { subscription: string; state?: DeliveryState; before?: number; limit: number },
): Promise<Delivery[]> {
  return tx.query<Delivery>(
    `select ${DELIVERY} from webhook_delivery where subscription = $1 and ($2::text is null or state = $2)
       and ($3::bigint is null or number < $3) order by number desc limit $4`,
    [query.subscription, query.state ?? null, query.before ?? null, query.limit],
  );
}

/** Dead letters to be tried again; returns how many. */
export async function replay(
  tx: Transaction,
  { subscription, numbers, now }: { subscription: string; numbers?: number[]; now: Instant },
): Promise<number> {
  const rows = await tx.query(
    `update webhook_delivery set state = 'waiting', attempts = 0, due_at = $3
     where subscription = $1 and state = 'dead' and ($2::bigint[] is null or number = any($2)) returning number`,
    [subscription, numbers ?? null, now],
  );
  return rows.length;
}

export type Leased = Subscription & { secret: string };

/** Takes a subscription for this server alone, when something may be due; undefined when nothing is or somebody else works on it. */
export async function lease(
  tx: Transaction,
  { id, now, seconds }: { id: string; now: Instant; seconds: number },
): Promise<Leased | undefined> {
  const [row] = await tx.query<Leased>(
    `update webhook_subscription set lease_until = now() + make_interval(secs => $3)
     where id = $1 and active and (lease_until is null or lease_until < now()) and (due_at is null or due_at <= $2)
     returning ${SUBSCRIPTION}, secret`,
    [id, now, seconds],
  );
  return row;
}

/** False when it was changed or removed meanwhile, so that what was read of it may not be used any longer. */
export async function stillLeased(tx: Transaction, { id, url }: Subscription, seconds: number): Promise<boolean> {
  const rows = await tx.query(
    `update webhook_subscription set lease_until = now() + make_interval(secs => $3) where id = $1 and url = $2 and active returning id`,
    [id, url, seconds],
  );
  return rows.length > 0;
}

export const release = (tx: Transaction, id: string): Promise<unknown> =>
  tx.query('update webhook_subscription set lease_until = null where id = $1', [id]);

/** Active subscriptions that have not come to the end of the ledger, or have something to replay. */
export async function whoHasWork(tx: Transaction, now: Instant): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select s.id from webhook_subscription s, ledger_head h where s.active
       and ((s.position < h.size and (s.due_at is null or s.due_at <= $1))
         or exists (select 1 from webhook_delivery d where d.subscription = s.id and d.state = 'waiting' and d.due_at <= $1))
     order by s.id`,
    [now],
  );
  return rows.map((row) => row.id);
}

export interface Tried {
  subscription: Subscription;
  sequence: number;
  eventId: string;
  type: EventType;
  state: 'delivered' | 'dead';
  attempts: number;
  status: number | undefined;
  problem: string | undefined;
  at: Instant;
}

/** The head is done with, by success or as a dead letter; the log of it and the position move together. */
export async function passHead(tx: Transaction, tried: Tried): Promise<void> {
  const { subscription, sequence, eventId, type, state, attempts, status, problem, at } = tried;
  await tx.query(
    `insert into webhook_delivery (subscription, organisation, sequence, event_id, type, state, attempts, status, problem, settled_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      subscription.id,
      subscription.organisation,
      sequence,
      eventId,
      type,
      state,
      attempts,
      status ?? null,
      problem ?? null,
      at,
    ],
  );
  await movePosition(tx, subscription.id, sequence);
  if (state === 'dead') await tellChanged(tx, subscription);
}

export const movePosition = (tx: Transaction, id: string, sequence: number): Promise<unknown> =>
  tx.query(
    'update webhook_subscription set position = greatest(position, $2), attempts = 0, due_at = null, problem = null where id = $1',
    [id, sequence],
  );

export async function postponeHead(
  tx: Transaction,
  subscription: Subscription,
  {
    attempts,
    dueAt,
    problem,
    active,
  }: { attempts: number; dueAt: Instant | undefined; problem: string; active: boolean },
): Promise<void> {
  await tx.query(
    'update webhook_subscription set attempts = $2, due_at = $3, problem = $4, active = $5 where id = $1',
    [subscription.id, attempts, dueAt ?? null, problem, active],
  );
  await tellChanged(tx, subscription);
}

export const dueReplays = (tx: Transaction, subscription: string, now: Instant): Promise<Delivery[]> =>
  tx.query<Delivery>(
    `select ${DELIVERY} from webhook_delivery where subscription = $1 and state = 'waiting' and due_at <= $2 order by number limit 100`,
    [subscription, now],
  );

export async function settleReplay(
  tx: Transaction,
  { number, subscription, organisation }: Delivery,
  outcome: {
    state: DeliveryState;
    attempts: number;
    status: number | undefined;
    problem: string | undefined;
    dueAt?: Instant;
    at: Instant;
  },
): Promise<void> {
  const { state, attempts, status, problem, dueAt, at } = outcome;
  await tx.query(
    `update webhook_delivery set state = $2, attempts = $3, status = $4, problem = $5, due_at = $6, settled_at = $7
     where number = $1`,
    [number, state, attempts, status ?? null, problem ?? null, dueAt ?? null, at],
  );
  await tellChanged(tx, { id: subscription, organisation });
}

/** The log of what went well is kept so far back; dead letters stay. */
const KEPT_DELIVERED = 1000;
export const prune = (tx: Transaction, subscription: string): Promise<unknown> =>
  tx.query(
    `delete from webhook_delivery where subscription = $1 and state = 'delivered' and number < (
       select min(number) from (select number from webhook_delivery where subscription = $1 order by number desc limit ${KEPT_DELIVERED}) newest)`,
    [subscription],
  );

const tellChanged = (tx: Transaction, { organisation }: Pick<Subscription, 'id' | 'organisation'>): Promise<unknown> =>
  tx.query('select pg_notify($1, $2)', [
    CHANGED_CHANNEL,
    JSON.stringify({ organisations: [organisation], topic: 'webhooks' }),
  ]);
