import { evaluatePlan, type PlanNetwork, planTransport, type StatedPlan, stressPlan } from '@intakt/transport-plan';
import type { Doing } from '../../job-kind.ts';

interface Given {
  network: PlanNetwork;
  today: StatedPlan;
  seed: number;
}

/** Weeks that the plan has not seen, to try it on. */
const UNSEEN_WEEKS = 100;
/** The rounds of the search that there are at most; progress is counted by them. */
const ROUNDS = 10;

/** Today's plan, direct and groupage at their best, and the plan of all concepts, tried on weeks it was not made for. */
export async function computeSeasonPlan({ network, today, seed, ...rest }: Given, { tell, stopping }: Doing) {
  const stated = evaluatePlan(network, today, { seed });
  tell(0.1, { stage: 'today', cost: Math.round(stated.cost) });
  const without = await planTransport(network, {
    ...{ seed, concepts: ['direct', 'groupage'], plain: true, isCancelled: stopping },
  });
  tell(0.2, { stage: 'without', cost: Math.round(without.cost) });
  const plan = await planTransport(network, {
    seed,
    isCancelled: stopping,
    onBetter: ({ cost, tours, round }) =>
      tell(0.2 + (0.75 * Math.min(round, ROUNDS)) / ROUNDS, { stage: 'plan', rest: Math.round(cost), tours }),
  });
  const stress = stressPlan(network, plan, { weeks: UNSEEN_WEEKS, seed: seed + 1 });
  return { ...rest, plan, without, today: stated, stress };
}
