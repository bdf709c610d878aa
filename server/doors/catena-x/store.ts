import type {
  CapacityGroup,
  Id,
  Instant,
  IsoDay,
  PlannedQuantities,
  RunoutProjection,
  ScheduleQuantity,
  StockCount,
} from '@intakt/contract';
import type { Transaction } from '@intakt/database';

export interface TradedPart {
  id: Id;
  owner: Id;
  number: string;
  description: string | null;
  unit: string;
  supplier: Id;
  customer: Id;
  /** What everybody else calls it. */
  numbers: string[];
}

/** The parts that two organisations trade, by their lanes; each side sees the lanes that name it. */
export const findTradedParts = (tx: Transaction, own: Id, partner: Id): Promise<TradedPart[]> =>
  tx.query<TradedPart>(TRADED_PARTS, [own, partner]);

const TRADED_PARTS = `
  select distinct p.id, p.owner, p.number, p.description, p.unit, l.supplier, l.owner as customer,
    array(select n.number from part_number n where n.part = p.id and n.owner in ($1, $2)) as numbers
  from lane l join part p on p.id = l.part
  where l.ends_on is null and ((l.owner = $1 and l.supplier = $2) or (l.owner = $2 and l.supplier = $1))
  order by p.id limit 20000`;

/** UUIDs that the reader maps to parts in this partner's payloads, the partner's own before those of everybody. */
export const findAssetCodes = (tx: Transaction, own: Id, partners: string[]): Promise<{ code: string; part: Id }[]> =>
  tx.query(
    `select code, means as part from identifier where owner = $1 and partner = any($2) and scheme = 'part'
       and code ~* '^(urn:uuid:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' order by partner = '*', code limit 20000`,
    [own, partners],
  );

/** Whose statements of which part. */
export interface Subject {
  owner: Id;
  part: Id;
}

/** Catena-X knows stock that may be used and stock that may not. */
export const findStock = (tx: Transaction, { owner, part }: Subject): Promise<StockCount[]> =>
  tx.query<StockCount>(STOCK, [owner, part]);

const STOCK = `
  select owner, site, part, case when status = 'available' then 'available' else 'blocked' end as status,
    sum(quantity) as quantity, unit, max(coalesce(counted_at, moved_at)) as "countedAt"
  from stock where owner = $1 and part = $2 group by 1, 2, 3, 4, unit order by site, 4`;

export interface Dated<T> {
  rows: T[];
  /** When the latest of them was recorded. */
  updatedAt: Instant | null;
}

export async function findPlans(
  tx: Transaction,
  { owner, part }: Subject,
  kind: 'requirement' | 'production',
): Promise<Dated<PlannedQuantities>> {
  const found = await tx.query<Omit<PlannedQuantities, 'from' | 'to'> & { recordedAt: Instant | null }>(
    `select t.owner, site, part, unit, quantities, ${RECORDED_AT} from plan t
      where t.owner = $1 and part = $2 and kind = $3 order by site`,
    [owner, part, kind],
  );
  const dated = found.filter(({ quantities }) => quantities.length > 0);
  const spans = (days: IsoDay[]) => ({ from: days[0]!, to: days.at(-1)! });
  const rows = dated.map((plan) => ({ ...plan, ...spans(plan.quantities.map(({ day }) => day).sort()) }));
  return { rows, updatedAt: latestOf(found) };
}

export interface ScheduledSite {
  site: Id;
  unit: string;
  quantities: ScheduleQuantity[];
  recordedAt: Instant | null;
}

/** The current delivery forecast of one relation, per site of the customer. */
export async function findSchedules(
  tx: Transaction,
  { customer, supplier, part }: { customer: Id; supplier: Id; part: Id },
): Promise<Dated<ScheduledSite>> {
  const rows = await tx.query<ScheduledSite>(
    `select ship_to as site, unit, quantities, ${RECORDED_AT} from schedule t
      where t.owner = $1 and supplier = $2 and part = $3 and kind = 'delivery-forecast' order by ship_to`,
    [customer, supplier, part],
  );
  return { rows, updatedAt: latestOf(rows) };
}

export interface StatedGroup {
  group: Id;
  name: string;
  site: Id | null;
  unit: string;
  parts: CapacityGroup['parts'];
  weeks: CapacityGroup['weeks'];
  statedAt: Instant;
}

