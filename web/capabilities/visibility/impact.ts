import type { Instant, IsoDay } from '@intakt/contract';
import { addDays, daysBetween, isoWeekday } from '../../shell/days.ts';
import type { TodayItem } from './queries.ts';

export const IMPACT_SPANS = ['past', 'today', 'tomorrow', 'thisWeek', 'nextWeek', 'later', 'undated'] as const;
export type ImpactSpan = (typeof IMPACT_SPANS)[number];

/** In which span of the reader's week something hits. */
export function spanOf(impactAt: Instant | null | undefined, today: IsoDay): ImpactSpan {
  if (!impactAt) return 'undated';
  const day = impactAt.slice(0, 10);
  const distance = daysBetween(today, day);
  const sunday = addDays(today, 7 - isoWeekday(today));
  if (distance < 0) return 'past';
  if (distance === 0) return 'today';
  if (distance === 1) return 'tomorrow';
  if (day <= sunday) return 'thisWeek';
  return day <= addDays(sunday, 7) ? 'nextWeek' : 'later';
}

/** Items in the spans that have any, each in the order in which they hit. */
export function bySpan(items: TodayItem[], today: IsoDay): [ImpactSpan, TodayItem[]][] {
  const sorted = [...items].sort((a, b) => (a.impactAt ?? '').localeCompare(b.impactAt ?? ''));
  const groups = IMPACT_SPANS.map((span): [ImpactSpan, TodayItem[]] => [
    span,
    sorted.filter((item) => spanOf(item.impactAt, today) === span),
  ]);
  return groups.filter(([, group]) => group.length > 0);
}
