import { expect, test } from 'vitest';
import type { FlowFacts } from './flow-store.ts';
import { waysOfGoods } from './ways-of-goods.ts';
import type { Place } from './ways-out.ts';

const port = (id: string, longitude: number, latitude: number): Place => ({
  ...{ id, owner: 'any', kind: 'port' },
  longitude,
  latitude,
});
const ROTTERDAM = port('rotterdam', 4.1, 51.95);
const ANTWERP = port('antwerp', 4.3, 51.3);
const HAMBURG = port('hamburg', 9.9, 53.5);
const GENOA = port('genoa', 8.9, 44.4);
const facts = {
  lines: [
    { owner: 'asia', shipment: 'ship', expectedAt: '2026-03-16T08:00:00.000Z', band: { p50At: 'learned' } },
    { owner: 'asia', shipment: 'other', expectedAt: '2026-03-16T08:00:00.000Z', band: null },
  ],
} as unknown as FlowFacts;

/** Goods for Leipzig that are expected in two weeks, on a ship that was last seen there. */
const waysFrom = (
  at: { longitude: number; latitude: number },
  { mode = 'sea', expectedAt = '2026-03-16T08:00:00.000Z', seen = true } = {},
) =>
  waysOfGoods(
    { hits: [], cause: { supplier: 'asia', shipment: 'ship', despatchNote: 'N1', expectedAt } },
    {
      ...{ organisation: 'oem', today: '2026-03-02', now: '2026-03-02T06:00:00.000Z', facts, nodes: [] },
      ...{ massKg: new Map(), successions: [] },
      places: new Map([ROTTERDAM, ANTWERP, HAMBURG, GENOA].map((place) => [place.id, place])),
      goods: [
        {
          ...{ shipment: 'ship', supplier: 'asia', grossMassKg: 400, mode, seen, ...at },
          ...{ toLongitude: 12.4, toLatitude: 51.3 },
        },
      ],
    },
  );
const named = (ways: ReturnType<typeof waysFrom>): string[] =>
  ways.map(({ option: { option, of } }) => (of ? `${option} ${of}` : option));

const CHANNEL = { longitude: 2, latitude: 51.2 };
const IN_ROTTERDAM = { longitude: 4.1, latitude: 51.95 };

test('a ship that is held in a port: its goods by van or air from there, or by the two other ports that are soonest', () => {
  const ways = waysFrom(IN_ROTTERDAM);
  // From Hamburg a van is there before its driver must rest for the night.
  expect(named(ways)).toEqual(['expedite-van', 'expedite-air', 'reroute hamburg', 'reroute antwerp']);
  const [hamburg, antwerp] = ways.slice(2).map(({ option }) => option.arrivesAt!);
  expect(hamburg! < antwerp!).toBe(true);
});

test('nothing fetches goods from a ship at sea, which can only make for another port', () => {
  expect(named(waysFrom(CHANNEL))).toEqual(['reroute antwerp', 'reroute hamburg']);
});

test('goods of a ship that were never seen are still where they left', () => {
  expect(named(waysFrom(CHANNEL, { seen: false }))).toContain('expedite-van');
});

test('what comes no sooner is no way, and a truck is not sent by ship', () => {
  expect(named(waysFrom(IN_ROTTERDAM, { expectedAt: '2026-03-02T10:00:00.000Z' }))).toEqual([]);
  expect(named(waysFrom(IN_ROTTERDAM, { mode: 'road' }))).toEqual(['expedite-van', 'expedite-air']);
});

test('the goods, and no others, are then expected when the way brings them, whatever was learned of the lane', () => {
  const [way] = waysFrom(CHANNEL);
  expect(way!.facts.lines.map(({ expectedAt, band }) => [expectedAt, band])).toEqual([
    [way!.option.arrivesAt, null],
    ['2026-03-16T08:00:00.000Z', null],
  ]);
});
