import type { Id, Role } from '@intakt/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf } from '../../api.ts';
import { noticeServerNow } from '../../shell/clock.ts';

export type Me = AnswerOf<'/api/me', 'get'>;
export type DemoAccount = AnswerOf<'/api/sign-in/options', 'get'>['demo'][number];
export type Organisation = AnswerOf<'/api/organisations', 'get'>['organisations'][number];
export type Site = AnswerOf<'/api/sites', 'get'>['sites'][number];
export type Part = AnswerOf<'/api/parts', 'get'>['parts'][number];
export type Packaging = AnswerOf<'/api/packagings', 'get'>['packagings'][number];
export type Lane = AnswerOf<'/api/lanes', 'get'>['lanes'][number];
export type Agreement = AnswerOf<'/api/agreements', 'get'>['agreements'][number];
export type Partner = AnswerOf<'/api/partners', 'get'>['partners'][number];
export type Person = AnswerOf<'/api/people', 'get'>['people'][number];
export type Invitation = AnswerOf<'/api/invitations', 'get'>['invitations'][number];
export type AuditRow = AnswerOf<'/api/audit', 'get'>['audit'][number];
type ApiKey = AnswerOf<'/api/api-keys', 'get'>['apiKeys'][number];
type Device = AnswerOf<'/api/devices', 'get'>['devices'][number];
/** A key has roles, a device may travel with a shipment. */
export type Credential = Omit<Device, 'shipment'> & Partial<Pick<ApiKey, 'roles'> & Pick<Device, 'shipment'>>;

async function fetchMe(): Promise<Me> {
  const me = await answered(api.GET('/api/me'));
  noticeServerNow(me.now);
  return me;
}

const LASTING = { staleTime: 5 * 60_000 } as const;
/** More parts than this are searched on the server; names for them are asked for as they appear. */
const PART_LIMIT = 5000;

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: fetchMe, ...LASTING, retry: false });
export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: () => answered(api.GET('/api/sign-in/options')),
});
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: async () => (await answered(api.GET('/api/organisations'))).organisations,
  ...LASTING,
});
export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: async () => (await answered(api.GET('/api/sites'))).sites,
  ...LASTING,
});
export const partsQuery = queryOptions({
  queryKey: ['parts'],
  queryFn: async () => (await answered(api.GET('/api/parts', { params: { query: { limit: PART_LIMIT } } }))).parts,
  ...LASTING,
});
export const packagingsQuery = queryOptions({
  queryKey: ['packagings'],
  queryFn: async () => (await answered(api.GET('/api/packagings'))).packagings,
  ...LASTING,
});
export const lanesQuery = queryOptions({
  queryKey: ['lanes'],
  queryFn: async () => (await answered(api.GET('/api/lanes'))).lanes,
  ...LASTING,
});
export const agreementsQuery = queryOptions({
  queryKey: ['agreements'],
  queryFn: async () => (await answered(api.GET('/api/agreements'))).agreements,
});
export const partnersQuery = queryOptions({
  queryKey: ['partners'],
  queryFn: async () => (await answered(api.GET('/api/partners'))).partners,
});
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async () => (await answered(api.GET('/api/people'))).people,
});
export const apiKeysQuery = queryOptions({
  queryKey: ['credentials', 'api-keys'],
  queryFn: async (): Promise<Credential[]> => (await answered(api.GET('/api/api-keys'))).apiKeys,
});
export const devicesQuery = queryOptions({
  queryKey: ['credentials', 'devices'],
  queryFn: async (): Promise<Credential[]> => (await answered(api.GET('/api/devices'))).devices,
});
export const invitationsQuery = queryOptions({
  queryKey: ['credentials', 'invitations'],
  queryFn: async () => (await answered(api.GET('/api/invitations'))).invitations,
});
export const auditQuery = queryOptions({
  queryKey: ['audit'],
  queryFn: async () => (await answered(api.GET('/api/audit'))).audit,
});
export const setupQuery = (token: string) =>
  queryOptions({
    queryKey: ['setup', token],
    queryFn: () => answered(api.GET('/api/setup/{token}', { params: { path: { token } } })),
    retry: false,
  });
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => answered(api.GET('/api/invitations/{token}', { params: { path: { token } } })),
    retry: false,
  });

