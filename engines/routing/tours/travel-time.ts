import type { World } from './world.ts';

/**
 * Seconds from one place to another, leaving at `departure`. A way that begins in one period and ends in another is driven
 * in parts, each at the pace of its period, so that who leaves later never arrives earlier (Ichoua, Gendreau and Potvin,
 * European Journal of Operational Research 144, 2003, figure 3).
 *
 * @example 10 min in the first period, 20 min after it; leaving 5 min before it ends: 5 min for one half, 10 min for the other
 */
export function travelSeconds({ periods, places }: World, from: number, to: number, departure: number): number {
  const arc = from * places + to;
  if (periods.length === 1) return periods[0]!.seconds[arc]!;
  let clock = departure;
  let left = 1;
  for (const { until, seconds } of periods) {
    if (clock >= until) continue;
    const whole = seconds[arc]!;
    if (clock + left * whole <= until) return clock + left * whole - departure;
    left -= (until - clock) / whole;
    clock = until;
  }
  return clock - departure;
}
