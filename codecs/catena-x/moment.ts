const TIMESTAMP = /^(\d{4}-\d\d-\d\d)T(?:([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d+)?|24:00:00(?:\.0+)?)(.*)$/;
const ZONE = /^(?:Z|([+-])(?:(0\d|1[0-3]):([0-5]\d)|14:00))$/;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface Moment {
  /** UTC with milliseconds; finer fractions are cut off. */
  instant: string;
  /** The calendar day on the sender's own clock. */
  day: string;
  hasZone: boolean;
}

/**
 * Reads an XML Schema `dateTime`, as SAMM writes instants: the time zone may be absent (UTC is assumed), and 24:00:00 is
 * the beginning of the next day. The schemas' pattern also lets days through that no calendar has; here they are none.
 *
 * @param text such as `2023-04-28T14:23:00.123456+14:00`
 * @returns nothing where the text is no date and time
 * @example readTimestamp('2023-04-28T14:23:00+14:00') // { instant: '2023-04-28T00:23:00.000Z', day: '2023-04-28', hasZone: true }
 */
export function readTimestamp(text: string): Moment | undefined {
  const [, day = '', hour, minute = '', second = '', fraction = '', zone = ''] = TIMESTAMP.exec(text) ?? [];
  if (dayOf(day) === undefined) return undefined;
  const minutes = zone === '' ? 0 : zoneMinutes(zone);
  if (minutes === undefined) return undefined;
  const time = hour === undefined ? DAY_MS : millisecondsOf([hour, minute, second], fraction);
  const wall = Date.parse(`${day}T00:00:00Z`) + time;
  return { instant: isoOf(wall - minutes * MINUTE_MS), day: isoOf(wall).slice(0, 10), hasZone: zone !== '' };
}

/** The text itself where it is a day that the calendar has. */
export function dayOf(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && isoOf(at).startsWith(text) ? text : undefined;
}

function zoneMinutes(zone: string): number | undefined {
  const found = ZONE.exec(zone);
  if (!found) return undefined;
  const [, sign, hours, minutes] = found;
  if (hours === undefined) return zone === 'Z' ? 0 : Number(`${zone[0]}840`);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function millisecondsOf([hour, minute, second]: [string, string, string], fraction: string): number {
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return seconds * 1000 + Number(`${fraction.slice(1, 4)}000`.slice(0, 3));
}

const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
