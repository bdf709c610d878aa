import type { Authorisation, Horizon } from '@intakt/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf, type Narrowed } from '../../api.ts';

export type ScheduleRow = Narrowed<
  AnswerOf<'/api/schedules', 'get'>['schedules'][number],
  { kind: 'delivery-forecast' | 'call-off'; authorisations: Authorisation[] }
>;
type ComparisonAnswer = AnswerOf<'/api/schedules/comparison', 'get'>;
export type ComparisonBucket = Narrowed<ComparisonAnswer['buckets'][number], { horizon?: Horizon }>;
export type Comparison = Narrowed<ComparisonAnswer, { current: ScheduleRow; buckets: ComparisonBucket[] }>;
export type CumulativeAccount = NonNullable<Comparison['cumulative']>;
export type Relation = Pick<ScheduleRow, 'customer' | 'supplier' | 'part' | 'shipTo' | 'kind'>;

export const schedulesQuery = queryOptions({
  queryKey: ['schedules'],
  queryFn: async () =>
    (await answered(api.GET('/api/schedules', { params: { query: { limit: 1000 } } }))).schedules as ScheduleRow[],
});
export const comparisonQuery = (relation: Relation | undefined, against?: string) =>
  queryOptions({
    queryKey: ['schedules', 'comparison', relation, against],
    queryFn: async () =>
      (await answered(
        api.GET('/api/schedules/comparison', { params: { query: { ...relation!, against } } }),
      )) as Comparison,
    enabled: relation !== undefined,
    placeholderData: keepPreviousData,
  });

export type Stability = AnswerOf<'/api/schedules/stability', 'get'>;
export const stabilityQuery = ({ customer, supplier, part, shipTo, kind }: Relation) =>
  queryOptions({
    queryKey: ['schedules', 'stability', customer, supplier, part, shipTo, kind],
    queryFn: () =>
      answered(api.GET('/api/schedules/stability', { params: { query: { customer, supplier, part, shipTo, kind } } })),
  });
/** Becomes the customer's next release. */
export const dampRelease = (
  { supplier, part, shipTo, kind }: Relation,
  releaseEvent: string,
  hold: number,
): Promise<AnswerOf<'/api/schedules/damping', 'post'>> =>
  answered(api.POST('/api/schedules/damping', { body: { supplier, part, shipTo, kind, releaseEvent, hold } }));

type PlanBody = BodyOf<'/api/plans', 'put'>;
export type PlanCommand = Pick<PlanBody, 'kind'> & PlanBody['plan'];
export const savePlan = ({ kind, ...plan }: PlanCommand): Promise<unknown> =>
  api.PUT('/api/plans', { body: { kind, plan } });
