import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, answered, api } from '../api.ts';
import { tellFailure } from './notices.ts';

export type JobRun = AnswerOf<'/api/jobs/{id}', 'get'>;

/** Long computations of the own organisation, newest first; the feed says when to ask again. */
export const jobsQuery = (kind?: string) =>
  queryOptions({
    queryKey: ['jobs', kind ?? ''],
    queryFn: async () => (await answered(api.GET('/api/jobs', { params: { query: { kind } } }))).jobs,
  });

export const isOpen = ({ state }: Pick<JobRun, 'state'>): boolean => state === 'queued' || state === 'running';

/** The newest run of one kind, and how to start the next and to cancel. */
export function useJob(kind: string): {
  run: JobRun | undefined;
  start: (input: Record<string, unknown>) => void;
  starting: boolean;
} {
  const client = useQueryClient();
  const run = useQuery(jobsQuery(kind)).data?.[0];
  const { mutate, isPending } = useMutation({
    mutationFn: (input: Record<string, unknown>) => api.POST('/api/jobs', { body: { kind, input } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
    onError: (error) => tellFailure(error),
  });
  return { run, start: mutate, starting: isPending };
}

export function useCancelJob(): (run: Pick<JobRun, 'id'>) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ id }: Pick<JobRun, 'id'>) => api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
    onError: (error) => tellFailure(error),
  });
  return mutate;
}
