import { quantileLoss } from '../measures.ts';
import type { History, Model } from '../model.ts';
import { mean, median } from '../moments.ts';
import { type Buckets, learnBuckets } from './buckets.ts';
import { type Mixture, meanOfMixture, quantilesOfMixture, type WeightedValues } from './weighted-values.ts';

/**
 * The distribution of demand from a part's own past, shrunk towards what followed alike moments of all parts. How fast the past
 * is forgotten is not chosen but weighed, for the panel as a whole, by the quantile loss at earlier origins: four memories from
 * endless to a sixth of the history, each eight times less believed at first than the next longer one.
 *
 * @see Vovk: Aggregating strategies, COLT (1990), for weights that fall exponentially with loss; MacKay, Bauman Peto: A
 * hierarchical Dirichlet language model, Natural Language Engineering 1 (1995), for shrinking counts to a common distribution
 */
export const SHRUNK_BUCKETS: Model = {
  name: 'shrunk-buckets',
  paper:
    'Hasson, Wang, Januschowski, Gasthaus (2021), NeurIPS 34; MacKay, Bauman Peto (1995), Nat. Lang. Engineering 1',
  demand: 'intermittent',
  scope: 'pooled',
  train(panel, horizon) {
    const usable = panel.filter(({ values }) => values.length > 0);
    const memories = memoriesFor(usable);
    const weights = weighMemories(usable, memories, horizon);
    const buckets = learnBuckets(usable, horizon);
    return {
      learnedFrom: buckets.learnedFrom,
      forecast({ values }) {
        if (values.length === 0) return undefined;
        const mixture = mix(values, buckets, { memories, weights });
        return {
          points: new Float64Array(horizon).fill(meanOfMixture(mixture)),
          quantiles: (levels) => quantilesOfMixture(mixture, levels),
        };
      },
    };
  },
};

/** How many buckets of own history the panel's distribution counts for. */
const PANEL_COUNT = 8;
/** A loss that is 1 % larger takes away all but e⁻² of the belief. */
const SHARPNESS = 200;
const BELIEF_RATIO = 8;
const LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** The share of a bucket's weight that is left one bucket later, longest memory first. */
function memoriesFor(panel: readonly History[]): number[] {
  const span = Math.max(12, median(panel.map(({ values }) => values.length)));
  return [1, 1 - 2 / span, 1 - 4 / span, 1 - 6 / span];
}

interface Memory {
  memories: readonly number[];
  /** One per memory, to a sum of 1. */
  weights: readonly number[];
}

function weighMemories(panel: readonly History[], memories: readonly number[], horizon: number): number[] {
  const losses = memories.map(() => 0);
  for (const back of [1, 2, 3, 4, 5].map((times) => times * horizon)) {
    const cut = panel.filter(({ values }) => values.length - back >= Math.max(18, values.length >> 1));
    if (cut.length === 0) continue;
    const atOrigin = lossesAt(cut, { back, horizon, memories });
    const middle = mean(atOrigin) || 1;
    for (const [i, loss] of atOrigin.entries()) losses[i]! += loss / middle;
  }
  const least = Math.min(...losses);
  const beliefs = losses.map((loss, i) => BELIEF_RATIO ** -i * (least > 0 ? (loss / least) ** -SHARPNESS : 1));
  const total = beliefs.reduce((sum, belief) => sum + belief, 0);
  return beliefs.map((belief) => belief / total);
}

/** Quantile loss of each memory over all parts, when forecasting from `back` buckets before the end. */
function lossesAt(
  panel: readonly History[],
  { back, horizon, memories }: { back: number; horizon: number; memories: readonly number[] },
): number[] {
  const before = panel.map((history) => ({
    ...history,
    values: history.values.subarray(0, history.values.length - back),
  }));
  const buckets = learnBuckets(before, horizon);
  const losses = memories.map(() => 0);
  before.forEach(({ values }, place) => {
    const actual = panel[place]!.values.subarray(values.length, values.length + horizon);
    memories.forEach((memory, i) => {
      const quantiles = quantilesOfMixture(mix(values, buckets, { memories: [memory], weights: [1] }), LEVELS);
      for (const value of actual)
        for (let k = 0; k < LEVELS.length; k++) losses[i]! += quantileLoss(value, quantiles[k]!, LEVELS[k]!);
    });
  });
  return losses;
}

/** The memories' mixtures are one again: each own value has the sum of its weights, the panel what is left. */
function mix(values: Float64Array, buckets: Buckets, memory: Memory): Mixture {
  const byAge = new Float64Array(values.length);
  let share = 0;
  memory.memories.forEach((keep, i) => {
    const weight = memory.weights[i]!;
    if (weight < 1e-6) return;
    const total = keep === 1 ? values.length : (1 - keep ** values.length) / (1 - keep);
    let each = weight / (total + PANEL_COUNT);
    share += each * PANEL_COUNT;
    for (let age = 0; age < byAge.length; age++) {
      byAge[age]! += each;
      each *= keep;
    }
  });
  return { first: ownDistribution(values, byAge, 1 - share), second: buckets.distributionFor(values), share };
}

function ownDistribution(values: Float64Array, byAge: Float64Array, total: number): WeightedValues {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  return {
    values: Float64Array.from(order, (i) => values[i]!),
    weights: Float64Array.from(order, (i) => byAge[values.length - 1 - i]! / total),
  };
}
