import type { EventData, Id, RecordedEvent, StopMilestone } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Need, Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { moveOrders } from './project-order.ts';
import { REPORTED, type Reporters, type StopRow, unknownTour } from './project-tour.ts';

const TOUR_STATES = {
  accepted: 'accepted',
  departed: 'under-way',
  'en-route': 'under-way',
  completed: 'completed',
  problem: undefined,
} as const;

export const tourReported: Projection<'tour-reported'> = {
  needs: ({ data }) => [need('tour', data.customer, data.tour)],
  check: ({ data }, rows) => unknownTour(rows, data),
  apply: ({ data, sequence }, rows) => {
    const tour = rows.get('tour', data.customer, data.tour)!;
    const state = tour.state === 'completed' ? tour.state : (TOUR_STATES[data.milestone] ?? tour.state);
    const { reason, text, at } = data;
    rows.put('tour', {
      ...tour,
      ...where(tour, data),
      state,
      vehicle: data.vehicle ?? tour.vehicle,
      problem: data.milestone === 'problem' ? { reason: reason ?? 'other', text: text ?? null, at } : tour.problem,
      sequence,
    });
  },
};

type OfStop = { customer: Id; tour: Id; stop: Id; carrier?: Id };
const stopNeeds = ({ customer, tour }: Pick<OfStop, 'customer' | 'tour'>): Need[] => [
  need('tour', customer, tour),
  need('tour_stop', customer, tour),
];
export const stopUnder = (rows: RowSet, { customer, tour, stop }: OfStop) =>
  rows.get<StopRow>('tour_stop', customer, tour, stop);

/** A stop that is not on this carrier's tour is reported by nobody. */
export function unknownStop(rows: RowSet, data: OfStop): Refusal | undefined {
  const stop = stopUnder(rows, data);
  if (stop && stop.carrier === (data.carrier ?? null)) return undefined;
  return new Refusal('UNKNOWN_REFERENCE', { what: `stop of tour ${data.tour}`, id: data.stop });
}

export const stopReportNeeds = (data: OfStop, rows: RowSet): Need[] => [
  ...stopNeeds(data),
  ...ordersAt(stopUnder(rows, data)).map((order) => need('transport_order', data.customer, order)),
];

export const tourStopReported: Projection<'tour-stop-reported'> = {
  needs: ({ data }, rows) => stopReportNeeds(data, rows),
  check: ({ data }, rows) => unknownStop(rows, data),
  apply: (event, rows) => {
    const { data, sequence } = event;
    const stop = stopUnder(rows, data)!;
    const after = afterMilestone(stop, data);
    const reporters = reportersAfter(stop, after, event.recordedBy);
    rows.put('tour_stop', { ...stop, ...after, reporters, proofs: proofsAfter(stop, event), sequence });
    const orders = moved(stop, data.milestone);
    moveOrders(rows, { customer: data.customer, sequence }, orders.ids, (order) =>
      order.tour === data.tour ? { ...order, state: orders.state } : undefined,
    );
    moveTour(rows, data, sequence);
  },
};

const ordersAt = (stop: StopRow | undefined): Id[] =>
  stop ? [...stop.loads, ...stop.unloads].map(({ order }) => order) : [];

/** Serving a stop loads what it loads and unloads what it unloads. */
function moved(stop: StopRow, milestone: StopMilestone): { ids: Id[]; state: string } {
  if (milestone === 'collected') return { ids: stop.loads.map(({ order }) => order), state: 'collected' };
  if (milestone === 'delivered') return { ids: stop.unloads.map(({ order }) => order), state: 'delivered' };
  return { ids: [], state: '' };
}

const STOP_STATES: Record<StopMilestone, string | undefined> = {
  arrived: 'arrived',
  collected: 'served',
  delivered: 'served',
  departed: 'departed',
  refused: 'refused',
  problem: undefined,
};
const RANK = ['planned', 'arrived', 'served', 'refused', 'departed'];

/** The first report of a milestone counts, and one that comes late takes nothing back. */
function afterMilestone(stop: StopRow, data: EventData<'tour-stop-reported'>): Row {
  const { milestone, at } = data;
  const state = STOP_STATES[milestone] ?? stop.state;
  const isServed = milestone === 'collected' || milestone === 'delivered';
  return {
    state: RANK.indexOf(state) > RANK.indexOf(stop.state) ? state : stop.state,
    arrived_at: stop.arrived_at ?? (milestone === 'problem' ? null : at),
    expected_at: stop.arrived_at || milestone === 'problem' ? stop.expected_at : at,
    served_at: stop.served_at ?? (isServed ? at : null),
    departed_at: stop.departed_at ?? (milestone === 'departed' ? at : null),
    packages: data.packages ?? stop.packages,
    problem:
      milestone === 'problem' || milestone === 'refused'
        ? { reason: data.reason ?? 'other', text: data.text ?? null, at }
        : stop.problem,
    signed: Boolean(stop.signed) || Boolean(data.signed),
    photos: Number(stop.photos) + (data.photos ?? 0),
  };
}

/** A signature or pictures lie beside the event, where they can be erased; the stop says at which. */
function proofsAfter(stop: StopRow, { eventId, data }: RecordedEvent<'tour-stop-reported'>): StopRow['proofs'] {
  const { milestone, at, signed, photos } = data;
  return signed || photos ? [...stop.proofs, { event: eventId, milestone, at }] : stop.proofs;
}

/** Who said first that something happened stays its reporter. */
const reportersAfter = (stop: StopRow, after: Row, by: Id): Reporters => ({
  ...stop.reporters,
  ...Object.fromEntries(REPORTED.filter((column) => after[column] !== stop[column]).map((column) => [column, by])),
});

const OVER = ['served', 'departed', 'refused'];

/** A tour is over when all is unloaded: a carrier that reports the delivery alone has fetched what it delivers. */
export function isOver(rows: RowSet, { customer, tour }: Pick<OfStop, 'customer' | 'tour'>): boolean {
  const stops = rows.list<StopRow>('tour_stop', customer, tour);
  return stops.every(({ unloads, state }) => unloads.length === 0 || OVER.includes(state));
}

/** It is under way with its first report. */
function moveTour(rows: RowSet, data: EventData<'tour-stop-reported'>, sequence: number): void {
  const tour = rows.get('tour', data.customer, data.tour);
  if (!tour || tour.state === 'completed' || tour.state === 'withdrawn') return;
  rows.put('tour', { ...tour, ...where(tour, data), state: isOver(rows, data) ? 'completed' : 'under-way', sequence });
}

function where(tour: Row, data: { position?: { longitude: number; latitude: number }; at: string }): Row {
  if (!data.position || (tour.position_at && Date.parse(String(tour.position_at)) >= Date.parse(data.at))) return {};
  return { ...data.position, position_at: data.at };
}

export const tourStopEstimated: Projection<'tour-stop-estimated'> = {
  needs: ({ data }) => stopNeeds(data),
  check: ({ data }, rows) => unknownStop(rows, data),
  apply: ({ data, sequence }, rows) => {
    const stop = stopUnder(rows, data)!;
    if (!stop.arrived_at) rows.put('tour_stop', { ...stop, expected_at: data.expectedAt, sequence });
  },
};
