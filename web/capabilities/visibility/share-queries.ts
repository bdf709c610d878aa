import type { Id } from '@intakt/contract';
import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api } from '../../api.ts';

export type GivenLink = AnswerOf<'/api/links', 'get'>['links'][number];

export const linksQuery = queryOptions({
  queryKey: ['credentials', 'links'],
  queryFn: async () => (await answered(api.GET('/api/links'))).links,
});
export const giveLink = (object: string, hours: number) =>
  answered(api.POST('/api/links', { body: { object, hours } }));
export const revokeLink = (id: Id) => api.DELETE('/api/links/{id}', { params: { path: { id } } });
export const erasePersonal = (id: Id) => answered(api.DELETE('/api/links/{id}/personal', { params: { path: { id } } }));
