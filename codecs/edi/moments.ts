import { dayNumber, nameOf, numberOf, weekdayOf } from './calendar.ts';

/**
 * Calendar arithmetic on `YYYY-MM-DD` strings, and the date formats of EDIFACT (code list 2379) as data.
 * A period keeps local days; an instant needs the sender's offset.
 */
export interface Period {
  /** First day. */
  day: string;
  /** Last day, where the value is a span (week, month, from–to). */
  to?: string;
  /** Local time `HH:mm:ss` of the first day. */
  time?: string;
  /** Offset from UTC that the value itself states. */
  zoneMinutes?: number;
}

/** Code list 2379. Spans repeat the pattern behind a dash, which senders write or leave out. */
export const DATE_FORMATS: Record<string, string> = {
  '2': 'DDMMYY',
  '3': 'MMDDYY',
  '101': 'YYMMDD',
  '102': 'CCYYMMDD',
  '201': 'YYMMDDhhmm',
  '202': 'YYMMDDhhmmss',
  '203': 'CCYYMMDDhhmm',
  '204': 'CCYYMMDDhhmmss',
  '301': 'YYMMDDhhmmZ',
  '302': 'YYMMDDhhmmssZ',
  '303': 'CCYYMMDDhhmmZ',
  '304': 'CCYYMMDDhhmmssZ',
  '602': 'CCYY',
  '609': 'YYMM',
  '610': 'CCYYMM',
  '615': 'YYWW',
  '616': 'CCYYWW',
  '713': 'YYMMDDhhmm-YYMMDDhhmm',
  '717': 'YYMMDD-YYMMDD',
  '718': 'CCYYMMDD-CCYYMMDD',
  '719': 'CCYYMMDDhhmm-CCYYMMDDhhmm',
};

/** Zones that senders name in formats 301 to 304 instead of an offset. */
const ZONES: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  CET: 60,
  MEZ: 60,
  CES: 120,
  CEST: 120,
  MES: 120,
  EET: 120,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  PST: -480,
  PDT: -420,
};

export function parsePeriod(value: string, pattern: string): Readonly<Period> | undefined {
  const [first, last] = pattern.split('-');
  const digits = value.replace(/[-\s]/g, '');
  if (!last) return parseSingle(value.trim(), first!);
  const from = parseSingle(digits.slice(0, first!.length), first!);
  const to = parseSingle(digits.slice(first!.length), last);
  return from && to && from.day <= to.day ? { ...from, to: to.to ?? to.day } : undefined;
}

/** Years of days; then it begins anew, so that no sender can fill the memory. */
const MOST_REMEMBERED = 4096;

/** A pattern, and what its digits were read as: messages name the same days over and over, and share their periods. */
export class DatePattern {
  readonly text: string;
  readonly #known = new Map<number, Period>();

  constructor(text: string) {
    this.text = text;
  }

  /** The period of a value of digits alone, `length` of them with leading zeros. */
  ofDigits(digits: number, length: number): Readonly<Period> | undefined {
    return length === this.text.length ? (this.#known.get(digits) ?? this.#remember(digits)) : undefined;
  }

  #remember(digits: number): Period | undefined {
    const period = parsePeriod(String(digits).padStart(this.text.length, '0'), this.text);
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    if (period) this.#known.set(digits, period);
    return period;
  }
}

/** The same formats by their code; a map, because an object takes codes of digits for places in a list. */
export const DATE_PATTERNS = new Map(Object.entries(DATE_FORMATS).map(([code, text]) => [code, new DatePattern(text)]));

function parseSingle(value: string, pattern: string): Period | undefined {
  const withZone = pattern.endsWith('Z');
  const length = withZone ? pattern.length - 1 : pattern.length;
  const digits = value.slice(0, length);
  if (digits.length !== length || !/^\d+$/.test(digits) || (!withZone && value.length !== length)) return undefined;
  const period = fromParts(partsOf(digits, pattern));
  return period && withZone ? { ...period, ...zone(value.slice(length)) } : period;
}

