import type { Instant } from '@intakt/contract';
import { type Coordinates, DEFAULT_PACE, greatCircleMatrices, type RegionPace } from '@intakt/routing';
import type { DistanceProvider } from './provider.ts';

interface Region {
  name: string;
  west: number;
  south: number;
  east: number;
  north: number;
  detourFactor: number;
}

/**
 * How much longer roads are than the crow's flight. Measured factors lie between 1.2 and 1.65 (Ballou, Rahardja and Sakai,
 * Transportation Research A 36, 2002): little where the net of motorways is dense, more in mountains and where there are few.
 */
const REGIONS: Region[] = [
  { name: 'Alps', west: 5.5, south: 44.5, east: 15.5, north: 47.6, detourFactor: 1.45 },
  { name: 'Carpathians', west: 21, south: 44.5, east: 27, north: 49, detourFactor: 1.45 },
  { name: 'Iberia', west: -10, south: 36, east: 3.5, north: 43.9, detourFactor: 1.3 },
  { name: 'Scandinavia', west: 4, south: 55.5, east: 31, north: 71, detourFactor: 1.45 },
  { name: 'Central Europe', west: 3, south: 47.6, east: 21, north: 55.5, detourFactor: 1.25 },
];

export function paceAt({ latitude, longitude }: Coordinates): RegionPace {
  const region = REGIONS.find(
    ({ west, south, east, north }) => longitude >= west && longitude <= east && latitude >= south && latitude <= north,
  );
  return region ? { ...DEFAULT_PACE, detourFactor: region.detourFactor } : DEFAULT_PACE;
}

/** Always there: great circle × detour factor of the region, at the pace for the length of the way. */
export const greatCircle = (now: Instant): DistanceProvider => ({
  name: 'great-circle',
  matrix: (places) =>
    Promise.resolve({ ...greatCircleMatrices(places, paceAt), provider: 'great circle × detour factor', asOf: now }),
});
