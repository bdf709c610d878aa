import { describe, expect, test } from 'vitest';
import { driveOf } from './drive.ts';
import type { ToldStop, ToldTour } from './told-tour.ts';

const at = (hour: number, minute = 0): string => new Date(Date.UTC(2026, 2, 4, hour, minute)).toISOString();
const tour: ToldTour = {
  ...{ id: 'tour-1', customer: 'oem', carrier: 'c1', revision: 1, day: '2026-03-04', vehicleType: 'lorry' },
  ...{ departsAt: at(6), state: 'published', vehicle: null },
};
const nothing = { state: 'planned', arrivedAt: null, servedAt: null, departedAt: null, dockSlot: null };
const stop = (position: number, site: string, hour: number): ToldStop => ({
  ...{ tour: 'tour-1', customer: 'oem', carrier: 'c1', supplier: null, receiver: null, stop: site, site, position },
  ...{ plannedArrival: at(hour), plannedStart: at(hour), plannedDeparture: at(hour, 30), loads: [{}], unloads: [] },
  ...nothing,
});
const stops = [stop(1, 's1-works', 6), stop(2, 's2-works', 8), stop(3, 'plant', 11)];
const moments = (seed: number, given = stops, named = tour) =>
  driveOf(seed, named, given).map(({ arrivesAt, servedAt, leavesAt }) => [arrivesAt, servedAt, leavesAt]);

describe('a tour is driven', () => {
  test('the same way for the same seed, whatever the tour is called, and another way for another', () => {
    expect(moments(1)).toEqual(moments(1, stops, { ...tour, id: 'tour-2' }));
    expect(moments(1)).not.toEqual(moments(2));
  });

  test('near its plan, each stop after the one before it', () => {
    const seeds = Array.from({ length: 200 }, (_, i) => i);
    for (const seed of seeds)
      expect(moments(seed).flat()).toEqual(
        moments(seed)
          .flat()
          .toSorted((a, b) => a - b),
      );
    const late = seeds.flatMap((seed) => driveOf(seed, tour, stops).filter(({ delay }) => delay));
    expect(late.length).toBeGreaterThan(20);
    expect(late.length).toBeLessThan(80);
    for (const { delay, setsOutAt, arrivesAt } of late) {
      expect(delay!.minutes).toBeGreaterThanOrEqual(22);
      expect(delay!.noticedAt).toBeGreaterThan(setsOutAt);
      expect(delay!.noticedAt).toBeLessThan(arrivesAt);
    }
  });

  test('on from what somebody reported', () => {
    const [first, ...rest] = stops;
    const reported = [{ ...first!, state: 'departed', arrivedAt: at(6), servedAt: at(7), departedAt: at(9) }, ...rest];
    const [, second] = driveOf(1, tour, reported);
    expect(second!.setsOutAt).toBe(Date.parse(at(9)));
    expect(second!.arrivesAt - second!.setsOutAt).toBeGreaterThan(80 * 60_000);
  });

  test('to a dock slot, and no sooner', () => {
    const slot = { state: 'confirmed', wantedFrom: at(11), from: at(13) };
    const [, , last] = driveOf(1, tour, [stops[0]!, stops[1]!, { ...stops[2]!, dockSlot: slot }]);
    expect(last!.servedAt).toBeGreaterThan(Date.parse(at(13)));
  });
});
