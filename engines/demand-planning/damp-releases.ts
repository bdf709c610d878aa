import {
  commonBuckets,
  type Horizons,
  type Nervousness,
  nervousness,
  type Release,
  type Zone,
  zoneOf,
} from './nervousness.ts';

/**
 * A new call-off, blended with the last one that was sent: outside of the firm zone each bucket is moved only the share 1 − `hold` of
 * the way from what was said to what is wanted. Whole pieces stay whole, and the sum over the blended buckets is what
 * the blend says, to the piece: what rounding takes from one bucket, the next one gets.
 *
 * @param hold share of the previous release, 0 (as wanted) to 1 (as before)
 * @see Godahewa, Bergmeir, Baz, Zhu, Song, García, Benavides: On forecast stability, International Journal of Forecasting 41
 * (2025), § 3: linear interpolation between successive forecasts
 * @example dampRelease(previous, wanted, { hold: 0.5, horizons }) // halfway, but for the firm buckets
 */
export function dampRelease(
  previous: Release,
  wanted: Release,
  { hold, horizons }: { hold: number; horizons: Horizons },
): Release {
  if (!(hold >= 0 && hold <= 1)) throw new RangeError(`The share held is ${hold}; it lies between 0 and 1.`);
  const quantities = wanted.quantities.slice();
  const whole = quantities.every(Number.isInteger) && previous.quantities.every(Number.isInteger);
  let carried = 0;
  for (const { ahead, was, is } of commonBuckets(previous, wanted)) {
    if (zoneOf(ahead, horizons) === 'firm') continue;
    const blended = hold * was + (1 - hold) * is + carried;
    quantities[ahead] = whole ? Math.round(blended) : blended;
    carried = blended - quantities[ahead]!;
  }
  return { first: wanted.first, quantities };
}

/** What a share held would have done to the releases of the past. */
export interface DampingEffect {
  readonly hold: number;
  readonly nervousness: Record<Zone, Nervousness>;
  /** Sum of absolute errors outside the firm zone by what was used then; undefined where nothing was. */
  readonly wape: number | undefined;
}

/**
 * Replays past call-offs with several shares held, so that the price of calm is seen before it is paid: how much less they
 * would have changed, and how much better or worse they would have foretold what was used.
 *
 * @param releases past call-offs as they were wanted, in the order of their dates
 * @param used pieces used per bucket of the shared calendar, from bucket 0
 * @param holds shares to try; 0 is what happened
 * @example effectOfDamping(releases, used, { holds: [0, 0.3, 0.6], horizons })
 */
export function effectOfDamping(
  releases: readonly Release[],
  used: Float64Array,
  { holds, horizons }: { holds: readonly number[]; horizons: Horizons },
): DampingEffect[] {
  return holds.map((hold) => {
    const sent = releases.slice(0, 1);
    for (const wanted of releases.slice(1)) sent.push(dampRelease(sent.at(-1)!, wanted, { hold, horizons }));
    return { hold, nervousness: nervousness(sent, horizons), wape: errorOf(sent, used, horizons) };
  });
}

/** The first release is the same for every share, and is not judged. */
function errorOf(sent: readonly Release[], used: Float64Array, horizons: Horizons): number | undefined {
  let [missed, total] = [0, 0];
  for (const { first, quantities } of sent.slice(1)) {
    for (const [ahead, quantity] of quantities.entries()) {
      const actual = used[first + ahead];
      if (actual === undefined || zoneOf(ahead, horizons) === 'firm') continue;
      missed += Math.abs(quantity - actual);
      total += Math.abs(actual);
    }
  }
  return total > 0 ? missed / total : undefined;
}
