import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Subscriber } from '../feed/feed-hub.ts';
import { endExpiredSessions } from './end-access.ts';
import { tokenHash } from './secrets.ts';
import { openTinyNetwork, type TestServer } from './test-server.ts';

let server: TestServer;
let admin: string;
beforeAll(async () => {
  server = await openTinyNetwork();
  admin = await server.signIn('admin-oem@oem.example');
});
afterAll(() => server.close());

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, who?: string, payload?: object) =>
  server.ask({ method, url, payload }, who);
const status = async (who: string, url = '/api/me') => (await ask('GET', url, who)).status;

/** An open feed that remembers why it was closed. */
function openFeed(owner: Subscriber['owner']): { ended: string[] } {
  const ended: string[] = [];
  server.house.feed.subscribe({
    owner,
    sites: [],
    send: () => true,
    nudge: () => {},
    end: (reason) => ended.push(reason),
  });
  return { ended };
}

async function ledgerSays(type: string): Promise<any[]> {
  const { body } = await ask('GET', '/api/audit?limit=1000', admin);
  return body.audit.filter((row: any) => row.kind === type).map((row: any) => JSON.parse(row.detail));
}

describe('an API key', () => {
  test('works with the roles it was given, until it is revoked, which also closes its feed', async () => {
    const { body: key } = await ask('POST', '/api/api-keys', admin, { name: 'erp', roles: ['planner'] });
    expect(key.token).toMatch(/^ik_/);
    expect((await ask('GET', '/api/me', key.token)).body).toMatchObject({ kind: 'organisation', roles: ['planner'] });
    expect((await ask('GET', '/api/audit', key.token)).status).toBe(403);

    const feed = openFeed({ organisation: 'oem', apiKey: key.id });
    expect((await ask('DELETE', `/api/api-keys/${key.id}`, admin)).status).toBe(200);
    expect(await status(key.token)).toBe(401);
    expect(feed.ended).not.toEqual([]);
    expect(await ledgerSays('credential-changed')).toEqual([
      expect.objectContaining({ credential: key.id, kind: 'api-key', change: 'revoked' }),
      expect.objectContaining({ credential: key.id, kind: 'api-key', change: 'issued' }),
    ]);
  });

  test('revoked at another server stops here within a second', async () => {
    const { body: key } = await ask('POST', '/api/api-keys', admin, { name: 'scanner', roles: ['gate'] });
    expect(await status(key.token)).toBe(200);
    await server.house.db.system(async (tx) => {
      await tx.query('update api_key set revoked_at = now() where id = $1', [key.id]);
      await tx.query(`select pg_notify('intakt_access', $1)`, [JSON.stringify({ apiKey: key.id })]);
    });
    await vi.waitFor(async () => expect(await status(key.token)).toBe(401), { timeout: 1000, interval: 20 });
  });

  test('is listed without its token, and only to its own organisation', async () => {
    const own = await ask('GET', '/api/api-keys', admin);
    expect(JSON.stringify(own.body)).not.toMatch(/ik_|hash/);
    expect(own.body.apiKeys.map((key: any) => key.name)).toContain('scanner');
    const foreign = await ask('GET', '/api/api-keys', await server.signIn('admin-tier1@tier1.example'));
    expect(foreign.body.apiKeys.map((key: any) => key.name)).not.toContain('scanner');
  });

  test('of another organisation cannot be revoked', async () => {
    const { body: key } = await ask('POST', '/api/api-keys', admin, { name: 'safe', roles: ['planner'] });
    const stranger = await server.signIn('admin-stranger@stranger.example');
    expect((await ask('DELETE', `/api/api-keys/${key.id}`, stranger)).body.code).toBe('NOT_FOUND');
    expect(await status(key.token)).toBe(200);
  });

  test('is issued by administrators only', async () => {
    const planner = await server.signIn('planner-oem@oem.example');
    const { body } = await ask('POST', '/api/api-keys', planner, { name: 'sly', roles: ['administrator'] });
    expect(body).toMatchObject({ code: 'NOT_ALLOWED', values: { needed: 'administrator' } });
  });
});

