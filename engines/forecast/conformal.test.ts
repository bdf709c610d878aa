import { expect, test } from 'vitest';
import { conformalSpread, normalQuantile } from './conformal.ts';

const [PLACES, HORIZON] = [300, 4];
/** A deterministic sample that fills the unit interval evenly: the golden ratio's multiples. */
const even = (n: number): number => (n * 0.6180339887) % 1;

const errorsOf = (scale: (place: number) => number) =>
  Array.from({ length: PLACES }, (_, place) =>
    [0, 1, 2].map((origin) =>
      Float64Array.from(
        { length: HORIZON },
        (_unused, ahead) => (even(place * 12 + origin * 4 + ahead + 1) - 0.5) * scale(place) * (ahead + 1),
      ),
    ),
  );

test('errors between −½ and ½ have their outer quantiles near ±0.475, and wider ones further ahead', () => {
  const spread = conformalSpread(
    errorsOf(() => 1),
    HORIZON,
  );
  const [low, high] = [0.025, 0.975].map((level) => spread.quantile(0, 0, level));
  expect(high).toBeGreaterThan(0.42);
  expect(high).toBeLessThan(0.53);
  expect(low).toBeLessThan(-0.42);
  expect(spread.quantile(0, 3, 0.975) / high!).toBeCloseTo(4, 0);
});

test('covers what comes as often as it says', () => {
  const spread = conformalSpread(
    errorsOf(() => 1),
    HORIZON,
  );
  let inside = 0;
  for (let place = 0; place < PLACES; place++) {
    const next = even(place * 31 + 7) - 0.5;
    if (next >= spread.quantile(place, 0, 0.05) && next <= spread.quantile(place, 0, 0.95)) inside++;
  }
  expect(inside / PLACES).toBeGreaterThan(0.86);
  expect(inside / PLACES).toBeLessThan(0.95);
});

test('a series that was ten times as hard gets a wider interval, but not ten times', () => {
  const spread = conformalSpread(
    errorsOf((place) => (place === 0 ? 10 : 1)),
    HORIZON,
  );
  const wider = spread.quantile(0, 0, 0.975) / spread.quantile(1, 0, 0.975);
  expect(wider).toBeGreaterThan(2);
  expect(wider).toBeLessThan(9);
});

test('a series without a past takes the spread of the panel', () => {
  const errors = [[undefined, undefined, undefined], ...errorsOf(() => 1)];
  const spread = conformalSpread(errors, HORIZON);
  expect(spread.quantile(0, 0, 0.975)).toBeGreaterThan(0.4);
});

test('without any past, it is normal by the seasonal changes and grows with the distance', () => {
  const spread = conformalSpread([[undefined]], 4);
  expect(spread.quantile(0, 0, 0.975)).toBeCloseTo(1.96, 1);
  expect(spread.quantile(0, 3, 0.975)).toBeGreaterThan(spread.quantile(0, 0, 0.975));
});

test.each([
  [0.975, 1.96],
  [0.5, 0],
  [0.05, -1.6449],
])('the normal quantile of %f is %f', (level, quantile) => expect(normalQuantile(level)).toBeCloseTo(quantile, 2));
