import { describe, expect, test } from 'vitest';
import { planTours, type RoutingPlan } from './plan-tours.ts';
import type { RoutingProblem } from './problem.ts';
import { Random } from './random.ts';
import { LORRY, lineProblem, pickUp, randomProblem } from './test-problems.ts';

/**
 * Faults of a plan, found from the plan's own times and the problem, by none of the solver's functions: every order once, on
 * a truck that may, in its windows, within the loads, each leg no shorter than the fastest period, one truck at a bay.
 */
function faultsOf(problem: RoutingProblem, plan: RoutingPlan): string[] {
  const faults = plan.tours.flatMap((tour) => tourFaults(problem, tour));
  const served = plan.tours.flatMap(({ stops }) => stops.map(({ order, at }) => `${order} ${at}`));
  for (const order of problem.orders) {
    const wanted = (['pickup', 'delivery'] as const).filter((at) => order[at]).map((at) => `${order.id} ${at}`);
    const count = wanted.filter((key) => served.filter((one) => one === key).length === 1).length;
    if (count !== (plan.unplanned.includes(order.id) ? 0 : wanted.length))
      faults.push(`${order.id} is served ${count} times`);
  }
  const bays = plan.tours.flatMap(({ stops }) => stops.filter(({ place }) => place === 'plant'));
  for (const tour of plan.tours)
    for (const mine of tour.stops.filter(({ place }) => place === 'plant'))
      for (const other of bays)
        if (
          !tour.stops.includes(other) &&
          mine.startSeconds < other.departureSeconds &&
          other.startSeconds < mine.departureSeconds
        )
          faults.push(`${mine.order} and ${other.order} are at one bay`);
  return faults;
}

function tourFaults(problem: RoutingProblem, tour: RoutingPlan['tours'][number]): string[] {
  const faults: string[] = [];
  const type = problem.vehicles.find(({ id }) => id === tour.vehicle)!;
  const orders = tour.stops.map(({ order }) => problem.orders.find(({ id }) => id === order)!);
  const index = (place: string) => problem.places.findIndex(({ id }) => id === place);
  if (orders.some(({ goodsClass }) => goodsClass === 'food') && orders.some(({ goodsClass }) => goodsClass === 'acid'))
    faults.push('food with acid');
  if (orders.some(({ skills = [] }) => skills.some((skill) => !type.skills?.includes(skill))))
    faults.push('a skill is missing');
  const load = problem.dimensions.map((_, i) =>
    orders.reduce(
      (sum, order, k) => sum + (tour.stops[k]!.at === 'delivery' && !order.pickup ? order.amounts[i]! : 0),
      0,
    ),
  );
  let [clock, place] = [tour.departureSeconds, type.start];
  for (const [k, stop] of tour.stops.entries()) {
    const fastest = Math.min(
      ...problem.travel.map(({ seconds }) => seconds[index(place) * problem.places.length + index(stop.place)]!),
    );
    if (stop.arrivalSeconds < clock + fastest - 1e-6) faults.push(`${stop.order} is reached too fast`);
    const { windows = [], serviceSeconds } = orders[k]![stop.at as 'pickup' | 'delivery']!;
    const inWindow = windows.some(
      ({ fromSeconds, toSeconds }) => stop.startSeconds >= fromSeconds && stop.startSeconds <= toSeconds,
    );
    if (windows.length > 0 && !inWindow) faults.push(`${stop.order} is served outside its window`);
    if (stop.departureSeconds < stop.startSeconds + serviceSeconds - 1e-6)
      faults.push(`${stop.order} is served too fast`);
    for (const i of load.keys()) {
      load[i]! += orders[k]!.amounts[i]! * (stop.at === 'pickup' ? 1 : -1);
      if (load[i]! > type.capacity[i]!) faults.push(`${tour.vehicle} is overloaded at ${stop.order}`);
    }
    [clock, place] = [stop.departureSeconds, stop.place];
  }
  if (type.driverHours && tour.drivingSeconds > 4.5 * 3600 && tour.breakSeconds + tour.restSeconds === 0) {
    const waits = tour.stops.some(({ arrivalSeconds, startSeconds }) => startSeconds - arrivalSeconds >= 900);
    if (!waits) faults.push('no break');
  }
  if (tour.arrivalSeconds > type.shift.toSeconds) faults.push('home after the shift');
  return faults;
}

