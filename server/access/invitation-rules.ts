import type { Id, Organisation, Role } from '@intakt/contract';
import type { Invitation, KnownOrganisation } from './invitation-store.ts';

/** A partner that joins needs somebody who can let in the next; a colleague gets what the invitation says. */
export function rolesOnJoining({
  organisation,
  invited,
  roles,
}: Pick<Invitation, 'organisation' | 'invited' | 'roles'>): Role[] {
  return organisation === invited ? roles : [...new Set<Role>(['administrator', ...roles])];
}

/** Whoever accepts becomes the organisation, so only its reporter may invite it, and only until it speaks for itself. */
export function mayBeInvited(organisation: KnownOrganisation, by: Id): boolean {
  return organisation.id === by || organisation.registeredBy === by;
}

/** The partner's own words begin as what was reported of it; it changes them when it is in. */
export const ownRegistration = ({ id, name, roles, country, identifiers, tier }: KnownOrganisation): Organisation => ({
  organisation: id,
  name,
  roles,
  ...(country ? { country } : {}),
  ...(tier === null ? {} : { tier }),
  identifiers,
});

const MARKS = /\p{M}/gu;
/** A readable identifier from a company's name; `suffix` keeps two companies of one name apart. */
export function organisationId(name: string, suffix: string): Id {
  const plain = name.normalize('NFKD').replace(MARKS, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return slug ? `${slug}-${suffix}` : `organisation-${suffix}`;
}
