import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf } from '../../api.ts';

export type CommitRelation = AnswerOf<'/api/commits', 'get'>['relations'][number];
export type CommitWeek = CommitRelation['weeks'][number];
export type SaidEvent = AnswerOf<'/api/commits/history', 'get'>['said'][number];

export const commitsQuery = queryOptions({
  queryKey: ['commits'],
  queryFn: async () => (await answered(api.GET('/api/commits'))).relations,
});
const relationOf = ({ customer, supplier, part, shipTo, kind }: CommitRelation) => ({
  ...{ customer, supplier, part, shipTo, kind },
});
export const historyQuery = (relation: CommitRelation) =>
  queryOptions({
    queryKey: ['commits', 'history', relationOf(relation)],
    queryFn: async () =>
      (await answered(api.GET('/api/commits/history', { params: { query: relationOf(relation) } }))).said,
  });

type CommitBody = BodyOf<'/api/commits', 'post'>;
export type SaidWeek = NonNullable<CommitBody['commits'][number]['weeks']>[number];

/** Without weeks: everything that is open, as it is asked for. */
export const sendCommits = (
  said: { relation: CommitRelation; weeks?: SaidWeek[] }[],
  confirmed?: boolean,
): Promise<AnswerOf<'/api/commits', 'post'>> =>
  answered(
    api.POST('/api/commits', {
      body: {
        confirmed,
        commits: said.map(({ relation: { customer, part, shipTo, kind, releaseEvent }, weeks }) => ({
          ...{ customer, part, shipTo, kind, releaseEvent, weeks },
        })),
      },
    }),
  );

type AnswerBody = BodyOf<'/api/commits/answers', 'post'>;
export const sendAnswers = (
  { supplier, part, shipTo, kind }: CommitRelation,
  answers: AnswerBody['answers'],
): Promise<AnswerOf<'/api/commits/answers', 'post'>> =>
  answered(api.POST('/api/commits/answers', { body: { supplier, part, shipTo, kind, answers } }));

export const sendOverride = (
  { supplier, part, shipTo, kind, releaseEvent }: CommitRelation,
  { weeks, text, confirmed }: { weeks: { week: string; quantity: number }[]; text: string; confirmed?: boolean },
): Promise<AnswerOf<'/api/schedules/overrides', 'post'>> =>
  answered(
    api.POST('/api/schedules/overrides', {
      body: { supplier, part, shipTo, kind, releaseEvent, weeks, text, confirmed },
    }),
  );
