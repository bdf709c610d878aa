import { describe, expect, test } from 'vitest';
import { admit, clockSeconds } from './clock.ts';
import { type Caller, planDock } from './dock.ts';
import type { Plant } from './network.ts';
import { evenPatterns, gapsOf, patternOf, weekdaysOf } from './patterns.ts';
import { chargeableKg, fullLoadPrice, groupagePrice } from './tariffs.ts';
import { TARIFF, WORKDAYS } from './test-networks.ts';
import { sampleWeeks } from './weeks.ts';

const HOUR = 3600;

describe('patterns', () => {
  test.each([
    [[1], [5]],
    [
      [1, 4],
      [2, 3],
    ],
    [
      [1, 3, 5],
      [1, 2, 2],
    ],
    [
      [1, 2, 3, 4, 5],
      [1, 1, 1, 1, 1],
    ],
    [
      [1, 2],
      [4, 1],
    ],
  ])('on %j the gaps are %j working days', (weekdays, gaps) => {
    expect(gapsOf(patternOf(weekdays), WORKDAYS)).toEqual(gaps);
  });

  test('two pick-ups are even with two working days at least in between', () => {
    expect(evenPatterns(2, WORKDAYS).map((pattern) => weekdaysOf(pattern).join(''))).toEqual([
      '13',
      '14',
      '24',
      '25',
      '35',
    ]);
  });

  test.each([1, 2, 3, 4, 5])('%d pick-ups: the gaps of every pattern fill the week', (frequency) => {
    for (const pattern of evenPatterns(frequency, WORKDAYS))
      expect(gapsOf(pattern, WORKDAYS).reduce((sum, gap) => sum + gap, 0)).toBe(5);
  });

  test('a week has no sixth working day', () => expect(evenPatterns(6, WORKDAYS)).toEqual([]));
});

describe('tariffs', () => {
  test.each([
    ['minimum', { kg: 100, km: 50 }, 40],
    ['by weight class and band', { kg: 800, km: 250 }, 150],
    ['the next class where it is cheaper at its lower end', { kg: 900, km: 50 }, 100],
    ['its own class where it is not', { kg: 600, km: 50 }, 90],
    ['nothing for nothing', { kg: 0, km: 50 }, 0],
    ['too far', { kg: 100, km: 1001 }, Number.POSITIVE_INFINITY],
    ['too heavy', { kg: 10_001, km: 50 }, Number.POSITIVE_INFINITY],
  ])('groupage: %s', (_name, consignment, price) => expect(groupagePrice(TARIFF, consignment)).toBe(price));

  test.each([
    ['mass', [9000, 1, 1, 1], 9000],
    ['volume', [100, 10, 1, 1], 2500],
    ['loading metres', [100, 1, 4, 1], 6000],
    ['places', [100, 1, 0, 10], 3000],
  ])('what counts is %s', (_name, amounts, kg) => expect(chargeableKg(TARIFF, amounts)).toBe(kg));

  test('a full load has its minimum, and empties their part', () => {
    const tariff = { base: 100, perKm: 1.5, minimum: 250, emptiesShare: 0.6 };
    expect(fullLoadPrice(tariff, 50, false)).toBe(250);
    expect(fullLoadPrice(tariff, 200, true)).toBe(640);
  });
});

describe('weeks', () => {
  test('have mean 1 and the stated variation, and are the same for the same seed', () => {
    const weeks = sampleWeeks([0.3, 0], { weeks: 4000, seed: 7 });
    const first = weeks.filter((_, i) => i % 2 === 0);
    const mean = first.reduce((sum, factor) => sum + factor, 0) / first.length;
    const deviation = Math.sqrt(first.reduce((sum, factor) => sum + (factor - mean) ** 2, 0) / first.length);
    expect(mean).toBeCloseTo(1, 1);
    expect(deviation).toBeCloseTo(0.3, 1);
    expect(weeks.filter((_, i) => i % 2 === 1).every((factor) => factor === 1)).toBe(true);
    expect(sampleWeeks([0.3, 0], { weeks: 4000, seed: 7 })).toEqual(weeks);
  });
});

