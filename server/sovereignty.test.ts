import { demonstrationNetwork, networkCommands, openingCommands } from '@intakt/simulator';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoAccess, seedDemoAccounts } from './access/index.ts';
import { buildApp } from './app.ts';
import { expectOk, testHouse } from './record/testing.ts';

const TODAY = '2026-03-02';
const network = demonstrationNetwork(1);
let world: Awaited<ReturnType<typeof testHouse>>;
let app: FastifyInstance;
let access: DemoAccess;
let paths: string[];
let shipments: { id: string; supplier: string; customer: string; carrier: string | null }[];

beforeAll(async () => {
  world = await testHouse({
    now: `${TODAY}T06:00:00.000Z`,
    tinyWorld: false,
    env: { INTAKT_REQUESTS_PER_MINUTE: '1000000' },
  });
  app = await buildApp(world.house, world.signing);
  await app.ready();
  access = await seedDemoAccounts(
    world.house,
    network.people.map(({ person, ...rest }) => ({ id: person, ...rest })),
    network.organisations.map((o) => o.organisation),
  );
  for (const { organisation, commands } of [...networkCommands(network), ...openingCommands(network, TODAY)])
    expectOk(await world.house.recorder.record({ organisation }, commands));
  for (const organisation of network.organisations.map((o) => o.organisation)) await discloseRunout(organisation);
  const openapi = (await app.inject('/openapi.json')).json() as { paths: Record<string, { get?: unknown }> };
  paths = Object.keys(openapi.paths).filter((path) => openapi.paths[path]!.get && !NOT_WALKED.has(path));
  shipments = await world.db.system((tx) => tx.query('select id, owner as supplier, customer, carrier from shipment'));
}, 240_000);
afterAll(async () => {
  await app?.close();
  await world?.close();
});

/** The feed does not end; the others need no sign-in and hold nothing of anybody. */
const NOT_WALKED = new Set([
  '/api/feed',
  '/health/live',
  '/health/ready',
  '/metrics',
  '/api/oidc/start',
  '/api/oidc/callback',
  '/api/sign-in/options',
]);

/** A projection and an exception of each company's first own part, so that derived answers are walked too. */
async function discloseRunout(owner: string): Promise<void> {
  const output = network.outputs.find((o) => o.owner === owner);
  if (!output) return;
  const { site, part } = output;
  const common = { source: 'test', occurredAt: `${TODAY}T06:00:00.000Z` };
  const commands = [
    {
      ...common,
      type: 'runout-projected' as const,
      id: 'exact',
      data: { owner, site, part, asOf: TODAY, onHand: 1, inTransit: 0, daysOfSupply: 0, light: 'red' as const },
    },
    {
      ...common,
      type: 'runout-light-projected' as const,
      id: 'light',
      data: { owner, site, part, light: 'red' as const },
    },
    {
      ...common,
      type: 'exception-raised' as const,
      id: 'exception',
      data: {
        owner,
        exception: `exc-${owner}`,
        kind: 'shortage' as const,
        hits: [{ site, part, stopAt: `${TODAY}T05:00:00.000Z`, shortQuantity: 1, unit: 'H87' }],
      },
    },
    {
      ...common,
      type: 'exception-light-changed' as const,
      id: 'exception-light',
      data: { owner, exception: `exc-${owner}`, site, part, kind: 'shortage' as const, light: 'red' as const },
    },
  ];
  expectOk(await world.house.recorder.record({ organisation: owner, system: true }, commands as never));
}

/**
 * What a company may know, worked out from the network alone and not from the tables: itself, whom its lanes and
 * agreements name, the ends of its lanes, its parts and those it trades, and what accepted agreements give it.
 */
function knownTo(organisation: string): Set<string> {
  const known = new Set([organisation]);
  const learn = (...ids: (string | undefined)[]): void => {
    for (const id of ids) if (id) known.add(id);
  };
  for (const lane of network.lanes) {
    const trading = [lane.supplier, lane.customer];
    if ([...trading, lane.carrier].includes(organisation)) learn(...trading, lane.carrier, lane.from, lane.to);
    if (trading.includes(organisation)) learn(lane.part, lane.lane);
  }
  for (const agreement of network.agreements) {
    if (agreement.proposer !== organisation && agreement.counterparty !== organisation) continue;
    learn(agreement.proposer, agreement.counterparty, agreement.agreement);
    for (const term of agreement.accepted ? agreement.terms : [])
      if (term.giver !== organisation) learnGiven(term, learn);
    for (const term of agreement.terms) learn(...(term.sites ?? []), ...(term.parts ?? []));
  }
  for (const part of network.parts) if (part.owner === organisation) learn(part.part);
  for (const number of network.partNumbers)
    if (number.organisation === organisation || number.owner === organisation) learn(number.part);
  for (const bill of network.bills)
    if (bill.owner === organisation) learn(bill.parent, ...bill.components.map((c) => c.part));
  for (const site of network.sites) if (site.owner === organisation) learn(site.site);
  for (const person of network.people) if (person.organisation === organisation) learn(person.person);
  for (const s of shipments)
    if ([s.supplier, s.customer, s.carrier].includes(organisation))
      learn(s.id, s.carrier ?? undefined, s.supplier, s.customer);
  return known;
}

function learnGiven(
  term: { giver: string; sites?: string[]; parts?: string[] },
  learn: (...ids: string[]) => void,
): void {
  for (const site of network.sites)
    if (site.owner === term.giver && (!term.sites?.length || term.sites.includes(site.site))) learn(site.site);
  for (const part of network.parts)
    if (!term.parts?.length ? part.owner === term.giver : term.parts.includes(part.part)) learn(part.part);
  for (const node of [...network.outputs, ...network.needs])
    if (node.owner === term.giver && (!term.parts?.length || term.parts.includes(node.part))) learn(node.part);
}

