import type { Id, Role } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { House } from '../house.ts';
import { normalEmail } from './person-store.ts';
import { commandOf, recordAll } from './record-as.ts';
import { hashPassword, newToken, tokenHash } from './secrets.ts';
import { tokensOf } from './token-cache.ts';

/** Printed on the sign-in page; demonstration accounts exist in the demonstration network only. */
export const DEMO_PASSWORD = 'intakt-demo';
const DEMO_KEY = 'demonstration network';

export interface DemoPerson {
  id: Id;
  organisation: Id;
  name: string;
  email: string;
  roles: Role[];
  sites?: Id[];
  language?: string;
}
export interface DemoAccess {
  password: string;
  /** Plain API key by organisation, held in memory only. */
  apiKeys: Record<Id, string>;
}

/**
 * Makes the demonstration's sign-ins, and a new API key for each organisation that the simulator speaks for;
 * the keys of the last start are revoked. People keep what was changed on their accounts.
 */
export async function seedDemoAccounts(
  house: House,
  people: DemoPerson[],
  organisations: Id[] = [],
): Promise<DemoAccess> {
  if (!house.config.demo) throw new Error('bug: demonstration accounts in an installation without the demonstration');
  await addPeople(house, people);
  const wanted = new Set([...organisations, ...people.map((person) => person.organisation)]);
  const apiKeys = Object.fromEntries([...wanted].map((organisation) => [organisation, newToken('apiKey')]));
  await house.db.system((tx) => replaceKeys(tx, apiKeys));
  await tokensOf(house).forget({});
  return { password: DEMO_PASSWORD, apiKeys };
}

/** One hash serves all, because the password is public: hashing sixty times would delay the start by a quarter of a minute. */
async function addPeople(house: House, people: DemoPerson[]): Promise<void> {
  const ready = await house.db.system((tx) =>
    tx.query<{ id: Id }>(
      'select p.id from person p join membership m on m.person = p.id and m.owner = p.organisation where p.id = any($1)',
      [people.map((person) => person.id)],
    ),
  );
  const missing = people.filter(({ id }) => !ready.some((row) => row.id === id));
  if (missing.length === 0) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await house.db.system((tx) => insertPeople(tx, missing, passwordHash));
  await Promise.all(missing.map((person) => grantRoles(house, person)));
}

async function grantRoles(house: House, { id, organisation, roles, sites = [], name }: DemoPerson): Promise<void> {
  const command = commandOf(house, 'roles-granted', { organisation, person: id, roles, sites }, 'demonstration');
  await recordAll(house, organisation, [{ ...command, id, personal: { person: id, name } }]);
}

async function insertPeople(tx: Transaction, people: DemoPerson[], passwordHash: string): Promise<void> {
  const rows = people.map((person) => ({
    language: 'en',
    ...person,
    email: normalEmail(person.email),
    hash: passwordHash,
  }));
  const values = [JSON.stringify(rows)];
  const source =
    'json_to_recordset($1::json) as r(id text, organisation text, name text, email text, language text, hash text)';
  await tx.query(
    `insert into person (id, organisation, name, email, language, demo, created_at)
     select id, organisation, name, email, language, true, now() from ${source} on conflict (id) do nothing`,
    values,
  );
  await tx.query(
    `insert into credential (person, password_hash, changed_at) select id, hash, now() from ${source} on conflict (person) do nothing`,
    values,
  );
}

async function replaceKeys(tx: Transaction, apiKeys: Record<Id, string>): Promise<void> {
  await tx.query(
    'update api_key set revoked_at = now() where name = $1 and created_by is null and revoked_at is null',
    [DEMO_KEY],
  );
  const rows = Object.entries(apiKeys).map(([organisation, token]) => {
    const hash = tokenHash(token);
    return { id: `demo-${hash.slice(0, 16)}`, organisation, hash };
  });
  await tx.query(
    `insert into api_key (id, organisation, name, token_hash, roles, created_at)
     select id, organisation, $2, hash, '{planner,dispatcher,gate,quality,manager,administrator}', now()
       from json_to_recordset($1::json) as r(id text, organisation text, hash text)`,
    [JSON.stringify(rows), DEMO_KEY],
  );
}

export function demoAccounts(house: House) {
  return house.db.system(async (tx) => {
    const rows = await tx.query<{ email: string; name: string; organisation: string; role: string }>(
      `select p.email, p.name, coalesce(o.name, p.organisation) as organisation, coalesce(m.roles[1], '') as role
         from person p
         left join organisation o on o.owner = p.organisation
         left join membership m on m.owner = p.organisation and m.person = p.id
        where p.demo and not p.disabled and p.erased_at is null
        order by p.created_at, p.id limit 200`,
    );
    return rows.map((row) => ({ ...row, password: DEMO_PASSWORD }));
  });
}
