import { describe, expect, test } from 'vitest';
import { fitLegs, legQuantiles } from './fit-legs.ts';
import type { Leg, LegRecord } from './leg.ts';
import { valueAt } from './levels.ts';

const leg = (change: Partial<Leg> = {}): Leg => ({
  kind: 'drive',
  origin: 'Brno',
  lane: 'Brno–Leipzig',
  carrier: 'north',
  startHour: 8,
  referenceHours: 10,
  ...change,
});
/** So many journeys whose times lie evenly within ten percent around a multiple of the reference. */
const travelled = (count: number, multiple: number, change: Partial<Leg> = {}): LegRecord[] =>
  Array.from({ length: count }, (_, i) => {
    const one = leg(change);
    return { ...one, hours: one.referenceHours * multiple * (0.9 + (0.2 * (i + 0.5)) / count) };
  });
const medianOf = (records: LegRecord[], asked: Partial<Leg> = {}): number =>
  valueAt(legQuantiles(fitLegs(records), leg(asked))!, 0.5);

const elsewhere = [1, 2, 3, 4].flatMap((n) => travelled(30, 1, { origin: `O${n}`, lane: `L${n}` }));

describe('a lane', () => {
  test('with many journeys is as they were', () => {
    expect(medianOf([...elsewhere, ...travelled(200, 1.5)])).toBeCloseTo(15, 0);
  });
  test('with few lies between them and what is usual', () => {
    const few = medianOf([...elsewhere, ...travelled(2, 1.5)]);
    const more = medianOf([...elsewhere, ...travelled(12, 1.5)]);
    expect(few).toBeGreaterThan(10.2);
    expect(more).toBeGreaterThan(few + 0.5);
    expect(more).toBeLessThan(15);
  });
  test('never seen is answered from its origin, and wider than one that is known', () => {
    const fromBrno = [1.3, 1.4, 1.5, 1.6].flatMap((multiple, n) => travelled(40, multiple, { lane: `Brno–${n}` }));
    const model = fitLegs([...elsewhere, ...fromBrno]);
    const width = (lane: string) => {
      const quantiles = legQuantiles(model, leg({ lane }))!;
      return valueAt(quantiles, 0.9) - valueAt(quantiles, 0.1);
    };
    expect(valueAt(legQuantiles(model, leg({ lane: 'Brno–Graz' }))!, 0.5)).toBeGreaterThan(11.5);
    expect(width('Brno–Graz')).toBeGreaterThan(1.3 * width('Brno–1'));
  });
});

describe('time of day and carrier', () => {
  const both = (change: Partial<Leg>, multiple: number) => [
    ...travelled(60, 1, { lane: 'A' }),
    ...travelled(60, multiple, { lane: 'A', ...change }),
  ];
  test.each<[string, Partial<Leg>]>([
    ['the evening rush', { startHour: 19 }],
    ['a slow carrier', { carrier: 'south' }],
  ])('%s is learned on one lane and told on another', (_, change) => {
    const records = [...both(change, 1.2), ...travelled(60, 1, { lane: 'B' })];
    expect(medianOf(records, { lane: 'B', ...change }) / medianOf(records, { lane: 'B' })).toBeGreaterThan(1.08);
  });
  test('a carrier that has the slow lanes is not taken for a slow carrier', () => {
    const records = [...travelled(60, 1.5, { lane: 'slow', carrier: 'south' }), ...travelled(60, 1, { lane: 'fast' })];
    expect(medianOf(records, { lane: 'fast', carrier: 'south' })).toBeCloseTo(medianOf(records, { lane: 'fast' }), 6);
  });
});

test('a kind of which nothing was learned is not answered', () => {
  expect(legQuantiles(fitLegs(elsewhere), leg({ kind: 'sea' }))).toBeUndefined();
});

test('a journey of no time is refused', () => {
  expect(() => fitLegs([{ ...leg(), hours: 0 }])).toThrow(RangeError);
});
