import type { Plant, Weekday } from './network.ts';

export const DAY_SECONDS = 86_400;
export const SLOT_SECONDS = 900;
export const SLOTS_PER_DAY = DAY_SECONDS / SLOT_SECONDS;

export const isoWeekdays = ({ weekdays }: Plant): Weekday[] => weekdays.toSorted((a, b) => a - b);

/** Regulation (EC) 561/2006: 45 minutes after 4.5 hours at the wheel (article 7), 11 hours of rest after 9 (articles 6 and 8). */
export function clockSeconds(drivingSeconds: number): number {
  const [half, whole] = [4.5 * 3600, 9 * 3600];
  const rests = Math.max(0, Math.ceil(drivingSeconds / whole) - 1);
  const halves = Math.max(0, Math.ceil(drivingSeconds / half) - 1);
  return drivingSeconds + rests * 11 * 3600 + (halves - rests) * 45 * 60;
}

/**
 * When a truck that is there at `seconds` from Monday, 00:00 comes to a bay: at once where the plant takes goods in and can finish,
 * else at the next opening of a working day.
 *
 * @returns index of the working day, seconds of that day, and how long it waited
 */
export function admit(
  plant: Plant,
  { weekday, seconds, unloadSeconds }: { weekday: Weekday; seconds: number; unloadSeconds: number },
): { day: number; seconds: number; waitedSeconds: number } {
  const working = isoWeekdays(plant);
  const latest = Math.max(plant.open.fromSeconds, plant.open.toSeconds - unloadSeconds);
  const rounded = Math.ceil(seconds / SLOT_SECONDS) * SLOT_SECONDS;
  for (let later = 0; later < 8; later++) {
    const dayStart = Math.floor(rounded / DAY_SECONDS) * DAY_SECONDS + later * DAY_SECONDS;
    const at = ((weekday - 1 + dayStart / DAY_SECONDS) % 7) + 1;
    const day = working.indexOf(at as Weekday);
    if (day < 0) continue;
    const ofDay = later === 0 ? rounded - dayStart : 0;
    if (ofDay > latest) continue;
    const admitted = Math.max(ofDay, plant.open.fromSeconds);
    return { day, seconds: admitted, waitedSeconds: dayStart + admitted - seconds };
  }
  throw new RangeError(`${plant.id} has no working day in a week.`);
}
