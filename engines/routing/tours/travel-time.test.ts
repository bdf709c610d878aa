import { expect, test } from 'vitest';
import { lineProblem } from '../test-problems.ts';
import { travelSeconds } from './travel-time.ts';
import { buildWorld } from './world.ts';

/** One way of 600 s, which takes twice as long from 3,000 s on, and a third less from 6,000 s on. */
const world = buildWorld(
  lineProblem(1, {
    travel: [600, 1200, 400].map((way, i) => ({ fromSeconds: i * 3000, seconds: [0, way, way, 0] })),
  }),
);

test.each([
  ['within the first period', 0, 600],
  ['ending with the period', 2400, 600],
  ['half before the change, half after it', 2700, 300 + 600],
  ['in the slow period', 3000, 1200],
  ['half slow, half fast', 5400, 600 + 200],
  ['over all three', 2999, 1 + 1200 * (1 - 1 / 600)],
  ['in the last', 9000, 400],
])('a way %s', (_, departure, seconds) => {
  expect(travelSeconds(world, 0, 1, departure)).toBeCloseTo(seconds, 9);
});

test('who leaves later never arrives earlier', () => {
  let last = 0;
  for (let departure = 0; departure < 9000; departure += 13) {
    const arrival = departure + travelSeconds(world, 0, 1, departure);
    expect(arrival).toBeGreaterThanOrEqual(last);
    last = arrival;
  }
});
