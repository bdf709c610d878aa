import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { CHANGED_CHANNEL } from '../feed/feed-hub.ts';
import type { JobNote, JobRun } from '../job-kind.ts';

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What a screen shows of a run. */
export interface ShownRun extends Omit<JobRun, 'attempts' | 'sites'> {
  state: JobState;
  progress: number;
  note: JobNote | null;
  result: Record<string, unknown> | null;
  problem: string | null;
  cancelAsked: boolean;
  startedAt: Instant | null;
  endedAt: Instant | null;
}

/** Payload: `{ cancel? }`. Something is to be done, or to be left. */
export const JOB_CHANNEL = 'intakt_jobs';
/** Interrupted so often, a run is given up: it may be what interrupts. */
const MOST_ATTEMPTS = 3;
const KEPT_DAYS = 90;

const SHOWN = `id, organisation, kind, person, input, state, progress, note, result, problem, cancel_asked as "cancelAsked", created_at as "createdAt",
  started_at as "startedAt", ended_at as "endedAt"`;
const TAKEN = 'id, organisation, kind, person, sites, input, created_at as "createdAt", attempts';

const tellScreens = (tx: Transaction, organisation: Id): Promise<unknown> =>
  tx.query('select pg_notify($1, $2)', [
    CHANGED_CHANNEL,
    JSON.stringify({ organisations: [organisation], topic: 'jobs' }),
  ]);
const tellRunners = (tx: Transaction, payload: { cancel?: string }): Promise<unknown> =>
  tx.query('select pg_notify($1, $2)', [JOB_CHANNEL, JSON.stringify(payload)]);

/** The same run asked for twice is one. */
export async function queueRun(tx: Transaction, run: Omit<JobRun, 'attempts'>): Promise<void> {
  await tx.query(
    `insert into job_run (id, organisation, kind, person, sites, input, state, created_at) values ($1, $2, $3, $4, $5, $6::jsonb, 'queued', $7)
     on conflict (id) do nothing`,
    [run.id, run.organisation, run.kind, run.person, run.sites, JSON.stringify(run.input), run.createdAt],
  );
  await tellRunners(tx, {});
  await tellScreens(tx, run.organisation);
}

