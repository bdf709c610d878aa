import { beyond, type Deviation } from '../../finder.ts';
import type { FlowNode } from './flow.ts';

/** Days of supply beyond which stock is too much; a part that nobody needs within the horizon is not judged by days. */
const REACH_DAYS = { raise: 40, keep: 30 };

/** Stock that covers far more days than anybody plans ahead. In whole days, so that it is not said anew with each pallet. Pure. */
export const findExcess = (nodes: readonly FlowNode[]): Deviation[] =>
  nodes.flatMap(({ site, part, unit, onHand, projection }): Deviation[] => {
    const isNeeded = projection.demand.some((quantity) => quantity > 0);
    const side = onHand > 0 && isNeeded ? beyond(projection.daysOfSupply, REACH_DAYS) : undefined;
    if (!side) return [];
    const difference = { observed: Math.floor(projection.daysOfSupply), expected: REACH_DAYS.keep, unit: 'DAY' };
    return [{ kind: 'excess', key: [site, part], difference, hits: [{ site, part, unit, raises: side === 'raise' }] }];
  });
