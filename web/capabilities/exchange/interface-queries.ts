import type { Id } from '@intakt/contract';
import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf, type Narrowed } from '../../api.ts';

type OutgoingAnswer = AnswerOf<'/api/outgoing', 'get'>['messages'][number];
export type OutgoingMessage = Narrowed<OutgoingAnswer, { receiver: { code?: string } }>;
export type OutgoingState = OutgoingAnswer['state'];
export type PartnerProfile = AnswerOf<'/api/partner-profiles', 'get'>['partners'][number];
export type ProfileTerms = BodyOf<'/api/partner-profiles/{partner}', 'put'>;
export type Webhook = AnswerOf<'/api/webhooks', 'get'>['webhooks'][number];
export type WebhookTerms = BodyOf<'/api/webhooks', 'post'>;
export type Delivery = AnswerOf<'/api/webhooks/{id}/deliveries', 'get'>['deliveries'][number];
export type UpdateRequest = AnswerOf<'/api/catena-x/requests', 'get'>['requests'][number];
export type Asking = BodyOf<'/api/catena-x/requests', 'post'>;
export type EdiSettings = AnswerOf<'/api/edi/settings', 'get'>;

/** So many of the newest are shown; older ones are reached by the interface. */
const SHOWN = 500;

export const outgoingQuery = queryOptions({
  queryKey: ['outgoing'],
  queryFn: async () =>
    (await answered(api.GET('/api/outgoing', { params: { query: { limit: SHOWN } } }))).messages as OutgoingMessage[],
});
export const sendAgain = (id: string): Promise<unknown> =>
  api.POST('/api/outgoing/{id}/retry', { params: { path: { id } } });

export const profilesQuery = queryOptions({
  queryKey: ['partner-profiles'],
  queryFn: async () => (await answered(api.GET('/api/partner-profiles'))).partners,
});
export const saveProfile = (partner: Id, body: ProfileTerms) =>
  answered(api.PUT('/api/partner-profiles/{partner}', { params: { path: { partner } }, body }));
export const forgetProfile = (partner: Id): Promise<unknown> =>
  api.DELETE('/api/partner-profiles/{partner}', { params: { path: { partner } } });

export const ediSettingsQuery = queryOptions({
  queryKey: ['edi-settings'],
  queryFn: () => answered(api.GET('/api/edi/settings')),
});
export const saveEdiSettings = (body: Partial<EdiSettings>) => answered(api.PUT('/api/edi/settings', { body }));

export const updateRequestsQuery = queryOptions({
  queryKey: ['update-requests'],
  queryFn: async () => (await answered(api.GET('/api/catena-x/requests'))).requests,
});
export const askForUpdate = (body: Asking) => answered(api.POST('/api/catena-x/requests', { body }));
export const confirmStanding = (id: string) =>
  answered(api.POST('/api/catena-x/requests/{id}/confirm', { params: { path: { id } } }));

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async () => (await answered(api.GET('/api/webhooks'))).webhooks,
});
export const makeWebhook = async (body: WebhookTerms): Promise<{ secret: string }> => {
  const { data } = await api.POST('/api/webhooks', { body });
  return data!;
};
export const changeWebhook = ({ id, name, url, types, active }: Webhook): Promise<unknown> =>
  api.PUT('/api/webhooks/{id}', { params: { path: { id } }, body: { name, url, types, active } });
export const removeWebhook = (id: string): Promise<unknown> =>
  api.DELETE('/api/webhooks/{id}', { params: { path: { id } } });
export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: async () =>
      (await answered(api.GET('/api/webhooks/{id}/deliveries', { params: { path: { id }, query: { limit: 200 } } })))
        .deliveries,
  });
export const replayDeliveries = (id: string, numbers?: number[]) =>
  answered(api.POST('/api/webhooks/{id}/replay', { params: { path: { id } }, body: numbers ? { numbers } : {} }));
