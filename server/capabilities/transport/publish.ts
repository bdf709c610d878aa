import type { EventCommand, EventData, EventType, Id, Instant, Tour, TourStop } from '@intakt/contract';
import type { PlannedStop, PlannedTour } from '@intakt/routing';
import { dockRequestOf } from './dock-request.ts';
import { amountsOf, type Draft, type DraftTour, instantAt, measureOf, type PlanFacts } from './draft.ts';
import type { StopRow, TourRow } from './store.ts';

/** What stands of the tours that are published or published anew. */
export interface Standing {
  tours: readonly TourRow[];
  stops: readonly StopRow[];
}

export interface Publication {
  draft: Draft;
  distances: { provider: string; asOf: Instant };
  standing: Standing;
  now: Instant;
  /** One commit, so one cause. */
  causationId: string;
}

/** A tour that goes out: with the number of this edition, and who drives it. */
interface Edition {
  tour: DraftTour;
  carrier: Id | undefined;
  revision: number;
}

/**
 * A published plan as events: the tour for its carrier, each stop for its supplier, and what no longer is withdrawn. Nobody
 * is told of another's stop, and nothing is said again that has not changed. Pure.
 */
export function publishCommands(publication: Publication): EventCommand[] {
  const { draft, standing } = publication;
  const known = new Map(standing.tours.map((tour) => [tour.id, tour]));
  const going = draft.tours.filter(({ planned }) => planned);
  const commands = going.flatMap((tour) => {
    const before = known.get(tour.id);
    const edition = { tour, carrier: tour.carrier ?? undefined, revision: (before?.revision ?? 0) + 1 };
    return editionCommands(publication, edition, before);
  });
  const gone = standing.tours.filter(({ id }) => !going.some((tour) => tour.id === id));
  return [...gone.flatMap((tour) => withdrawTour(publication, tour)), ...commands];
}

/** The tours as they go out, in the form in which they are read: what they cost is reckoned from it in the same commit. */
export function plannedTours({ draft, distances, standing }: Publication): { tour: TourRow; stops: StopRow[] }[] {
  return draft.tours
    .filter(({ planned }) => planned)
    .map((tour) => {
      const revision = (standing.tours.find(({ id }) => id === tour.id)?.revision ?? 0) + 1;
      const edition = { tour, carrier: tour.carrier ?? undefined, revision };
      const { tour: id, ...said } = tourOf({ draft, distances }, edition);
      const stops = stopsOf(draft.facts, edition, { ...said, tour: id });
      return { tour: { ...NO_NEWS, ...said, id, carrier: said.carrier ?? null }, stops: stops.map(stopAsRead) };
    });
}

const NO_NEWS = { state: 'published', vehicle: null, problem: null, longitude: null, latitude: null, positionAt: null };

const stopAsRead = (stop: TourStop): StopRow => ({
  ...stop,
  carrier: stop.carrier ?? null,
  supplier: stop.supplier ?? null,
  receiver: stop.receiver ?? null,
  expectedAt: stop.plannedArrival,
  deliveredAt: stop.deliveredAt ?? null,
  ...{ state: 'planned', arrivedAt: null, servedAt: null, departedAt: null, packages: null, problem: null },
  ...{ signed: false, photos: 0, proofs: [], dockSlot: null },
  reporters: { arrived: null, served: null, departed: null, problem: null },
});

/** Stops that are withdrawn come first, so that an order which changes its tour is free when the other tour takes it. */
function editionCommands(publication: Publication, edition: Edition, before: TourRow | undefined): EventCommand[] {
  const { standing, draft } = publication;
  const tour = tourOf(publication, edition);
  const stops = stopsOf(draft.facts, edition, tour);
  const old = standing.stops.filter((stop) => stop.tour === edition.tour.id);
  const gone = old.filter(({ stop }) => !stops.some((one) => one.stop === stop));
  const changed = stops.filter(
    (stop) =>
      !isSame(
        stop,
        old.find((one) => one.stop === stop.stop),
      ),
  );
  if (before && gone.length === 0 && changed.length === 0 && before.carrier === (tour.carrier ?? null)) return [];
  const say = sayer(publication);
  return [
    ...gone.map((stop) => withdrawStop(publication, stop)),
    say('tour-published', `${tour.tour}/${tour.revision}`, tour),
    ...changed.flatMap((stop) => stopCommands(say, stop)),
  ];
}

