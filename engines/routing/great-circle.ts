/** IUGG mean radius. */
const EARTH_METERS = 6_371_008.8;

export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** How much longer the road is than the crow's flight, and how fast it is driven, where no road network is at hand. */
export interface RegionPace {
  detourFactor: number;
  /** Pace by the length of the way: up to so many metres, so many metres per second. Sorted; the last has no end. */
  speeds: { upToMeters: number; metersPerSecond: number }[];
}

export interface Matrices {
  distanceMeters: Float64Array;
  seconds: Float64Array;
}

/** A lorry's usual pace: town, country road, motorway with its limit of 80 km/h. */
export const DEFAULT_PACE: RegionPace = {
  detourFactor: 1.3,
  speeds: [
    { upToMeters: 10_000, metersPerSecond: 30 / 3.6 },
    { upToMeters: 50_000, metersPerSecond: 50 / 3.6 },
    { upToMeters: Number.POSITIVE_INFINITY, metersPerSecond: 70 / 3.6 },
  ],
};

/**
 * Length of the great circle between two places, by the haversine formula (Sinnott, Sky and Telescope 68, 1984).
 *
 * @example greatCircleMeters({ latitude: 36.12, longitude: -86.67 }, { latitude: 33.94, longitude: -118.4 }) // 2,886,448 m
 */
export function greatCircleMeters(from: Coordinates, to: Coordinates): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(to.latitude - from.latitude) / 2);
  const east = Math.sin(radians(to.longitude - from.longitude) / 2);
  const half = north ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * east ** 2;
  return 2 * EARTH_METERS * Math.asin(Math.min(1, Math.sqrt(half)));
}

/**
 * Distances and travel times between all places, row-major: great circle × detour factor of the region in which the way
 * begins, at the pace for its length.
 *
 * @example greatCircleMatrices(places, () => DEFAULT_PACE).distanceMeters[1] // from the first place to the second
 */
export function greatCircleMatrices(
  places: readonly Coordinates[],
  paceAt: (place: Coordinates) => RegionPace,
): Matrices {
  const size = places.length;
  const distanceMeters = new Float64Array(size * size);
  const seconds = new Float64Array(size * size);
  for (const [i, from] of places.entries()) {
    const { detourFactor, speeds } = paceAt(from);
    for (const [j, to] of places.entries()) {
      if (i === j) continue;
      const meters = greatCircleMeters(from, to) * detourFactor;
      distanceMeters[i * size + j] = meters;
      seconds[i * size + j] = meters / speeds.find(({ upToMeters }) => meters <= upToMeters)!.metersPerSecond;
    }
  }
  return { distanceMeters, seconds };
}
