import type { EventData, IsoDay } from '@intakt/contract';
import { need, type Projection, type Projections } from '../../record/projection.ts';
import type { Row } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { forecastProblem, keepSaid, mondayOf, type Said, weekProblem } from './forecast-rules.ts';

interface HistoryRow extends Row {
  unit: string;
  weeks: { week: IsoDay; quantity: number }[];
  judged: Record<IsoDay, { verdict: string; reason: string }>;
}

const historyStated: Projection<'demand-history-stated'> = {
  needs: ({ data }) => [need('demand_history', data.owner, data.site, data.part)],
  check: ({ data }) => weekProblem(data.weeks),
  apply: (event, rows) => {
    const { owner, site, part, unit, weeks } = event.data;
    const present = rows.get<HistoryRow>('demand_history', owner, site, part);
    const all = new Map((present?.weeks ?? []).map((one) => [one.week, one]));
    for (const one of weeks) all.set(one.week, one);
    rows.put('demand_history', {
      owner,
      site,
      part,
      unit,
      weeks: [...all.values()].sort((a, b) => (a.week < b.week ? -1 : 1)),
      judged: present?.judged ?? {},
      audience: event.audience,
      sequence: event.sequence,
    });
  },
};

const historyJudged: Projection<'demand-history-judged'> = {
  needs: ({ data }) => [need('demand_history', data.owner, data.site, data.part)],
  check: ({ data }) => weekProblem([data], 'data'),
  apply: (event, rows) => {
    const { owner, site, part, week, verdict, reason } = event.data;
    const present = rows.get<HistoryRow>('demand_history', owner, site, part);
    rows.put('demand_history', {
      owner,
      site,
      part,
      unit: present?.unit ?? 'H87',
      weeks: present?.weeks ?? [],
      judged: { ...present?.judged, [week]: { verdict, reason } },
      audience: event.audience,
      sequence: event.sequence,
    });
  },
};

const successionStated: Projection<'part-succession-stated'> = {
  needs: ({ data }) => [need('part_succession', data.owner, data.successor)],
  check: ({ data }) => successionProblem(data),
  apply: (event, rows) => {
    const { owner, successor, predecessor, ratio, startsOn, endsOn } = event.data;
    rows.put('part_succession', {
      ...{ owner, successor, predecessor, ratio },
      starts_on: mondayOf(startsOn),
      ends_on: mondayOf(endsOn),
      audience: event.audience,
      sequence: event.sequence,
    });
  },
};

function successionProblem(data: EventData<'part-succession-stated'>): Refusal | undefined {
  if (data.successor === data.predecessor)
    return new Refusal('INVALID', { path: 'successor', problem: 'is its own predecessor', value: data.successor });
  if (data.endsOn < data.startsOn)
    return new Refusal('INVALID', { path: 'endsOn', problem: `lies before ${data.startsOn}`, value: data.endsOn });
  return undefined;
}

const panelStated: Projection<'forecast-panel-stated'> = {
  needs: () => [],
  apply: (event, rows) => {
    const { owner, run, panel, series } = event.data;
    rows.put('forecast_panel', { owner, run, panel, series, audience: event.audience, sequence: event.sequence });
  },
};

interface ForecastRow extends Row {
  published_on: IsoDay;
  said: Said;
}

/** An older forecast that comes late stands in the ledger and changes nothing. */
const forecastPublished: Projection<'forecast-published'> = {
  needs: ({ data }) => [need('forecast', data.owner, data.source, data.partner ?? '', data.site, data.part)],
  check: ({ data }) => forecastProblem(data),
  apply: (event, rows) => {
    const { owner, source, partner = '', site, part, unit, publishedOn, levels, weeks, model } = event.data;
    const present = rows.get<ForecastRow>('forecast', owner, source, partner, site, part);
    if (present && present.published_on > publishedOn) return;
    rows.put('forecast', {
      ...{ owner, source, partner, site, part, unit, weeks },
      published_on: publishedOn,
      levels: levels ?? [],
      model: model ?? null,
      said: keepSaid(present?.said ?? {}, weeks, publishedOn),
      event_id: event.eventId,
      audience: event.audience,
      sequence: event.sequence,
    });
  },
};

export const forecastProjections: Projections = {
  'demand-history-stated': historyStated,
  'demand-history-judged': historyJudged,
  'part-succession-stated': successionStated,
  'forecast-panel-stated': panelStated,
  'forecast-published': forecastPublished,
};
