import type { EventCommand, EventData, EventType } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchEndDemand } from '../capabilities/demand/index.ts';
import { type Doors, openDoors } from '../doors/testing.ts';
import { record } from '../record/testing.ts';
import { say } from '../record/tiny-world.ts';

const THIS_WEEK = '2026-03-02';
const week = (ahead: number): string => addDays(THIS_WEEK, 7 * ahead);
const weekly = (quantity: number, count = 10) => Array.from({ length: count }, (_, i) => ({ week: week(i), quantity }));

let doors: Doors;
let stop: () => Promise<void>;

const tell = (who: string, ...commands: EventCommand[]) => record(doors.world, who, ...commands);
const part = (id: string, owner: string) =>
  say('part-registered', { part: id, owner, number: id.toUpperCase(), unit: 'H87' }, `part-${id}`);
const bill = (owner: string, parent: string, components: EventData<'bill-of-material-registered'>['components']) =>
  say('bill-of-material-registered', { owner, parent, components });
const component = (id: string, quantity: number, more: object = {}) => ({ part: id, quantity, unit: 'H87', ...more });
const lane = (supplier: string, customer: string, of: string, way: [string, string], more: object = {}) =>
  say('lane-agreed', {
    lane: `lane-${supplier}-${of}`,
    supplier,
    customer,
    part: of,
    from: way[0],
    to: way[1],
    mode: 'road',
    leadTimeDays: 0,
    ...more,
  });

/** The giver lets the viewer see what end demand needs of its parts. */
async function passThrough(giver: string, viewer: string, parts: string[] = []): Promise<string> {
  const agreement = `pass-${giver}-${viewer}`;
  const both = { agreement, proposer: giver, counterparty: viewer };
  const terms = [{ giver, kind: 'pass-through' as const, depth: 'exact' as const, parts }];
  await tell(giver, say('agreement-proposed', { ...both, title: 'End demand', terms, coversFrom: '2026-01-01' }));
  await tell(viewer, say('agreement-accepted', { ...both, by: viewer }));
  return agreement;
}

type Relation = {
  customer: string;
  supplier: string;
  part: string;
  tier: number;
  weeks: { week: string; quantity: number }[];
};
const seenBy = async (who: string): Promise<Relation[]> =>
  (await doors.ask(who, { method: 'GET', url: '/api/end-demand' })).body.relations;
