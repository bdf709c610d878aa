import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { record } from '../../record/testing.ts';
import { count, say } from '../../record/tiny-world.ts';
import { watchRunout } from './index.ts';

/**
 * Steel goes from s3 over s1 to the plant: s3 lets s1 see lights of the steel, s1 lets oem see lights of the brackets, and s3
 * and oem know nothing of each
 * other. When s3 loses its stock, the plant learns the shift in which it stops, and nothing of s3.
 */
let doors: Doors;
let stop: () => Promise<void>;
const soon = { timeout: 15_000 };
const SECRET = 41_737;
const days = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => new Date(Date.UTC(2026, 2, from + i)).toISOString().slice(0, 10));

beforeAll(async () => {
  doors = await openDoors({ INTAKT_REQUESTS_PER_MINUTE: '1000000' });
  const { world } = doors;
  const site = (id: string, owner: string) =>
    say('site-registered', { site: id, owner, name: id, kind: 'supplier-plant', timeZone: 'Europe/Berlin' });
  await record(
    world,
    's3',
    site('s3-mill', 's3'),
    say('part-registered', { part: 'steel', owner: 's3', number: 'ST', unit: 'KGM' }),
  );
  const steel = {
    lane: 'lane-steel',
    supplier: 's3',
    customer: 's1',
    part: 'steel',
    from: 's3-mill',
    to: 's1-works',
    mode: 'road' as const,
    leadTimeDays: 1,
  };
  await record(world, 's1', say('lane-agreed', steel));
  await record(world, 's3', say('lane-agreed', steel));
  await record(
    world,
    's1',
    say('bill-of-material-registered', {
      owner: 's1',
      parent: 'a',
      components: [{ part: 'steel', quantity: 2, unit: 'KGM' }],
    }),
  );
  for (const [giver, viewer] of [
    ['s3', 's1'],
    ['s1', 'oem'],
  ] as const) {
    const step = { agreement: `lights-${giver}`, proposer: giver, counterparty: viewer };
    const terms = [
      { kind: 'projection' as const, giver, depth: 'light' as const, parts: [giver === 's1' ? 'a' : 'steel'] },
    ];
    await record(
      world,
      giver,
      say('agreement-proposed', { ...step, title: 'Lights', terms, coversFrom: '2026-01-01' }),
    );
    await record(world, viewer, say('agreement-accepted', { ...step, by: viewer }));
  }
  stop = watchRunout(world.house);
  const call = (customer: string, supplier: string, part: string, shipTo: string, quantity: number, from: number) =>
    say('schedule-released', {
      customer,
      supplier,
      part,
      shipTo,
      release: 'R1',
      releasedOn: '2026-03-02',
      kind: 'call-off',
      unit: 'H87',
      quantities: days(from, 27).map((day) => ({ from: day, quantity, horizon: 'firm' as const })),
    });
  const plan = { owner: 's1', site: 's1-works', part: 'a', unit: 'H87', from: '2026-03-02', to: '2026-03-27' };
  await record(
    world,
    's3',
    say('stock-counted', count({ owner: 's3', site: 's3-mill', part: 'steel', unit: 'KGM', quantity: SECRET })),
  );
  await record(
    world,
    's1',
    say('stock-counted', count({ owner: 's1', site: 's1-works', part: 'steel', unit: 'KGM', quantity: 60 })),
  );
  await record(
    world,
    's1',
    call('s1', 's3', 'steel', 's1-works', 20, 4),
    say('production-planned', { ...plan, quantities: days(2, 27).map((day) => ({ day, quantity: 10 })) }),
  );
  await record(world, 'oem', call('oem', 's1', 'a', 'plant', 10, 3), say('stock-counted', count({ quantity: 10 })));
}, 120_000);
afterAll(async () => {
  await stop?.();
  await doors?.close();
});
const nodeOf = async (who: string, site: string, part: string) =>
  (await doors.ask(who, { url: `/api/projection?part=${part}&days=28` })).body.nodes.find(
    (node: { site: string }) => node.site === site,
  );

test('while the mill has steel the plant has brackets', async () => {
  await expect.poll(async () => (await nodeOf('oem', 'plant', 'a'))?.light, soon).toBe('green');
  expect((await nodeOf('s1', 's1-works', 'a')).runsOutIfDelivered).toBeUndefined();
});