export const useMe = (): Me | undefined => useQuery(meQuery).data;

export const signIn = (email: string, password: string): Promise<unknown> =>
  api.POST('/api/sign-in', { body: { email, password } });
export const signOut = (): Promise<unknown> => api.POST('/api/sign-out');
export const changeLanguage = (language: BodyOf<'/api/me', 'patch'>['language']): Promise<unknown> =>
  api.PATCH('/api/me', { body: { language } });
export const setUp = (token: string, body: BodyOf<'/api/setup/{token}', 'post'>): Promise<unknown> =>
  api.POST('/api/setup/{token}', { params: { path: { token } }, body });
export const acceptInvitation = (
  token: string,
  body: BodyOf<'/api/invitations/{token}/accept', 'post'>,
): Promise<unknown> => api.POST('/api/invitations/{token}/accept', { params: { path: { token } }, body });

export const proposeAgreement = (body: BodyOf<'/api/agreements', 'post'>): Promise<unknown> =>
  api.POST('/api/agreements', { body });
export const acceptAgreement = (id: Id): Promise<unknown> =>
  api.POST('/api/agreements/{id}/accept', { params: { path: { id } }, body: {} });
export const revokeAgreement = (id: Id, reason?: string): Promise<unknown> =>
  api.POST('/api/agreements/{id}/revoke', { params: { path: { id } }, body: { reason } });

export const addPerson = (body: BodyOf<'/api/people', 'post'>): Promise<unknown> => api.POST('/api/people', { body });
export const grantRoles = (id: Id, roles: Role[], sites: Id[]): Promise<unknown> =>
  api.PUT('/api/people/{id}/roles', { params: { path: { id } }, body: { roles, sites } });
export const disablePerson = (id: Id): Promise<unknown> =>
  api.POST('/api/people/{id}/disable', { params: { path: { id } }, body: {} });
export const erasePerson = (id: Id): Promise<unknown> =>
  api.POST('/api/people/{id}/erase', { params: { path: { id } } });
export const issueApiKey = (body: BodyOf<'/api/api-keys', 'post'>): Promise<{ id: Id; token: string }> =>
  answered(api.POST('/api/api-keys', { body }));
export const issueDevice = (body: BodyOf<'/api/devices', 'post'>): Promise<{ id: Id; token: string }> =>
  answered(api.POST('/api/devices', { body }));
export const revokeKey = (kind: 'api-keys' | 'devices', id: Id): Promise<unknown> =>
  api.DELETE(`/api/${kind}/{id}`, { params: { path: { id } } });
export const assignDevice = (id: Id, shipment: Id | null): Promise<unknown> =>
  api.PUT('/api/devices/{id}/shipment', { params: { path: { id } }, body: { shipment } });
export const invite = (body: BodyOf<'/api/invitations', 'post'>): Promise<{ id: Id; url: string }> =>
  answered(api.POST('/api/invitations', { body }));
export const withdrawInvitation = (id: Id): Promise<unknown> =>
  api.DELETE('/api/invitations/{id}', { params: { path: { id } } });

export type SiteTerms = BodyOf<'/api/sites/{id}', 'put'>;
export type PartTerms = BodyOf<'/api/parts/{id}', 'put'>;
export type PackagingTerms = BodyOf<'/api/packagings/{id}', 'put'>;
export type LaneTerms = BodyOf<'/api/lanes/{id}', 'put'>;
export const saveSite = (body: SiteTerms): Promise<unknown> =>
  api.PUT('/api/sites/{id}', { params: { path: { id: body.site } }, body });
export const savePart = (body: PartTerms): Promise<unknown> =>
  api.PUT('/api/parts/{id}', { params: { path: { id: body.part } }, body });
export const savePackaging = (body: PackagingTerms): Promise<unknown> =>
  api.PUT('/api/packagings/{id}', { params: { path: { id: body.packaging } }, body });
export const saveLane = (body: LaneTerms): Promise<unknown> =>
  api.PUT('/api/lanes/{id}', { params: { path: { id: body.lane } }, body });
export const saveOwnNumber = (part: Id, number: string): Promise<unknown> =>
  api.PUT('/api/parts/{id}/numbers', { params: { path: { id: part } }, body: { number } });
