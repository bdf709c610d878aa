import type { Id, IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { addDays, dayNumber, isoWeekday } from '@intakt/material-flow';
import { readReleases } from './accuracy-store.ts';
import { mondayOf } from './forecast-rules.ts';
import {
  type HistoryWeek,
  type Judgement,
  readCalendars,
  readPackSizes,
  readReceivedWeeks,
  type ReceivedWeek,
  readStatedHistories,
  type SiteCalendar,
} from './forecast-store.ts';
import { calledOff, weekIndex } from './release-history.ts';

/** So far back a history is read. */
const LONGEST_WEEKS = 260;

/** One part's demand at one site, as it was reported: what is odd about it is for the computation to find. */
export interface ReportedSeries {
  site: Id;
  part: Id;
  unit: string;
  packSize?: number;
  /** Ascending, each week once; up to the last complete week. */
  weeks: HistoryWeek[];
  judged: Record<IsoDay, Judgement>;
  source: HistorySource;
  /** Whether a week that is not named had no demand (receipts) or is not known (a stated history, call-offs). */
  silentIsZero: boolean;
  /** Of received weeks, what was booked twice. */
  repeated?: Record<IsoDay, number>;
}

export const HISTORY_SOURCES = ['stated', 'received', 'called-off'] as const;
export type HistorySource = (typeof HISTORY_SOURCES)[number];

/** Working days of each site per week, from `from` for so many weeks. */
export interface Calendar {
  from: IsoDay;
  days: Record<Id, number[]>;
}

/**
 * Every series of an organisation that the reader may see: what it stated itself; where it stated nothing, what was
 * received; and where nothing was received either, what was called off in the end. The present week is not over and not part of it.
 */
export async function readSeries(
  tx: Transaction,
  { owner, today, part, site }: { owner: Id; today: IsoDay; part?: Id; site?: Id },
): Promise<ReportedSeries[]> {
  const thisWeek = mondayOf(today);
  const since = addDays(thisWeek, -7 * LONGEST_WEEKS);
  const stated = await readStatedHistories(tx, { owner, part, site });
  const received = await readReceivedWeeks(tx, { since, part, site });
  const parts = new Map((await readPackSizes(tx)).map((row) => [row.part, row]));
  const series = new Map<string, ReportedSeries>();
  const at = (where: { site: Id; part: Id; unit: string }): ReportedSeries => {
    const key = `${where.site} ${where.part}`;
    const known = series.get(key);
    if (known) return known;
    const { unit = where.unit, quantityPerPack } = parts.get(where.part) ?? {};
    const fresh: ReportedSeries = {
      site: where.site,
      part: where.part,
      unit,
      weeks: [],
      judged: {},
      source: 'received',
      silentIsZero: true,
    };
    if (quantityPerPack) fresh.packSize = quantityPerPack;
    series.set(key, fresh);
    return fresh;
  };
  const isPast = ({ week }: HistoryWeek): boolean => week >= since && week < thisWeek;
  for (const row of stated) {
    const one = at(row);
    one.weeks = row.weeks.filter(isPast);
    one.judged = row.judged;
    one.silentIsZero = one.weeks.length === 0;
    if (!one.silentIsZero) one.source = 'stated';
  }
  for (const row of received) if (isPast(row)) addReceived(at(row), row);
  for (const row of await readCalledOffWeeks(tx, { owner, since, thisWeek, part, site })) {
    const one = at(row);
    if (one.weeks.length === 0) Object.assign(one, { weeks: row.weeks, source: 'called-off', silentIsZero: false });
  }
  return [...series.values()].filter(({ weeks }) => weeks.length > 0);
}

interface CalledOff {
  owner: Id;
  since: IsoDay;
  thisWeek: IsoDay;
  part: Id | undefined;
  site: Id | undefined;
}

/** What the last release before its end said of each past week, over all relations of a part at a place. */
async function readCalledOffWeeks(tx: Transaction, { owner, since, thisWeek, part, site }: CalledOff) {
  const filter = { kind: 'delivery-forecast', part, shipTo: site };
  const releases = await readReleases(tx, owner, filter);
  const span = { start: since, weeks: weekIndex(since, thisWeek) };
  const byPlace = Map.groupBy(releases, (row) => `${row.shipTo} ${row.part}`);
  return Array.from(byPlace.values(), (list) => {
    const weeks = [...calledOff(list, span)].flatMap((quantity, i) =>
      Number.isNaN(quantity) ? [] : [{ week: addDays(since, 7 * i), quantity }],
    );
    return { site: list[0]!.shipTo, part: list[0]!.part, unit: 'H87', weeks };
  });
}

/** Receipts speak only of weeks after those that the owner spoke of itself. */
function addReceived(series: ReportedSeries, { week, quantity, repeated }: ReceivedWeek): void {
  if (!series.silentIsZero && week <= series.weeks.at(-1)!.week) return;
  series.weeks.push({ week, quantity });
  if (repeated > 0) series.repeated = { ...series.repeated, [week]: repeated };
}

export async function readCalendar(tx: Transaction, from: IsoDay, weeks: number): Promise<Calendar> {
  const sites = await readCalendars(tx);
  return { from, days: Object.fromEntries(sites.map((site) => [site.site, workingDays(site, from, weeks)])) };
}

function workingDays({ workingWeekdays, holidays }: SiteCalendar, from: IsoDay, weeks: number): number[] {
  const closed = new Set(holidays);
  const open = new Set(workingWeekdays);
  return Array.from({ length: weeks }, (_, week) => {
    let days = 0;
    for (let day = 0; day < 7; day++) {
      const date = addDays(from, 7 * week + day);
      if (open.has(isoWeekday(dayNumber(date))) && !closed.has(date)) days += 1;
    }
    return days;
  });
}
