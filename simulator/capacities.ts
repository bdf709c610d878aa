import type { CapacityGroup, CapacityWeek } from '@intakt/contract';
import { isoDay, isoWeekday } from '@intakt/material-flow';
import { averageUse } from './build-plan.ts';
import { chance } from './chance.ts';
import type { DeliveryPlan } from './delivery-plan.ts';
import type { SupplyLane } from './network-shape.ts';

const WEEKS = 13;
const WORKING_DAYS = 5;
/** What is agreed on, and what more shifts could add, as shares of what the plant needs on average. */
const AGREED = 1.06;
const MOST = 1.22;
/** So many of all suppliers have weeks in which tools are overhauled, and how many weeks that takes. */
const OVERHAULED = 0.05;
const OVERHAUL_WEEKS = 2;
const LEFT_WHILE_OVERHAULED = 0.9;
const PIECES = 'H87';

/** What each of the plant's suppliers can make of what it delivers there in pieces, one group each, told to the plant. */
export function capacityGroups(plan: DeliveryPlan): CapacityGroup[] {
  const { plant, relations, sites } = plan.network;
  const cities = new Map(sites.map(({ site, city }) => [site, city]));
  const direct = relations.filter(({ customer }) => customer === plant.organisation);
  return [...Map.groupBy(direct, ({ supplier }) => supplier)].flatMap(([owner, theirs]) => {
    const lanes = theirs.flatMap((relation) => relation.lanes).filter(({ need }) => need.unit === PIECES);
    if (lanes.length === 0) return [];
    const name = `Assembly ${cities.get(theirs[0]!.from) ?? ''}`.trim();
    return {
      ...{ owner, group: `${owner}-assembly`, name, customer: plant.organisation, unit: PIECES },
      parts: [...new Set(lanes.map(({ part }) => part))].map((part) => ({ part, loadFactor: 1 })),
      flexibility: [
        { fromWeeks: 0, plusPercent: 5, minusPercent: 5 },
        { fromWeeks: 4, plusPercent: 15, minusPercent: 15 },
        { fromWeeks: 8, plusPercent: 30, minusPercent: 30 },
      ],
      weeks: weeksOf(plan, owner, weeklyNeed(lanes)),
    };
  });
}

const weeklyNeed = (lanes: SupplyLane[]): number =>
  lanes.reduce((sum, { need, share }) => sum + averageUse(need.usage) * share * WORKING_DAYS, 0);

function weeksOf({ network: { seed }, opened }: DeliveryPlan, owner: string, need: number): CapacityWeek[] {
  const monday = opened + 1 - isoWeekday(opened);
  const overhaul =
    chance(seed, 'overhaul', owner) < OVERHAULED ? 3 + Math.floor(6 * chance(seed, 'week', owner)) : -WEEKS;
  return Array.from({ length: WEEKS }, (_, week) => {
    const isOverhauled = week >= overhaul && week < overhaul + OVERHAUL_WEEKS;
    return {
      week: isoDay(monday + 7 * week),
      actual: Math.round(need * (isOverhauled ? LEFT_WHILE_OVERHAULED : AGREED)),
      agreed: Math.round(need * AGREED),
      maximum: Math.round(need * (isOverhauled ? LEFT_WHILE_OVERHAULED : MOST)),
    };
  });
}
