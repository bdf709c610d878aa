import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf } from '../../api.ts';

export type EndDemand = AnswerOf<'/api/end-demand', 'get'>['relations'][number];
export type TierBullwhip = AnswerOf<'/api/bullwhip', 'get'>['tiers'][number];
export type Scenario = AnswerOf<'/api/scenarios', 'get'>['scenarios'][number];
export type BuildPlan = AnswerOf<'/api/build-plans', 'get'>['plans'][number];
type Of = BodyOf<'/api/scenarios/promote', 'post'>;

export const endDemandQuery = queryOptions({
  queryKey: ['demand-plans', 'end-demand'],
  queryFn: async () => (await answered(api.GET('/api/end-demand'))).relations,
});
export const bullwhipQuery = queryOptions({
  queryKey: ['demand-plans', 'bullwhip'],
  queryFn: async () => (await answered(api.GET('/api/bullwhip'))).tiers,
});
export const buildPlansQuery = queryOptions({
  queryKey: ['demand-plans', 'build-plans'],
  queryFn: async () => (await answered(api.GET('/api/build-plans'))).plans,
});
export const scenariosQuery = queryOptions({
  queryKey: ['demand-plans', 'scenarios'],
  queryFn: async () => (await answered(api.GET('/api/scenarios'))).scenarios,
});
export const scenarioComparisonQuery = (of: Of | undefined) =>
  queryOptions({
    queryKey: ['demand-plans', 'comparison', of],
    queryFn: async () => (await answered(api.GET('/api/scenarios/comparison', { params: { query: of! } }))).parts,
    enabled: of !== undefined,
  });

export const saveScenario = (body: BodyOf<'/api/scenarios', 'put'>): Promise<unknown> =>
  api.PUT('/api/scenarios', { body });
export const promoteScenario = (body: Of): Promise<unknown> => api.POST('/api/scenarios/promote', { body });
export const dropScenario = (body: Of): Promise<unknown> => api.POST('/api/scenarios/drop', { body });
