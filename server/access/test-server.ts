import type { Role } from '@intakt/contract';
import type { Database } from '@intakt/database';
import { testDatabase } from '@intakt/database/testing';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import pino from 'pino';
import { networkRoutes } from '../capabilities/network/index.ts';
import { createClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { createFeedHub } from '../feed/feed-hub.ts';
import type { House, Routes } from '../house.ts';
import { answerProblems } from '../problems.ts';
import { createRecorder } from '../record/recorder.ts';
import { VALIDATION } from '../validation.ts';
import { accessRoutes, DEMO_PASSWORD, type DemoPerson, registerAuthentication, seedDemoAccounts } from './index.ts';

/** A server of this room and the network's routes over a database of its own, for tests. */
export interface TestServer {
  app: FastifyInstance;
  house: House;
  /** API key with every role, by organisation. */
  keys: Record<string, string>;
  ask: (request: InjectOptions, who?: string) => Promise<{ status: number; body: any; headers: Record<string, any> }>;
  signIn: (email: string, password?: string) => Promise<string>;
  close: () => Promise<void>;
}

export const openTestServer = async (settings: Partial<Config> = {}): Promise<TestServer> =>
  serve(await testDatabase(), settings);

/** One of several servers on a database, which it closes with itself. */
export async function serve(db: Database, settings: Partial<Config> = {}, more: Routes[] = []): Promise<TestServer> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'fatal' });
  const clock = createClock({});
  const recorder = await createRecorder(db, clock, (error) => log.error(error));
  const feed = await createFeedHub(db, log);
  const config: Config = { ...readConfig({}, []), ...settings };
  const house: House = { config, clock, db, recorder, feed, log };
  const app = await buildTestApp(house, more);
  const close = async (): Promise<void> => {
    await app.close();
    await recorder.drain();
    await feed.stop();
    await db.close();
  };
  return { app, house, keys: {}, ask: asker(app), signIn: signer(app), close };
}

export async function buildTestApp(house: House, more: Routes[] = []): Promise<FastifyInstance> {
  const app = Fastify(VALIDATION);
  answerProblems(app, house);
  await registerAuthentication(app, house);
  for (const routes of [accessRoutes, networkRoutes, ...more])
    await app.register(async (scope) => routes(scope, house));
  await app.ready();
  return app;
}

/** `who` is a token; a session's goes into the cookie, as a browser would send it. */
function asker(app: FastifyInstance): TestServer['ask'] {
  return async (request, who) => {
    const own = who?.startsWith('is_') ? { cookie: `intakt_session=${who}` } : { authorization: `Bearer ${who}` };
    const response = await app.inject({ ...request, headers: { ...(who ? own : {}), ...request.headers } });
    const isJson = String(response.headers['content-type']).includes('json');
    return { status: response.statusCode, body: isJson ? response.json() : response.body, headers: response.headers };
  };
}

function signer(app: FastifyInstance): TestServer['signIn'] {
  return async (email, password = DEMO_PASSWORD) => {
    const response = await app.inject({ method: 'POST', url: '/api/sign-in', payload: { email, password } });
    const cookie = response.cookies.find(({ name }) => name === 'intakt_session');
    if (!cookie) throw new Error(`${email} could not sign in: ${response.body}`);
    return cookie.value;
  };
}

export const demoPerson = (organisation: string, name: string, roles: Role[], sites: string[] = []): DemoPerson => ({
  id: `person-${name}`,
  organisation,
  name,
  email: `${name}@${organisation}.example`,
  roles,
  sites,
});

/** One plant, a supplier and its own supplier, a carrier, and a stranger; each with an administrator and a planner. */
export async function openTinyNetwork(settings: Partial<Config> = {}): Promise<TestServer> {
  return settle(await openTestServer(settings));
}

export async function settle(server: TestServer): Promise<TestServer> {
  const organisations = ['oem', 'tier1', 'tier2', 'carrier', 'stranger'];
  const people = organisations.flatMap((organisation) => [
    demoPerson(organisation, `admin-${organisation}`, ['administrator']),
    demoPerson(organisation, `planner-${organisation}`, ['planner']),
  ]);
  const { apiKeys } = await seedDemoAccounts(server.house, people);
  server.keys = apiKeys;
  for (const organisation of organisations) await registerCompany(server, organisation);
  return server;
}

async function registerCompany({ ask, keys }: TestServer, organisation: string): Promise<void> {
  const roles = organisation === 'oem' ? ['oem'] : organisation === 'carrier' ? ['carrier'] : ['supplier'];
  await put(
    ask,
    `/api/organisations/${organisation}`,
    { organisation, name: `The ${organisation}`, roles },
    keys[organisation]!,
  );
  const site = `${organisation}-site`;
  const place = {
    site,
    owner: organisation,
    name: `Site of ${organisation}`,
    kind: 'plant',
    timeZone: 'Europe/Berlin',
  };
  await put(ask, `/api/sites/${site}`, place, keys[organisation]!);
}

export async function put(ask: TestServer['ask'], url: string, payload: object, who: string): Promise<any> {
  const { status, body } = await ask({ method: 'PUT', url, payload }, who);
  if (status !== 200) throw new Error(`PUT ${url}: ${JSON.stringify(body)}`);
  return body;
}
