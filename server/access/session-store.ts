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

export async function findAccount(tx: Transaction, email: string): Promise<Account | undefined> {
  const [row] = await tx.query<Account>(
    `select p.id as person, p.organisation, c.password_hash as "passwordHash"
       from person p join credential c on c.person = p.id
      where p.email = $1 and not p.disabled and p.erased_at is null`,
    [email],
  );
  return row;
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
