export interface Filled {
  /** From the first bucket that was reported or closed, without gaps. */
  readonly values: Float64Array;
  /** How many buckets before the first known one were left away. */
  readonly dropped: number;
  /** Places in `values` that nobody reported, so that a screen can show them as guesses. */
  readonly guessed: readonly number[];
}

/**
 * Fills the gaps of a history: a gap is a gap and not a zero, unless the calendar says that the site was closed. A guess is the mean of the
 * same place in the seasons before and after, where both are known, else the line between the neighbours; after the last
 * known bucket there is nothing to guess towards, and it is repeated.
 *
 * @param reported pieces per bucket, oldest first; null where nothing was reported
 * @param period buckets of a season, 1 without
 * @param closed buckets in which the site did not work: a gap there is a zero, a report stands
 * @example fillMissing([null, 10, null, 14], { period: 1 }) // values 10, 12, 14; dropped 1; guessed [1]
 */
export function fillMissing(
  reported: readonly (number | null)[],
  { period, closed }: { period: number; closed?: readonly boolean[] },
): Filled {
  const known = reported.map((value, bucket) => value ?? (closed?.[bucket] ? 0 : null));
  const first = known.findIndex((value) => value !== null);
  if (first < 0) return { values: new Float64Array(0), dropped: reported.length, guessed: [] };
  const from = known.slice(first);
  const guessed = from.flatMap((value, place) => (value === null ? [place] : []));
  const values = Float64Array.from(from, (value, place) => value ?? guess(from, place, period));
  return { values, dropped: first, guessed };
}

function guess(known: readonly (number | null)[], place: number, period: number): number {
  if (period > 1) {
    const [before, after] = [known[place - period], known[place + period]];
    if (typeof before === 'number' && typeof after === 'number') return (before + after) / 2;
  }
  const left = known.slice(0, place).findLastIndex((value) => value !== null);
  const right = known.findIndex((value, other) => other > place && value !== null);
  if (right < 0) return known[left]!;
  return known[left]! + ((known[right]! - known[left]!) * (place - left)) / (right - left);
}
