import type { GoodsMeasure, Id, Instant, IsoDay, TimeWindow } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import { greatCircleMeters, type Order, type RoutingProblem, type VehicleType, type Window } from '@intakt/routing';
import type { Distances, Located } from './distances/provider.ts';
import {
  amountsOf,
  costsWith,
  DIMENSIONS,
  type PlanFacts,
  type PlanFinding,
  type VehicleCosts,
  type VehiclePrices,
} from './draft.ts';
import { agreedCosts } from './freight-rules.ts';
import type { RatesRow } from './price-store.ts';
import type { OrderRow, PlanSite, VehicleRow } from './store.ts';

export interface PlanInput {
  customer: Id;
  day: IsoDay;
  now: Instant;
  orders: readonly OrderRow[];
  vehicles: readonly VehicleRow[];
  /** What carriers charge this customer on the day. */
  rates: readonly RatesRow[];
  sites: readonly PlanSite[];
}

export interface Prepared {
  facts: PlanFacts;
  findings: PlanFinding[];
  /** Places whose ways are asked for, in the order of the problem's matrices. */
  places: Located[];
  orders: readonly OrderRow[];
}

/** Where a truck that does not come out from the plant is before its first and after its last stop: nowhere, at no cost. */
const ANYWHERE = 'anywhere';
const DAYS_BEFORE = 7;
const HOUR = 3600;
/** A place so far from all others that its coordinates, exchanged, would be near: they are taken for swapped. */
const FAR_METERS = 3_000_000;
const NEAR_METERS = 1_500_000;

/** Names what cannot be planned for want of good master data, and gives back the rest with the places that it needs. Pure. */
export function prepareProblem(input: PlanInput): Prepared {
  const sites = new Map(input.sites.map((site) => [site.id, site]));
  const bad = badSites(input.orders, sites);
  const findings: PlanFinding[] = [...bad.values()];
  const orders: OrderRow[] = [];
  for (const order of input.orders) {
    const finding = orderFinding(order, bad, input.now);
    if (finding) findings.push(finding);
    else orders.push(order);
  }
  if (input.vehicles.length === 0)
    findings.push({ code: 'NO_VEHICLE', subject: 'fleet', message: 'There is no kind of truck. Register one first.' });
  const used = [...new Set(orders.flatMap(({ from, to }) => [from, to]))].map((id) => sites.get(id)!);
  return {
    facts: factsOf(input, orders, used),
    findings,
    places: used.map(({ id, longitude, latitude }) => ({ id, longitude: longitude!, latitude: latitude! })),
    orders,
  };
}

function factsOf(input: PlanInput, orders: readonly OrderRow[], sites: readonly PlanSite[]): PlanFacts {
  return {
    customer: input.customer,
    day: input.day,
    epoch: `${addDays(input.day, -DAYS_BEFORE)}T00:00:00.000Z`,
    orders: Object.fromEntries(
      orders.map(({ id, supplier, kind, from, to, goods, packages }) => [
        id,
        { supplier, kind, from, to, goods, packages },
      ]),
    ),
    vehicles: Object.fromEntries(
      input.vehicles.map((row) => {
        const { id, name, capacity, co2PerKmEmptyKg, co2PerKmFullKg, carrier } = row;
        return [
          id,
          { name, capacity, co2PerKmEmptyKg, co2PerKmFullKg, carrier, prices: pricesOf(row, input.rates, input.day) },
        ];
      }),
    ),
    sites: Object.fromEntries(
      sites.map(({ id, owner, name, timeZone, longitude, latitude }) => [
        id,
        { owner, name, timeZone, longitude: longitude!, latitude: latitude! },
      ]),
    ),
  };
}

function pricesOf(row: VehicleRow, rates: readonly RatesRow[], day: IsoDay): VehiclePrices {
  const agreed: VehiclePrices['agreed'] = {};
  for (const carrier of new Set(rates.map((one) => one.carrier))) {
    const found = agreedCosts(row, rates, { carrier, day });
    if (!found) continue;
    const { tariff, name, costs, rates: priced } = found;
    agreed[carrier] = { tariff, name, rates: priced, ...asSearched(costs) };
  }
  return { registered: asSearched(row), agreed };
}

type RowCosts = Pick<VehicleRow, 'costPerTour' | 'costPerKm' | 'costPerHour' | 'costPerStop'>;
const asSearched = ({ costPerTour, costPerKm, costPerHour, costPerStop }: RowCosts): VehicleCosts => ({
  ...{ fixedCost: costPerTour, costPerKm, costPerHour, costPerStop },
});

