import type { Part } from '@intakt/contract';
import { dayNumber, type IsoDay, isoWeekday } from '@intakt/material-flow';
import { averageUse, BuildPlan } from './build-plan.ts';
import { works, yearStart } from './calendar.ts';
import { chance } from './chance.ts';
import type { DemonstrationNetwork, Need, Relation, SupplyLane } from './network-shape.ts';
import { ANNOUNCED_DAYS, delayOf, type Outage, outageOf, type Trouble, troubleOf } from './trouble.ts';

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
/** From the gate until the receipt is posted. */
export const UNLOADING_MS = 1.25 * HOUR_MS;
const MOST_REMEMBERED = 5000;
/** No load is later than this. */
export const LATEST_DAYS = 2;
const TRUCK_KG = 22_000;
const MOST_LOADS = 8;
/** Loads of one day arrive between the relation's hour and this one, UTC. */
const LAST_HOUR = 20;
/** Rhythms repeat weekly; even the days between the years end within this many days. */
export const LONGEST_GAP_DAYS = 30;

/** One truck or ship with what is on it. */
export interface Load {
  relation: Relation;
  /** Day number of the planned arrival, and which of that day's loads it is. */
  day: number;
  index: number;
  despatchNote: string;
  departsAt: number;
  plannedAt: number;
  /** When it really arrives; it is known from `noticedAt` on. */
  arrivesAt: number;
  noticedAt: number;
  lines: LoadLine[];
}

export interface LoadLine {
  lane: SupplyLane;
  quantity: number;
  /** Despatched since the beginning of the year, this line included. */
  cumulative: number;
  /** Pieces that the customer will not find when it counts. */
  lost: number;
}

/**
 * What travels when. Everything is computed from the build plan and the seed: the load that
 * arrives on a day is the same whoever asks, before the opening or after a restart.
 *
 * The customer calls off, per arrival, what covers its need until the next one (`target`, cumulative). What a supplier
 * is behind (`missing`) goes with its next load; so the cumulative received is always target − missing.
 */
export class DeliveryPlan {
  readonly builds: BuildPlan;
  readonly opened: number;
  readonly network: DemonstrationNetwork;
  readonly parts: ReadonlyMap<string, Part>;
  /** A partner's own number, by `organisation|part`. */
  readonly partNumbers: ReadonlyMap<string, string>;
  /** Asked for again and again while a load is under way; forgotten when too many. */
  readonly #loads = new Map<string, Load[]>();
  readonly #troubles = new Map<SupplyLane, Trouble>();

  constructor(network: DemonstrationNetwork, openedOn: IsoDay) {
    this.network = network;
    this.opened = dayNumber(openedOn);
    this.builds = new BuildPlan(network.seed);
    this.parts = new Map(network.parts.map((part) => [part.part, part]));
    this.partNumbers = new Map(
      network.partNumbers.map(({ organisation, part, number }) => [`${organisation}|${part}`, number]),
    );
    for (const relation of network.relations) this.#makeTrouble(relation);
  }

  /** Days on which the relation arrives, from `first` to `last` (day numbers, both included). */
  arrivalDays(relation: Relation, first: number, last: number): number[] {
    const days: number[] = [];
    for (let day = first; day <= last; day++) if (arrivesOn(relation, day)) days.push(day);
    return days;
  }

