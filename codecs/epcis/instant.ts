const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d+))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * An RFC 3339 date-time as UTC with milliseconds, or nothing. Fractions beyond the millisecond are rounded half up, as
 * the CBV event hash demands.
 *
 * @example toUtc('2005-04-03T20:33:31.116000-06:00') // '2005-04-04T02:33:31.116Z'
 */
export function toUtc(text: string): string | undefined {
  const [, year, month, day, hour, minute, second, fraction = '', zone = ''] = DATE_TIME.exec(text) ?? [];
  if (year === undefined || !isCalendarDay(Number(year), Number(month), Number(day))) return undefined;
  const milliseconds = Math.round(Number(`0.${fraction || '0'}`) * 1000);
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return new Date(wall + milliseconds - zoneMinutes(zone) * 60_000).toISOString();
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function zoneMinutes(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}
