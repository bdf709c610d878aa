import type { ForecastModel, ForecastSource, ForecastWeek, Id, IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { Said } from './forecast-rules.ts';

export interface HistoryWeek {
  week: IsoDay;
  quantity: number;
}
export interface Judgement {
  verdict: 'leave-out' | 'use';
  reason: string;
}
export interface StatedHistory {
  site: Id;
  part: Id;
  unit: string;
  weeks: HistoryWeek[];
  judged: Record<IsoDay, Judgement>;
}

/** Only what the reader itself stated: nobody's forecast learns from a history that somebody else disclosed. */
export const readStatedHistories = (
  tx: Transaction,
  { owner, part, site }: { owner: Id; part?: Id; site?: Id },
): Promise<StatedHistory[]> =>
  tx.query<StatedHistory>(
    `select site, part, unit, weeks, judged from demand_history
     where owner = $1 and ($2::text is null or part = $2) and ($3::text is null or site = $3) order by site, part`,
    [owner, part ?? null, site ?? null],
  );

export interface ReceivedWeek extends HistoryWeek {
  site: Id;
  part: Id;
  unit: string;
  /** Of it, what was booked again under another receipt: same goods of the same note, on the same day. */
  repeated: number;
}

/** What was received per week: by us, and by our customers of what we delivered, which is their demand on us. */
export const readReceivedWeeks = (
  tx: Transaction,
  { since, part, site }: { since: IsoDay; part?: Id; site?: Id },
): Promise<ReceivedWeek[]> =>
  tx.query<ReceivedWeek>(
    `select site, part, min(unit) as unit, week, sum(quantity) as quantity, coalesce(sum(quantity) filter (where place > 1), 0) as repeated
     from (select g.site, l.part, l.unit, l.quantity,
         to_char(date_trunc('week', g.received_at at time zone 'UTC'), 'YYYY-MM-DD') as week,
         dense_rank() over (partition by g.owner, g.supplier, g.site, l.part, l.quantity, g.despatch_note,
           (g.received_at at time zone 'UTC')::date order by g.sequence) as place
       from goods_receipt g, json_to_recordset(g.lines) as l(part text, quantity double precision, unit text)
       where g.received_at >= $1::date and ($2::text is null or l.part = $2) and ($3::text is null or g.site = $3)) r
     group by site, part, week order by site, part, week`,
    [since, part ?? null, site ?? null],
  );

export interface Succession {
  successor: Id;
  predecessor: Id;
  ratio: number;
  startsOn: IsoDay;
  endsOn: IsoDay;
}
export const readSuccessions = (tx: Transaction, owner: Id): Promise<Succession[]> =>
  tx.query<Succession>(
    `select successor, predecessor, ratio, starts_on as "startsOn", ends_on as "endsOn" from part_succession where owner = $1 order by successor`,
    [owner],
  );

export interface SiteCalendar {
  site: Id;
  workingWeekdays: number[];
  holidays: IsoDay[];
}
export const readCalendars = (tx: Transaction): Promise<SiteCalendar[]> =>
  tx.query<SiteCalendar>('select id as site, working_weekdays as "workingWeekdays", holidays from site');

export const readPackSizes = (tx: Transaction): Promise<{ part: Id; unit: string; quantityPerPack: number | null }[]> =>
  tx.query('select id as part, unit, quantity_per_pack as "quantityPerPack" from part');

export interface ForecastRow {
  owner: Id;
  source: ForecastSource;
  partner: Id;
  site: Id;
  part: Id;
  unit: string;
  publishedOn: IsoDay;
  levels: number[];
  weeks: ForecastWeek[];
  model: ForecastModel | null;
  said: Said;
  eventId: string;
}
const FORECAST = `owner, source, partner, site, part, unit, published_on as "publishedOn", levels, weeks, model, said, event_id as "eventId"`;

export const listForecasts = (
  tx: Transaction,
  filter: { site?: Id; part?: Id; source?: string; limit: number },
): Promise<ForecastRow[]> =>
  tx.query<ForecastRow>(
    `select ${FORECAST} from forecast
     where ($1::text is null or part = $1) and ($2::text is null or site = $2) and ($3::text is null or source = $3)
     order by site, part, source, owner, partner limit $4`,
    [filter.part ?? null, filter.site ?? null, filter.source ?? null, filter.limit],
  );

/** Which series a model of a run learned from. */
export async function readPanel(
  tx: Transaction,
  run: Id,
  panel: number,
): Promise<{ site: Id; part: Id }[] | undefined> {
  const [row] = await tx.query<{ series: { site: Id; part: Id }[] }>(
    'select series from forecast_panel where run = $1 and panel = $2',
    [run, panel],
  );
  return row?.series;
}
