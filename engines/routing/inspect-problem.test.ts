import { expect, test } from 'vitest';
import { inspectProblem, MOST_ORDERS } from './inspect-problem.ts';
import type { Order, RoutingProblem } from './problem.ts';
import { LORRY, lineProblem, pickUp } from './test-problems.ts';

const GOOD = pickUp('good', 'p1');
const order = (change: Partial<Order>): Partial<RoutingProblem> => ({ orders: [GOOD, pickUp('bad', 'p2', change)] });
const placed = (latitude: number, longitude: number): Partial<RoutingProblem> => ({
  places: [{ id: 'plant' }, { id: 'p1' }, { id: 'p2', latitude, longitude }],
  orders: [GOOD, pickUp('bad', 'p2')],
});
const window = (fromSeconds: number, toSeconds: number) => ({
  place: 'p2',
  serviceSeconds: 1,
  windows: [{ fromSeconds, toSeconds }],
});
const island = [0, 1, Number.POSITIVE_INFINITY, 1, 0, 1, Number.POSITIVE_INFINITY, 1, 0];

test.each([
  ['coordinates at 0/0', placed(0, 0), 'COORDINATES_ZERO', 'p2'],
  ['coordinates swapped', placed(121.5, 31.2), 'COORDINATES_SWAPPED', 'p2'],
  ['coordinates nowhere', placed(200, 300), 'COORDINATES_IMPOSSIBLE', 'p2'],
  ['a window that closes before it opens', order({ pickup: window(100, 50) }), 'WINDOW_CLOSED', 'bad'],
  ['heavier than any truck', order({ amounts: [25, 1] }), 'TOO_HEAVY', 'bad'],
  ['a negative amount', order({ amounts: [-1, 1] }), 'AMOUNTS_WRONG', 'bad'],
  ['an amount too few', order({ amounts: [1] }), 'AMOUNTS_WRONG', 'bad'],
  ['a skill that nobody has', order({ skills: ['crane'] }), 'SKILL_MISSING', 'bad'],
  ['no stop at all', order({ pickup: undefined }), 'NO_STOP', 'bad'],
  ['a place that is not there', order({ pickup: { place: 'moon', serviceSeconds: 0 } }), 'UNKNOWN_PLACE', 'bad'],
  ['a place that nobody gets to', { ...order({}), distanceMeters: island }, 'DISCONNECTED', 'bad'],
  ['the same id twice', { orders: [GOOD, GOOD] }, 'DUPLICATE_ID', 'good'],
])('%s is named, and the rest is planned', (_, change, code, subject) => {
  const { findings, problem } = inspectProblem(lineProblem(2, change));
  expect(findings).toContainEqual(
    expect.objectContaining({ code, subject, message: expect.stringMatching(/\. [A-Z]|Exchange|\.$/) }),
  );
  expect(problem.orders.map(({ id }) => id)).toEqual(['good']);
});

test.each([
  ['a negative distance', { distanceMeters: [0, -1, 1, 0] }, 'MATRIX_NEGATIVE'],
  ['a matrix of the wrong size', { distanceMeters: [0, 1, 1] }, 'MATRIX_SIZE'],
  ['no travel times', { travel: [] }, 'MATRIX_SIZE'],
])('with %s nothing can be planned', (_, change, code) => {
  const { findings, problem } = inspectProblem(lineProblem(1, { orders: [GOOD], ...change }));
  expect(findings.map((one) => one.code)).toContain(code);
  expect(problem.orders).toEqual([]);
});

test('a way that is far longer than a detour is a warning', () => {
  const { findings, problem } = inspectProblem(
    lineProblem(2, { orders: [GOOD], distanceMeters: [0, 1, 9, 1, 0, 1, 9, 1, 0] }),
  );
  expect(findings.map(({ code }) => code)).toEqual(['MATRIX_DETOUR']);
  expect(problem.orders).toHaveLength(1);
});

test('a truck whose shift has no length stays at home', () => {
  const idle = { ...LORRY, id: 'idle', shift: { fromSeconds: 5, toSeconds: 5 } };
  const { findings, problem } = inspectProblem(lineProblem(1, { orders: [GOOD], vehicles: [idle, LORRY] }));
  expect(findings).toMatchObject([{ code: 'SHIFT_EMPTY', subject: 'idle' }]);
  expect(problem.vehicles.map(({ id }) => id)).toEqual(['lorry']);
});

test('of 5,000 orders at once those above the limit are named', () => {
  const orders = Array.from({ length: 5000 }, (_, i) => pickUp(`o${i}`, 'p1'));
  const { findings, problem } = inspectProblem(lineProblem(1, { orders }));
  expect(problem.orders).toHaveLength(MOST_ORDERS);
  expect(findings).toHaveLength(5000 - MOST_ORDERS);
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['TOO_MANY_ORDERS']));
});

test('a lock on what is not there is named and dropped', () => {
  const locks = [{ vehicle: 'lorry', stops: [{ order: 'nobody', at: 'pickup' as const }] }];
  const { findings, problem } = inspectProblem(lineProblem(1, { orders: [GOOD], locks }));
  expect(findings.map(({ code }) => code)).toEqual(['LOCK_UNKNOWN']);
  expect(problem.locks).toEqual([]);
});
