import type { Fit, Fitted, History } from '../model.ts';
import { clamp, least, lineThrough, mean, meanAbsolute } from '../moments.ts';
import { minimise } from '../nelder-mead.ts';
import { seasonalIndices } from '../seasonality.ts';
import { admissibleForms, type Form, nameOfForm } from './ets-form.ts';
import { ALPHA, BETA, deviance, GAMMA, LEVEL, PHI, type State, TREND } from './ets-recursion.ts';
import { geometricSum } from './exponential-smoothing.ts';

/**
 * Exponential smoothing with the form of least AICc. The first seasonal states are those of the classical decomposition and
 * are not searched for: eleven dimensions less for months, and hardly a worse forecast. All forms are tried on a coarse grid;
 * the best few are then searched in full. With an earlier fit of the same series to start from, its form is kept.
 *
 * @see Hyndman, Koehler, Snyder, Grose: A state space framework for automatic forecasting using exponential smoothing
 * methods, International Journal of Forecasting 18 (2002)
 * @example fitEts({ id: 'P', values: Float64Array.of(5, 5, 5, 5, 5, 5), period: 1 })!.points(1) // 5
 */
export const fitEts: Fit = (history, start) => {
  const series = prepare(history);
  const earlier = (start as FittedEts | undefined)?.search;
  if (earlier && isAdmissible(series, earlier.form)) {
    return asFitted(series, search(series, earlier, RESUMED));
  }
  const tried = admissibleForms(series).map((form) => bestOfGrid(series, form));
  const found = finalistsOf(tried).map((finalist) => search(series, finalist, FULL));
  return asFitted(
    series,
    found.reduce((best, candidate) => (candidate.criterion < best.criterion ? candidate : best)),
  );
};

/** A full search moves a form by some points of AICc: what is further behind on the grid rarely wins, and costs as much. */
const finalistsOf = (tried: Found[]): Found[] => {
  const [best, ...others] = tried.sort((a, b) => a.criterion - b.criterion);
  return best ? [best, ...others.slice(0, 2).filter(({ criterion }) => criterion <= best.criterion + 12)] : [];
};

const FULL = { iterations: 45, tolerance: 1e-5 };
const RESUMED = { iterations: 20, tolerance: 1e-5 };

interface FittedEts extends Fitted {
  readonly search: Found;
}

interface Series {
  /** Divided by `scale`, so that products of several stay within bounds. */
  values: Float64Array;
  scale: number;
  period: number;
  positive: boolean;
  seasonal: boolean;
  additive: Float64Array;
  multiplicative: Float64Array;
}

function prepare({ values: all, period }: History): Series {
  const given = period > 1 ? all.subarray(Math.max(0, all.length - SEASONS * period)) : all;
  const scale = meanAbsolute(given);
  const values = given.map((value) => value / scale);
  const positive = least(values) > 0;
  const seasonal = period > 1 && values.length >= 2 * period + 3;
  return {
    values,
    scale,
    period,
    positive,
    seasonal,
    additive: seasonal ? seasonalIndices(values, period, 'additive') : NO_SEASON,
    multiplicative: seasonal && positive ? seasonalIndices(values, period, 'multiplicative') : NO_SEASON,
  };
}

/** What a season was like longer ago than this does not make its indices better, and costs time. */
const SEASONS = 12;

/** One place that stays 0, so that the recursion reads and writes the same kind of array in every form. */
const NO_SEASON = new Float64Array(1);

const isAdmissible = (series: Series, form: Form): boolean =>
  admissibleForms(series).some((other) => nameOfForm(other) === nameOfForm(form));

interface Found {
  form: Form;
  /** Parameters and first states, in the places that the recursion expects. */
  parameters: Float64Array;
  criterion: number;
}

/** A few smoothing parameters that between them are near most series. */
const GRID = [
  [0.1, 0.05],
  [0.3, 0.05],
  [0.3, 0.2],
  [0.7, 0.05],
] as const;

function bestOfGrid(series: Series, form: Form): Found {
  const state = emptyState(series, form);
  const first = firstStates(series, form);
  let best: Found = { form, parameters: first, criterion: Number.POSITIVE_INFINITY };
  for (const [alpha, gamma] of GRID) {
    const parameters = first.slice();
    parameters[ALPHA] = alpha;
    parameters[GAMMA] = form.season === 'N' ? 0 : gamma;
    const criterion = criterionOf(series, form, parameters, state);
    if (criterion <= best.criterion) best = { form, parameters, criterion };
  }
  return best;
}

