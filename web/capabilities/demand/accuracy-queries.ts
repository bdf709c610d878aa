import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api } from '../../api.ts';

export type JudgedRelation = AnswerOf<'/api/demand-accuracy', 'get'>['relations'][number];
export type Judged = JudgedRelation['parties'][number];
export type Consensus = AnswerOf<'/api/consensus', 'get'>;

export const accuracyQuery = (lag: number) =>
  queryOptions({
    queryKey: ['accuracy', lag],
    queryFn: async () => (await answered(api.GET('/api/demand-accuracy', { params: { query: { lag } } }))).relations,
    placeholderData: keepPreviousData,
  });
export const consensusQuery = ({ customer, supplier, part, shipTo, kind }: JudgedRelation, lag: number) =>
  queryOptions({
    queryKey: ['accuracy', 'consensus', customer, supplier, part, shipTo, kind, lag],
    queryFn: () =>
      answered(api.GET('/api/consensus', { params: { query: { customer, supplier, part, shipTo, kind, lag } } })),
  });
