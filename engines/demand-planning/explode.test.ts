import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BillOfMaterial, planningOrder } from './bill-of-material.ts';
import { type DatedQuantities, type Explosion, type ExplosionInput, explode } from './explode.ts';

type Line = { parent: number; child: number; per: number; offset?: number; from?: number; to?: number };

const bill = (items: number, lines: readonly Line[]): BillOfMaterial => ({
  items,
  parent: Int32Array.from(lines, ({ parent }) => parent),
  child: Int32Array.from(lines, ({ child }) => child),
  quantityPer: Float64Array.from(lines, ({ per }) => per),
  offsetBuckets: Int32Array.from(lines, ({ offset = 0 }) => offset),
  validFrom: Int32Array.from(lines, ({ from = 0 }) => from),
  validTo: Int32Array.from(lines, ({ to = 1000 }) => to),
});
const nothing: DatedQuantities = { item: new Int32Array(0), bucket: new Int32Array(0), quantity: new Float64Array(0) };
const due = (item: number, bucket: number, quantity: number): DatedQuantities => ({
  item: Int32Array.of(item),
  bucket: Int32Array.of(bucket),
  quantity: Float64Array.of(quantity),
});

function input(given: BillOfMaterial, change: Partial<ExplosionInput> & { buckets: number }): ExplosionInput {
  return {
    bill: given,
    demand: new Float64Array(given.items * change.buckets),
    onHand: new Float64Array(given.items),
    safetyStock: new Float64Array(given.items),
    leadTimeBuckets: new Int32Array(given.items),
    lotMultiple: new Float64Array(given.items),
    inTransit: nothing,
    calledOff: nothing,
    ...change,
  };
}

function solved(given: ExplosionInput): Extract<Explosion, { ok: true }> {
  const result = explode(given);
  if (!result.ok) throw new Error(`cycle ${result.cycle.join(' ')}`);
  return result;
}

/** Non-zero figures of one item, as bucket: quantity. */
const row = (values: Float64Array, item: number, buckets: number): Record<number, number> =>
  Object.fromEntries(
    Array.from(
      values.subarray(item * buckets, (item + 1) * buckets),
      (value, bucket) => [bucket, value] as const,
    ).filter(([, value]) => value !== 0),
  );

describe('the speaker kits of Heizer and Render, Operations Management, chapter 14', () => {
  const [A, B, C, D, E, F, G] = [0, 1, 2, 3, 4, 5, 6] as const;
  const WEEKS = 9; // index 8 is their week 8
  const kits = bill(7, [
    { parent: A, child: B, per: 2 },
    { parent: A, child: C, per: 3 },
    { parent: B, child: D, per: 2 },
    { parent: B, child: E, per: 2 },
    { parent: C, child: E, per: 2 },
    { parent: C, child: F, per: 2 },
    { parent: F, child: D, per: 2 },
    { parent: F, child: G, per: 1 },
  ]);
  const demand = new Float64Array(7 * WEEKS);
  demand[A * WEEKS + 8] = 50;
  const result = solved(
    input(kits, {
      buckets: WEEKS,
      demand,
      onHand: Float64Array.of(10, 15, 20, 10, 10, 5, 0),
      leadTimeBuckets: Int32Array.of(1, 2, 1, 1, 2, 3, 2),
    }),
  );

  test.each([
    ['A', A, 0, { 8: 50 }, { 7: 40 }],
    ['B', B, 1, { 7: 80 }, { 5: 65 }],
    ['C', C, 1, { 7: 120 }, { 6: 100 }],
    ['E', E, 2, { 5: 130, 6: 200 }, { 3: 120, 4: 200 }],
    ['F', F, 2, { 6: 200 }, { 3: 195 }],
    ['D', D, 3, { 3: 390, 5: 130 }, { 2: 380, 4: 130 }],
    ['G', G, 3, { 3: 195 }, { 1: 195 }],
  ])('%s', (_name, item, level, gross, releases) => {
    expect(result.levels[item]).toBe(level);
    expect(row(result.gross, item, WEEKS)).toEqual(gross);
    expect(row(result.releases, item, WEEKS)).toEqual(releases);
    expect(result.late[item]).toBe(0);
  });
});

