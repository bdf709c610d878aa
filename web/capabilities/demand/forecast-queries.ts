import type { Id } from '@intakt/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf } from '../../api.ts';

export type ForecastLine = AnswerOf<'/api/forecasts', 'get'>['forecasts'][number];
export type ForecastView = AnswerOf<'/api/forecasts/part', 'get'>;

export const forecastsQuery = queryOptions({
  queryKey: ['forecasts'],
  queryFn: async () => (await answered(api.GET('/api/forecasts'))).forecasts,
});
export const forecastPartQuery = (of: { site: Id; part: Id } | undefined) =>
  queryOptions({
    queryKey: ['forecasts', 'part', of],
    queryFn: () => answered(api.GET('/api/forecasts/part', { params: { query: of! } })),
    enabled: of !== undefined,
    placeholderData: keepPreviousData,
  });
export const judgeWeek = (body: BodyOf<'/api/demand-history/judgement', 'put'>): Promise<unknown> =>
  api.PUT('/api/demand-history/judgement', { body });

export type Succession = AnswerOf<'/api/part-successions', 'get'>['successions'][number];
export const successionsQuery = queryOptions({
  queryKey: ['forecasts', 'successions'],
  queryFn: async () => (await answered(api.GET('/api/part-successions'))).successions,
});
export const stateSuccession = (body: BodyOf<'/api/part-successions', 'put'>): Promise<unknown> =>
  api.PUT('/api/part-successions', { body });
export const publishOwn = (body: BodyOf<'/api/forecasts', 'post'>): Promise<unknown> =>
  api.POST('/api/forecasts', { body });
