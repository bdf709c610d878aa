/** Zones of a call-off, in buckets from its date: what the customer is bound to, and what is only a look ahead. */
export interface Horizons {
  /** First bucket that is no longer firm. */
  readonly firmTo: number;
  /** First bucket after the production go-ahead, then after the material go-ahead; what follows is forecast. */
  readonly productionTo: number;
  readonly materialTo: number;
}

export const ZONES = ['firm', 'production', 'material', 'forecast'] as const;
export type Zone = (typeof ZONES)[number];

export const zoneOf = (ahead: number, { firmTo, productionTo, materialTo }: Horizons): Zone =>
  ahead < firmTo ? 'firm' : ahead < productionTo ? 'production' : ahead < materialTo ? 'material' : 'forecast';

/** One call-off: quantities of consecutive buckets, the first of which is bucket `first` of a calendar shared by all. */
export interface Release {
  readonly first: number;
  readonly quantities: Float64Array;
}

export interface Nervousness {
  /** Sum of absolute changes, pieces. */
  readonly changed: number;
  /** Sum of what had been called off before, pieces. */
  readonly before: number;
  /** `changed` by `before`: 0.2 says that a fifth was moved; undefined when nothing had been called off. */
  readonly share: number | undefined;
}

/**
 * How much each call-off changed what the one before had said about the same buckets, per zone of the new one.
 *
 * @param releases in the order of their dates
 * @see Sridharan, Berry, Udayabhanu: Measuring master production schedule stability under rolling planning horizons,
 * Decision Sciences 19 (1988)
 * @example
 * nervousness([{ first: 0, quantities: Float64Array.of(10, 10, 10) }, { first: 1, quantities: Float64Array.of(12, 10) }],
 *   { firmTo: 1, productionTo: 2, materialTo: 3 }).firm // { changed: 2, before: 10, share: 0.2 }
 */
export function nervousness(releases: readonly Release[], horizons: Horizons): Record<Zone, Nervousness> {
  const changed = { firm: 0, production: 0, material: 0, forecast: 0 };
  const before = { ...changed };
  for (let i = 1; i < releases.length; i++) {
    for (const { ahead, was, is } of commonBuckets(releases[i - 1]!, releases[i]!)) {
      const zone = zoneOf(ahead, horizons);
      changed[zone] += Math.abs(is - was);
      before[zone] += was;
    }
  }
  const summary = ZONES.map((zone): [Zone, Nervousness] => [
    zone,
    {
      changed: changed[zone],
      before: before[zone],
      share: before[zone] > 0 ? changed[zone] / before[zone] : undefined,
    },
  ]);
  return Object.fromEntries(summary) as Record<Zone, Nervousness>;
}

/** Buckets that both call-offs speak about; `ahead` counts from the first bucket of the later one. */
export function commonBuckets(earlier: Release, later: Release): { ahead: number; was: number; is: number }[] {
  const shift = later.first - earlier.first;
  return Array.from(later.quantities, (is, ahead) => ({ ahead, is, was: earlier.quantities[ahead + shift] })).filter(
    (bucket): bucket is { ahead: number; was: number; is: number } => bucket.was !== undefined,
  );
}
