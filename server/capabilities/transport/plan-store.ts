import type { Id, Instant, IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { RoutingProblem } from '@intakt/routing';
import type { StoredDistance } from './distances/stored-matrix.ts';
import type { CachedWay, RoadCache } from './distances/router.ts';
import type { Draft, DraftTour, PlanFigures } from './draft.ts';

export interface PlanRow extends Draft {
  id: Id;
  organisation: Id;
  day: IsoDay;
  name: string;
  state: 'draft' | 'published';
  version: number;
  seed: number;
  distances: { provider: string; asOf: Instant };
  baseline: PlanFigures;
  /** The computation that searches, or searched last. */
  run: Id | null;
  createdAt: Instant;
  changedAt: Instant;
  publishedAt: Instant | null;
}

const HEAD = `id, organisation, day, name, state, version, seed, distances, baseline, run, created_at as "createdAt", changed_at as "changedAt", published_at as "publishedAt"`;

export const listPlans = (tx: Transaction, day?: IsoDay) =>
  tx.query<Omit<PlanRow, keyof Draft>>(
    `select ${HEAD} from transport_plan where $1::date is null or day = $1 order by created_at desc limit 100`,
    [day ?? null],
  );

export async function findPlan(tx: Transaction, id: Id): Promise<PlanRow | undefined> {
  const [row] = await tx.query<PlanRow>(
    `select ${HEAD}, facts, problem, tours, findings from transport_plan where id = $1`,
    [id],
  );
  return row && { ...row, problem: reachable(row.problem) };
}

/** JSON has no infinity: a way that is not there was kept as null. */
function reachable(problem: RoutingProblem): RoutingProblem {
  const open = (matrix: ArrayLike<number | null>): number[] =>
    Array.from(matrix, (value) => value ?? Number.POSITIVE_INFINITY);
  return {
    ...problem,
    distanceMeters: open(problem.distanceMeters),
    travel: problem.travel.map((period) => ({ ...period, seconds: open(period.seconds) })),
  };
}

export const insertPlan = (tx: Transaction, plan: PlanRow, by: Id | undefined): Promise<unknown> =>
  tx.query(
    `insert into transport_plan (id, organisation, day, name, state, version, seed, provider, distances, problem, facts, tours, baseline, findings, run, created_by, created_at, changed_at)
     values ($1, $2, $3, $4, 'draft', 1, $5, $6, $7, $8, $9, $10, $11, $12, null, $13, $14, $14)`,
    [
      ...[plan.id, plan.organisation, plan.day, plan.name, plan.seed, plan.distances.provider],
      ...[plan.distances, plan.problem, plan.facts, plan.tours, plan.baseline, plan.findings].map((value) =>
        JSON.stringify(value),
      ),
      ...[by ?? null, plan.createdAt],
    ],
  );

/** Keeps what the planner or the search made of it, unless somebody else was faster. */
export async function changePlan(
  tx: Transaction,
  { id, version }: Pick<PlanRow, 'id' | 'version'>,
  change: { tours: DraftTour[]; findings?: unknown; now: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `update transport_plan set tours = $3, findings = coalesce($4::jsonb, findings), changed_at = $5, version = version + 1
     where id = $1 and version = $2 and state = 'draft' returning id`,
    [id, version, JSON.stringify(change.tours), change.findings ? JSON.stringify(change.findings) : null, change.now],
  );
  return rows.length > 0;
}

export const noteRun = (tx: Transaction, id: Id, run: Id): Promise<unknown> =>
  tx.query('update transport_plan set run = $2 where id = $1', [id, run]);

export const markPublished = (tx: Transaction, id: Id, now: Instant): Promise<unknown> =>
  tx.query(`update transport_plan set state = 'published', published_at = $2, version = version + 1 where id = $1`, [
    id,
    now,
  ]);

export const deletePlan = async (tx: Transaction, organisation: Id, id: Id): Promise<boolean> =>
  (await tx.query('delete from transport_plan where organisation = $1 and id = $2 returning id', [organisation, id]))
    .length > 0;

export const listStoredDistances = (tx: Transaction, organisation: Id): Promise<StoredDistance[]> =>
  tx.query<StoredDistance>(
    `select site_from as "from", site_to as "to", meters, seconds, stored_at as "storedAt" from distance_matrix where organisation = $1`,
    [organisation],
  );

export const storeDistances = (
  tx: Transaction,
  organisation: Id,
  ways: readonly Omit<StoredDistance, 'storedAt'>[],
  now: Instant,
): Promise<unknown> =>
  tx.query(
    `insert into distance_matrix (organisation, site_from, site_to, meters, seconds, stored_at)
     select $1, w ->> 'from', w ->> 'to', (w ->> 'meters')::float8, (w ->> 'seconds')::float8, $3 from jsonb_array_elements($2::jsonb) w
     on conflict (organisation, site_from, site_to) do update set meters = excluded.meters, seconds = excluded.seconds, stored_at = excluded.stored_at`,
    [organisation, JSON.stringify(ways), now],
  );

/** The router's answers, kept beside the ledger for all: roads are nobody's secret, and no site is named. */
export const roadCache = (system: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>): RoadCache => ({
  read: (provider, places) =>
    system((tx) =>
      tx.query<CachedWay>(
        `select place_from as "from", place_to as "to", meters, seconds, fetched_at as "fetchedAt" from road_distance
         where provider = $1 and place_from = any($2) and place_to = any($2)`,
        [provider, [...places]],
      ),
    ),
  keep: async (provider, ways) => {
    await system((tx) =>
      tx.query(
        `insert into road_distance (provider, place_from, place_to, meters, seconds, fetched_at)
         select distinct on (w ->> 'from', w ->> 'to') $1, w ->> 'from', w ->> 'to', (w ->> 'meters')::float8, (w ->> 'seconds')::float8, (w ->> 'fetchedAt')::timestamptz
         from jsonb_array_elements($2::jsonb) w
         on conflict (provider, place_from, place_to) do update set meters = excluded.meters, seconds = excluded.seconds, fetched_at = excluded.fetched_at`,
        [provider, JSON.stringify(ways)],
      ),
    );
  },
});
