import type { EventData, Id, RecordedEvent, TourStop } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Need, Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { disclose, isKnownTo } from '../network/index.ts';
import { bookingNeeds, type DockSlot, freeDock } from './project-dock.ts';
import { moveOrders } from './project-order.ts';

/** Who reported what of a stop, by the column in which it stands. */
export const REPORTED = ['arrived_at', 'served_at', 'departed_at', 'problem'] as const;
export type Reporters = Partial<Record<(typeof REPORTED)[number], Id>>;

export interface StopRow extends Row {
  loads: TourStop['loads'];
  unloads: TourStop['unloads'];
  state: string;
  proofs: { event: string; milestone: string; at: string }[];
  reporters: Reporters;
  dock_slot: DockSlot | null;
}
type OfTour = { customer: Id; tour: Id; carrier?: Id };
type OfStop = OfTour & { stop: Id; supplier?: Id; receiver?: Id };

const ordersOf = (stop: Pick<TourStop, 'loads' | 'unloads'> | undefined): Id[] =>
  stop ? [...stop.loads, ...stop.unloads].map(({ order }) => order) : [];
const orderNeeds = (customer: Id, orders: Id[]): Need[] => orders.map((id) => need('transport_order', customer, id));
const stopOf = (rows: RowSet, { customer, tour, stop }: OfStop) => rows.get<StopRow>('tour_stop', customer, tour, stop);

export const tourPublished: Projection<'tour-published'> = {
  needs: ({ data }) => [need('tour', data.customer, data.tour), ...partyNeeds(data)],
  check: ({ data }, rows) => {
    const known = rows.get('tour', data.customer, data.tour);
    if (known?.state !== 'completed') return undefined;
    return new Refusal('WRONG_STATE', {
      ...{ what: 'Tour', id: data.tour, state: 'completed' },
      ...{ action: 'publishing it anew', needed: 'a tour that is not over' },
    });
  },
  apply: (event, rows) => {
    const { data, audience, sequence } = event;
    const known = rows.get('tour', data.customer, data.tour);
    const same = known && known.carrier === (data.carrier ?? null) && known.state !== 'withdrawn';
    rows.put('tour', {
      owner: data.customer,
      id: data.tour,
      carrier: data.carrier ?? null,
      revision: data.revision,
      day: data.day,
      vehicle_type: data.vehicleType,
      vehicle_name: data.vehicleName,
      capacity: data.capacity,
      departs_at: data.departsAt,
      arrives_at: data.arrivesAt,
      stops: data.stops,
      distance_km: data.distanceKm,
      driving_minutes: data.drivingMinutes,
      break_minutes: data.breakMinutes,
      rest_minutes: data.restMinutes,
      fill: data.fill,
      co2_kg: data.co2Kg,
      distances: data.distances,
      state: same ? known.state : 'published',
      vehicle: same ? known.vehicle : null,
      problem: same ? known.problem : null,
      longitude: same ? known.longitude : null,
      latitude: same ? known.latitude : null,
      position_at: same ? known.position_at : null,
      audience,
      sequence,
    });
    discloseParties(event, rows, data);
  },
};

export const tourStopPublished: Projection<'tour-stop-published'> = {
  needs: ({ data }, rows) => [
    need('tour_stop', data.customer, data.tour, data.stop),
    ...orderNeeds(data.customer, [...ordersOf(data), ...ordersOf(stopOf(rows, data))]),
    ...partyNeeds(data),
    ...siteOwners(data).map((owner) => need('site', owner, data.site)),
  ],
  apply: (event, rows) => {
    const { data } = event;
    const known = stopOf(rows, data);
    const loaded = ordersOf(data);
    release(
      rows,
      event,
      ordersOf(known).filter((order) => !loaded.includes(order)),
    );
    rows.put('tour_stop', stopRow(event, known));
    moveOrders(rows, { customer: data.customer, sequence: event.sequence }, loaded, (order) =>
      order.state === 'ordered' || order.state === 'planned'
        ? { ...order, state: 'planned', tour: data.tour }
        : undefined,
    );
    discloseParties(event, rows, data);
    for (const owner of siteOwners(data)) {
      const site = rows.get('site', owner, data.site);
      if (isKnownTo(event.recordedBy, site)) disclose(rows, 'site', site, partiesOf(data));
    }
  },
};

