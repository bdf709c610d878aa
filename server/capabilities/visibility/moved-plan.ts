import type { IsoDay } from '@intakt/contract';
import type { PlanFact } from './flow-store.ts';

/** So much more than planned can be made on a day to catch up; assumed, docs/visibility.md names it. */
const CATCH_UP_SHARE = 0.5;

/**
 * The plan with what falls into the days without material made up for afterwards, each day by no more than half of what is
 * planned for it. Undefined where nothing is to be moved or the plan is too short to make up for it. Pure.
 */
export function movedPlan(plan: PlanFact, { from, until }: { from: IsoDay; until: IsoDay }): PlanFact | undefined {
  let owed = 0;
  const quantities = plan.quantities
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, quantity }) => {
      if (day < from) return { day, quantity };
      if (day < until) {
        owed += quantity;
        return { day, quantity: 0 };
      }
      const caughtUp = Math.min(owed, Math.ceil(quantity * CATCH_UP_SHARE));
      owed -= caughtUp;
      return { day, quantity: quantity + caughtUp };
    });
  const isMoved = quantities.some(({ quantity }, at) => quantity !== plan.quantities[at]?.quantity);
  return isMoved && owed === 0 ? { ...plan, quantities } : undefined;
}
