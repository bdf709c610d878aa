/** What one party said, bucket by bucket, beside what came. NaN where it said nothing. */
export interface Track {
  readonly party: string;
  readonly said: Float64Array;
}

export interface Opinion {
  readonly party: string;
  /** What it says of the buckets to come; NaN where it says nothing. */
  readonly points: Float64Array;
}

export interface PartyStanding {
  readonly party: string;
  /** Share in the consensus where all speak; they sum to 1. */
  readonly weight: number;
  /** By which its numbers are multiplied: 0.8 where it used to say a quarter too much. */
  readonly correction: number;
  /** Discounted absolute error after correction, by discounted demand; undefined without demand. */
  readonly wape: number | undefined;
}

export interface Consensus {
  readonly points: Float64Array;
  readonly parties: readonly PartyStanding[];
}

/** What an older bucket counts beside the next newer one: half after 14 buckets. */
const DISCOUNT = 0.95;
/** A party that was wrong by more than this is not believed to be wrong by a factor. */
const [LEAST_CORRECTION, MOST_CORRECTION] = [0.3, 3] as const;

/**
 * One number from several parties: each is freed of its usual bias, and counts by the inverse of how much it then missed. A bucket of which
 * only some speak is theirs alone; a bucket of which nobody speaks is NaN. A party without a past counts as the mean of
 * the others.
 *
 * @param tracks what each party had said of past buckets, with `actual` beside it, oldest first
 * @param opinions what the same parties say of the buckets to come
 * @see Bates, Granger: The combination of forecasts, Operational Research Quarterly 20 (1969); Theil: Applied Economic
 * Forecasting (1966), § 2.5, for correcting a bias before combining
 * @example consensus({ actual, tracks, opinions }).points
 */
export function consensus(given: {
  actual: Float64Array;
  tracks: readonly Track[];
  opinions: readonly Opinion[];
}): Consensus {
  const { actual, tracks, opinions } = given;
  const records = opinions.map(({ party }) => recordOf(tracks.find((track) => track.party === party)?.said, actual));
  const known = records.filter(({ error }) => error !== undefined).map(({ error }) => error!);
  const usual = known.length > 0 ? known.reduce((sum, error) => sum + error, 0) / known.length : 1;
  const strengths = records.map(({ error }) => 1 / Math.max(error ?? usual, 1e-9 * Math.max(1, usual)));
  const total = strengths.reduce((sum, strength) => sum + strength, 0);
  const length = Math.max(0, ...opinions.map(({ points }) => points.length));
  return {
    points: Float64Array.from({ length }, (_, bucket) => agreed(opinions, { records, strengths, bucket })),
    parties: opinions.map(({ party }, i) => ({
      party,
      weight: strengths[i]! / total,
      correction: records[i]!.correction,
      wape: records[i]!.wape,
    })),
  };
}

interface Standing {
  correction: number;
  /** Discounted absolute error per bucket, after correction; undefined without a common past. */
  error: number | undefined;
  wape: number | undefined;
}

/** Each past bucket is corrected by what was known before it, so that a party is judged by what it could have said. */
function recordOf(said: Float64Array | undefined, actual: Float64Array): Standing {
  let [saidSum, actualSum, missed, weight] = [0, 0, 0, 0];
  for (let bucket = 0; bucket < actual.length; bucket++) {
    const [number, came] = [said?.[bucket] ?? Number.NaN, actual[bucket]!];
    if (Number.isNaN(number) || Number.isNaN(came)) continue;
    missed = DISCOUNT * missed + Math.abs(correctionOf(saidSum, actualSum) * number - came);
    saidSum = DISCOUNT * saidSum + number;
    actualSum = DISCOUNT * actualSum + came;
    weight = DISCOUNT * weight + 1;
  }
  return {
    correction: correctionOf(saidSum, actualSum),
    error: weight > 0 ? missed / weight : undefined,
    wape: actualSum > 0 ? missed / actualSum : undefined,
  };
}

const correctionOf = (said: number, actual: number): number =>
  said > 0 ? Math.min(MOST_CORRECTION, Math.max(LEAST_CORRECTION, actual / said)) : 1;

function agreed(
  opinions: readonly Opinion[],
  { records, strengths, bucket }: { records: readonly Standing[]; strengths: readonly number[]; bucket: number },
): number {
  let [sum, total] = [0, 0];
  for (const [i, { points }] of opinions.entries()) {
    const point = points[bucket] ?? Number.NaN;
    if (Number.isNaN(point)) continue;
    sum += strengths[i]! * records[i]!.correction * point;
    total += strengths[i]!;
  }
  return total > 0 ? sum / total : Number.NaN;
}

/**
 * What each party's number added over the naive one, which repeats the last actual: 1 − its absolute error by that of the naive, over
 * the buckets of which it spoke. Below zero, it made things worse.
 *
 * @see Gilliland: The Business Forecasting Deal (2010), chapter 4
 * @example valueAdded({ actual: Float64Array.of(10, 20, 10), tracks: [{ party: 'OEM', said: Float64Array.of(NaN, 15, 15) }] }) // OEM 0.5
 */
export function valueAdded(given: { actual: Float64Array; tracks: readonly Track[] }): {
  party: string;
  buckets: number;
  /** Undefined where it never spoke, or the naive never missed. */
  valueAdded: number | undefined;
}[] {
  return given.tracks.map(({ party, said }) => {
    let [missed, naive, buckets] = [0, 0, 0];
    for (let bucket = 1; bucket < given.actual.length; bucket++) {
      const [came, before, number] = [given.actual[bucket]!, given.actual[bucket - 1]!, said[bucket] ?? Number.NaN];
      if (Number.isNaN(came + before + number)) continue;
      missed += Math.abs(number - came);
      naive += Math.abs(before - came);
      buckets++;
    }
    return { party, buckets, valueAdded: naive > 0 ? 1 - missed / naive : undefined };
  });
}
