import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

/** One packaging of one partner, seen from the asking organisation: positive is what the partner owes. */
interface ContainerAccount {
  partner: Id;
  packaging: string;
  balance: number;
  /** The same in the partner's own view; another figure means that the two sides differ. */
  partnerBalance: number;
  underWayOut: number;
  underWayIn: number;
  differing: number;
  statedAt: Instant | null;
  partnerStatedAt: Instant | null;
  movedAt: Instant | null;
}

/** What is not returnable is on no account; who does not know the packaging keeps one to be safe. */
const RETURNABLE = `not exists (select 1 from packaging p where (p.id = a.packaging or p.code = a.packaging) and not p.returnable)`;
const MINE = 'a.owner = $1';

export const listContainerAccounts = (tx: Transaction, organisation: Id): Promise<ContainerAccount[]> =>
  tx.query(
    `select case when ${MINE} then a.partner else a.owner end as partner, a.packaging,
       (case when ${MINE} then a.owner_balance else -a.partner_balance end)::float8 as balance,
       (case when ${MINE} then a.partner_balance else -a.owner_balance end)::float8 as "partnerBalance",
       coalesce(o.out, 0)::float8 as "underWayOut", coalesce(o.back, 0)::float8 as "underWayIn", coalesce(o.differing, 0)::int as differing,
       case when ${MINE} then a.owner_stated_at else a.partner_stated_at end as "statedAt",
       case when ${MINE} then a.partner_stated_at else a.owner_stated_at end as "partnerStatedAt", a.moved_at as "movedAt"
     from container_account a left join lateral (
       select sum(m.sent) filter (where m.received is null and m.sender = $1) as out,
         sum(m.sent) filter (where m.received is null and m.sender <> $1) as back,
         count(*) filter (where m.sent <> m.received) as differing
       from container_movement m where m.owner = a.owner and m.partner = a.partner and m.packaging = a.packaging and m.sent is distinct from m.received
     ) o on true
     where $1 in (a.owner, a.partner) and ${RETURNABLE} order by 1, 2 limit 5000`,
    [organisation],
  );

export interface MovementFilter {
  organisation: Id;
  partner: Id;
  packaging: string;
  limit: number;
}

/** What both sides say of each passage, the newest first. */
export const listContainerMovements = (tx: Transaction, filter: MovementFilter) =>
  tx.query(
    `select reference, cause, shipment, sender = $1 as "isOut", moved_at as "movedAt", sent, sent_via as "sentVia", sent_note as "sentNote",
       received, received_via as "receivedVia", received_note as "receivedNote"
     from container_movement where owner = least($1, $2) and partner = greatest($1, $2) and packaging = $3
     order by moved_at desc, reference limit $4`,
    [filter.organisation, filter.partner, filter.packaging, filter.limit],
  );
