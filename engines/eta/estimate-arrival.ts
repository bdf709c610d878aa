import { type CarrierBias, correctedEstimate } from './carrier-bias.ts';
import { clockHoursFor, type DriverState } from './driving-times.ts';
import { type LegModel, legQuantiles } from './fit-legs.ts';
import { givenElapsed } from './given-elapsed.ts';
import type { Leg } from './leg.ts';
import { blend, type Quantiles, sampleQuantiles, valueAt } from './levels.ts';

export interface Journey {
  /** Legs still to come; the first one is under way. */
  legs: readonly Leg[];
  /** Hours since the first leg began; of a drive hours at the wheel. */
  elapsedHours?: number;
  /** Absent: rests are not reckoned (sea, rail, two drivers). Time waited at a border or dock counts as no rest. */
  driver?: DriverState;
  /** What the carrier itself says, hours from now. */
  carrierSays?: { carrier: string; saidHours: number };
}

/** Hours from now until the arrival. */
export interface ArrivalEstimate {
  p50Hours: number;
  p80Hours: number;
  p95Hours: number;
  quantiles: Quantiles;
}

export type EtaAnswer = { ok: true; estimate: ArrivalEstimate } | { ok: false; unknown: Leg };

/** Enough that P95 rests on fifty points. */
const POINTS = 1021;

/**
 * Estimates an arrival: the legs' times are added up over a lattice of their quantiles, drives take the rests that the
 * driver must make, and what the carrier says counts for as much as it has proved to be sharp.
 *
 * @returns P50, P80 and P95, or the leg of a kind of which nothing was learned
 * @example estimateArrival({ model }, { legs: [drive], driver: {} })
 */
export function estimateArrival({ model, bias }: { model: LegModel; bias?: CarrierBias }, journey: Journey): EtaAnswer {
  const legs: { leg: Leg; quantiles: Quantiles }[] = [];
  for (const [at, leg] of journey.legs.entries()) {
    const quantiles = legQuantiles(model, leg);
    if (!quantiles) return { ok: false, unknown: leg };
    legs.push({ leg, quantiles: at === 0 ? givenElapsed(quantiles, journey.elapsedHours ?? 0) : quantiles });
  }
  const own = sampleQuantiles(sums(legs, journey.driver));
  const quantiles = journey.carrierSays && bias ? heeding(own, correctedEstimate(bias, journey.carrierSays)) : own;
  return { ok: true, estimate: estimateOf(quantiles) };
}

const estimateOf = (quantiles: Quantiles): ArrivalEstimate => ({
  p50Hours: valueAt(quantiles, 0.5),
  p80Hours: valueAt(quantiles, 0.8),
  p95Hours: valueAt(quantiles, 0.95),
  quantiles,
});

/**
 * Korobov's rank-1 lattice: point i of leg j lies at i·aʲ / N, shifted by half a step; with N prime and a primitive root
 * every leg runs through all levels, and no two together (Niederreiter 1992, "Random Number Generation", ch. 5).
 */
function sums(legs: readonly { leg: Leg; quantiles: Quantiles }[], driver: DriverState | undefined): number[] {
  return Array.from({ length: POINTS }, (_, point) => {
    let [hours, wheel, factor] = [0, 0, 1];
    for (const { leg, quantiles } of legs) {
      const drawn = valueAt(quantiles, (((point * factor) % POINTS) + 0.5) / POINTS);
      if (leg.kind === 'drive' && driver) wheel += drawn;
      else hours += drawn;
      factor = (factor * GENERATOR) % POINTS;
    }
    return hours + (wheel > 0 ? clockHoursFor(wheel, driver) : 0);
  });
}

/** The primitive root of 1021 whose lattices of two to six legs have the least P₂ (Sloan & Joe 1994, ch. 4) but for few. */
const GENERATOR = 610;

/** Two estimates, each weighted by one over the square of its width between P20 and P80. */
function heeding(own: Quantiles, said: Quantiles): Quantiles {
  const precision = (quantiles: Quantiles): number =>
    1 / Math.max(1e-6, valueAt(quantiles, 0.8) - valueAt(quantiles, 0.2)) ** 2;
  return blend(own, said, precision(own) / (precision(own) + precision(said)));
}
