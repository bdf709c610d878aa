import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf } from '../../api.ts';

export type CapacityGroup = AnswerOf<'/api/capacity-groups', 'get'>['groups'][number];
export type CapacityWeek = CapacityGroup['weeks'][number];
export type Measures = BodyOf<'/api/capacity-groups/{owner}/{group}/simulation', 'post'>;
export type Simulation = AnswerOf<'/api/capacity-groups/{owner}/{group}/simulation', 'post'>;

export const capacityQuery = queryOptions({
  queryKey: ['capacity'],
  queryFn: async () => (await answered(api.GET('/api/capacity-groups'))).groups,
});
export const requirementsQuery = (group: string) =>
  queryOptions({
    queryKey: ['capacity', 'requirements', group],
    queryFn: () => answered(api.GET('/api/capacity-groups/{group}/requirements', { params: { path: { group } } })),
  });
export const simulationQuery = ({ owner, group }: CapacityGroup, measures: Measures) =>
  queryOptions({
    queryKey: ['capacity', 'simulation', owner, group, measures],
    queryFn: () =>
      answered(
        api.POST('/api/capacity-groups/{owner}/{group}/simulation', {
          params: { path: { owner, group } },
          body: measures,
        }),
      ),
  });

export type GroupTerms = BodyOf<'/api/capacity-groups/{group}', 'put'>;
export const stateGroup = (group: string, body: GroupTerms): Promise<unknown> =>
  api.PUT('/api/capacity-groups/{group}', { params: { path: { group } }, body });
