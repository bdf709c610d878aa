import type {
  GoodsMeasure,
  Id,
  Instant,
  IsoDay,
  ScheduleQuantity,
  StopMilestone,
  TimeWindow,
  TourStop,
  TransportOrder,
} from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { DockSlot } from './project-dock.ts';

export interface VehicleRow {
  id: Id;
  owner: Id;
  name: string;
  capacity: GoodsMeasure;
  count: number;
  roundTrip: boolean;
  costPerTour: number;
  costPerKm: number;
  costPerHour: number;
  costPerStop: number;
  co2PerKmEmptyKg: number;
  co2PerKmFullKg: number;
  driverHours: boolean;
  maxStops: number | null;
  maxDistanceKm: number | null;
  skills: string[];
  carrier: Id | null;
}
export const listVehicleTypes = (tx: Transaction): Promise<VehicleRow[]> =>
  tx.query<VehicleRow>(
    `select id, owner, name, capacity, count, round_trip as "roundTrip", cost_per_tour as "costPerTour", cost_per_km as "costPerKm", cost_per_hour as "costPerHour",
       cost_per_stop as "costPerStop", co2_per_km_empty_kg as "co2PerKmEmptyKg", co2_per_km_full_kg as "co2PerKmFullKg", driver_hours as "driverHours",
       max_stops as "maxStops", max_distance_km as "maxDistanceKm", skills, carrier
     from vehicle_type order by owner, id limit 500`,
  );

export const isOrganisation = async (tx: Transaction, id: Id): Promise<boolean> =>
  (await tx.query('select owner from organisation where owner = $1', [id])).length > 0;

export interface OrderRow {
  id: Id;
  customer: Id;
  supplier: Id;
  kind: TransportOrder['kind'];
  from: Id;
  to: Id;
  deliverOn: IsoDay;
  goods: GoodsMeasure;
  layers: number;
  packages: number | null;
  pickupWindows: TimeWindow[];
  deliveryWindows: TimeWindow[];
  loadingMinutes: number;
  unloadingMinutes: number;
  goodsClass: string | null;
  skills: string[];
  references: NonNullable<TransportOrder['references']>;
  state: string;
  tour: Id | null;
  confirmed: boolean;
}
const ORDER = `id, owner as customer, supplier, kind, site_from as "from", site_to as "to", deliver_on as "deliverOn", goods, layers, packages,
  pickup_windows as "pickupWindows", delivery_windows as "deliveryWindows", loading_minutes as "loadingMinutes", unloading_minutes as "unloadingMinutes",
  goods_class as "goodsClass", skills, refs as "references", state, tour, confirmed`;

export interface OrderFilter {
  day?: IsoDay;
  state?: string;
  customer?: Id;
  limit: number;
}
export const listOrders = (tx: Transaction, { day, state, customer, limit }: OrderFilter): Promise<OrderRow[]> =>
  tx.query<OrderRow>(
    `select ${ORDER} from transport_order
     where ($1::date is null or deliver_on = $1) and ($2::text is null or state = any(string_to_array($2, ','))) and ($3::text is null or owner = $3)
     order by deliver_on desc, owner, id limit $4`,
    [day ?? null, state ?? null, customer ?? null, limit],
  );

export const listOrdersById = (tx: Transaction, customer: Id, ids: readonly Id[]) =>
  tx.query<OrderRow & { sequence: number }>(
    `select ${ORDER}, sequence from transport_order where owner = $1 and id = any($2)`,
    [customer, ids],
  );

export const findOrder = async (tx: Transaction, customer: Id, id: Id): Promise<OrderRow | undefined> =>
  (await tx.query<OrderRow>(`select ${ORDER} from transport_order where owner = $1 and id = $2`, [customer, id]))[0];

export interface PlanSite {
  id: Id;
  owner: Id;
  name: string;
  city: string | null;
  timeZone: string;
  longitude: number | null;
  latitude: number | null;
  workingWeekdays: number[];
  holidays: IsoDay[];
}
export const listPlanSites = (tx: Transaction, ids?: readonly Id[]): Promise<PlanSite[]> =>
  tx.query<PlanSite>(
    `select id, owner, name, city, time_zone as "timeZone", longitude, latitude, working_weekdays as "workingWeekdays", holidays
     from site where $1::text[] is null or id = any($1) limit 10000`,
    [ids ?? null],
  );

export interface LaneCall {
  customer: Id;
  supplier: Id;
  part: Id;
  from: Id;
  to: Id;
  release: string;
  kind: string;
  quantities: ScheduleQuantity[];
  massKg: number | null;
  quantityPerPack: number | null;
  packaging: {
    kind: string;
    tareKg: number | null;
    lengthMm: number | null;
    widthMm: number | null;
    heightMm: number | null;
  } | null;
}
/** What is called off on each lane by road to the customer's sites; a call-off goes before a delivery forecast. */
export const listLaneCalls = (tx: Transaction, customer: Id, day: IsoDay): Promise<LaneCall[]> =>
  tx.query<LaneCall>(
    `select distinct on (l.owner, l.supplier, l.part, l.site_to) l.owner as customer, l.supplier, l.part, l.site_from as "from", l.site_to as "to",
       s.release, s.kind, s.quantities, p.mass_kg as "massKg", p.quantity_per_pack as "quantityPerPack",
       case when k.id is null then null else json_build_object('kind', k.kind, 'tareKg', k.tare_kg, 'lengthMm', k.length_mm, 'widthMm', k.width_mm, 'heightMm', k.height_mm) end as packaging
     from lane l
     join schedule s on s.owner = l.owner and s.supplier = l.supplier and s.part = l.part and s.ship_to = l.site_to
     left join lateral (select mass_kg, quantity_per_pack, packaging from part where id = l.part order by owner <> l.owner limit 1) p on true
     left join lateral (select id, kind, tare_kg, length_mm, width_mm, height_mm from packaging where id = p.packaging order by owner <> l.owner limit 1) k on true
     where l.owner = $1 and l.mode = 'road' and (l.ends_on is null or l.ends_on >= $2::date)
     order by l.owner, l.supplier, l.part, l.site_to, (s.kind = 'call-off') desc, (s.ship_from is not distinct from l.site_from) desc, l.id`,
    [customer, day],
  );

