import type { IsoDay } from '@intakt/contract';
import { consensus, type Release, valueAdded } from '@intakt/demand-planning';
import { addDays } from '@intakt/material-flow';
import { type PastRelease, toWeekly, weekIndex, weeklyActuals } from './release-history.ts';
import { mondayOf } from './rules.ts';

/** One commit of the supplier, as it was said then. */
export interface PastCommit {
  saidOn: IsoDay;
  lines: { week: IsoDay; committed: number }[];
}
/** A forecast that a party or a model published: what it says now, and what it had said, by weeks ahead and week. */
export interface Published {
  source: 'customer' | 'supplier' | 'statistical';
  weeks: { week: IsoDay; quantity: number }[];
  said: Record<string, Record<IsoDay, number>>;
}
export const PARTIES = ['customer', 'supplier', 'statistical'] as const;
export type Party = (typeof PARTIES)[number];

export interface RelationFacts {
  releases: PastRelease[];
  commits: PastCommit[];
  published: Published[];
  received: { day: IsoDay; quantity: number }[];
}
export interface Seen extends RelationFacts {
  today: IsoDay;
  /** How many weeks ahead a number is judged. */
  lag: number;
}

export interface PartyCalendar {
  start: IsoDay;
  actual: Float64Array;
  tracks: { party: Party; said: Float64Array }[];
}

/** What each party had said of past weeks so many weeks ahead, beside what came. */
export function calendarOf({ releases, commits, published, received, today, lag }: Seen): PartyCalendar {
  const first = [releases[0]?.releasedOn, commits[0]?.saidOn, received[0]?.day]
    .filter((day) => day !== undefined)
    .sort()[0];
  const start = mondayOf(first ?? today);
  const actual = weeklyActuals(received, { start, today });
  const weekly = releases.map((release) => toWeekly(release, start));
  const said: Record<Party, Float64Array> = {
    customer: saidByReleases(weekly, actual.length, lag),
    supplier: saidByCommits(commits, { start, weeks: actual.length, lag }),
    statistical: new Float64Array(actual.length).fill(Number.NaN),
  };
  for (const { source, said: earlier } of published)
    for (const [week, quantity] of Object.entries(earlier[lag] ?? {})) {
      const at = weekIndex(start, week);
      if (at >= 0 && at < actual.length && Number.isNaN(said[source][at]!)) said[source][at] = quantity;
    }
  return { start, actual, tracks: PARTIES.map((party) => ({ party, said: said[party] })) };
}

/** Of each week the last release that was at least so many weeks older. */
function saidByReleases(releases: readonly Release[], weeks: number, lag: number): Float64Array {
  return Float64Array.from({ length: weeks }, (_, week) => {
    const then = releases.findLast(({ first }) => first <= week - lag);
    return then?.quantities[week - then.first] ?? Number.NaN;
  });
}

function saidByCommits(
  commits: readonly PastCommit[],
  { start, weeks, lag }: { start: IsoDay; weeks: number; lag: number },
): Float64Array {
  const said = new Float64Array(weeks).fill(Number.NaN);
  for (const { saidOn, lines } of commits)
    for (const { week, committed } of lines) {
      const at = weekIndex(start, week);
      if (at >= 0 && at < weeks && weekIndex(start, mondayOf(saidOn)) <= at - lag) said[at] = committed;
    }
  return said;
}

export interface Judged {
  party: Party;
  weeks: number;
  wape?: number;
  /** Sum of errors by what came: 0.1 says that a tenth too much was said. */
  bias?: number;
  /** 1 − its error by that of repeating the week before. */
  valueAdded?: number;
}

function judge(actual: Float64Array, { party, said }: PartyCalendar['tracks'][number]): Judged {
  let [weeks, missed, over, came] = [0, 0, 0, 0];
  for (const [i, quantity] of said.entries()) {
    if (Number.isNaN(quantity + actual[i]!)) continue;
    weeks++;
    missed += Math.abs(quantity - actual[i]!);
    over += quantity - actual[i]!;
    came += actual[i]!;
  }
  const [added] = valueAdded({ actual, tracks: [{ party, said }] });
  return {
    ...{ party, weeks },
    ...(came > 0 ? { wape: missed / came, bias: over / came } : {}),
    ...(added?.valueAdded === undefined ? {} : { valueAdded: added.valueAdded }),
  };
}

