import { describe, expect, test } from 'vitest';
import { baseOf, directOptions } from './direct.ts';
import { inspectNetwork } from './findings.ts';
import { haul } from './haul.ts';
import { driveOnce } from './milk-run.ts';
import type { PlanLane, PlanNetwork } from './network.ts';
import { prepare } from './prepared.ts';
import { LORRY, lane, networkAt } from './test-networks.ts';

/** Two and a half lorries a week; what goes back empty fills a third of one. */
const EMPTIES = { massKg: 1000, volumeM3: 30, loadingMeters: 4, palletPlaces: 10 };
const BIG = lane('s1', {
  weekly: { massKg: 60_000, volumeM3: 30, loadingMeters: 4, palletPlaces: 11 },
  empties: EMPTIES,
});
const HIRED = { ...LORRY, milkRun: undefined };

function readyAt(km: number, change: Partial<PlanNetwork> = {}, big: PlanLane = BIG, plain = false) {
  const network = networkAt([km], { vehicles: [HIRED], ...change }, [big]);
  return prepare(network, inspectNetwork(network).usable, { seed: 1, plain });
}
/** The two full loads that run every week, four fifths of it. */
const twoOf = (ready: ReturnType<typeof readyAt>) =>
  haul(ready, ready.lanes[0]!, { truck: 0, loads: 2, massKg: 24_000, part: 0.8 });
/** A hired lorry over 200 km, and what it takes for the empties on the way back. */
const [PRICE, BACK] = [100 + 1.5 * 200, 0.6 * (100 + 1.5 * 200)];

describe('full loads and their empties', () => {
  test('as usually hired, every truck takes some back', () => {
    const { freight, waiting } = twoOf(readyAt(200, {}, BIG, true));
    expect(freight).toBeCloseTo(2 * (PRICE + BACK), 0);
    expect(waiting).toBe(0);
  });

  test('go back on as many trucks as they fill; what waits for a truck has its places', () => {
    const { freight, waiting } = twoOf(readyAt(200));
    const filled = 0.8 / 3;
    expect(freight).toBeCloseTo(2 * PRICE + filled * BACK, 0);
    const { placePerWeek } = networkAt([1]).rates;
    expect(waiting).toBeCloseTo((1 - filled / 2) * 34 * placePerWeek, 6);
  });

  test('go back with every truck where waiting for them is dearer', () => {
    const rates = { ...networkAt([1]).rates, placePerWeek: 1000 };
    expect(twoOf(readyAt(200, { rates })).freight).toBeCloseTo(2 * (PRICE + BACK), 0);
  });

  test('emit less when fewer trucks take them', () => {
    expect(twoOf(readyAt(200)).grams).toBeLessThan(twoOf(readyAt(200, {}, BIG, true)).grams);
  });

  test('near the plant a shuttle is cheaper, with its empties on the way out; far from it a hired truck', () => {
    const near = readyAt(60, { vehicles: [LORRY] });
    const trip = driveOnce(near, { lanes: [0], truck: 0, patterns: near.rhythms[1]!.patterns })!;
    expect(trip.cost).toBeLessThan(LORRY.fullLoad!.minimum);
    expect(twoOf(near)).toMatchObject({ freight: 2 * trip.cost, waiting: 0 });
    expect(twoOf(readyAt(600, { vehicles: [LORRY] })).freight).toBeCloseTo(2 * 1000 + (0.8 / 3) * 600, 0);
  });

  test('are no shuttle where the empties of a load do not fit on its way out', () => {
    const bulky = { ...BIG, empties: { ...EMPTIES, volumeM3: 600 } };
    const ready = readyAt(60, { vehicles: [LORRY] }, bulky);
    expect(twoOf(ready).freight).toBeCloseTo(2 * 1.6 * 250, 0);
  });
});

describe('what fills no truck', () => {
  const restOf = (change: Partial<PlanLane>, plain = false) => {
    const ready = readyAt(200, {}, { ...BIG, empties: undefined, ...change }, plain);
    const options = directOptions(ready, ready.lanes[0]!);
    return { options, base: baseOf(ready, ready.lanes[0]!) };
  };
  const cheapest = ({ options }: ReturnType<typeof restOf>) => Math.min(...options.map(({ costs }) => costs.fullLoads));

  test('is carried into the next week: trucks are called as they fill', () => {
    const carried = restOf({});
    expect(carried.base.costs.fullLoads).toBeCloseTo(2 * PRICE, 0);
    expect(cheapest(carried)).toBeCloseTo(0.5 * PRICE, 0);
    expect(cheapest(restOf({}, true))).toBeCloseTo(PRICE, 0);
  });

  test('is cleared every week where full loads alone do not come often enough', () => {
    expect(cheapest(restOf({ pickupsPerWeek: { least: 3 } }))).toBeCloseTo(PRICE, 0);
  });
});
