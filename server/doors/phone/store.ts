import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

const site = (
  alias: string,
): string => `case when ${alias}.id is null then null else json_build_object('id', ${alias}.id, 'name', ${alias}.name,
  'city', ${alias}.city, 'country', ${alias}.country, 'longitude', ${alias}.longitude, 'latitude', ${alias}.latitude, 'timeZone', ${alias}.time_zone) end`;

const TRIP = `
  select c.owner as supplier, c.shipment, coalesce(s.name, c.owner) as "supplierName", coalesce(u.name, c.customer) as "customerName",
    coalesce(r.name, c.carrier) as "carrierName", ${site('f')} as "from", ${site('t')} as "to", c.despatch_note as "despatchNote",
    c.transport_reference as "transportReference", c.vehicle, c.packages, c.gross_mass_kg as "grossMassKg", c.collect_at as "collectAt",
    c.expected_at as "expectedAt", c.departed_at as "departedAt", c.arrived_at as "arrivedAt", c.state,
    (select max(m.at) from transport_milestone m where m.owner = c.owner and m.shipment = c.shipment and m.milestone = 'gate-out' and m.place ->> 'site' = c.site_to) as "gateOutAt",
    coalesce((select json_agg(json_build_object('milestone', m.milestone, 'at', m.at, 'site', m.place ->> 'site') order by m.sequence) from transport_milestone m
      where m.owner = c.owner and m.shipment = c.shipment and m.certainty = 'actual'), '[]') as steps
  from consignment c left join organisation s on s.owner = c.owner left join organisation u on u.owner = c.customer left join organisation r on r.owner = c.carrier
    left join site f on f.id = c.site_from and f.owner = c.owner left join site t on t.id = c.site_to and t.owner = c.customer`;

/** The one consignment that the link shows; row security chooses it. */
export async function findTrip(tx: Transaction) {
  return { trips: await tx.query(`${TRIP} limit 1`), site: null };
}

/** Who is expected at the gate from yesterday evening to tomorrow, who is there, and who left today. */
export async function findGate(tx: Transaction, { object, now }: { object: string; now: Instant }) {
  const [owner, id] = object.slice('site:'.length).split('/');
  const [place] = await tx.query<{ site: unknown }>(
    `select ${site('f')} as site from site f where f.owner = $1 and f.id = $2`,
    [owner, id],
  );
  const trips = await tx.query(
    `${TRIP} where (c.customer = $1 and c.site_to = $2 and (
         (c.arrived_at is null and c.state <> 'arrived' and c.expected_at between $3::timestamptz - interval '2 days' and $3::timestamptz + interval '36 hours')
         or c.arrived_at > $3::timestamptz - interval '12 hours'))
       or (c.owner = $1 and c.site_from = $2 and c.departed_at is null and c.collect_at between $3::timestamptz - interval '1 day' and $3::timestamptz + interval '1 day')
     order by c.expected_at, c.shipment limit 500`,
    [owner, id, now],
  );
  return { trips, site: place?.site ?? null };
}

export interface LinkedConsignment {
  supplier: Id;
  customer: Id;
  carrier: Id;
  from: Id;
  to: Id;
  expectedAt: Instant;
}

export async function findLinked(
  tx: Transaction,
  { supplier, shipment }: { supplier: Id; shipment: Id },
): Promise<LinkedConsignment | undefined> {
  const [row] = await tx.query<LinkedConsignment>(
    `select owner as supplier, customer, carrier, site_from as "from", site_to as "to", expected_at as "expectedAt" from consignment where owner = $1 and shipment = $2`,
    [supplier, shipment],
  );
  return row;
}
