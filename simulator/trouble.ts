import { chance, pick } from './chance.ts';
import type { Relation, SupplyLane } from './network-shape.ts';

/** What is wrong with a lane on the day the demonstration opens. */
export interface TroubleKind {
  /** The supplier stands still and ships nothing; or a load of it is very late. */
  cause: 'outage' | 'late-load';
  /** Working days of use that the customer still has. */
  daysLeft: number;
  /** Days after the opening from which the supplier delivers again, all that is behind. */
  lastsDays: number;
}

export interface Trouble extends TroubleKind {
  /** Pieces that the customer has less than it should. */
  deficit: number;
  /** Cumulative received until then. */
  base: number;
  /** Day number of the arrival that makes everything good. */
  recovery: number;
}

/** Some parts run out within a day or two, some within the week; of a load that is very late one part is missed. */
export function troubleOf(
  seed: number,
  relation: Relation,
  lane: SupplyLane,
  underway: number[],
): TroubleKind | undefined {
  if (lane.share < 1) return undefined;
  const dice = chance(seed, 'trouble', lane.lane);
  const within = chance(seed, 'days left', lane.lane);
  if (dice < 0.04) return { cause: 'outage', daysLeft: 0.6 + within, lastsDays: 5 };
  if (dice < 0.1) return { cause: 'outage', daysLeft: 3.2 + 2.5 * within, lastsDays: 12 };
  const late = underway.some((day) => delayOf(seed, relation, day, 0) > 8);
  if (late && relation.lanes[0] === lane) return { cause: 'late-load', daysLeft: 0.6, lastsDays: 4 };
  return undefined;
}

/** Hours that a load is late. Most are on time; of the late ones most are a few hours late, some two days. */
export function delayOf(seed: number, relation: Relation, day: number, index: number): number {
  if (chance(seed, 'late', relation.relation, day, index) >= 0.07) return 0;
  return 2 + 44 * chance(seed, 'how late', relation.relation, day, index) ** 2;
}

/** A supplier stands still: no arrival from day `from` up to, not including, day `to`. */
export interface Outage {
  from: number;
  to: number;
}

const FIRST_OUTAGES_AFTER_DAYS = 7;
const OUTAGE_PERIOD_DAYS = 21;
/** An outage is known to both sides this long before it begins. */
export const ANNOUNCED_DAYS = 2;

/** After the opening life goes on: in every three weeks a few suppliers stand still, long enough to be felt. */
export function outageOf(seed: number, lane: SupplyLane, day: number, opened: number): Outage | undefined {
  const period = Math.floor((day - opened - FIRST_OUTAGES_AFTER_DAYS) / OUTAGE_PERIOD_DAYS);
  if (period < 0 || lane.share < 1 || chance(seed, 'outage', lane.lane, period) >= 0.03) return undefined;
  const begins = opened + FIRST_OUTAGES_AFTER_DAYS + period * OUTAGE_PERIOD_DAYS;
  const from = begins + pick(seed, [0, 2], 'outage begins', lane.lane, period);
  const to = from + pick(seed, [14, 18], 'outage lasts', lane.lane, period);
  return day >= from && day < to ? { from, to } : undefined;
}