  /** All loads of the relation that arrive, as planned, on a day. */
  loads(relation: Relation, day: number): Load[] {
    const key = `${relation.number} ${day}`;
    const known = this.#loads.get(key);
    if (known) return known;
    if (this.#loads.size >= MOST_REMEMBERED) this.#loads.clear();
    const loads = this.#planLoads(relation, day);
    this.#loads.set(key, loads);
    return loads;
  }

  #planLoads(relation: Relation, day: number): Load[] {
    const before = previousArrival(relation, day);
    const whole = relation.lanes.map((lane) => this.#line(relation, lane, before, day));
    const massKg = this.massKg(whole);
    const count = Math.min(MOST_LOADS, Math.max(1, Math.ceil(massKg / TRUCK_KG)));
    const loads: Load[] = [];
    for (let index = 0; index < count; index++) {
      const lines = whole.map((line) => partOfLine(line, index, count)).filter(({ quantity }) => quantity > 0);
      if (lines.length > 0) loads.push(this.#load(relation, day, index, count, lines));
    }
    return loads;
  }

  massKg(lines: LoadLine[]): number {
    return lines.reduce((sum, { lane, quantity }) => sum + quantity * (this.parts.get(lane.part)?.massKg ?? 0), 0);
  }

  /** Loads that leave within a stretch of time (ms), the end included. */
  loadsDeparting({ from, to }: { from: number; to: number }): Load[] {
    return this.#loadsBetween(from, to, true).filter(({ departsAt }) => departsAt > from && departsAt <= to);
  }

  /** Loads that really arrive within a stretch of time, late ones included. */
  loadsArriving({ from, to }: { from: number; to: number }): Load[] {
    return this.#loadsBetween(from, to, false).filter(({ arrivesAt }) => arrivesAt > from && arrivesAt <= to);
  }

  #loadsBetween(from: number, to: number, ahead: boolean): Load[] {
    const first = Math.max(this.opened, Math.floor(from / DAY_MS) - (ahead ? 0 : LATEST_DAYS));
    const until = Math.floor(to / DAY_MS);
    return this.network.relations.flatMap((relation) => {
      const last = until + (ahead ? Math.ceil(relation.transitHours / 24) + 1 : 0);
      return this.arrivalDays(relation, first, last).flatMap((day) => this.loads(relation, day));
    });
  }

  /** Loads on the way at a moment (ms): departed before, arriving at or after it. */
  inTransit(at: number): Load[] {
    const late = this.#loadsBetween(at - DAY_MS, at, false);
    const early = this.#loadsBetween(at + DAY_MS, at + DAY_MS, true);
    return [...new Set([...late, ...early])].filter(({ departsAt, arrivesAt }) => departsAt < at && arrivesAt >= at);
  }

  /** Called off so that the need is covered until the day before the next arrival; cumulative since the anchor. */
  target(relation: Relation, lane: SupplyLane, day: number): number {
    const covered = nextArrival(relation, day) - 1 + lane.need.daysAhead;
    return Math.ceil((this.builds.used(lane.need.usage, covered) * lane.share) / lane.pack) * lane.pack;
  }

  /** The same, less what both sides know on day `asOf` will not come before a trouble is over. */
  promised(relation: Relation, lane: SupplyLane, day: number, asOf = Number.POSITIVE_INFINITY): number {
    const trouble = this.#troubles.get(lane);
    if (trouble && day < trouble.recovery) {
      const held = trouble.cause === 'outage' && day >= this.opened;
      return held ? trouble.base : this.target(relation, lane, day) - trouble.deficit;
    }
    const outage = this.outage(lane, day);
    const known = outage && asOf >= outage.from - ANNOUNCED_DAYS;
    return this.target(relation, lane, known ? previousArrival(relation, outage.from) : day);
  }

  trouble(lane: SupplyLane): Trouble | undefined {
    return this.#troubles.get(lane);
  }

  outage(lane: SupplyLane, day: number): Outage | undefined {
    const outage = outageOf(this.network.seed, lane, day, this.opened);
    const trouble = this.#troubles.get(lane);
    return outage && trouble && outage.from <= trouble.recovery ? undefined : outage;
  }

  /** Received with all arrivals up to and including the one of `day`, since the anchor. */
  received(relation: Relation, lane: SupplyLane, day: number): number {
    return this.target(relation, lane, day) - this.#missing(relation, lane, day);
  }

  /** Cumulative at the zeroing day, which is New Year. */
  zero(relation: Relation, lane: SupplyLane, day: number): number {
    return this.target(relation, lane, previousArrival(relation, yearStart(day)));
  }

  /** What the site uses of a part on one day. */
  used(need: Pick<Need, 'usage' | 'daysAhead'>, day: number): number {
    return this.builds.used(need.usage, day + need.daysAhead) - this.builds.used(need.usage, day - 1 + need.daysAhead);
  }

  #makeTrouble(relation: Relation): void {
    const before = previousArrival(relation, this.opened);
    const later = this.arrivalDays(relation, this.opened, this.opened + LONGEST_GAP_DAYS);
    const underway = later.filter((day) => departureOf(relation, day) < this.opened * DAY_MS);
    for (const lane of relation.lanes) {
      const kind = troubleOf(this.network.seed, relation, lane, underway);
      if (!kind) continue;
      const deficit = Math.max(0, Math.round(averageUse(lane.need.usage) * (lane.need.safetyDays - kind.daysLeft)));
      const base = this.target(relation, lane, before) - deficit;
      const from = Math.max(this.opened + kind.lastsDays, (underway.at(-1) ?? 0) + 1);
      this.#troubles.set(lane, { ...kind, deficit, base, recovery: nextArrival(relation, from - 1) });
    }
  }

