import type { RoutingProblem } from '@intakt/routing';
import { expect, test } from 'vitest';
import type { Draft } from './draft.ts';
import { emptyTour, judgeTour } from './judge-draft.ts';

const HOUR = 3600;
const goods = { massKg: 14_000, volumeCubicMeters: 20, loadingMeters: 5, palletPlaces: 12 };
const capacity = { massKg: 24_000, volumeCubicMeters: 90, loadingMeters: 13.6, palletPlaces: 34 };
const order = (id: string, closes: number) => ({
  id,
  pickup: { place: 'works', serviceSeconds: 600, windows: [{ fromSeconds: 0, toSeconds: closes }] },
  delivery: { place: 'plant', serviceSeconds: 600, windows: [] },
  amounts: Object.values(goods),
});

/** An hour's way between works and plant, and one truck at the plant. */
function draftWith(orders: ReturnType<typeof order>[]): Draft {
  const truck = { id: 'truck-mega', count: 1, start: 'plant', end: 'plant', capacity: Object.values(capacity) };
  const costs = { fixedCost: 0, costPerKm: 1, costPerHour: 1, costPerStop: 0 };
  const problem = {
    dimensions: Object.keys(goods),
    places: [{ id: 'plant' }, { id: 'works' }],
    distanceMeters: Float64Array.of(0, 60_000, 60_000, 0),
    travel: [{ fromSeconds: 0, seconds: Float64Array.of(0, HOUR, HOUR, 0) }],
    vehicles: [{ ...truck, ...costs, shift: { fromSeconds: 0, toSeconds: 24 * HOUR } }],
    orders,
  } as unknown as RoutingProblem;
  const named = { name: 'Mega trailer', capacity, co2PerKmEmptyKg: 0.6, co2PerKmFullKg: 0.9, carrier: null };
  const known = { supplier: 's1', kind: 'inbound', from: 'works', to: 'plant', goods, packages: null };
  const facts = {
    ...{ customer: 'oem', day: '2026-03-02', epoch: '2026-03-02T00:00:00.000Z', sites: {} },
    orders: Object.fromEntries(orders.map(({ id }) => [id, known])),
    vehicles: { 'truck-mega': named },
  };
  return { problem, facts, tours: [] } as unknown as Draft;
}

function reasonOf(draft: Draft): string | undefined {
  const stops = draft.problem.orders.flatMap(({ id }) =>
    (['pickup', 'delivery'] as const).map((at) => ({ order: id, at })),
  );
  const pickupsFirst = stops.toSorted((a, b) => Number(a.at === 'delivery') - Number(b.at === 'delivery'));
  return judgeTour(draft, { ...emptyTour('t', 'truck-mega', draft.facts), stops: pickupsFirst }).reason;
}

test('why a tour cannot be driven is said with names, units and the clock', () => {
  expect(reasonOf(draftWith([order('a', 9 * HOUR)]))).toBeUndefined();
  expect(reasonOf(draftWith([order('a', 9 * HOUR), order('b', 9 * HOUR)]))).toBe(
    'Mega trailer carries 24000 kg, and 28000 would be aboard',
  );
  expect(reasonOf(draftWith([order('a', HOUR / 2)]))).toContain('reached at 2026-03-02 01:00 UTC');
});