function partsOf(digits: string, pattern: string): Record<string, number> {
  const parts: Record<string, number> = {};
  for (let at = 0; at + 2 <= digits.length; at += 2)
    parts[pattern.slice(at, at + 2)] = Number(digits.slice(at, at + 2));
  return parts;
}

function fromParts({ CC, YY = 0, MM, DD, WW, hh, mm = 0, ss = 0 }: Record<string, number>): Period | undefined {
  const year = CC === undefined ? fullYear(YY) : CC * 100 + YY;
  if (WW !== undefined) return weekOf(year, WW);
  if (MM === undefined) return { day: isoDay(year, 1, 1)!, to: isoDay(year, 12, 31)! };
  if (DD === undefined) return monthOf(year, MM);
  const day = isoDay(year, MM, DD);
  if (!day) return undefined;
  if (hh === undefined) return { day };
  /* Midnight at the end of a day is written 24:00 by some. */
  if (hh === 24 && mm === 0 && ss === 0) return { day: addDays(day, 1), time: '00:00:00' };
  if (hh > 23 || mm > 59 || ss > 59) return undefined;
  return { day, time: [hh, mm, ss].map(twoDigits).join(':') };
}

function zone(name: string): { zoneMinutes: number } | undefined {
  const trimmed = name.trim().toUpperCase();
  const hours = /^([+-]?\d{1,3})$/.exec(trimmed);
  const minutes = hours ? Number(hours[1]) * 60 : ZONES[trimmed];
  return minutes === undefined ? undefined : { zoneMinutes: minutes };
}

/** Two-digit years: 70 to 99 lie in the last century, as EDI began around 1970. */
export const fullYear = (year: number) => (year < 70 ? 2000 : 1900) + year;

export function isoDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return undefined;
  return nameOf(dayNumber(year, month, day));
}

function daysOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap ? 29 : 28;
}

export function addDays(day: string, days: number): string {
  return nameOf(numberOf(day) + days);
}

export function addMonths(day: string, months: number): string {
  const month = Number(day.slice(5, 7)) - 1 + months;
  return nameOf(dayNumber(Number(day.slice(0, 4)) + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1));
}

/** 1 Monday … 7 Sunday. */
export const weekday = (day: string) => weekdayOf(numberOf(day));

function monthOf(year: number, month: number): Period | undefined {
  const day = isoDay(year, month, 1);
  return day ? { day, to: addDays(addMonths(day, 1), -1) } : undefined;
}

/** ISO 8601 week: the one with 4 January is the first. */
function weekOf(year: number, week: number): Period | undefined {
  const fourth = isoDay(year, 1, 4)!;
  const day = addDays(fourth, (week - 1) * 7 - (weekday(fourth) - 1));
  const thursday = addDays(day, 3);
  return week >= 1 && thursday.startsWith(String(year)) ? { day, to: addDays(day, 6) } : undefined;
}

/** From local time to UTC; `local` leaves a moment that names no zone as it stands on the wall where it happens, without `Z`. */
export type Offset = number | 'local';

export function instantOf(period: Period, offset: Offset): string {
  const wall = `${period.day}T${period.time ?? '00:00:00'}.000`;
  const minutes = period.zoneMinutes ?? offset;
  if (minutes === 0) return `${wall}Z`;
  return minutes === 'local' ? wall : new Date(Date.parse(`${wall}Z`) - minutes * 60_000).toISOString();
}

/** The local wall clock of an instant, as `CCYYMMDDhhmmss`. */
export function localDigits(instant: string, offsetMinutes: number): string {
  return new Date(Date.parse(instant) + offsetMinutes * 60_000).toISOString().replace(/\D/g, '').slice(0, 14);
}

const twoDigits = (n: number) => (n < 10 ? `0${n}` : String(n));
