import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { KeptProfile, PartnerProfile } from './profile.ts';

export interface PartnerRow {
  partner: Id;
  name: string;
  country: string | null;
  profile: PartnerProfile | null;
  changedAt: Instant | null;
}

/** Every company that the reader knows, with its profile where there is one. */
export const listPartners = (tx: Transaction, own: Id): Promise<PartnerRow[]> =>
  tx.query<PartnerRow>(
    `select o.owner as partner, o.name, o.country, p.profile, p.changed_at as "changedAt"
     from organisation o left join partner_profile p on p.owner = $1 and p.partner = o.owner
     where o.owner <> $1 order by o.name, o.owner limit 5000`,
    [own],
  );

export async function findPartner(tx: Transaction, own: Id, partner: Id): Promise<PartnerRow | undefined> {
  const rows = await tx.query<PartnerRow>(
    `select o.owner as partner, o.name, o.country, p.profile, p.changed_at as "changedAt"
     from organisation o left join partner_profile p on p.owner = $1 and p.partner = o.owner where o.owner = $2`,
    [own, partner],
  );
  return rows[0];
}

export async function saveProfile(
  tx: Transaction,
  { owner, partner, profile }: KeptProfile,
  change: { at: Instant; by: Id | undefined; secret: string | undefined },
): Promise<void> {
  await tx.query(
    `insert into partner_profile (owner, partner, profile, secret, changed_at, changed_by) values ($1, $2, $3::jsonb, $4, $5, $6)
     on conflict (owner, partner) do update set profile = excluded.profile, secret = coalesce(excluded.secret, partner_profile.secret),
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [owner, partner, JSON.stringify(profile), change.secret ?? null, change.at, change.by ?? null],
  );
}

/** Back to the defaults. */
export const removeProfile = (tx: Transaction, owner: Id, partner: Id): Promise<unknown> =>
  tx.query('delete from partner_profile where owner = $1 and partner = $2', [owner, partner]);

export async function findSecret(tx: Transaction, owner: Id, partner: Id): Promise<string | undefined> {
  const [row] = await tx.query<{ secret: string | null }>(
    'select secret from partner_profile where owner = $1 and partner = $2',
    [owner, partner],
  );
  return row?.secret ?? undefined;
}

/** Profiles that ask for messages of their own accord, by owner and partner. */
export const profilesThatSend = (tx: Transaction): Promise<KeptProfile[]> =>
  tx.query<KeptProfile>(
    `select owner, partner, profile from partner_profile where jsonb_array_length(profile -> 'sends') > 0`,
  );
