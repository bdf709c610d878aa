import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error: the package carries no types of its own.
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTinyNetwork, type TestServer } from './test-server.ts';

/** What the provider says of each of its accounts. */
const ACCOUNTS: Record<string, { email: string; email_verified: boolean }> = {
  ada: { email: 'admin-oem@oem.example', email_verified: true },
  mallory: { email: 'planner-oem@oem.example', email_verified: false },
  nobody: { email: 'nobody@else.example', email_verified: true },
};
/** Intakt's own origin; no browser goes there, the test carries the addresses over. */
const ORIGIN = 'http://intakt.test';
const CLIENT = { clientId: 'intakt', clientSecret: 'a secret of at least thirty-two characters' };

let provider: Server;
let issuer: string;
let server: TestServer;
beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  provider.on('request', makeProvider(issuer).callback());
  server = await openTinyNetwork({ publicUrl: ORIGIN, oidc: { issuer, ...CLIENT, name: 'Company login' } });
});
afterAll(async () => {
  await server?.close();
  await new Promise((resolve) => provider.close(resolve));
});

const TTL_S = 600;

function makeProvider(url: string) {
  return new Provider(url, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${ORIGIN}/api/oidc/callback`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['a key for the test'] },
    ttl: { Interaction: TTL_S, Session: TTL_S, Grant: TTL_S, AccessToken: TTL_S, IdToken: TTL_S },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...ACCOUNTS[id] }) }),
  });
}

/** A browser's way through the provider's own pages: sign in, consent, and back. */
async function signInAtProvider(address: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let next: { url: string; form?: Record<string, string> } = { url: address };
  for (let step = 0; step < 12; step++) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form ? { method: 'POST', body: new URLSearchParams(next.form) } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      jar.set(name!, value!);
    }
    const location = response.headers.get('location');
    if (location?.startsWith(ORIGIN)) return location;
    if (location) next = { url: new URL(location, issuer).href };
    else next = formOf(await response.text(), login);
  }
  throw new Error('The provider did not send the browser back.');
}

function formOf(page: string, login: string): { url: string; form: Record<string, string> } {
  const action = /action="([^"]+)"/.exec(page)?.[1];
  if (!action) throw new Error(`No form: ${page.slice(0, 300)}`);
  const url = new URL(action, issuer).href;
  return {
    url,
    form: page.includes('name="login"') ? { prompt: 'login', login, password: 'any' } : { prompt: 'consent' },
  };
}

async function begin(returnTo = '/'): Promise<{ address: string; cookie: string }> {
  const response = await server.app.inject({ url: '/api/oidc/start', query: { returnTo } });
  expect(response.statusCode).toBe(302);
  return { address: String(response.headers.location), cookie: String(response.headers['set-cookie']).split(';')[0]! };
}

const goTo = (url: string, cookie = '') => server.app.inject({ url: url.replace(ORIGIN, ''), headers: { cookie } });

async function signIn(login: string, returnTo?: string) {
  const { address, cookie } = await begin(returnTo);
  return goTo(await signInAtProvider(address, login), cookie);
}

describe('single sign-on', () => {
  test('is offered by its name', async () => {
    expect((await server.ask({ url: '/api/sign-in/options' })).body.oidc).toEqual({ name: 'Company login' });
  });

  test('asks with PKCE, state and nonce', async () => {
    const { searchParams } = new URL((await begin()).address);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test('signs in the person with the verified e-mail, and knows it by its subject from then on', async () => {
    const response = await signIn('ada', '/map?site=1');
    expect(response.headers.location).toBe('/map?site=1');
    const session = response.cookies.find(({ name }) => name === 'intakt_session')!.value;
    expect((await server.ask({ url: '/api/me' }, session)).body.person.email).toBe('admin-oem@oem.example');

    ACCOUNTS.ada = { email: 'renamed@oem.example', email_verified: true };
    const again = await signIn('ada');
    const second = again.cookies.find(({ name }) => name === 'intakt_session')!.value;
    expect((await server.ask({ url: '/api/me' }, second)).body.person.email).toBe('admin-oem@oem.example');
  });

  test.each([
    ['an e-mail that the provider has not verified', 'mallory'],
    ['somebody whom no administrator has added', 'nobody'],
  ])('does not let in %s', async (_, login) => {
    const response = await signIn(login);
    expect(response.headers.location).toBe('/sign-in?problem=SIGN_IN_FAILED');
    expect(response.cookies.map(({ name }) => name)).not.toContain('intakt_session');
  });

  test('cannot be finished in another browser, with another state, or twice', async () => {
    const { address, cookie } = await begin();
    const callback = await signInAtProvider(address, 'ada');
    const ended = '/sign-in?problem=SESSION_ENDED';
    expect((await goTo(callback)).headers.location).toBe(ended);
    const other = await begin();
    expect((await goTo(callback, other.cookie)).headers.location).toBe(ended);
    expect((await goTo(callback, cookie)).headers.location).toBe('/');
    expect((await goTo(callback, cookie)).headers.location).toBe(ended);
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
    'does not send people to %s',
    async (elsewhere) => {
      expect((await signIn('ada', elsewhere)).headers.location).toBe('/');
    },
  );
});
