import type { Instant, IsoDay } from '@intakt/contract';
import { useTranslation } from 'react-i18next';
import { currentLanguage, LOCALES } from '../languages/languages.ts';
import { isoWeekOf } from './days.ts';

export interface Format {
  quantity: (value: number) => string;
  signed: (value: number) => string;
  day: (day: IsoDay) => string;
  shortDay: (day: IsoDay) => string;
  weekday: (day: IsoDay) => string;
  week: (day: IsoDay) => string;
  instant: (instant: Instant) => string;
  time: (instant: Instant) => string;
  /** "in 3 days", "2 hours ago", seen from `now`. */
  distance: (instant: Instant | number, now: number) => string;
  /** "today", "in 3 days": of what is known to the day and not to the hour. */
  daysAway: (day: IsoDay, now: number) => string;
  country: (code: string) => string;
  bytes: (count: number) => string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export function makeFormat(locale: string, weekLabel: string): Format {
  const quantity = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const day = new Intl.DateTimeFormat(locale, { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const bytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });
  const asDate = (iso: IsoDay): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return {
    quantity: (value) => quantity.format(value),
    signed: (value) => signed.format(value),
    day: (iso) => day.format(asDate(iso)),
    shortDay: (iso) => shortDay.format(asDate(iso)),
    weekday: (iso) => weekday.format(asDate(iso)),
    week: (iso) => `${weekLabel} ${String(isoWeekOf(iso).week).padStart(2, '0')}`,
    instant: (iso) => instant.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    distance: (when, now) => relativeTo(relative, typeof when === 'number' ? when : Date.parse(when), now),
    daysAway: (day, now) => relative.format(calendarDays(new Date(`${day}T00:00`).getTime(), now), 'day'),
    country: (code) => countries.of(code) ?? code,
    bytes: (count) => bytes.format(count / 1000),
  };
}

function relativeTo(relative: Intl.RelativeTimeFormat, when: number, now: number): string {
  const distance = when - now;
  if (Math.abs(distance) >= 24 * HOUR) return relative.format(calendarDays(when, now), 'day');
  const [unit, size] = Math.abs(distance) >= HOUR ? (['hour', HOUR] as const) : (['minute', MINUTE] as const);
  return relative.format(Math.trunc(distance / size), unit);
}

/** Days as people count them: 33 hours from now is tomorrow or the day after, as midnights lie. */
function calendarDays(when: number, now: number): number {
  const midnight = (instant: number): number => new Date(instant).setHours(0, 0, 0, 0);
  return Math.round((midnight(when) - midnight(now)) / (24 * HOUR));
}

/** Ten formatters cost a millisecond, and every row of a list formats something: one set per language serves all. */
const formats = new Map<string, Format>();

export function useFormat(): Format {
  const { t } = useTranslation();
  const locale = LOCALES[currentLanguage()];
  const known = formats.get(locale) ?? makeFormat(locale, t('week.short'));
  formats.set(locale, known);
  return known;
}
