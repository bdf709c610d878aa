import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { count, despatch, say } from '../../record/tiny-world.ts';
import { visibilityFinders, watchExceptions, watchRunout } from './index.ts';

/**
 * Monday 2 March 2026, 06:00: the plant uses ten brackets a working day and has 25. Sixty are under way and due on Tuesday;
 * then they are held. The OEM lets s1 see lights, s2 its
 * projection exactly, and s3 nothing.
 */
let doors: Doors;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  doors = await openDoors();
  await agreeOn('light', 's1');
  await agreeOn('exact', 's2');
  const finders = visibilityFinders.filter(({ kinds }) => kinds.includes('delay'));
  stops.push(watchRunout(doors.world.house), watchExceptions(doors.world.house, finders));
  const daily = Array.from({ length: 19 }, (_, i) => `2026-03-${String(i + 2).padStart(2, '0')}`);
  await record(
    doors.world,
    'oem',
    say('stock-counted', count({ quantity: 25 })),
    say('requirement-planned', {
      owner: 'oem',
      site: 'plant',
      part: 'a',
      unit: 'H87',
      from: '2026-03-02',
      to: '2026-03-20',
      quantities: daily.filter((_, i) => i % 7 < 5).map((day) => ({ day, quantity: 10 })),
    }),
  );
  await record(
    doors.world,
    's1',
    say(
      'shipment-despatched',
      despatch({ grossMassKg: 240, lines: [{ line: 1, part: 'a', quantity: 200, unit: 'H87' }] }),
    ),
  );
}, 120_000);
afterAll(async () => {
  for (const stop of stops) await stop();
  await doors?.close();
});

async function agreeOn(depth: 'exact' | 'light', viewer: string): Promise<void> {
  const step = { agreement: `projection-${viewer}`, proposer: 'oem', counterparty: viewer };
  const terms = [{ kind: 'projection' as const, giver: 'oem', depth }];
  await record(
    doors.world,
    'oem',
    say('agreement-proposed', { ...step, title: 'Lights', terms, coversFrom: '2026-01-01' }),
  );
  await record(doors.world, viewer, say('agreement-accepted', { ...step, by: viewer }));
}
const exceptionsOf = async (who: string) => (await doors.ask(who, { url: '/api/exceptions' })).body;
const eventsOf = async (who: string, type: string) =>
  (await doors.ask(who, { url: `/api/events?type=${type}&limit=100` })).body.events;
const estimate = (expectedAt: string) =>
  record(
    doors.world,
    's1',
    say('arrival-estimated', { shipment: 'shp-1', supplier: 's1', customer: 'oem', by: 's1', expectedAt }),
  );
const choose = (who: string, id: string, option: string) =>
  doors.ask(who, { method: 'POST', url: `/api/exceptions/${id}/choose`, payload: { option } });
const soon = { timeout: 10_000 };

