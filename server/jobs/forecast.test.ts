import { addDays } from '@intakt/material-flow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ForecastOrder, ReportedSeries } from '../capabilities/demand/index.ts';
import { type Doors, openDoors } from '../doors/testing.ts';
import { COMPUTATIONS } from './computations.ts';
import { prepareHistory } from './computations/prepare-history.ts';
import { JOB_KINDS } from './kinds.ts';
import { startRunner } from './runner.ts';

/** Monday of the tiny world's week. */
const THIS_WEEK = '2026-03-02';
const weekBack = (weeks: number): string => addDays(THIS_WEEK, -7 * weeks);
const noCalendar = { from: weekBack(300), days: {} };

const reported = (quantities: (number | null)[], more: Partial<ReportedSeries> = {}): ReportedSeries => ({
  site: 'plant',
  part: 'a',
  unit: 'H87',
  weeks: quantities.flatMap((quantity, i) =>
    quantity === null ? [] : [{ week: weekBack(quantities.length - i), quantity }],
  ),
  judged: {},
  source: 'stated',
  silentIsZero: false,
  ...more,
});
const steady = (weeks: number, about = 100): number[] =>
  Array.from({ length: weeks }, (_, i) => about + ((i * 7) % 11) - 5);

describe('a history', () => {
  test.each([
    ['negative', -40, 'negative'],
    ['ten times too much', 1000, 'tenfold'],
    ['a thousand times too much', 100_000, 'thousandfold'],
    ['fractional', 99.5, 'fractional'],
  ])('with a quantity that is %s does not use it and says so', (_, odd, suspicion) => {
    const quantities: (number | null)[] = steady(40);
    quantities[30] = odd;
    const { flags, history, gaps } = prepareHistory(reported(quantities), noCalendar, weekBack(1))!;
    expect(flags).toMatchObject([{ week: weekBack(10), quantity: odd, suspicion }]);
    expect(gaps).toEqual([weekBack(10)]);
    expect(history.values[30]).toBeGreaterThan(90);
    expect(history.values[30]).toBeLessThan(110);
  });

  test('in which goods were booked again under another number does not use the week, and says what it would be without', () => {
    const more = { repeated: { [weekBack(10)]: 50 }, silentIsZero: true, source: 'received' as const };
    const { flags, gaps } = prepareHistory(reported(steady(40), more), noCalendar, weekBack(1))!;
    const quantity = steady(40)[30]!;
    expect(flags).toMatchObject([{ week: weekBack(10), suspicion: 'duplicate', quantity, suggested: quantity - 50 }]);
    expect(gaps).toEqual([weekBack(10)]);
  });

  test('uses an odd quantity that somebody said is right', () => {
    const quantities = steady(40);
    quantities[30] = 1000;
    const judged = { [weekBack(10)]: { verdict: 'use' as const, reason: 'launch stock' } };
    const { flags, history } = prepareHistory(reported(quantities, { judged }), noCalendar, weekBack(1))!;
    expect(flags).toEqual([]);
    expect(history.values[30]).toBe(1000);
  });

  test('shows what stands out, uses it, and leaves it out only when somebody said so', () => {
    const quantities = steady(60);
    quantities[40] = 290;
    const found = prepareHistory(reported(quantities), noCalendar, weekBack(1))!;
    expect(found.outliers.map(({ week }) => week)).toEqual([weekBack(20)]);
    expect(found.history.values[40]).toBe(290);
    const judged = { [weekBack(20)]: { verdict: 'leave-out' as const, reason: 'recall campaign' } };
    const left = prepareHistory(reported(quantities, { judged }), noCalendar, weekBack(1))!;
    expect(left.history.values[40]).toBeLessThan(120);
  });

  test('has a gap where nobody said anything, a zero where the site was closed, and full weeks where a holiday was', () => {
    const quantities: (number | null)[] = Array.from({ length: 30 }, () => 100);
    quantities[10] = null;
    quantities[20] = null;
    quantities[25] = 80;
    const days = Array.from({ length: 300 }, () => 5);
    days[270 + 20] = 0;
    days[270 + 25] = 4;
    const { history, gaps } = prepareHistory(
      reported(quantities),
      { from: weekBack(300), days: { plant: days } },
      weekBack(1),
    )!;
    expect(gaps).toEqual([weekBack(20)]);
    expect([history.values[10], history.values[20], history.values[25]]).toEqual([100, 0, 100]);
  });
});