describe('rich problems', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('are planned so that an independent judge finds no fault (seed %i)', (seed) => {
    const problem = randomProblem(new Random(seed), 12);
    const plan = planTours(problem, { seed, iterations: 60 });
    expect(faultsOf(problem, plan)).toEqual([]);
    expect(plan.tours.length).toBeGreaterThan(0);
  });

  test('give the same plan for the same seed', () => {
    const problem = randomProblem(new Random(9), 10);
    expect(planTours(problem, { seed: 3, iterations: 50 })).toEqual(planTours(problem, { seed: 3, iterations: 50 }));
  });
});

test('two stops on one road are one tour, as by hand', () => {
  const problem = lineProblem(2, { orders: [pickUp('a', 'p1'), pickUp('b', 'p2')] });
  const { tours, cost } = planTours(problem, { seed: 1, iterations: 50 });
  expect(tours).toHaveLength(1);
  expect(cost).toBeCloseTo(100 + 14.4 + (15_600 / 3600) * 30 + 10, 9);
});

test('a visit is made only if its prize pays for it', () => {
  const orders = [pickUp('near', 'p1', { prize: 200 }), pickUp('far', 'p3', { prize: 5 })];
  const plan = planTours(lineProblem(3, { orders }), { seed: 1, iterations: 50 });
  expect(plan.unplanned).toEqual(['far']);
  expect(plan.findings).toEqual([]);
});

test('a truck that reloads makes a second trip where another truck would be dearer', () => {
  const orders = ['a', 'b'].map((id): RoutingProblem['orders'][number] => ({
    id,
    delivery: { place: 'p1', serviceSeconds: 0 },
    amounts: [20, 1],
  }));
  const vehicles = [{ ...LORRY, fixedCost: 1000, reload: { maxTrips: 2, seconds: 900 } }];
  const { tours } = planTours(lineProblem(1, { orders, vehicles }), { seed: 1, iterations: 50 });
  expect(tours.map(({ stops }) => stops.map(({ at }) => at))).toEqual([['delivery', 'reload', 'delivery']]);
});

test('what is locked stays where it is, and what fits goes behind it', () => {
  const orders = [pickUp('a', 'p1'), pickUp('b', 'p2'), pickUp('c', 'p3')];
  const locks = [
    {
      vehicle: 'lorry',
      stops: [
        { order: 'c', at: 'pickup' as const },
        { order: 'a', at: 'pickup' as const },
      ],
    },
  ];
  const { tours } = planTours(lineProblem(3, { orders, locks, vehicles: [{ ...LORRY, count: 1 }] }), {
    seed: 1,
    iterations: 50,
  });
  expect(tours[0]!.stops.map(({ order }) => order)).toEqual(['c', 'a', 'b']);
});

test('what fits no truck even alone, and what finds no truck free, come back named', () => {
  const late = pickUp('late', 'p2', {
    pickup: { place: 'p2', serviceSeconds: 0, windows: [{ fromSeconds: 0, toSeconds: 60 }] },
  });
  const full = ['a', 'b'].map((id) => pickUp(id, 'p1', { amounts: [20, 1] }));
  const problem = lineProblem(2, { orders: [late, ...full], vehicles: [{ ...LORRY, count: 1 }] });
  const { findings, unplanned } = planTours(problem, { seed: 1, iterations: 30 });
  expect(findings.map(({ code }) => code).sort()).toEqual(['FLEET_USED_UP', 'NEVER_IN_TIME']);
  expect(unplanned).toHaveLength(2);
});

test('a cancelled search keeps its best', () => {
  let asked = 0;
  const plan = planTours(randomProblem(new Random(2), 8), { seed: 1, iterations: 1e9, isCancelled: () => ++asked > 5 });
  expect(plan.iterations).toBe(5);
  expect(plan.tours.length).toBeGreaterThan(0);
});

test('nothing to plan is a plan without tours', () => {
  expect(planTours(lineProblem(1), { seed: 1, iterations: 5 })).toMatchObject({ tours: [], findings: [], cost: 0 });
});
