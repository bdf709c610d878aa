import type { DemandScenario, Id, IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { bullwhipBoundOfChain, bullwhipRatio } from '@intakt/demand-planning';
import { addDays } from '@intakt/material-flow';
import { refuse } from '../../refuse.ts';
import { wantedFrom } from './demand-plan-cascade.ts';
import {
  applyScenario,
  type Exploded,
  explodePlan,
  type PlanExplosion,
  PLAN_WEEKS,
  wantedOf,
  weeksOf,
} from './demand-plan-explode.ts';
import {
  type PlanRow,
  readBills,
  readPassedDemand,
  readSupply,
  readSupplyLanes,
  type SupplyLane,
} from './demand-plan-store.ts';
import { readPlanning } from './demand-plan-watch.ts';
import { mondayOf } from './forecast-rules.ts';
import { compareReleases } from './rules.ts';
import { listSchedules } from './store.ts';

/** Fewer weeks say nothing about how much anything varies. */
const LEAST_WEEKS = 6;
/** Over how many weeks a tier is taken to average what it sees, for the bound. */
export const AVERAGED_WEEKS = 4;
const MOST_SCHEDULES = 20_000;

/**
 * Each relation of which the reader sees the end demand, with the orders of the same relation. How much more the orders vary is
 * measured over the weeks of which both speak; the bound is what the best rule of ordering could not go below.
 */
export async function listEndDemand(tx: Transaction, part?: Id) {
  const passed = await readPassedDemand(tx, { part });
  const schedules = await listSchedules(tx, { part, kind: 'delivery-forecast', limit: MOST_SCHEDULES });
  const keyOf = (customer: Id, supplier: Id, of: Id, site: Id): string => `${customer} ${supplier} ${of} ${site}`;
  const ordered = new Map(schedules.map((row) => [keyOf(row.customer, row.supplier, row.part, row.shipTo), row]));
  const lanes = new Map(
    (await readSupplyLanes(tx, passed[0]?.asOf ?? '2000-01-01')).map((lane) => [
      keyOf(lane.customer, lane.supplier, lane.part, lane.to),
      lane,
    ]),
  );
  return passed.map(({ owner: customer, shipFrom: _shipFrom, ...row }) => {
    const key = keyOf(customer, row.supplier, row.part, row.site);
    const schedule = ordered.get(key);
    const orders = (schedule ? compareReleases(undefined, schedule.quantities) : []).map(({ from, new: quantity }) => ({
      week: mondayOf(from),
      quantity,
    }));
    return {
      customer,
      ...row,
      release: schedule?.release ?? null,
      orders,
      ...compared(row.weeks, orders),
      ...boundsOf(row.tier, lanes.get(key)),
    };
  });
}

type Weeks = readonly { week: IsoDay; quantity: number }[];

/** Week by week from the first to the last of which both speak; the weeks at both ends may be cut and are left out. */
function compared(demand: Weeks, orders: Weeks): { comparedWeeks: number; bullwhip: number | null } {
  const [first, last] = [orders[1]?.week, orders.at(-2)?.week];
  if (!first || !last) return { comparedWeeks: 0, bullwhip: null };
  const asked = new Map(demand.map(({ week, quantity }) => [week, quantity]));
  const placed = new Map(orders.map(({ week, quantity }) => [week, quantity]));
  const weeks: IsoDay[] = [];
  for (let week = first; week <= last && weeks.length < PLAN_WEEKS; week = addDays(week, 7)) weeks.push(week);
  if (weeks.length < LEAST_WEEKS) return { comparedWeeks: weeks.length, bullwhip: null };
  const along = (of: Map<IsoDay, number>): Float64Array => Float64Array.from(weeks, (week) => of.get(week) ?? 0);
  const ratio = bullwhipRatio(along(placed), along(asked));
  return { comparedWeeks: weeks.length, bullwhip: ratio === undefined ? null : Math.round(ratio * 100) / 100 };
}

/** Chen et al. 2000, theorems 3.1 and 3.2, with the lead time of the lane for every tier below. */
function boundsOf(
  tier: number,
  lane: SupplyLane | undefined,
): { bound: number | null; boundWithoutSharing: number | null } {
  if (!lane) return { bound: null, boundWithoutSharing: null };
  const lead = Math.ceil(lane.leadTimeDays / 7) + 1;
  const { shared, notShared } = bullwhipBoundOfChain({
    leadTimesBuckets: Array.from({ length: tier }, () => lead),
    averagedBuckets: AVERAGED_WEEKS,
  });
  return { bound: Math.round(shared * 100) / 100, boundWithoutSharing: Math.round(notShared * 100) / 100 };
}

/** What end demand needs of every own part, level by level, gross and net. */
export async function ownRequirements(tx: Transaction, owner: Id, thisWeek: IsoDay) {
  const planning = await readPlanning(tx, owner, thisWeek);
  const wanted = wantedFrom(planning);
  const gross = sound(explodePlan({ wanted, bills: planning.bills, thisWeek }));
  const supply = await readSupply(tx, owner);
  const net = sound(explodePlan({ wanted, bills: planning.bills, thisWeek, supply }));
  return gross.items.map(({ site, part }, item) => {
    const of = (values: Float64Array) => weeksOf(values.subarray(item * PLAN_WEEKS, (item + 1) * PLAN_WEEKS), thisWeek);
    return { site, part, gross: of(gross.gross), net: of(net.net) };
  });
}

/** Without a plan there is nothing to be planned in a circle: the bills have to be mended first. */
function sound(explosion: PlanExplosion): Exploded {
  if (explosion.ok) return explosion;
  const parts = explosion.cycle.map(({ part }) => part);
  return refuse('BILL_CYCLE', { cycle: [...parts, parts[0]].join(' → ') });
}

export async function compareScenario(
  tx: Transaction,
  { plan, scenario, thisWeek }: { plan: PlanRow; scenario: DemandScenario; thisWeek: IsoDay },
) {
  const bills = await readBills(tx, plan.owner);
  const explodeOf = (of: PlanRow) => sound(explodePlan({ wanted: wantedOf(of, thisWeek), bills, thisWeek }));
  const [before, after] = [explodeOf(plan), explodeOf(applyScenario(plan, scenario))];
  const sums = new Map<Id, { plan: Float64Array; scenario: Float64Array }>();
  const add = (exploded: Exploded, side: 'plan' | 'scenario'): void => {
    for (const [item, { part }] of exploded.items.entries()) {
      const known = sums.get(part) ?? { plan: new Float64Array(PLAN_WEEKS), scenario: new Float64Array(PLAN_WEEKS) };
      sums.set(part, known);
      for (let week = 0; week < PLAN_WEEKS; week++) known[side][week]! += exploded.gross[item * PLAN_WEEKS + week]!;
    }
  };
  add(before, 'plan');
  add(after, 'scenario');
  return Array.from(sums, ([part, sides]) => asChange(part, sides, thisWeek)).sort(
    (a, b) => Math.abs(b.delta) - Math.abs(a.delta),
  );
}

const total = (values: Float64Array): number => Math.round(values.reduce((sum, value) => sum + value, 0) * 10) / 10;

function asChange(part: Id, { plan, scenario }: { plan: Float64Array; scenario: Float64Array }, thisWeek: IsoDay) {
  const deltas = scenario.map((value, week) => value - plan[week]!);
  const peak = deltas.reduce((best, delta, week) => (Math.abs(delta) > Math.abs(deltas[best]!) ? week : best), 0);
  const changes = Math.abs(deltas[peak]!) > 1e-6;
  return {
    part,
    plan: total(plan),
    scenario: total(scenario),
    delta: total(deltas),
    peakWeek: changes ? addDays(thisWeek, 7 * peak) : null,
    peakDelta: Math.round(deltas[peak]! * 10) / 10,
  };
}
