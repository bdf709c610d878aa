import type { IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { RelationKey } from './commit-store.ts';
import type { PastRelease } from './release-history.ts';

/** As many releases as a year of weekly ones has. */
const MOST_RELEASES = 60;

/** What each of the last releases called off, from the events themselves; oldest first. */
export async function readReleases(tx: Transaction, relation: RelationKey): Promise<PastRelease[]> {
  const { customer, supplier, part, shipTo, kind } = relation;
  const rows = await tx.query<PastRelease>(
    `select r.event_id as "eventId", r.release, r.released_on as "releasedOn", e.body::json -> 'data' -> 'quantities' as quantities
     from (select event_id, release, released_on, sequence from schedule_release where owner = $1 and supplier = $2 and part = $3 and ship_to = $4 and kind = $5
       order by released_on desc, sequence desc limit ${MOST_RELEASES}) r
     join ledger_event e on e.sequence = r.sequence
     order by r.released_on, r.sequence`,
    [customer, supplier, part, shipTo, kind],
  );
  return rows;
}

/** What the customer received of a part at the place, per day. */
export const readReceived = (
  tx: Transaction,
  { customer, supplier, part, shipTo }: Omit<RelationKey, 'kind'>,
): Promise<{ day: IsoDay; quantity: number }[]> =>
  tx.query(
    `select (g.received_at at time zone 'UTC')::date as day, sum((l ->> 'quantity')::double precision) as quantity
     from goods_receipt g cross join lateral json_array_elements(g.lines) l
     where g.owner = $1 and g.supplier = $2 and g.site = $4 and l ->> 'part' = $3 and coalesce(l ->> 'status', 'available') = 'available'
     group by 1 order by 1`,
    [customer, supplier, part, shipTo],
  );
