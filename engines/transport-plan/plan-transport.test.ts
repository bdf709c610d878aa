import { Random } from '@intakt/routing';
import { describe, expect, test } from 'vitest';
import { directOptions } from './direct.ts';
import { evaluatePlan } from './evaluate-plan.ts';
import { inspectNetwork } from './findings.ts';
import { groupageOptions } from './groupage.ts';
import { mayShare, milkRunOption, tourPatterns } from './milk-run.ts';
import type { PlanLane, PlanNetwork } from './network.ts';
import { planTransport } from './plan-transport.ts';
import { type Prepared, prepare } from './prepared.ts';
import { stressPlan } from './stress-plan.ts';
import { LORRY, lane, networkAt, randomNetwork, TARIFF } from './test-networks.ts';

const HOUR = 3600;

describe('the plan', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'costs what the best of all partitions, orders, trucks and frequencies costs (seed %d)',
    async (seed) => {
      const network = randomNetwork(new Random(seed), 5);
      const plan = await planTransport(network, { seed });
      const ready = prepare(network, inspectNetwork(network).usable, { seed });
      expect(ready.lanes.every(({ baseLoads }) => baseLoads === 0)).toBe(true);
      expect(plan.cost).toBeCloseTo(leastOf(ready), 4);
      expect(plan.findings).toEqual([]);
    },
  );

  test('is never dearer than direct and groupage, and its bound never above it', async () => {
    for (const seed of [11, 12, 13]) {
      const network = randomNetwork(new Random(seed), 14);
      const [plan, without] = await Promise.all([
        planTransport(network, { seed }),
        planTransport(network, { seed, concepts: ['direct', 'groupage'] }),
      ]);
      expect(plan.cost).toBeLessThanOrEqual(without.cost + 1e-6);
      expect(plan.bound).toBeLessThanOrEqual(plan.cost + 1e-6);
      expect(without.tours).toEqual([]);
    }
  });

  test('serves every lane once, keeps windows and docks, and says the same when stated', async () => {
    const network = randomNetwork(new Random(21), 16);
    const plan = await planTransport(network, { seed: 3 });
    expect(plan.lanes.map(({ lane: id }) => id)).toEqual(network.lanes.map(({ id }) => id));
    expect(plan.tours.length).toBeGreaterThan(0);
    expect(plan.dockOverloadMinutes).toBe(0);
    for (const tour of plan.tours) {
      for (const stop of tour.stops) {
        const { window } = network.lanes.find(({ id }) => id === stop.lane)!;
        expect(stop.startSeconds % 86_400).toBeGreaterThanOrEqual(window.fromSeconds);
        expect(stop.startSeconds % 86_400).toBeLessThanOrEqual(window.toSeconds);
      }
      for (const at of tour.plantSeconds) expect(at).toBeGreaterThanOrEqual(network.plant.open.fromSeconds);
      const stated = evaluatePlan(
        network,
        {
          lanes: [],
          tours: [
            {
              truck: tour.truck,
              lanes: tour.stops.map((stop) => stop.lane),
              weekdays: tour.weekdays,
              departureSeconds: tour.departureSeconds,
            },
          ],
        },
        { seed: 3 },
      );
      expect(stated.tours[0]).toMatchObject({ cost: tour.cost, plantSeconds: tour.plantSeconds, fill: tour.fill });
    }
  });

  test('is the same for the same seed', async () => {
    const network = randomNetwork(new Random(31), 12);
    const [first, second] = await Promise.all([1, 1].map((seed) => planTransport(network, { seed })));
    expect(second).toEqual(first);
  });

  test('a cancelled one keeps its best, which is a whole plan', async () => {
    const network = randomNetwork(new Random(41), 14);
    const whole = await planTransport(network, { seed: 1 });
    for (const patience of [0, 1, 3]) {
      let asked = 0;
      const plan = await planTransport(network, { seed: 1, isCancelled: () => ++asked > patience });
      expect(plan.lanes).toHaveLength(14);
      expect(plan.cost).toBeGreaterThanOrEqual(whole.cost - 1e-6);
    }
  });

  test('tells of every better plan, each cheaper than the one before', async () => {
    const costs: number[] = [];
    await planTransport(randomNetwork(new Random(51), 14), { seed: 1, onBetter: ({ cost }) => costs.push(cost) });
    expect(costs.length).toBeGreaterThan(1);
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  });
});

