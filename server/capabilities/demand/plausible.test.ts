import { expect, test } from 'vitest';
import { flagsOf } from './plausible.ts';

const usual = [40, 50, 0, 45, 60];
test.each([
  ['what is usual', 55, {}, []],
  ['nothing', 0, {}, []],
  ['a doubled week', 110, {}, []],
  ['ten times too much', 500, {}, ['times-10']],
  ['a thousand times too much', 50_000, {}, ['times-1000']],
  ['less than nothing', -5, {}, ['negative']],
  ['half a piece', 47.5, {}, ['fractional']],
  ['half a kilogram', 47.5, { unit: 'KGM' }, []],
  ['another unit than the part’s', 50, { unit: 'KGM', partUnit: 'H87' }, ['unit']],
  ['a size of which too little is known', 5000, { usual: [40, 50, 0] }, []],
  ['a big lot of a lumpy part', 500, { usual: [10, 300, 40, 12, 290] }, []],
])('flags %s', (_name, quantity, change, flags) => {
  expect(flagsOf(quantity, { unit: 'H87', usual, ...change })).toEqual(flags);
});
