import { expect, test } from 'vitest';
import { DEFAULT_PACE, greatCircleMatrices, greatCircleMeters } from './great-circle.ts';

const LEIPZIG = { latitude: 51.34, longitude: 12.37 };
const MUNICH = { latitude: 48.14, longitude: 11.58 };

test.each([
  [
    'Nashville to Los Angeles, the example of Rosetta Code',
    { latitude: 36.12, longitude: -86.67 },
    { latitude: 33.94, longitude: -118.4 },
    2_886_448,
  ],
  [
    'a quarter of the equator',
    { latitude: 0, longitude: 0 },
    { latitude: 0, longitude: 90 },
    (6_371_008.8 * Math.PI) / 2,
  ],
  ['pole to pole', { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }, 6_371_008.8 * Math.PI],
  [
    'over the date line',
    { latitude: 0, longitude: 179 },
    { latitude: 0, longitude: -179 },
    (6_371_008.8 * Math.PI) / 90,
  ],
  ['nowhere', LEIPZIG, LEIPZIG, 0],
])('%s', (_, from, to, meters) => {
  expect(Math.abs(greatCircleMeters(from, to) - meters)).toBeLessThan(1);
});

test('the road is longer by the detour of the region and driven at the pace for its length', () => {
  const { distanceMeters, seconds } = greatCircleMatrices([LEIPZIG, MUNICH], () => DEFAULT_PACE);
  const meters = greatCircleMeters(LEIPZIG, MUNICH) * 1.3;
  expect([...distanceMeters]).toEqual([0, meters, meters, 0]);
  expect(seconds[1]).toBeCloseTo(meters / (70 / 3.6), 6);
});

test('each region has its own detour', () => {
  const paceAt = ({ latitude }: { latitude: number }) => ({ ...DEFAULT_PACE, detourFactor: latitude > 50 ? 1.2 : 1.6 });
  const { distanceMeters } = greatCircleMatrices([LEIPZIG, MUNICH], paceAt);
  expect(distanceMeters[2]! / distanceMeters[1]!).toBeCloseTo(1.6 / 1.2, 9);
});