/** How much of what the supplier committed came in its week; more than committed counts no more than committed. */
export interface Kept {
  weeks: number;
  committed: number;
  delivered: number;
  share?: number;
}

function keptOf(actual: Float64Array, commits: readonly PastCommit[], start: IsoDay): Kept {
  const last = saidByCommits(commits, { start, weeks: actual.length, lag: 0 });
  let [weeks, committed, delivered] = [0, 0, 0];
  for (const [i, quantity] of last.entries()) {
    if (Number.isNaN(quantity + actual[i]!)) continue;
    weeks++;
    committed += quantity;
    delivered += Math.min(quantity, actual[i]!);
  }
  return { weeks, committed, delivered, ...(committed > 0 ? { share: delivered / committed } : {}) };
}

/** Both directions: how well each party foretold what came, and how well the supplier kept its word. */
export function judgeRelation(seen: Seen): { parties: Judged[]; kept: Kept } {
  const { start, actual, tracks } = calendarOf(seen);
  return { parties: tracks.map((track) => judge(actual, track)), kept: keptOf(actual, seen.commits, start) };
}

const QUARTER_WEEKS = 13;

/** The same per quarter, oldest first: whether a party's number gets better. */
export function valueAddedOverTime(seen: Seen): { from: IsoDay; parties: Judged[] }[] {
  const { start, actual, tracks } = calendarOf(seen);
  const quarters = Math.ceil(actual.length / QUARTER_WEEKS);
  return Array.from({ length: quarters }, (_, i) => {
    const [from, to] = [i * QUARTER_WEEKS, (i + 1) * QUARTER_WEEKS];
    const part = (values: Float64Array): Float64Array => values.slice(Math.max(0, from - 1), to);
    return {
      from: addDays(start, 7 * from),
      parties: tracks.map(({ party, said }) => judge(part(actual), { party, said: part(said) })),
    };
  });
}

export interface AgreedWeek {
  week: IsoDay;
  customer?: number;
  supplier?: number;
  statistical?: number;
  consensus?: number;
}

const HORIZON_WEEKS = 26;

/** All numbers of the weeks to come side by side, and the one that follows from how good each was. */
export function agree(seen: Seen): {
  weeks: AgreedWeek[];
  standings: { party: Party; weight: number; correction: number; wape?: number }[];
} {
  const { actual, tracks } = calendarOf(seen);
  const first = mondayOf(seen.today);
  const opinions = PARTIES.map((party) => ({ party, points: opinionOf(party, seen, first) }));
  const speaking = opinions.filter(({ points }) => points.some((point) => !Number.isNaN(point)));
  const { points, parties } = consensus({ actual, tracks, opinions: speaking });
  const weeks = Array.from({ length: HORIZON_WEEKS }, (_, i) => ({
    week: addDays(first, 7 * i),
    ...Object.fromEntries(opinions.flatMap((one) => known(one.party, one.points[i]))),
    ...Object.fromEntries(known('consensus', points[i])),
  }));
  return {
    weeks: weeks.filter((week) => Object.keys(week).length > 1),
    standings: parties.map(({ party, wape, ...standing }) => ({
      party: party as Party,
      ...standing,
      ...(wape === undefined ? {} : { wape }),
    })),
  };
}

const known = (name: string, value: number | undefined): [string, number][] =>
  value === undefined || Number.isNaN(value) ? [] : [[name, Math.round(value * 100) / 100]];

/** A release is the customer's number, a commit the supplier's; what they published as a forecast speaks where these do not. */
function opinionOf(party: Party, { releases, commits, published }: Seen, first: IsoDay): Float64Array {
  const points = new Float64Array(HORIZON_WEEKS).fill(Number.NaN);
  const put = (week: IsoDay, quantity: number): void => {
    const at = weekIndex(first, week);
    if (at >= 0 && at < HORIZON_WEEKS) points[at] = quantity;
  };
  for (const { source, weeks } of published) if (source === party) for (const one of weeks) put(one.week, one.quantity);
  const current = releases.at(-1);
  if (party === 'customer' && current) {
    const weekly = toWeekly(current, first);
    for (const [ahead, quantity] of weekly.quantities.entries())
      put(addDays(first, 7 * (weekly.first + ahead)), quantity);
  }
  if (party === 'supplier') for (const { lines } of commits) for (const one of lines) put(one.week, one.committed);
  return points;
}