const everyId = (): Set<string> =>
  new Set([
    ...network.organisations.map((o) => o.organisation),
    ...network.sites.map((s) => s.site),
    ...network.parts.map((p) => p.part),
    ...network.lanes.map((l) => l.lane),
    ...network.agreements.map((a) => a.agreement),
    ...network.people.map((p) => p.person),
    ...shipments.map((s) => s.id),
  ]);

/** Every string of an answer that is an id of the network. */
function idsIn(json: unknown, ids: Set<string>, found = new Set<string>()): Set<string> {
  if (typeof json === 'string' && ids.has(json)) found.add(json);
  if (Array.isArray(json)) for (const item of json) idsIn(item, ids, found);
  else if (json && typeof json === 'object')
    for (const [key, value] of Object.entries(json)) idsIn(value, ids, ids.has(key) ? found.add(key) : found);
  return found;
}

const SAMPLES: Record<string, () => string> = {
  id: () => shipments[0]!.id,
  shipment: () => shipments[0]!.id,
  site: () => 'site-aurin-leipzig',
  part: () => network.parts[0]!.part,
  parent: () => network.bills[0]!.parent,
  eventId: () => '00000000-0000-8000-8000-000000000000',
  token: () => 'il_unknown',
  partner: () => network.lanes[0]!.supplier,
  material: () => network.lanes[0]!.part,
  direction: () => 'OUTBOUND',
};
const filled = (path: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent((SAMPLES[name] ?? SAMPLES.id)!()));

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
  }
}

async function leaks(
  headers: Record<string, string>,
  known: Set<string>,
): Promise<{ answered: number; leaked: string[] }> {
  const ids = everyId();
  const leaked: string[] = [];
  let answered = 0;
  for (const path of paths) {
    const asked = filled(path);
    const response = await app.inject({ url: asked, headers });
    expect(response.statusCode, `${asked} ${response.body.slice(0, 200)}`).toBeLessThan(500);
    if (response.statusCode !== 200) continue;
    answered += 1;
    for (const id of idsIn(parsed(response.body), ids))
      if (!known.has(id)) leaked.push(`${asked}: ${id} in ${excerpt(response.body, id)}`);
  }
  return { answered, leaked };
}

/** Where a leak stands, for whoever has to mend it. */
function excerpt(body: string, id: string): string {
  const at = body.indexOf(`"${id}"`);
  return body.slice(Math.max(0, at - 160), at + 160);
}

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

test('those who trade by a lane know each other and its ends, once both sides have recorded it', async () => {
  const strangers = await world.db.system((tx) =>
    tx.query(
      `select l.id, reader, o.owner, s.id as site from lane l, unnest(array[l.owner, l.supplier, l.carrier]) reader,
         organisation o, site s, part p
        where o.owner in (l.owner, l.supplier, l.carrier) and s.id in (l.site_from, l.site_to) and p.id = l.part
          and not (reader = any(o.audience) and reader = any(s.audience) and (reader = l.carrier or reader = any(p.audience)))`,
    ),
  );
  expect(strangers).toEqual([]);
});

describe('every route', () => {
  test('as every company of the demonstration network gives nothing outside its audience', async () => {
    expect(paths.length).toBeGreaterThan(20);
    for (const { organisation } of network.organisations) {
      const { answered, leaked } = await leaks(bearer(access.apiKeys[organisation]!), knownTo(organisation));
      expect(leaked, organisation).toEqual([]);
      expect(answered, organisation).toBeGreaterThan(10);
    }
  }, 240_000);

  test('as every person of it gives nothing outside the company’s audience', async () => {
    for (const { email, organisation } of network.people) {
      const signedIn = await app.inject({
        method: 'POST',
        url: '/api/sign-in',
        payload: { email, password: access.password },
      });
      expect(signedIn.statusCode, signedIn.body).toBe(200);
      const session = signedIn.cookies.find((cookie) => cookie.name === 'intakt_session')!;
      const { leaked } = await leaks({ cookie: `${session.name}=${session.value}` }, knownTo(organisation));
      expect(leaked, email).toEqual([]);
    }
  }, 120_000);

  test('as a device and as a link gives that device and that object, and nothing else', async () => {
    const { id, supplier, carrier } = shipments.find((s) => s.carrier)!;
    const make = async (url: string, payload: object) => {
      const response = await app.inject({ method: 'POST', url, payload, headers: bearer(access.apiKeys[supplier]!) });
      expect(response.statusCode, response.body).toBeLessThan(300);
      return response.json().token as string;
    };
    const device = await leaks(bearer(await make('/api/devices', { name: 'gate reader' })), new Set([supplier]));
    expect(device.leaked).toEqual([]);
    const shipment = shipments.find((s) => s.id === id)!;
    const [consignment] = await world.db.system((tx) =>
      tx.query<{ site_from: string; site_to: string }>(
        'select site_from, site_to from consignment where shipment = $1',
        [id],
      ),
    );
    const visible = new Set([id, supplier, shipment.customer, carrier!, consignment!.site_from, consignment!.site_to]);
    const link = await leaks(bearer(await make('/api/links', { object: `shipment:${id}`, hours: 1 })), visible);
    expect(link.leaked).toEqual([]);
  });

  test('without a sign-in answers 401', async () => {
    for (const path of paths.filter((p) => p.startsWith('/api/') || p.startsWith('/epcis/'))) {
      const { statusCode } = await app.inject(filled(path));
      if (PUBLIC.some((prefix) => path.startsWith(prefix))) continue;
      expect(statusCode, path).toBe(401);
    }
  });
});
/** A link's own token is in its address. */
const PUBLIC = ['/api/invitations/{token}', '/api/setup/{token}', '/api/imports/template'];