describe('a device', () => {
  test('knows who it is and reaches nothing else, until it is revoked', async () => {
    const { body: device } = await ask('POST', '/api/devices', admin, { name: 'truck 7' });
    expect((await ask('GET', '/api/me', device.token)).body).toMatchObject({ kind: 'device', roles: [] });
    expect(await status(device.token, '/api/parts')).toBe(403);
    expect((await ask('POST', '/api/api-keys', device.token, { name: 'x', roles: [] })).status).toBe(403);
    await ask('DELETE', `/api/devices/${device.id}`, admin);
    expect(await status(device.token)).toBe(401);
  });
});

describe('a link', () => {
  const hours = 2;
  const share = (object: string, who = admin) => ask('POST', '/api/links', who, { object, hours });
  const ship = (owner: string, id: string) =>
    server.house.db.system((tx) =>
      tx.query(
        `insert into consignment (owner, shipment, customer, carrier, site_from, site_to, collect_at, expected_at, state, audience, sequence)
         values ($1, $2, 'oem', 'carrier', 'a', 'b', now(), now(), 'planned', $3, 0)`,
        [owner, id, [owner, 'oem']],
      ),
    );

  test('shows its one shipment to whoever holds it, and ends with its hours', async () => {
    await ship('tier1', 'S-1');
    const { body: link } = await share('shipment:S-1');
    expect((await ask('GET', '/api/me', link.token)).body).toMatchObject({
      kind: 'link',
      object: 'shipment:tier1/S-1',
    });
    expect(await status(link.token, '/api/organisations')).toBe(403);
    await server.house.db.system((tx) => tx.query('update link set expires_at = now() where id = $1', [link.id]));
    await ask('DELETE', `/api/links/${link.id}`, admin);
    expect((await ask('GET', '/api/me', link.token)).body.code).toBe('LINK_EXPIRED');
  });

  test('opens the shipment of the owner it names, and not another’s with the same number', async () => {
    for (const owner of ['tier1', 'tier2']) await ship(owner, 'S-3');
    expect((await share('shipment:S-3')).body).toMatchObject({
      code: 'INVALID',
      detail: expect.stringContaining('shipment:tier1/S-3 or shipment:tier2/S-3'),
    });
    const { body: link } = await share('shipment:tier2/S-3');
    const { object } = (await ask('GET', '/api/me', link.token)).body;
    const seen = await server.house.db.as({ kind: 'link', link: link.id, object }, (tx) =>
      tx.query('select owner, shipment from consignment'),
    );
    expect(seen).toEqual([{ owner: 'tier2', shipment: 'S-3' }]);
  });

  test('cannot be made for a shipment that its maker may not read, and tells nothing of it', async () => {
    await ship('tier1', 'S-2');
    await server.house.db.system((tx) =>
      tx.query(`update consignment set audience = '{tier1}' where owner = 'tier1' and shipment = 'S-2'`),
    );
    const other = await server.signIn('admin-tier2@tier2.example');
    for (const object of ['shipment:S-2', 'shipment:tier1/S-2', 'shipment:nobody/S-2'])
      expect((await share(object, other)).body.code, object).toBe('NOT_FOUND');
    await ship('stranger', 'S-2');
    const { body: link } = await share('shipment:S-2');
    expect((await ask('GET', '/api/me', link.token)).body.object).toBe('shipment:stranger/S-2');
  });
});

describe('passing time', () => {
  test('ends a session and its open feed, though nobody asks with it any more', async () => {
    const token = await server.signIn('planner-tier2@tier2.example');
    const feed = openFeed({ organisation: 'tier2', session: tokenHash(token) });
    expect(await endExpiredSessions(server.house)).toBe(0);
    await server.house.db.system((tx) =>
      tx.query(`update session set seen_at = now() - interval '13 hours' where token_hash = $1`, [tokenHash(token)]),
    );
    expect(await endExpiredSessions(server.house)).toBe(1);
    expect(feed.ended).not.toEqual([]);
    expect(await status(token)).toBe(401);
  });
});

