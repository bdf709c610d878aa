import type { Id, Instant, Role } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

const MAX_LISTED = 1000;

export interface Issue {
  id: Id;
  organisation: Id;
  hash: string;
  by: Id | undefined;
}
export interface ListedCredential {
  id: Id;
  createdAt: Instant;
  revokedAt: Instant | null;
}
type Listing<T> = (tx: Transaction) => Promise<T[]>;

export const insertApiKey = (
  tx: Transaction,
  { id, organisation, hash, by }: Issue,
  name: string,
  roles: Role[],
): Promise<unknown> =>
  tx.query(
    `insert into api_key (id, organisation, name, token_hash, roles, created_by, created_at) values ($1, $2, $3, $4, $5, $6, now())`,
    [id, organisation, name, hash, roles, by ?? 'api-key'],
  );

export const insertDevice = (tx: Transaction, { id, organisation, hash }: Issue, name: string): Promise<unknown> =>
  tx.query(`insert into device (id, organisation, name, token_hash, created_at) values ($1, $2, $3, $4, now())`, [
    id,
    organisation,
    name,
    hash,
  ]);

export const insertLink = (
  tx: Transaction,
  { id, organisation, hash, by }: Issue,
  object: string,
  hours: number,
): Promise<unknown> =>
  tx.query(
    `insert into link (id, organisation, object, token_hash, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, now(), now() + make_interval(hours => $6))`,
    [id, organisation, object, hash, by ?? null, hours],
  );

export const listApiKeys: Listing<ListedCredential & { name: string; roles: Role[] }> = (tx) =>
  tx.query(
    `select id, name, roles, created_at as "createdAt", revoked_at as "revokedAt" from api_key order by created_at desc, id limit ${MAX_LISTED}`,
  );

export const listDevices: Listing<ListedCredential & { name: string; shipment: Id | null }> = (tx) =>
  tx.query(
    `select id, name, shipment, created_at as "createdAt", revoked_at as "revokedAt" from device order by created_at desc, id limit ${MAX_LISTED}`,
  );

export const listLinks: Listing<ListedCredential & { object: string; expiresAt: Instant }> = (tx) =>
  tx.query(
    `select id, object, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"
       from link order by created_at desc, id limit ${MAX_LISTED}`,
  );

/** False when the organisation has no such device, or no longer. */
export async function assignDevice(
  tx: Transaction,
  { id, organisation, shipment }: { id: Id; organisation: Id; shipment: Id | null },
): Promise<boolean> {
  const assigned = await tx.query(
    'update device set shipment = $3 where id = $1 and organisation = $2 and revoked_at is null returning id',
    [id, organisation, shipment],
  );
  return assigned.length > 0;
}

/** False when there is no such credential of the organisation, or it was revoked before. */
export async function revoke(
  tx: Transaction,
  table: 'api_key' | 'device' | 'link',
  organisation: Id,
  id: Id,
): Promise<boolean> {
  const revoked = await tx.query(
    `update ${table} set revoked_at = now() where id = $1 and organisation = $2 and revoked_at is null returning id`,
    [id, organisation],
  );
  return revoked.length > 0;
}

/** Whose shipments with this id the caller may read: a link may only be made for one of them. */
export async function findShipmentOwners(tx: Transaction, id: Id, owner: Id | undefined): Promise<Id[]> {
  const found = await tx.query<{ owner: Id }>(
    `select owner from (select owner from shipment where id = $1 union select owner from consignment where shipment = $1) s
      where $2::text is null or owner = $2 order by owner`,
    [id, owner ?? null],
  );
  return found.map((row) => row.owner);
}

export const isOwnSite = async (tx: Transaction, owner: Id, id: Id): Promise<boolean> =>
  (await tx.query('select 1 from site where owner = $1 and id = $2', [owner, id])).length > 0;
