import type { CommitLine, CommitReason, DeliverySchedule, IsoDay } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import { withWeeks } from './release-weeks.ts';
import type { ScheduleRow } from './store.ts';

/** What stands of a week between customer and supplier. */
export const COMMIT_STATES = ['open', 'committed', 'proposed', 'accepted', 'rejected'] as const;
export type CommitState = (typeof COMMIT_STATES)[number];

/** The supplier's last word for a week, with the customer's answer. */
export interface CommittedWeek {
  week: IsoDay;
  requested: number;
  committed: number;
  reason: CommitReason | null;
  text: string | null;
  possibleIf: string | null;
  answer: 'accepted' | 'rejected' | null;
  answerText: string | null;
}

/** Sums of weighed quantities differ in their last binary digits. */
export const isSame = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

/**
 * What was committed holds as long as the release asks for it. A customer that asks for something else than what the supplier
 * answered has opened the week again. A week that asks for nothing and was never answered has no state.
 */
export function commitState(line: CommittedWeek | undefined, released: number): CommitState | undefined {
  if (!line) return released > 0 ? 'open' : undefined;
  if (isSame(line.committed, released)) return line.answer === 'accepted' ? 'accepted' : 'committed';
  if (!isSame(line.requested, released)) return 'open';
  return line.answer ?? 'proposed';
}

/** Why the lines of a commit cannot stand; the values are those that were seen. */
export function objectionTo(
  lines: readonly CommitLine[],
  requestedIn: (week: IsoDay) => number,
): { path: string; problem: string; value: unknown } | undefined {
  const seen = new Set<IsoDay>();
  for (const [i, { week, requested, committed, reason }] of lines.entries()) {
    const path = `data/lines/${i}`;
    if (new Date(`${week}T00:00:00Z`).getUTCDay() !== 1)
      return { path: `${path}/week`, problem: 'must be the Monday of the week', value: week };
    if (seen.has(week)) return { path: `${path}/week`, problem: 'stands twice; name each week once', value: week };
    seen.add(week);
    const asked = requestedIn(week);
    if (!isSame(asked, requested))
      return {
        path: `${path}/requested`,
        problem: `must be ${asked}, which is what the release asks for in the week of ${week}`,
        value: requested,
      };
    if (!isSame(committed, requested) && !reason)
      return {
        path: `${path}/reason`,
        problem: `is needed, because ${committed} is committed and ${requested} was asked for`,
        value: reason,
      };
  }
  return undefined;
}

/** The next release that is written here: its number says which release it changes. */
export const nextRelease = (release: string): string => {
  const [, base, count] = /^(.*?)(?:\.(\d+))?$/.exec(release)!;
  return `${base!.slice(0, 60)}.${Number(count ?? 0) + 1}`;
};

/**
 * The current release with other weekly quantities, as a release of today. It repeats the account of the one that it changes: what had not
 * been counted then is still to be taken off.
 */
export function changedRelease(
  schedule: ScheduleRow,
  { weeks, today }: { weeks: ReadonlyMap<IsoDay, number>; today: IsoDay },
): DeliverySchedule {
  const { customer, supplier, part, shipTo, shipFrom, release, releasedOn, unit, unloadingPoint, orderReference } =
    schedule;
  const lastDespatch = { day: addDays(releasedOn, -1), ...schedule.cumulative?.lastDespatch };
  return {
    ...{ customer, supplier, part, shipTo, unit },
    kind: schedule.kind as DeliverySchedule['kind'],
    ...(shipFrom ? { shipFrom } : {}),
    ...(unloadingPoint ? { unloadingPoint } : {}),
    ...(orderReference ? { orderReference } : {}),
    release: nextRelease(release),
    previousRelease: release,
    releasedOn: today > releasedOn ? today : releasedOn,
    quantities: withWeeks(schedule.quantities, weeks),
    cumulative: { ...schedule.cumulative, lastDespatch },
    ...(schedule.authorisations.length > 0 ? { authorisations: schedule.authorisations } : {}),
  };
}
