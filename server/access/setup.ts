import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, Organisation, Text } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { type Static, Type } from 'typebox';
import type { House, Routes } from '../house.ts';
import { refuse } from '../refuse.ts';
import { setSessionCookie } from './authenticate.ts';
import { organisationId } from './invitation-rules.ts';
import { describeMe } from './me.ts';
import { addPerson, grant, newPersonId } from './people.ts';
import { isEmptyInstallation } from './person-store.ts';
import { commandOf } from './record-as.ts';
import { closed, Email, Password, SignedIn, Token } from './schemas.ts';
import { hashPassword, newToken, tokenHash } from './secrets.ts';
import { startSession } from './sign-in.ts';

const tags = ['access'];
const ADMINISTRATOR = 'whoever starts the server';

/**
 * The one-time address at which an installation without people gets its first organisation and administrator;
 * undefined once somebody is there. Each start makes a new one, and the one before stops working.
 */
export async function createSetupLink(house: House): Promise<string | undefined> {
  const token = newToken('setup');
  const stored = await house.db.system(
    async (tx) => (await isEmptyInstallation(tx)) && storeToken(tx, tokenHash(token)),
  );
  return stored ? `${house.config.publicUrl ?? ''}/setup/${token}` : undefined;
}

async function storeToken(tx: Transaction, hash: string): Promise<true> {
  await tx.query(
    `insert into setting (owner, key, value) values ('', 'setup', to_jsonb($1::text)) on conflict (owner, key) do update set value = excluded.value`,
    [hash],
  );
  return true;
}

const SetupRequest = Type.Object(
  {
    organisation: Type.Object(
      {
        id: Type.Optional(Id),
        name: Text,
        roles: Organisation.properties.roles,
        country: Organisation.properties.country,
      },
      closed,
    ),
    name: Text,
    email: Email,
    password: Password,
  },
  closed,
);

export const setupRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/setup/:token',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'Whether the one-time setup link still works',
        params: Token,
        response: { 200: Type.Object({ ok: Type.Literal(true) }) },
      },
    },
    async (request) => {
      const valid = await house.db.system(
        async (tx) => (await isToken(tx, request.params.token)) && isEmptyInstallation(tx),
      );
      return valid ? ({ ok: true } as const) : refuse('LINK_EXPIRED', { who: ADMINISTRATOR });
    },
  );

  app.post(
    '/api/setup/:token',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'Register the first organisation and its administrator, once',
        params: Token,
        body: SetupRequest,
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      const account = await setUp(house, request.params.token, request.body);
      const how = { method: 'setup', address: request.ip, email: request.body.email } as const;
      const { token, who } = await startSession(house, account, how);
      setSessionCookie(reply, house, token);
      return { me: await describeMe(house, who) };
    },
  );
};

async function isToken(tx: Transaction, token: string): Promise<boolean> {
  const found = await tx.query(
    `select 1 from setting where owner = '' and key = 'setup' and value = to_jsonb($1::text)`,
    [tokenHash(token)],
  );
  return found.length > 0;
}

/** Deleting the token decides who of two was first; it comes back if the rest fails. */
async function setUp(
  house: House,
  token: string,
  { organisation, name, email, password }: Static<typeof SetupRequest>,
) {
  if (!(await house.db.system((tx) => isToken(tx, token)))) refuse('LINK_EXPIRED', { who: ADMINISTRATOR });
  const passwordHash = await hashPassword(password);
  if (!(await house.db.system((tx) => claimToken(tx, token)))) refuse('LINK_EXPIRED', { who: ADMINISTRATOR });
  const { id = organisationId(organisation.name, randomUUID().slice(0, 6)), ...rest } = organisation;
  const person = { id: newPersonId(), organisation: id, name, email, passwordHash };
  try {
    await addPerson(house, person, [
      commandOf(house, 'organisation-registered', { organisation: id, ...rest }),
      grant(house, {
        organisation: id,
        person: person.id,
        roles: ['administrator', 'planner', 'manager'],
        sites: [],
        name,
      }),
    ]);
  } catch (error) {
    await house.db.system((tx) => storeToken(tx, tokenHash(token)));
    throw error;
  }
  return { person: person.id, organisation: id };
}

async function claimToken(tx: Transaction, token: string): Promise<boolean> {
  const claimed = await tx.query(
    `delete from setting where owner = '' and key = 'setup' and value = to_jsonb($1::text) and not exists (select 1 from person) returning key`,
    [tokenHash(token)],
  );
  return claimed.length > 0;
}
