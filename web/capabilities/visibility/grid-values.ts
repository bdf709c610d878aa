import type { GridColumn } from './grid-columns.ts';
import type { Contribution, ProjectionNode } from './queries.ts';

/** The rows of one part at one site, from top to bottom. */
export const MEASURES = ['demand', 'receipts', 'planned', 'projected', 'daysOfSupply'] as const;
export type Measure = (typeof MEASURES)[number];

export interface GridValue {
  value: number;
  /** Somewhere within the column the stock is negative, even if it recovers before the end. */
  negative: boolean;
  lowest?: number;
  /** The days of supply reach beyond the horizon. */
  atLeast?: boolean;
}

/** Quantities of a column are summed; stock and days of supply are those at its end. */
export function cellValue(node: ProjectionNode, measure: Measure, column: GridColumn): GridValue {
  if (measure === 'daysOfSupply') return supplyAt(node, column.last);
  if (measure !== 'projected') return { value: sum(node[measure], column), negative: false };
  const stretch = node.projected.slice(column.first, column.last + 1);
  const lowest = Math.min(...stretch);
  return { value: stretch.at(-1) ?? 0, negative: lowest < 0, lowest };
}

function sum(values: number[], { first, last }: GridColumn): number {
  return values.slice(first, last + 1).reduce((total, value) => total + value, 0);
}

/**
 * How many following days the stock at the end of day `index` lasts, counted as PURIS does: whole
 * days whose demand it covers, and the share of the first day that it does not.
 */
function supplyAt(node: ProjectionNode, index: number): GridValue {
  let left = node.projected[index] ?? 0;
  if (left < 0) return { value: 0, negative: false };
  for (let day = index + 1; day < node.demand.length; day += 1) {
    const demand = node.demand[day]!;
    if (demand > left) return { value: day - index - 1 + left / demand, negative: false };
    left -= demand;
  }
  return { value: Math.max(0, node.demand.length - index - 1), negative: false, atLeast: true };
}

const SOURCES: Record<Measure, Contribution['kind'][]> = {
  demand: ['requirement', 'schedule'],
  receipts: ['shipment'],
  planned: ['call-off', 'production'],
  projected: ['stock', 'shipment', 'schedule', 'requirement', 'call-off', 'production', 'transfer'],
  daysOfSupply: ['stock', 'shipment', 'schedule', 'requirement', 'call-off', 'production', 'transfer'],
};

/** What a number is made of. Stock and days of supply carry everything up to their day. */
export function contributionsTo(
  contributions: Contribution[],
  measure: Measure,
  column: GridColumn,
  days: string[],
): Contribution[] {
  const from = days[column.first]!;
  const to = days[column.last]!;
  const isState = measure === 'projected' || measure === 'daysOfSupply';
  return contributions.filter(({ kind, day, to: last }) => {
    if (!SOURCES[measure].includes(kind)) return false;
    if (!day) return isState;
    return day <= to && (isState || (last ?? day) >= from);
  });
}

/** Whether the node's stock counts on what is called off, or only on what is under way. */
export const countsCallOffs = (node: ProjectionNode): boolean => node.projected === node.projectedIfDelivered;

/** The same node as it looks when everything that is called off arrives on its day. */
export const asDelivered = (node: ProjectionNode): ProjectionNode => ({
  ...node,
  projected: node.projectedIfDelivered,
  runsOutOn: node.runsOutIfDelivered,
});
