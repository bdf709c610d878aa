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

/** Keeps each event once per organisation. */
export async function insertEvents(tx: Transaction, owner: Id, events: StoredEvent[]): Promise<void> {
  const rows = events.map(({ id, type, eventTime, recordTime, bizStep, body }) => ({
    owner,
    id,
    type,
    event_time: eventTime,
    record_time: recordTime,
    biz_step: bizStep ?? null,
    body,
  }));
  await tx.query(
    `insert into epcis_event select r.* from jsonb_populate_recordset(null::epcis_event, $1::jsonb) r
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

export interface EventQuery {
  types?: string[];
  from?: Instant;
  before?: Instant;
  bizSteps?: string[];
  ids?: string[];
  limit: number;
  after?: { at: Instant; id: string };
}

export const selectEvents = (tx: Transaction, query: EventQuery): Promise<StoredEvent[]> =>
  tx.query<StoredEvent>(
    `select id, type, event_time as "eventTime", record_time as "recordTime", biz_step as "bizStep", body from epcis_event
     where ($1::text[] is null or type = any($1)) and ($2::timestamptz is null or event_time >= $2)
       and ($3::timestamptz is null or event_time < $3) and ($4::text[] is null or biz_step = any($4))
       and ($5::text[] is null or id = any($5)) and ($6::timestamptz is null or (event_time, id) > ($6::timestamptz, $7::text))
     order by event_time, id limit $8`,
    [
      query.types ?? null,
      query.from ?? null,
      query.before ?? null,
      query.bizSteps ?? null,
      query.ids ?? null,
      query.after?.at ?? null,
      query.after?.id ?? null,
      query.limit,
    ],
  );
