import { testDatabase } from '@intakt/database/testing';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireRole } from '../access/access.ts';
import { seedDemoAccounts } from '../access/index.ts';
import { demoPerson, put, serve, settle, type TestServer } from '../access/test-server.ts';
import { type AnyJobKind, type JobKind, principalOfRun } from '../job-kind.ts';
import { jobRoutesFor } from './routes.ts';
import { type RunnerSettings, startRunner } from './runner.ts';

const may: JobKind['may'] = (who) => requireRole(who, 'run this', 'planner', 'administrator');
const kind = (name: string, more: Partial<AnyJobKind> = {}): AnyJobKind => ({
  name,
  input: Type.Object({ to: Type.Optional(Type.Integer()), ms: Type.Optional(Type.Integer()) }),
  may,
  gather: async (_house, run) => run.input,
  conclude: async (_house, _run, answer) => answer,
  ...more,
});
/** Counts so far that no test waits for its end. */
const FOR_EVER = 1e12;
const KINDS: AnyJobKind[] = [
  kind('count', { keepsBest: true }),
  kind('sleep'),
  kind('break'),
  kind('die'),
  kind('sites', {
    gather: async (house, run) => {
      const rows = await house.db.as(principalOfRun(run), (tx) => tx.query<{ id: string }>('select id from site'));
      return { sites: rows.map(({ id }) => id).sort() };
    },
  }),
];
const settings: RunnerSettings = {
  kinds: KINDS,
  worker: new URL('./test-worker.ts', import.meta.url),
  atOnce: 2,
  sweepEveryMs: 200,
  leaseSeconds: 2,
};

let server: TestServer;
let stopRunner: () => Promise<void>;
beforeAll(async () => {
  server = await settle(await serve(await testDatabase(), { serverName: 'one' }, [jobRoutesFor(KINDS)]));
  stopRunner = await startRunner(server.house, settings);
}, 120_000);
afterAll(async () => {
  await stopRunner?.();
  await server?.close();
});

const start = (name: string, input: object, who = 'oem', headers: Record<string, string> = {}) =>
  server.ask({ method: 'POST', url: '/api/jobs', payload: { kind: name, input }, headers }, server.keys[who]);
const look = async (id: string, who = 'oem') => (await server.ask({ url: `/api/jobs/${id}` }, server.keys[who])).body;
const cancel = (id: string, who = 'oem') =>
  server.ask({ method: 'POST', url: `/api/jobs/${id}/cancel` }, server.keys[who]);