/** Capacity groups of a supplier that name this customer. */
export const findGroups = (tx: Transaction, supplier: Id, customer: Id): Promise<StatedGroup[]> =>
  tx.query<StatedGroup>(
    `select id as "group", name, site, unit, parts, weeks, stated_at as "statedAt" from capacity_group
      where owner = $1 and customer = $2 order by id limit 2000`,
    [supplier, customer],
  );

/** Where the customer takes the parts in. */
export const findDeliveredTo = (tx: Transaction, supplier: Id, customer: Id): Promise<{ part: Id; site: Id }[]> =>
  tx.query(
    `select distinct part, site_to as site from lane where supplier = $1 and owner = $2 and ends_on is null
      order by part, site_to limit 20000`,
    [supplier, customer],
  );

export async function findRunouts(tx: Transaction, { owner, part }: Subject): Promise<Dated<RunoutProjection>> {
  const rows = await tx.query<RunoutProjection & { recordedAt: Instant | null }>(
    `select t.owner, site, part, as_of as "asOf", on_hand as "onHand", in_transit as "inTransit",
       days_of_supply as "daysOfSupply", light, ${RECORDED_AT} from runout t where t.owner = $1 and part = $2 order by site`,
    [owner, part],
  );
  return { rows, updatedAt: latestOf(rows) };
}

/** A row's sequence is that of the event which changed it last. */
const RECORDED_AT = `(select e.body::json ->> 'recordedAt' from ledger_event e where e.sequence = t.sequence) as "recordedAt"`;

const latestOf = (rows: { recordedAt: Instant | null }[]): Instant | null =>
  rows
    .map(({ recordedAt }) => recordedAt)
    .sort()
    .at(-1) ?? null;

export interface DeliveryRow {
  shipment: Id;
  from: Id;
  to: Id;
  despatchNote: string;
  despatchedAt: Instant;
  expectedAt: Instant;
  receivedAt: Instant | null;
  lines: { quantity: number; unit: string; orderReference: string | null }[];
  recordedAt: Instant | null;
}

const DAYS_SHOWN_AFTER_ARRIVAL = 28;

/** What is under way of a part between the two, and what arrived lately; lines of one order are one delivery. */
export async function findDeliveries(
  tx: Transaction,
  { supplier, customer, part, now }: { supplier: Id; customer: Id; part: Id; now: Instant },
): Promise<Dated<DeliveryRow>> {
  const since = new Date(Date.parse(now) - DAYS_SHOWN_AFTER_ARRIVAL * 86_400_000).toISOString();
  const rows = await tx.query<DeliveryRow>(DELIVERIES, [supplier, customer, part, since]);
  return { rows, updatedAt: latestOf(rows) };
}

const DELIVERIES = `
  select t.id as shipment, t.site_from as "from", t.site_to as "to", t.despatch_note as "despatchNote",
    t.despatched_at as "despatchedAt", t.expected_at as "expectedAt", t.received_at as "receivedAt", ${RECORDED_AT},
    (select json_agg(o) from (select sum(l.quantity) as quantity, l.unit, l.order_reference as "orderReference"
      from shipment_line l where l.owner = t.owner and l.shipment = t.id and l.part = $3
      group by l.unit, l.order_reference order by l.order_reference, l.unit) o) as lines
  from shipment t where t.owner = $1 and t.customer = $2 and (t.received_at is null or t.received_at >= $4)
    and exists (select 1 from shipment_line l where l.owner = t.owner and l.shipment = t.id and l.part = $3)
  order by t.despatched_at, t.id limit 5000`;

export interface KnownShipment {
  id: Id;
  parts: Id[];
  /** The door by which it was last stated. */
  source: string | null;
}

export const findShipments = (tx: Transaction, supplier: Id, ids: Id[]): Promise<KnownShipment[]> =>
  tx.query<KnownShipment>(
    `select s.id, array(select distinct l.part from shipment_line l where l.owner = s.owner and l.shipment = s.id) as parts,
       (select e.body::json ->> 'source' from ledger_event e where e.event_id = s.event_id) as source
     from shipment s where s.owner = $1 and s.id = any($2)`,
    [supplier, ids],
  );
