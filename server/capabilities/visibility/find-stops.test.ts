import { addDays } from '@intakt/material-flow';
import { describe, expect, test } from 'vitest';
import { expediteOptions, rankOptions } from './exception-options.ts';
import type { ExceptionRow, LineStopCostRow } from './exception-store.ts';
import { findStops } from './find-stops.ts';
import type { Contribution, FlowNode } from './flow.ts';
import { raiseFindings } from './settle-exceptions.ts';

const TODAY = '2026-03-02';
const days = Array.from({ length: 30 }, (_, i) => addDays(TODAY, i));

const shipment = (id: string, day: string, change: Partial<Contribution> = {}): Contribution => ({
  kind: 'shipment',
  day,
  quantity: 60,
  eventId: 'e',
  reference: `N-${id}`,
  partner: 's1',
  confirmed: true,
  shipment: { id, expectedAt: `${day}T08:00:00.000Z` },
  ...change,
});

/** A part that misses five pieces from a day on, or never. */
const node = (part: string, runsOutIfDelivered?: string, contributions: Contribution[] = []): FlowNode => ({
  owner: 'oem',
  site: 'plant',
  part,
  unit: 'H87',
  onHand: 0,
  inTransit: 0,
  overdue: 0,
  contributions,
  projection: {
    days,
    demand: [],
    receipts: [],
    planned: [],
    projected: [],
    projectedIfDelivered: days.map((day) => (runsOutIfDelivered && day >= runsOutIfDelivered ? -5 : 5)),
    runsOutIfDelivered,
    shortQuantity: 5,
    daysOfSupply: 1,
    light: 'red',
  },
});
const find = (
  nodes: FlowNode[],
  open: { id: string; hits: { site: string; part: string }[] }[] = [],
  costs: LineStopCostRow[] = [],
) =>
  raiseFindings(findStops(nodes, { today: TODAY, shiftAt: (_, day) => `${day}T05:00:00.000Z` }), {
    open: open as ExceptionRow[],
    lights: [],
    told: [],
    costs,
  });

describe('exceptions', () => {
  test('are one per late shipment, however many parts wait for it, the nearest stop first', () => {
    const late = [shipment('shp-1', '2026-03-12')];
    const found = find([node('a', '2026-03-06', late), node('b', '2026-03-04', late), node('c', '2026-03-05')]);
    expect(
      found.map(({ kind, hits }) => [kind, hits.map(({ part, stopAt }) => `${part} ${stopAt!.slice(0, 10)}`)]),
    ).toEqual([
      ['delay', ['b 2026-03-04', 'a 2026-03-06']],
      ['shortage', ['c 2026-03-05']],
    ]);
    expect(found[0]!.cause).toEqual({
      supplier: 's1',
      shipment: 'shp-1',
      despatchNote: 'N-shp-1',
      expectedAt: '2026-03-12T08:00:00.000Z',
    });
  });

  test.each<[string, Contribution[], string]>([
    ['the first shipment that comes after the stop', [shipment('z', '2026-03-20'), shipment('y', '2026-03-08')], 'y'],
    ['goods overdue for so long that nobody counts on them', [shipment('x', '2026-02-10', { overdueDays: 20 })], 'x'],
  ])('name %s', (_, contributions, id) => {
    expect(find([node('a', '2026-03-06', contributions)])[0]!.cause?.shipment).toBe(id);
  });

  test('blame no shipment that is there before the stop', () => {
    expect(find([node('a', '2026-03-06', [shipment('shp-1', '2026-03-05')])])[0]!.kind).toBe('shortage');
  });

  test('are raised within ten days, and once raised kept until fourteen', () => {
    const [raised] = find([node('a', '2026-03-12')]);
    expect(raised).toBeDefined();
    expect(find([node('a', '2026-03-13')])).toEqual([]);
    expect(find([node('a', '2026-03-16')], [raised!])).toHaveLength(1);
    expect(find([node('a', '2026-03-17')], [raised!])).toEqual([]);
    expect(find([node('a')], [raised!])).toEqual([]);
  });
});

describe('what it costs', () => {
  const stops = () => [node('a', '2026-03-05'), node('b', '2026-03-05')];
  const plant: LineStopCostRow = { site: 'plant', euroPerMinute: 500, minutesPerDay: 960 };

  test('is the standstill until something comes, by what a minute costs at the site', () => {
    const waiting = node('a', '2026-03-05');
    waiting.projection.demand = days.map(() => 1);
    waiting.projection.projectedIfDelivered = days.map((day) => (day >= '2026-03-05' && day < '2026-03-08' ? -5 : 5));
    expect(find([waiting], [], [plant])[0]!.impact).toEqual({ stopDays: 3, costEuro: 3 * 960 * 500 });
  });

  test('is unknown where the site has not told it, and never nothing', () => {
    for (const { impact } of find(stops())) expect(impact).toEqual({ stopDays: 1 });
  });

  test('ranks within a shift, and time to impact ranks before it', () => {
    const dear = { ...node('dear', '2026-03-05'), site: 'dear-plant' };
    const soon = node('soon', '2026-03-04');
    const costs = [plant, { ...plant, site: 'dear-plant', euroPerMinute: 9000 }];
    expect(find([...stops(), dear, soon], [], costs).map(({ hits }) => hits[0]!.part)).toEqual([
      'soon',
      'dear',
      'a',
      'b',
    ]);
  });
});

describe('options', () => {
  const [van, air] = expediteOptions({ now: '2026-03-02T06:00:00.000Z', distanceKm: 1120, grossMassKg: 2000 });

  test('by road rest as the driver must: 1,400 km are 20 hours at the wheel, so two nights', () => {
    const hours = (Date.parse(van!.arrivesAt!) - Date.parse('2026-03-02T06:00:00.000Z')) / 3_600_000;
    expect(hours).toBeCloseTo(2 + 20 + 2 * 0.75 + 2 * 11, 2);
    expect(van).toMatchObject({ costEuro: 2 * 1400 * 1.3, co2Kg: Math.round(2 * 1400 * 0.782) });
  });
  test('by air are there sooner and cost more', () => {
    expect(air!.arrivesAt! < van!.arrivesAt!).toBe(true);
    expect(air!.costEuro).toBe(8000);
  });
  test('of goods whose mass nobody told have no air freight price and no CO2', () => {
    const [, unknown] = expediteOptions({ now: '2026-03-02T06:00:00.000Z', distanceKm: 100 });
    expect(Object.keys(unknown!)).toEqual(['option', 'arrivesAt']);
  });
  test('are ranked by the stop that remains, then by what they cost', () => {
    const stopAt = '2026-03-04T05:00:00.000Z';
    const ranked = rankOptions([
      { option: 'accept', stopAt },
      { option: 'expedite-air', costEuro: 900 },
      { option: 'expedite-van', costEuro: 200 },
    ]);
    expect(ranked.map(({ option }) => option)).toEqual(['expedite-van', 'expedite-air', 'accept']);
    const inVain = rankOptions([
      { option: 'expedite-van', costEuro: 200, stopAt },
      { option: 'accept', stopAt },
    ]);
    expect(inVain[0]!.option).toBe('accept');
  });
});
