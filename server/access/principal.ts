import type { Id, Role } from '@intakt/contract';
import type { Principal as DatabasePrincipal } from '@intakt/database';

/** Who asks: found once per request from the session cookie, the API key, the device key or the link. */
export type Principal =
  | { kind: 'person'; organisation: Id; person: Id; roles: Role[]; sites: Id[]; session: string }
  | { kind: 'organisation'; organisation: Id; apiKey: Id; roles: Role[] }
  | { kind: 'device'; organisation: Id; device: Id }
  | { kind: 'link'; organisation: Id; link: Id; object: string };

/** How row security knows this principal. */
export function databasePrincipal(who: Principal): DatabasePrincipal {
  switch (who.kind) {
    case 'person':
      return { kind: 'person', org: who.organisation, person: who.person, sites: who.sites };
    case 'organisation':
      return { kind: 'organisation', org: who.organisation };
    case 'device':
      return { kind: 'device', org: who.organisation, device: who.device };
    case 'link':
      return { kind: 'link', link: who.link, object: who.object };
  }
}
