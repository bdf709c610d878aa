const DAY = 86_400;
/** A Monday, from which weekdays are named. */
const MONDAY = Date.UTC(2024, 0, 1);

/** "Mon", in the language of the screen; ISO weekday, Monday = 1. */
export const weekdayName = (locale: string, weekday: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(MONDAY + (weekday - 1) * DAY * 1000);

/** "05:30", and "05:30 +1" on the day after. */
export function clockOf(seconds: number): string {
  const minutes = Math.floor((seconds % DAY) / 60);
  const days = Math.floor(seconds / DAY);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return days > 0 ? `${clock} +${days}` : clock;
}
