import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { forecastPanel } from './forecast-panel.ts';
import type { History } from './model.ts';
import { modelNamed } from './models.ts';
import { type Judged, score } from './scoring.ts';

interface Line {
  id: string;
  m: number;
  h: number;
  train: number[];
  test: number[];
}

const load = (name: string): Line[] =>
  gunzipSync(readFileSync(`${process.env.INTAKT_DATA}/forecast/${name}.jsonl.gz`))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const historyOf = ({ id, m, train }: Line): History => ({ id, period: m, values: Float64Array.from(train) });

/** Mean absolute scaled error of one model over a set. */
function maseOf(model: string, lines: readonly Line[]): number {
  const trained = modelNamed(model).train(lines.map(historyOf), lines[0]!.h);
  const judged = lines.map((line): Judged => {
    const history = historyOf(line);
    const { points } = trained.forecast(history)!;
    return { history, points, quantiles: [], actual: Float64Array.from(line.test) };
  });
  return score(judged, []).mase!;
}

/** Godahewa, Bergmeir, Webb, Hyndman, Montero-Manso: Monash time series forecasting archive, NeurIPS 34 (2021), table 5. */
const PUBLISHED = [
  ['m1_monthly_617', 'theta', 1.091],
  ['m1_monthly_617', 'ets', 1.074],
  ['tourism_monthly_366', 'theta', 1.649],
  ['tourism_monthly_366', 'ets', 1.526],
] as const;

describe.skipIf(!process.env.INTAKT_DATA)('on public series (needs INTAKT_DATA)', () => {
  test.each(PUBLISHED)(
    '%s: %s has the MASE that the Monash archive reports, %f, within 4 %',
    (set, model, published) => {
      expect(Math.abs(maseOf(model, load(set)) / published - 1)).toBeLessThan(0.04);
    },
  );

  test('iMAPA has the RMSSE that StatsForecast reaches on car parts, 0.668, within 3 %', () => {
    const lines = load('carparts_odd_1337');
    const trained = modelNamed('imapa').train(lines.map(historyOf), 12);
    const judged = lines.map((line): Judged => {
      const history = historyOf(line);
      const { points } = trained.forecast(history)!;
      return { history, points, quantiles: [], actual: Float64Array.from(line.test) };
    });
    expect(Math.abs(score(judged, []).rmsse! / 0.668 - 1)).toBeLessThan(0.03);
  });

  test('the default pipeline is better than every single model of its panel, and its intervals cover', () => {
    const lines = load('m1_monthly_617');
    const levels = [0.025, 0.5, 0.975];
    const { parts } = forecastPanel(lines.map(historyOf), { horizon: 18, levels });
    const judged = parts.map(
      (part, i): Judged => ({ ...part, history: historyOf(lines[i]!), actual: Float64Array.from(lines[i]!.test) }),
    );
    const { mase, coverage } = score(judged, levels);
    for (const model of ['ets', 'theta', 'dynamic-theta', 'damped-trend'])
      expect(mase).toBeLessThan(maseOf(model, lines));
    expect(coverage).toBeGreaterThan(0.94);
    expect(coverage).toBeLessThan(0.96);
  });
});