const order = (series: ReportedSeries[], more: Partial<ForecastOrder> = {}): ForecastOrder => ({
  series,
  successions: [],
  calendar: noCalendar,
  thisWeek: THIS_WEEK,
  horizon: 8,
  levels: [0.025, 0.1, 0.5, 0.9, 0.975],
  tier: 'full',
  ...more,
});
const compute = (given: ForecastOrder) =>
  COMPUTATIONS.forecast!(given, { tell: () => undefined, stopping: () => false }) as ReturnType<
    typeof import('./computations/forecast.ts').computeForecasts
  >;

describe('a run', () => {
  const odd: [string, number[]][] = [
    ['all zero', Array(60).fill(0)],
    ['constant', Array(60).fill(24)],
    ['of one week', [50]],
    ['of three weeks', [50, 52, 49]],
    ['with gaps between sales', Array.from({ length: 80 }, (_, i) => (i % 6 === 0 ? 12 : 0))],
    ['of large numbers', steady(80, 1e9)],
  ];
  test.each(odd)('over a history that is %s gives sane intervals', (_, quantities) => {
    const { parts, unforecast } = compute(order([reported(quantities)]));
    expect(unforecast).toEqual([]);
    const [part] = parts;
    const most = Math.max(...quantities);
    for (const [level, values] of part!.quantiles.entries())
      for (const [week, value] of values.entries()) {
        expect(value).toBeGreaterThanOrEqual(level === 0 ? 0 : part!.quantiles[level - 1]![week]! - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(4 * most, 1));
      }
    expect(part!.points.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
  });

  test('goes on when one series is of no use, and names it', () => {
    const bad = reported([Number.NaN, Number.NaN], { part: 'bad' });
    const { parts, unforecast } = compute(order([reported(steady(60)), bad, reported(steady(60), { part: 'b' })]));
    expect(parts.map(({ part }) => part)).toEqual(['a', 'b']);
    expect(unforecast).toEqual([{ site: 'plant', part: 'bad', reason: 'empty' }]);
  });

  test('says of a quarter ago what it would have said, and how far it was off', () => {
    const [part] = compute(order([reported(steady(120))])).parts;
    expect(part!.model.backtest).toMatchObject({ weeks: 8 });
    expect(part!.model.backtest!.wape).toBeLessThan(0.1);
  });

  test('gives a new part its predecessor’s history, and divides the demand as the one takes over', () => {
    const succession = {
      successor: 'new',
      predecessor: 'a',
      ratio: 2,
      startsOn: addDays(THIS_WEEK, 14),
      endsOn: addDays(THIS_WEEK, 28),
    };
    const { parts } = compute(order([reported(Array(60).fill(100))], { successions: [succession] }));
    const fresh = parts.find(({ part }) => part === 'new')!;
    const old = parts.find(({ part }) => part === 'a')!;
    expect(Array.from(fresh.points.slice(0, 6), Math.round)).toEqual([0, 0, 67, 133, 200, 200]);
    expect(Array.from(old.points.slice(0, 6), Math.round)).toEqual([100, 100, 67, 33, 0, 0]);
    expect(fresh.model.predecessor).toBe('a');
  });

  test('asks for nothing in a week in which the site is closed', () => {
    const days = Array.from({ length: 400 }, () => 5);
    days[300 + 2] = 0;
    days[300 + 3] = 2;
    const calendar = { from: weekBack(300), days: { plant: days } };
    const [part] = compute(order([reported(Array(60).fill(100))], { calendar })).parts;
    expect(Array.from(part!.points.slice(0, 5))).toEqual([100, 100, 0, 40, 100]);
  });
});

describe('on the server', () => {
  let doors: Doors;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    doors = await openDoors();
    const worker = new URL('./job-worker.ts', import.meta.url);
    stop = await startRunner(doors.world.house, { kinds: JOB_KINDS, worker, sweepEveryMs: 200 });
  }, 60_000);
  afterAll(async () => {
    await stop?.();
    await doors?.close();
  });

  const put = (who: string, url: string, payload: object) => doors.ask(who, { method: 'PUT', url, payload });
  async function run(who: string, input: object = {}) {
    const started = await doors.ask(who, { method: 'POST', url: '/api/jobs', payload: { kind: 'forecast', input } });
    expect(started.status).toBe(202);
    for (let tries = 0; tries < 200; tries++) {
      const { body } = await doors.ask(who, { method: 'GET', url: `/api/jobs/${started.body.id}` });
      if (!['queued', 'running'].includes(body.state)) return body;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The run did not end.');
  }
  const view = async (who: string, part = 'a', site = 'plant') =>
    (await doors.ask(who, { method: 'GET', url: `/api/forecasts/part?site=${site}&part=${part}` })).body;

  test('an organisation forecasts from its own history, and nobody else learns of either', async () => {
    for (const part of ['a', 'b']) {
      const { site, unit, weeks } = reported(steady(110), { part });
      expect((await put('oem', '/api/demand-history', { site, part, unit, weeks })).status).toBe(200);
    }
    expect(await run('oem', { horizonWeeks: 13 })).toMatchObject({
      state: 'done',
      result: { forecast: 2, unforecast: 0 },
    });
    const own = await view('oem');
    expect(own.statistical.weeks).toHaveLength(13);
    expect(own.statistical.weeks[0].week).toBe(THIS_WEEK);
    expect(own.learnedFrom).toEqual([
      { site: 'plant', part: 'a' },
      { site: 'plant', part: 'b' },
    ]);
    expect(own.history).toHaveLength(110);
    for (const stranger of ['s1', 's2', 'c1'])
      expect(await view(stranger)).toMatchObject({ history: [], statistical: null, parties: [], learnedFrom: [] });
    expect((await run('s1')).result).toEqual({ forecast: 0, unforecast: 0, reasons: [] });
  }, 60_000);

  test('a number told to one partner is seen by that partner, and judged by what comes', async () => {
    const weeks = [0, 1, 2].map((i) => ({ week: addDays(THIS_WEEK, 7 * i), quantity: 90 + i }));
    const told = { source: 'customer', partner: 's1', site: 'plant', part: 'a', unit: 'H87', weeks };
    expect((await doors.ask('oem', { method: 'POST', url: '/api/forecasts', payload: told })).status).toBe(200);
    expect((await view('s1')).parties).toMatchObject([{ owner: 'oem', source: 'customer', weeks }]);
    expect((await view('s2')).parties).toEqual([]);
  });

  test('weeks that are no Mondays, and quantiles that are not one per level, are refused with what was seen', async () => {
    const tuesday = await put('oem', '/api/demand-history', {
      site: 'plant',
      part: 'a',
      unit: 'H87',
      weeks: [{ week: '2026-03-03', quantity: 1 }],
    });
    expect([tuesday.status, tuesday.body.detail]).toEqual([
      422,
      'weeks.0.week: must be a Monday; the one of that week is 2026-03-02. Seen: 2026-03-03.',
    ]);
    const uneven = { source: 'customer', site: 'plant', part: 'a', unit: 'H87', levels: [0.1, 0.9] };
    const answer = await doors.ask('oem', {
      method: 'POST',
      url: '/api/forecasts',
      payload: { ...uneven, weeks: [{ week: THIS_WEEK, quantity: 1, quantiles: [1] }] },
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'INVALID']);
  });
});
