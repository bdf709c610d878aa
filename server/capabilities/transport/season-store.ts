import type { Id, IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { LaneCall } from './store.ts';

/** What is called off on a lane, and whether its packaging comes back. */
export type ForecastCall = LaneCall & { returnable: boolean };

/** The longest look ahead of each lane: its forecast where there is one, else its call-off. */
export const listForecastCalls = (
  tx: Transaction,
  { customer, to, day }: { customer: Id; to: Id; day: IsoDay },
): Promise<ForecastCall[]> =>
  tx.query<ForecastCall>(
    `select distinct on (l.supplier, l.part, l.site_from) l.owner as customer, l.supplier, l.part, l.site_from as "from", l.site_to as "to",
       s.release, s.kind, s.quantities, p.mass_kg as "massKg", p.quantity_per_pack as "quantityPerPack", coalesce(k.returnable, false) as returnable,
       case when k.id is null then null else json_build_object('kind', k.kind, 'tareKg', k.tare_kg, 'lengthMm', k.length_mm, 'widthMm', k.width_mm, 'heightMm', k.height_mm) end as packaging
     from lane l
     join schedule s on s.owner = l.owner and s.supplier = l.supplier and s.part = l.part and s.ship_to = l.site_to
     left join lateral (select mass_kg, quantity_per_pack, packaging from part where id = l.part order by owner <> l.owner limit 1) p on true
     left join lateral (select id, kind, returnable, tare_kg, length_mm, width_mm, height_mm from packaging where id = p.packaging order by owner <> l.owner limit 1) k on true
     where l.owner = $1 and l.site_to = $2 and l.mode = 'road' and (l.ends_on is null or l.ends_on >= $3::date)
     order by l.supplier, l.part, l.site_from, (s.kind = 'delivery-forecast') desc, (s.ship_from is not distinct from l.site_from) desc, l.id`,
    [customer, to, day],
  );

export interface RhythmRow {
  customer: Id;
  plan: Id;
  supplier: Id;
  from: Id;
  to: Id;
  concept: 'direct' | 'groupage' | 'milk-run';
  weekdays: number[];
  fullLoads: number;
  tour: Id | null;
  arrives: string | null;
  departs: string | null;
  validFrom: IsoDay;
  validTo: IsoDay;
}

export const listRhythms = (tx: Transaction, day?: IsoDay): Promise<RhythmRow[]> =>
  tx.query<RhythmRow>(
    `select distinct on (owner, site_from, site_to) owner as customer, plan, supplier, site_from as "from", site_to as "to", concept, weekdays, full_loads as "fullLoads",
       tour, arrives, departs, valid_from as "validFrom", valid_to as "validTo"
     from collection_rhythm where $1::date is null or valid_to >= $1::date
     order by owner, site_from, site_to, sequence desc`,
    [day ?? null],
  );

export interface MasterTourRow {
  customer: Id;
  plan: Id;
  tour: Id;
  carrier: Id | null;
  to: Id;
  vehicleName: string;
  weekdays: number[];
  departs: string;
  stops: { site: Id; dayOffset: number; arrives: string; departs: string }[];
  plantWeekdays: number[];
  plantArrivals: string[];
  distanceKm: number;
  drivingMinutes: number;
  breakMinutes: number;
  restMinutes: number;
  validFrom: IsoDay;
  validTo: IsoDay;
}

/** Tours of each plant's newest plan. */
export const listMasterTours = (tx: Transaction, day?: IsoDay): Promise<MasterTourRow[]> =>
  tx.query<MasterTourRow>(
    `select owner as customer, plan, tour, carrier, site_to as "to", vehicle_name as "vehicleName", weekdays, departs, stops, plant_weekdays as "plantWeekdays",
       plant_arrivals as "plantArrivals", distance_km as "distanceKm", driving_minutes as "drivingMinutes", break_minutes as "breakMinutes",
       rest_minutes as "restMinutes", valid_from as "validFrom", valid_to as "validTo"
     from master_tour t where ($1::date is null or valid_to >= $1::date)
       and not exists (select 1 from master_tour n where n.owner = t.owner and n.site_to = t.site_to and n.plan <> t.plan and n.sequence > t.sequence)
     order by owner, site_to, tour limit 2000`,
    [day ?? null],
  );

export interface SeasonPlanRow {
  plan: Id;
  customer: Id;
  site: Id;
  name: string;
  currency: string;
  validFrom: IsoDay;
  validTo: IsoDay;
  cost: number;
  costBefore: number | null;
  co2Kg: number;
  truckKm: number;
  peakPerHour: number;
  scenario: string;
  publishedAt: string;
}

export const listSeasonPlans = (tx: Transaction): Promise<SeasonPlanRow[]> =>
  tx.query<SeasonPlanRow>(
    `select id as plan, owner as customer, site, name, currency, valid_from as "validFrom", valid_to as "validTo", cost, cost_before as "costBefore", co2_kg as "co2Kg",
       truck_km as "truckKm", peak_per_hour as "peakPerHour", scenario, published_at as "publishedAt"
     from season_plan order by sequence desc limit 200`,
  );

export interface ScenarioRow {
  id: Id;
  state: string;
  input: Record<string, unknown>;
  result: Record<string, unknown> | null;
  createdAt: string;
}

/** Computations of this kind that have come to an end with a plan. */
export const listScenarios = (tx: Transaction, { kind, id }: { kind: string; id?: Id }): Promise<ScenarioRow[]> =>
  tx.query<ScenarioRow>(
    `select id, state, input, result, created_at as "createdAt" from job_run
     where kind = $1 and ($2::text is null or id = $2) and result is not null order by created_at desc limit 100`,
    [kind, id ?? null],
  );
