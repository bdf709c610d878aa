import type { PlanTour } from './queries.ts';

const HOUR = 3_600_000;

/** From the first departure to the last arrival, to whole hours. */
export interface Span {
  from: number;
  to: number;
}

export function spanOf(tours: readonly Pick<PlanTour, 'planned'>[]): Span {
  const times = tours.flatMap(({ planned }) =>
    planned ? [Date.parse(planned.departureAt), Date.parse(planned.arrivalAt)] : [],
  );
  if (times.length === 0) return { from: 0, to: HOUR };
  return { from: Math.floor(Math.min(...times) / HOUR) * HOUR, to: Math.ceil(Math.max(...times) / HOUR) * HOUR };
}

export const share = ({ from, to }: Span, instant: string): number =>
  ((Date.parse(instant) - from) / (to - from)) * 100;

/** Hours, half days or days that are named, no more than a narrow board bears. */
export function ticksOf({ from, to }: Span): number[] {
  const hours = (to - from) / HOUR;
  const step = [1, 2, 3, 6, 12, 24, 48].find((every) => hours / every <= 6) ?? 96;
  const ticks: number[] = [];
  for (let at = Math.ceil(from / (step * HOUR)) * step * HOUR; at <= to; at += step * HOUR) ticks.push(at);
  return ticks;
}

/** Before which stop an order is put that was dropped at a moment: behind all that have begun by then. */
export function positionAt({ planned, stops }: PlanTour, order: string, at: number): number {
  const others = (planned?.stops ?? []).filter((stop) => stop.order !== order);
  if (!planned) return stops.filter((stop) => stop.order !== order).length;
  return others.filter((stop) => Date.parse(stop.startAt) < at).length;
}
