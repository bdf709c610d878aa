/**
 * Between the time on a wall and UTC. Trade messages give the first and mostly leave out the zone, so whoever reads or
 * writes them must know where each moment happens.
 */

/**
 * @param wall local time without zone, `2026-03-01T08:00:00.000`
 * @param timeZone IANA name
 * @returns the instant; throws RangeError for a zone that there is not
 * @example fromWall('2026-03-01T08:00:00.000', 'Europe/Berlin') // '2026-03-01T07:00:00.000Z'
 */
export function fromWall(wall: string, timeZone: string): string {
  /* Asked for twice, because the clock change may lie between the guess and the moment. */
  const local = Date.parse(`${wall}Z`);
  const guess = local - offsetMs(local, timeZone);
  return new Date(local - offsetMs(guess, timeZone)).toISOString();
}

/** The wall's time as though it were UTC: what a writer that adds no offset then writes. */
export const toWall = (instant: string, timeZone: string): string =>
  new Date(Date.parse(instant) + offsetMs(Date.parse(instant), timeZone)).toISOString();

export function isTimeZone(name: string): boolean {
  try {
    return formatterFor(name) !== undefined;
  } catch {
    return false;
  }
}

function offsetMs(moment: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterFor(timeZone).formatToParts(moment)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times more than using it. */
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const digits = '2-digit' as const;
  const time = { hour: digits, minute: digits, second: digits };
  const formatter = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: digits, day: digits },
    ...time,
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
