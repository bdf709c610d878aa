import { blend, type Quantiles, sampleQuantiles } from './levels.ts';

/** One estimate that a carrier gave, and what came of it. */
export interface CarrierEstimate {
  carrier: string;
  /** Hours from when it was said until the arrival that it named, and until the real one. */
  saidHours: number;
  realHours: number;
}

/** How carriers err: the real time as a multiple of what was said. */
export interface CarrierBias {
  all: Quantiles;
  carriers: ReadonlyMap<string, Quantiles>;
}

const PRIOR_ESTIMATES = 15;
/** In the last minutes before the arrival multiples say nothing any more. */
const SHORTEST_HOURS = 0.25;

/**
 * Learns by how much each carrier's own estimates are wrong and how they scatter, drawn towards all carriers' while few
 * are known.
 *
 * @throws RangeError when there is no estimate at all
 */
export function fitCarrierBias(estimates: readonly CarrierEstimate[]): CarrierBias {
  const ratios = (some: readonly CarrierEstimate[]): number[] =>
    some.map(({ saidHours, realHours }) => Math.max(realHours, SHORTEST_HOURS) / Math.max(saidHours, SHORTEST_HOURS));
  const all = sampleQuantiles(ratios(estimates));
  const byCarrier = Map.groupBy(estimates, ({ carrier }) => carrier);
  const carriers = [...byCarrier].map(([carrier, own]): [string, Quantiles] => [
    carrier,
    blend(sampleQuantiles(ratios(own)), all, own.length / (own.length + PRIOR_ESTIMATES)),
  ]);
  return { all, carriers: new Map(carriers) };
}

/** A carrier's estimate with its bias taken out: hours still to come, at `LEVELS`. */
export function correctedEstimate(bias: CarrierBias, said: { carrier: string; saidHours: number }): Quantiles {
  const ratios = bias.carriers.get(said.carrier) ?? bias.all;
  return ratios.map((ratio) => ratio * Math.max(said.saidHours, SHORTEST_HOURS));
}
