import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf } from '../../api.ts';

export type ContainerAccount = AnswerOf<'/api/container-accounts', 'get'>['accounts'][number];
export type ContainerMovement = AnswerOf<'/api/container-movements', 'get'>['movements'][number];

export const containersQuery = queryOptions({
  queryKey: ['containers'],
  queryFn: async () => (await answered(api.GET('/api/container-accounts'))).accounts,
});
export const containerMovementsQuery = (partner: string, packaging: string) =>
  queryOptions({
    queryKey: ['containers', partner, packaging],
    queryFn: async () =>
      (await answered(api.GET('/api/container-movements', { params: { query: { partner, packaging } } }))).movements,
  });
export const bookContainers = (body: BodyOf<'/api/container-movements', 'post'>): Promise<unknown> =>
  api.POST('/api/container-movements', { body });
export const stateBalance = (body: BodyOf<'/api/container-balances', 'post'>): Promise<unknown> =>
  api.POST('/api/container-balances', { body });
