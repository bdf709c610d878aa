import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { ParameterValue } from './parameters.ts';
import type { Schedule } from './schedule.ts';

export interface NamedQuery {
  name: string;
  query: Record<string, ParameterValue>;
}
export interface EpcisSubscription {
  id: string;
  owner: Id;
  query: string;
  dest: string;
  /** Absent: reports as events are captured. */
  schedule: Schedule | null;
  reportIfEmpty: boolean;
  position: number;
  attempts: number;
  dueAt: Instant | null;
  problem: string | null;
  createdAt: Instant;
  lastAt: Instant | null;
}

export const listQueries = (tx: Transaction): Promise<NamedQuery[]> =>
  tx.query<NamedQuery>('select name, query from epcis_query order by name limit 1000');

export const findQuery = async (tx: Transaction, name: string): Promise<NamedQuery | undefined> =>
  (await tx.query<NamedQuery>('select name, query from epcis_query where name = $1', [name]))[0];

/** False when there is a query of that name. */
export async function insertQuery(
  tx: Transaction,
  owner: Id,
  { name, query }: NamedQuery,
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    'insert into epcis_query (owner, name, query, created_at) values ($1, $2, $3::jsonb, $4) on conflict do nothing returning name',
    [owner, name, JSON.stringify(query), at],
  );
  return rows.length > 0;
}

export const removeQuery = (tx: Transaction, owner: Id, name: string): Promise<unknown> =>
  tx.query('delete from epcis_query where owner = $1 and name = $2', [owner, name]);

const SUBSCRIPTION = `id, owner, query, dest, schedule, report_if_empty as "reportIfEmpty", position, attempts, due_at as "dueAt",
  problem, created_at as "createdAt", last_at as "lastAt"`;

export const listSubscriptions = (tx: Transaction, query: string): Promise<EpcisSubscription[]> =>
  tx.query<EpcisSubscription>(
    `select ${SUBSCRIPTION} from epcis_subscription where query = $1 order by created_at, id limit 1000`,
    [query],
  );

export const findSubscription = async (
  tx: Transaction,
  { query, id }: { query: string; id: string },
): Promise<EpcisSubscription | undefined> =>
  (
    await tx.query<EpcisSubscription>(`select ${SUBSCRIPTION} from epcis_subscription where query = $1 and id = $2`, [
      query,
      id,
    ])
  )[0];

/** Begins with what is captured from now on, or with what was captured since `initialRecordTime`. */
export async function insertSubscription(
  tx: Transaction,
  given: Pick<
    EpcisSubscription,
    'id' | 'owner' | 'query' | 'dest' | 'schedule' | 'reportIfEmpty' | 'dueAt' | 'createdAt'
  > & {
    token: string | undefined;
    initialRecordTime: Instant | undefined;
  },
): Promise<void> {
  const position = await positionAt(tx, given.owner, given.initialRecordTime);
  const { id, owner, query, dest, token, schedule, reportIfEmpty, dueAt, createdAt } = given;
  await tx.query(
    `insert into epcis_subscription (id, owner, query, dest, token, schedule, report_if_empty, position, due_at, created_at)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10)`,
    [
      id,
      owner,
      query,
      dest,
      token ?? null,
      schedule ? JSON.stringify(schedule) : null,
      reportIfEmpty,
      position,
      dueAt,
      createdAt,
    ],
  );
}

/** Number of the last event that was captured before a moment; of the last one at all when none is named. */
export async function positionAt(tx: Transaction, owner: Id, before: Instant | undefined): Promise<number> {
  const [row] = await tx.query<{ number: number }>(
    `select coalesce(max(number), 0)::bigint as number from epcis_event
     where owner = $1 and ($2::timestamptz is null or record_time < $2)`,
    [owner, before ?? null],
  );
  return row!.number;
}

export const removeSubscription = (tx: Transaction, id: string): Promise<unknown> =>
  tx.query('delete from epcis_subscription where id = $1', [id]);

export type Leased = EpcisSubscription & { token: string | null; definition: NamedQuery['query'] };

/** Takes what is due for this server alone: streams where something new was captured, schedules whose time has come. */
export async function leaseDue(
  tx: Transaction,
  { now, seconds, most }: { now: Instant; seconds: number; most: number },
): Promise<Leased[]> {
  return tx.query<Leased>(
    `update epcis_subscription s set lease_until = now() + make_interval(secs => $2)
     from epcis_query q where q.owner = s.owner and q.name = s.query and s.id in (
       select d.id from epcis_subscription d where (d.lease_until is null or d.lease_until < now())
         and (d.due_at <= $1 or (d.due_at is null
           and exists (select 1 from epcis_event e where e.owner = d.owner and e.number > d.position)))
       order by d.id limit $3 for update skip locked)
     returning s.id, s.owner, s.query, s.dest, s.schedule, s.report_if_empty as "reportIfEmpty", s.position, s.attempts,
       s.due_at as "dueAt", s.problem, s.created_at as "createdAt", s.last_at as "lastAt", s.token, q.query as definition`,
    [now, seconds, most],
  );
}

export const settleSubscription = (
  tx: Transaction,
  id: string,
  outcome: {
    position: number;
    attempts: number;
    dueAt: Instant | undefined;
    problem: string | undefined;
    lastAt: Instant | undefined;
  },
): Promise<unknown> =>
  tx.query(
    `update epcis_subscription set position = $2, attempts = $3, due_at = $4, problem = $5, last_at = coalesce($6, last_at),
       lease_until = null where id = $1`,
    [id, outcome.position, outcome.attempts, outcome.dueAt ?? null, outcome.problem ?? null, outcome.lastAt ?? null],
  );
