import { chance, pick } from '../chance.ts';
import type { ToldStop, ToldTour } from './told-tour.ts';

const MINUTE_MS = 60_000;
/** Of the ways that take longer than a moment, so many meet something. */
const DELAYED_SHARE = 0.12;
const SHORT_WAY_MS = 45 * MINUTE_MS;
/** A carrier notices what holds a truck up when so much of the way is driven. */
const NOTICED_AFTER = 0.4;

/** One stop as it is driven (ms): what was reported of it already, else what will be. */
export interface DrivenStop {
  stop: ToldStop;
  /** When the truck set out for it; at the first stop the tour begins. */
  setsOutAt: number;
  arrivesAt: number;
  servedAt: number;
  leavesAt: number;
  /** Minutes that the way to it takes longer, when that is known. */
  delay?: { minutes: number; noticedAt: number };
}

/**
 * How a tour is driven: as planned, a little sooner or later everywhere, now and then much later. What somebody has reported is what
 * the rest follows from. Depends on the seed and the tour's own plan only.
 */
export function driveOf(seed: number, tour: ToldTour, stops: readonly ToldStop[]): DrivenStop[] {
  const mark = markOf(tour, stops);
  const driven: DrivenStop[] = [];
  for (const stop of stops) driven.push(driveTo(seed, mark, stop, driven.at(-1)));
  return driven;
}

/** Names a tour by what it is, so that the same plan is driven the same way whatever its tours are called. */
export const markOf = ({ day, vehicleType, departsAt }: ToldTour, stops: readonly ToldStop[]): string =>
  [day, vehicleType, departsAt, ...stops.map(({ site }) => site)].join(' ');

function driveTo(seed: number, mark: string, stop: ToldStop, before: DrivenStop | undefined): DrivenStop {
  const about = [mark, stop.position];
  const minutes = (range: [number, number], what: string): number => MINUTE_MS * pick(seed, range, what, ...about);
  const planned = Date.parse(stop.plannedArrival);
  const way = before ? Math.max(0, planned - Date.parse(before.stop.plannedDeparture)) : 0;
  const setsOutAt = before?.leavesAt ?? planned + minutes([0, 9], 'sets out');
  const isHeldUp = way > SHORT_WAY_MS && chance(seed, 'held up', ...about) < DELAYED_SHARE;
  const heldUp = isHeldUp ? minutes([22, 75], 'how long') : 0;
  const usual = way > SHORT_WAY_MS ? minutes([-4, 7], 'way') : 0;
  const arrivesAt = told(stop.arrivedAt) ?? setsOutAt + way + usual + heldUp;
  const service = Math.max(0, Date.parse(stop.plannedDeparture) - Date.parse(stop.plannedStart));
  const hurry = 0.9 + 0.25 * chance(seed, 'service', ...about);
  const servedAt = told(stop.servedAt) ?? Math.max(arrivesAt, opens(stop)) + service * hurry;
  const leavesAt = told(stop.departedAt) ?? servedAt + minutes([2, 6], 'leaves');
  return {
    ...{ stop, setsOutAt, arrivesAt, servedAt, leavesAt },
    ...(isHeldUp && { delay: { minutes: heldUp / MINUTE_MS, noticedAt: setsOutAt + NOTICED_AFTER * way } }),
  };
}

const told = (instant: string | null): number | undefined => (instant ? Date.parse(instant) : undefined);

/** A truck waits for its dock slot, or for the gate where the plan has it wait. */
function opens({ dockSlot, plannedStart, plannedArrival }: ToldStop): number {
  if (dockSlot?.from) return Date.parse(dockSlot.from);
  return Date.parse(plannedStart) > Date.parse(plannedArrival) ? Date.parse(plannedStart) : 0;
}
