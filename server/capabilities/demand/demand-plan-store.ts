import type { BillOfMaterial, BuildPlan, DemandScenario, Id, IsoDay, PassedDemand } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

export interface PlanRow extends Pick<BuildPlan, 'site' | 'release' | 'models' | 'takeRates'> {
  owner: Id;
}
export const readBuildPlans = (tx: Transaction, owner: Id): Promise<PlanRow[]> =>
  tx.query<PlanRow>(
    `select owner, site, release, models, take_rates as "takeRates" from build_plan where owner = $1 order by site`,
    [owner],
  );

export interface ScenarioRow extends DemandScenario {
  state: 'open' | 'promoted' | 'dropped';
}
export const readScenarios = (tx: Transaction, owner: Id, site?: Id): Promise<ScenarioRow[]> =>
  tx.query<ScenarioRow>(
    `select owner, site, scenario, name, volumes, take_rates as "takeRates", state from demand_scenario
     where owner = $1 and ($2::text is null or site = $2) order by state = 'open' desc, sequence desc limit 100`,
    [owner, site ?? null],
  );

export type PassedRow = Omit<PassedDemand, 'shipFrom'> & { shipFrom: Id | null };
export const readPassedDemand = (
  tx: Transaction,
  { part, limit = 20_000 }: { part?: Id; limit?: number } = {},
): Promise<PassedRow[]> =>
  tx.query<PassedRow>(
    `select owner, supplier, site, part, ship_from as "shipFrom", unit, tier, as_of as "asOf", weeks from end_demand
     where $1::text is null or part = $1 order by tier, owner, supplier, part limit $2`,
    [part ?? null, limit],
  );

export const readBills = (tx: Transaction, owner: Id): Promise<Pick<BillOfMaterial, 'parent' | 'components'>[]> =>
  tx.query('select parent, components from bill_of_material where owner = $1 order by parent', [owner]);

export interface SupplyLane {
  supplier: Id;
  customer: Id;
  part: Id;
  from: Id;
  to: Id;
  leadTimeDays: number;
  quota: { share: number; validFrom: IsoDay; validTo?: IsoDay }[];
}
/** Lanes on either end of the reader, without those that have ended. */
export const readSupplyLanes = (tx: Transaction, today: IsoDay): Promise<SupplyLane[]> =>
  tx.query<SupplyLane>(
    `select supplier, owner as customer, part, site_from as "from", site_to as "to", lead_time_days as "leadTimeDays", quota from lane
     where ends_on is null or ends_on >= $1 order by owner, part, supplier, id`,
    [today],
  );

export interface Grant {
  viewer: Id;
  site: Id;
  part: Id;
}
export const readPassThrough = (tx: Transaction, owner: Id): Promise<Grant[]> =>
  tx.query<Grant>(
    `select viewer, site, part from agreement_grant where owner = $1 and kind = 'pass-through' order by viewer, site, part`,
    [owner],
  );

export const readUnits = async (tx: Transaction): Promise<Map<Id, string>> =>
  new Map((await tx.query<{ id: Id; unit: string }>('select id, unit from part')).map(({ id, unit }) => [id, unit]));

export interface Supply {
  site: Id;
  part: Id;
  /** Null: on hand. */
  day: IsoDay | null;
  quantity: number;
  kind: 'stock' | 'transit' | 'call-off';
}

/** Usable stock, goods under way to the own sites, and what is firmly called off from suppliers. */
export const readSupply = (tx: Transaction, owner: Id): Promise<Supply[]> =>
  tx.query<Supply>(
    `select site, part, null::date as day, sum(quantity) as quantity, 'stock' as kind from stock
       where owner = $1 and status = 'available' group by site, part
     union all
     select site_to, part, (expected_at at time zone 'UTC')::date, sum(quantity - received_quantity), 'transit'
       from shipment_line where customer = $1 and open and quantity > received_quantity group by 1, 2, 3
     union all
     select c.ship_to, c.part, (q.value ->> 'from')::date, sum((q.value ->> 'quantity')::double precision), 'call-off'
       from schedule c, json_array_elements(c.quantities) q
       where c.owner = $1 and c.kind = 'delivery-forecast' and q.value ->> 'horizon' in ('backorder', 'immediate', 'firm')
       group by 1, 2, 3`,
    [owner],
  );