test('a mill without steel stops the plant two tiers down, in the shift that its own supplier tells', async () => {
  await record(
    doors.world,
    's3',
    say(
      'stock-counted',
      count({
        owner: 's3',
        site: 's3-mill',
        part: 'steel',
        unit: 'KGM',
        quantity: 40,
        countedAt: '2026-03-02T07:00:00.000Z',
      }),
    ),
  );
  await expect.poll(async () => (await nodeOf('s1', 's1-works', 'steel')).runsOutIfDelivered, soon).toBeDefined();
  await expect.poll(async () => (await nodeOf('s1', 's1-works', 'a')).runsOutIfDelivered, soon).toBeDefined();
  await expect.poll(async () => (await nodeOf('oem', 'plant', 'a')).runsOutIfDelivered, soon).toBeDefined();
});

test('the plant’s cause ends at its own supplier: a shift, no figure, and not a word of the mill', async () => {
  const { body } = await doors.ask('oem', { url: '/api/projection/plant/a/outlook?days=28' });
  const last = body.chain.at(-1);
  expect(last).toMatchObject({ owner: 's1', site: 's1-works', part: 'a', reason: 'disclosed' });
  expect(Object.keys(last).sort()).toEqual(['day', 'owner', 'part', 'reason', 'site', 'stopShift']);
  expect(JSON.stringify(body)).not.toMatch(/s3|steel/);
  const first = (await doors.ask('s1', { url: '/api/projection/s1-works/a/outlook?days=28' })).body;
  expect(first.chain.map((link: { part: string; reason: string }) => [link.part, link.reason])).toEqual([
    ['a', 'input'],
    ['steel', 'input'],
    ['steel', 'disclosed'],
  ]);
  expect(first.chain.at(-1)).toMatchObject({ owner: 's3', site: 's3-mill' });
  expect(first.chain.at(-1).missing).toBeUndefined();
});

test('a thousand questions of the plant find nothing of the mill’s stock in answers, refusals, feed or export', async () => {
  const answers: { status: number; text: string }[] = [];
  const ask = async (url: string): Promise<void> => {
    const { status, body } = await doors.ask('oem', { url });
    answers.push({ status, text: JSON.stringify(body) });
  };
  for (let batch = 0; batch < 50; batch++)
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => {
        const i = 20 * batch + at;
        const site = i % 2 === 0 ? 'plant' : i % 5 === 0 ? 's3-mill' : 's1-works';
        return ask(`/api/projection/${site}/${['a', 'steel', 'b'][i % 3]}/outlook?days=${1 + (i % 30)}`);
      }),
    );
  for (const what of ['events?limit=1000', 'projection', 'stock', 'exceptions', 'today', 'map'])
    await ask(`/api/${what}`);
  // As a number of its own: digits within a random id say nothing.
  expect(answers.map(({ text }) => text).join('')).not.toMatch(new RegExp(`(?<![\\w-])${SECRET}(?!\\w)`));
  // A refusal repeats the question's own words and says nothing else; in no answer is the mill named at all.
  const refused = answers.filter(({ status }) => status === 404);
  expect(
    new Set(refused.map(({ text }) => text.replaceAll(/s3-mill|s1-works|plant|steel|\b[ab]\b/g, '…'))).size,
  ).toBeLessThanOrEqual(1);
  const given = answers.filter(({ status }) => status === 200).map(({ text }) => text);
  expect(given.length + refused.length).toBe(answers.length);
  expect(given.join('')).not.toMatch(/s3-mill|"steel"/);
}, 180_000);

test('what the plant changes in its own plans does not move what the mill’s stock lets it see beyond shifts', async () => {
  const shifts = new Set<string>();
  for (let i = 0; i < 12; i++) {
    await record(
      doors.world,
      'oem',
      say(
        'stock-counted',
        count({ quantity: 10 + i, countedAt: `2026-03-02T${String(8 + i).padStart(2, '0')}:00:00.000Z` }),
      ),
    );
    const { body } = await doors.ask('oem', { url: '/api/projection/plant/a/outlook?days=28' });
    for (const link of body.chain) if (link.stopShift) shifts.add(link.stopShift);
  }
  expect(shifts.size).toBe(1);
  for (const shift of shifts) expect(new Date(shift).getUTCMinutes() + new Date(shift).getUTCSeconds()).toBe(0);
}, 60_000);
