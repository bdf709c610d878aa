import type { Authorisation, CumulativePosition, ScheduleQuantity } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

/** Everything from which the nodes of one organisation are projected, as row security lets it be read. */
export interface FlowFacts {
  stock: StockFact[];
  lines: LineFact[];
  schedules: ScheduleFact[];
  plans: PlanFact[];
  lanes: LaneFact[];
  sites: SiteFact[];
  claims: { site: string; part: string; reference: string; byRead: number }[];
  despatches: DespatchFact[];
  bills: BillFact[];
  disclosed: DisclosedFact[];
  transfers: TransferFact[];
}
/** Stock between two own sites. */
export interface TransferFact {
  id: string;
  from: string;
  to: string;
  part: string;
  quantity: number;
  unit: string;
  leavesOn: string;
  arrivesAt: string;
  eventId: string;
}
export interface BillFact {
  parent: string;
  components: { part: string; quantity: number }[];
}
/** What a direct supplier discloses of a part that it sends: the day from which it has none, or only the shift in which that begins. */
export interface DisclosedFact {
  owner: string;
  site: string;
  part: string;
  stopOn: string;
  stopShift: string | null;
}
/** Quantiles of an arrival that were learned. */
export interface BandFact {
  p20At: string;
  p50At: string;
  p80At: string;
  p95At: string;
}
export interface StockFact {
  owner: string;
  site: string;
  part: string;
  status: string;
  quantity: number;
  unit: string;
  countedAt: string | null;
  movedAt: string;
  consumedOn: string | null;
  consumedQuantity: number;
  eventId: string;
}
export interface LineFact {
  owner: string;
  shipment: string;
  despatchNote: string;
  line: number;
  customer: string;
  part: string;
  siteFrom: string;
  siteTo: string;
  quantity: number;
  received: number;
  unit: string;
  expectedAt: string;
  despatchedAt: string;
  band: BandFact | null;
  confirmed: boolean;
  eventId: string;
}
export interface ScheduleFact {
  customer: string;
  supplier: string;
  part: string;
  shipTo: string;
  shipFrom: string | null;
  kind: string;
  release: string;
  releasedOn: string;
  unit: string;
  quantities: ScheduleQuantity[];
  cumulative: CumulativePosition | null;
  authorisations: Authorisation[];
  confirmed: boolean;
  eventId: string;
}
export interface PlanFact {
  owner: string;
  site: string;
  part: string;
  kind: 'requirement' | 'production';
  unit: string;
  quantities: { day: string; quantity: number }[];
  eventId: string;
}
export interface LaneFact {
  customer: string;
  supplier: string;
  part: string;
  siteFrom: string;
  siteTo: string;
  leadTimeDays: number;
  minimumQuantity?: number | null;
  roundingQuantity?: number | null;
}
export interface SiteFact {
  id: string;
  owner: string;
  timeZone: string;
  workingWeekdays: number[];
  holidays: string[];
}
export interface DespatchFact {
  customer: string;
  supplier: string;
  part: string;
  shipTo: string;
  despatchNote: string;
  despatchedOn: string;
  quantity: number;
}

/** Facts for all parts, or only for some: what changed decides what is projected anew. One round trip. */
export async function readFlowFacts(
  tx: Transaction,
  { organisation, parts, today }: { organisation: string; parts?: string[]; today: string },
): Promise<FlowFacts> {
  const bills = await tx.query<BillFact>('select parent, components from bill_of_material where owner = $1', [
    organisation,
  ]);
  const together = parts && [...partsTogether(bills, parts)];
  const [row] = await tx.query<{ facts: Record<keyof FlowFacts, never[] | null> }>(FACTS, [
    organisation,
    together ?? null,
    today,
  ]);
  const facts = { ...row!.facts, bills: bills as never[] };
  for (const key of Object.keys(facts) as (keyof FlowFacts)[]) facts[key] ??= [];
  return facts as unknown as FlowFacts;
}

/** Parts whose flow hangs together by bills: what is made of the given ones, and all that these are made of. */
function partsTogether(bills: readonly BillFact[], parts: Iterable<string>): Set<string> {
  const together = new Set(parts);
  const usedIn = Map.groupBy(
    bills.flatMap(({ parent, components }) => components.map(({ part }) => ({ part, parent }))),
    ({ part }) => part,
  );
  // A set that grows while it is walked is walked to its end.
  for (const part of together) for (const { parent } of usedIn.get(part) ?? []) together.add(parent);
  return withComponents(bills, together);
}

/**
 * Parts by which the stop of the given ones is judged: all that they are made of, and what is built from them at once, for that
 * is where their demand comes from. That a want of other components may keep it from being built is left out.
 */
export function partsBehind(bills: readonly BillFact[], parts: Iterable<string>): Set<string> {
  const given = new Set(parts);
  const takers = bills.filter(({ components }) => components.some(({ part }) => given.has(part)));
  return withComponents(bills, given).union(new Set(takers.map(({ parent }) => parent)));
}

