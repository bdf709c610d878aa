import { migrate, openDatabase } from '@intakt/database';
import { emptyDatabase } from '@intakt/database/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { serve, settle, type TestServer } from './test-server.ts';

const postgres = process.env.TEST_DATABASE_URL;

/** What one server ends, the other one on the same PostgreSQL ends too. */
describe.skipIf(!postgres)('two servers on one PostgreSQL (needs TEST_DATABASE_URL)', () => {
  let here: TestServer;
  let there: TestServer;
  let drop: () => Promise<void>;
  let admin: string;
  beforeAll(async () => {
    const database = await emptyDatabase(postgres!);
    drop = database.drop;
    const first = await openDatabase({ url: database.url, maxConnections: 5 });
    await migrate(first);
    here = await settle(await serve(first));
    there = await serve(await openDatabase({ url: database.url, maxConnections: 5 }));
    admin = await here.signIn('admin-oem@oem.example');
  });
  afterAll(async () => {
    await here?.close();
    await there?.close();
    await drop?.();
  });

  const statusThere = async (token: string): Promise<number> => (await there.ask({ url: '/api/me' }, token)).status;
  const soon = { timeout: 1000, interval: 10 };

  test('a key revoked here stops there within a second, and its feed there closes', async () => {
    const payload = { name: 'erp', roles: ['planner'] };
    const { body: key } = await here.ask({ method: 'POST', url: '/api/api-keys', payload }, admin);
    expect(await statusThere(key.token)).toBe(200);
    const ended: string[] = [];
    const owner = { organisation: 'oem', apiKey: key.id };
    there.house.feed.subscribe({
      owner,
      sites: [],
      send: () => true,
      nudge: () => {},
      end: (reason) => ended.push(reason),
    });
    await here.ask({ method: 'DELETE', url: `/api/api-keys/${key.id}` }, admin);
    await vi.waitFor(async () => expect(await statusThere(key.token)).toBe(401), soon);
    await vi.waitFor(() => expect(ended).not.toEqual([]), soon);
  });

  test('a session ended here has ended there', async () => {
    const token = await here.signIn('planner-oem@oem.example');
    expect(await statusThere(token)).toBe(200);
    await here.ask({ method: 'POST', url: '/api/sign-out' }, token);
    await vi.waitFor(async () => expect(await statusThere(token)).toBe(401), soon);
  });

  test('roles granted here are the roles there', async () => {
    const token = await here.signIn('planner-oem@oem.example');
    expect((await there.ask({ url: '/api/me' }, token)).body.roles).toEqual(['planner']);
    const url = '/api/people/person-planner-oem/roles';
    await here.ask({ method: 'PUT', url, payload: { roles: ['gate'] } }, admin);
    await vi.waitFor(
      async () => expect((await there.ask({ url: '/api/me' }, token)).body.roles).toEqual(['gate']),
      soon,
    );
  });
});
