import { dockOwner, type EventData, type Id, type Instant, LONGEST_SLOT_MINUTES } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Need, Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { type Booking, freeBay, inTheWay, nextFree } from './dock-rules.ts';

/** What a stop asked for and what it was given; a slot stands until the site gives another. */
export interface DockSlot {
  state: 'requested' | 'confirmed';
  wantedFrom: Instant;
  unloadingMinutes: number;
  from: Instant | null;
  to: Instant | null;
  bay: number | null;
}
interface DockedStop extends Row {
  dock_slot: DockSlot | null;
}
type OfDock = { customer: Id; tour: Id; stop: Id; site: Id; carrier?: Id; receiver?: Id };
type Slot = EventData<'dock-slot-confirmed'>;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const dayOf = (instant: string | number): string => new Date(instant).toISOString().slice(0, 10);
const stopOf = (rows: RowSet, { customer, tour, stop }: Omit<OfDock, 'site'>) =>
  rows.get<DockedStop>('tour_stop', customer, tour, stop);

/** Who else stands at the site's bays on these days; a slot may begin the day before. */
const daysAround = ({ from, to }: Slot): string[] => [
  ...new Set([Date.parse(from) - DAY_MS, from, to, Date.parse(to) + DAY_MS].map(dayOf)),
];

function unknownStop(rows: RowSet, data: OfDock): Refusal | undefined {
  const stop = stopOf(rows, data);
  const isTheirs = stop && stop.carrier === (data.carrier ?? null) && stop.receiver === (data.receiver ?? null);
  if (isTheirs && stop.site === data.site && (stop.unloads as unknown[]).length > 0) return undefined;
  return new Refusal('UNKNOWN_REFERENCE', { what: `stop of tour ${data.tour} that unloads here`, id: data.stop });
}

export const dockSlotRequested: Projection<'dock-slot-requested'> = {
  needs: ({ data }) => [need('tour_stop', data.customer, data.tour, data.stop)],
  check: ({ data }, rows) => unknownStop(rows, data),
  apply: ({ data, sequence }, rows) => {
    const stop = stopOf(rows, data);
    if (!stop) return;
    const { wantedFrom, unloadingMinutes } = data;
    const given = stop.dock_slot ?? { state: 'requested' as const, from: null, to: null, bay: null };
    const same = stop.dock_slot?.wantedFrom === wantedFrom && stop.dock_slot.unloadingMinutes === unloadingMinutes;
    const state = same ? given.state : 'requested';
    rows.put('tour_stop', { ...stop, dock_slot: { ...given, state, wantedFrom, unloadingMinutes }, sequence });
  },
};

export const dockSlotConfirmed: Projection<'dock-slot-confirmed'> = {
  needs: ({ data }, rows) => {
    const owner = dockOwner(data);
    const days = daysAround(data).map((day) => need('dock_booking', owner, data.site, day));
    return [
      need('tour_stop', data.customer, data.tour, data.stop),
      need('site', owner, data.site),
      ...days,
      ...bookingNeeds(stopOf(rows, data)),
    ];
  },
  check: ({ data, occurredAt }, rows) =>
    unknownStop(rows, data) ??
    wrongState(stopOf(rows, data)!, data) ??
    wrongTimes(data, occurredAt) ??
    wrongBay(data, rows) ??
    taken(data, rows),
  apply: ({ data, sequence }, rows) => {
    const stop = stopOf(rows, data);
    if (!stop) return;
    const { from, to, bay, customer, tour, site } = data;
    freeDock(rows, stop);
    const owner = dockOwner(data);
    const key = { owner, site, day: dayOf(from), customer, tour, stop: data.stop };
    rows.put('dock_booking', { ...key, bay, starts_at: from, ends_at: to, audience: [owner], sequence });
    const asked = stop.dock_slot ?? { wantedFrom: from, unloadingMinutes: minutesOf(data) };
    rows.put('tour_stop', { ...stop, dock_slot: { ...asked, state: 'confirmed', from, to, bay }, sequence });
  },
};

const minutesOf = ({ from, to }: Slot): number => Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

