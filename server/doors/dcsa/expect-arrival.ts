import type { TransportMilestone } from '@intakt/contract';
import { clockHoursFor } from '@intakt/eta';

/** What was said of the same consignment before. */
export interface Said extends Pick<TransportMilestone, 'milestone' | 'certainty' | 'at' | 'place'> {
  /** When it was said: what comes late by the wire must not undo what was said after it. */
  saidAt: string;
}
export interface Expecting {
  expectedAt: string;
  heldAt?: string;
  expectedBeforeHold?: string;
  /** Distance from the place of the step to where the goods must go, where both are known. */
  onwardKm?: number;
}

/**
 * Assumed until carriers say better; docs/visibility.md names them. A hold lasts two days, and longer in half days as long
 * as nobody ends it; a container leaves the port a day after its ship has come; trucks go at 70 km/h over roads a quarter
 * longer than the straight line.
 */
const HOLD_HOURS = 48;
const HOLD_STEP_HOURS = 12;
const PORT_HOURS = 24;
const ROAD = { factor: 1.25, speedKmh: 70 };
/** Less than this is noise of schedules. */
const LEAST_MOVE_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;

/**
 * When the goods are then expected, or undefined where a step does not move that. An estimate moves the arrival by as much
 * as it differs from what was said of the same step at the same place before. Pure.
 */
export function expectArrival(step: Said, before: readonly Said[], now: Expecting): string | undefined {
  if (step.milestone === 'held') return step.certainty === 'actual' ? duringHold(now) : undefined;
  if (step.milestone === 'released') return step.certainty === 'actual' ? afterHold(step.at, now) : undefined;
  if (!MOVING.has(step.milestone) || step.certainty === 'planned') return undefined;
  if (before.some((one) => isFurther(one, step))) return undefined;
  const same = before.filter((one) => one.milestone === step.milestone && placeKey(one) === placeKey(step));
  if (same.some((one) => isNewer(one, step))) return undefined;
  const last = same.at(-1);
  const moved = last ? shifted(now.expectedAt, Date.parse(step.at) - Date.parse(last.at)) : atTheEarliest(step, now);
  return moved && Math.abs(Date.parse(moved) - Date.parse(now.expectedAt)) >= LEAST_MOVE_MS ? moved : undefined;
}

const MOVING = new Set<Said['milestone']>(['departed', 'arrived', 'discharged']);

/** What is late leaves late, comes late and is unloaded late: once a coming is spoken of, the last one alone counts. */
const isFurther = (one: Said, step: Said): boolean =>
  one.milestone === 'arrived' &&
  (step.milestone !== 'arrived' || (placeKey(one) !== placeKey(step) && Date.parse(one.at) > Date.parse(step.at)));

/** What has happened stands against every estimate, and a later estimate against an earlier one. */
const isNewer = (one: Said, step: Said): boolean =>
  (one.certainty === 'actual' && step.certainty !== 'actual') || Date.parse(one.saidAt) > Date.parse(step.saidAt);

const placeKey = ({ place }: Said): string => place?.unLocode ?? place?.site ?? place?.name ?? place?.facility ?? '';

const shifted = (instant: string, byMs: number): string => new Date(Date.parse(instant) + byMs).toISOString();

/** Nothing was said of this step before: the goods cannot come before the port and the road behind it. */
function atTheEarliest({ milestone, at }: Said, { expectedAt, onwardKm }: Expecting): string | undefined {
  if (milestone === 'departed' || onwardKm === undefined) return undefined;
  const port = milestone === 'arrived' ? PORT_HOURS : 0;
  const earliest = shifted(at, (port + clockHoursFor((onwardKm * ROAD.factor) / ROAD.speedKmh)) * HOUR_MS);
  return earliest > new Date(expectedAt).toISOString() ? earliest : undefined;
}

const duringHold = ({ expectedAt, heldAt }: Expecting): string | undefined =>
  heldAt ? undefined : shifted(expectedAt, HOLD_HOURS * HOUR_MS);

/** What it really took, instead of what was assumed. */
function afterHold(releasedAt: string, { heldAt, expectedBeforeHold }: Expecting): string | undefined {
  if (!heldAt || !expectedBeforeHold) return undefined;
  return shifted(expectedBeforeHold, Math.max(0, Date.parse(releasedAt) - Date.parse(heldAt)));
}

/** A hold that outlasts what was assumed moves the arrival on, half a day at a time. */
export function prolongedHold(now: string, { expectedAt, heldAt, expectedBeforeHold }: Expecting): string | undefined {
  if (!heldAt || !expectedBeforeHold) return undefined;
  const elapsedMs = Date.parse(now) - Date.parse(heldAt);
  if (elapsedMs < HOLD_HOURS * HOUR_MS) return undefined;
  const steps = Math.floor((elapsedMs - HOLD_HOURS * HOUR_MS) / (HOLD_STEP_HOURS * HOUR_MS)) + 1;
  const until = shifted(expectedBeforeHold, (HOLD_HOURS + steps * HOLD_STEP_HOURS) * HOUR_MS);
  return until > new Date(expectedAt).toISOString() ? until : undefined;
}
