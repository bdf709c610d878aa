import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergeFound } from './optimise.ts';
import { findPlan } from './plan-store.ts';
import { DAYS, openTourWorld, type TourWorld } from './testing.ts';

const [DAY] = DAYS;
const REGISTERED = { perTour: 150, perKm: 1.2, perHour: 30, perStop: 20 };
const AGREED = { perTour: 90, perKm: 2, perHour: 0, perStop: 10 };
const FUEL_PERCENT = 10;

let world: TourWorld;
let plan: any;
beforeAll(async () => {
  world = await openTourWorld();
  const rates = { ...AGREED, minimum: 0, fuelSurchargePercent: FUEL_PERCENT };
  const agreed = { customer: 'oem', carrier: 'c2', name: 'Tours of c2', currency: 'EUR', validFrom: '2026-01-01' };
  await world.send('c2', 'PUT', '/api/transport/tour-rates/tours', { ...agreed, ...rates });
  await world.send('oem', 'POST', '/api/transport-orders/derive', { day: DAY });
  ({ body: plan } = await world.send('oem', 'POST', '/api/transport-plans', { day: DAY }));
  for (const order of plan.unplanned) {
    const move = { version: plan.version, order, tour: 'tour-1', vehicle: 'lorry' };
    ({ body: plan } = await world.send('oem', 'POST', `/api/transport-plans/${plan.id}/moves`, move));
  }
}, 120_000);
afterAll(() => world?.close());

const driveWith = async (wish: object) => {
  const { version } = plan;
  ({ body: plan } = await world.send('oem', 'PATCH', `/api/transport-plans/${plan.id}/tours/tour-1`, {
    version,
    ...wish,
  }));
  return plan.tours[0];
};

/** The engine counts a stop for each place that is called at. */
function priceOf({ planned }: any, { perTour, perKm, perHour, perStop }: typeof AGREED): number {
  const hours = (Date.parse(planned.arrivalAt) - Date.parse(planned.departureAt)) / 3_600_000;
  const places = planned.stops.filter(({ place }: any, i: number) => place !== planned.stops[i - 1]?.place).length;
  return perTour + perKm * planned.distanceKm + perHour * hours + perStop * places;
}
const withFuel = (price: number): number => price * (1 + FUEL_PERCENT / 100);

test('a tour counts at its truck’s registered costs where its carrier has no rates, and says so', () => {
  const [tour] = plan.tours;
  expect(tour).toMatchObject({ carrier: 'c1', rates: null });
  expect(tour.planned.cost).toBeCloseTo(priceOf(tour, REGISTERED), 1);
});

test('given to another carrier it counts by that carrier’s rates, fuel included, and so does the plan', async () => {
  const tour = await driveWith({ carrier: 'c2' });
  expect(tour.rates).toEqual({ tariff: 'tours', name: 'Tours of c2' });
  expect(tour.planned.cost).toBeCloseTo(withFuel(priceOf(tour, AGREED)), 0);
  expect(plan.figures.cost).toBe(tour.planned.cost);
});

test('it keeps that price when one of its orders is moved, and when a search finds the same tour again', async () => {
  const [order] = plan.tours[0].stops;
  const move = { version: plan.version, order: order.order, tour: 'tour-1', position: 1 };
  ({ body: plan } = await world.send('oem', 'POST', `/api/transport-plans/${plan.id}/moves`, move));
  expect(plan.tours[0].planned.cost).toBeCloseTo(withFuel(priceOf(plan.tours[0], AGREED)), 0);

  const kept = (await world.world.house.db.system((tx) => findPlan(tx, plan.id)))!;
  const found = { ...kept.tours[0]!.planned!, cost: 1 };
  const { tours } = mergeFound(kept, { tours: [found], findings: [] });
  expect(tours).toHaveLength(1);
  expect(tours[0]!.planned!.cost).toBeCloseTo(plan.tours[0].planned.cost, 6);
});

test('taken from its carrier, it counts at the registered costs again', async () => {
  const tour = await driveWith({ carrier: null });
  expect(tour.rates).toBeNull();
  expect(tour.planned.cost).toBeCloseTo(priceOf(tour, REGISTERED), 1);
});

test.each([
  ['by what is driven', 0],
  ['by the least that is paid', 2000],
])('what the board shows is what is accrued when it is published, %s', async (_, minimum) => {
  const day = minimum === 0 ? DAYS[2] : DAYS[3];
  const agreed = { customer: 'oem', carrier: 'c2', name: 'Tours of c2', currency: 'EUR', validFrom: '2026-01-01' };
  const rates = { ...AGREED, perHour: 31, minimum, fuelSurchargePercent: FUEL_PERCENT };
  await world.send('c2', 'PUT', '/api/transport/tour-rates/tours', { ...agreed, ...rates });
  const { tour, plan: id } = await world.publishTour(day, 'c2');
  const { body: board } = await world.send('oem', 'GET', `/api/transport-plans/${id}`);
  const { body } = await world.send('oem', 'GET', '/api/freight');
  const accrued = body.freight.find((one: any) => one.tour === tour);
  expect(board.figures.cost).toBe(accrued.planned);
  expect(accrued.planned >= 2000).toBe(minimum === 2000);
});