describe('what cannot be planned is named, and the rest is planned', () => {
  const bad = (change: Partial<PlanLane>): PlanNetwork => networkAt([100, 120], {}, [lane('s1'), lane('s2', change)]);
  test.each([
    ['VOLUME_WRONG', bad({ weekly: { massKg: -5, volumeM3: 1, loadingMeters: 1, palletPlaces: 1 } })],
    ['VOLUME_WRONG', bad({ layers: 0 })],
    ['VOLUME_ZERO', bad({ weekly: { massKg: 0, volumeM3: 0, loadingMeters: 0, palletPlaces: 0 } })],
    ['WINDOW_CLOSED', bad({ window: { fromSeconds: 10 * HOUR, toSeconds: 8 * HOUR } })],
    ['WEEKDAYS_NONE', bad({ weekdays: [6] })],
    ['HUB_UNKNOWN', bad({ hub: 'nowhere' })],
    ['VEHICLE_UNKNOWN', bad({ vehicles: ['sled'] })],
    ['DUPLICATE_LANE', bad({ id: 's1' })],
    ['NO_CONCEPT', bad({ concepts: ['milk-run'] })],
    ['NO_CONCEPT', bad({ vehicles: ['van'], hub: undefined, concepts: ['groupage'] })],
  ])('%s', async (code, network) => {
    const plan = await planTransport(network, { seed: 1 });
    expect(plan.findings).toEqual([expect.objectContaining({ code })]);
    expect(plan.lanes.map(({ lane: id }) => id)).toEqual(['s1']);
  });

  const whole = networkAt([100]);
  test.each([
    ['MATRIX_SIZE', { ...whole, seconds: [1] }],
    ['MATRIX_NEGATIVE', { ...whole, distanceMeters: Array.from(whole.distanceMeters, (meters) => -meters) }],
    ['PLANT_CLOSED', { ...whole, plant: { ...whole.plant, bays: 0 } }],
    ['PLANT_CLOSED', { ...whole, plant: { ...whole.plant, open: { fromSeconds: 9, toSeconds: 9 } } }],
    ['VEHICLE_EMPTY', { ...whole, vehicles: [{ ...LORRY, capacity: { ...LORRY.capacity, massKg: 0 } }] }],
    ['TARIFF_WRONG', { ...whole, hubs: [{ ...whole.hubs[0]!, tariff: { ...TARIFF, fromKg: [0, 500, 400, 5000] } }] }],
    ['TARIFF_WRONG', { ...whole, hubs: [{ ...whole.hubs[0]!, tariff: { ...TARIFF, per100Kg: [[1]] } }] }],
  ])('%s leaves nothing to plan', async (code, network) => {
    const plan = await planTransport(network, { seed: 1 });
    expect(plan.findings.map((one) => one.code)).toContain(code);
    expect(plan.lanes).toEqual([]);
  });

  test('a place that no road reaches', async () => {
    const network = networkAt([100, 120]);
    const size = 4;
    const distanceMeters = Float64Array.from(network.distanceMeters, (meters, i) =>
      i === 2 * size ? Number.POSITIVE_INFINITY : meters,
    );
    const plan = await planTransport({ ...network, distanceMeters }, { seed: 1 });
    expect(plan.findings[0]).toMatchObject({ code: 'DISCONNECTED', subject: 's2' });
    expect(plan.lanes).toHaveLength(1);
  });

  test('docks that are too few say so, and by how much', async () => {
    const network = networkAt(
      [100, 110, 120],
      {},
      ['a', 'b', 'c'].map((id) =>
        lane(id, { weekly: { massKg: 400_000, volumeM3: 1, loadingMeters: 1, palletPlaces: 1 } }),
      ),
    );
    const plan = await planTransport(
      { ...network, plant: { ...network.plant, bays: 1, unloadSeconds: 3 * HOUR } },
      { seed: 1 },
    );
    expect(plan.findings).toEqual([
      expect.objectContaining({
        code: 'DOCK_FULL',
        message: expect.stringMatching(/1 bays, and trucks stand for \d+ minutes/),
      }),
    ]);
  });
});