describe('one part in another', () => {
  const [car, axle, buckets] = [0, 1, 6];
  const of = (line: Partial<Line>, change: Partial<ExplosionInput> = {}) => {
    const demand = new Float64Array(2 * buckets).fill(10, 0, buckets);
    return solved(input(bill(2, [{ parent: car, child: axle, per: 2, ...line }]), { buckets, demand, ...change }));
  };

  test('is needed with an offset, before or after the start of the order', () => {
    expect(row(of({ offset: 2 }).gross, axle, buckets)).toEqual({ 2: 20, 3: 20, 4: 20, 5: 20 });
    expect(row(of({ offset: -1 }).gross, axle, buckets)).toEqual({ 0: 20, 1: 20, 2: 20, 3: 20, 4: 20 });
  });

  test('is needed only while its line is valid', () => {
    expect(row(of({ from: 2, to: 3 }).gross, axle, buckets)).toEqual({ 2: 20, 3: 20 });
  });

  test('is not ordered again when it is on its way or called off; what is overdue comes at once', () => {
    const { receipts } = of({}, { inTransit: due(axle, -1, 25), calledOff: due(axle, 2, 30) });
    expect(row(receipts, axle, buckets)).toEqual({ 1: 15, 3: 10, 4: 20, 5: 20 });
  });

  test('is ordered in whole lots, and keeps its safety stock', () => {
    const lots = { lotMultiple: Float64Array.of(0, 50), safetyStock: Float64Array.of(0, 5) };
    expect(row(of({}, lots).receipts, axle, buckets)).toEqual({ 0: 50, 2: 50, 4: 50 });
  });

  test('whose order should have been placed before today is late, and ordered today', () => {
    const { releases, late } = of({}, { leadTimeBuckets: Int32Array.of(0, 3) });
    expect([late[axle], row(releases, axle, buckets)]).toEqual([60, { 0: 80, 1: 20, 2: 20 }]);
  });
});

describe('a bill of material with a cycle', () => {
  test('is answered with the cycle, each item a part of the one before it', () => {
    const looped = bill(5, [
      { parent: 0, child: 1, per: 1 },
      { parent: 1, child: 2, per: 1 },
      { parent: 2, child: 3, per: 1 },
      { parent: 3, child: 1, per: 1 },
      { parent: 3, child: 4, per: 1 },
    ]);
    const result = explode(input(looped, { buckets: 1 }));
    expect(result).toMatchObject({ ok: false, reason: 'cycle' });
    const { cycle } = result as Extract<Explosion, { ok: false }>;
    expect([...cycle].sort()).toEqual([1, 2, 3]);
    const pairs = new Set(Array.from(looped.parent, (parent, line) => `${parent}>${looped.child[line]}`));
    for (const [i, item] of cycle.entries()) expect(pairs).toContain(`${item}>${cycle[(i + 1) % cycle.length]}`);
  });

  test('of one item that is in itself is that item', () => {
    expect(planningOrder(bill(1, [{ parent: 0, child: 0, per: 1 }]))).toEqual({ ok: false, cycle: [0] });
  });
});

test('what was ordered and had covers what is needed, and nothing is ordered without need', () => {
  const made = fc.record({
    lines: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 4 })), { maxLength: 16 }),
    demand: fc.array(fc.nat(30), { minLength: 90, maxLength: 90 }),
    onHand: fc.array(fc.nat(60), { minLength: 9, maxLength: 9 }),
    lead: fc.array(fc.nat(3), { minLength: 9, maxLength: 9 }),
  });
  fc.assert(
    fc.property(made, ({ lines, demand, onHand, lead }) => {
      const down = lines.filter(([a, b]) => a < b).map(([parent, child, per]) => ({ parent, child, per }));
      const given = input(bill(9, down), {
        buckets: 10,
        demand: Float64Array.from(demand),
        onHand: Float64Array.from(onHand),
        leadTimeBuckets: Int32Array.from(lead),
      });
      const { gross, receipts, releases } = solved(given);
      for (let item = 0; item < 9; item++) {
        const sum = (values: Float64Array) => values.subarray(item * 10, item * 10 + 10).reduce((a, b) => a + b, 0);
        expect(sum(receipts)).toBeCloseTo(Math.max(0, sum(gross) - onHand[item]!), 6);
        expect(sum(releases)).toBeCloseTo(sum(receipts), 6);
      }
    }),
  );
});

test('an array of the wrong length is a mistake of the caller', () => {
  expect(() => explode(input(bill(2, []), { buckets: 3, onHand: new Float64Array(1) }))).toThrow(
    /onHand has 1 entries/,
  );
  expect(() => explode(input(bill(2, []), { buckets: 3, demand: new Float64Array(5) }))).toThrow(
    /2 items in 3 buckets/,
  );
});