async function until(id: string, holds: (run: any) => boolean): Promise<any> {
  for (let tries = 0; tries < 300; tries++) {
    const run = await look(id);
    if (holds(run)) return run;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Run ${id} did not come to what was expected: ${JSON.stringify(await look(id))}`);
}
const isOver = (run: { state: string }): boolean => !['queued', 'running'].includes(run.state);

describe('a run', () => {
  test('is computed in a worker and keeps what was concluded', async () => {
    const { status, body } = await start('count', { to: 100 });
    expect(status).toBe(202);
    const run = await until(body.id, isOver);
    expect(run).toMatchObject({ state: 'done', progress: 1, result: { sum: 5050 }, problem: null });
  }, 60_000);

  test('asked for twice with one key is one', async () => {
    const key = { 'idempotency-key': 'the same' };
    const [first, second] = [await start('count', { to: 3 }, 'oem', key), await start('count', { to: 3 }, 'oem', key)];
    expect(second.body.id).toBe(first.body.id);
    expect((await start('count', { to: 3 }, 'tier1', key)).body.id).not.toBe(first.body.id);
  });

  test('tells how far it is while it never waits, and open feeds that it changed', async () => {
    const topics: string[] = [];
    const { leave } = server.house.feed.subscribe({
      owner: { organisation: 'oem' },
      sites: [],
      send: () => true,
      nudge: (topic) => topics.push(topic),
      end: () => undefined,
    });
    const { body } = await start('count', { to: FOR_EVER });
    const run = await until(body.id, ({ progress }) => progress > 0);
    expect(run.note.sum).toBeGreaterThan(0);
    expect(topics).toContain('jobs');
    leave();
    await cancel(body.id);
    const ended = await until(body.id, isOver);
    expect(ended.state).toBe('cancelled');
    expect(ended.result.sum).toBeGreaterThan(0);
  }, 60_000);

  test('that keeps nothing ends at once when it is cancelled', async () => {
    const { body } = await start('sleep', { ms: 600_000 });
    await until(body.id, ({ state }) => state === 'running');
    expect((await cancel(body.id)).status).toBe(200);
    expect(await until(body.id, isOver)).toMatchObject({ state: 'cancelled', result: null });
    const again = await cancel(body.id);
    expect([again.status, again.body.code]).toEqual([409, 'WRONG_STATE']);
  }, 60_000);

  test.each([
    ['break', 'the figures do not add up'],
    ['die', 'the computation ended with code 3'],
  ])(
    'whose computation does %s says why, and the server goes on',
    async (name, problem) => {
      const { body } = await start(name, {});
      expect(await until(body.id, isOver)).toMatchObject({ state: 'failed', problem });
    },
    60_000,
  );

  test('that cannot be asked for so is refused with what was seen', async () => {
    const odd = await start('count', { to: 'many' });
    expect([odd.status, odd.body.code, odd.body.values.path]).toEqual([422, 'INVALID', 'input.to']);
    expect((await start('nothing', {})).status).toBe(404);
  });
});

describe('row security', () => {
  test('shows a run to its own organisation and lets nobody else cancel it', async () => {
    const { body } = await start('sleep', { ms: 600_000 });
    expect((await look(body.id, 'tier1')).code).toBe('NOT_FOUND');
    expect((await cancel(body.id, 'tier1')).status).toBe(404);
    const { body: list } = await server.ask({ url: '/api/jobs' }, server.keys.tier1);
    expect(list.jobs.map(({ organisation }: { organisation: string }) => organisation)).not.toContain('oem');
    await cancel(body.id);
  }, 60_000);

  test('gathers with the rights of who asked: a person of one site computes from that site', async () => {
    await put(
      server.ask,
      '/api/sites/oem-second',
      { site: 'oem-second', owner: 'oem', name: 'Second', kind: 'plant', timeZone: 'Europe/Berlin' },
      server.keys.oem!,
    );
    const person = demoPerson('oem', 'of-one-site', ['planner'], ['oem-second']);
    const organisations = Object.keys(server.keys);
    server.keys = (await seedDemoAccounts(server.house, [person], organisations)).apiKeys;
    const session = await server.signIn('of-one-site@oem.example');
    const { body } = await server.ask(
      { method: 'POST', url: '/api/jobs', payload: { kind: 'sites', input: {} } },
      session,
    );
    const all = await start('sites', {});
    const one = await until(body.id, isOver);
    const many = await until(all.body.id, isOver);
    expect(one.result.sites).toEqual(['oem-second']);
    expect(many.result.sites).toEqual(['oem-second', 'oem-site']);
    expect((await server.ask({ url: `/api/jobs/${all.body.id}` }, session)).status).toBe(404);
  }, 60_000);
});

describe('a restart', () => {
  test('gives back what was under way, uncounted, and computes it after the start', async () => {
    const { body } = await start('sleep', { ms: 1500 });
    await until(body.id, ({ state }) => state === 'running');
    await stopRunner();
    expect(await look(body.id)).toMatchObject({ state: 'queued' });
    stopRunner = await startRunner(server.house, settings);
    expect(await until(body.id, isOver)).toMatchObject({ state: 'done', result: { slept: 1500 } });
  }, 60_000);

  test('finds what it held when it died; after three deaths a run is given up', async () => {
    await stopRunner();
    const { body } = await start('count', { to: 10 });
    const die = (attempts: number) =>
      server.house.db.system((tx) =>
        tx.query(
          `update job_run set state = 'running', server = 'one', lease_until = now() + interval '1 hour', attempts = $2 where id = $1`,
          [body.id, attempts],
        ),
      );
    await die(1);
    stopRunner = await startRunner(server.house, settings);
    expect(await until(body.id, isOver)).toMatchObject({ state: 'done' });
    await stopRunner();
    await die(3);
    stopRunner = await startRunner(server.house, settings);
    expect(await until(body.id, isOver)).toMatchObject({ state: 'failed', problem: 'interrupted 3 times' });
  }, 60_000);

  test('of another server leaves its runs alone until their lease is over', async () => {
    await stopRunner();
    const { body } = await start('count', { to: 10 });
    await server.house.db.system((tx) =>
      tx.query(
        `update job_run set state = 'running', server = 'two', lease_until = clock_timestamp() + interval '3 seconds', attempts = 1 where id = $1`,
        [body.id],
      ),
    );
    stopRunner = await startRunner(server.house, settings);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await look(body.id)).toMatchObject({ state: 'running' });
    expect(await until(body.id, isOver)).toMatchObject({ state: 'done', result: { sum: 55 } });
  }, 60_000);
});

test('two servers on one queue compute each run once', async () => {
  const second = await startRunner(
    { ...server.house, config: { ...server.house.config, serverName: 'second' } },
    settings,
  );
  const started = await Promise.all(Array.from({ length: 8 }, (_, i) => start('count', { to: 1000 + i })));
  for (const { body } of started) await until(body.id, isOver);
  const rows = await server.house.db.system((tx) =>
    tx.query<{ attempts: number; state: string }>('select attempts, state from job_run where id = any($1)', [
      started.map(({ body }) => body.id),
    ]),
  );
  expect(rows.map(({ attempts, state }) => `${state} ${attempts}`)).toEqual(Array(8).fill('done 1'));
  await second();
}, 60_000);
