import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTinyNetwork, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTinyNetwork();
});
afterAll(() => server.close());

const me = (token?: string) => server.ask({ url: '/api/me' }, token);
const signIn = (payload: object, headers = {}) => server.ask({ method: 'POST', url: '/api/sign-in', payload, headers });
const sql = (text: string, values: unknown[] = []) => server.house.db.system((tx) => tx.query(text, values));

describe('signing in', () => {
  test('gives a session in an httpOnly cookie and says who one is', async () => {
    const { status, body, headers } = await signIn({ email: 'Planner-OEM@oem.example ', password: 'intakt-demo' });
    expect(status).toBe(200);
    expect(body.me).toMatchObject({
      kind: 'person',
      organisation: { id: 'oem', name: 'The oem', roles: ['oem'] },
      person: { name: 'planner-oem', language: 'en' },
      roles: ['planner'],
    });
    expect(headers['set-cookie']).toMatch(/^intakt_session=is_[\w-]{43}; .*HttpOnly; SameSite=Lax/);
  });

  test('stores neither password nor token in clear', async () => {
    const token = await server.signIn('planner-oem@oem.example');
    const rows = await sql(
      'select to_jsonb(s)::text as row from session s union all select to_jsonb(c)::text from credential c',
    );
    const text = rows.map(({ row }) => row).join();
    expect(text).not.toContain(token.slice(3));
    expect(text).not.toContain('intakt-demo');
    expect(text).toMatch(/scrypt\$32768\$8\$3\$/);
  });

  test.each([
    ['a wrong password', { email: 'planner-oem@oem.example', password: 'something else' }],
    ['an unknown e-mail', { email: 'nobody@oem.example', password: 'intakt-demo' }],
  ])('refuses %s in the same words', async (_, payload) => {
    const { status, body } = await signIn(payload);
    expect(status).toBe(401);
    expect(body).toMatchObject({ code: 'SIGN_IN_FAILED', status: 401 });
  });

  test('takes about as long for an unknown e-mail as for a wrong password', async () => {
    const took = async (email: string): Promise<number> => {
      const start = performance.now();
      await signIn({ email, password: 'wrong password' });
      return performance.now() - start;
    };
    const known = Math.min(await took('admin-tier2@tier2.example'), await took('admin-tier2@tier2.example'));
    const unknown = Math.min(await took('no1@tier2.example'), await took('no2@tier2.example'));
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test('is refused after ten failures for one e-mail, even with the right password, and says when to try again', async () => {
    const email = 'planner-stranger@stranger.example';
    for (let i = 0; i < 10; i++) await signIn({ email, password: `guess number ${i}` });
    const { status, body, headers } = await signIn({ email, password: 'intakt-demo' });
    expect(status).toBe(429);
    expect(body.code).toBe('TOO_MANY_REQUESTS');
    expect(Number(headers['retry-after'])).toBeGreaterThan(600);
  });

  test('is written to the log of the organisation, failures included', async () => {
    await signIn({ email: 'planner-tier1@tier1.example', password: 'not the one' });
    await server.signIn('planner-tier1@tier1.example');
    const admin = await server.signIn('admin-tier1@tier1.example');
    const { body } = await server.ask({ url: '/api/audit' }, admin);
    const outcomes = body.audit.map((row: any) => row.outcome);
    expect(outcomes).toContain('failed');
    expect(outcomes).toContain('signed-in');
    expect(body.audit.map((row: any) => row.kind)).toContain('roles-granted');
  });

  test('lets only administrators read the audit', async () => {
    const { status, body } = await server.ask({ url: '/api/audit' }, await server.signIn('planner-oem@oem.example'));
    expect(status).toBe(403);
    expect(body.detail).toContain('A person with the roles planner may not read the audit');
  });
});

describe('a session', () => {
  test('is needed: an address under /api without one is 401', async () => {
    expect((await server.ask({ url: '/api/parts' })).body.code).toBe('NOT_SIGNED_IN');
    expect((await server.ask({ url: '/api/parts' }, 'ik_nonsense')).body.code).toBe('NOT_SIGNED_IN');
    expect((await server.ask({ url: '/api/parts' }, 'is_nonsense')).body.code).toBe('SESSION_ENDED');
  });

  test('ends when one signs out', async () => {
    const token = await server.signIn('planner-oem@oem.example');
    expect((await me(token)).status).toBe(200);
    await server.ask({ method: 'POST', url: '/api/sign-out' }, token);
    expect((await me(token)).body.code).toBe('SESSION_ENDED');
  });

  test.each([
    ['after twelve idle hours', `seen_at = now() - interval '12 hours 1 minute'`],
    ['thirty days after it began', `expires_at = now() - interval '1 second'`],
  ])('ends %s', async (_, aged) => {
    const token = await server.signIn('planner-oem@oem.example');
    await sql(
      `update session set ${aged} where token_hash = (select token_hash from session order by created_at desc limit 1)`,
    );
    expect((await me(token)).body.code).toBe('SESSION_ENDED');
  });

  test('notes that it was used, at most each minute', async () => {
    const token = await server.signIn('planner-carrier@carrier.example');
    await sql(`update session set seen_at = now() - interval '2 hours' where person = 'person-planner-carrier'`);
    await me(token);
    const [row] = await sql(
      `select seen_at > now() - interval '1 minute' as fresh from session where person = 'person-planner-carrier'`,
    );
    expect(row.fresh).toBe(true);
  });

  test('keeps the language that its person chose', async () => {
    const token = await server.signIn('planner-oem@oem.example');
    await server.ask({ method: 'PATCH', url: '/api/me', payload: { language: 'zh' } }, token);
    expect((await me(token)).body.person.language).toBe('zh');
  });

  test('survives a change of password, the others of the same person do not', async () => {
    const [here, elsewhere] = [
      await server.signIn('planner-tier2@tier2.example'),
      await server.signIn('planner-tier2@tier2.example'),
    ];
    const payload = { current: 'intakt-demo', password: 'a longer new one' };
    expect((await server.ask({ method: 'PUT', url: '/api/me/password', payload }, here)).status).toBe(200);
    expect((await me(here)).status).toBe(200);
    expect((await me(elsewhere)).status).toBe(401);
    expect(await server.signIn('planner-tier2@tier2.example', 'a longer new one')).toMatch(/^is_/);
  });
});

describe('a request from another site', () => {
  const change = (headers: Record<string, string>) =>
    server.signIn('planner-oem@oem.example').then((token) =>
      server.ask(
        {
          method: 'PATCH',
          url: '/api/me',
          payload: { language: 'de' },
          headers: { host: 'intakt.example', ...headers },
        },
        token,
      ),
    );

  test.each([
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
  ])('with %j changes nothing', async (headers) => {
    const { status, body } = await change(headers);
    expect(status).toBe(403);
    expect(body.code).toBe('CROSS_SITE');
  });

  test.each([[{ 'sec-fetch-site': 'same-origin' }], [{ origin: 'http://intakt.example' }], [{}]])(
    'with %j is our own or no browser, and may',
    async (headers) => {
      expect((await change(headers as Record<string, string>)).status).toBe(200);
    },
  );

  test('cannot sign anybody in either', async () => {
    const { body } = await signIn(
      { email: 'planner-oem@oem.example', password: 'intakt-demo' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(body.code).toBe('CROSS_SITE');
  });
});