describe('a shipment that is held', () => {
  let id: string;

  test('raises one exception that names stop, cause and what is missing', async () => {
    await estimate('2026-03-10T08:00:00.000Z');
    await expect.poll(async () => (await exceptionsOf('oem')).exceptions.length, soon).toBe(1);
    const [exception] = (await exceptionsOf('oem')).exceptions;
    id = exception.id;
    expect(exception).toMatchObject({
      kind: 'delay',
      stopAt: '2026-03-04T05:00:00.000Z',
      hits: [{ site: 'plant', part: 'a', stopAt: '2026-03-04T05:00:00.000Z', shortQuantity: 5 }],
      cause: { supplier: 's1', shipment: 'shp-1', despatchNote: 'N1', expectedAt: '2026-03-10T08:00:00.000Z' },
    });
  });

  test('is told to the next tier as a light, in the same commit and without a figure', async () => {
    const { exceptions, foreign } = await exceptionsOf('s1');
    expect(exceptions).toEqual([]);
    expect(foreign).toEqual([
      {
        owner: 'oem',
        exception: id,
        site: 'plant',
        part: 'a',
        kind: 'delay',
        light: 'red',
        stopShift: '2026-03-04T05:00:00.000Z',
      },
    ]);
    const [raised] = await eventsOf('oem', 'exception-raised');
    const [light] = await eventsOf('s1', 'exception-light-changed');
    expect(light.sequence).toBe(raised.sequence + 1);
    expect(light.recordedAt).toBe(raised.recordedAt);
    expect(Object.keys(light.data).sort()).toEqual([
      'exception',
      'kind',
      'light',
      'owner',
      'part',
      'site',
      'stopShift',
    ]);
  });

  test('is told in the same way to whom the projection is shown exactly', async () => {
    const { exceptions, foreign } = await exceptionsOf('s2');
    expect(exceptions).toEqual([]);
    expect(foreign).toMatchObject([{ exception: id, light: 'red', stopShift: '2026-03-04T05:00:00.000Z' }]);
    expect(await eventsOf('s2', 'exception-light-changed')).toHaveLength(1);
  });

  test('is not told to who has no agreement', async () => {
    for (const who of ['s3', 'c1']) expect(await exceptionsOf(who)).toEqual({ exceptions: [], foreign: [], told: [] });
    expect(await eventsOf('s1', 'exception-raised')).toEqual([]);
    expect((await choose('s1', id, 'accept')).status).toBe(404);
  });

  test('is followed by the options, each with the stop that remains, its cost and its CO2', async () => {
    await expect.poll(async () => (await exceptionsOf('oem')).exceptions[0].options, soon).not.toBeNull();
    const { options } = (await exceptionsOf('oem')).exceptions[0];
    expect(options.map((one: { option: string }) => one.option)).toEqual([
      'expedite-van',
      'expedite-air',
      're-plan',
      'accept',
    ]);
    // Both places of the tiny world lie at the same point: the van needs its loading only.
    expect(options[0]).toEqual({
      option: 'expedite-van',
      arrivesAt: '2026-03-02T08:00:00.000Z',
      costEuro: 0,
      co2Kg: 0,
    });
    expect(options[3]).toEqual({ option: 'accept', stopAt: '2026-03-04T05:00:00.000Z' });
  });

  test('is said again when the stop moves, and not when nothing does', async () => {
    const before = (await eventsOf('oem', 'exception-raised')).length;
    await record(
      doors.world,
      'oem',
      say('stock-counted', count({ quantity: 35, countedAt: '2026-03-02T07:00:00.000Z' })),
    );
    await expect
      .poll(async () => (await exceptionsOf('s1')).foreign[0].stopShift, soon)
      .toBe('2026-03-05T05:00:00.000Z');
    await record(doors.world, 'oem', say('stock-counted', count({ part: 'b', quantity: 7 })));
    const projectedParts = async () =>
      (await eventsOf('oem', 'runout-projected')).map((one: { data: { part: string } }) => one.data.part);
    await expect.poll(projectedParts, soon).toContain('b');
    expect((await eventsOf('oem', 'exception-raised')).length).toBe(before + 1);
  });

  test('refuses an option that was not offered', async () => {
    expect((await choose('oem', 'exc-unknown', 'accept')).status).toBe(404);
    await expect.poll(async () => (await exceptionsOf('oem')).exceptions[0].options, soon).not.toBeNull();
    expect((await choose('oem', id, 'walk')).status).toBe(422);
  });

  test('ends for both once somebody chooses to expedite, in whose commit the new arrival stands', async () => {
    const chosen = await choose('oem', id, 'expedite-van');
    expect(chosen.status, JSON.stringify(chosen.body)).toBe(200);
    const [arrival] = (await eventsOf('s1', 'arrival-estimated')).slice(-1);
    expect(arrival.sequence).toBe(chosen.body.sequence + 1);
    expect(arrival.data).toMatchObject({ by: 'oem', reason: 'expedite-van' });
    await expect.poll(() => exceptionsOf('oem'), soon).toEqual({ exceptions: [], foreign: [], told: [] });
    await expect.poll(async () => (await exceptionsOf('s1')).foreign, soon).toEqual([]);
    expect(await eventsOf('oem', 'exception-withdrawn')).toHaveLength(1);
    expect((await choose('oem', id, 'accept')).status).toBe(409);
  });
});

test('what nothing under way would cover is a shortage that can be called off, or accepted', async () => {
  await record(
    doors.world,
    'oem',
    say('requirement-planned', {
      owner: 'oem',
      site: 'plant',
      part: 'b',
      unit: 'H87',
      from: '2026-03-02',
      to: '2026-03-08',
      quantities: [{ day: '2026-03-04', quantity: 40 }],
    }),
  );
  const shortages = async () =>
    (await exceptionsOf('oem')).exceptions.filter((one: { kind: string }) => one.kind === 'shortage');
  await expect
    .poll(async () => (await shortages())[0]?.options, soon)
    .toEqual([
      { option: 're-plan', of: 's2', quantity: 33, unit: 'H87', arrivesAt: '2026-03-03T00:00:00.000Z' },
      { option: 'accept', stopAt: '2026-03-04T05:00:00.000Z' },
    ]);
  const [{ id, cause }] = await shortages();
  expect(cause).toBeNull();
  expect((await choose('oem', id, 'accept')).status).toBe(200);
  expect((await shortages())[0].chosen).toBe('accept');
});

test('a replay of the ledger gives the same exceptions, row for row', async () => {
  for (const stop of stops.splice(0)) await stop();
  const before = await readEverything(doors.world.db);
  expect(before.exception).toHaveLength(2);
  expect(before.exception_light!.length).toBeGreaterThan(1);
  await rebuild(doors.world.db, PROJECTIONS);
  expect(await readEverything(doors.world.db)).toEqual(before);
});
