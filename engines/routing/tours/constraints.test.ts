import { describe, expect, test } from 'vitest';
import { evaluateTour, type PlannedTour, planTours } from '../plan-tours.ts';
import type { Lock, Order, RoutingProblem, VehicleType, Window } from '../problem.ts';
import { LORRY, lineProblem, pickUp } from '../test-problems.ts';
import { Docks } from './docks.ts';
import { driveTour } from './drive-tour.ts';
import { buildWorld, RELOAD, type Step } from './world.ts';

const HOUR = 3600;
const stopsOf = (...orders: string[]): Lock['stops'] => orders.map((order) => ({ order, at: 'pickup' }));
const judge = (problem: RoutingProblem, ...orders: string[]) =>
  evaluateTour(problem, { vehicle: 'lorry', stops: stopsOf(...orders) });

describe('goods that bear others', () => {
  test.each([
    ['flat on the floor', 14, {}, false],
    ['in two layers', 27, { layers: 2, stackedDimensions: ['loading metres'] }, true],
    ['in two layers, one pallet too many', 28, { layers: 2, stackedDimensions: ['loading metres'] }, false],
    ['in three layers', 40, { layers: 3, stackedDimensions: ['loading metres'] }, true],
    ['stacked in no dimension that is named', 14, { layers: 3 }, false],
  ] as [string, number, Partial<Order>, boolean][])('%s', (_, metres, stacking, fits) => {
    const problem = lineProblem(1, { orders: [pickUp('a', 'p1', { amounts: [1, metres], ...stacking })] });
    expect('stops' in judge(problem, 'a')).toBe(fits);
  });

  test('are as heavy in layers as on the floor', () => {
    const stacked = { amounts: [25, 10], layers: 2, stackedDimensions: ['loading metres'] };
    const answer = judge(lineProblem(1, { orders: [pickUp('a', 'p1', stacked)] }), 'a');
    expect(answer).toMatchObject({ feasible: false, reason: expect.stringContaining('tonnes') });
  });
});

describe('soft windows: reached at 3,600 s', () => {
  test.each([
    ['before it is due', { dueSeconds: 4000, lateCostPerHour: 80 }, 0],
    ['when it is due', { dueSeconds: 3600, lateCostPerHour: 80 }, 0],
    ['half an hour after', { dueSeconds: 1800, lateCostPerHour: 80 }, 40],
    ['after, at no price', { dueSeconds: 1800 }, 0],
    ['after its end', { dueSeconds: 1800, lateCostPerHour: 80, toSeconds: 3599 }, undefined],
  ] as [string, Partial<Window>, number | undefined][])('%s', (_, change, price) => {
    const windows = [{ fromSeconds: 0, toSeconds: 9000, ...change }];
    const orders = [{ id: 'a', pickup: { place: 'p1', windows, serviceSeconds: 0 }, amounts: [1, 1] }];
    const answer = judge(lineProblem(1, { orders }), 'a');
    expect((answer as PlannedTour).lateCost).toBe(price);
  });
});

describe('reloading between two full loads', () => {
  const orders = ['a', 'b', 'c'].map(
    (id): Order => ({ id, delivery: { place: 'p1', serviceSeconds: 0 }, amounts: [20, 1] }),
  );
  const drive = (trips: string[][], lorry: Partial<VehicleType>) => {
    const world = buildWorld(lineProblem(1, { orders, vehicles: [{ ...LORRY, ...lorry }] }));
    const taskOf = (id: string) => world.jobs.find(({ order }) => order.id === id)!.delivery!;
    const steps = trips.flatMap((trip, i): Step[] => [...(i > 0 ? [RELOAD as Step] : []), ...trip.map(taskOf)]);
    return driveTour(world, { truck: world.trucks[0]!, steps, docks: new Docks(world.bays), tour: 0 });
  };
  test.each([
    ['both at once are too heavy', [['a', 'b']], { reload: { maxTrips: 2, seconds: 900 } }, undefined],
    ['one trip each', [['a'], ['b']], { reload: { maxTrips: 2, seconds: 900 } }, 4 * HOUR + 900],
    ['a trip too many', [['a'], ['b'], ['c']], { reload: { maxTrips: 2, seconds: 900 } }, undefined],
    ['a truck that does not reload', [['a'], ['b']], {}, undefined],
    [
      'a shift that ends before the second trip',
      [['a'], ['b']],
      { reload: { maxTrips: 2, seconds: 900 }, shift: { fromSeconds: 0, toSeconds: 4 * HOUR } },
      undefined,
    ],
  ] as [string, string[][], Partial<VehicleType>, number | undefined][])('%s', (_, trips, lorry, duration) => {
    const driven = drive(trips, lorry);
    expect(driven.feasible ? driven.arrival - driven.departure : undefined).toBe(duration);
  });
});

