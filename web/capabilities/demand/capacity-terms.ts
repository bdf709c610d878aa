import { addDays, isoWeekday } from '../../shell/days.ts';
import { readNumber } from '../visibility/paste.ts';
import type { CapacityGroup, GroupTerms } from './capacity-queries.ts';

type Week = GroupTerms['weeks'][number];
const STARTING_WEEKS = 26;

/** What the form asks for. */
export interface CapacityValues {
  name: string;
  customer: string | null;
  unit: string;
  parts: string[];
  loadFactor: number;
  weeks: string;
  shiftsPerWeek: number | '';
  hoursPerShift: number | '';
  hoursPerUnit: number | '';
}

/** One line per week, as it is pasted from a spreadsheet: Monday, actual, agreed, maximum. */
export const writeWeeks = (weeks: readonly Week[]): string =>
  weeks.map(({ week, actual, agreed, maximum }) => [week, actual, agreed ?? '', maximum].join('\t')).join('\n');

export function startingWeeks(today: string): string {
  const monday = addDays(today, 1 - isoWeekday(today));
  const weeks = Array.from({ length: STARTING_WEEKS }, (_, i) => ({
    week: addDays(monday, 7 * i),
    actual: 0,
    maximum: 0,
  }));
  return writeWeeks(weeks);
}

export type WeeksRead = { ok: true; weeks: Week[] } | { ok: false; line: number };

export function readWeeks(text: string, locale: string): WeeksRead {
  const weeks: Week[] = [];
  const lines = text.split(/\r?\n/);
  for (const [i, line] of lines.entries()) {
    if (!line.trim()) continue;
    const week = readWeek(line, locale);
    if (!week) return { ok: false, line: i + 1 };
    weeks.push(week);
  }
  return { ok: true, weeks };
}

function readWeek(line: string, locale: string): Week | undefined {
  const [week = '', ...cells] = line.split('\t').map((cell) => cell.trim());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(week) || cells.length < 3) return undefined;
  const [actual, agreed, maximum] = cells.map((cell) => readNumber(cell, locale));
  if (actual === undefined || maximum === undefined || agreed === undefined) return undefined;
  return { week, actual, maximum, ...(cells[1] ? { agreed } : {}) };
}

/** What the form does not ask for stays as it was stated: flexibility, delta production, and factors of parts that differ. */
export function toTerms(
  values: CapacityValues,
  { group, locale }: { group?: CapacityGroup; locale: string },
): GroupTerms {
  const read = readWeeks(values.weeks, locale);
  const factors = new Map(group?.parts.map(({ part, loadFactor }) => [part, loadFactor]));
  const isSame = group?.parts[0]?.loadFactor === values.loadFactor;
  const deltas = new Map(group?.weeks.map(({ week, deltaProduction }) => [week, deltaProduction]));
  const weeks = (read.ok ? read.weeks : []).map((week) => {
    const deltaProduction = deltas.get(week.week);
    return deltaProduction === undefined ? week : { ...week, deltaProduction };
  });
  const { shiftsPerWeek, hoursPerShift, hoursPerUnit } = values;
  const hasResources = shiftsPerWeek !== '' && hoursPerShift !== '' && hoursPerUnit !== '';
  return {
    name: values.name.trim(),
    unit: values.unit.trim().toUpperCase(),
    parts: values.parts.map((part) => ({ part, loadFactor: (isSame && factors.get(part)) || values.loadFactor })),
    weeks,
    ...(values.customer ? { customer: values.customer } : {}),
    ...(group?.site ? { site: group.site } : {}),
    ...(group && group.flexibility.length > 0 ? { flexibility: group.flexibility } : {}),
    ...(hasResources ? { resources: { shiftsPerWeek, hoursPerShift, hoursPerUnit } } : {}),
  };
}
