import type { Authorisation, ScheduleQuantity } from '@intakt/contract';
import { addDays, DATE_PATTERNS, type DatePattern } from '../moments.ts';
import { readDay } from './record.ts';

type Horizon = ScheduleQuantity['horizon'];

/**
 * What stands in the place of a date in 513 and 514 (VDA 4905): no more quantities, no demand, what is in arrears, what is
 * wanted at once, that the dates from here on are spans, and a preview without any date.
 */
export const DATE_CODES = {
  end: '000000',
  noDemand: '222222',
  backorder: '333333',
  immediate: '444444',
  spans: '555555',
  preview: '999999',
} as const;

const CODES: readonly string[] = Object.values(DATE_CODES);

/**
 * The days that a date names. Two zeros at its end are a whole month, in its middle a week; behind the mark 555555 it is a
 * year with the first and the last week, YYWWWW.
 *
 * @example readScheduleDate('260300', false) // { from: '2026-03-01', to: '2026-03-31' }
 */
export function readScheduleDate(value: string, inSpans: boolean): Readonly<Days> | undefined {
  const known = remembered[inSpans ? 1 : 0]!;
  const days = known.get(value);
  if (days) return days;
  const read = daysNamed(value, inSpans);
  if (known.size >= MOST_REMEMBERED) known.clear();
  if (read) known.set(value, read);
  return read;
}

interface Days {
  from: string;
  to?: string;
}

/** Call-offs name the same days over and over; years of them are kept, in and outside of spans. */
const remembered = [new Map<string, Days>(), new Map<string, Days>()];
const MOST_REMEMBERED = 4096;

function daysNamed(value: string, inSpans: boolean): Days | undefined {
  if (!/^\d{6}$/.test(value)) return undefined;
  const [year, first, last] = [value.slice(0, 2), value.slice(2, 4), value.slice(4, 6)];
  if (last === '00') return spanOf(year + first, MONTH);
  if (first === '00') return spanOf(year + last, WEEK);
  if (!inSpans) {
    const day = readDay(value);
    return day ? { from: day } : undefined;
  }
  const [from, to] = [spanOf(year + first, WEEK), spanOf(year + last, WEEK)];
  return from && to && from.from <= to.from ? { from: from.from, to: to.to } : undefined;
}

const MONTH = DATE_PATTERNS.get('609')!;
const WEEK = DATE_PATTERNS.get('615')!;

function spanOf(value: string, pattern: DatePattern): { from: string; to: string } | undefined {
  const period = pattern.ofDigits(Number(value), value.length);
  return period?.to ? { from: period.day, to: period.to } : undefined;
}

/** The date of a day or span, or nothing where VDA 4905 cannot name the span: it knows weeks of one year and months. */
export function writeScheduleDate({ from, to }: { from: string; to?: string }): string | undefined {
  if (to === undefined) return from.replaceAll('-', '').slice(2);
  const month = `${from.slice(2, 4)}${from.slice(5, 7)}00`;
  const [first, last] = [weekOf(from), weekOf(to)];
  const weeks = first.year === last.year ? `${first.year}${first.week}${last.week}` : '';
  const week = `${first.year}00${first.week}`;
  /* Week 33 of 2033 would be taken for arrears: a code is no date. */
  const dates = [month, weeks, week].filter((date) => !CODES.includes(date));
  return dates.find((date) => {
    const span = readScheduleDate(date, true);
    return span?.from === from && span.to === to;
  });
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekOf(day: string): { year: string; week: string } {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  const thursday = addDays(day, 4 - weekday);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
  return { year: thursday.slice(2, 4), week: String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0') };
}

/**
 * How binding a quantity is. VDA 4905 says it by day, not by quantity: up to the end of the production authorisation it
 * may be made, up to the end of the material authorisation material may be bought, and all else is a forecast.
 */
export function horizonOn(day: string, authorisations: readonly Authorisation[]): Horizon {
  let horizon: Horizon = 'forecast';
  for (const { kind, until = '' } of authorisations) {
    if (day > until) continue;
    if (kind === 'production') return 'production';
    if (kind === 'material') horizon = 'material';
  }
  return horizon;
}
