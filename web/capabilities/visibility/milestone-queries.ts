import type { Id } from '@intakt/contract';
import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api } from '../../api.ts';

export type Milestone = AnswerOf<'/api/shipments/{id}/milestones', 'get'>['milestones'][number];

export const milestonesQuery = (id: Id) =>
  queryOptions({
    queryKey: ['shipments', 'milestones', id],
    queryFn: () => answered(api.GET('/api/shipments/{id}/milestones', { params: { path: { id } } })),
  });
export const attachmentQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['shipments', 'attachment', eventId],
    queryFn: () => answered(api.GET('/api/milestones/{eventId}/attachment', { params: { path: { eventId } } })),
    retry: false,
    gcTime: 0,
  });
