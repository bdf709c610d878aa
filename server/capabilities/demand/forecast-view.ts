import type { Id, IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { addDays } from '@intakt/material-flow';
import { accuracyOf } from './forecast-accuracy.ts';
import { readSeries } from './forecast-histories.ts';
import { type ForecastRow, listForecasts, readPanel } from './forecast-store.ts';
import { compareReleases } from './rules.ts';
import { listSchedules } from './store.ts';

/** So much of a history is drawn. */
const SHOWN_WEEKS = 156;
const MOST_PARTIES = 60;

/** One part at one site: what was, what the model says, what each party says, and how good each was. */
export async function viewPart(
  tx: Transaction,
  { owner, today, site, part }: { owner: Id; today: IsoDay; site: Id; part: Id },
) {
  const [series] = await readSeries(tx, { owner, today, part, site });
  const forecasts = await listForecasts(tx, { site, part, limit: MOST_PARTIES });
  const statistical = forecasts.find((row) => row.source === 'statistical' && row.owner === owner);
  const actual = new Map((series?.weeks ?? []).map(({ week, quantity }) => [week, quantity]));
  const model = statistical?.model;
  return {
    site,
    part,
    unit: series?.unit ?? statistical?.unit ?? forecasts[0]?.unit ?? 'H87',
    history: (series?.weeks ?? []).slice(-SHOWN_WEEKS),
    judged: series?.judged ?? {},
    historySource: series?.source ?? null,
    statistical: statistical ? { ...shown(statistical), levels: statistical.levels } : null,
    learnedFrom: model ? ((await readPanel(tx, model.run, model.panel)) ?? []) : [],
    parties: forecasts
      .filter((row) => row !== statistical)
      .map((row) => ({ ...shown(row), accuracy: accuracyOf(row.said, actual, back) })),
    accuracy: statistical ? accuracyOf(statistical.said, actual, back) : [],
    callOffs: (await listSchedules(tx, { part, shipTo: site, kind: 'delivery-forecast', limit: 20 })).map((row) => ({
      customer: row.customer,
      supplier: row.supplier,
      release: row.release,
      releasedOn: row.releasedOn,
      weeks: compareReleases(undefined, row.quantities).map(({ from, new: quantity }) => ({ week: from, quantity })),
    })),
  };
}

const back = (week: IsoDay, weeks: number): IsoDay => addDays(week, -7 * weeks);

const shown = ({ owner, source, partner, publishedOn, weeks, model, eventId }: ForecastRow) => ({
  owner,
  source,
  partner: partner || null,
  publishedOn,
  weeks,
  model,
  eventId,
});

/** One line per forecast part, for a list: how much is coming, how sure, and what deserves a look. */
export const asLine = ({ site, part, unit, publishedOn, weeks, levels, model }: ForecastRow) => {
  const next = weeks.slice(0, 13);
  const sum = (of: (week: (typeof next)[number]) => number): number =>
    Math.round(next.reduce((total, week) => total + of(week), 0) * 10) / 10;
  const [low, high] = [levels.indexOf(0.1), levels.indexOf(0.9)];
  return {
    ...{ site, part, unit, publishedOn },
    demand: model?.demand ?? null,
    models: (model?.models ?? []).map(({ name }) => name),
    nextQuarter: sum(({ quantity }) => quantity),
    low: low < 0 ? null : sum(({ quantiles }) => quantiles?.[low] ?? 0),
    high: high < 0 ? null : sum(({ quantiles }) => quantiles?.[high] ?? 0),
    wape: model?.backtest?.wape ?? null,
    bias: model?.backtest?.bias ?? null,
    valueAdded: model?.backtest?.valueAdded ?? null,
    odd: (model?.flags.length ?? 0) + (model?.outliers.length ?? 0),
  };
};
