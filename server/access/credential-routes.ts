import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, Instant, Text } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { Type } from 'typebox';
import { type House, type PlainRoutes, type Routes, readAs } from '../house.ts';
import { refuse } from '../refuse.ts';
import { type Member, may, personOf } from './access.ts';
import { principalOf } from './authenticate.ts';
import {
  assignDevice,
  findShipmentOwners,
  type Issue,
  insertApiKey,
  insertDevice,
  insertLink,
  isOwnSite,
  listApiKeys,
  listDevices,
  listLinks,
  revoke,
} from './credential-store.ts';
import { endAccess } from './end-access.ts';
import { eraseBesideEvents, personalSequences } from './person-store.ts';
import { commandOf, recordAll } from './record-as.ts';
import { ById, closed, DONE, Done, Issued, Nullable, Roles } from './schemas.ts';
import { newToken, tokenHash } from './secrets.ts';

const tags = ['access'];
const MAX_LINK_HOURS = 24 * 60;
const ID = '[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}';

const listed = { id: Id, createdAt: Instant, revokedAt: Nullable(Instant) };
const ApiKey = Type.Object({ ...listed, name: Type.String(), roles: Roles });
const Device = Type.Object({ ...listed, name: Type.String(), shipment: Nullable(Id) });
const Link = Type.Object({ ...listed, object: Type.String(), expiresAt: Instant });

/** API keys, devices and links of one's own organisation. */
export const credentialRoutes: Routes = (app, house) => {
  apiKeyRoutes(app, house);
  deviceRoutes(app, house);
  linkRoutes(app, house);
  erasingRoutes(app, house);
};

const apiKeyRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/api-keys',
    {
      schema: {
        tags,
        summary: 'API keys of my organisation',
        response: { 200: Type.Object({ apiKeys: Type.Array(ApiKey) }) },
      },
    },
    async (request) => ({ apiKeys: await readAs(house, may.manageKeys(principalOf(request)), listApiKeys) }),
  );

  app.post(
    '/api/api-keys',
    {
      schema: {
        tags,
        summary: 'Issue an API key; its token is shown this once',
        body: Type.Object({ name: Text, roles: Roles }, closed),
        response: { 200: Issued },
      },
    },
    (request) => {
      const who = may.manageKeys(principalOf(request));
      const { name, roles } = request.body;
      return issue(house, who, 'api-key', (tx, credential) => insertApiKey(tx, credential, name, roles));
    },
  );

  app.delete(
    '/api/api-keys/:id',
    { schema: { tags, summary: 'Revoke an API key; works within a second', params: ById, response: { 200: Done } } },
    async (request) => {
      await withdraw(house, may.manageKeys(principalOf(request)), 'api-key', request.params.id);
      return DONE;
    },
  );
};

const deviceRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/devices',
    {
      schema: {
        tags,
        summary: 'Devices of my organisation',
        response: { 200: Type.Object({ devices: Type.Array(Device) }) },
      },
    },
    async (request) => ({ devices: await readAs(house, may.manageDevices(principalOf(request)), listDevices) }),
  );

  app.post(
    '/api/devices',
    {
      schema: {
        tags,
        summary: 'Register a device that reports positions; its token is shown this once',
        body: Type.Object({ name: Text }, closed),
        response: { 200: Issued },
      },
    },
    (request) => {
      const { name } = request.body;
      return issue(house, may.manageDevices(principalOf(request)), 'device', (tx, credential) =>
        insertDevice(tx, credential, name),
      );
    },
  );

  app.put(
    '/api/devices/:id/shipment',
    {
      schema: {
        tags,
        summary: 'What a device travels with: its readings need not name the shipment',
        params: ById,
        body: Type.Object({ shipment: Type.Union([Id, Type.Null()]) }, closed),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { organisation } = may.manageDevices(principalOf(request));
      const { id } = request.params;
      const assigned = await house.db.system((tx) => assignDevice(tx, { id, organisation, ...request.body }));
      if (!assigned) refuse('NOT_FOUND', { what: 'device', id });
      return DONE;
    },
  );

  app.delete(
    '/api/devices/:id',
    { schema: { tags, summary: 'Revoke a device', params: ById, response: { 200: Done } } },
    async (request) => {
      await withdraw(house, may.manageDevices(principalOf(request)), 'device', request.params.id);
      return DONE;
    },
  );
};

const linkRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/links',
    {
      schema: {
        tags,
        summary: 'Links that my organisation gave out',
        response: { 200: Type.Object({ links: Type.Array(Link) }) },
      },
    },
    async (request) => ({ links: await readAs(house, may.shareByLink(principalOf(request)), listLinks) }),
  );

  app.post(
    '/api/links',
    {
      schema: {
        tags,
        summary: 'Make a link that shows one shipment, or the gate of a site of mine, for a while, to whoever holds it',
        body: Type.Object(
          {
            object: Type.String({
              pattern: `^(shipment|site):(${ID}/)?${ID}$`,
              description: 'shipment:OWNER/ID, or shipment:ID where I read only one of that id; site:ID of mine',
            }),
            hours: Type.Integer({ minimum: 1, maximum: MAX_LINK_HOURS }),
          },
          closed,
        ),
        response: { 200: Issued },
      },
    },
    async (request) => {
      const who = may.shareByLink(principalOf(request));
      const { hours } = request.body;
      const find = request.body.object.startsWith('site:') ? findOwnSite : findShipment;
      const object = await find(house, who, request.body.object);
      return issue(house, who, 'link', (tx, credential) => insertLink(tx, credential, object, hours));
    },
  );

  app.delete(
    '/api/links/:id',
    { schema: { tags, summary: 'Withdraw a link', params: ById, response: { 200: Done } } },
    async (request) => {
      await withdraw(house, may.shareByLink(principalOf(request)), 'link', request.params.id);
      return DONE;
    },
  );
};

/** For capabilities whose objects are shared by link; the object is in its full form, and the caller may read it. */
export const issueLink = (house: House, who: Member, { object, hours }: { object: string; hours: number }) =>
  issue(house, who, 'link', (tx, credential) => insertLink(tx, credential, object, hours));

const erasingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.delete(
    '/api/links/:id/personal',
    {
      schema: {
        tags,
        summary: 'Erase names, notes and photos that came by a link; the ledger stays provable',
        params: ById,
        response: { 200: Type.Object({ erased: Type.Integer() }) },
      },
    },
    async (request) => {
      const { organisation } = may.shareByLink(principalOf(request));
      const { id } = request.params;
      const sequences = await house.db.system((tx) => personalSequences(tx, organisation, id));
      if (sequences.length === 0) return { erased: 0 };
      await recordAll(house, organisation, [
        commandOf(house, 'attachments-erased', { organisation, link: id, sequences }),
      ]);
      await house.db.system((tx) => eraseBesideEvents(tx, organisation, id));
      return { erased: sequences.length };
    },
  );
};

type CredentialKind = 'api-key' | 'device' | 'link';
const TOKENS = { 'api-key': 'apiKey', device: 'device', link: 'link' } as const;
const TABLES = { 'api-key': 'api_key', device: 'device', link: 'link' } as const;

/** The ledger learns of the credential first: none works that it does not know. */
async function issue(
  house: House,
  who: Member,
  kind: CredentialKind,
  insert: (tx: Transaction, credential: Issue) => Promise<unknown>,
) {
  const token = newToken(TOKENS[kind]);
  const id = `${kind}-${randomUUID()}`;
  await recordChange(house, who, kind, id, 'issued');
  await house.db.system((tx) =>
    insert(tx, { id, organisation: who.organisation, hash: tokenHash(token), by: personOf(who) }),
  );
  return { id, token };
}

/** Withdrawing works first and is written down after: what must stop, stops. */
async function withdraw(house: House, who: Member, kind: CredentialKind, id: string): Promise<void> {
  const done = await house.db.system((tx) => revoke(tx, TABLES[kind], who.organisation, id));
  if (!done) refuse('NOT_FOUND', { what: kind, id });
  await endAccess(house, { [TOKENS[kind]]: id });
  await recordChange(house, who, kind, id, 'revoked');
}

async function recordChange(
  house: House,
  who: Member,
  kind: CredentialKind,
  credential: string,
  change: 'issued' | 'revoked',
): Promise<void> {
  const { organisation } = who;
  const note = `by ${personOf(who) ?? 'an API key'}`;
  await recordAll(house, organisation, [
    commandOf(house, 'credential-changed', { organisation, credential, kind, change, note }),
  ]);
}

/** A gate is its operator's to open. */
async function findOwnSite(house: House, who: Member, object: string): Promise<string> {
  const [id, owner = who.organisation] = object.slice('site:'.length).split('/').reverse() as [Id, Id?];
  const isOwn = owner === who.organisation && (await readAs(house, who, (tx) => isOwnSite(tx, owner, id)));
  return isOwn ? `site:${owner}/${id}` : refuse('NOT_FOUND', { what: 'site of mine', id });
}

/** The object's full form. Two partners may have given the same number to a shipment; a link opens one of them only. */
async function findShipment(house: House, who: Member, object: string): Promise<string> {
  const [id, owner] = object.slice('shipment:'.length).split('/').reverse() as [Id, Id?];
  const owners = await readAs(house, who, (tx) => findShipmentOwners(tx, id, owner));
  if (owners.length === 1) return `shipment:${owners[0]}/${id}`;
  if (owners.length === 0) return refuse('NOT_FOUND', { what: 'shipment', id });
  return refuse('INVALID', {
    path: 'object',
    problem: `must name the owner too, as in ${owners.map((each) => `shipment:${each}/${id}`).join(' or ')}`,
    value: object,
  });
}
