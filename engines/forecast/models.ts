import { fitAdida, fitImapa } from './intermittent/aggregate-disaggregate.ts';
import { fitNegativeBinomial } from './intermittent/negative-binomial.ts';
import { SHRUNK_BUCKETS } from './intermittent/shrunk-buckets.ts';
import { fitTsb } from './intermittent/tsb.ts';
import { type Model, ownModel } from './model.ts';
import { autoregression } from './models/burg.ts';
import { fitComplexSmoothing } from './models/complex-smoothing.ts';
import { fitDynamicTheta } from './models/dynamic-theta.ts';
import { fitEts } from './models/ets.ts';
import { fitDampedTrend, fitSimpleSmoothing } from './models/exponential-smoothing.ts';
import { POOLED_RIDGE } from './models/pooled-ridge.ts';
import { fitSeasonalNaive } from './models/seasonal-naive.ts';
import { overGrains } from './models/temporal-aggregation.ts';
import { fitTheta } from './models/theta.ts';
import { onLogs, withoutSeason } from './seasonality.ts';

const FIORUCCI = 'Fiorucci, Pellegrini, Louzada, Petropoulos, Koehler (2016), Int. J. of Forecasting 32';
const BURG = 'Burg (1975), Maximum entropy spectral analysis, Stanford';

const smooth = (described: Omit<Parameters<typeof ownModel>[0], 'demand'>): Model =>
  ownModel({ ...described, demand: 'smooth' });

const gaps = (described: Omit<Parameters<typeof ownModel>[0], 'demand'>): Model =>
  ownModel({ ...described, demand: 'intermittent' });

/** Every model there is. To add one: its file, and a line here. */
export const MODELS = [
  smooth({
    name: 'seasonal-naive',
    paper: 'Hyndman, Athanasopoulos (2021), Forecasting: Principles and Practice, § 5.2',
    leastBuckets: 1,
    fit: fitSeasonalNaive,
  }),
  smooth({
    name: 'simple-smoothing',
    paper: 'Brown (1959), Statistical Forecasting for Inventory Control',
    leastBuckets: 3,
    fit: withoutSeason(fitSimpleSmoothing),
  }),
  smooth({
    name: 'damped-trend',
    paper: 'Gardner, McKenzie (1985), Management Science 31',
    leastBuckets: 4,
    fit: withoutSeason(fitDampedTrend),
  }),
  smooth({
    name: 'theta',
    paper: 'Assimakopoulos, Nikolopoulos (2000), Int. J. of Forecasting 16',
    leastBuckets: 3,
    fit: withoutSeason(fitTheta),
  }),
  smooth({ name: 'dynamic-theta', paper: FIORUCCI, leastBuckets: 4, fit: withoutSeason(fitDynamicTheta) }),
  smooth({ name: 'dynamic-theta-logs', paper: FIORUCCI, leastBuckets: 4, fit: onLogs(fitDynamicTheta) }),
  smooth({
    name: 'complex-smoothing',
    paper: 'Svetunkov, Kourentzes, Ord (2022), Naval Research Logistics 69',
    leastBuckets: 8,
    fit: withoutSeason(fitComplexSmoothing),
  }),
  smooth({
    name: 'ets',
    paper: 'Hyndman, Koehler, Snyder, Grose (2002), Int. J. of Forecasting 18',
    leastBuckets: 6,
    fit: fitEts,
  }),
  smooth({ name: 'autoregression', paper: BURG, leastBuckets: 12, fit: autoregression({ mostLags: 25 }) }),
  smooth({
    name: 'long-autoregression',
    paper: BURG,
    leastBuckets: 60,
    fit: autoregression({ mostLags: 106 }),
  }),
  smooth({
    name: 'recent-autoregression',
    paper: BURG,
    leastBuckets: 60,
    fit: autoregression({ mostLags: 54, lastBuckets: 260 }),
  }),
  smooth({
    name: 'temporal-aggregation',
    paper: 'Athanasopoulos, Hyndman, Kourentzes, Petropoulos (2017), European J. of Operational Research 262',
    leastBuckets: 8,
    fit: overGrains(fitDynamicTheta),
  }),
  POOLED_RIDGE,
  gaps({
    name: 'tsb',
    paper: 'Teunter, Syntetos, Babai (2011), European J. of Operational Research 214',
    leastBuckets: 1,
    fit: fitTsb,
  }),
  gaps({
    name: 'adida',
    paper:
      'Nikolopoulos, Syntetos, Boylan, Petropoulos, Assimakopoulos (2011), J. of the Operational Research Society 62',
    leastBuckets: 2,
    fit: fitAdida,
  }),
  gaps({
    name: 'imapa',
    paper: 'Petropoulos, Kourentzes (2015), J. of the Operational Research Society 66',
    leastBuckets: 2,
    fit: fitImapa,
  }),
  gaps({
    name: 'negative-binomial',
    paper: 'Snyder, Ord, Beaumont (2012), Int. J. of Forecasting 28',
    leastBuckets: 2,
    fit: fitNegativeBinomial,
  }),
  SHRUNK_BUCKETS,
] as const satisfies readonly Model[];

/** The model of that name; a bug where there is none. */
export function modelNamed(name: string): Model {
  const model = MODELS.find((other) => other.name === name);
  if (!model)
    throw new Error(`There is no model "${name}"; there are ${MODELS.map((other) => other.name).join(', ')}.`);
  return model;
}
