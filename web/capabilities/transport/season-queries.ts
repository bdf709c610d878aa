import type { Id } from '@intakt/contract';
import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf } from '../../api.ts';

export type Season = AnswerOf<'/api/transport/season', 'get'>;
export type ScenarioListed = AnswerOf<'/api/transport/season-scenarios', 'get'>['scenarios'][number];
export type Scenario = AnswerOf<'/api/transport/season-scenarios/{id}', 'get'>;
export type SeasonFigures = Scenario['plan'];
export type Rates = AnswerOf<'/api/transport/rates', 'get'>['rates'][number];

export const SEASON_PLAN = 'season-plan';

export const seasonQuery = queryOptions({
  queryKey: ['season'],
  queryFn: () => answered(api.GET('/api/transport/season')),
});
export const scenariosQuery = queryOptions({
  queryKey: ['jobs', 'season-scenarios'],
  queryFn: async () => (await answered(api.GET('/api/transport/season-scenarios'))).scenarios,
});
export const scenarioQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', 'season-scenarios', id],
    queryFn: () => answered(api.GET('/api/transport/season-scenarios/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });
export const ratesQuery = queryOptions({
  queryKey: ['rates'],
  queryFn: async () => (await answered(api.GET('/api/transport/rates'))).rates,
});
/** Rates as the form states them; what the route of their kind does not take, it refuses by name. */
export const saveRates = (kind: Rates['kind'], id: Id, stated: object) => {
  const params = { path: { id } };
  if (kind === 'full-load')
    return answered(
      api.PUT('/api/transport/full-load-rates/{id}', {
        params,
        body: stated as BodyOf<'/api/transport/full-load-rates/{id}', 'put'>,
      }),
    );
  return kind === 'groupage'
    ? answered(
        api.PUT('/api/transport/groupage-rates/{id}', {
          params,
          body: stated as BodyOf<'/api/transport/groupage-rates/{id}', 'put'>,
        }),
      )
    : answered(
        api.PUT('/api/transport/tour-rates/{id}', {
          params,
          body: stated as BodyOf<'/api/transport/tour-rates/{id}', 'put'>,
        }),
      );
};
export const publishScenario = (
  id: string,
  body: BodyOf<'/api/transport/season-scenarios/{id}/publish', 'post'>,
): Promise<unknown> => api.POST('/api/transport/season-scenarios/{id}/publish', { params: { path: { id } }, body });
