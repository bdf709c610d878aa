import type { Instant, IsoDay } from '@intakt/contract';

/** The server's one clock: jobs, screens and estimates read it, nothing else tells the time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  instant(): Instant;
  today(): IsoDay;
}

/** `start` shifts the clock (INTAKT_NOW); `speed` lets it run faster than the wall's. */
export function createClock({
  start,
  speed = 1,
  wall = Date.now,
}: {
  start?: string;
  speed?: number;
  wall?: () => number;
}): Clock {
  const began = wall();
  const origin = start ? Date.parse(start) : began;
  if (Number.isNaN(origin))
    throw new Error(`INTAKT_NOW is "${start}"; it must be an instant such as 2026-03-01T06:00:00Z.`);
  const now = (): number => Math.floor(origin + (wall() - began) * speed);
  const instant = (): Instant => new Date(now()).toISOString();
  return { now, instant, today: () => instant().slice(0, 10) };
}
