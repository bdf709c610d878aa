import type { Transaction } from '@intakt/database';
import type { StockState } from './find-in-stock.ts';

export interface ShipmentFilter {
  state?: string;
  part?: string;
  partner?: string;
  limit: number;
}

/** As all other instants are written, where they stand inside JSON. */
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The band that the reader's own organisation sees; others' are theirs, and row security keeps them. */
const bandOf = (supplier: string, shipment: string): string => `
  select json_build_object('p20At', ${instant('b.p20_at')}, 'p50At', ${instant('b.p50_at')}, 'p80At', ${instant('b.p80_at')}, 'p95At', ${instant('b.p95_at')},
    'basis', b.basis, 'journeys', b.journeys, 'projectedAt', ${instant('b.projected_at')})
  from arrival_band b where b.supplier = ${supplier} and b.shipment = ${shipment}`;

const SHIPMENT = `s.id, s.owner as supplier, s.customer, s.site_from as "from", s.site_to as "to", s.unloading_point as "unloadingPoint", s.despatch_note as "despatchNote",
  s.despatched_at as "despatchedAt", s.expected_at as "expectedAt", s.received_at as "receivedAt", s.carrier, s.transport_reference as "transportReference", s.vehicle, s.mode,
  s.gross_mass_kg as "grossMassKg", s.unit_count as "unitCount", s.state, s.confirmed, s.recorded_by as "recordedBy", s.event_id as "eventId", s.sequence,
  (${bandOf('s.owner', 's.id')} and s.state <> 'received') as arrival`;

export interface ArrivalRow {
  p20At: string | null;
  p50At: string;
  p80At: string | null;
  p95At: string | null;
  basis: string;
  journeys: number;
  projectedAt: string;
}
export interface ShipmentRow {
  id: string;
  supplier: string;
  customer: string;
  from: string;
  to: string;
  unloadingPoint: string | null;
  despatchNote: string;
  despatchedAt: string;
  expectedAt: string;
  receivedAt: string | null;
  carrier: string | null;
  transportReference: string | null;
  vehicle: string | null;
  mode: string | null;
  grossMassKg: number | null;
  unitCount: number;
  state: string;
  confirmed: boolean;
  recordedBy: string;
  eventId: string;
  sequence: number;
  arrival: ArrivalRow | null;
  lines?: { line: number; part: string; quantity: number; unit: string; received: number; open: boolean }[];
}

/** Newest first; what is still under way before what has arrived. */
export const listShipments = (
  tx: Transaction,
  { state, part, partner, limit }: ShipmentFilter,
): Promise<ShipmentRow[]> =>
  tx.query<ShipmentRow>(
    `select ${SHIPMENT}, (
       select json_agg(json_build_object('line', l.line, 'part', l.part, 'quantity', l.quantity, 'unit', l.unit, 'received', l.received_quantity, 'open', l.open) order by l.line)
       from shipment_line l where l.owner = s.owner and l.shipment = s.id) as lines
     from shipment s
     where ($1::text is null or s.state = any(string_to_array($1, ','))) and ($3::text is null or s.owner = $3 or s.customer = $3)
       and ($2::text is null or exists (select 1 from shipment_line l where l.owner = s.owner and l.shipment = s.id and l.part = $2))
     order by (s.state = 'received'), s.sequence desc limit $4`,
    [state ?? null, part ?? null, partner ?? null, limit],
  );

export async function findShipment(tx: Transaction, id: string) {
  const [shipment] = await tx.query<ShipmentRow>(`select ${SHIPMENT} from shipment s where s.id = $1`, [id]);
  if (!shipment) return undefined;
  const key = [shipment.supplier, id];
  const lines = await tx.query(
    `select line, part, quantity, unit, received_quantity as received, cumulative, order_reference as "orderReference", batch, expected_at as "expectedAt", open, confirmed, event_id as "eventId"
     from shipment_line where owner = $1 and shipment = $2 order by line`,
    key,
  );
  const units = await tx.query(
    'select unit, parent, packaging, packages, line, part, quantity from handling_unit where owner = $1 and shipment = $2 order by unit',
    key,
  );
  const receipts = await tx.query(
    `select ${RECEIPT} from goods_receipt where supplier = $1 and shipment = $2 order by received_at`,
    key,
  );
  const [consignment] = await tx.query(
    `select ${CONSIGNMENT} from consignment where owner = $1 and shipment = $2`,
    key,
  );
  return { shipment, lines, units, receipts, consignment: consignment ?? null };
}

const RECEIPT = `owner as customer, id, supplier, site, shipment, despatch_note as "despatchNote", received_at as "receivedAt", lines, differences, confirmed, event_id as "eventId"`;
export const listReceipts = (tx: Transaction, limit: number) =>
  tx.query(`select ${RECEIPT} from goods_receipt order by sequence desc limit $1`, [limit]);