export async function countWaiting(tx: Transaction, organisation: Id): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from job_run where organisation = $1 and state in ('queued', 'running')`,
    [organisation],
  );
  return row!.count;
}

export const listRuns = (
  tx: Transaction,
  { kind, state, limit }: { kind?: string; state?: string; limit: number },
): Promise<ShownRun[]> =>
  tx.query<ShownRun>(
    `select ${SHOWN} from job_run where ($1::text is null or kind = $1) and ($2::text is null or state = $2)
     order by created_at desc, id limit $3`,
    [kind ?? null, state ?? null, limit],
  );

export async function findRun(tx: Transaction, id: string): Promise<ShownRun | undefined> {
  const [row] = await tx.query<ShownRun>(`select ${SHOWN} from job_run where id = $1`, [id]);
  return row;
}

/** What waits ends at once; what runs is told to. Whether there was anything to cancel. */
export async function cancelRun(tx: Transaction, id: string, now: Instant): Promise<boolean> {
  const [row] = await tx.query<{ organisation: Id }>(
    `update job_run set cancel_asked = true, state = case state when 'queued' then 'cancelled' else state end,
       ended_at = case state when 'queued' then $2::timestamptz end
     where id = $1 and state in ('queued', 'running') returning organisation`,
    [id, now],
  );
  if (!row) return false;
  await tellRunners(tx, { cancel: id });
  await tellScreens(tx, row.organisation);
  return true;
}

/**
 * Takes the next run for this server: organisations with the fewest under way first, then by age. Another server that looks at the
 * same moment takes another one.
 */
export async function takeRun(
  tx: Transaction,
  { server, leaseSeconds, now }: { server: string; leaseSeconds: number; now: Instant },
): Promise<JobRun | undefined> {
  const [run] = await tx.query<JobRun>(
    `update job_run set state = 'running', server = $1, lease_until = clock_timestamp() + make_interval(secs => $2), attempts = attempts + 1,
       progress = 0, note = null, started_at = $3
     where id = (
       select q.id from job_run q where q.state = 'queued' and not q.cancel_asked
       order by (select count(*) from job_run r where r.organisation = q.organisation and r.state = 'running'), q.created_at, q.id
       limit 1 for update skip locked)
     returning ${TAKEN}`,
    [server, leaseSeconds, now],
  );
  if (run) await tellScreens(tx, run.organisation);
  return run;
}

export interface Held {
  id: string;
  server: string;
  attempts: number;
}
const HELD = `id = $1 and server = $2 and attempts = $3 and state = 'running'`;

export async function tellProgress(
  tx: Transaction,
  { id, server, attempts }: Held,
  { progress, note }: { progress: number; note?: JobNote },
): Promise<void> {
  const [row] = await tx.query<{ organisation: Id }>(
    `update job_run set progress = $4, note = coalesce($5::jsonb, note) where ${HELD} returning organisation`,
    [id, server, attempts, progress, note ? JSON.stringify(note) : null],
  );
  if (row) await tellScreens(tx, row.organisation);
}

export interface RunEnd {
  state: 'done' | 'failed' | 'cancelled';
  result?: Record<string, unknown>;
  problem?: string;
  now: Instant;
}

export async function endRun(tx: Transaction, { id, server, attempts }: Held, end: RunEnd): Promise<void> {
  const [row] = await tx.query<{ organisation: Id }>(
    `update job_run set state = $4, result = $5::jsonb, problem = $6, ended_at = $7, lease_until = null,
       progress = case $4 when 'done' then 1 else progress end
     where ${HELD} returning organisation`,
    [id, server, attempts, end.state, end.result ? JSON.stringify(end.result) : null, end.problem ?? null, end.now],
  );
  if (row) await tellScreens(tx, row.organisation);
}

/** A stop gives back what it interrupted, uncounted. */
export async function giveBack(tx: Transaction, { id, server, attempts }: Held): Promise<void> {
  await tx.query(
    `update job_run set state = 'queued', attempts = attempts - 1, lease_until = null, server = null where ${HELD}`,
    [id, server, attempts],
  );
  await tellRunners(tx, {});
}

/** A server that starts has nothing under way: what it held when it died is queued again. */
export const releaseOwn = (tx: Transaction, server: string): Promise<unknown> =>
  tx.query(
    `update job_run set state = 'queued', server = null, lease_until = null where state = 'running' and server = $1`,
    [server],
  );

/** Keeps the leases of what this server works at, and names what it has lost to another. */
export async function keepLeases(
  tx: Transaction,
  held: Held[],
  { server, leaseSeconds }: { server: string; leaseSeconds: number },
): Promise<Set<string>> {
  const kept = await tx.query<{ id: string }>(
    `update job_run j set lease_until = clock_timestamp() + make_interval(secs => $3)
     from unnest($1::text[], $2::int[]) as h(id, attempts)
     where j.id = h.id and j.attempts = h.attempts and j.server = $4 and j.state = 'running' returning j.id`,
    [held.map(({ id }) => id), held.map(({ attempts }) => attempts), leaseSeconds, server],
  );
  const ids = new Set(kept.map(({ id }) => id));
  return new Set(held.map(({ id }) => id).filter((id) => !ids.has(id)));
}

/** Queues again what a dead server held, ends what was cancelled or interrupted too often, and forgets what is long over. */
export async function sweepRuns(tx: Transaction, now: Instant): Promise<void> {
  await tx.query(
    `update job_run set state = 'queued', server = null, lease_until = null where state = 'running' and lease_until < clock_timestamp()`,
  );
  const ended = await tx.query<{ organisation: Id }>(
    `update job_run set state = case when cancel_asked then 'cancelled' else 'failed' end, ended_at = $1,
       problem = case when cancel_asked then null else 'interrupted ' || attempts || ' times' end
     where state = 'queued' and (cancel_asked or attempts >= $2) returning organisation`,
    [now, MOST_ATTEMPTS],
  );
  await tx.query(`delete from job_run where ended_at < $1::timestamptz - make_interval(days => $2)`, [now, KEPT_DAYS]);
  for (const organisation of new Set(ended.map((row) => row.organisation))) await tellScreens(tx, organisation);
}
