import { dayNumber, type IsoDay, isoDay, isoWeekday } from '@intakt/material-flow';

const FIXED_HOLIDAYS = new Set([
  '01-01',
  '05-01',
  '12-24',
  '12-25',
  '12-26',
  '12-27',
  '12-28',
  '12-29',
  '12-30',
  '12-31',
]);
const WORKED_OUT = { from: 2024, to: 2034 };

/** The network works Monday to Friday, apart from the Easter days, May Day and the days between the years. */
export function works(day: number): boolean {
  return isoWeekday(day) <= 5 && !isHoliday(day);
}

/** The holidays of some years, as a site's master data states them. */
export function holidays(): IsoDay[] {
  const days: IsoDay[] = [];
  for (let day = dayNumber(`${WORKED_OUT.from}-01-01`); day <= dayNumber(`${WORKED_OUT.to}-12-31`); day++) {
    if (isHoliday(day)) days.push(isoDay(day));
  }
  return days;
}

export function yearStart(day: number): number {
  return dayNumber(`${isoDay(day).slice(0, 4)}-01-01`);
}

function isHoliday(day: number): boolean {
  const text = isoDay(day);
  if (FIXED_HOLIDAYS.has(text.slice(5))) return true;
  const afterEaster = day - easterSunday(Number(text.slice(0, 4)));
  return afterEaster === -2 || afterEaster === 1 || afterEaster === 39 || afterEaster === 50;
}

/** Anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const month = Math.floor(n / 31);
  return dayNumber(`${year}-${String(month).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`);
}
