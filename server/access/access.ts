import type { EventType, Id, Role } from '@intakt/contract';
import { refuse } from '../refuse.ts';
import type { Principal } from './principal.ts';

/** A person of an organisation, or the organisation itself by an API key: who may hold roles. */
export type Member = Extract<Principal, { kind: 'person' | 'organisation' }>;

/** Who manages people, keys and links. What each capability allows stands in its own access.ts. */
export const may = {
  managePeople: (who: Principal): Member => requireRole(who, 'manage people', 'administrator'),
  manageKeys: (who: Principal): Member => requireRole(who, 'manage API keys', 'administrator'),
  manageDevices: (who: Principal): Member => requireRole(who, 'manage devices', 'administrator', 'dispatcher'),
  shareByLink: (who: Principal): Member =>
    requireRole(who, 'share by link', 'administrator', 'manager', 'planner', 'dispatcher', 'gate'),
  inviteColleagues: (who: Principal): Member => requireRole(who, 'invite colleagues', 'administrator'),
  invitePartners: (who: Principal): Member =>
    requireRole(who, 'invite partners', 'administrator', 'manager', 'planner'),
  readAudit: (who: Principal): Member => requireRole(who, 'read the audit', 'administrator'),
};

/** Who keeps the master data, and who decides what is shared. */
export const MASTER_DATA_ROLES: Role[] = ['planner', 'manager', 'administrator'];
export const SHARING_ROLES: Role[] = ['manager', 'administrator'];
export const MAPPING_ROLES: Role[] = ['planner', 'dispatcher', 'manager', 'administrator'];

/** Roles that may record each kind of network event; every other event needs any role at all. */
const RECORDERS: Partial<Record<EventType, Role[]>> = {
  'organisation-registered': MASTER_DATA_ROLES,
  'site-registered': MASTER_DATA_ROLES,
  'packaging-registered': MASTER_DATA_ROLES,
  'part-registered': MASTER_DATA_ROLES,
  'part-numbered': MASTER_DATA_ROLES,
  'bill-of-material-registered': MASTER_DATA_ROLES,
  'lane-agreed': MASTER_DATA_ROLES,
  'lane-ended': MASTER_DATA_ROLES,
  'identifier-mapped': MAPPING_ROLES,
  'agreement-proposed': SHARING_ROLES,
  'agreement-accepted': SHARING_ROLES,
  'agreement-revoked': SHARING_ROLES,
  'roles-granted': ['administrator'],
  'demand-committed': MASTER_DATA_ROLES,
  'proposal-answered': MASTER_DATA_ROLES,
  'release-changed': MASTER_DATA_ROLES,
  'capacity-stated': MASTER_DATA_ROLES,
  'capacity-resources-stated': MASTER_DATA_ROLES,
  'capacity-withdrawn': MASTER_DATA_ROLES,
  'exception-option-chosen': ['planner', 'dispatcher', 'manager', 'administrator'],
};

/** These change secrets beside the ledger as well, so they have routes of their own and no other way in. */
const BY_OWN_ROUTE: readonly EventType[] = ['credential-changed', 'person-erased', 'attachments-erased'];

/** For a door that takes events of any kind. */
export function mayRecord(who: Principal, type: EventType): Member {
  if (BY_OWN_ROUTE.includes(type)) {
    return refuse('NOT_ALLOWED', { who: describe(who), what: `record ${type}`, needed: 'the address made for it' });
  }
  return requireRole(who, `record ${type}`, ...(RECORDERS[type] ?? []));
}

/** A device reports where it is; it reads nothing but who it is. */
const ROUTES_OF_DEVICES = ['GET /api/me', 'POST /api/positions', 'POST /api/telemetry', 'POST /api/telemetry/traccar'];
/** A link opens the one object it was made for; row security shows it nothing else. */
const ROUTES_OF_LINKS = [
  'GET /api/me',
  'GET /api/map',
  'GET /api/shipments/:id',
  'GET /api/driver',
  'POST /api/driver/reports',
  'GET /api/link',
  'POST /api/link/steps',
  'POST /api/link/positions',
];

/** People and API keys reach every address; what they may do there is for the route to say. */
export function mayReach(who: Principal, method: string, route: string): boolean {
  if (who.kind === 'device') return ROUTES_OF_DEVICES.includes(`${method} ${route}`);
  if (who.kind === 'link') return ROUTES_OF_LINKS.includes(`${method} ${route}`);
  return true;
}

/** Refuses unless the caller holds one of the roles; no role named means any role. */
export function requireRole(who: Principal, what: string, ...roles: Role[]): Member {
  const member = requireMember(who, what);
  const enough = roles.length === 0 ? member.roles.length > 0 : roles.some((role) => member.roles.includes(role));
  if (enough) return member;
  return refuse('NOT_ALLOWED', {
    who: describe(who),
    what,
    needed: roles.length > 0 ? roles.join(' or ') : 'any role',
  });
}

export function requireMember(who: Principal, what: string): Member {
  if (who.kind === 'person' || who.kind === 'organisation') return who;
  return refuse('NOT_ALLOWED', { who: describe(who), what, needed: 'a person or an API key' });
}

/** The person behind the request, where there is one; keys act for the organisation. */
export const personOf = (who: Principal): Id | undefined => (who.kind === 'person' ? who.person : undefined);

function describe(who: Principal): string {
  if (who.kind === 'person' || who.kind === 'organisation') {
    const subject = who.kind === 'person' ? 'A person' : 'An API key';
    return `${subject} ${who.roles.length > 0 ? `with the roles ${who.roles.join(', ')}` : 'without any role'}`;
  }
  return who.kind === 'device' ? 'A device' : 'A link';
}
