import { describe, expect, test } from 'vitest';
import { fromWall, isTimeZone, toWall } from './wall-clock.ts';

describe('the time on a wall', () => {
  test.each([
    ['2026-01-15T08:00:00.000', 'Europe/Berlin', '2026-01-15T07:00:00.000Z'],
    ['2026-07-15T08:00:00.000', 'Europe/Berlin', '2026-07-15T06:00:00.000Z'],
    ['2026-03-29T03:30:00.000', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-02T08:00:00.000', 'Asia/Kolkata', '2026-03-02T02:30:00.000Z'],
    ['2026-03-02T20:00:00.000', 'America/Mexico_City', '2026-03-03T02:00:00.000Z'],
    ['2026-03-02T08:00:00.000', 'UTC', '2026-03-02T08:00:00.000Z'],
  ])('%s in %s is %s, and back', (wall, zone, instant) => {
    expect(fromWall(wall, zone)).toBe(instant);
    expect(toWall(instant, zone)).toBe(`${wall}Z`);
  });

  test('needs a zone that there is', () => {
    expect([isTimeZone('Europe/Berlin'), isTimeZone('Europe/Atlantis')]).toEqual([true, false]);
  });
});