describe('roles', () => {
  const person = 'person-planner-oem';

  test('when they change, open feeds close and the next request has the new ones', async () => {
    const token = await server.signIn('planner-oem@oem.example');
    const feed = openFeed({ organisation: 'oem', person });
    expect((await ask('GET', '/api/me', token)).body.roles).toEqual(['planner']);
    await ask('PUT', `/api/people/${person}/roles`, admin, { roles: ['gate', 'planner'], sites: ['oem-site'] });
    expect((await ask('GET', '/api/me', token)).body).toMatchObject({
      roles: ['gate', 'planner'],
      sites: ['oem-site'],
    });
    await vi.waitFor(() => expect(feed.ended).not.toEqual([]), { timeout: 1000 });
  });

  test('are granted by administrators of the same organisation only', async () => {
    const payload = { roles: ['administrator'] };
    const planner = await server.signIn('planner-oem@oem.example');
    const stranger = await server.signIn('admin-stranger@stranger.example');
    expect((await ask('PUT', `/api/people/${person}/roles`, planner, payload)).status).toBe(403);
    expect((await ask('PUT', `/api/people/${person}/roles`, stranger, payload)).body.code).toBe('NOT_FOUND');
  });

  test('of the last administrator stay', async () => {
    const { body } = await ask('PUT', '/api/people/person-admin-oem/roles', admin, { roles: ['planner'] });
    expect(body.code).toBe('WRONG_STATE');
  });
});

describe('people', () => {
  const newcomer = { name: 'Nora New', email: 'Nora@oem.example', password: 'long enough now', roles: ['dispatcher'] };

  test('are added with a password and roles, once per e-mail', async () => {
    const { body } = await ask('POST', '/api/people', admin, newcomer);
    expect(body.id).toMatch(/^person-/);
    expect((await ask('POST', '/api/people', admin, newcomer)).body.code).toBe('ID_TAKEN');
    const token = await server.signIn('nora@oem.example', newcomer.password);
    expect((await ask('GET', '/api/me', token)).body.roles).toEqual(['dispatcher']);
  });

  test('who are disabled are out at once and cannot come back', async () => {
    const token = await server.signIn('nora@oem.example', newcomer.password);
    const id = (await ask('GET', '/api/me', token)).body.person.id;
    const feed = openFeed({ organisation: 'oem', person: id });
    expect((await ask('POST', `/api/people/${id}/disable`, admin)).status).toBe(200);
    expect(await status(token)).toBe(401);
    expect(feed.ended).not.toEqual([]);
    await expect(server.signIn('nora@oem.example', newcomer.password)).rejects.toThrow('SIGN_IN_FAILED');
    await ask('POST', `/api/people/${id}/disable`, admin, { disabled: false });
    expect(await server.signIn('nora@oem.example', newcomer.password)).toMatch(/^is_/);
  });

  test('who are erased leave no name, e-mail or salt behind, and the ledger says that they were erased', async () => {
    const token = await server.signIn('nora@oem.example', newcomer.password);
    const { id } = (await ask('GET', '/api/me', token)).body.person;
    expect(await everythingAbout('nora(@| new)')).not.toEqual([]);
    expect((await ask('POST', `/api/people/${id}/erase`, admin)).status).toBe(200);
    expect(await everythingAbout('nora(@| new)')).toEqual([]);
    expect(await status(token)).toBe(401);
    const [erased] = await ledgerSays('person-erased');
    expect(erased).toMatchObject({ person: id, sequences: [expect.any(Number)] });
    expect((await ask('POST', `/api/people/${id}/erase`, admin)).body.code).toBe('NOT_FOUND');
  });

  /** Rows of any table that hold what the pattern says in any column. */
  const everythingAbout = (text: string): Promise<string[]> =>
    server.house.db.system(async (tx) => {
      const tables = await tx.query<{ name: string }>(
        `select relname as name from pg_class where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const rows = await tx.query(`select to_jsonb(t)::text as row from ${name} t where to_jsonb(t)::text ~* $1`, [
          text,
        ]);
        found.push(...rows.map(({ row }) => `${name}: ${row}`));
      }
      return found;
    });
});
