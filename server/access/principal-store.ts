import type { Id, Role } from '@intakt/contract';
import type { Database, Transaction } from '@intakt/database';
import type { Principal } from './principal.ts';
import type { TokenKind } from './secrets.ts';

type Lookup = (tx: Transaction, hash: string) => Promise<Principal | undefined>;

/** Whom a token stands for, if it is valid now. Times are the database's own, the same for every server. */
export function findPrincipal(db: Database, kind: TokenKind, hash: string): Promise<Principal | undefined> {
  const lookUp = LOOKUPS[kind];
  return lookUp ? db.system((tx) => lookUp(tx, hash)) : Promise.resolve(undefined);
}

const LOOKUPS: Partial<Record<TokenKind, Lookup>> = {
  session: findSession,
  apiKey: findApiKey,
  device: findDevice,
  link: findLink,
};

interface SessionRow {
  person: Id;
  organisation: Id;
  roles: Role[] | null;
  sites: Id[] | null;
  stale: boolean;
}

async function findSession(tx: Transaction, hash: string): Promise<Principal | undefined> {
  const [row] = await tx.query<SessionRow>(
    `select s.person, s.organisation, m.roles, m.sites, s.seen_at < now() - interval '1 minute' as stale
       from session s
       join person p on p.id = s.person and not p.disabled and p.erased_at is null
       left join membership m on m.owner = s.organisation and m.person = s.person
      where s.token_hash = $1 and s.expires_at > now() and s.seen_at > now() - interval '12 hours'`,
    [hash],
  );
  if (!row) return undefined;
  if (row.stale) await tx.query('update session set seen_at = now() where token_hash = $1', [hash]);
  const { person, organisation, roles, sites } = row;
  return { kind: 'person', organisation, person, roles: roles ?? [], sites: sites ?? [], session: hash };
}

async function findApiKey(tx: Transaction, hash: string): Promise<Principal | undefined> {
  const [row] = await tx.query<{ id: Id; organisation: Id; roles: Role[] }>(
    'select id, organisation, roles from api_key where token_hash = $1 and revoked_at is null',
    [hash],
  );
  return row && { kind: 'organisation', organisation: row.organisation, apiKey: row.id, roles: row.roles };
}

async function findDevice(tx: Transaction, hash: string): Promise<Principal | undefined> {
  const [row] = await tx.query<{ id: Id; organisation: Id }>(
    'select id, organisation from device where token_hash = $1 and revoked_at is null',
    [hash],
  );
  return row && { kind: 'device', organisation: row.organisation, device: row.id };
}

async function findLink(tx: Transaction, hash: string): Promise<Principal | undefined> {
  const [row] = await tx.query<{ id: Id; organisation: Id; object: string }>(
    'select id, organisation, object from link where token_hash = $1 and revoked_at is null and expires_at > now()',
    [hash],
  );
  return row && { kind: 'link', organisation: row.organisation, link: row.id, object: row.object };
}
