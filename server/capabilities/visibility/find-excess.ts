import { beyond, type Deviation } from '../../finder.ts';
import type { FlowNode } from './flow.ts';

/** Days of supply beyond which stock is too much. Where the plan ends before them nobody knows, and nothing is judged. */
const REACH_DAYS = { raise: 40, keep: 30 };

/** Stock that covers far more days than anybody plans ahead. In whole days, so that it is not said anew with each pallet. Pure. */
export const findExcess = (nodes: readonly FlowNode[]): Deviation[] =>
  nodes.flatMap(({ site, part, unit, onHand, projection }): Deviation[] => {
    const isPlanned = projection.demand.findLastIndex((quantity) => quantity > 0) >= REACH_DAYS.raise;
    const side = onHand > 0 && isPlanned ? beyond(projection.daysOfSupply, REACH_DAYS) : undefined;
    if (!side) return [];
    const difference = { observed: Math.floor(projection.daysOfSupply), expected: REACH_DAYS.keep, unit: 'DAY' };
    return [{ kind: 'excess', key: [site, part], difference, hits: [{ site, part, unit, raises: side === 'raise' }] }];
  });
