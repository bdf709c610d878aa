import type { Transaction } from '@intakt/database';

/** A journey of goods between two sites, over or under way, as one of its parties sees it. */
export interface JourneyRow {
  supplier: string;
  shipment: string;
  siteFrom: string;
  siteTo: string;
  carrier: string;
  mode: string | null;
  timeZone: string;
  /** Left by its tracker, or else as advised. */
  departedAt: string;
  /** At the gate by its tracker, or else received. */
  arrivedAt: string | null;
  leadTimeDays: number | null;
  fromLongitude: number | null;
  fromLatitude: number | null;
  toLongitude: number | null;
  toLatitude: number | null;
}

export interface UnderWayRow extends JourneyRow {
  expectedAt: string;
  longitude: number | null;
  latitude: number | null;
  positionAt: string | null;
  /** The last that anybody said. */
  saidBy: string | null;
  saidAt: string | null;
  saidReason: string | null;
  saidExpectedAt: string | null;
  band: KnownBand | null;
}
export interface KnownBand {
  p50At: string;
  p80At: string | null;
  p95At: string | null;
  basis: string;
}
export interface SaidRow {
  carrier: string;
  saidAt: string;
  expectedAt: string;
  arrivedAt: string;
}

/** Parties of the advice see it; the carrier sees its consignment only, and row security leaves it no more. */
const JOURNEYS = `
  select coalesce(s.owner, c.owner) as supplier, coalesce(s.id, c.shipment) as shipment, coalesce(s.site_from, c.site_from) as "siteFrom",
    coalesce(s.site_to, c.site_to) as "siteTo", coalesce(s.carrier, c.carrier, s.owner) as carrier, coalesce(s.mode, c.mode) as mode,
    coalesce(f.time_zone, 'UTC') as "timeZone", coalesce(c.departed_at, s.despatched_at, c.collect_at) as "departedAt",
    coalesce(c.arrived_at, s.received_at) as "arrivedAt", f.longitude as "fromLongitude", f.latitude as "fromLatitude", t.longitude as "toLongitude", t.latitude as "toLatitude",
    (select min(l.lead_time_days) from lane l where l.site_from = coalesce(s.site_from, c.site_from) and l.site_to = coalesce(s.site_to, c.site_to)) as "leadTimeDays"`;
const FROM = `
  from shipment s full join consignment c on c.owner = s.owner and c.shipment = s.id
  left join site f on f.id = coalesce(s.site_from, c.site_from) left join site t on t.id = coalesce(s.site_to, c.site_to)`;

/** The latest journeys that are over: enough for every lane in use, and a bound. */
export const listTravelled = (tx: Transaction): Promise<JourneyRow[]> =>
  tx.query(
    `${JOURNEYS} ${FROM} where coalesce(c.arrived_at, s.received_at) > coalesce(c.departed_at, s.despatched_at, c.collect_at)
     order by coalesce(c.arrived_at, s.received_at) desc limit 4000`,
  );

/** What carriers said on these journeys while they were under way, and when they were there. */
export const listSaid = (tx: Transaction): Promise<SaidRow[]> =>
  tx.query(
    `select a.said_by as carrier, a.said_at as "saidAt", a.expected_at as "expectedAt", coalesce(c.arrived_at, s.received_at) as "arrivedAt"
     from arrival_said a join consignment c on c.owner = a.owner and c.shipment = a.shipment and c.carrier = a.said_by
     left join shipment s on s.owner = a.owner and s.id = a.shipment
     where coalesce(c.arrived_at, s.received_at) > a.said_at order by a.said desc limit 4000`,
  );

export const listUnderWay = (
  tx: Transaction,
  organisation: string,
  shipments?: readonly string[],
): Promise<UnderWayRow[]> =>
  tx.query(
    `${JOURNEYS}, coalesce(s.expected_at, c.expected_at) as "expectedAt", c.longitude, c.latitude, c.position_at as "positionAt",
       a.said_by as "saidBy", a.said_at as "saidAt", a.reason as "saidReason", a.expected_at as "saidExpectedAt",
       case when b.owner is not null then json_build_object('p50At', b.p50_at, 'p80At', b.p80_at, 'p95At', b.p95_at, 'basis', b.basis) end as band
     ${FROM}
     left join lateral (select x.said_by, x.said_at, x.reason, x.expected_at from arrival_said x where x.owner = coalesce(s.owner, c.owner) and x.shipment = coalesce(s.id, c.shipment) order by x.said desc limit 1) a on true
     left join arrival_band b on b.owner = $1 and b.supplier = coalesce(s.owner, c.owner) and b.shipment = coalesce(s.id, c.shipment)
     where coalesce(c.arrived_at, s.received_at) is null and coalesce(s.state, c.state) <> 'received'
       and $1 in (coalesce(s.owner, c.owner), coalesce(s.customer, c.customer), c.carrier)
       and ($2::text[] is null or coalesce(s.id, c.shipment) = any($2))
     order by coalesce(s.sequence, c.sequence) desc limit 5000`,
    [organisation, shipments ?? null],
  );