const PLANT: Plant = {
  ...{ id: 'plant', weekdays: WORKDAYS, open: { fromSeconds: 6 * HOUR, toSeconds: 14 * HOUR }, bays: 1 },
  ...{ unloadSeconds: 3600, unloadSecondsPerPlace: 0 },
};

describe('the gate', () => {
  test.each([
    ['in time', 1, 8 * HOUR, 0, 8 * HOUR],
    ['too early', 1, 4 * HOUR, 0, 6 * HOUR],
    ['too late to be done today', 1, 13.5 * HOUR, 1, 6 * HOUR],
    ['on Friday evening', 5, 20 * HOUR, 0, 6 * HOUR],
    ['two days on the road', 1, 48 * HOUR + 9 * HOUR, 2, 9 * HOUR],
  ] as const)('%s', (_name, weekday, seconds, day, at) => {
    expect(admit(PLANT, { weekday, seconds, unloadSeconds: HOUR })).toMatchObject({ day, seconds: at });
  });

  test.each([
    [4.5, 4.5],
    [5, 5.75],
    [9, 9.75],
    [10, 10 + 0.75 + 11],
    [14, 14 + 2 * 0.75 + 11],
  ])('%d hours at the wheel take %d by the clock', (driving, clock) =>
    expect(clockSeconds(driving * HOUR)).toBe(clock * HOUR),
  );
});

describe('the dock', () => {
  const caller = (hours: number[], change: Partial<Caller> = {}): Caller => ({
    choices: hours.map((hour) => ({ arrivals: [{ day: 0, seconds: hour * HOUR }], extraCost: 0, key: 0 })),
    ...{ unloadSeconds: HOUR, trucks: 1 },
    ...change,
  });

  test('two that want the same hour get one each, when one can give way', () => {
    const { chosen, overloadMinutes, peakPerHour } = planDock(PLANT, [caller([8]), caller([8, 9])]);
    expect({ chosen, overloadMinutes, peakPerHour }).toEqual({ chosen: [0, 1], overloadMinutes: 0, peakPerHour: 1 });
  });

  test('who cannot give way stands, and the minutes are counted', () => {
    expect(planDock(PLANT, [caller([8]), caller([8])]).overloadMinutes).toBe(60);
  });

  test('with a bay more nobody stands', () => {
    expect(planDock({ ...PLANT, bays: 2 }, [caller([8]), caller([8])]).overloadMinutes).toBe(0);
  });

  test('as level as the best of all combinations, on small instances', () => {
    const callers = [caller([6, 7, 8]), caller([6, 7]), caller([7, 8, 9]), caller([6, 9]), caller([8, 9])];
    const plant = { ...PLANT, bays: 5 };
    const unevenness = (hours: number[]) =>
      Object.values(Object.groupBy(hours, (hour) => hour)).reduce((sum, list) => sum + list!.length ** 2, 0);
    let least = Number.POSITIVE_INFINITY;
    const hoursOf = (caller: Caller) => caller.choices.map(({ arrivals }) => arrivals[0]!.seconds / HOUR);
    const visit = (index: number, hours: number[]): void => {
      if (index === callers.length) least = Math.min(least, unevenness(hours));
      else for (const hour of hoursOf(callers[index]!)) visit(index + 1, [...hours, hour]);
    };
    visit(0, []);
    const { chosen } = planDock(plant, callers);
    expect(unevenness(chosen.map((choice, i) => hoursOf(callers[i]!)[choice]!))).toBe(least);
  });

  test('a cheap time is kept as long as it makes no queue', () => {
    const dear = caller([8, 9]);
    dear.choices[1]!.extraCost = 100;
    expect(planDock({ ...PLANT, bays: 2 }, [caller([8]), dear]).chosen).toEqual([0, 0]);
    expect(planDock(PLANT, [caller([8]), dear]).chosen).toEqual([0, 1]);
  });
});
