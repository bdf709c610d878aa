/** Why a quantity is not to be used before somebody has looked at it. */
export const QUANTITY_FLAGS = ['negative', 'fractional', 'times-10', 'times-1000', 'unit'] as const;
export type QuantityFlag = (typeof QUANTITY_FLAGS)[number];

/** What is counted, not weighed or measured (UN/ECE Recommendation 20). */
const WHOLE_UNITS = ['H87', 'C62', 'EA', 'PR', 'SET', 'NAR', 'NPR', 'PCE'];
/** Fewer weeks than these tell nothing of what is usual. */
const LEAST_HISTORY = 3;
const [TENFOLD, ABOVE_ALL] = [8, 4] as const;
const THOUSANDFOLD = 300;

export interface PartHistory {
  /** Unit in which the quantity is given. */
  unit: string;
  /** Unit of the part itself, where it is known. */
  partUnit?: string;
  /** Other quantities of the same part and bucket length; zeros are no measure of size. */
  usual: readonly number[];
}

/**
 * Flags of one quantity against the part's own history. Ten times too much is eight times the median and four times the largest: lumpy
 * demand may well be eight times its median. A thousand times too much is a unit mistaken, kilograms for grams.
 *
 * @example flagsOf(400, { unit: 'H87', usual: [40, 50, 45] }) // ['times-10']
 */
export function flagsOf(quantity: number, { unit, partUnit, usual }: PartHistory): QuantityFlag[] {
  const flags: QuantityFlag[] = [];
  if (quantity < 0) flags.push('negative');
  if (WHOLE_UNITS.includes(unit) && Math.abs(quantity - Math.round(quantity)) > 1e-6) flags.push('fractional');
  if (partUnit !== undefined && partUnit !== unit) flags.push('unit');
  const sizes = usual.filter((size) => size > 0).toSorted((a, b) => a - b);
  if (sizes.length < LEAST_HISTORY) return flags;
  const median = sizes[Math.floor(sizes.length / 2)]!;
  if (quantity >= THOUSANDFOLD * median) flags.push('times-1000');
  else if (quantity >= TENFOLD * median && quantity >= ABOVE_ALL * sizes.at(-1)!) flags.push('times-10');
  return flags;
}

/** The middle of what is usual, to be shown beside what is not. */
export function usualOf(usual: readonly number[]): number | undefined {
  const sizes = usual.filter((size) => size > 0).toSorted((a, b) => a - b);
  return sizes.length < LEAST_HISTORY ? undefined : sizes[Math.floor(sizes.length / 2)];
}