/** The engine's problem: places with their matrices, one place that is nowhere, trucks and orders in seconds from the epoch. */
export function buildProblem(
  { facts, places, orders }: Prepared,
  vehicles: readonly VehicleRow[],
  distances: Distances,
  now: Instant,
): RoutingProblem {
  const plant = busiest(orders);
  const size = places.length;
  const spread = (matrix: Float64Array): number[] => withAnywhere(matrix, size);
  return {
    dimensions: [...DIMENSIONS],
    places: [...places, { id: ANYWHERE }],
    distanceMeters: spread(distances.distanceMeters),
    travel: [{ fromSeconds: 0, seconds: spread(distances.seconds) }],
    vehicles: plant ? vehicles.map((row) => vehicleOf(row, plant, { facts, orders, now })) : [],
    orders: orders.map((order) => orderOf(order, facts, { now, seconds: secondsBetween(places, distances, order) })),
  };
}

const busiest = (orders: readonly OrderRow[]): Id | undefined => {
  const counts = new Map<Id, number>();
  for (const { kind, from, to } of orders) {
    const plant = kind === 'empties' ? from : to;
    counts.set(plant, (counts.get(plant) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
};

/** One more row and column: from nowhere and to nowhere costs nothing, on from there is no way. */
function withAnywhere(matrix: Float64Array, size: number): number[] {
  const wide = size + 1;
  const spread = new Array<number>(wide * wide).fill(0);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) spread[i * wide + j] = Math.round(matrix[i * size + j]!);
  return spread;
}

interface Frame {
  facts: PlanFacts;
  orders: readonly OrderRow[];
  now: Instant;
}

function vehicleOf(row: VehicleRow, plant: Id, { facts, orders, now }: Frame): VehicleType {
  const windows = orders.flatMap(({ pickupWindows, deliveryWindows }) => [...pickupWindows, ...deliveryWindows]);
  const last = Math.max(
    ...windows.map(({ to }) => secondsOf(facts, to)),
    secondsOf(facts, `${facts.day}T20:00:00.000Z`),
  );
  return {
    id: row.id,
    count: Math.min(row.count, orders.length),
    start: row.roundTrip ? plant : ANYWHERE,
    end: row.roundTrip ? plant : ANYWHERE,
    capacity: amountsOf(row.capacity),
    shift: { fromSeconds: Math.max(0, secondsOf(facts, now)), toSeconds: last + 12 * HOUR },
    ...costsWith(facts.vehicles[row.id]!.prices!, row.carrier),
    skills: row.skills,
    ...(row.maxStops !== null && { maxStops: row.maxStops }),
    ...(row.maxDistanceKm !== null && { maxDistanceMeters: row.maxDistanceKm * 1000 }),
    driverHours: row.driverHours,
  };
}

const secondsBetween = (places: readonly Located[], { seconds }: Distances, { from, to }: OrderRow): number => {
  const at = (site: Id): number => places.findIndex(({ id }) => id === site);
  return seconds[at(from) * places.length + at(to)]!;
};

/** Driving with the breaks and nightly rests that it takes, and some time for the stops of others. */
function hoursUnderWay(driving: number): number {
  const hours = driving / HOUR;
  return hours * 1.15 + 0.75 * Math.floor(hours / 4.5) + 11 * Math.floor(hours / 9) + 2;
}

/**
 * The last day on which goods can be fetched and still be there in time. An earlier one would be in time too, and the truck would
 * stand at the plant's gate until it opens, which somebody pays.
 */
function lastPickups(order: OrderRow, seconds: number): TimeWindow[] {
  const last = order.deliveryWindows.at(-1)?.to;
  if (!last || !Number.isFinite(seconds)) return order.pickupWindows;
  const minutes = order.loadingMinutes + order.unloadingMinutes;
  const latest = Date.parse(last) - hoursUnderWay(seconds) * HOUR * 1000 - minutes * 60_000;
  const early = order.pickupWindows.filter(({ from }) => Date.parse(from) <= latest);
  return early.length > 0 ? early.slice(-1) : order.pickupWindows;
}

function orderOf(order: OrderRow, facts: PlanFacts, { now, seconds }: { now: Instant; seconds: number }): Order {
  const windowsOf = (windows: readonly TimeWindow[]): Window[] =>
    windows
      .filter(({ to }) => to >= now)
      .map(({ from, to }) => ({ fromSeconds: secondsOf(facts, from), toSeconds: secondsOf(facts, to) }));
  return {
    id: order.id,
    pickup: {
      place: order.from,
      windows: windowsOf(lastPickups(order, seconds)),
      serviceSeconds: order.loadingMinutes * 60,
    },
    delivery: {
      place: order.to,
      windows: windowsOf(order.deliveryWindows),
      serviceSeconds: order.unloadingMinutes * 60,
    },
    amounts: amountsOf(order.goods),
    ...(order.layers > 1 && { layers: order.layers, stackedDimensions: ['loadingMeters', 'palletPlaces'] }),
    ...(order.skills.length > 0 && { skills: order.skills }),
    ...(order.goodsClass !== null && { goodsClass: order.goodsClass }),
  };
}

const secondsOf = ({ epoch }: PlanFacts, instant: Instant): number => (Date.parse(instant) - Date.parse(epoch)) / 1000;

function badSites(orders: readonly OrderRow[], sites: ReadonlyMap<Id, PlanSite>): Map<Id, PlanFinding> {
  const used = [...new Set(orders.flatMap(({ from, to }) => [from, to]))];
  const good = used.map((id) => sites.get(id)).filter((site) => site?.longitude != null && !isZero(site));
  const centre = middleOf(good as PlanSite[]);
  return new Map(
    used.flatMap((id) => {
      const finding = siteFinding(id, sites.get(id), centre);
      return finding ? [[id, finding] as const] : [];
    }),
  );
}

const isZero = ({ longitude, latitude }: PlanSite): boolean => longitude === 0 && latitude === 0;

function siteFinding(id: Id, site: PlanSite | undefined, centre: PlanSite | undefined): PlanFinding | undefined {
  const found = (code: string, message: string): PlanFinding => ({ code, subject: id, message });
  if (!site) return found('UNKNOWN_PLACE', `${id} is no site that you may see. Register it, or ask its owner.`);
  const { name, longitude, latitude } = site;
  if (longitude == null || latitude == null)
    return found('COORDINATES_MISSING', `${name} has no coordinates. Enter them in the master data.`);
  const seen = `${name} is at latitude ${latitude}, longitude ${longitude}`;
  if (isZero(site)) return found('COORDINATES_ZERO', `${seen}: nobody entered its coordinates. Enter them.`);
  const swapped = { latitude: longitude, longitude: latitude };
  const far = centre && greatCircleMeters(placeOf(site), placeOf(centre)) > FAR_METERS;
  if (far && Math.abs(longitude) <= 90 && greatCircleMeters(swapped, placeOf(centre)) < NEAR_METERS)
    return found('COORDINATES_SWAPPED', `${seen}, far from all others; exchanged it would be near. Exchange them.`);
  return undefined;
}

const placeOf = ({ longitude, latitude }: PlanSite) => ({ longitude: longitude!, latitude: latitude! });

/** By the median, which a few wrong sites do not move. */
function middleOf(sites: PlanSite[]): PlanSite | undefined {
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  if (sites.length === 0) return undefined;
  const longitude = middle(sites.map((site) => site.longitude!));
  const latitude = middle(sites.map((site) => site.latitude!));
  return { ...sites[0]!, longitude, latitude };
}

function orderFinding(order: OrderRow, bad: ReadonlyMap<Id, PlanFinding>, now: Instant): PlanFinding | undefined {
  const found = (code: string, message: string): PlanFinding => ({ code, subject: order.id, message });
  const place = [order.from, order.to].find((site) => bad.has(site));
  if (place) return found('UNKNOWN_PLACE', `${order.id} stops at ${place}. ${bad.get(place)!.message}`);
  for (const [name, windows] of [
    ['pick-up', order.pickupWindows],
    ['delivery', order.deliveryWindows],
  ] as const) {
    const closed = windows.find(({ from, to }) => from > to);
    if (closed)
      return found(
        'WINDOW_CLOSED',
        `The ${name} of ${order.id} is from ${closed.from} to ${closed.to}: the window closes before it opens. Exchange the two.`,
      );
    if (windows.length > 0 && windows.every(({ to }) => to < now))
      return found('WINDOW_OVER', `Every ${name} window of ${order.id} is over since ${windows.at(-1)!.to}. Move it.`);
  }
  return isNothing(order.goods)
    ? found('AMOUNTS_WRONG', `${order.id} has neither mass nor volume nor floor. State its goods.`)
    : undefined;
}

const isNothing = (goods: GoodsMeasure): boolean => amountsOf(goods).every((amount) => amount === 0);