/** The parts with all that they are made of, to the last tier. */
function withComponents(bills: readonly BillFact[], parts: ReadonlySet<string>): Set<string> {
  const all = new Set(parts);
  const madeOf = new Map(bills.map(({ parent, components }) => [parent, components]));
  for (const part of all) for (const component of madeOf.get(part) ?? []) all.add(component.part);
  return all;
}

const part = (column: string): string => `($2::text[] is null or ${column} = any($2))`;
const rows = (select: string): string => `(select json_agg(r) from (${select}) r)`;

/** What was learned of the lane tells more than what was advised, until somebody says something new. */
const EXPECTED = `coalesce((
  select b.p50_at from arrival_band b where b.owner = $1 and b.supplier = l.owner and b.shipment = l.shipment and b.basis in ('history', 'history-and-carrier')
    and not exists (select 1 from arrival_said a where a.owner = l.owner and a.shipment = l.shipment and a.said > b.sequence)), l.expected_at)`;

const BAND = `(
  select json_build_object('p20At', b.p20_at, 'p50At', b.p50_at, 'p80At', b.p80_at, 'p95At', b.p95_at) from arrival_band b
  where b.owner = $1 and b.supplier = l.owner and b.shipment = l.shipment and b.p95_at is not null
    and not exists (select 1 from arrival_said a where a.owner = l.owner and a.shipment = l.shipment and a.said > b.sequence))`;

const servesMe = (table: string): string =>
  `exists (select 1 from lane l where l.owner = $1 and l.supplier = ${table}.owner and l.part = ${table}.part and l.site_from = ${table}.site)`;

/** Of who serves the organisation directly, and of the parts that it serves: what it lets see of its own projection. */
const DISCLOSED = `
  select r.owner, r.site, r.part, r.runs_out_if_delivered as "stopOn", null as "stopShift" from runout r
  where r.owner <> $1 and r.runs_out_if_delivered is not null and ($2::text[] is null or r.part = any($2)) and ${servesMe('r')}
  union all
  select r.owner, r.site, r.part, (r.stop_shift at time zone coalesce(s.time_zone, 'UTC'))::date, r.stop_shift from runout_light r left join site s on s.id = r.site
  where r.owner <> $1 and r.stop_shift is not null and r.light <> 'green' and ($2::text[] is null or r.part = any($2)) and ${servesMe('r')}`;

/** Despatches of the last ninety days are enough to net a schedule whose release is not older. */
const FACTS = `
  select json_build_object(
    'stock', ${rows(`select owner, site, part, status, quantity, unit, counted_at as "countedAt", moved_at as "movedAt", consumed_on as "consumedOn", consumed_quantity as "consumedQuantity", event_id as "eventId" from stock where owner = $1 and ${part('part')}`)},
    'lines', ${rows(`
      select l.owner, l.shipment, s.despatch_note as "despatchNote", l.line, l.customer, l.part, l.site_from as "siteFrom", l.site_to as "siteTo", l.quantity,
        l.received_quantity as received, l.unit, ${EXPECTED} as "expectedAt", s.despatched_at as "despatchedAt", ${BAND} as band, l.confirmed, l.event_id as "eventId"
      from shipment_line l join shipment s on s.owner = l.owner and s.id = l.shipment
      where l.open and l.customer = $1 and ${part('l.part')}`)},
    'schedules', ${rows(`
      select owner as customer, supplier, part, ship_to as "shipTo", ship_from as "shipFrom", kind, release, released_on as "releasedOn", unit, quantities, cumulative,
        authorisations, confirmed, event_id as "eventId"
      from schedule where (owner = $1 or supplier = $1) and ${part('part')}`)},
    'plans', ${rows(`select owner, site, part, kind, unit, quantities, event_id as "eventId" from plan where owner = $1 and ${part('part')}`)},
    'lanes', ${rows(`
      select owner as customer, supplier, part, site_from as "siteFrom", site_to as "siteTo", lead_time_days as "leadTimeDays",
        minimum_quantity as "minimumQuantity", rounding_quantity as "roundingQuantity"
      from lane where (owner = $1 or supplier = $1) and ${part('part')} and (ends_on is null or ends_on >= $3::date)`)},
    'sites', ${rows(`select id, owner, time_zone as "timeZone", working_weekdays as "workingWeekdays", holidays from site`)},
    'claims', ${rows(`select site, part, reference, by_read as "byRead" from movement_claim where owner = $1 and direction = 'in' and by_read > 0 and ${part('part')}`)},
    'disclosed', ${rows(DISCLOSED)},
    'transfers', ${rows(`
      select id, site_from as "from", site_to as "to", part, quantity, unit, leaves_on as "leavesOn", arrives_at as "arrivesAt", event_id as "eventId"
      from stock_transfer where owner = $1 and arrives_at >= $3::date and ${part('part')}`)},
    'despatches', ${rows(`
      select l.customer, l.owner as supplier, l.part, l.site_to as "shipTo", s.despatch_note as "despatchNote", (s.despatched_at at time zone 'UTC')::date as "despatchedOn", l.quantity
      from shipment_line l join shipment s on s.owner = l.owner and s.id = l.shipment
      where (l.customer = $1 or l.owner = $1) and ${part('l.part')} and s.despatched_at > $3::date - interval '90 days'`)}
  ) as facts`;