const SERVED = ['served', 'departed', 'refused'];
function wrongState({ state }: Row, { stop }: Slot): Refusal | undefined {
  if (!SERVED.includes(String(state))) return undefined;
  return new Refusal('WRONG_STATE', {
    ...{ what: 'Stop', id: stop, state: String(state) },
    ...{ action: 'giving it a dock slot', needed: 'a truck that is still to be unloaded' },
  });
}

function wrongTimes(slot: Slot, now: Instant): Refusal | undefined {
  const minutes = minutesOf(slot);
  if (minutes < 1 || minutes > LONGEST_SLOT_MINUTES)
    return new Refusal('INVALID', {
      path: 'to',
      problem: `must be 1 to ${LONGEST_SLOT_MINUTES} minutes after ${slot.from}`,
      value: slot.to,
    });
  if (Date.parse(slot.to) > Date.parse(now)) return undefined;
  return new Refusal('INVALID', {
    path: 'from',
    problem: `is over, it is ${now}; take a later slot`,
    value: slot.from,
  });
}

const baysOf = (rows: RowSet, data: Slot): number | undefined =>
  rows.get<Row & { dock_bays: number | null }>('site', dockOwner(data), data.site)?.dock_bays ?? undefined;

function wrongBay(data: Slot, rows: RowSet): Refusal | undefined {
  const bays = baysOf(rows, data);
  if (bays === undefined)
    return new Refusal('WRONG_STATE', {
      ...{ what: 'Site', id: data.site, state: 'registered without its number of dock bays' },
      ...{ action: 'giving a dock slot', needed: 'that number: state it in the master data of the site' },
    });
  if (data.bay <= bays) return undefined;
  return new Refusal('INVALID', {
    path: 'bay',
    problem: `must be one of the site's bays, 1 to ${bays}`,
    value: data.bay,
  });
}

/** Others' slots on the days around; its own stands in nobody's way. */
function bookingsAround(data: Slot, rows: RowSet): Booking[] {
  return daysAround(data)
    .flatMap((day) => rows.list<Row>('dock_booking', dockOwner(data), data.site, day))
    .filter(({ customer, tour, stop }) => customer !== data.customer || tour !== data.tour || stop !== data.stop)
    .map(({ tour, bay, starts_at, ends_at }) => ({
      ...{ tour: String(tour), bay: Number(bay) },
      ...{ from: Date.parse(String(starts_at)), to: Date.parse(String(ends_at)) },
    }));
}

function taken(data: Slot, rows: RowSet): Refusal | undefined {
  const wanted = { from: Date.parse(data.from), to: Date.parse(data.to) };
  const bays = baysOf(rows, data)!;
  const bookings = bookingsAround(data, rows);
  const others = inTheWay(bookings, { ...wanted, bay: data.bay });
  if (others.length === 0) return undefined;
  const next = nextFree(bookings, wanted, bays);
  const isFull = freeBay(bookings, wanted, bays) === undefined;
  return new Refusal('DOCK_TAKEN', {
    ...{ site: data.site, bay: isFull ? `All ${bays} bays are` : `Bay ${data.bay} is`, from: data.from, to: data.to },
    taken: others.map(({ tour }) => tour).join(', '),
    ...{ nextFrom: new Date(next.from).toISOString(), nextBay: next.bay },
  });
}

/** The place of a stop's slot among the bookings of its site. */
const bookingKey = ({ owner, receiver, site, tour, stop, dock_slot }: DockedStop): string[] | undefined =>
  dock_slot?.from
    ? [String(receiver ?? owner), String(site), dayOf(dock_slot.from), String(owner), String(tour), String(stop)]
    : undefined;

export function bookingNeeds(stop: Row | undefined): Need[] {
  const key = stop && bookingKey(stop as DockedStop);
  return key ? [need('dock_booking', ...key)] : [];
}

/** The bay is another's from now on. */
export function freeDock(rows: RowSet, stop: Row): void {
  const key = bookingKey(stop as DockedStop);
  const booking = key && rows.get('dock_booking', ...key);
  if (booking) rows.remove('dock_booking', booking);
}
