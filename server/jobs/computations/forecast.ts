import type { IsoDay } from '@intakt/contract';
import {
  forecastPanel,
  type History,
  type PartForecast,
  phaseOver,
  type Request,
  score,
  shareOfSuccessor,
  withPredecessor,
} from '@intakt/forecast';
import { addDays, dayNumber } from '@intakt/material-flow';
import type { ForecastAnswer, ForecastOrder, ForecastPart, Succession } from '../../capabilities/demand/index.ts';
import type { Doing } from '../../job-kind.ts';
import { type PreparedHistory, prepareHistory, seriesId } from './prepare-history.ts';

/** So many series learn from each other, and are forecast before the next look at whether to stop. */
const PANEL = 400;
const JUDGED_WEEKS = 13;
/** Of a phase-over, where it stands today is read off the last weeks of both parts. */
const SHARE_WEEKS = 4;

/** Forecasts every series that was given, panel by panel. What cannot be forecast is named, and stops nothing. */
export function computeForecasts(order: ForecastOrder, { tell, stopping }: Doing): ForecastAnswer {
  const last = addDays(order.thisWeek, -7);
  const answer: ForecastAnswer = { parts: [], panels: [], unforecast: [] };
  const prepared = order.series.flatMap((series) => {
    const one = prepareHistory(series, order.calendar, last);
    if (!one) answer.unforecast.push({ site: series.site, part: series.part, reason: 'empty' });
    return one ?? [];
  });
  const joined = joinSuccessions(prepared, order.successions);
  for (let start = 0; start < joined.length && !stopping(); start += PANEL) {
    tell(start / joined.length, { done: start, of: joined.length });
    forecastGroup(joined.slice(start, start + PANEL), order, answer);
  }
  splitSuccessions(answer, prepared, order);
  return answer;
}

interface Joined extends PreparedHistory {
  predecessor?: string;
}

/** A successor is forecast on what both parts were needed for, its predecessor not at all: its share follows. */
function joinSuccessions(prepared: PreparedHistory[], successions: readonly Succession[]): Joined[] {
  const bySuccessor = new Map(successions.map((one) => [one.successor, one]));
  const replaced = new Set(successions.map(({ predecessor }) => predecessor));
  const byId = new Map(prepared.map((one) => [one.history.id, one]));
  const joined: Joined[] = [];
  for (const one of prepared) {
    const succession = bySuccessor.get(one.series.part);
    const before = succession && byId.get(seriesId({ site: one.series.site, part: succession.predecessor }));
    if (succession && before) joined.push(join(one.series, one, before, succession));
    else if (!replaced.has(one.series.part)) joined.push(one);
  }
  for (const succession of successions)
    for (const before of prepared.filter(({ series }) => series.part === succession.predecessor)) {
      const series = { ...before.series, part: succession.successor, weeks: [], judged: {} };
      if (!byId.has(seriesId(series))) joined.push(join(series, undefined, before, succession));
    }
  return joined;
}

function join(
  series: PreparedHistory['series'],
  own: PreparedHistory | undefined,
  before: PreparedHistory,
  { predecessor, ratio }: Succession,
): Joined {
  const fresh: History = own?.history ?? { id: seriesId(series), values: new Float64Array(0), period: 1 };
  const history = withPredecessor(fresh, { predecessor: before.history, ratio });
  const base = own ?? { ...before, gaps: [], flags: [], outliers: [] };
  const from = own && own.from < before.from ? own.from : before.from;
  return { ...base, series, history: { ...history, id: seriesId(series) }, from, predecessor };
}

function forecastGroup(group: Joined[], order: ForecastOrder, answer: ForecastAnswer): void {
  const request: Request = { horizon: order.horizon, levels: order.levels, tier: order.tier };
  const { parts, unforecast } = forecastEach(
    group.map(({ history }) => history),
    request,
  );
  const judged = backtestOf(group, request);
  const byId = new Map(group.map((one) => [one.history.id, one]));
  const panels = new Map<readonly string[], number>();
  for (const part of parts) {
    const one = byId.get(part.id)!;
    let panel = panels.get(part.learnedFrom);
    if (panel === undefined) {
      panel = answer.panels.length;
      panels.set(part.learnedFrom, panel);
      const learned = part.learnedFrom.length > 0 ? part.learnedFrom : [part.id];
      answer.panels.push(learned.map((id) => seriesAt(byId.get(id)!)));
    }
    answer.parts.push(asPart(one, part, { panel, order, backtest: judged.get(part.id) }));
  }
  for (const { id, reason } of unforecast) answer.unforecast.push({ ...seriesAt(byId.get(id)!), reason });
}

const seriesAt = ({ series: { site, part } }: Joined): { site: string; part: string } => ({ site, part });

