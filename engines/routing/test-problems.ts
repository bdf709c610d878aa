import type { Order, RoutingProblem, VehicleType } from './problem.ts';
import type { Random } from './random.ts';

/** A lorry of the small world: 24 t, 13.6 loading metres, from and to the plant, all day. */
export const LORRY: VehicleType = {
  id: 'lorry',
  count: 2,
  start: 'plant',
  end: 'plant',
  capacity: [24, 13.6],
  shift: { fromSeconds: 0, toSeconds: 86_400 },
  fixedCost: 100,
  costPerKm: 1,
  costPerHour: 30,
  costPerStop: 5,
};

/** A plant and places on a straight road, `spacing` metres and seconds apart. */
export function lineProblem(count: number, change: Partial<RoutingProblem> = {}, spacing = 3600): RoutingProblem {
  const ids = ['plant', ...Array.from({ length: count }, (_, i) => `p${i + 1}`)];
  const matrix = ids.flatMap((_, from) => ids.map((_to, to) => Math.abs(from - to) * spacing));
  return {
    dimensions: ['tonnes', 'loading metres'],
    places: ids.map((id) => ({ id })),
    distanceMeters: matrix,
    travel: [{ fromSeconds: 0, seconds: matrix }],
    vehicles: [LORRY],
    orders: [],
    ...change,
  };
}

export function pickUp(id: string, place: string, change: Partial<Order> = {}): Order {
  return { id, pickup: { place, serviceSeconds: 600 }, amounts: [1, 1], ...change };
}

/** Pick-ups, deliveries and shipments in a square with windows, two kinds of trucks, docks, driver hours and goods classes. */
export function randomProblem(random: Random, orderCount: number): RoutingProblem {
  const ids = ['plant', ...Array.from({ length: orderCount }, (_, i) => `p${i}`)];
  const at = ids.map(() => [random.below(200_000), random.below(200_000)] as const);
  const distanceMeters = at.flatMap(([x, y]) => at.map(([u, v]) => Math.round(Math.hypot(x - u, y - v))));
  const travel = [1, 1.5].map((pace, i) => ({
    fromSeconds: i * 30_000,
    seconds: distanceMeters.map((meters) => Math.round((meters / 20) * pace)),
  }));
  const stop = (place: string) => {
    const from = random.below(30_000);
    const window = { fromSeconds: from, toSeconds: from + 20_000 + random.below(20_000) };
    return { place, serviceSeconds: 600 + random.below(1800), ...(random.below(2) === 0 && { windows: [window] }) };
  };
  return {
    dimensions: ['tonnes', 'places'],
    places: ids.map((id) => (id === 'plant' ? { id, dockBays: 1 } : { id })),
    distanceMeters,
    travel,
    vehicles: [
      { ...LORRY, count: 4, capacity: [24, 34], shift: { fromSeconds: 0, toSeconds: 80_000 }, driverHours: true },
      { ...LORRY, id: 'van', count: 3, capacity: [5, 8], fixedCost: 40, costPerKm: 0.6, skills: ['tail lift'] },
    ],
    incompatibleClasses: [['food', 'acid']],
    orders: Array.from({ length: orderCount }, (_, i) => {
      const kind = random.below(3);
      return {
        id: `o${i}`,
        ...(kind !== 1 && { pickup: stop(`p${i}`) }),
        ...(kind !== 0 && { delivery: stop(kind === 1 ? `p${i}` : 'plant') }),
        amounts: [1 + random.below(4), 1 + random.below(7)],
        ...(random.below(4) === 0 && { goodsClass: random.below(2) === 0 ? 'food' : 'acid' }),
        ...(random.below(6) === 0 && { skills: ['tail lift'] }),
        ...(random.below(6) === 0 && { prize: 150 }),
      };
    }),
  };
}