/** Level and trend of the line through the first season or ten values, taken without their season. */
function firstStates(series: Series, form: Form): Float64Array {
  const count = Math.min(Math.max(10, series.period), series.values.length);
  const indices = seasonOf(series, form);
  const plain = series.values.slice(0, count).map((value, i) => {
    if (form.season === 'N') return value;
    const index = indices[i % indices.length]!;
    return form.season === 'A' ? value - index : value / index;
  });
  const parameters = new Float64Array(6);
  parameters[LEVEL] = mean(plain);
  parameters[PHI] = form.trend === 'D' ? 0.95 : 1;
  parameters[BETA] = form.trend === 'N' ? 0 : 0.03;
  parameters[TREND] = form.trend === 'N' ? 0 : lineThrough(plain).slope;
  return parameters;
}

const seasonOf = (series: Series, { season }: Form): Float64Array =>
  season === 'A' ? series.additive : season === 'M' ? series.multiplicative : NO_SEASON;

const emptyState = (series: Series, form: Form): State => ({
  level: 0,
  trend: 0,
  season: seasonOf(series, form).slice(),
});

/** AICc; first seasonal states count as parameters although they are not searched for: they come from the same values. */
function criterionOf(series: Series, form: Form, parameters: Float64Array, state: State): number {
  state.season.set(seasonOf(series, form));
  return deviance(series.values, form, parameters, state) + penaltyOf(series, form);
}

function penaltyOf({ values, period }: Series, { trend, season }: Form): number {
  const count = 3 + TREND_PLACES[trend] + (season === 'N' ? 0 : period);
  const left = values.length - count - 1;
  return 2 * count + (left > 0 ? (2 * count * (count + 1)) / left : 1e9);
}

const TREND_PLACES = { N: 0, A: 2, D: 3 };

/** The places that a form leaves free, and how far the first steps of the search go. */
const freePlaces = ({ trend, season }: Form): { place: number; step: number }[] => [
  { place: ALPHA, step: 0.2 },
  { place: LEVEL, step: 0.05 },
  ...(season === 'N' ? [] : [{ place: GAMMA, step: 0.08 }]),
  ...(trend === 'N'
    ? []
    : [
        { place: BETA, step: 0.05 },
        { place: TREND, step: 0.01 },
      ]),
  ...(trend === 'D' ? [{ place: PHI, step: -0.05 }] : []),
];

function search(series: Series, from: Found, limits: { iterations: number; tolerance: number }): Found {
  const { form } = from;
  const state = emptyState(series, form);
  const free = freePlaces(form);
  const parameters = from.parameters.slice();
  const objective = (point: Float64Array): number => {
    for (let i = 0; i < free.length; i++) parameters[free[i]!.place] = point[i]!;
    const excess = bringInside(parameters, form);
    return criterionOf(series, form, parameters, state) + 2 * series.values.length * excess;
  };
  const { point } = minimise(
    objective,
    free.map(({ place }) => from.parameters[place]!),
    free.map(({ step }) => step),
    { iterations: limits.iterations, tolerance: limits.tolerance },
  );
  const criterion = objective(point);
  return { form, parameters, criterion };
}

/** Usual region of ETS: 0 < β < α < 1, 0 < γ < 1 − α, 0.8 ≤ φ ≤ 0.98. Gives back how far outside it was. */
function bringInside(p: Float64Array, { trend, season }: Form): number {
  let excess = bringTo(p, ALPHA, 1e-4, 0.9999);
  if (season !== 'N') excess += bringTo(p, GAMMA, 1e-4, 1 - p[ALPHA]!);
  if (trend !== 'N') excess += bringTo(p, BETA, 1e-4, p[ALPHA]!);
  if (trend === 'D') excess += bringTo(p, PHI, 0.8, 0.98);
  return excess;
}

function bringTo(p: Float64Array, place: number, low: number, high: number): number {
  const given = p[place]!;
  p[place] = clamp(given, low, high);
  return Math.abs(given - p[place]!);
}

function asFitted(series: Series, found: Found): FittedEts {
  const { form, parameters: p } = found;
  const state = emptyState(series, form);
  criterionOf(series, form, p, state);
  const { scale, values } = series;
  return {
    search: found,
    parameters: { form: nameOfForm(form), α: p[ALPHA]!, β: p[BETA]!, γ: p[GAMMA]!, φ: p[PHI]! },
    points: (horizon) =>
      Float64Array.from({ length: horizon }, (_, i) => {
        const base = state.level + geometricSum(p[PHI]!, i + 1) * state.trend;
        const index = state.season[(values.length + i) % state.season.length]!;
        return scale * (form.season === 'A' ? base + index : form.season === 'M' ? base * index : base);
      }),
  };
}
