import type { IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { PastCommit, Published, RelationFacts } from './accuracy.ts';
import { type RelationFilter, type RelationKey, relationKey } from './commit-store.ts';
import type { PastRelease } from './release-history.ts';

/** As many releases of a relation as a year of weekly ones has. */
const MOST_RELEASES = 60;
const MOST_COMMITS = 200;

export type JudgedRelation = RelationKey & { facts: RelationFacts };

const valuesOf = (own: string, { customer, supplier, part, shipTo, kind }: RelationFilter): (string | null)[] => [
  own,
  ...[customer, supplier, part, shipTo, kind].map((value) => value ?? null),
];

/** What was called off, release after release, in every relation in which we trade. */
export const readReleases = (tx: Transaction, own: string, filter: RelationFilter) =>
  tx.query<RelationKey & PastRelease>(RELEASES, valuesOf(own, filter));

/** What was said and what came, of every relation in which we trade, in four statements. */
export async function readRelations(tx: Transaction, own: string, filter: RelationFilter): Promise<JudgedRelation[]> {
  const values = valuesOf(own, filter);
  const releases = await readReleases(tx, own, filter);
  const received = await tx.query<Omit<RelationKey, 'kind'> & { day: IsoDay; quantity: number }>(
    RECEIVED,
    values.slice(0, 5),
  );
  const commits = await tx.query<RelationKey & PastCommit>(COMMITS, values);
  const published = await tx.query<{ site: string; part: string } & Published>(PUBLISHED, [
    filter.part ?? null,
    filter.shipTo ?? null,
  ]);
  const receivedBy = Map.groupBy(received, placeOf);
  const commitsBy = Map.groupBy(commits, relationKey);
  const publishedBy = Map.groupBy(published, (one) => `${one.site} ${one.part}`);
  return [...Map.groupBy(releases, relationKey).values()].map((list) => {
    const relation = list[0]!;
    const facts = {
      releases: list,
      received: receivedBy.get(placeOf(relation)) ?? [],
      commits: commitsBy.get(relationKey(relation)) ?? [],
      published: publishedBy.get(`${relation.shipTo} ${relation.part}`) ?? [],
    };
    const { eventId: _event, release: _release, releasedOn: _day, quantities: _all, ...key } = relation;
    return { ...key, facts };
  });
}

const placeOf = ({ customer, supplier, part, shipTo }: Omit<RelationKey, 'kind'>): string =>
  [customer, supplier, part, shipTo].join(' ');

const RELEASES = `
  select r.customer, r.supplier, r.part, r.ship_to as "shipTo", r.kind, r.event_id as "eventId", r.release, r.released_on as "releasedOn",
    e.body::json -> 'data' -> 'quantities' as quantities
  from (select owner as customer, supplier, part, ship_to, kind, event_id, release, released_on, sequence,
      row_number() over (partition by owner, supplier, part, ship_to, kind order by released_on desc, sequence desc) as place
    from schedule_release
    where (owner = $1 or supplier = $1) and ($2::text is null or owner = $2) and ($3::text is null or supplier = $3)
      and ($4::text is null or part = $4) and ($5::text is null or ship_to = $5) and ($6::text is null or kind = $6)) r
  join ledger_event e on e.sequence = r.sequence
  where r.place <= ${MOST_RELEASES}
  order by r.released_on, r.sequence limit 20000`;

const RECEIVED = `
  select g.owner as customer, g.supplier, l ->> 'part' as part, g.site as "shipTo", (g.received_at at time zone 'UTC')::date as day,
    sum((l ->> 'quantity')::double precision) as quantity
  from goods_receipt g cross join lateral json_array_elements(g.lines) l
  where (g.owner = $1 or g.supplier = $1) and ($2::text is null or g.owner = $2) and ($3::text is null or g.supplier = $3)
    and ($4::text is null or l ->> 'part' = $4) and ($5::text is null or g.site = $5)
    and coalesce(l ->> 'status', 'available') = 'available'
  group by 1, 2, 3, 4, 5 order by 5 limit 100000`;

const COMMITS = `
  select c.customer, c.supplier, c.part, c.ship_to as "shipTo", c.kind, (e.body::json ->> 'occurredAt')::timestamptz::date as "saidOn",
    e.body::json -> 'data' -> 'lines' as lines
  from (select customer, owner as supplier, part, ship_to, kind, sequence,
      row_number() over (partition by owner, customer, part, ship_to, kind order by sequence desc) as place
    from commit_statement
    where (customer = $1 or owner = $1) and ($2::text is null or customer = $2) and ($3::text is null or owner = $3)
      and ($4::text is null or part = $4) and ($5::text is null or ship_to = $5) and ($6::text is null or kind = $6)) c
  join ledger_event e on e.sequence = c.sequence and e.type = 'demand-committed'
  where c.place <= ${MOST_COMMITS}
  order by c.sequence limit 20000`;

const PUBLISHED = `
  select source, site, part, weeks, said from forecast
  where ($1::text is null or part = $1) and ($2::text is null or site = $2) order by published_on, owner, partner limit 20000`;
