import { median } from '../moments.ts';

/** A quantity as it came in, before anybody uses it. */
export interface ReportedQuantity {
  readonly bucket: number;
  readonly quantity: number;
}

export type Suspicion =
  | 'not-a-number'
  | 'negative'
  | 'fractional'
  | 'tenfold'
  | 'thousandfold'
  | 'wrong-unit'
  | 'absurd'
  | 'duplicate'
  | 'contradiction';

export interface Flag {
  /** Place among the reported quantities. */
  readonly place: number;
  readonly suspicion: Suspicion;
  /** What was reported, and what the part's own history lets expect: the median of its quantities above zero. */
  readonly quantity: number;
  readonly usual: number;
  /** What it would be if the suspicion were right; undefined where nothing suggests itself. */
  readonly suggested: number | undefined;
}

export interface PartHabits {
  /** Accepted quantities of the past; zeros and gaps (NaN) say nothing about sizes. */
  readonly history: ArrayLike<number>;
  /** Whether the part is counted in pieces, so that a fraction is odd. */
  readonly wholePieces: boolean;
  /** Pieces of a pack or pallet, where a number of packs may have been sent for a number of pieces, or the other way. */
  readonly packSizes?: readonly number[];
}

/**
 * What is odd about reported quantities, each by its own part's history. Nothing is changed: whoever sees a flag decides, and until then
 * the quantity is not used. A part without a history of at least `ENOUGH` quantities above zero is not judged by size.
 *
 * @param reported in the order in which they came; one bucket may come twice
 * @returns one flag per odd quantity, the gravest suspicion of each
 * @see Hampel: The influence curve and its role in robust estimation, Journal of the American Statistical Association 69
 * (1974), for the median and its deviation as the measure of what is usual
 * @example
 * checkQuantities([{ bucket: 0, quantity: 1190 }], { history: [120, 118, 125, 119, 121], wholePieces: true })
 * // [{ place: 0, suspicion: 'tenfold', quantity: 1190, usual: 120, suggested: 119 }]
 */
export function checkQuantities(reported: readonly ReportedQuantity[], part: PartHabits): Flag[] {
  const habit = habitOf(part);
  const first = new Map<number, number>();
  return reported.flatMap(({ bucket, quantity }, place): Flag[] => {
    const before = first.get(bucket);
    if (before === undefined) first.set(bucket, quantity);
    const found = repeated(before, quantity) ?? malformed(quantity, part) ?? outOfSize(quantity, habit, part);
    return found ? [{ place, quantity, usual: habit.usual, ...found }] : [];
  });
}

/** Quantities above zero that a history needs before sizes are judged by it. */
const ENOUGH = 4;

interface Habit {
  usual: number;
  /** Largest and smallest size that was accepted; where there is too little history, no size is out of it. */
  most: number;
  least: number;
  /** Median absolute deviation on the scale of a standard deviation. */
  deviation: number;
}

function habitOf({ history }: PartHabits): Habit {
  const sizes = Array.from(history).filter((value) => value > 0);
  const usual = median(sizes);
  if (sizes.length < ENOUGH) return { usual, most: Number.POSITIVE_INFINITY, least: 0, deviation: 0 };
  const deviation = 1.4826 * median(sizes.map((size) => Math.abs(size - usual)));
  return { usual, most: Math.max(...sizes), least: Math.min(...sizes), deviation };
}

type Found = Pick<Flag, 'suspicion' | 'suggested'>;

function repeated(before: number | undefined, quantity: number): Found | undefined {
  if (before === undefined) return undefined;
  return before === quantity
    ? { suspicion: 'duplicate', suggested: undefined }
    : { suspicion: 'contradiction', suggested: before };
}

function malformed(quantity: number, { wholePieces }: PartHabits): Found | undefined {
  if (!Number.isFinite(quantity)) return { suspicion: 'not-a-number', suggested: undefined };
  if (quantity < 0) return { suspicion: 'negative', suggested: -quantity };
  if (wholePieces && !Number.isInteger(quantity)) return { suspicion: 'fractional', suggested: Math.round(quantity) };
  return undefined;
}

/** Outside of all that was accepted, by more than three times the largest or five deviations; then, by which factor. */
function outOfSize(quantity: number, habit: Habit, part: PartHabits): Found | undefined {
  if (quantity === 0) return undefined;
  const large = quantity > Math.max(3 * habit.most, habit.usual + 5 * habit.deviation);
  const small = quantity < habit.least / 3 && quantity < habit.usual - 5 * habit.deviation;
  if (!large && !small) return undefined;
  const explained = FACTORS.find(({ factor }) => isNear(quantity / factor, habit));
  if (explained) return { suspicion: explained.suspicion, suggested: quantity / explained.factor };
  const pack = (part.packSizes ?? [])
    .flatMap((size) => [size, 1 / size])
    .find((size) => isNear(quantity / size, habit));
  if (pack !== undefined) return { suspicion: 'wrong-unit', suggested: quantity / pack };
  return large ? { suspicion: 'absurd', suggested: undefined } : undefined;
}

/** Pieces for thousands and grams for kilograms look alike: a factor of a thousand, up or down. */
const FACTORS = [
  { factor: 10, suspicion: 'tenfold' },
  { factor: 1000, suspicion: 'thousandfold' },
  { factor: 1 / 1000, suspicion: 'wrong-unit' },
] as const;

/** Within what was accepted before, or a quarter from what is usual. */
const isNear = (quantity: number, { usual, least, most }: Habit): boolean =>
  (quantity >= least && quantity <= most) || Math.abs(quantity / usual - 1) <= 0.25;
