import type { ChangeCause, Id, IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { type CommitState, commitState } from './commit-rules.ts';
import {
  type ChangeRow,
  type CommitRow,
  listChanges,
  listCommits,
  type RelationFilter,
  relationKey,
} from './commit-store.ts';
import { flagsOf, type PartHistory, type QuantityFlag } from './plausible.ts';
import { frozenUntil, type ReleasedWeek, weeklySums, weeksOf } from './release-weeks.ts';
import { mondayOf } from './rules.ts';
import { listSchedules, readPartUnits, type ScheduleRow } from './store.ts';

export type GridWeek = Omit<ReleasedWeek, 'previous' | 'delta'> &
  Partial<Pick<ReleasedWeek, 'previous' | 'delta'>> &
  Partial<Pick<CommitRow, 'committed' | 'committedAt'>> & {
    state?: CommitState;
    reason?: string;
    text?: string;
    possibleIf?: string;
    answerText?: string;
    flags?: QuantityFlag[];
  };

export interface GridRelation extends Required<RelationFilter> {
  shipFrom?: string;
  unit: string;
  release: string;
  releaseEvent: string;
  releasedOn: IsoDay;
  previousRelease?: string;
  confirmed: boolean;
  frozenUntil?: IsoDay;
  /** Why the release differs from the one before, where it was written here. */
  change?: { cause: ChangeCause; text?: string };
  weeks: GridWeek[];
}

const MOST_CHANGES = 2000;

/**
 * Each relation's weeks from this one on: what is asked for, what changed, and what the supplier said to it. Only to the two who trade:
 * to others an agreement may show the schedule, but not what was committed.
 */
export async function readGrid(
  tx: Transaction,
  filter: RelationFilter,
  { own, today, limit }: { own: Id; today: IsoDay; limit: number },
): Promise<GridRelation[]> {
  const since = mondayOf(today);
  const schedules = await listSchedules(tx, { ...filter, limit });
  const commits = Map.groupBy(await listCommits(tx, filter, since), relationKey);
  const changes = new Map((await listChanges(tx, filter, MOST_CHANGES)).map((row) => [changeKey(row), row]));
  const traded = schedules.filter(({ customer, supplier }) => own === customer || own === supplier);
  const units = await readPartUnits(tx, [...new Set(traded.map(({ part }) => part))]);
  return traded.map((schedule) =>
    toRelation(schedule, {
      since,
      commits: commits.get(relationKey(schedule)) ?? [],
      change: changes.get(changeKey(schedule)),
      partUnit: units.get(schedule.part),
    }),
  );
}

const changeKey = (row: Pick<ChangeRow, 'release'> & Parameters<typeof relationKey>[0]): string =>
  `${relationKey(row)} ${row.release}`;

interface Beside {
  since: IsoDay;
  commits: CommitRow[];
  change: ChangeRow | undefined;
  partUnit: string | undefined;
}

function toRelation(schedule: ScheduleRow, { since, commits, change, partUnit }: Beside): GridRelation {
  const { customer, supplier, part, shipTo, kind, unit, release, releasedOn, confirmed } = schedule;
  const until = frozenUntil(schedule);
  const lines = new Map(commits.map((line) => [line.week, line]));
  return {
    ...{ customer, supplier, part, shipTo, kind, unit, release, releasedOn, confirmed },
    releaseEvent: schedule.eventId,
    ...present({ shipFrom: schedule.shipFrom, previousRelease: schedule.previousRelease, frozenUntil: until }),
    ...(change ? { change: { cause: change.cause, ...present({ text: change.text }) } } : {}),
    weeks: weeksOf(schedule, since).map((week) => ({
      ...toWeek(week, lines.get(week.week)),
      ...flagged(week, { unit, partUnit, usual: usualSizes(schedule, week.week) }),
    })),
  };
}

const toWeek = (week: ReleasedWeek, line: CommitRow | undefined): GridWeek => ({
  ...present(week),
  ...present({ state: commitState(line, week.released) }),
  ...(line
    ? present({ committed: line.committed, committedAt: line.committedAt, reason: line.reason, text: line.text })
    : {}),
  ...(line ? present({ possibleIf: line.possibleIf, answerText: line.answerText }) : {}),
});

function flagged(week: ReleasedWeek, history: PartHistory): Pick<GridWeek, 'flags'> {
  const flags = flagsOf(week.released - week.backlog, history);
  return flags.length > 0 ? { flags } : {};
}

/** What both releases call off in the other weeks, and the one before in this one. */
export const usualSizes = (
  { quantities, previousQuantities }: Pick<ScheduleRow, 'quantities' | 'previousQuantities'>,
  week: IsoDay,
): number[] => {
  const now = weeklySums(quantities);
  now.delete(week);
  return [...now.values(), ...weeklySums(previousQuantities ?? []).values()];
};

type Present<T> = { [K in keyof T as null extends T[K] ? never : undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : undefined extends T[K] ? K : never]?: NonNullable<T[K]>;
};
const present = <T extends object>(values: T): Present<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as Present<T>;