async function until(who: string, holds: (rows: Relation[]) => boolean): Promise<Relation[]> {
  for (let tries = 0; tries < 100; tries++) {
    const rows = await seenBy(who);
    if (holds(rows)) return rows;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${who} sees ${JSON.stringify(await seenBy(who))}`);
}
const plan = (quantity: number, share = 0.5) => ({
  site: 'plant',
  release: `P${quantity}`,
  models: [{ model: 'vela', weeks: weekly(quantity) }],
  takeRates: [
    { model: 'vela', part: 'car', share: 1 },
    { model: 'vela', part: 'b', share },
  ],
});
const put = (who: string, url: string, payload: object) => doors.ask(who, { method: 'PUT', url, payload });

beforeAll(async () => {
  doors = await openDoors();
  stop = watchEndDemand(doors.world.house);
  await tell('oem', part('car', 'oem'), bill('oem', 'car', [component('a', 4)]));
  await tell(
    's3',
    say('site-registered', { site: 's3-works', owner: 's3', name: 'S3', kind: 'plant', timeZone: 'Europe/Berlin' }),
  );
  await tell('s1', part('ring', 's1'));
  await tell('s1', bill('s1', 'a', [component('ring', 2, { leadTimeOffsetDays: 7 })]));
  await tell('s1', lane('s3', 's1', 'ring', ['s3-works', 's1-works']));
  await tell('s3', lane('s3', 's1', 'ring', ['s3-works', 's1-works']));
}, 120_000);
afterAll(async () => {
  await stop?.();
  await doors?.close();
});

describe('end demand', () => {
  test('goes nowhere without an agreement to pass it through', async () => {
    expect((await put('oem', '/api/build-plans', plan(100))).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    for (const who of ['oem', 's1', 's2', 's3']) expect(await seenBy(who)).toEqual([]);
  });

  test('reaches the supplier that its customer lets see it, and the next tier only when that supplier lets it too', async () => {
    await passThrough('oem', 's1');
    const [row] = await until('s1', (rows) => rows.length === 1);
    // The lane takes a day, the demand is told as it is due at the plant.
    expect(row).toMatchObject({ customer: 'oem', supplier: 's1', part: 'a', tier: 1, weeks: weekly(400) });
    expect(await seenBy('s3')).toEqual([]);
    await passThrough('s1', 's3');
    const [ring] = await until('s3', (rows) => rows.length === 1);
    expect(ring).toMatchObject({ customer: 's1', supplier: 's3', part: 'ring', tier: 2 });
    // 100 cars × 4 brackets × 2 rings; a week for making the bracket and a day for its way, so the plan's last weeks run out.
    expect(ring!.weeks[0]).toEqual({ week: week(0), quantity: 800 });
    expect(ring!.weeks.at(-1)!.week).toBe(week(8));
    expect(ring!.weeks.at(-1)!.quantity).toBeCloseTo((800 * 6) / 7, 2);
  }, 30_000);

  test('tells nobody the bill of material, the plan or who else supplies', async () => {
    for (const who of ['s1', 's2', 's3', 'c1']) {
      const plans = await doors.ask(who, { method: 'GET', url: '/api/build-plans' });
      expect(plans.body.plans, who).toEqual([]);
      const text = JSON.stringify(await seenBy(who));
      expect(text, who).not.toContain('car');
      expect(text, who).not.toContain('vela');
    }
    expect(JSON.stringify(await seenBy('s3'))).not.toContain('oem');
    expect(JSON.stringify(await seenBy('s1'))).not.toContain('s2');
    expect(await seenBy('s2')).toEqual([]);
    const events = await doors.world.db.as({ kind: 'organisation', org: 's3' }, (tx) =>
      tx.query<{ body: string }>(
        `select body from ledger_event where type in ('end-demand-passed', 'build-plan-stated')`,
      ),
    );
    expect(events.length).toBeGreaterThan(0);
    for (const { body } of events) expect(body).not.toMatch(/oem|vela|"car"/);
  });

  test('shows the third tier a change of the end demand, while the orders it gets stay as they are', async () => {
    await tell(
      's1',
      say('schedule-released', {
        customer: 's1',
        supplier: 's3',
        part: 'ring',
        shipTo: 's1-works',
        release: 'R1',
        releasedOn: THIS_WEEK,
        kind: 'delivery-forecast',
        unit: 'H87',
        quantities: weekly(1, 10).map(({ week: from }, i) => ({
          from,
          quantity: i % 2 ? 400 : 1200,
          horizon: 'forecast' as const,
        })),
      }),
    );
    await put('oem', '/api/build-plans', {
      ...plan(100),
      models: [{ model: 'vela', weeks: weekly(100).map((one, i) => ({ ...one, quantity: 100 + 10 * (i % 2) })) }],
    });
    const [row] = (await until('s3', (rows) => rows[0]!.weeks[0]!.quantity !== 800)) as unknown as {
      orders: unknown[];
      bullwhip: number;
      bound: number;
      boundWithoutSharing: number;
      comparedWeeks: number;
    }[];
    expect(row!.orders).toHaveLength(10);
    expect(row!.comparedWeeks).toBe(8);
    expect(row!.bullwhip).toBeGreaterThan(50);
    expect(row!.boundWithoutSharing).toBeGreaterThan(row!.bound);
    const [tier] = (await doors.ask('s3', { url: '/api/bullwhip' })).body.tiers;
    expect(tier).toMatchObject({ customer: 's1', supplier: 's3', against: 'end-demand', because: 'over-reaction' });
    expect(tier.removed).toBeGreaterThan(0.9);
  }, 30_000);

  test('gives each of two suppliers its own share alone', async () => {
    await tell(
      'oem',
      lane('s3', 'oem', 'b', ['s3-works', 'plant'], { quota: [{ share: 0.25, validFrom: '2026-01-01' }] }),
    );
    await passThrough('oem', 's2', ['b']);
    const [row] = await until('s2', (rows) => rows.length === 1);
    expect(row!.weeks[0]!.quantity).toBeCloseTo(0.75 * 50, 6);
    expect((await seenBy('s3')).map(({ part: of }) => of)).toEqual(['ring']);
  }, 30_000);

  test('is seen no more when the agreement ends', async () => {
    expect(await seenBy('s2')).toHaveLength(1);
    await tell(
      'oem',
      say('agreement-revoked', { agreement: 'pass-oem-s2', proposer: 'oem', counterparty: 's2', by: 'oem' }),
    );
    expect(await seenBy('s2')).toEqual([]);
  });

  test('may not be recorded in a customer’s name, nor without an agreement', async () => {
    const data = {
      owner: 'oem',
      supplier: 's2',
      part: 'b',
      site: 'plant',
      unit: 'H87',
      tier: 1,
      asOf: THIS_WEEK,
      weeks: [],
    };
    const command = {
      type: 'end-demand-passed' as EventType,
      source: 'test',
      id: 'forged',
      occurredAt: `${THIS_WEEK}T06:00:00.000Z`,
      data,
    } as EventCommand;
    const [forged] = await doors.world.house.recorder.record({ organisation: 's2' }, [command]);
    expect(forged).toMatchObject({ ok: false });
    const [unagreed] = await doors.world.house.recorder.record({ organisation: 'oem', system: true }, [command]);
    expect(unagreed).toMatchObject({ ok: false, refusal: { code: 'NOT_ALLOWED' } });
  });
});

describe('requirements', () => {
  test('are net of stock, of what is under way and of what is called off, level by level', async () => {
    await put('oem', '/api/build-plans', plan(100));
    await tell(
      'oem',
      say('stock-counted', {
        owner: 'oem',
        site: 'plant',
        part: 'a',
        status: 'available',
        quantity: 500,
        unit: 'H87',
        countedAt: `${THIS_WEEK}T06:00:00.000Z`,
      }),
    );
    const { body } = await doors.ask('oem', { method: 'GET', url: '/api/end-demand/requirements' });
    const bracket = body.requirements.find((one: { part: string }) => one.part === 'a');
    expect(bracket.gross[0]).toEqual({ week: week(0), quantity: 400 });
    expect(bracket.net.slice(0, 2)).toEqual([
      { week: week(1), quantity: 300 },
      { week: week(2), quantity: 400 },
    ]);
  });

  test('of a bill that goes round in a circle are refused, with the circle', async () => {
    const answer = await doors.world.house.recorder.record({ organisation: 's1' }, [
      bill('s1', 'ring', [component('a', 1)]),
    ]);
    expect(answer[0]).toMatchObject({ ok: false, refusal: { code: 'BILL_CYCLE' } });
    expect((answer[0] as { refusal: Error }).refusal.message).toContain('ring → a → ring');
  });
});

describe('a scenario', () => {
  const scenario = {
    site: 'plant',
    scenario: 'boom',
    name: 'Boom',
    volumes: [{ model: 'vela', from: week(2), to: week(3), factor: 1.5 }],
    takeRates: [{ model: 'vela', part: 'b', share: 0.8 }],
  };
  const of = { site: 'plant', scenario: 'boom' };

  test('changes nothing of the plan, and says what it would change', async () => {
    expect((await put('oem', '/api/scenarios', scenario)).status).toBe(200);
    const { body } = await doors.ask('oem', {
      method: 'GET',
      url: '/api/scenarios/comparison?site=plant&scenario=boom',
    });
    const changes = Object.fromEntries(body.parts.map((one: { part: string; delta: number }) => [one.part, one.delta]));
    expect(changes).toMatchObject({ car: 100, a: 400, b: 1100 * 0.8 - 500 });
    const { body: plans } = await doors.ask('oem', { method: 'GET', url: '/api/build-plans' });
    expect(plans.plans[0].release).toBe('P100');
    for (const who of ['s1', 's2']) {
      const { body: theirs } = await doors.ask(who, { method: 'GET', url: '/api/scenarios' });
      expect(theirs.scenarios).toEqual([]);
    }
  });

  test('becomes the plan by a step of its own, and reaches the tiers then', async () => {
    const before = await seenBy('s1');
    expect(before[0]!.weeks[2]!.quantity).toBe(400);
    expect((await doors.ask('oem', { method: 'POST', url: '/api/scenarios/promote', payload: of })).status).toBe(200);
    await until('s1', (rows) => rows[0]!.weeks[2]!.quantity === 600);
    const again = await doors.ask('oem', { method: 'POST', url: '/api/scenarios/promote', payload: of });
    expect([again.status, again.body.code]).toEqual([409, 'WRONG_STATE']);
    expect((await put('oem', '/api/scenarios', scenario)).body.code).toBe('WRONG_STATE');
  }, 30_000);

  test('of a model that nobody builds is refused with the models there are', async () => {
    const odd = await put('oem', '/api/scenarios', {
      ...scenario,
      scenario: 'odd',
      volumes: [{ model: 'vlea', factor: 2 }],
    });
    expect([odd.status, odd.body.detail]).toEqual([422, expect.stringContaining('none of the plan')]);
  });
});
