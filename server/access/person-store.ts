import type { Id, Instant, Role } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { refuse } from '../refuse.ts';

export interface PersonRow {
  id: Id;
  organisation: Id;
  name: string;
  email: string;
  language: string;
  disabled: boolean;
  erasedAt: Instant | null;
  createdAt: Instant;
  roles: Role[];
  sites: Id[];
}
const COLUMNS = `p.id, p.organisation, p.name, p.email, p.language, p.disabled, p.erased_at as "erasedAt",
  p.created_at as "createdAt", coalesce(m.roles, '{}') as roles, coalesce(m.sites, '{}') as sites`;
const WITH_ROLES = 'person p left join membership m on m.owner = p.organisation and m.person = p.id';

export const MAX_PEOPLE = 5000;

export const listPeople = (tx: Transaction): Promise<PersonRow[]> =>
  tx.query<PersonRow>(
    `select ${COLUMNS} from ${WITH_ROLES} where p.erased_at is null order by p.name, p.id limit ${MAX_PEOPLE}`,
  );

/** Under row security: somebody of another organisation is not there. */
export async function getPerson(tx: Transaction, person: Id): Promise<PersonRow> {
  const [row] = await tx.query<PersonRow>(`select ${COLUMNS} from ${WITH_ROLES} where p.id = $1`, [person]);
  return row && !row.erasedAt ? row : refuse('NOT_FOUND', { what: 'person', id: person });
}

export interface NewPerson {
  id: Id;
  organisation: Id;
  name: string;
  email: string;
  language?: string;
  demo?: boolean;
  passwordHash: string | null;
}

export const normalEmail = (email: string): string => email.trim().toLowerCase();

export async function insertPerson(tx: Transaction, person: NewPerson): Promise<void> {
  const { id, organisation, name, email, language = 'en', demo = false, passwordHash } = person;
  const added = await tx.query(
    `insert into person (id, organisation, name, email, language, demo, created_at)
     values ($1, $2, $3, $4, $5, $6, now()) on conflict (email) do nothing returning id`,
    [id, organisation, name, normalEmail(email), language, demo],
  );
  if (added.length === 0) refuse('ID_TAKEN', { what: 'e-mail', id: email, owner: 'another account' });
  await tx.query('insert into credential (person, password_hash, changed_at) values ($1, $2, now())', [
    id,
    passwordHash,
  ]);
}

/** Takes back a person whose roles could not be recorded. */
export async function deletePerson(tx: Transaction, person: Id): Promise<void> {
  await tx.query('delete from session where person = $1', [person]);
  await tx.query('delete from credential where person = $1', [person]);
  await tx.query('delete from person where id = $1', [person]);
}

export async function setPassword(tx: Transaction, person: Id, passwordHash: string): Promise<void> {
  await tx.query('update credential set password_hash = $2, changed_at = now() where person = $1', [
    person,
    passwordHash,
  ]);
}

export const setLanguage = (tx: Transaction, person: Id, language: string): Promise<unknown> =>
  tx.query('update person set language = $2 where id = $1', [person, language]);

export async function setDisabled(tx: Transaction, person: Id, disabled: boolean): Promise<void> {
  await tx.query('update person set disabled = $2 where id = $1', [person, disabled]);
  if (disabled) await tx.query('delete from session where person = $1', [person]);
}

export async function isEmptyInstallation(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ empty: boolean }>('select not exists (select 1 from person) as empty');
  return row!.empty;
}

/** Where the ledger's personal data of a person lies that the organisation recorded. */
export async function personalSequences(tx: Transaction, organisation: Id, person: Id): Promise<number[]> {
  const rows = await tx.query<{ sequence: number }>(
    'select sequence from ledger_personal where owner = $1 and person = $2 order by sequence',
    [organisation, person],
  );
  return rows.map((row) => row.sequence);
}

/** Data and salt go together: what is left in the leaf says nothing any more. */
export const eraseBesideEvents = (tx: Transaction, organisation: Id, person: Id): Promise<unknown> =>
  tx.query('delete from ledger_personal where owner = $1 and person = $2', [organisation, person]);

/** Removes every trace of the person except its pseudonymous id, which the ledger's roles and audit name. */
export async function erasePersonalData(tx: Transaction, organisation: Id, person: Id): Promise<void> {
  const [known] = await tx.query<{ email: string }>('select email from person where id = $1', [person]);
  await eraseBesideEvents(tx, organisation, person);
  await tx.query('delete from session where person = $1', [person]);
  await tx.query('delete from credential where person = $1', [person]);
  await tx.query('update sign_in_log set email = null, address = null where person = $1 or email = $2', [
    person,
    known?.email,
  ]);
  await tx.query('update invitation set email = null where organisation = $1 and email = $2', [
    organisation,
    known?.email,
  ]);
  await tx.query(
    `update person set name = '', email = 'erased:' || id, disabled = true, erased_at = now() where id = $1`,
    [person],
  );
}