function stopRow({ data, audience, sequence }: RecordedEvent<'tour-stop-published'>, known: StopRow | undefined): Row {
  const isServed = known?.served_at != null || known?.arrived_at != null;
  return {
    owner: data.customer,
    tour: data.tour,
    stop: data.stop,
    carrier: data.carrier ?? null,
    supplier: data.supplier ?? null,
    receiver: data.receiver ?? null,
    day: data.day,
    position: data.position,
    stops: data.stops,
    site: data.site,
    vehicle_name: data.vehicleName,
    planned_arrival: data.plannedArrival,
    planned_start: data.plannedStart,
    planned_departure: data.plannedDeparture,
    expected_at: isServed ? known!.expected_at : data.plannedArrival,
    delivered_at: data.deliveredAt ?? null,
    loads: data.loads,
    unloads: data.unloads,
    state: known?.state ?? 'planned',
    arrived_at: known?.arrived_at ?? null,
    served_at: known?.served_at ?? null,
    departed_at: known?.departed_at ?? null,
    packages: known?.packages ?? null,
    problem: known?.problem ?? null,
    signed: known?.signed ?? false,
    photos: known?.photos ?? 0,
    proofs: known?.proofs ?? [],
    reporters: known?.reporters ?? {},
    dock_slot: known?.dock_slot ?? null,
    audience,
    sequence,
  };
}

export const tourWithdrawn: Projection<'tour-withdrawn'> = {
  needs: ({ data }) => [need('tour', data.customer, data.tour)],
  check: ({ data }, rows) => unknownTour(rows, data),
  apply: ({ data, sequence }, rows) => {
    const tour = rows.get('tour', data.customer, data.tour);
    if (tour) rows.put('tour', { ...tour, state: 'withdrawn', sequence });
  },
};

export const tourStopWithdrawn: Projection<'tour-stop-withdrawn'> = {
  needs: ({ data }, rows) => [
    need('tour_stop', data.customer, data.tour, data.stop),
    ...orderNeeds(data.customer, ordersOf(stopOf(rows, data))),
    ...bookingNeeds(stopOf(rows, data)),
  ],
  check: ({ data }, rows) =>
    stopOf(rows, data) ? undefined : new Refusal('UNKNOWN_REFERENCE', { what: 'tour stop', id: data.stop }),
  apply: (event, rows) => {
    const stop = stopOf(rows, event.data);
    if (!stop) return;
    release(rows, event, ordersOf(stop));
    freeDock(rows, stop);
    rows.remove('tour_stop', stop);
  },
};

/** Orders that this tour carries no more; one that another tour has taken meanwhile stays with it. */
function release(rows: RowSet, { data, sequence }: { data: OfStop; sequence: number }, orders: Id[]): void {
  moveOrders(rows, { customer: data.customer, sequence }, orders, (order) =>
    order.tour === data.tour && order.state === 'planned' ? { ...order, state: 'ordered', tour: null } : undefined,
  );
}

export function unknownTour(rows: RowSet, { customer, tour, carrier }: OfTour): Refusal | undefined {
  const known = rows.get('tour', customer, tour);
  if (known && known.carrier === (carrier ?? null)) return undefined;
  return new Refusal('UNKNOWN_REFERENCE', { what: carrier ? `tour of carrier ${carrier}` : 'tour', id: tour });
}

const partiesOf = ({ customer, carrier, supplier, receiver }: Partial<OfStop>): Id[] =>
  [customer, carrier, supplier, receiver].filter((id) => id !== undefined);
const partyNeeds = (data: Partial<OfStop>): Need[] => partiesOf(data).map((id) => need('organisation', id));
const siteOwners = (data: EventData<'tour-stop-published'>): Id[] => partiesOf(data);

/** Who meets on a tour knows the others' names, as far as the planner knows them; carriers offer themselves to everybody. */
function discloseParties(event: RecordedEvent, rows: RowSet, data: Partial<OfStop>): void {
  for (const id of partiesOf(data)) {
    const organisation = rows.get<Row & { roles: string[] }>('organisation', id);
    const offersItself = organisation?.roles.includes('carrier');
    if (organisation && (offersItself || isKnownTo(event.recordedBy, organisation)))
      disclose(rows, 'organisation', organisation, partiesOf(data));
  }
}
