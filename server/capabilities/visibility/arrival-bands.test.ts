import { describe, expect, test } from 'vitest';
import { bandOf, hasMoved, learnFrom } from './arrival-bands.ts';
import type { JourneyRow, UnderWayRow } from './arrival-store.ts';

const HOUR_MS = 3_600_000;
const T0 = Date.parse('2026-03-02T06:00:00.000Z');
const at = (hours: number): string => new Date(T0 + hours * HOUR_MS).toISOString();

const journey = (change: Partial<JourneyRow> = {}): JourneyRow => ({
  supplier: 's1',
  shipment: 'shp',
  siteFrom: 'works',
  siteTo: 'plant',
  carrier: 'c1',
  mode: 'sea',
  timeZone: 'UTC',
  departedAt: at(0),
  arrivedAt: null,
  leadTimeDays: 5,
  fromLongitude: null,
  fromLatitude: null,
  toLongitude: null,
  toLatitude: null,
  ...change,
});
const goods = (change: Partial<UnderWayRow> = {}): UnderWayRow => ({
  ...journey(),
  expectedAt: at(200),
  longitude: null,
  latitude: null,
  positionAt: null,
  saidBy: null,
  saidAt: null,
  saidReason: null,
  saidExpectedAt: null,
  band: null,
  ...change,
});
/** Journeys of a hundred to two hundred hours, evenly. */
const travelled = (count: number, change: Partial<JourneyRow> = {}): JourneyRow[] =>
  Array.from({ length: count }, (_, i) => journey({ arrivedAt: at(100 + (100 * (i + 0.5)) / count), ...change }));
const hoursOf = (instant: string | undefined): number => (Date.parse(instant!) - T0) / HOUR_MS;
const band = (history: JourneyRow[], change: Partial<UnderWayRow> = {}, now = at(0)) =>
  bandOf(goods(change), learnFrom(history, []), now);

describe('without history', () => {
  test.each<[string, Partial<UnderWayRow>, number]>([
    ['lead-time', {}, 120],
    ['said', { saidExpectedAt: at(150), saidBy: 's1' }, 150],
    ['advised', { leadTimeDays: null }, 200],
  ])('there is a middle and no band, from what is %s', (basis, change, hours) => {
    const { p50At, p80At, journeys, ...rest } = band([], change);
    expect([hoursOf(p50At), p80At, journeys, rest.basis]).toEqual([hours, undefined, 0, basis]);
  });

  test('four journeys are none yet', () => {
    expect(band(travelled(4)).basis).toBe('lead-time');
    expect(band(travelled(5)).basis).toBe('history');
  });

  test('what should be there already comes now at the earliest', () => {
    expect(band([], {}, at(130)).p50At).toBe(at(130));
  });
});

describe('with history', () => {
  test('the band is what the lane took, and says of how many journeys', () => {
    const learned = band(travelled(200));
    expect(hoursOf(learned.p50At)).toBeCloseTo(150, -0.5);
    expect(hoursOf(learned.p80At)).toBeCloseTo(180, -0.5);
    expect(hoursOf(learned.p95At)).toBeGreaterThan(hoursOf(learned.p80At));
    expect(hoursOf(learned.p20At)).toBeLessThan(hoursOf(learned.p50At));
    expect(learned).toMatchObject({ basis: 'history', journeys: 200 });
  });

  test('a ship that is held comes later by the mere passing of time', () => {
    const history = travelled(200);
    const bands = [0, 120, 170, 195].map((hours) => hoursOf(band(history, {}, at(hours)).p50At));
    expect(bands).toEqual(bands.toSorted((a, b) => a - b));
    expect(bands[3]).toBeGreaterThan(195);
    expect(bands[1]).toBeGreaterThan(bands[0]! + 5);
  });

  test('a carrier that promises too little is corrected by what it used to promise', () => {
    const said = Array.from({ length: 60 }, (_, i) => ({
      carrier: 'c1',
      saidAt: at(i),
      expectedAt: at(i + 10),
      arrivedAt: at(i + 14.5 + (i % 10) / 10),
    }));
    const learned = learnFrom(travelled(200), said);
    const one = bandOf(goods({ saidBy: 'c1', saidAt: at(100), saidExpectedAt: at(110) }), learned, at(100));
    expect(one.basis).toBe('history-and-carrier');
    expect(hoursOf(one.p50At)).toBeGreaterThan(114);
    expect(hoursOf(one.p50At)).toBeLessThan(117);
  });

  test('what somebody decided is not judged by how the lane used to be', () => {
    const decided = band(travelled(200), { saidExpectedAt: at(20), saidBy: 'oem', saidReason: 'expedite-air' });
    expect([hoursOf(decided.p50At), decided.basis, decided.p80At]).toEqual([20, 'decided', undefined]);
  });
});

describe('by road', () => {
  // 784 km as the crow flies are 980 on roads and fourteen hours at the wheel: one rest lies in them.
  const places = { mode: 'road', fromLongitude: 0, fromLatitude: 50, toLongitude: 0, toLatitude: 57.0508 };
  const history = travelled(50, { ...places, arrivedAt: at(26.5) });

  test('rests of the driver are in the clock hours and not learned as slowness', () => {
    expect(hoursOf(band(history, { ...places }).p50At)).toBeCloseTo(26.5, 0);
  });

  test('half way, by its tracker, half of the driving is left', () => {
    const half = { ...places, longitude: 0, latitude: 53.5254, positionAt: at(9) };
    const left = hoursOf(band(history, half, at(9)).p50At) - 9;
    // Seven hours at the wheel; two of the day are left, then eleven of rest.
    expect(left).toBeGreaterThan(7);
    expect(left).toBeLessThan(20);
  });
});

test('a band is said when it moves by a quarter of an hour and a tenth of what is to go', () => {
  const now = at(0);
  const one = {
    supplier: 's1',
    shipment: 'shp',
    p50At: at(100),
    p80At: at(110),
    p95At: at(120),
    basis: 'history' as const,
    journeys: 9,
  };
  const known = (hours: number) => ({ p50At: at(hours), p80At: at(110), p95At: at(120), basis: 'history' });
  expect(hasMoved(one, null, now)).toBe(true);
  expect(hasMoved(one, known(95), now)).toBe(false);
  expect(hasMoved(one, known(85), now)).toBe(true);
  expect(hasMoved(one, { ...known(100), basis: 'lead-time' }, now)).toBe(true);
});
