import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { newToken, tokenHash } from './secrets.ts';

export async function openSession(
  tx: Transaction,
  { person, organisation }: { person: Id; organisation: Id },
): Promise<string> {
  const token = newToken('session');
  await tx.query(
    `delete from session where person = $1 and (expires_at < now() or seen_at < now() - interval '12 hours')`,
    [person],
  );
  await tx.query(
    `insert into session (token_hash, person, organisation, created_at, expires_at, seen_at)
     values ($1, $2, $3, now(), now() + interval '30 days', now())`,
    [tokenHash(token), person, organisation],
  );
  return token;
}

export const closeSession = (tx: Transaction, session: string): Promise<unknown> =>
  tx.query('delete from session where token_hash = $1', [session]);

/** All sessions of a person, or all but the one that asks. */
export const closeSessions = (tx: Transaction, person: Id, but = ''): Promise<unknown> =>
  tx.query('delete from session where person = $1 and token_hash <> $2', [person, but]);

export interface Account {
  person: Id;
  organisation: Id;
  passwordHash: string | null;
}

export const findAccount = (tx: Transaction, email: string): Promise<Account | undefined> =>
  findAccountBy(tx, 'p.email = $1', email);
export const findAccountOf = (tx: Transaction, person: Id): Promise<Account | undefined> =>
  findAccountBy(tx, 'p.id = $1', person);

async function findAccountBy(tx: Transaction, condition: string, value: string): Promise<Account | undefined> {
  const [row] = await tx.query<Account>(
    `select p.id as person, p.organisation, c.password_hash as "passwordHash"
       from person p join credential c on c.person = p.id
      where ${condition} and not p.disabled and p.erased_at is null`,
    [value],
  );
  return row;
}

/** Sessions whose time is over; nobody asks with them any more, but a feed of theirs may still be open. */
export async function deleteExpiredSessions(tx: Transaction): Promise<string[]> {
  const rows = await tx.query<{ session: string }>(
    `delete from session where expires_at < now() or seen_at < now() - interval '12 hours' returning token_hash as session`,
  );
  return rows.map(({ session }) => session);
}

export interface SignInRecord {
  organisation?: Id;
  person?: Id;
  email?: string;
  outcome: 'signed-in' | 'failed' | 'signed-out' | 'disabled' | 'enabled' | 'password-changed';
  method: 'password' | 'oidc' | 'invitation' | 'setup' | 'session' | 'administrator';
  address?: string;
  at: Instant;
}

export const logSignIn = (tx: Transaction, record: SignInRecord): Promise<unknown> =>
  tx.query(
    `insert into sign_in_log (organisation, person, email, outcome, method, address, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [record.organisation, record.person, record.email, record.outcome, record.method, record.address, record.at],
  );

/** A failed attempt belongs to the organisation whose account it tried, so that its administrator sees it. */
export async function organisationOf(tx: Transaction, email: string): Promise<Id | undefined> {
  const [row] = await tx.query<{ organisation: Id }>('select organisation from person where email = $1', [email]);
  return row?.organisation;
}
