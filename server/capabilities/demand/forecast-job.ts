import { type EventCommand, type ForecastModel, Id, type IsoDay } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import { type Static, Type } from 'typebox';
import type { House } from '../../house.ts';
import { type JobKind, type JobRun, principalOfRun } from '../../job-kind.ts';
import { may } from './access.ts';
import { type Calendar, type ReportedSeries, readCalendar, readSeries } from './forecast-histories.ts';
import { mondayOf } from './forecast-rules.ts';
import { readSuccessions, type Succession } from './forecast-store.ts';

const ForecastInput = Type.Object(
  {
    horizonWeeks: Type.Optional(Type.Integer({ minimum: 1, maximum: 104 })),
    /** `fast` for very many series. */
    tier: Type.Optional(Type.Enum(['full', 'fast'])),
    part: Type.Optional(Id),
    site: Type.Optional(Id),
  },
  { additionalProperties: false },
);
type ForecastInput = Static<typeof ForecastInput>;

/** The middle, and what bounds 80 % and 95 % of what may come. */
const LEVELS = [0.025, 0.1, 0.5, 0.9, 0.975];
const HORIZON_WEEKS = 26;
/** Calendars reach as far back as histories do. */
const CALENDAR_WEEKS_BACK = 261;
/** Beyond so many series the cheaper models are taken unless somebody asks otherwise. */
const FAST_FROM = 20_000;
const BATCH = 500;

/** What the computation is given. */
export interface ForecastOrder {
  series: ReportedSeries[];
  successions: Succession[];
  calendar: Calendar;
  /** Monday of the first week that is forecast. */
  thisWeek: IsoDay;
  horizon: number;
  levels: number[];
  tier: 'full' | 'fast';
}

export interface ForecastPart {
  site: string;
  part: string;
  unit: string;
  points: Float64Array;
  quantiles: Float64Array[];
  model: Omit<ForecastModel, 'run'>;
}

export interface ForecastAnswer {
  parts: ForecastPart[];
  panels: { site: string; part: string }[][];
  unforecast: { site: string; part: string; reason: string }[];
}

/** Forecasts all parts of who asks, from the histories that it may see; cancelled, it publishes what it has. */
export const forecastJob: JobKind<ForecastInput, ForecastOrder, ForecastAnswer> = {
  name: 'forecast',
  input: ForecastInput,
  may: may.plan,
  keepsBest: true,
  gather: async (house, run) => {
    const { part, site, horizonWeeks: horizon = HORIZON_WEEKS } = run.input;
    const today = house.clock.today();
    const thisWeek = mondayOf(today);
    return house.db.as(
      principalOfRun(run),
      async (tx) => {
        const series = await readSeries(tx, { owner: run.organisation, today, part, site });
        const from = addDays(thisWeek, -7 * CALENDAR_WEEKS_BACK);
        const tier = run.input.tier ?? (series.length > FAST_FROM ? 'fast' : 'full');
        return {
          series,
          successions: await readSuccessions(tx, run.organisation),
          calendar: await readCalendar(tx, from, CALENDAR_WEEKS_BACK + horizon),
          ...{ thisWeek, horizon, tier, levels: LEVELS },
        };
      },
      { readOnly: true },
    );
  },
  conclude: async (house, run, answer) => {
    const publishedOn = house.clock.today();
    const thisWeek = mondayOf(publishedOn);
    await say(house, run, [
      ...answer.panels.map((series, panel) => ({
        type: 'forecast-panel-stated' as const,
        about: `panel-${panel}`,
        data: { owner: run.organisation, run: run.id, panel, series },
      })),
      ...answer.parts.map((part) => ({
        type: 'forecast-published' as const,
        about: `${part.site}/${part.part}`,
        data: asPublished(part, run, { publishedOn, thisWeek }),
      })),
    ]);
    const { parts, unforecast } = answer;
    return { forecast: parts.length, unforecast: unforecast.length, reasons: unforecast.slice(0, 50) };
  },
};

const round = (value: number): number => Math.round(value * 1000) / 1000;

const asPublished = (
  { site, part, unit, points, quantiles, model }: ForecastPart,
  run: JobRun,
  { publishedOn, thisWeek }: { publishedOn: IsoDay; thisWeek: IsoDay },
) => ({
  owner: run.organisation,
  source: 'statistical' as const,
  ...{ site, part, unit, publishedOn },
  levels: LEVELS,
  weeks: Array.from(points, (quantity, week) => ({
    week: addDays(thisWeek, 7 * week),
    quantity: round(quantity),
    quantiles: quantiles.map((level) => round(level[week]!)),
  })),
  model: { ...model, run: run.id },
});

/** In groups, so that no single one is large; ids derive from the run, so that one that is concluded twice says it once. */
async function say(
  house: House,
  run: JobRun,
  sayings: { type: EventCommand['type']; about: string; data: unknown }[],
): Promise<void> {
  const commands = sayings.map(({ type, about, data }) => ({
    type,
    source: 'intakt/forecast',
    id: `${run.id}.${run.attempts}/${about}`,
    occurredAt: run.createdAt,
    data,
    causationId: run.id,
  })) as EventCommand[];
  for (let at = 0; at < commands.length; at += BATCH) {
    const batch = commands.slice(at, at + BATCH);
    const results = await house.recorder.record({ organisation: run.organisation, system: true }, batch);
    for (const result of results) if (!result.ok) throw result.refusal;
  }
}