export interface TourRow {
  customer: Id;
  id: Id;
  carrier: Id | null;
  revision: number;
  day: IsoDay;
  vehicleType: Id;
  vehicleName: string;
  capacity: GoodsMeasure;
  departsAt: Instant;
  arrivesAt: Instant;
  stops: number;
  distanceKm: number;
  drivingMinutes: number;
  breakMinutes: number;
  restMinutes: number;
  fill: GoodsMeasure;
  co2Kg: number;
  distances: { provider: string; asOf: Instant };
  state: string;
  vehicle: string | null;
  problem: { reason: string; text: string | null; at: Instant } | null;
  longitude: number | null;
  latitude: number | null;
  positionAt: Instant | null;
}
const TOUR = `owner as customer, id, carrier, revision, day, vehicle_type as "vehicleType", vehicle_name as "vehicleName", capacity, departs_at as "departsAt",
  arrives_at as "arrivesAt", stops, distance_km as "distanceKm", driving_minutes as "drivingMinutes", break_minutes as "breakMinutes", rest_minutes as "restMinutes",
  fill, co2_kg as "co2Kg", distances, state, vehicle, problem, longitude, latitude, position_at as "positionAt"`;

export interface StopRow {
  customer: Id;
  tour: Id;
  stop: Id;
  carrier: Id | null;
  supplier: Id | null;
  receiver: Id | null;
  day: IsoDay;
  position: number;
  stops: number;
  site: Id;
  vehicleName: string;
  plannedArrival: Instant;
  plannedStart: Instant;
  plannedDeparture: Instant;
  expectedAt: Instant;
  deliveredAt: Instant | null;
  loads: TourStop['loads'];
  unloads: TourStop['unloads'];
  state: string;
  arrivedAt: Instant | null;
  servedAt: Instant | null;
  departedAt: Instant | null;
  packages: number | null;
  problem: { reason: string; text: string | null; at: Instant } | null;
  signed: boolean;
  photos: number;
  proofs: { event: string; milestone: StopMilestone; at: Instant }[];
  /** Who reported it: only they, or the carrier, take it back. */
  reporters: { arrived: Id | null; served: Id | null; departed: Id | null; problem: Id | null };
  dockSlot: DockSlot | null;
}
const STOP = `owner as customer, tour, stop, carrier, supplier, receiver, day, position, stops, site, vehicle_name as "vehicleName", planned_arrival as "plannedArrival",
  planned_start as "plannedStart", planned_departure as "plannedDeparture", expected_at as "expectedAt", delivered_at as "deliveredAt", loads, unloads, state,
  arrived_at as "arrivedAt", served_at as "servedAt", departed_at as "departedAt", packages, problem, signed, photos, proofs, dock_slot as "dockSlot",
  jsonb_build_object('arrived', reporters -> 'arrived_at', 'served', reporters -> 'served_at', 'departed', reporters -> 'departed_at',
    'problem', reporters -> 'problem') as reporters`;

export interface TourFilter {
  day?: IsoDay;
  since?: IsoDay;
  tour?: Id;
  limit: number;
}
/** Tours that are not withdrawn. Who may read a stop and not its tour sees the stop alone. */
export const listTours = (tx: Transaction, { day, since, tour, limit }: TourFilter): Promise<TourRow[]> =>
  tx.query<TourRow>(
    `select ${TOUR} from tour where state <> 'withdrawn' and ($1::date is null or day = $1) and ($2::date is null or day >= $2) and ($3::text is null or id = $3)
     order by day desc, departs_at, id limit $4`,
    [day ?? null, since ?? null, tour ?? null, limit],
  );

export const listStops = (tx: Transaction, { day, since, tour, limit }: TourFilter): Promise<StopRow[]> =>
  tx.query<StopRow>(
    `select ${STOP} from tour_stop where ($1::date is null or day = $1) and ($2::date is null or day >= $2) and ($3::text is null or tour = $3)
     order by day desc, tour, position limit $4`,
    [day ?? null, since ?? null, tour ?? null, limit],
  );

interface Proof {
  signedBy?: string;
  signature?: string;
  photos?: string[];
}
/** Beside the event, for whoever may read the event; row security decides. */
export async function findProof(tx: Transaction, event: string): Promise<Proof | undefined> {
  const [row] = await tx.query<{ data: Proof }>(
    `select p.data from ledger_personal p join ledger_event e on e.sequence = p.sequence where e.event_id = $1 and e.type = 'tour-stop-reported'`,
    [event],
  );
  return row?.data;
}

/** Stops at which goods arrive for the reader, by when they are expected. */
export const listArrivals = (
  tx: Transaction,
  { since, until }: { since: Instant; until: Instant },
): Promise<StopRow[]> =>
  tx.query<StopRow>(
    `select ${STOP} from tour_stop where jsonb_array_length(unloads) > 0 and expected_at between $1 and $2 order by expected_at, tour limit 1000`,
    [since, until],
  );