/** Should a panel fall over a series, its halves are tried: only the culprit is left out. */
function forecastEach(
  panel: readonly History[],
  request: Request,
): { parts: PartForecast[]; unforecast: { id: string; reason: string }[] } {
  try {
    const { parts, unforecast } = forecastPanel(panel, request);
    return { parts: [...parts], unforecast: [...unforecast] };
  } catch (error) {
    if (panel.length === 1) return { parts: [], unforecast: [{ id: panel[0]!.id, reason: String(error) }] };
    const half = panel.length >> 1;
    const [a, b] = [forecastEach(panel.slice(0, half), request), forecastEach(panel.slice(half), request)];
    return { parts: [...a.parts, ...b.parts], unforecast: [...a.unforecast, ...b.unforecast] };
  }
}

type Backtest = NonNullable<ForecastPart['model']['backtest']>;

/** What would have been said a quarter ago, as if nothing later were known, against what came: for each series by itself. */
function backtestOf(group: readonly Joined[], request: Request): Map<string, Backtest> {
  const horizon = Math.min(JUDGED_WEEKS, request.horizon);
  const known = group
    .filter(({ history }) => history.values.length > 2 * horizon)
    .map(({ history }) => ({ ...history, values: history.values.subarray(0, history.values.length - horizon) }));
  const full = new Map(group.map(({ history }) => [history.id, history.values]));
  const past = new Map(known.map((history) => [history.id, history]));
  const { parts } = known.length > 0 ? forecastEach(known, { ...request, horizon }) : { parts: [] };
  return new Map(
    parts.map(({ id, points, quantiles }) => {
      const actual = full.get(id)!.slice(-horizon);
      const scores = score([{ history: past.get(id)!, points, quantiles, actual }], request.levels);
      const { wape, bias, mase, coverage, valueAdded } = scores;
      return [id, { weeks: horizon, ...rounded({ wape, bias, mase, coverage, valueAdded }) }];
    }),
  );
}

const rounded = (scores: Record<string, number | undefined>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(scores).flatMap(([name, value]) =>
      value !== undefined && Number.isFinite(value) ? [[name, Math.round(value * 1e4) / 1e4]] : [],
    ),
  );

function asPart(
  one: Joined,
  forecast: PartForecast,
  { panel, order, backtest }: { panel: number; order: ForecastOrder; backtest: Backtest | undefined },
): ForecastPart {
  const { site, part, unit } = one.series;
  const days = calendarAhead(order, site, one.usualDays);
  const scaled = (values: Float64Array): Float64Array => values.map((value, week) => Math.max(0, value) * days[week]!);
  return {
    ...{ site, part, unit },
    points: scaled(forecast.points),
    quantiles: forecast.quantiles.map(scaled),
    model: {
      demand: forecast.demand,
      models: forecast.models.map(({ name, weight }) => ({ name, weight: Math.round(weight * 1e4) / 1e4 })),
      historyFrom: one.from,
      historyTo: addDays(order.thisWeek, -7),
      weeks: one.history.values.length,
      panel,
      learnedFrom: forecast.learnedFrom.length,
      ...(one.predecessor ? { predecessor: one.predecessor } : {}),
      gaps: one.gaps.slice(-530),
      outliers: one.outliers.slice(-100),
      flags: one.flags.slice(-100),
      ...(backtest ? { backtest } : {}),
    },
  };
}

/** Share of a usual week that each week ahead has: nothing where the site is closed. */
function calendarAhead({ calendar, thisWeek, horizon }: ForecastOrder, site: string, usualDays: number): number[] {
  const start = Math.round((dayNumber(thisWeek) - dayNumber(calendar.from)) / 7);
  return Array.from({ length: horizon }, (_, week) => {
    const open = calendar.days[site]?.[start + week];
    return open === undefined ? 1 : open / usualDays;
  });
}

/** Divides what both parts of a succession are needed for; quantiles go with the expected demand. */
function splitSuccessions(answer: ForecastAnswer, prepared: PreparedHistory[], order: ForecastOrder): void {
  const histories = new Map(prepared.map(({ history }) => [history.id, history]));
  const successions = new Map(order.successions.map((one) => [one.successor, one]));
  for (const part of [...answer.parts]) {
    const succession = part.model.predecessor === undefined ? undefined : successions.get(part.part);
    if (!succession) continue;
    const { site } = part;
    const old = histories.get(seriesId({ site, part: succession.predecessor }))!;
    const fresh = histories.get(seriesId(part));
    const { ratio, predecessor } = succession;
    const plan = {
      start: weeksAhead(order.thisWeek, succession.startsOn),
      end: weeksAhead(order.thisWeek, succession.endsOn),
      ratio,
      shareNow: fresh ? shareOfSuccessor(fresh, { predecessor: old, ratio, buckets: SHARE_WEEKS }) : 0,
    };
    const [points, ...quantiles] = [part.points, ...part.quantiles].map((joint) => phaseOver(joint, plan));
    const { predecessor: _joined, ...model } = part.model;
    answer.parts.push({
      ...part,
      part: predecessor,
      points: points!.phasedOut,
      quantiles: quantiles.map(({ phasedOut }) => phasedOut),
      model,
    });
    part.points = points!.phasedIn;
    part.quantiles = quantiles.map(({ phasedIn }) => phasedIn);
  }
}

const weeksAhead = (thisWeek: IsoDay, week: IsoDay): number => Math.round((dayNumber(week) - dayNumber(thisWeek)) / 7);
