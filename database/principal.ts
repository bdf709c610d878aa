import pg from 'pg';
import type { Principal } from './database.ts';

/** The role of a request: no superuser, not the owner of a table, subject to every policy. */
export const REQUEST_ROLE = 'intakt_request';
/** The role of the live feed, which reads for several organisations at once. */
export const FEED_ROLE = 'intakt_feed';

const SETTINGS = ['kind', 'org', 'person', 'device', 'link', 'object', 'sites', 'orgs'] as const;
type Settings = Partial<Record<(typeof SETTINGS)[number], string>>;

/**
 * The opening of a principal's transaction, in one round trip. All settings are given each time, empty where they do not
 * apply, so that nothing of an earlier transaction on the same connection is left.
 */
export function openingStatement(who: Principal, readOnly: boolean): string {
  const settings = settingsOf(who);
  const role = who.kind === 'feed' ? FEED_ROLE : REQUEST_ROLE;
  const calls = SETTINGS.map((name) => setLocal(`app.${name}`, settings[name] ?? ''));
  return `begin${readOnly ? ' read only' : ''};select ${[setLocal('role', role), ...calls].join(',')}`;
}

/** A simple query takes no parameters; the driver's own literal quoting keeps an id from becoming SQL. */
function setLocal(name: string, value: string): string {
  if (value.includes('\0')) throw new Error(`A principal's ${name} holds a NUL character.`);
  return `set_config(${pg.escapeLiteral(name)},${pg.escapeLiteral(value)},true)`;
}

function settingsOf(who: Principal): Settings {
  switch (who.kind) {
    case 'organisation':
      return { kind: who.kind, org: who.org, sites: list(who.sites ?? []) };
    case 'person':
      return { kind: who.kind, org: who.org, person: who.person ?? '', sites: list(who.sites ?? []) };
    case 'device':
      return { kind: who.kind, org: who.org, device: who.device };
    case 'link':
      return { kind: who.kind, link: who.link, object: who.object };
    case 'feed':
      return { kind: who.kind, orgs: list(who.orgs) };
  }
}

function list(ids: string[]): string {
  const broken = ids.find((id) => id === '' || id.includes(','));
  if (broken !== undefined) throw new Error(`The id '${broken}' cannot stand in a comma list.`);
  return ids.join(',');
}
