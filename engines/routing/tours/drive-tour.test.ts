import { describe, expect, test } from 'vitest';
import { evaluateTour, type PlannedTour } from '../plan-tours.ts';
import type { Lock, Order, RoutingProblem, VehicleType } from '../problem.ts';
import { LORRY, lineProblem, pickUp } from '../test-problems.ts';

const at = (...ids: string[]): Lock => ({
  vehicle: 'lorry',
  stops: ids.map((id) => ({ order: id.replace('>', ''), at: id.startsWith('>') ? 'delivery' : 'pickup' })),
});

function drive(orders: Order[], tour: Lock, lorry: Partial<VehicleType> = {}, change: Partial<RoutingProblem> = {}) {
  return evaluateTour(lineProblem(3, { orders, vehicles: [{ ...LORRY, ...lorry }], ...change }), tour);
}

const stop = (place: string, windows?: [number, number][]) => ({
  place,
  serviceSeconds: 600,
  ...(windows && { windows: windows.map(([fromSeconds, toSeconds]) => ({ fromSeconds, toSeconds })) }),
});

test('a tour costs its truck, its way, its time and its stops', () => {
  const tour = drive([pickUp('a', 'p1'), pickUp('b', 'p2')], at('a', 'b')) as PlannedTour;
  expect(tour).toMatchObject({ distanceMeters: 14_400, drivingSeconds: 14_400, arrivalSeconds: 15_600 });
  expect(tour.cost).toBeCloseTo(100 + 14.4 + (15_600 / 3600) * 30 + 2 * 5, 9);
  expect(tour.fill[1]).toBeCloseTo(2 / 13.6, 9);
});

test('it leaves as late as it can', () => {
  const tour = drive([{ id: 'a', pickup: stop('p1', [[20_000, 30_000]]), amounts: [1, 1] }], at('a')) as PlannedTour;
  expect([tour.departureSeconds, tour.stops[0]!.startSeconds]).toEqual([16_400, 20_000]);
});

test('who waits a night at the gate has rested when it opens', () => {
  const opens = 48 * 3600;
  const order: Order = { id: 'a', pickup: stop('p1', [[opens, opens + 4 * 3600]]), amounts: [1, 1] };
  const tour = drive([order], at('a'), { driverHours: true, shift: { fromSeconds: 0, toSeconds: 80 * 3600 } });
  expect((tour as PlannedTour).stops[0]!.startSeconds).toBe(opens);
});

test('nobody waits two days at a gate to save a break on the way home', () => {
  const opens = 48 * 3600;
  const orders: Order[] = [
    { id: 'a', pickup: stop('p2', [[opens, opens + 4 * 3600]]), amounts: [1, 1] },
    { id: 'b', pickup: stop('p3'), amounts: [1, 1] },
  ];
  const shift = { fromSeconds: 0, toSeconds: 80 * 3600 };
  const tour = drive(orders, at('a', 'b'), { driverHours: true, shift }) as PlannedTour;
  expect(tour.breakSeconds).toBe(2700);
  expect(tour.departureSeconds).toBeGreaterThan(opens - 3 * 3600);
});

test('being late within the window has its price', () => {
  const windows = [{ fromSeconds: 0, toSeconds: 9000, dueSeconds: 1800, lateCostPerHour: 80 }];
  const tour = drive([{ id: 'a', pickup: { place: 'p1', windows, serviceSeconds: 0 }, amounts: [1, 1] }], at('a'));
  expect((tour as PlannedTour).lateCost).toBe(40);
});

describe('windows', () => {
  test.each([
    ['in the only one', [[3600, 4000]], 3600],
    [
      'waits for the next of two',
      [
        [0, 3000],
        [5000, 6000],
      ],
      5000,
    ],
    ['too late for the last', [[0, 3599]], undefined],
  ] as [string, [number, number][], number | undefined][])('%s', (_, windows, start) => {
    const shift = { fromSeconds: 0, toSeconds: 86_400 };
    const tour = drive([{ id: 'a', pickup: stop('p1', windows), amounts: [1, 1] }], at('a'), { shift });
    expect('stops' in tour ? tour.stops[0]!.startSeconds : undefined).toBe(start);
  });
});

describe('loads', () => {
  const half = [13, 1];
  const toPlant = (id: string): Order => ({ id, pickup: stop('p1'), amounts: half });
  const fromPlant = (id: string): Order => ({ id, delivery: stop('p1'), amounts: half });
  const between = (id: string): Order => ({ id, pickup: stop('p1'), delivery: stop('p2'), amounts: half });
  test.each([
    ['two pick-ups are aboard together', [toPlant('a'), toPlant('b')], at('a', 'b'), false],
    ['two deliveries leave together', [fromPlant('a'), fromPlant('b')], at('>a', '>b'), false],
    ['empties are picked up where goods were delivered', [fromPlant('a'), toPlant('b')], at('>a', 'b'), true],
    ['not before they were', [fromPlant('a'), toPlant('b')], at('b', '>a'), false],
    ['one shipment after the other', [between('a'), between('b')], at('a', '>a', 'b', '>b'), true],
    ['both at once', [between('a'), between('b')], at('a', 'b', '>a', '>b'), false],
    ['delivered before it is picked up', [between('a')], at('>a', 'a'), false],
  ])('%s', (_, orders, tour, fits) => {
    expect('stops' in drive(orders, tour)).toBe(fits);
  });

  test('goods that bear others share their floor', () => {
    const order = pickUp('a', 'p1', { amounts: [1, 20], layers: 2, stackedDimensions: ['loading metres'] });
    expect((drive([order], at('a')) as PlannedTour).fill[1]).toBeCloseTo(10 / 13.6, 9);
  });
});

describe('limits of a tour', () => {
  const orders = [pickUp('a', 'p1')];
  test.each([
    ['way', { maxDistanceMeters: 7200 }, true],
    ['way, exceeded', { maxDistanceMeters: 7199 }, false],
    ['time', { maxDurationSeconds: 7800 }, true],
    ['time, exceeded', { maxDurationSeconds: 7799 }, false],
    ['shift', { shift: { fromSeconds: 0, toSeconds: 7800 } }, true],
    ['shift, exceeded', { shift: { fromSeconds: 0, toSeconds: 7799 } }, false],
  ])('%s', (_, lorry, fits) => {
    expect('stops' in drive(orders, at('a'), lorry)).toBe(fits);
  });
});
