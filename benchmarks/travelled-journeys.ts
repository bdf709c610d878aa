import { type CarrierEstimate, clockHoursFor, type Leg, type LegKind, type LegRecord } from '@intakt/eta';
import { chanceOf } from './chance.ts';

/** One journey as it was travelled. */
export interface TravelledJourney {
  lane: string;
  legs: LegRecord[];
  byRoad: boolean;
  /** Hours in all, with the rests of a driver. */
  hours: number;
  referenceHours: number;
  /** What the carrier said at the start. */
  said: CarrierEstimate;
}

export interface DrawnWorld {
  journeys: TravelledJourney[];
  lanes: string[];
}

const CARRIERS = 12;
const ORIGINS = 30;

/**
 * A world of lanes that no estimator knows the laws of: every place, lane, carrier and time of day has its own habit,
 * times scatter with long tails, trucks rest as the EU rules want it, and carriers' own estimates are optimistic, each
 * in its way. What an estimator may look at is what a shipper has: records of legs.
 */
export function drawJourneys({ lanes, seed }: { lanes: number; seed: number }): DrawnWorld {
  const chance = chanceOf(seed);
  const habits = new Habits(chance);
  const names = Array.from({ length: lanes }, (_, lane) => `lane-${lane}`);
  const journeys = names.flatMap((lane) => journeysOf(lane, habits, chance));
  return { journeys, lanes: names };
}

function journeysOf(lane: string, habits: Habits, chance: () => number): TravelledJourney[] {
  const byRoad = chance() < 0.7;
  const plan = byRoad ? roadPlan(lane, chance) : seaPlan(lane, chance);
  const carriers = Array.from(
    { length: 1 + Math.floor(chance() * 3) },
    () => `carrier-${Math.floor(chance() * CARRIERS)}`,
  );
  const count = 4 + Math.floor(60 * chance() ** 2);
  return Array.from({ length: count }, () => {
    const carrier = carriers[Math.floor(chance() * carriers.length)]!;
    return travel({ lane, byRoad, plan, carrier }, habits, chance);
  });
}

type PlannedLeg = Pick<Leg, 'kind' | 'origin' | 'lane' | 'referenceHours'>;

function roadPlan(lane: string, chance: () => number): PlannedLeg[] {
  const origin = `origin-${Math.floor(chance() * ORIGINS)}`;
  const legs: PlannedLeg[] = [{ kind: 'drive', origin, lane, referenceHours: 2 + 14 * chance() }];
  if (chance() < 0.4) legs.push(dwellAt('border', Math.floor(chance() * 8), 1.5));
  if (chance() < 0.5) legs.push(dwellAt('cross-dock', Math.floor(chance() * 15), 5));
  return legs;
}

function seaPlan(lane: string, chance: () => number): PlannedLeg[] {
  const port = Math.floor(chance() * 8);
  const origin = `port-${port}`;
  const other = 8 + Math.floor(chance() * 8);
  return [
    dwellAt('port', port, 60),
    { kind: 'sea', origin, lane, referenceHours: 100 + 600 * chance() },
    dwellAt('port', other, 60),
    { kind: 'drive', origin: `port-${other}`, lane, referenceHours: 2 + 8 * chance() },
  ];
}

const dwellAt = (kind: LegKind, place: number, referenceHours: number): PlannedLeg => ({
  kind,
  origin: `${kind}-${place % 3}`,
  lane: `${kind}-${place}`,
  referenceHours,
});

interface Trip {
  lane: string;
  byRoad: boolean;
  plan: PlannedLeg[];
  carrier: string;
}

function travel({ lane, byRoad, plan, carrier }: Trip, habits: Habits, chance: () => number): TravelledJourney {
  const startHour = Math.floor(chance() * 24);
  const legs = plan.map((leg): LegRecord => {
    const planned = { ...leg, carrier, startHour };
    return { ...planned, hours: leg.referenceHours * habits.multiple(planned) };
  });
  const wheel = byRoad
    ? sumOf(
        legs.filter(({ kind }) => kind === 'drive'),
        'hours',
      )
    : 0;
  const rests = wheel > 0 ? clockHoursFor(wheel) - wheel : 0;
  const hours = sumOf(legs, 'hours') + rests;
  const saidHours = hours * habits.carrierSays(carrier);
  return {
    lane,
    legs,
    byRoad,
    hours,
    referenceHours: sumOf(legs, 'referenceHours'),
    said: { carrier, saidHours, realHours: hours },
  };
}

const sumOf = (legs: readonly LegRecord[], field: 'hours' | 'referenceHours'): number =>
  legs.reduce((sum, leg) => sum + leg[field], 0);

/** How lanes scatter between each other, and times on one lane, as standard deviations of the logarithm. */
const SCATTER: Record<LegKind, { between: number; within: number; tail: number }> = {
  drive: { between: 0.12, within: 0.1, tail: 0.05 },
  rail: { between: 0.1, within: 0.15, tail: 0.05 },
  sea: { between: 0.08, within: 0.07, tail: 0.05 },
  air: { between: 0.1, within: 0.2, tail: 0.05 },
  port: { between: 0.3, within: 0.45, tail: 0.1 },
  border: { between: 0.3, within: 0.5, tail: 0.1 },
  'cross-dock': { between: 0.2, within: 0.35, tail: 0.05 },
};

class Habits {
  readonly #chance: () => number;
  readonly #known = new Map<string, number>();

  constructor(chance: () => number) {
    this.#chance = chance;
  }

  multiple({ kind, origin, lane, carrier, startHour }: Omit<Leg, 'referenceHours'>): number {
    const { between, within, tail } = SCATTER[kind];
    const usual =
      0.6 * this.#habit(`${kind} from ${origin}`, between) +
      0.8 * this.#habit(`${kind} on ${lane}`, between) +
      this.#habit(`${kind} by ${carrier}`, 0.05) +
      this.#habit(`${kind} at ${Math.floor(startHour / 6)}`, 0.08);
    const mishap = this.#chance() < tail ? -Math.log(this.#chance()) * 1.2 * within : 0;
    return Math.exp(usual + within * this.#normal() + mishap);
  }

  /** Carriers promise five to fifteen of a hundred too little, and err on top of that. */
  carrierSays(carrier: string): number {
    return (0.9 + this.#habit(`${carrier} promises`, 0.03)) * Math.exp(0.12 * this.#normal());
  }

  #habit(what: string, deviation: number): number {
    const habit = this.#known.get(what) ?? deviation * this.#normal();
    this.#known.set(what, habit);
    return habit;
  }

  /** Box & Muller 1958. */
  #normal(): number {
    return Math.sqrt(-2 * Math.log(this.#chance())) * Math.cos(2 * Math.PI * this.#chance());
  }
}
