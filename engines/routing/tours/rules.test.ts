import { expect, test } from 'vitest';
import { LORRY, lineProblem, pickUp } from '../test-problems.ts';
import { brokenRule } from './rules.ts';
import { buildWorld } from './world.ts';

const orders = [
  pickUp('plain', 'p1'),
  pickUp('lift', 'p2', { skills: ['tail lift'] }),
  pickUp('food', 'p3', { goodsClass: 'food' }),
  pickUp('acid', 'p3', { goodsClass: 'acid' }),
];

test.each([
  ['what needs nothing', {}, ['plain'], undefined],
  ['a skill that the truck lacks', {}, ['lift'], 'lorry lacks tail lift, which lift needs'],
  ['a skill that it has', { skills: ['tail lift'] }, ['lift'], undefined],
  ['food alone', {}, ['food'], undefined],
  ['food with acid', {}, ['food', 'acid'], 'food goes with no acid'],
  ['acid with food', {}, ['acid', 'plain', 'food'], 'acid goes with no food'],
  ['two places of two', { maxStops: 2 }, ['plain', 'lift'], 'lorry lacks tail lift, which lift needs'],
  ['two orders at one place', { maxStops: 1, skills: ['tail lift'] }, ['food'], undefined],
  ['a place too many', { maxStops: 1 }, ['plain', 'food'], '2 places, and lorry goes to 1 at most'],
])('%s', (_, change, ids, reason) => {
  const world = buildWorld(
    lineProblem(3, { orders, vehicles: [{ ...LORRY, ...change }], incompatibleClasses: [['food', 'acid']] }),
  );
  const jobs = ids.map((id) => orders.findIndex((order) => order.id === id));
  expect(brokenRule({ world, truck: world.trucks[0]!, jobs })).toBe(reason);
});
