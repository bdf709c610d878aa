import type { CumulativePosition, ScheduleQuantity } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

/** What a customer called off, what came of it, and what both count: of one customer, as row security lets it read. */
export interface CallOffFacts {
  relations: RelationFact[];
  shipped: ShippedFact[];
  received: { supplier: string; part: string; shipTo: string; receivedOn: string; quantity: number }[];
  cumulatives: { supplier: string; part: string; shipTo: string; received: number; statedReceived: number | null }[];
}
export interface RelationFact {
  customer: string;
  supplier: string;
  part: string;
  shipTo: string;
  release: string;
  releasedOn: string;
  unit: string;
  quantities: ScheduleQuantity[];
  cumulative: CumulativePosition | null;
  leadTimeDays: number | null;
}
export interface ShippedFact {
  customer: string;
  supplier: string;
  shipment: string;
  despatchNote: string;
  part: string;
  shipTo: string;
  unit: string;
  quantity: number;
  despatchedOn: string;
  expectedAt: string;
  open: boolean;
}

/** Of several kinds of release the call-off binds; a forecast alone stands for it. Reports that nobody confirmed accuse nobody. */
const FACTS = `
  select json_build_object(
    'relations', (select json_agg(r) from (
      select distinct on (s.supplier, s.part, s.ship_to) s.owner as customer, s.supplier, s.part, s.ship_to as "shipTo", s.release, s.released_on as "releasedOn", s.unit,
        s.quantities, s.cumulative, (select min(l.lead_time_days) from lane l where l.owner = s.owner and l.supplier = s.supplier and l.part = s.part and l.site_to = s.ship_to) as "leadTimeDays"
      from schedule s where s.owner = $1 and s.confirmed order by s.supplier, s.part, s.ship_to, (s.kind = 'call-off') desc) r),
    'shipped', (select json_agg(r) from (
      select l.customer, l.owner as supplier, l.shipment, s.despatch_note as "despatchNote", l.part, l.site_to as "shipTo", l.unit, l.quantity,
        (s.despatched_at at time zone 'UTC')::date as "despatchedOn", l.expected_at as "expectedAt", l.open
      from shipment_line l join shipment s on s.owner = l.owner and s.id = l.shipment
      where l.customer = $1 and s.despatched_at > $2::date - interval '90 days') r),
    'received', (select json_agg(r) from (
      select g.supplier, x.part, g.site as "shipTo", (g.received_at at time zone 'UTC')::date as "receivedOn", x.quantity
      from goods_receipt g, json_to_recordset(g.lines) as x(part text, quantity double precision)
      where g.owner = $1 and g.confirmed and g.received_at > $2::date - interval '90 days') r),
    'cumulatives', (select json_agg(r) from (
      select supplier, part, ship_to as "shipTo", received, stated_received as "statedReceived" from cumulative where owner = $1) r)
  ) as facts`;

export async function readCallOffFacts(
  tx: Transaction,
  { organisation, today }: { organisation: string; today: string },
): Promise<CallOffFacts> {
  const [row] = await tx.query<{ facts: Record<keyof CallOffFacts, never[] | null> }>(FACTS, [organisation, today]);
  const facts = row!.facts;
  for (const key of Object.keys(facts) as (keyof CallOffFacts)[]) facts[key] ??= [];
  return facts as unknown as CallOffFacts;
}
