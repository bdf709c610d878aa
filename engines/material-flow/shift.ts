/** Shifts begin at 06:00, 14:00 and 22:00 local time. */
const SHIFT_STARTS = [22, 14, 6];
const HOUR_MS = 3_600_000;

/**
 * Rounds a moment down to the start of its eight-hour shift at the place: all that a partner entitled to
 * "light + stop hour" may see of the moment at which a line stops.
 *
 * @param instant UTC instant
 * @param timeZone IANA time zone of the site
 * @returns UTC instant at which the shift begins
 * @example shiftOf('2026-11-23T09:30:00.000Z', 'Europe/Berlin') // '2026-11-23T05:00:00.000Z', 06:00 in Berlin
 */
export function shiftOf(instant: string, timeZone: string): string {
  const moment = Date.parse(instant);
  if (Number.isNaN(moment)) throw new RangeError(`Not an instant: "${instant}".`);
  const local = moment + offsetMs(moment, timeZone);
  const midnight = Math.floor(local / (24 * HOUR_MS)) * 24 * HOUR_MS;
  const startHour = SHIFT_STARTS.find((hour) => local - midnight >= hour * HOUR_MS) ?? 22 - 24;
  return new Date(fromLocal(midnight + startHour * HOUR_MS, timeZone)).toISOString();
}

/**
 * The shift with which a working day begins at the place, as the moment at which it does.
 *
 * @param day calendar day of the place
 * @param timeZone IANA time zone of the site
 * @example firstShiftOn('2026-11-23', 'Asia/Shanghai') // '2026-11-22T22:00:00.000Z', 06:00 in Shanghai
 */
export function firstShiftOn(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(midnight)) throw new RangeError(`Not a calendar day: "${day}".`);
  return new Date(fromLocal(midnight + SHIFT_STARTS.at(-1)! * HOUR_MS, timeZone)).toISOString();
}

/** The clock change may lie between the shift's start and now, so the offset is asked for again at the start. */
function fromLocal(local: number, timeZone: string): number {
  const guess = local - offsetMs(local, timeZone);
  return local - offsetMs(guess, timeZone);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetMs(moment: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(moment)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}