  /** What of the target is not delivered; until a trouble is over the customer knows, and calls off less. */
  #missing(relation: Relation, lane: SupplyLane, day: number): number {
    const agreed = this.target(relation, lane, day) - this.promised(relation, lane, day);
    return agreed || this.#short(relation, lane, day) + this.#lost(relation, lane, day);
  }

  /** Now and then a supplier is one container short; it follows with the next load. */
  #short(relation: Relation, lane: SupplyLane, day: number): number {
    if (day < this.opened || chance(this.network.seed, 'short', lane.lane, day) >= 0.012) return 0;
    return this.#calledOff(relation, lane, day) >= 2 * lane.pack ? lane.pack : 0;
  }

  #lost(relation: Relation, lane: SupplyLane, day: number): number {
    if (day < this.opened || chance(this.network.seed, 'lost', lane.lane, day) >= 0.008) return 0;
    return Math.floor(this.#calledOff(relation, lane, day) * 0.02);
  }

  #calledOff(relation: Relation, lane: SupplyLane, day: number): number {
    return this.target(relation, lane, day) - this.target(relation, lane, previousArrival(relation, day));
  }

  #line(relation: Relation, lane: SupplyLane, before: number, day: number): LoadLine {
    const lost =
      this.promised(relation, lane, day) < this.target(relation, lane, day) ? 0 : this.#lost(relation, lane, day);
    const despatched = this.received(relation, lane, day) + lost;
    const quantity = Math.max(0, despatched - this.received(relation, lane, before));
    return { lane, quantity, lost: Math.min(lost, quantity), cumulative: despatched - this.zero(relation, lane, day) };
  }

  #load(relation: Relation, day: number, index: number, count: number, lines: LoadLine[]): Load {
    const plannedAt = wholeMinute(
      arrivalOf(relation, day) + (index * (LAST_HOUR - relation.arrivalHour) * HOUR_MS) / count,
    );
    const departsAt = wholeMinute(plannedAt - relation.transitHours * HOUR_MS);
    const delayHours = day < this.opened ? 0 : delayOf(this.network.seed, relation, day, index);
    return {
      relation,
      day,
      index,
      despatchNote: `${String(relation.number).padStart(3, '0')}${String(day).padStart(5, '0')}${index}`,
      departsAt,
      plannedAt,
      arrivesAt: wholeMinute(plannedAt + delayHours * HOUR_MS),
      noticedAt: wholeMinute(departsAt + 0.4 * relation.transitHours * HOUR_MS),
      lines,
    };
  }
}

export function arrivesOn(relation: Relation, day: number): boolean {
  return relation.arrivalWeekdays.includes(isoWeekday(day)) && works(day);
}

export function nextArrival(relation: Relation, after: number): number {
  for (let day = after + 1; day <= after + LONGEST_GAP_DAYS; day++) if (arrivesOn(relation, day)) return day;
  throw new Error(`${relation.relation} does not arrive within ${LONGEST_GAP_DAYS} days.`);
}

export function previousArrival(relation: Relation, before: number): number {
  for (let day = before - 1; day >= before - LONGEST_GAP_DAYS; day--) if (arrivesOn(relation, day)) return day;
  throw new Error(`${relation.relation} did not arrive for ${LONGEST_GAP_DAYS} days.`);
}

const arrivalOf = (relation: Relation, day: number): number => day * DAY_MS + relation.arrivalHour * HOUR_MS;
const departureOf = (relation: Relation, day: number): number =>
  arrivalOf(relation, day) - relation.transitHours * HOUR_MS;

/** Containers are not opened to share a line among trucks; what is left over goes with the last one. */
function partOfLine(line: LoadLine, index: number, count: number): LoadLine {
  const packs = Math.floor(line.quantity / line.lane.pack);
  const upTo = (load: number) => (load === count ? line.quantity : Math.floor((packs * load) / count) * line.lane.pack);
  const last = index === count - 1;
  return {
    lane: line.lane,
    quantity: upTo(index + 1) - upTo(index),
    cumulative: line.cumulative - line.quantity + upTo(index + 1),
    lost: last ? Math.min(line.lost, upTo(count) - upTo(index)) : 0,
  };
}

const wholeMinute = (at: number): number => Math.round(at / 60_000) * 60_000;
