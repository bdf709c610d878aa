import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { say, schedule } from '../../record/tiny-world.ts';
import { demandFinders } from './index.ts';

/** The OEM needs 50, 90 and 130 brackets; each takes two press minutes of s1, which plans 150 a week and could make 200. */
const WEEKS = ['2026-03-02', '2026-03-09', '2026-03-16'];
const quantities = [50, 90, 130].map((quantity, i) => ({ from: WEEKS[i]!, quantity, horizon: 'firm' as const }));
const group = {
  ...{ name: 'Press 4', customer: 'oem', site: 's1-works', unit: 'MIN' },
  parts: [{ part: 'a', loadFactor: 2 }],
  flexibility: [
    { fromWeeks: 0, plusPercent: 5, minusPercent: 100 },
    { fromWeeks: 2, plusPercent: 200, minusPercent: 100 },
  ],
  weeks: WEEKS.map((week) => ({ week, actual: 150, agreed: 160, maximum: 200 })),
};
const resources = { shiftsPerWeek: 10, hoursPerShift: 8, hoursPerUnit: 0.05 };

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  await record(doors.world, 'oem', say('schedule-released', schedule({ quantities })));
}, 120_000);
afterAll(() => doors?.close());

const put = (who: string, payload: object) =>
  doors.ask(who, { method: 'PUT', url: '/api/capacity-groups/press-4', payload });
const groupsOf = async (who: string) => (await doors.ask(who, { url: '/api/capacity-groups' })).body.groups;
const simulate = async (payload: object) =>
  (await doors.ask('s1', { method: 'POST', url: '/api/capacity-groups/s1/press-4/simulation', payload })).body;

describe('capacity groups', () => {
  test('without a customer are seen by their owner alone', async () => {
    const { customer: _, ...own } = group;
    expect((await put('s1', { ...own, resources })).status).toBe(200);
    expect(await groupsOf('s1')).toHaveLength(1);
    for (const who of ['oem', 's2']) expect(await groupsOf(who)).toEqual([]);
  });

  test('match the demand by load factor: room, only with more, or a bottleneck', async () => {
    await put('s1', group);
    for (const who of ['s1', 'oem']) {
      const [found] = await groupsOf(who);
      expect(found.weeks).toMatchObject([
        { demand: 100, state: 'free', short: 0, outsideAgreed: false },
        { demand: 180, state: 'tight', short: 0, outsideAgreed: true },
        { demand: 260, state: 'bottleneck', short: 60, outsideAgreed: false },
      ]);
    }
    expect((await groupsOf('s1'))[0].resources).toEqual(resources);
    expect((await groupsOf('oem'))[0].resources).toBeUndefined();
    expect(await groupsOf('s2')).toEqual([]);
  });

  test.each([
    ['a week that is no Monday', { weeks: [{ week: '2026-03-03', actual: 1, maximum: 1 }] }, 'Monday'],
    ['more than the maximum', { weeks: [{ week: '2026-03-02', actual: 9, maximum: 5 }] }, 'maximum of 5'],
  ])('refuse %s', async (_name, change, words) => {
    const { status, body } = await put('s1', { ...group, ...change });
    expect([status, body.detail]).toEqual([422, expect.stringContaining(words)]);
  });

  test('the bottleneck is an exception on both sides', async () => {
    for (const organisation of ['s1', 'oem']) {
      const found = await doors.world.db.as({ kind: 'organisation', org: organisation }, (tx) =>
        demandFinders
          .find(({ kinds }) => kinds.includes('bottleneck-week'))!
          .find(tx, { organisation, today: '2026-03-02', now: '2026-03-02T06:00:00.000Z' }),
      );
      expect(found).toMatchObject([
        { difference: { observed: 260, expected: 200 }, impactAt: '2026-03-16T00:00:00.000Z' },
      ]);
    }
  });

  test('more shifts add their share up to the maximum, and making ahead fills what is free', async () => {
    const asIs = (await simulate({})).weeks;
    expect(asIs.map(({ short }: { short: number }) => short)).toEqual([0, 30, 110]);
    const shifts = (await simulate({ extraShifts: [{ from: '2026-03-09', to: '2026-03-22', shifts: 5 }] })).weeks;
    expect(shifts).toMatchObject([{ capacity: 150 }, { capacity: 200, short: 0 }, { capacity: 200, short: 60 }]);
    const ahead = (
      await simulate({ aheadWeeks: 2, extraShifts: [{ from: '2026-03-02', to: '2026-03-22', shifts: 5 }] })
    ).weeks;
    expect(ahead).toMatchObject([
      { made: 140, stock: 40 },
      { made: 200, stock: 60 },
      { made: 200, short: 0 },
    ]);
    expect((await groupsOf('s1'))[0].weeks[0].actual).toBe(150);
  });

  test('another group takes over what is moved to it', async () => {
    const { customer: _, ...own } = { ...group, parts: [{ part: 'b', loadFactor: 1 }], name: 'Press 5' };
    await doors.ask('s1', { method: 'PUT', url: '/api/capacity-groups/press-5', payload: own });
    const { weeks, alternate } = await simulate({ moved: [{ part: 'a', share: 0.5 }], alternate: 'press-5' });
    expect(weeks.map(({ demand }: { demand: number }) => demand)).toEqual([50, 90, 130]);
    expect(alternate.map(({ demand }: { demand: number }) => demand)).toEqual([50, 90, 130]);
  });

  test('labour and raw material follow from the demand, for the owner alone', async () => {
    await record(
      doors.world,
      's1',
      say('part-registered', { part: 'steel', owner: 's1', number: 'ST 1', unit: 'KGM' }),
      say('bill-of-material-registered', {
        owner: 's1',
        parent: 'a',
        components: [{ part: 'steel', quantity: 0.5, unit: 'KGM' }],
      }),
    );
    const { body } = await doors.ask('s1', { url: '/api/capacity-groups/press-4/requirements' });
    expect(body.labour[1]).toEqual({ week: '2026-03-09', hours: 9, shifts: 12 });
    expect(body.materials).toEqual([
      { part: 'steel', unit: 'KGM', weeks: [25, 45, 65].map((quantity, i) => ({ week: WEEKS[i], quantity })) },
    ]);
    expect((await doors.ask('oem', { url: '/api/capacity-groups/press-4/requirements' })).status).toBe(404);
  });

  test('a withdrawn group is gone on both sides, and a rebuild gives the same rows', async () => {
    await doors.ask('s1', { method: 'DELETE', url: '/api/capacity-groups/press-5' });
    const before = await readEverything(doors.world.db);
    expect(before.capacity_group).toHaveLength(1);
    await rebuild(doors.world.db, PROJECTIONS);
    expect(await readEverything(doors.world.db)).toEqual(before);
    await doors.ask('s1', { method: 'DELETE', url: '/api/capacity-groups/press-4' });
    expect(await groupsOf('oem')).toEqual([]);
  });
});
