/**
 * Days as numbers, so that calendar arithmetic is arithmetic: days since 1 January 1970 in the Gregorian calendar.
 * After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil and civil_from_days: years begin
 * on 1 March, so that the leap day is the last of its year.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The number of a `YYYY-MM-DD`. */
export function numberOf(isoDay: string): number {
  const [year, month, day] = [digits(isoDay, 0, 4), digits(isoDay, 5, 7), digits(isoDay, 8, 10)];
  return dayNumber(year, month, day);
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

/** 1 January 2100: days up to there are written once and kept, since schedules name the same few days again and again. */
const KEPT = 47_482;
const names = new Array<string>(KEPT).fill('');

/** `YYYY-MM-DD` of a day's number. */
export function nameOf(number: number): string {
  if (!(number >= 0 && number < KEPT)) return written(number);
  const name = names[number]!;
  return name === '' ? keep(number) : name;
}

function keep(number: number): string {
  const name = written(number);
  names[number] = name;
  return name;
}

function written(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

const twoDigits = (n: number) => (n < 10 ? `0${n}` : String(n));

/** 1 Monday … 7 Sunday; 1 January 1970 was a Thursday. */
export const weekdayOf = (number: number) => ((((number + 3) % 7) + 7) % 7) + 1;
