import { describe, expect, test } from 'vitest';
import { directOptions } from './direct.ts';
import { inspectNetwork } from './findings.ts';
import { groupageOptions } from './groupage.ts';
import { mayShare, milkRunOption, tourPatterns } from './milk-run.ts';
import type { PlanLane, PlanNetwork } from './network.ts';
import { stockOf } from './option.ts';
import { prepare, restOf, weekOf } from './prepared.ts';
import { LORRY, lane, networkAt } from './test-networks.ts';

const HOUR = 3600;
const prepared = (network: PlanNetwork) => prepare(network, inspectNetwork(network).usable, { seed: 1 });

/** Two suppliers 100 and 120 km away on one tour, twice a week. */
function tourOf(change: { first?: Partial<PlanLane>; network?: Partial<PlanNetwork>; frequency?: number } = {}) {
  const ready = prepared(networkAt([100, 120], change.network, [lane('s1', change.first), lane('s2')]));
  const patterns = tourPatterns(ready, [0, 1], change.frequency ?? 2);
  if (!mayShare(ready, [0, 1], 0) || patterns.length === 0) return undefined;
  return milkRunOption(ready, { lanes: [0, 1], truck: 0, patterns });
}

describe('a tour over two suppliers', () => {
  test.each([
    ['as it is', {}, true],
    [
      'too heavy once a week',
      { first: { weekly: { massKg: 19_000, volumeM3: 1, loadingMeters: 1, palletPlaces: 1 } }, frequency: 1 },
      false,
    ],
    [
      'not too heavy twice a week',
      { first: { weekly: { massKg: 19_000, volumeM3: 1, loadingMeters: 1, palletPlaces: 1 } } },
      true,
    ],
    [
      'too long for the floor',
      { first: { weekly: { massKg: 1, volumeM3: 1, loadingMeters: 10, palletPlaces: 1 } }, frequency: 1 },
      false,
    ],
    [
      'stacked it fits',
      { first: { weekly: { massKg: 1, volumeM3: 1, loadingMeters: 10, palletPlaces: 1 }, layers: 2 }, frequency: 1 },
      true,
    ],
    [
      'empties do not fit on the way out',
      { first: { empties: { massKg: 1, volumeM3: 91, loadingMeters: 1, palletPlaces: 1 } }, frequency: 1 },
      false,
    ],
    ['one hands over on Tuesdays only', { first: { weekdays: [2] } }, false],
    ['once a week on that Tuesday', { first: { weekdays: [2] }, frequency: 1 }, true],
    ['one wants three pick-ups', { first: { pickupsPerWeek: { least: 3 } } }, false],
    ['three of them', { first: { pickupsPerWeek: { least: 3 } }, frequency: 3 }, true],
    ['more than one may have', { first: { pickupsPerWeek: { most: 2 } }, frequency: 3 }, false],
    ['no room for half a week at the supplier', { first: { places: { supplier: 5 } } }, false],
    ['room for a day', { first: { places: { supplier: 5 } }, frequency: 5 }, true],
    ['no room at the plant', { first: { places: { plant: 5 } } }, false],
    ['one does not let lorries in', { first: { vehicles: ['van'] } }, false],
    ['one wants no tours', { first: { concepts: ['direct', 'groupage'] } }, false],
    [
      'goods that may not share a truck',
      { first: { goodsClass: 'acid' }, network: { incompatibleClasses: [['acid', 'acid']] } },
      false,
    ],
    [
      'more hours than a tour may take',
      { network: { vehicles: [{ ...LORRY, milkRun: { ...LORRY.milkRun!, mostHours: 4 } }] } },
      false,
    ],
    [
      'more stops than a tour may have',
      { network: { vehicles: [{ ...LORRY, milkRun: { ...LORRY.milkRun!, mostStops: 1 } }] } },
      false,
    ],
    ['a truck that drives no tours', { network: { vehicles: [{ ...LORRY, milkRun: undefined }] } }, false],
  ] as [string, Parameters<typeof tourOf>[0], boolean][])('%s', (_name, change, isPossible) => {
    expect(tourOf(change) !== undefined).toBe(isPossible);
  });

  test('by hand: 240 km, 2 stops, driving and service twice a week', () => {
    const option = tourOf()!;
    // 100 and 120 km at 70 km/h, 20 km between at 50: the default pace; 30 minutes at each stop; no break below 4.5 h.
    const hours = 100 / 70 + 20 / 50 + 120 / 70 + 1;
    expect(option.trip!.meters / 1000).toBeCloseTo(240, 0);
    expect(option.costs.milkRuns).toBeCloseTo(2 * (60 + 0.8 * 240 + 25 * hours + 40), 0);
    expect(option.costs.dock).toBe(20);
    expect(option.costs.overflow).toBe(0);
  });

  test('one way it starts at its first stop, and empties are paid apart', () => {
    const vehicles = [{ ...LORRY, milkRun: { ...LORRY.milkRun!, perHour: 0, oneWay: { emptiesShare: 0.5 } } }];
    const empties = { massKg: 100, volumeM3: 30, loadingMeters: 4, palletPlaces: 10 };
    const ready = prepared(networkAt([100, 120], { vehicles }, [lane('s1', { empties }), lane('s2')]));
    const option = milkRunOption(ready, { lanes: [1, 0], truck: 0, patterns: tourPatterns(ready, [0, 1], 1) })!;
    expect(option.trip!.meters / 1000).toBeCloseTo(120, 0);
    // Empties fill a third of a truck: one of three trucks takes them back, at half the price.
    expect(option.costs.milkRuns).toBeCloseTo((1 + 0.5 / 3) * (60 + 0.8 * 120 + 40), 0);
    const usual = milkRunOption({ ...ready, plain: true }, { lanes: [1, 0], truck: 0, patterns: option.patterns })!;
    expect(usual.costs.milkRuns).toBeCloseTo(1.5 * (60 + 0.8 * 120 + 40), 0);
  });

  test('a driver rests on the way: 700 km there and back take a night', () => {
    const vehicles = [{ ...LORRY, milkRun: { ...LORRY.milkRun!, mostHours: 60 } }];
    const ready = prepared(networkAt([700], { vehicles }));
    const option = milkRunOption(ready, { lanes: [0], truck: 0, patterns: tourPatterns(ready, [0], 1) })!;
    expect(option.trip!.durationSeconds).toBeGreaterThan((1400 / 70 + 11) * HOUR);
  });

  test('swinging volumes make overflow that has its price', () => {
    const nearlyFull = { massKg: 16_000, volumeM3: 1, loadingMeters: 1, palletPlaces: 1 };
    const tour = (variation: number, network = {}) =>
      tourOf({ first: { weekly: nearlyFull, variation }, network, frequency: 1 });
    expect(tour(0)!.costs.overflow).toBe(0);
    expect(tour(0.4)!.costs.overflow).toBeGreaterThan(20);
  });

  test('a tour that would often overflow is not fixed for a season', () => {
    const rates = { ...networkAt([1]).rates, mostOverflow: 0.1 };
    const weekly = { massKg: 16_000, volumeM3: 1, loadingMeters: 1, palletPlaces: 1 };
    expect(tourOf({ first: { weekly, variation: 0.4 }, network: { rates }, frequency: 1 })).toBeUndefined();
    expect(tourOf({ first: { weekly, variation: 0.4 }, network: { rates } })).toBeDefined();
  });
});