/** A stop as it goes out, and what it asks of the docks there. */
function stopCommands(say: ReturnType<typeof sayer>, stop: TourStop): EventCommand[] {
  const about = `${stop.tour}/${stop.revision}/${stop.stop}`;
  const request = dockRequestOf(stop);
  const published = say('tour-stop-published', about, stop);
  return request ? [published, say('dock-slot-requested', about, request)] : [published];
}

function sayer({ now, causationId }: Publication) {
  return <T extends EventType>(type: T, about: string, data: EventData<T>): EventCommand => ({
    type,
    source: 'intakt/transport',
    id: `${type}:${about}@${causationId}`.slice(0, 200),
    occurredAt: now,
    causationId,
    data: data as EventCommand['data'],
  });
}

/** What is aboard stays with its truck; only what was not fetched is taken from it. */
function withdrawTour(publication: Publication, { id, customer, carrier }: TourRow): EventCommand[] {
  const stops = publication.standing.stops.filter(({ tour }) => tour === id);
  const isOnRoad = stops.some(({ servedAt }) => servedAt !== null);
  const gone = stops.filter(({ servedAt, loads }) => servedAt === null && (!isOnRoad || loads.length > 0));
  const withdrawn = sayer(publication)('tour-withdrawn', id, { tour: id, customer, ...(carrier && { carrier }) });
  return [...gone.map((stop) => withdrawStop(publication, stop)), ...(isOnRoad ? [] : [withdrawn])];
}

function withdrawStop(publication: Publication, stop: StopRow): EventCommand {
  return sayer(publication)('tour-stop-withdrawn', `${stop.tour}/${stop.stop}`, stopKey(stop));
}

/** Who and what a stop is, as every event about it says. */
export const stopKey = ({ tour, customer, stop, carrier, supplier, receiver }: StopRow) => ({
  ...{ tour, customer, stop },
  ...(carrier && { carrier }),
  ...(supplier && { supplier }),
  ...(receiver && { receiver }),
});

function tourOf(
  { draft: { facts }, distances }: Pick<Publication, 'draft' | 'distances'>,
  { tour, carrier, revision }: Edition,
): Tour {
  const planned = tour.planned!;
  const vehicle = facts.vehicles[tour.vehicle]!;
  const minutes = (seconds: number): number => Math.round(seconds / 60);
  return {
    tour: tour.id,
    customer: facts.customer,
    ...(carrier && { carrier }),
    revision,
    day: facts.day,
    vehicleType: tour.vehicle,
    vehicleName: vehicle.name,
    capacity: vehicle.capacity,
    departsAt: instantAt(facts, planned.departureSeconds),
    arrivesAt: instantAt(facts, planned.arrivalSeconds),
    stops: groupStops(facts, planned.stops).length,
    distanceKm: kilometres(planned.distanceMeters),
    drivingMinutes: minutes(planned.drivingSeconds),
    breakMinutes: minutes(planned.breakSeconds),
    restMinutes: minutes(planned.restSeconds),
    fill: measureOf(planned.fill.map((share) => Math.round(share * 1000) / 1000)),
    co2Kg: Math.round(tour.co2Kg * 10) / 10,
    distances,
  };
}

/** What of a tour is paid for, in the figures with which it is published. */
export function paidFor(facts: PlanFacts, { distanceMeters, departureSeconds, arrivalSeconds, stops }: PlannedTour) {
  const at = (seconds: number): number => Date.parse(instantAt(facts, seconds));
  return {
    distanceKm: kilometres(distanceMeters),
    hours: (at(arrivalSeconds) - at(departureSeconds)) / HOUR_MS,
    stops: groupStops(facts, stops).length,
  };
}
const HOUR_MS = 3_600_000;
const kilometres = (meters: number): number => Math.round(meters / 100) / 10;

interface Gathered {
  site: Id;
  supplier: Id | undefined;
  stops: PlannedStop[];
}

