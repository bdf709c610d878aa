import type { Id, Identifiers, Instant, Organisation, Role } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

export interface Invitation {
  id: Id;
  /** Who invites. */
  organisation: Id;
  /** Who is invited: a partner, or one's own organisation for a colleague. */
  invited: Id;
  email: string | null;
  roles: Role[];
  createdAt: Instant;
  expiresAt: Instant;
  acceptedAt: Instant | null;
  revokedAt: Instant | null;
}
const COLUMNS = `id, organisation, invited, email, roles, created_at as "createdAt", expires_at as "expiresAt",
  accepted_at as "acceptedAt", revoked_at as "revokedAt"`;
const OPEN = 'accepted_at is null and revoked_at is null and expires_at > now()';

export const listInvitations = (tx: Transaction): Promise<Invitation[]> =>
  tx.query<Invitation>(`select ${COLUMNS} from invitation order by created_at desc, id limit 1000`);

export interface NewInvitation {
  id: Id;
  organisation: Id;
  invited: Id;
  email: string | undefined;
  roles: Role[];
  hash: string;
  by: Id | undefined;
}

export const insertInvitation = (
  tx: Transaction,
  { id, organisation, invited, email, roles, hash, by }: NewInvitation,
): Promise<unknown> =>
  tx.query(
    `insert into invitation (id, organisation, invited, email, roles, token_hash, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, now(), now() + interval '14 days')`,
    [id, organisation, invited, email ?? null, roles, hash, by ?? null],
  );

export async function findOpenInvitation(tx: Transaction, hash: string): Promise<Invitation | undefined> {
  const [row] = await tx.query<Invitation>(`select ${COLUMNS} from invitation where token_hash = $1 and ${OPEN}`, [
    hash,
  ]);
  return row;
}

/** True for exactly one of two who accept at the same moment. */
export async function claimInvitation(tx: Transaction, id: Id): Promise<boolean> {
  return (
    (await tx.query(`update invitation set accepted_at = now() where id = $1 and ${OPEN} returning id`, [id])).length >
    0
  );
}

export const releaseInvitation = (tx: Transaction, id: Id): Promise<unknown> =>
  tx.query('update invitation set accepted_at = null where id = $1', [id]);

export async function revokeInvitation(tx: Transaction, organisation: Id, id: Id): Promise<boolean> {
  const revoked = await tx.query(
    `update invitation set revoked_at = now() where id = $1 and organisation = $2 and ${OPEN} returning id`,
    [id, organisation],
  );
  return revoked.length > 0;
}

export interface KnownOrganisation {
  id: Id;
  name: string;
  roles: Organisation['roles'];
  country: string | null;
  identifiers: Identifiers;
  tier: number | null;
  registeredBy: Id;
}

export async function findOrganisation(tx: Transaction, id: Id): Promise<KnownOrganisation | undefined> {
  const [row] = await tx.query<KnownOrganisation>(
    `select owner as id, name, roles, country, identifiers, tier, registered_by as "registeredBy" from organisation where owner = $1`,
    [id],
  );
  return row;
}
