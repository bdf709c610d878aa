import { type Finding, type Lock, planTours, type RoutingProblem, type PlannedTour } from '@intakt/routing';
import type { Computation } from '../../job-kind.ts';

/** What is searched: the tours that may change, for so many seconds. */
export interface TourSearch {
  problem: RoutingProblem;
  locks: Lock[];
  seed: number;
  seconds: number;
}
export interface FoundTours {
  tours: PlannedTour[];
  findings: Finding[];
  iterations: number;
  costs: CostPoint[];
}
/** The best cost so far and the second at which it was found. */
export interface CostPoint {
  at: number;
  cost: number;
}

const MOST_POINTS = 80;

/** Plans tours until the time is up or somebody cancels; either way the best so far is the answer. */
export const searchTours: Computation = (given: TourSearch, { tell, stopping }): FoundTours => {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let costs: CostPoint[] = [];
  let iteration = 0;
  const note = () => ({
    cost: costs.at(-1)?.cost ?? 0,
    iteration,
    seconds: given.seconds,
    costs: JSON.stringify(costs),
  });
  const plan = planTours(
    { ...given.problem, locks: given.locks },
    {
      seed: given.seed,
      iterations: Number.MAX_SAFE_INTEGER,
      isCancelled: stopping,
      elapsed: () => {
        iteration += 1;
        tell(seconds() / given.seconds, note());
        return seconds() / given.seconds;
      },
      onBetter: ({ cost }) => {
        costs = thinned([...costs, { at: Math.round(seconds() * 100) / 100, cost: Math.round(cost * 100) / 100 }]);
      },
    },
  );
  if (costs.length === 0) costs = [{ at: Math.round(seconds() * 100) / 100, cost: Math.round(plan.cost * 100) / 100 }];
  return { tours: plan.tours, findings: plan.findings, iterations: plan.iterations, costs };
};

/** A curve keeps its ends and every other point between them when it grows too long to be told. */
const thinned = (points: CostPoint[]): CostPoint[] =>
  points.length <= MOST_POINTS ? points : points.filter((_, i) => i % 2 === 0 || i === points.length - 1);
