import { WHAT_IFS_A_DAY } from '@intakt/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { count, say } from '../../record/tiny-world.ts';
import { watchRunout } from './index.ts';

/**
 * Monday 2 March 2026. The OEM calls off ten brackets and ten clips a working day from s1, which has 83 of the one and 86 of
 * the other: both stop in the same shift, and lights are all that s1 lets the OEM see.
 */
const HIDDEN = { a: 83, clip: 86 };
let doors: Doors;
const stops: (() => Promise<void>)[] = [];
const weekdays = [4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20].map((day) =>
  new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10),
);

beforeAll(async () => {
  doors = await openDoors({ INTAKT_REQUESTS_PER_MINUTE: '1000000' });
  const { world } = doors;
  const lane = {
    lane: 'lane-clip',
    supplier: 's1',
    customer: 'oem',
    part: 'clip',
    from: 's1-works',
    to: 'plant',
    mode: 'road' as const,
    leadTimeDays: 1,
  };
  await record(
    world,
    'oem',
    say('part-registered', { part: 'clip', owner: 'oem', number: 'CLIP', unit: 'H87' }),
    say('lane-agreed', lane),
  );
  const step = { agreement: 'lights', proposer: 's1', counterparty: 'oem' };
  const terms = [{ kind: 'projection' as const, giver: 's1', depth: 'light' as const }];
  await record(
    world,
    's1',
    say('lane-agreed', lane),
    say('agreement-proposed', { ...step, title: 'Lights', terms, coversFrom: '2026-01-01' }),
  );
  await record(world, 'oem', say('agreement-accepted', { ...step, by: 'oem' }));
  stops.push(watchRunout(world.house));
  for (const [part, quantity] of Object.entries(HIDDEN)) {
    await record(world, 's1', say('stock-counted', count({ owner: 's1', site: 's1-works', part, quantity })));
    await record(
      world,
      'oem',
      say('schedule-released', {
        customer: 'oem',
        supplier: 's1',
        part,
        shipTo: 'plant',
        release: 'R1',
        releasedOn: '2026-03-02',
        kind: 'call-off',
        unit: 'H87',
        quantities: weekdays.map((day) => ({ from: day, quantity: 10, horizon: 'firm' as const })),
      }),
    );
  }
}, 120_000);
afterAll(async () => {
  for (const stop of stops) await stop();
  await doors?.close();
});

const lights = async (): Promise<{ part: string; stopShift?: string }[]> =>
  (await doors.ask('oem', { url: '/api/projection' })).body.foreign.filter(
    (one: { stopShift?: string }) => one.stopShift,
  );
const ask = (who: string, part: string, changes: { day: string; quantity: number }[], site = 's1-works') =>
  doors.ask(who, { method: 'POST', url: '/api/what-ifs', payload: { site, part, changes } });
const listed = async (who: string) => (await doors.ask(who, { url: '/api/what-ifs?part=a' })).body.asked;

test('both stocks stop in the same shift as far as the customer can see', async () => {
  await expect.poll(async () => (await lights()).length, { timeout: 30_000 }).toBe(2);
  const [one, other] = await lights();
  expect(one!.stopShift).toBe(other!.stopShift);
});

test('a thousand questions get twenty answers, alike for both stocks, and no answer says more than a light and a shift', async () => {
  const answered: Record<string, string[]> = { a: [], clip: [] };
  const refused: { status: number; code: string }[] = [];
  let texts = '';
  for (let at = 0; at < 500; at++) {
    // Felt for in halves, as an attacker would: today, by every amount.
    const changes = [{ day: '2026-03-03', quantity: 1 + ((at * 37) % 120) }];
    for (const part of ['a', 'clip']) {
      const { status, body } = await ask('oem', part, changes);
      texts += JSON.stringify(body);
      if (status === 200) answered[part]!.push(JSON.stringify(body));
      else refused.push({ status, code: body.code });
    }
  }
  expect(answered.a).toHaveLength(WHAT_IFS_A_DAY);
  expect(answered.clip).toEqual(answered.a);
  expect(new Set(answered.a).size).toBeGreaterThan(3);
  expect(refused).toHaveLength(1000 - 2 * WHAT_IFS_A_DAY);
  expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['429 WHAT_IFS_USED_UP']));
  for (const text of answered.a!) {
    const { answer, published } = JSON.parse(text);
    for (const band of [answer, published]) {
      expect(Object.keys(band).sort()).toEqual(['light', 'stopShift']);
      if (band.stopShift) expect(band.stopShift).toMatch(/T05:00:00.000Z$/);
    }
    expect(answer.stopShift <= published.stopShift).toBe(true);
  }
  expect(texts).not.toMatch(/\b8[36]\b/);
}, 240_000);

test('a thousand at once are counted one after the other', async () => {
  const one = await Promise.all(
    Array.from({ length: 50 }, () => ask('oem', 'a', [{ day: '2026-03-05', quantity: 10 }])),
  );
  expect(one.every(({ status }) => status === 429)).toBe(true);
});

test('each question is shown to the owner and the asker, and to nobody else', async () => {
  for (const who of ['s1', 'oem'])
    expect(await listed(who)).toMatchObject([
      { owner: 's1', asker: 'oem', site: 's1-works', part: 'a', asked: WHAT_IFS_A_DAY },
    ]);
  for (const who of ['s2', 's3', 'c1']) expect(await listed(who)).toEqual([]);
});

test('only who is served from there and may see the light can ask', async () => {
  for (const who of ['s2', 's3']) expect((await ask(who, 'a', [{ day: '2026-03-05', quantity: 10 }])).status).toBe(404);
  expect((await ask('oem', 'b', [{ day: '2026-03-05', quantity: 10 }], 's2-works')).status).toBe(404);
});

test('a replay of the ledger gives the same rows', async () => {
  for (const stop of stops.splice(0)) await stop();
  const before = await readEverything(doors.world.db);
  expect(before.what_if).toHaveLength(2);
  await rebuild(doors.world.db, PROJECTIONS);
  expect(await readEverything(doors.world.db)).toEqual(before);
}, 120_000);
