import type { Id, IsoDay, PassedDemand } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import {
  byWeek,
  earlier,
  explodePlan,
  PLAN_WEEKS,
  type PlanExplosion,
  type Wanted,
  wantedOf,
  weeksOf,
} from './demand-plan-explode.ts';
import type { Grant, PassedRow, PlanRow, readBills, SupplyLane } from './demand-plan-store.ts';

/** Beyond it nothing is passed on, so that companies in a circle come to an end. */
const MOST_TIERS = 12;

export interface OwnPlanning {
  owner: Id;
  thisWeek: IsoDay;
  plans: PlanRow[];
  /** What customers passed to us. */
  received: PassedRow[];
  bills: Awaited<ReturnType<typeof readBills>>;
  lanes: SupplyLane[];
}

/** What is wanted of us: our own build plans, and what end demand needs of the parts that we supply, when we have to send it. */
export function wantedFrom({ owner, thisWeek, plans, received, lanes }: OwnPlanning): Wanted[] {
  const own = plans.flatMap((plan) => wantedOf(plan, thisWeek));
  const passed = received
    .filter(({ supplier }) => supplier === owner)
    .flatMap(({ owner: customer, site: to, part, shipFrom, weeks }) => {
      const lane = lanes.find(
        (one) => one.supplier === owner && one.customer === customer && one.to === to && one.part === part,
      );
      const site = shipFrom ?? lane?.from;
      return site ? [{ site, part, quantities: earlier(byWeek(weeks, thisWeek), lane?.leadTimeDays ?? 0) }] : [];
    });
  return [...own, ...passed];
}

/** Steps from the end demand: 1 for who builds, one more than the farthest customer for everybody else. */
const tierOf = ({ owner, plans, received }: OwnPlanning): number =>
  Math.max(plans.length > 0 ? 1 : 0, ...received.filter((row) => row.supplier === owner).map(({ tier }) => tier + 1));

/**
 * What this organisation passes to its suppliers: of each part at each of its sites what end demand needs, times the
 * supplier's own share of it. Nothing goes where no agreement lets it; nothing says what the part goes into.
 */
export function passedOn(
  planning: OwnPlanning,
  grants: readonly Grant[],
  units: ReadonlyMap<Id, string>,
): PassedDemand[] | Extract<PlanExplosion, { ok: false }> {
  const tier = tierOf(planning);
  const wanted = wantedFrom(planning);
  if (tier === 0 || tier > MOST_TIERS || wanted.length === 0) return [];
  const { owner, thisWeek, bills, lanes } = planning;
  const exploded = explodePlan({ wanted, bills, thisWeek });
  if (!exploded.ok) return exploded;
  const supplied = Map.groupBy(
    lanes.filter(({ customer }) => customer === owner),
    ({ to, part }) => `${to} ${part}`,
  );
  return exploded.items.flatMap(({ site, part }, item) => {
    const gross = exploded.gross.subarray(item * PLAN_WEEKS, (item + 1) * PLAN_WEEKS);
    const sources = supplied.get(`${site} ${part}`) ?? [];
    return [...new Set(sources.map(({ supplier }) => supplier))]
      .filter((supplier) => isGranted(grants, { supplier, site, part }))
      .map((supplier): PassedDemand => {
        const shares = sharesOf(sources, supplier, thisWeek);
        return {
          ...{ owner, supplier, part, site, tier },
          shipFrom: sources.find((lane) => lane.supplier === supplier)!.from,
          unit: units.get(part) ?? 'H87',
          asOf: thisWeek,
          weeks: weeksOf(
            gross.map((quantity, week) => quantity * shares[week]!),
            thisWeek,
          ),
        };
      });
  });
}

const isGranted = (grants: readonly Grant[], { supplier, site, part }: { supplier: Id; site: Id; part: Id }): boolean =>
  grants.some((g) => g.viewer === supplier && (g.site === '' || g.site === site) && (g.part === '' || g.part === part));

/** Lanes without a quota that is valid share evenly in what the others leave. */
function sharesOf(lanes: readonly SupplyLane[], supplier: Id, thisWeek: IsoDay): Float64Array {
  return Float64Array.from({ length: PLAN_WEEKS }, (_, week) => {
    const day = addDays(thisWeek, 7 * week);
    const stated = lanes.map(
      ({ quota }) => quota.find((one) => one.validFrom <= day && day <= (one.validTo ?? '9999'))?.share,
    );
    const silent = stated.filter((share) => share === undefined).length;
    const left = Math.max(0, 1 - stated.reduce((sum: number, share) => sum + (share ?? 0), 0));
    return lanes.reduce((sum, lane, i) => (lane.supplier === supplier ? sum + (stated[i] ?? left / silent) : sum), 0);
  });
}
