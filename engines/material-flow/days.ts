/** Calendar day without a time zone, `YYYY-MM-DD`. */
export type IsoDay = string;

/** The days on which a site works. `weekdays[n]` is 1 when it works on ISO weekday n; holidays are day numbers. */
export interface WorkingCalendar {
  readonly weekdays: Uint8Array;
  readonly holidays: ReadonlySet<number>;
}

/** Days since 1970-01-01, so that hot loops count integers and never touch a Date. Proleptic Gregorian calendar. */
export function dayNumber(day: IsoDay): number {
  const year = 100 * twoDigits(day, 0) + twoDigits(day, 2);
  const month = twoDigits(day, 5);
  const dayOfMonth = twoDigits(day, 8);
  const isWritten = day.length === 10 && day.charCodeAt(4) === HYPHEN && day.charCodeAt(7) === HYPHEN;
  if (!isWritten || !(year + month + dayOfMonth >= 0))
    throw new RangeError(`Not a calendar day: "${day}". Expected YYYY-MM-DD.`);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month))
    throw new RangeError(`There is no day "${day}" in the calendar.`);
  return fromCivil(year, month, dayOfMonth);
}

/** The inverse of `dayNumber`, for the years 0000 to 9999. */
export function isoDay(number: number): IsoDay {
  const shifted = number + DAYS_FROM_0000_03_01;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** ISO weekday of a day number: Monday 1 … Sunday 7. */
export function isoWeekday(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function addDays(day: IsoDay, count: number): IsoDay {
  return isoDay(dayNumber(day) + count);
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** Absent or empty weekdays mean Monday to Friday, as the contract says of a site. */
export function workingCalendar(site: { workingWeekdays?: number[]; holidays?: IsoDay[] }): WorkingCalendar {
  const weekdays = new Uint8Array(8);
  const given = site.workingWeekdays?.length ? site.workingWeekdays : [1, 2, 3, 4, 5];
  for (const weekday of given) weekdays[weekday] = 1;
  return { weekdays, holidays: new Set((site.holidays ?? []).map(dayNumber)) };
}

export function isWorkingDay(number: number, calendar: WorkingCalendar): boolean {
  return calendar.weekdays[isoWeekday(number)] === 1 && !calendar.holidays.has(number);
}

/**
 * The day that lies `count` working days after `day` (before it, when negative); `day` itself need not be a working
 * day and does not count. 0 is the day itself.
 *
 * @example addWorkingDays('2026-11-20', 1, workingCalendar({})) // '2026-11-23', the Monday after a Friday
 */
export function addWorkingDays(day: IsoDay, count: number, calendar: WorkingCalendar): IsoDay {
  const step = count < 0 ? -1 : 1;
  let number = dayNumber(day);
  let left = Math.abs(count);
  // Each working week has at least one working weekday, and each holiday takes away at most one.
  for (let bound = 7 * (left + calendar.holidays.size + 1); left > 0 && bound > 0; bound--) {
    number += step;
    if (isWorkingDay(number, calendar)) left--;
  }
  return isoDay(number);
}

const HYPHEN = 0x2d;
const ZERO = 0x30;

/** NaN where either is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeap ? 29 : 28;
}

const DAYS_PER_ERA = 146_097; // 400 Gregorian years
const DAYS_FROM_0000_03_01 = 719_468; // to 1970-01-01; years are counted from March so that a leap day ends one

/** Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
function fromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_0000_03_01;
}
