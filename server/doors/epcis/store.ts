import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

export interface StoredEvent {
  id: string;
  type: string;
  eventTime: Instant;
  recordTime: Instant;
  bizStep?: string;
  body: Record<string, unknown>;
}
export interface FreshEvent extends StoredEvent {
  facets: string[];
}

/**
 * Keeps each event once per organisation. Captures of one organisation are kept one after the other, so that the order of
 * their numbers is that of their commits and a subscription that goes by them misses nothing.
 */
export async function insertEvents(tx: Transaction, owner: Id, events: FreshEvent[]): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [owner]);
  const rows = events.map(({ id, type, eventTime, recordTime, bizStep, body, facets }) => ({
    owner,
    id,
    type,
    event_time: eventTime,
    record_time: recordTime,
    biz_step: bizStep ?? null,
    body,
    facets,
  }));
  await tx.query(
    `insert into epcis_event (owner, id, type, event_time, record_time, biz_step, body, facets)
     select owner, id, type, event_time, record_time, biz_step, body, facets from jsonb_populate_recordset(null::epcis_event, $1::jsonb) r
     on conflict (owner, id) do nothing`,
    [JSON.stringify(rows)],
  );
}

export const findBodies = async (
  tx: Transaction,
  owner: Id,
  ids: string[],
): Promise<Map<string, Record<string, unknown>>> =>
  new Map(
    (
      await tx.query<{ id: string; body: Record<string, unknown> }>(
        'select id, body from epcis_event where owner = $1 and id = any($2)',
        [owner, ids],
      )
    ).map((row) => [row.id, row.body]),
  );

export interface CaptureProblem {
  type: string;
  title: string;
  status: number;
  detail?: string;
}
export interface CaptureJob {
  id: string;
  organisation: Id;
  running: boolean;
  success: boolean;
  behaviour: 'rollback' | 'proceed';
  errors: CaptureProblem[];
  events: string[];
  createdAt: Instant;
  finishedAt?: Instant;
}

export async function insertJob(tx: Transaction, job: CaptureJob): Promise<void> {
  await tx.query(
    `insert into capture_job (id, organisation, running, success, behaviour, errors, events, created_at) values ($1, $2, true, true, $3, '[]', '[]', $4)`,
    [job.id, job.organisation, job.behaviour, job.createdAt],
  );
}

export async function finishJob(
  tx: Transaction,
  { id, success, errors, events, finishedAt }: CaptureJob,
): Promise<void> {
  await tx.query(
    'update capture_job set running = false, success = $2, errors = $3::jsonb, events = $4::jsonb, finished_at = $5 where id = $1',
    [id, success, JSON.stringify(errors), JSON.stringify(events), finishedAt],
  );
}

const JOB = `select id, organisation, running, success, behaviour, errors, events, created_at as "createdAt", finished_at as "finishedAt" from capture_job`;

export const findJob = async (tx: Transaction, id: string): Promise<CaptureJob | undefined> =>
  (await tx.query<CaptureJob>(`${JOB} where id = $1`, [id]))[0];

/** Jobs that a stop of the server left unfinished. */
export const unfinishedJobs = (tx: Transaction): Promise<CaptureJob[]> =>
  tx.query<CaptureJob>(`${JOB} where running order by created_at limit 1000`);

export const findEvent = async (tx: Transaction, id: string): Promise<StoredEvent | undefined> =>
  (
    await tx.query<StoredEvent>(
      `select id, type, event_time as "eventTime", record_time as "recordTime", biz_step as "bizStep", body from epcis_event where id = $1`,
      [id],
    )
  )[0];

export const listJobs = (tx: Transaction, { limit }: { limit: number }): Promise<CaptureJob[]> =>
  tx.query<CaptureJob>(`${JOB} order by created_at desc, id limit $1`, [limit]);

/** Events that were captured before there were facets. */
export const withoutFacets = (tx: Transaction): Promise<{ owner: Id; id: string; body: Record<string, unknown> }[]> =>
  tx.query('select owner, id, body from epcis_event where facets is null limit 500');

export const setFacets = (tx: Transaction, rows: { owner: Id; id: string; facets: string[] }[]): Promise<unknown> =>
  tx.query(
    `update epcis_event e set facets = r.facets from jsonb_populate_recordset(null::epcis_event, $1::jsonb) r
     where e.owner = r.owner and e.id = r.id`,
    [JSON.stringify(rows)],
  );

/** What stands in the captured events under a facet's name, each thing once. */
export async function listResources(
  tx: Transaction,
  { name, after, limit }: { name: string; after: string; limit: number },
): Promise<string[]> {
  const rows = await tx.query<{ value: string }>(
    `select distinct substr(f, length($1) + 2) as value from epcis_event, unnest(facets) f
     where starts_with(f, $1 || '=') and substr(f, length($1) + 2) > $2 order by value limit $3`,
    [name, after, limit],
  );
  return rows.map((row) => row.value);
}

export async function hasFacet(tx: Transaction, facets: string[]): Promise<boolean> {
  const rows = await tx.query('select 1 from epcis_event where facets && $1::text[] limit 1', [facets]);
  return rows.length > 0;
}
