import type { Id, RecordedEvent, Role } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';

interface MembershipRow extends Row {
  person: Id;
  roles: Role[];
}

/** Replaces the person's roles; none left means that the person may do nothing any more. */
export const rolesGranted: Projection<'roles-granted'> = {
  needs: ({ data }) => [need('membership', data.organisation)],
  check: (event, rows) => {
    const { organisation, person } = event.data;
    if (!takesLastAdministrator(event, rows)) return undefined;
    const state = `the last administrator of ${organisation}`;
    return new Refusal('WRONG_STATE', {
      what: 'person',
      id: person,
      state,
      action: 'taking the role',
      needed: 'another administrator',
    });
  },
  apply: (event, rows) => {
    const { organisation, person, roles, sites } = event.data;
    rows.put('membership', {
      owner: organisation,
      person,
      roles,
      sites: sites ?? [],
      audience: event.audience,
      sequence: event.sequence,
    });
  },
};

/** Nobody could let anybody in again. */
function takesLastAdministrator({ data }: RecordedEvent<'roles-granted'>, rows: RowSet): boolean {
  if (data.roles.includes('administrator')) return false;
  const administrators = rows
    .list<MembershipRow>('membership', data.organisation)
    .filter(({ roles }) => roles.includes('administrator'));
  return administrators.length === 1 && administrators[0]!.person === data.person;
}

/** Keys and links are working data; the ledger keeps that they were issued, used or revoked. */
export const credentialChanged: Projection<'credential-changed'> = { needs: () => [], apply: () => {} };

/** The name and the salts are deleted beside the ledger; no read table ever held them. */
export const personErased: Projection<'person-erased'> = {
  needs: ({ data }) => [need('membership', data.organisation, data.person)],
  check: ({ data }, rows) =>
    rows.get('membership', data.organisation, data.person)
      ? undefined
      : new Refusal('UNKNOWN_REFERENCE', { what: 'person', id: data.person }),
  apply: () => {},
};