describe('a stated plan', () => {
  const network = networkAt([100, 120]);

  test('is priced as it is, by whole trucks on each of its days', () => {
    const plan = evaluatePlan(
      network,
      {
        lanes: [
          { lane: 's1', concept: 'direct', weekdays: [1, 3], truck: 'lorry' },
          { lane: 's2', concept: 'groupage', weekdays: [2] },
        ],
        tours: [],
      },
      { seed: 1 },
    );
    expect(plan.costs.fullLoads).toBeCloseTo(2 * 250, 0);
    expect(plan.lanes.map(({ weekdays }) => weekdays)).toEqual([[1, 3], [2]]);
    expect(plan.findings).toEqual([]);
  });

  test.each([
    ['a lane that it leaves out', { lanes: [], tours: [] }, /does not serve s1/],
    [
      'a lane that is not there',
      { lanes: [{ lane: 'x', concept: 'direct', weekdays: [1] }], tours: [] },
      /x is no lane/,
    ],
    [
      'a day on which nobody hands over',
      { lanes: [{ lane: 's1', concept: 'direct', weekdays: [7] }], tours: [] },
      /not on \[7\]/,
    ],
    [
      'a lane served twice',
      {
        lanes: [{ lane: 's1', concept: 'direct', weekdays: [1] }],
        tours: [{ truck: 'lorry', lanes: ['s1'], weekdays: [1] }],
      },
      /served already/,
    ],
    [
      'a tour that meets no window',
      { lanes: [], tours: [{ truck: 'van', lanes: ['s1', 's2'], weekdays: [1] }] },
      /too full/,
    ],
  ] as const)('names %s', (_name, stated, message) => {
    const plan = evaluatePlan(network, structuredClone(stated) as never, { seed: 1 });
    expect(plan.findings.some((finding) => message.test(finding.message))).toBe(true);
  });
});

describe('stress', () => {
  test('weeks that swing overflow, weeks that do not fill as planned', async () => {
    const swinging = (variation: number) =>
      networkAt(
        [100, 105, 110],
        {},
        ['a', 'b', 'c'].map((id) =>
          lane(id, { variation, weekly: { massKg: 7000, volumeM3: 10, loadingMeters: 4, palletPlaces: 10 } }),
        ),
      );
    const plan = await planTransport(swinging(0), { seed: 1 });
    expect(plan.tours).toHaveLength(1);
    const calm = stressPlan(swinging(0), plan, { weeks: 20, seed: 9 });
    expect(calm.overflowShare).toBe(0);
    expect(calm.tours[0]!.fillP50).toBeCloseTo(plan.tours[0]!.fill, 9);
    const wild = stressPlan(swinging(0.5), plan, { weeks: 200, seed: 9 });
    expect(wild.overflowShare).toBeGreaterThan(0.05);
    expect(wild.tours[0]!.fillP10).toBeLessThan(wild.tours[0]!.fillP90);
  });

  test('a plan made for swings leaves more room than one made for the mean', async () => {
    const rates = { ...networkAt([1]).rates, mostOverflow: 0.1 };
    const network = (variation: number) =>
      networkAt(
        [100, 105, 110, 115],
        { rates },
        ['a', 'b', 'c', 'd'].map((id) =>
          lane(id, { variation, weekly: { massKg: 5900, volumeM3: 10, loadingMeters: 3, palletPlaces: 8 } }),
        ),
      );
    const [blind, robust] = await Promise.all(
      [0, 0.35].map((variation) => planTransport(network(variation), { seed: 1 })),
    );
    const overflow = (plan: typeof blind) => stressPlan(network(0.35), plan!, { weeks: 400, seed: 77 }).overflowShare;
    expect(overflow(robust)).toBeLessThan(overflow(blind) / 2);
  });
});

/** The cheapest way to serve all lanes, by trying everything. */
function leastOf(prepared: Prepared): number {
  const blocks = new Map<number, number>();
  const count = prepared.lanes.length;
  for (let set = 1; set < 1 << count; set++)
    blocks.set(
      set,
      leastForBlock(
        prepared,
        prepared.lanes.map(({ number }) => number).filter((lane) => set & (1 << lane)),
      ),
    );
  const best = new Array<number>(1 << count).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  for (let set = 1; set < 1 << count; set++)
    for (let block = set; block > 0; block = (block - 1) & set)
      best[set] = Math.min(best[set]!, best[set ^ block]! + blocks.get(block)!);
  return best[(1 << count) - 1]!;
}

function leastForBlock(prepared: Prepared, tour: number[]): number {
  let least = Number.POSITIVE_INFINITY;
  if (tour.length === 1) {
    const alone = prepared.lanes[tour[0]!]!;
    for (const { cost } of [...directOptions(prepared, alone), ...groupageOptions(prepared, alone)])
      least = Math.min(least, cost);
  }
  for (const order of ordersOf(tour)) {
    for (const truck of prepared.trucks.keys()) {
      for (let frequency = 1; frequency <= 5; frequency++) {
        const patterns = tourPatterns(prepared, order, frequency);
        if (patterns.length === 0 || !mayShare(prepared, order, truck)) continue;
        least = Math.min(least, milkRunOption(prepared, { lanes: order, truck, patterns })?.cost ?? least);
      }
    }
  }
  return least;
}

function ordersOf(items: number[]): number[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((first, i) => ordersOf(items.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}