describe('a bay at the plant, taken from 0 to 1,800 s by another tour', () => {
  test.each([
    ['one bay: it waits', 1, 1800],
    ['two bays: it does not', 2, 600],
    ['no number of bays: it does not', undefined, 600],
  ])('%s', (_, dockBays, start) => {
    const orders = [pickUp('a', 'p1')];
    const problem = lineProblem(1, { orders }, 600);
    problem.places[1] = { id: 'p1', ...(dockBays && { dockBays }) };
    const world = buildWorld(problem);
    const docks = new Docks(world.bays);
    docks.take(1, { tour: 7, from: 0, until: 1800 });
    const driven = driveTour(world, {
      truck: { ...world.trucks[0]!, type: { ...LORRY, shift: { fromSeconds: 0, toSeconds: 6 * HOUR } } },
      steps: [world.jobs[0]!.pickup!],
      docks,
      tour: 0,
    });
    expect(driven.feasible && driven.visits[0]!.start).toBe(start);
  });
});

describe('driver hours, ten hours of road there and back', () => {
  test.each([
    ['not asked for', {}, 10 * HOUR, 0, 0],
    ['a break, and a rest for the tenth hour', { driverHours: true }, 21.75 * HOUR, 0.75 * HOUR, 11 * HOUR],
  ] as [string, Partial<VehicleType>, number, number, number][])('%s', (_, lorry, duration, breaks, rests) => {
    const orders = [{ id: 'a', pickup: { place: 'p1', serviceSeconds: 0 }, amounts: [1, 1] }];
    const tour = judge(lineProblem(1, { orders, vehicles: [{ ...LORRY, ...lorry }] }, 5 * HOUR), 'a') as PlannedTour;
    expect([tour.arrivalSeconds - tour.departureSeconds, tour.breakSeconds, tour.restSeconds]).toEqual([
      duration,
      breaks,
      rests,
    ]);
  });
});

describe('travel by hour of departure', () => {
  const slow = (fromSeconds: number) => [
    { fromSeconds: 0, seconds: [0, HOUR, HOUR, 0] },
    { fromSeconds, seconds: [0, 2 * HOUR, 2 * HOUR, 0] },
  ];
  test.each([
    ['home before it slows down', 2 * HOUR, 2 * HOUR],
    ['slow on the way home', HOUR, 3 * HOUR],
    ['slow from the start', 1, 4 * HOUR],
  ])('%s', (_, fromSeconds, duration) => {
    const orders = [{ id: 'a', pickup: { place: 'p1', serviceSeconds: 0 }, amounts: [1, 1] }];
    const problem = lineProblem(1, { orders, travel: slow(fromSeconds) });
    const tour = judge(problem, 'a') as PlannedTour;
    expect(Math.round(tour.arrivalSeconds - tour.departureSeconds)).toBe(
      duration === 4 * HOUR ? duration - 1 : duration,
    );
  });
});

/** One stop an hour away costs 100 + 7.2 + 60 + 5 and its ten minutes, 5: 177.20. */
describe('visits for a prize', () => {
  test.each([
    ['worth more than they cost', 178, []],
    ['worth less', 177, ['a']],
    ['worth nothing', 0, ['a']],
    ['that have to be made', undefined, []],
  ])('%s', (_, prize, unplanned) => {
    const problem = lineProblem(1, { orders: [pickUp('a', 'p1', prize === undefined ? {} : { prize })] });
    const plan = planTours(problem, { seed: 1, iterations: 20 });
    expect([plan.unplanned, plan.findings]).toEqual([unplanned, []]);
  });
});

describe('locked beginnings of tours', () => {
  const orders = ['a', 'b', 'c'].map((id, i) => pickUp(id, `p${i + 1}`));
  test.each([
    ['nothing', [], 21_600],
    ['the farthest first', ['c'], 21_600],
    ['a way back that no search would drive', ['b', 'a'], 28_800],
    ['all of the tour', ['b', 'c', 'a'], 21_600],
  ])('%s', (_, locked, meters) => {
    const locks = locked.length > 0 ? [{ vehicle: 'lorry', stops: stopsOf(...locked) }] : [];
    const problem = lineProblem(3, { orders, locks, vehicles: [{ ...LORRY, count: 1 }] });
    const [tour] = planTours(problem, { seed: 1, iterations: 60 }).tours;
    expect(tour!.stops.map(({ order }) => order).slice(0, locked.length)).toEqual(locked);
    expect([tour!.stops.length, tour!.distanceMeters]).toEqual([3, meters]);
  });
});
