import { dayNumber } from '@intakt/material-flow';
import { BuildPlan } from './build-plan.ts';
import type { DemonstrationNetwork, SupplyLane } from './network-shape.ts';

/** A week without holidays from which the weeks are counted. */
const FIRST_MONDAY = dayNumber('2026-01-12');
const plans = new Map<number, BuildPlan>();

/** What a lane brings for the cars of a calendar week, counted from 12 January 2026: the week's call-off. */
export function weeklyUse({ seed }: DemonstrationNetwork, { need, share }: SupplyLane, week: number): number {
  const plan = plans.get(seed) ?? new BuildPlan(seed);
  plans.set(seed, plan);
  const monday = FIRST_MONDAY + week * 7;
  return (plan.used(need.usage, monday + 6) - plan.used(need.usage, monday - 1)) * share;
}