/** What happens one after the other at one gate for one supplier is one stop; unloading of several is one stop of nobody's. */
function groupStops(facts: PlanFacts, planned: readonly PlannedStop[]): Gathered[] {
  const groups: Gathered[] = [];
  for (const stop of planned) {
    if (!stop.order) continue;
    const supplier = supplierAt(facts, stop);
    const last = groups.at(-1);
    if (last && last.site === stop.place && last.supplier === supplier) last.stops.push(stop);
    else groups.push({ site: stop.place, supplier, stops: [stop] });
  }
  return groups;
}

/** At its own gate a supplier is told of the stop; what happens at the plant is not said to each of those who share the truck. */
function supplierAt({ orders, customer, sites }: PlanFacts, { order, place }: PlannedStop): Id | undefined {
  const { supplier, kind, from } = orders[order!]!;
  const isTheirs = kind === 'inbound' ? place === from : place !== from;
  return isTheirs && sites[place]?.owner !== customer ? supplier : undefined;
}

function stopsOf(facts: PlanFacts, { tour }: Edition, { revision, carrier }: Tour): TourStop[] {
  const planned = tour.planned!;
  const groups = groupStops(facts, planned.stops);
  const seen = new Map<Id, number>();
  return groups.map((group, i) => {
    const { site, supplier } = group;
    const times = (seen.get(site) ?? 0) + 1;
    seen.set(site, times);
    const owner = facts.sites[site]?.owner;
    const receiver = owner && owner !== supplier && owner !== facts.customer ? owner : undefined;
    const deliveredAt = deliveryOf(planned.stops, group);
    return {
      tour: tour.id,
      customer: facts.customer,
      ...(carrier && { carrier }),
      stop: times === 1 ? site : `${site.slice(0, 76)}:${times}`,
      ...(supplier && { supplier }),
      ...(receiver && { receiver }),
      revision,
      day: facts.day,
      position: i + 1,
      stops: groups.length,
      site,
      vehicleName: facts.vehicles[tour.vehicle]!.name,
      plannedArrival: instantAt(facts, group.stops[0]!.arrivalSeconds),
      plannedStart: instantAt(facts, group.stops[0]!.startSeconds),
      plannedDeparture: instantAt(facts, group.stops.at(-1)!.departureSeconds),
      ...(deliveredAt !== undefined && { deliveredAt: instantAt(facts, deliveredAt) }),
      loads: goodsAt(facts, group.stops, 'pickup'),
      unloads: goodsAt(facts, group.stops, 'delivery'),
    };
  });
}

const goodsAt = ({ orders }: PlanFacts, stops: readonly PlannedStop[], at: 'pickup' | 'delivery'): TourStop['loads'] =>
  stops
    .filter((stop) => stop.at === at)
    .map(({ order }) => {
      const { goods, packages } = orders[order!]!;
      return { order: order!, goods, ...(packages !== null && { packages }) };
    });

/** When the first of what is loaded here is unloaded. */
function deliveryOf(all: readonly PlannedStop[], { stops }: Gathered): number | undefined {
  const loaded = new Set(stops.flatMap(({ order, at }) => (at === 'pickup' ? [order] : [])));
  return all.find(({ order, at }) => at === 'delivery' && loaded.has(order))?.arrivalSeconds;
}

/** Whether a stop would say what it already says; its revision alone is no news. */
function isSame(stop: TourStop, known: StopRow | undefined): boolean {
  if (!known) return false;
  const goods = (list: TourStop['loads']): string =>
    list
      .map(({ order, goods: load }) => `${order} ${amountsOf(load)}`)
      .sort()
      .join('|');
  return (
    known.carrier === (stop.carrier ?? null) &&
    known.supplier === (stop.supplier ?? null) &&
    known.position === stop.position &&
    known.stops === stop.stops &&
    known.vehicleName === stop.vehicleName &&
    known.plannedArrival === stop.plannedArrival &&
    known.plannedDeparture === stop.plannedDeparture &&
    known.deliveredAt === (stop.deliveredAt ?? null) &&
    goods(known.loads) === goods(stop.loads) &&
    goods(known.unloads) === goods(stop.unloads)
  );
}
