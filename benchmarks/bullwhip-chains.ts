import { bullwhipRatio, type OrderingTier, ordersOfChain } from '@intakt/demand-planning';
import { demonstrationNetwork } from '@intakt/simulator';

const SEEDS = 20;
const WEEKS = 520;
/** Weeks that only fill the averages. */
const WARM_UP = 110;

export interface Measured {
  /** Mean over the seeds of the bullwhip at tier 3, and the half width of its 95 % interval (Student's t, 19 degrees). */
  mean: number;
  halfWidth: number;
}

/**
 * The bullwhip at tier 3 of every chain of the demonstration network, at weekly call-offs, with and without shared end demand: the
 * ordering rule is the same in both runs, the only difference is the signal that it gets.
 *
 * @param averagedWeeks p of the rule
 */
export function measureBullwhip(averagedWeeks: number): { without: Measured; shared: Measured; chains: number } {
  const chains = chainsOf(averagedWeeks);
  const runs = Array.from({ length: SEEDS }, (_, seed) =>
    [false, true].map((shared) => {
      const ratios = chains.map((tiers, chain) => ratioAtTop(endDemand(1000 * seed + chain + 1), tiers, shared));
      return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    }),
  );
  return {
    without: summary(runs.map(([without]) => without!)),
    shared: summary(runs.map(([, shared]) => shared!)),
    chains: chains.length,
  };
}

function ratioAtTop(demand: Float64Array, tiers: readonly OrderingTier[], shared: boolean): number {
  const top = ordersOfChain(demand, tiers, { shared }).at(-1)!;
  return bullwhipRatio(top.subarray(WARM_UP), demand.subarray(WARM_UP))!;
}

/** Weekly demand whose deviations live on by half into the next week. */
function endDemand(seed: number): Float64Array {
  let state = seed;
  let deviation = 0;
  return Float64Array.from({ length: WEEKS + WARM_UP }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    deviation = 0.5 * deviation + (state / 2 ** 32 - 0.5);
    return 1000 + 200 * deviation;
  });
}

/** One chain per tier-3 supplier and customer, up the first relation of each: weeks of making and of transport. */
function chainsOf(averagedBuckets: number): OrderingTier[][] {
  const { organisations, relations, outputs } = demonstrationNetwork(1);
  const tierOf = new Map(organisations.map(({ organisation, tier }) => [organisation, tier]));
  const aheadOf = new Map(outputs.map(({ owner, daysAhead }) => [owner, daysAhead]));
  const weeksOf = ({ supplier, transitHours, lanes }: (typeof relations)[number]): number =>
    Math.ceil((aheadOf.get(supplier)! - lanes[0]!.need.daysAhead + transitHours / 24) / 7);
  return relations
    .filter(({ supplier, customer }) => tierOf.get(supplier) === 3 && tierOf.get(customer) === 2)
    .flatMap((lowest) => {
      const middle = relations.find(
        ({ supplier, customer }) => supplier === lowest.customer && tierOf.get(customer) === 1,
      );
      const upper = middle && relations.find(({ supplier }) => supplier === middle.customer);
      if (!middle || !upper) return [];
      return [[upper, middle, lowest].map((relation) => ({ leadTimeBuckets: weeksOf(relation), averagedBuckets }))];
    });
}

const STUDENT_19 = 2.093;

function summary(values: readonly number[]): Measured {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, halfWidth: STUDENT_19 * Math.sqrt(variance / values.length) };
}

/** The table of docs/demand.md: short and long averages, for with the long ones sharing has little left to remove. */
export function bullwhipTable(): string {
  const rows = [4, 13, 52].map((weeks) => {
    const { without, shared } = measureBullwhip(weeks);
    const show = ({ mean, halfWidth }: Measured): string => `${mean.toFixed(2)} ± ${halfWidth.toFixed(2)}`;
    const removed = Math.round(100 * (1 - shared.mean / without.mean));
    return `| ${weeks} weeks | ${show(without)} | ${show(shared)} | ${removed} % |`;
  });
  return [
    "| average over | from the customer's orders | from shared end demand | removed |",
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
