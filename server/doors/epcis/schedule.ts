import { refuse } from '../../refuse.ts';

/** When a subscription reports, as EPCIS 2.0 says it (section 8.2.5.3): lists of numbers and ranges in brackets, in UTC. */
export interface Schedule {
  second?: string;
  minute?: string;
  hour?: string;
  dayOfMonth?: string;
  month?: string;
  dayOfWeek?: string;
}

const FIELDS = ['second', 'minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'] as const;
type Field = (typeof FIELDS)[number];
const LIMITS: Record<Field, [low: number, high: number]> = {
  second: [0, 59],
  minute: [0, 59],
  hour: [0, 23],
  dayOfMonth: [1, 31],
  month: [1, 12],
  dayOfWeek: [1, 7],
};
const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
/** A 29 February comes again within eight years. */
const LONGEST_WAIT_DAYS = 8 * 366;

type Allowed = Record<Field, Set<number>>;

/** The first moment after `after` that fits, in milliseconds; undefined where none does (a 31 February). */
export function nextTime(schedule: Schedule, after: number): number | undefined {
  const allowed = readSchedule(schedule);
  const start = (Math.floor(after / SECOND_MS) + 1) * SECOND_MS;
  for (let day = 0; day <= LONGEST_WAIT_DAYS; day++) {
    const midnight = Math.floor(start / DAY_MS) * DAY_MS + day * DAY_MS;
    if (!fitsDay(allowed, new Date(midnight))) continue;
    const found = timeOfDay(allowed, midnight, start);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fitsDay(allowed: Allowed, date: Date): boolean {
  const weekday = date.getUTCDay() || 7;
  return (
    allowed.month.has(date.getUTCMonth() + 1) &&
    allowed.dayOfMonth.has(date.getUTCDate()) &&
    allowed.dayOfWeek.has(weekday)
  );
}

function timeOfDay({ hour, minute, second }: Allowed, midnight: number, start: number): number | undefined {
  for (const h of hour)
    for (const m of minute) {
      const time = midnight + (h * 60 + m) * 60_000;
      if (time + 59_999 < start) continue;
      for (const s of second) if (time + s * SECOND_MS >= start) return time + s * SECOND_MS;
    }
  return undefined;
}

/** Left out, a field finer than the finest given begins at its first value, and any other allows all of them. */
function readSchedule(schedule: Schedule): Allowed {
  const given = FIELDS.filter((field) => schedule[field] !== undefined);
  if (given.length === 0)
    return refuse('INVALID', { path: 'schedule', problem: 'names no time', value: JSON.stringify(schedule) });
  const finest = FIELDS.indexOf(given[0]!);
  const entries = FIELDS.map((field, index) => {
    const text = schedule[field];
    if (text !== undefined) return [field, readField(field, text)];
    const isFree = index >= finest || (field === 'dayOfMonth' && schedule.dayOfWeek !== undefined) || field === 'month';
    return [field, isFree ? every(field) : new Set([LIMITS[field][0]])];
  });
  return Object.fromEntries(entries) as Allowed;
}

const every = (field: Field): Set<number> => numbers(...LIMITS[field]);
const numbers = (low: number, high: number): Set<number> =>
  new Set(Array.from({ length: high - low + 1 }, (_, i) => low + i));

function readField(field: Field, text: string): Set<number> {
  const [low, high] = LIMITS[field];
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const range = /^\[(\d+)-(\d+)\]$/.exec(part.trim()) ?? /^(\d+)$/.exec(part.trim());
    const from = Number(range?.[1]);
    const to = Number(range?.[2] ?? range?.[1]);
    if (!range || from < low || to > high || from > to)
      return refuse('INVALID', {
        path: `schedule.${field}`,
        problem: `must be numbers from ${low} to ${high}, or ranges such as [${low}-${high}]`,
        value: text,
      });
    for (const number of numbers(from, to)) found.add(number);
  }
  return new Set([...found].toSorted((a, b) => a - b));
}