describe('stock', () => {
  test.each([
    [1, 0.5],
    [2, 13 / 50],
    [5, 0.1],
  ])('%d pick-ups a week leave %d of a week at each end', (frequency, weeks) => {
    const ready = prepared(
      networkAt([100], {
        rates: { stockPerYear: 52, placePerWeek: 0, perTonneCo2: 0, perArrival: 0, overflowFactor: 1, mostOverflow: 1 },
      }),
    );
    const { gaps } = ready.rhythms[frequency]!;
    // A yearly rate of 52 makes a week's value of stock cost just that.
    expect(stockOf(ready, ready.lanes[0]!, { gaps, transitDays: 0 }).cost).toBeCloseTo(2 * weeks * 20_000, 6);
  });

  test('more pick-ups cost less stock and more transport', () => {
    const ready = prepared(networkAt([100]));
    const options = groupageOptions(ready, ready.lanes[0]!);
    expect(options.length).toBe(5);
    for (const [i, option] of options.entries()) {
      if (i === 0) continue;
      expect(option.costs.stock).toBeLessThan(options[i - 1]!.costs.stock);
      expect(option.costs.groupage).toBeGreaterThan(options[i - 1]!.costs.groupage);
    }
  });
});

describe('full loads', () => {
  const big = lane('s1', { weekly: { massKg: 60_000, volumeM3: 30, loadingMeters: 4, palletPlaces: 11 } });

  test('two and a half lorries are two that run anyway and a half to plan', () => {
    const ready = prepared(networkAt([100], { vehicles: [LORRY] }, [big]));
    expect(ready.lanes[0]).toMatchObject({ baseLoads: 2, fullShare: 2.5 });
    expect(restOf(ready.lanes[0]!)).toBeCloseTo(0.2, 12);
    expect(weekOf(ready.lanes[0]!, 1.3)).toEqual({ loads: 3, rest: expect.closeTo(0.25 / 2.5, 12) });
  });

  test('just two lorries leave one of them to plan', () => {
    const ready = prepared(
      networkAt([100], { vehicles: [LORRY] }, [{ ...big, weekly: { ...big.weekly, massKg: 48_000 } }]),
    );
    expect(ready.lanes[0]!.baseLoads).toBe(1);
  });

  test('a lane that needs one truck pays one a week', () => {
    const ready = prepared(networkAt([200], { vehicles: [LORRY] }));
    expect(directOptions(ready, ready.lanes[0]!)[0]!.costs.fullLoads).toBeCloseTo(100 + 1.5 * 200, 0);
  });
});
