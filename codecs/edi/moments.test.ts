import { describe, expect, test } from 'vitest';
import { DATE_FORMATS, instantOf, parsePeriod } from './moments.ts';

describe('dates in the formats of code list 2379', () => {
  test.each<[string, string, unknown]>([
    ['2', '311226', { day: '2026-12-31' }],
    ['101', '261231', { day: '2026-12-31' }],
    ['101', '880801', { day: '1988-08-01' }],
    ['102', '20261231', { day: '2026-12-31' }],
    ['203', '202612312359', { day: '2026-12-31', time: '23:59:00' }],
    ['204', '20261231235959', { day: '2026-12-31', time: '23:59:59' }],
    ['203', '202612312400', { day: '2027-01-01', time: '00:00:00' }],
    ['303', '202612311200CET', { day: '2026-12-31', time: '12:00:00', zoneMinutes: 60 }],
    ['304', '20261231120000-05', { day: '2026-12-31', time: '12:00:00', zoneMinutes: -300 }],
    ['602', '2026', { day: '2026-01-01', to: '2026-12-31' }],
    ['610', '202602', { day: '2026-02-01', to: '2026-02-28' }],
    ['610', '202402', { day: '2024-02-01', to: '2024-02-29' }],
    ['616', '202601', { day: '2025-12-29', to: '2026-01-04' }],
    ['616', '202653', { day: '2026-12-28', to: '2027-01-03' }],
    ['616', '202553', undefined],
    ['718', '20260301-20260307', { day: '2026-03-01', to: '2026-03-07' }],
    ['718', '2026030120260307', { day: '2026-03-01', to: '2026-03-07' }],
    ['719', '202603010600202603071800', { day: '2026-03-01', time: '06:00:00', to: '2026-03-07' }],
    ['718', '2026030720260301', undefined],
    ['102', '20260229', undefined],
    ['102', '2026-3-1', undefined],
    ['203', '202612312461', undefined],
  ])('format %s reads %s', (format, value, expected) => {
    expect(parsePeriod(value, DATE_FORMATS[format]!)).toEqual(expected);
  });

  test('local times become instants by the stated zone, else by the agreed offset', () => {
    expect(instantOf({ day: '2026-03-01', time: '00:30:00' }, 60)).toBe('2026-02-28T23:30:00.000Z');
    expect(instantOf({ day: '2026-03-01', time: '00:30:00', zoneMinutes: 0 }, 60)).toBe('2026-03-01T00:30:00.000Z');
  });

  test('where only the reader knows the zone, they stay local times, which a Z would belie', () => {
    expect(instantOf({ day: '2026-03-01', time: '00:30:00' }, 'local')).toBe('2026-03-01T00:30:00.000');
    expect(instantOf({ day: '2026-03-01', zoneMinutes: 60 }, 'local')).toBe('2026-02-28T23:00:00.000Z');
  });
});
