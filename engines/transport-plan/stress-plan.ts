import { inspectNetwork } from './findings.ts';
import { runShare } from './milk-run.ts';
import type { PlanNetwork } from './network.ts';
import { gapsOf, patternOf } from './patterns.ts';
import { type Prepared, prepare } from './prepared.ts';
import type { MasterTour, TransportPlan } from './transport-plan.ts';

/** How a plan fares in weeks that it was not planned against. */
export interface StressReport {
  weeks: number;
  tours: TourStress[];
  /** Mean fill of all runs in each week, ascending. */
  fillByWeek: number[];
  /** Share of all runs for which one truck is not enough. */
  overflowShare: number;
}

export interface TourStress {
  tour: string;
  /** Of its runs over all weeks: how full. */
  fillP10: number;
  fillP50: number;
  fillP90: number;
  overflowShare: number;
  /** The mean over runs of what does not fit, in trucks. */
  overflowTrucks: number;
}

/**
 * Drives every master tour through sampled weeks with swinging volumes. Take another seed than the plan's own, so that it is tried
 * on weeks that it has not seen.
 */
export function stressPlan(
  network: PlanNetwork,
  plan: TransportPlan,
  { weeks, seed }: { weeks: number; seed: number },
): StressReport {
  const prepared = prepare(network, inspectNetwork(network).usable, { seed, weeks });
  const runs = plan.tours.map((tour) => sharesOf(prepared, tour));
  const tours = plan.tours.map((tour, i) => tourStress(tour.id, runs[i]!.flat()));
  const fillByWeek = Array.from({ length: weeks }, (_, week) =>
    mean(runs.flatMap((byWeek) => byWeek[week]!.map((share) => Math.min(1, share)))),
  );
  const all = runs.flat(2);
  return {
    weeks,
    tours,
    fillByWeek: fillByWeek.sort((a, b) => a - b),
    overflowShare: all.length > 0 ? all.filter((share) => share > 1).length / all.length : 0,
  };
}

/** By week, how full each run is; above 1 where it does not fit. */
function sharesOf(prepared: Prepared, tour: MasterTour): number[][] {
  const lanes = tour.stops.flatMap(({ lane }) => prepared.lanes.find(({ stated }) => stated.id === lane)?.number ?? []);
  const truck = prepared.trucks.findIndex(({ stated }) => stated.id === tour.truck);
  const gaps = gapsOf(patternOf(tour.weekdays), prepared.working);
  return Array.from({ length: prepared.weeks }, (_, week) =>
    gaps.map((gap) => runShare(prepared, { lanes, truck }, week, gap / prepared.working.length)),
  );
}

function tourStress(tour: string, shares: number[]): TourStress {
  const sorted = shares.toSorted((a, b) => a - b);
  const at = (level: number) => sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))] ?? 0;
  const over = shares.filter((share) => share > 1);
  return {
    tour,
    ...{ fillP10: at(0.1), fillP50: at(0.5), fillP90: at(0.9) },
    overflowShare: over.length / Math.max(1, shares.length),
    overflowTrucks: over.reduce((sum, share) => sum + share - 1, 0) / Math.max(1, shares.length),
  };
}

const mean = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
