import type { Id, Identifiers, Organisation, RecordedEvent } from '@intakt/contract';
import { need, type Projection, union } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { identifierProblem } from './rules.ts';

export interface OrganisationRow extends Row {
  owner: Id;
  name: string;
  roles: Organisation['roles'];
  registered_by: Id;
  audience: Id[];
}
interface SiteRow extends Row {
  owner: Id;
  id: Id;
  audience: Id[];
}

/** A company is known as a partner reports it until it speaks for itself; from then on only its own word counts. */
export const organisationRegistered: Projection<'organisation-registered'> = {
  needs: ({ data }) => [need('organisation', data.organisation)],
  check: (event, rows) => {
    const known = rows.get<OrganisationRow>('organisation', event.data.organisation);
    if (known && !event.confirmed && known.registered_by !== event.recordedBy) {
      return new Refusal('ID_TAKEN', { what: 'organisation', id: known.owner, owner: known.owner });
    }
    return identifiersInvalid(event.data.identifiers);
  },
  apply: (event, rows) => {
    const { organisation, name, roles, country, identifiers, tier } = event.data;
    rows.put('organisation', {
      owner: organisation,
      name,
      roles,
      country: country ?? null,
      identifiers: identifiers ?? {},
      tier: tier ?? null,
      registered_by: event.confirmed ? organisation : event.recordedBy,
      audience: union(rows.get<OrganisationRow>('organisation', organisation)?.audience, event.audience, [
        event.recordedBy,
      ]),
      sequence: event.sequence,
    });
  },
};

export const siteRegistered: Projection<'site-registered'> = {
  needs: ({ data }) => [need('organisation', data.owner), need('site', data.owner, data.site)],
  check: (event, rows) => {
    const { owner, site, timeZone, identifiers } = event.data;
    const organisation = rows.get<OrganisationRow>('organisation', owner);
    if (!organisation) return new Refusal('UNKNOWN_REFERENCE', { what: 'organisation', id: owner });
    if (!mayState(event, organisation, rows.get<SiteRow>('site', owner, site))) {
      return new Refusal('ID_TAKEN', { what: 'site', id: site, owner });
    }
    if (!isTimeZone(timeZone)) {
      return new Refusal('INVALID', {
        path: 'timeZone',
        problem: 'must be an IANA time zone such as Europe/Berlin',
        value: timeZone,
      });
    }
    return identifiersInvalid(identifiers);
  },
  apply: (event, rows) => {
    const { owner, site, name, kind, city, country, position, timeZone, identifiers } = event.data;
    const { workingWeekdays, holidays, dockBays } = event.data;
    rows.put('site', {
      owner,
      id: site,
      name,
      kind,
      city: city ?? null,
      country: country ?? null,
      longitude: position?.longitude ?? null,
      latitude: position?.latitude ?? null,
      time_zone: timeZone,
      identifiers: identifiers ?? {},
      working_weekdays: workingWeekdays ?? [1, 2, 3, 4, 5],
      holidays: holidays ?? [],
      dock_bays: dockBays ?? null,
      audience: union(rows.get<SiteRow>('site', owner, site)?.audience, event.audience, [event.recordedBy]),
      sequence: event.sequence,
    });
  },
};

/**
 * A partner may add a site that its messages name. It may correct its report as long as the owner has not
 * joined and nobody else relies on it.
 */
function mayState(
  event: RecordedEvent<'site-registered'>,
  organisation: OrganisationRow,
  known: SiteRow | undefined,
): boolean {
  if (event.confirmed || !known) return true;
  const joined = organisation.registered_by === organisation.owner;
  return !joined && known.audience.every((reader) => reader === known.owner || reader === event.recordedBy);
}

function identifiersInvalid(identifiers: Identifiers | undefined): Refusal | undefined {
  const found = identifierProblem(identifiers ?? {});
  return found && new Refusal('INVALID', found);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Lets organisations read a row in addition to those that may already. */
export function disclose(rows: RowSet, table: string, row: Row | undefined, readers: Id[]): void {
  if (!row) return;
  const audience = union(row.audience as Id[], readers);
  if (audience.length > (row.audience as Id[]).length) rows.put(table, { ...row, audience });
}
