import type { AgreementTerm, Id, Identifiers, Instant, IsoDay, Role, TransportMode } from '@intakt/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask, askList, tell } from '../../api.ts';
import { noticeServerNow } from '../../shell/clock.ts';

export interface Me {
  organisation: { id: Id; name: string; roles: string[] };
  person?: { id: Id; name: string; email: string; language: string };
  roles: Role[];
  sites: Id[];
  kind: string;
  demo: boolean;
  now: Instant;
  today: IsoDay;
  features: { oidc?: { name: string }; tileUrl?: string };
}
export interface DemoAccount {
  email: string;
  name: string;
  organisation: string;
  role: string;
  password: string;
}
export interface SignInOptions {
  demo: DemoAccount[];
  oidc?: { name: string };
}
export interface Organisation {
  id: Id;
  name: string;
  roles: string[];
  country?: string | null;
  identifiers?: Identifiers;
  tier?: number | null;
}
export interface Site {
  id: Id;
  owner: Id;
  name: string;
  kind: string;
  city?: string | null;
  country?: string | null;
  position?: { longitude: number; latitude: number } | null;
  timeZone: string;
  identifiers?: Identifiers;
  workingWeekdays?: number[];
  holidays?: IsoDay[];
}
export interface Part {
  id: Id;
  owner: Id;
  number: string;
  description?: string | null;
  unit: string;
  massKg?: number | null;
  packaging?: Id | null;
  quantityPerPack?: number | null;
  family?: string | null;
  myNumber: string;
  numbers: { organisation: Id; number: string }[];
}
export interface Lane {
  id: Id;
  supplier: Id;
  customer: Id;
  part: Id;
  from: Id;
  to: Id;
  carrier?: Id | null;
  mode: TransportMode;
  leadTimeDays: number;
  incoterm?: string | null;
  minimumQuantity?: number | null;
  roundingQuantity?: number | null;
  confirmed?: boolean;
  endsOn?: IsoDay | null;
}
export interface Agreement {
  id: Id;
  proposer: Id;
  counterparty: Id;
  title: string;
  terms: AgreementTerm[];
  coversFrom: IsoDay;
  state: 'proposed' | 'accepted' | 'revoked';
  proposedAt: Instant;
  decidedAt?: Instant | null;
  revokedAt?: Instant | null;
  revokedBy?: Id | null;
  reason?: string | null;
}
export interface Partner {
  organisation: Organisation;
  relations: string[];
  lanes: number;
  sites: number;
  give: AgreementTerm[];
  get: AgreementTerm[];
  proposals: number;
}
export interface Person {
  id: Id;
  name: string;
  email: string;
  language: string;
  disabled: boolean;
  erasedAt?: Instant | null;
  roles: Role[];
  sites: Id[];
}
export interface Credential {
  id: Id;
  name: string;
  roles?: Role[];
  createdAt: Instant;
  revokedAt?: Instant | null;
}
export interface Invitation {
  id: Id;
  invited: string;
  email?: string | null;
  roles: Role[];
  createdAt: Instant;
  expiresAt: Instant;
  acceptedAt?: Instant | null;
  revokedAt?: Instant | null;
}
export interface AuditRow {
  at: Instant;
  kind: string;
  person?: string | null;
  email?: string | null;
  outcome?: string | null;
  method?: string | null;
  address?: string | null;
  detail?: string | null;
}

async function fetchMe(): Promise<Me> {
  const me = await ask<Me>('/api/me');
  noticeServerNow(me.now);
  return me;
}

