import { greatCircleKm } from '../../capabilities/visibility/index.ts';
import type { Place, SensorKind } from './reading.ts';

/** Why a row is kept but moves nothing. */
export type Mark =
  | 'clock-ahead'
  | 'null-island'
  | 'late'
  | 'teleport'
  | 'out-of-range'
  | 'unassigned'
  | 'unknown-shipment';

export interface Fix extends Place {
  /** Milliseconds since 1970. */
  at: number;
}
/** The last fix that was believed, and one that was not but may yet turn out right. */
export interface Trail {
  last?: Fix;
  doubted?: Fix;
}

/** Clocks of devices run ahead a little; one that is an hour ahead would hide every later position. */
const MOST_AHEAD_MS = 3_600_000;
/** A receiver without a fix reports 0/0, in the Gulf of Guinea. */
const NULL_ISLAND_DEGREES = 0.01;
/** Faster than any truck, train or ship, with room for what a receiver is off by; aeroplanes are followed by their milestones. */
const FASTEST_KMH = 350;
const OFF_BY_KM = 3;

/** What each sensor can mean at all; beyond it the unit is wrong or the sensor broken. */
const RANGES: Record<SensorKind, [number, number]> = {
  temperatureC: [-90, 150],
  humidityPercent: [0, 100],
  shockG: [0, 2000],
  door: [0, 1],
};

export const markSensor = (kind: SensorKind, value: number): Mark | undefined =>
  value < RANGES[kind][0] || value > RANGES[kind][1] ? 'out-of-range' : undefined;

export const markInstant = (at: number, now: number): Mark | undefined =>
  at > now + MOST_AHEAD_MS ? 'clock-ahead' : undefined;

/**
 * Judges a fix by the trail before it, and says how the trail goes on. A jump is doubted; when the next fix agrees
 * with the jump and not with what was before, it was the old one that was wrong.
 */
export function judgeFix(trail: Trail, fix: Fix): { mark?: Mark; trail: Trail } {
  if (Math.abs(fix.longitude) < NULL_ISLAND_DEGREES && Math.abs(fix.latitude) < NULL_ISLAND_DEGREES)
    return { mark: 'null-island', trail };
  const { last, doubted } = trail;
  if (last && fix.at <= last.at) return { mark: 'late', trail };
  if (!last || isWithinReach(last, fix)) return { trail: { last: fix } };
  if (doubted && fix.at > doubted.at && isWithinReach(doubted, fix)) return { trail: { last: fix } };
  return { mark: 'teleport', trail: { last, doubted: fix } };
}

const isWithinReach = (from: Fix, to: Fix): boolean =>
  greatCircleKm(from, to) <= OFF_BY_KM + (FASTEST_KMH * (to.at - from.at)) / 3_600_000;
