import type { IsoDay, Light } from '@intakt/contract';
import { type Projection, projectStock, workingCalendar } from '@intakt/material-flow';
import type { SiteFact } from './flow-store.ts';

export interface Change {
  day: IsoDay;
  quantity: number;
}

/**
 * What a node would come to with other call-offs, told so that it says no more of its stock than the published band does:
 * it is reckoned with the least stock that gives the same published stop. Two stocks within the same band give the same
 * answer to every question, so no number of questions tells them apart. Pure.
 */
export function answerInBand(
  { projection, onHand }: { projection: Pick<Projection, 'days' | 'projectedIfDelivered'>; onHand: number },
  changes: readonly Change[],
  { today, site }: { today: IsoDay; site?: Pick<SiteFact, 'workingWeekdays' | 'holidays'> },
): { light: Light; stopOn?: IsoDay } {
  const { days, projectedIfDelivered } = projection;
  const slack = slackOf(projectedIfDelivered, onHand);
  let more = 0;
  let before = 0;
  const moved = days.map((day, at) => {
    for (const change of changes) if (change.day === day) more += change.quantity;
    const level = projectedIfDelivered[at]! - slack - more;
    const step = level - before;
    before = level;
    return { day, from: day, quantity: Math.abs(step), source: 'what-if', isUse: step < 0 };
  });
  const answer = projectStock({
    today,
    horizonDays: days.length,
    onHand: 0,
    receipts: moved.filter(({ isUse }) => !isUse),
    planned: [],
    demand: moved.filter(({ isUse }) => isUse),
    calendar: workingCalendar(site ?? {}),
  });
  return { light: answer.light, ...(answer.runsOutOn && { stopOn: answer.runsOutOn }) };
}

/** What lies there beyond what the same stop needs: as much as can be taken away without the stop coming sooner. */
function slackOf(levels: readonly number[], onHand: number): number {
  const stop = levels.findIndex((level) => level < 0);
  const until = stop < 0 ? levels : levels.slice(0, stop);
  return until.length === 0 ? onHand : Math.min(onHand, ...until);
}

/**
 * Changes in whole days of what the asker calls off, away from zero: a finer question would be answered no finer than a
 * shift anyway, and many of them would feel for what others take.
 */
export function inWholeDays(changes: readonly Change[], perDay: number): Change[] {
  return changes
    .map(({ day, quantity }) => ({
      day,
      quantity: Math.sign(quantity) * Math.ceil(Math.abs(quantity) / perDay - 1e-9) * perDay,
    }))
    .filter(({ quantity }) => quantity !== 0);
}