const CONSIGNMENT = `owner as supplier, shipment, customer, carrier, site_from as "from", site_to as "to", packages, gross_mass_kg as "grossMassKg", vehicle, mode,
  collect_at as "collectAt", expected_at as "expectedAt", longitude, latitude, position_at as "positionAt", departed_at as "departedAt", arrived_at as "arrivedAt", held_at as "heldAt", held_reason as "heldReason", transport_reference as "transportReference", despatch_note as "despatchNote", state,
  (${bandOf('consignment.owner', 'consignment.shipment')} and consignment.arrived_at is null and consignment.state <> 'arrived') as arrival`;

/** Consignments that are moving or arrived within the last hours. */
export const listConsignments = (tx: Transaction, { since, limit }: { since: string; limit: number }) =>
  tx.query(
    `select ${CONSIGNMENT} from consignment where state <> 'arrived' and expected_at > $1 order by sequence desc limit $2`,
    [since, limit],
  );

export const findConsignment = async (tx: Transaction, shipment: string) => {
  const [row] = await tx.query(`select ${CONSIGNMENT} from consignment where shipment = $1`, [shipment]);
  return row;
};

export const listStock = (tx: Transaction, { site, part, limit }: { site?: string; part?: string; limit: number }) =>
  tx.query(
    `select owner, site, part, status, quantity, unit, counted_at as "countedAt", moved_at as "movedAt", event_id as "eventId" from stock
     where ($1::text is null or site = $1) and ($2::text is null or part = $2) order by site, part, status limit $3`,
    [site ?? null, part ?? null, limit],
  );

/** Own stock that may be used, and what partners let be seen of theirs, with what the last count found. */
export const listVisibleStock = (tx: Transaction): Promise<StockState[]> =>
  tx.query(
    `select owner, site, part, unit, counted_at as "countedAt", moved_at as "movedAt", counted_quantity as counted, booked_quantity as booked
     from stock where status = 'available' and quantity <> 0 limit 100000`,
  );

/** What partners disclose of their own projections, exact or as a light and the shift it stops. */
export async function listForeignRunouts(tx: Transaction, organisation: string) {
  const exact = await tx.query(
    `select owner, site, part, as_of as "asOf", on_hand as "onHand", in_transit as "inTransit", runs_out_on as "runsOutOn", runs_out_if_delivered as "runsOutIfDelivered",
       days_of_supply as "daysOfSupply", light, 'exact' as depth from runout where owner <> $1 order by runs_out_if_delivered nulls last limit 5000`,
    [organisation],
  );
  const light = await tx.query(
    `select owner, site, part, light, stop_shift as "stopShift", 'light' as depth from runout_light where owner <> $1 order by stop_shift nulls last limit 5000`,
    [organisation],
  );
  return [...exact, ...light];
}

export const listMapSites = (tx: Transaction) =>
  tx.query(
    `select owner, id, name, kind, city, country, longitude, latitude from site where longitude is not null and latitude is not null limit 5000`,
  );

/** Lanes between the same two sites are one line on the map. */
export const listMapLanes = (tx: Transaction) =>
  tx.query(
    `select site_from as "from", site_to as "to", owner as customer, supplier, min(mode) as mode, count(*)::int as parts, array_agg(part order by part) as "partIds", min(lead_time_days) as "leadTimeDays"
     from lane where ends_on is null group by site_from, site_to, owner, supplier limit 5000`,
  );

export interface InboxCount {
  id: string;
  state: string;
  type: string;
  reference: string | null;
  receivedAt: string;
}
export const listOpenInbox = (tx: Transaction, organisation: string): Promise<InboxCount[]> =>
  tx.query<InboxCount>(
    `select id, state, type, reference, received_at as "receivedAt" from inbox_message where organisation = $1 and state in ('waiting', 'rejected', 'conflict') and decided_at is null order by received_at desc limit 200`,
    [organisation],
  );

export const listOpenAgreements = (tx: Transaction, organisation: string) =>
  tx.query<{ id: string; owner: string; title: string; proposedAt: string }>(
    `select id, owner, title, proposed_at as "proposedAt" from agreement where counterparty = $1 and state = 'proposed' limit 200`,
    [organisation],
  );

/** Receipts of the last two weeks that differ from their advice. */
export const listDifferences = (tx: Transaction, since: string) =>
  tx.query<{
    id: string;
    customer: string;
    supplier: string;
    site: string;
    shipment: string;
    despatchNote: string;
    receivedAt: string;
    differences: { part: string; expected: number; received: number; difference: number }[];
  }>(
    `select ${RECEIPT} from goods_receipt where received_at > $1 and json_array_length(differences) > 0 order by received_at desc limit 200`,
    [since],
  );