const LASTING = { staleTime: 5 * 60_000 } as const;
/** More parts than this are searched on the server; names for them are asked for as they appear. */
const PART_LIMIT = 5000;

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: fetchMe, ...LASTING, retry: false });
export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: () => ask<SignInOptions>('/api/sign-in/options'),
});
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: () => askList<Organisation>('/api/organisations'),
  ...LASTING,
});
export const sitesQuery = queryOptions({ queryKey: ['sites'], queryFn: () => askList<Site>('/api/sites'), ...LASTING });
export const partsQuery = queryOptions({
  queryKey: ['parts'],
  queryFn: () => askList<Part>('/api/parts', { limit: PART_LIMIT }),
  ...LASTING,
});
export const lanesQuery = queryOptions({ queryKey: ['lanes'], queryFn: () => askList<Lane>('/api/lanes'), ...LASTING });
export const agreementsQuery = queryOptions({
  queryKey: ['agreements'],
  queryFn: () => askList<Agreement>('/api/agreements'),
});
export const partnersQuery = queryOptions({ queryKey: ['partners'], queryFn: () => askList<Partner>('/api/partners') });
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: () => askList<Person>('/api/people') });
export const apiKeysQuery = queryOptions({
  queryKey: ['credentials', 'api-keys'],
  queryFn: () => askList<Credential>('/api/api-keys'),
});
export const devicesQuery = queryOptions({
  queryKey: ['credentials', 'devices'],
  queryFn: () => askList<Credential>('/api/devices'),
});
export const invitationsQuery = queryOptions({
  queryKey: ['credentials', 'invitations'],
  queryFn: () => askList<Invitation>('/api/invitations'),
});
export const auditQuery = queryOptions({ queryKey: ['audit'], queryFn: () => askList<AuditRow>('/api/audit') });
export const setupQuery = (token: string) =>
  queryOptions({
    queryKey: ['setup', token],
    queryFn: () => ask<{ ok: boolean }>(`/api/setup/${token}`),
    retry: false,
  });
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => ask<{ organisation: string; invitedBy?: string; email?: string }>(`/api/invitations/${token}`),
    retry: false,
  });

export const useMe = (): Me | undefined => useQuery(meQuery).data;

export const signIn = (email: string, password: string): Promise<unknown> =>
  tell('POST', '/api/sign-in', { email, password });
export const signOut = (): Promise<unknown> => tell('POST', '/api/sign-out');
export const changeLanguage = (language: string): Promise<unknown> => tell('PATCH', '/api/me', { language });
export const setUp = (token: string, body: object): Promise<unknown> => tell('POST', `/api/setup/${token}`, body);
export const acceptInvitation = (token: string, body: object): Promise<unknown> =>
  tell('POST', `/api/invitations/${token}/accept`, body);

export const proposeAgreement = (proposal: object): Promise<unknown> => tell('POST', '/api/agreements', proposal);
export const acceptAgreement = (id: Id): Promise<unknown> => tell('POST', `/api/agreements/${id}/accept`);
export const revokeAgreement = (id: Id, reason?: string): Promise<unknown> =>
  tell('POST', `/api/agreements/${id}/revoke`, { reason });

export const addPerson = (body: object): Promise<unknown> => tell('POST', '/api/people', body);
export const grantRoles = (id: Id, roles: Role[], sites: Id[]): Promise<unknown> =>
  tell('PUT', `/api/people/${id}/roles`, { roles, sites });
export const disablePerson = (id: Id): Promise<unknown> => tell('POST', `/api/people/${id}/disable`);
export const erasePerson = (id: Id): Promise<unknown> => tell('POST', `/api/people/${id}/erase`);
export const issueKey = (kind: 'api-keys' | 'devices', body: object): Promise<{ id: Id; token: string }> =>
  tell('POST', `/api/${kind}`, body);
export const revokeKey = (kind: 'api-keys' | 'devices', id: Id): Promise<unknown> =>
  tell('DELETE', `/api/${kind}/${id}`);
export const invite = (body: object): Promise<{ id: Id; url: string }> => tell('POST', '/api/invitations', body);
export const withdrawInvitation = (id: Id): Promise<unknown> => tell('DELETE', `/api/invitations/${id}`);
export const saveSite = (id: Id, body: object): Promise<unknown> => tell('PUT', `/api/sites/${id}`, body);
export const savePart = (id: Id, body: object): Promise<unknown> => tell('PUT', `/api/parts/${id}`, body);
export const saveOwnNumber = (part: Id, number: string): Promise<unknown> =>
  tell('PUT', `/api/parts/${part}/numbers`, { number });
