import { QueryClient } from '@tanstack/react-query';
import { Refused } from '../api.ts';

const RETRIES = 3;
/** A refusal will be the same next time; only silence and "not ready" are worth another try. */
const isWorthRetrying = (error: unknown): boolean =>
  !(error instanceof Refused) || error.problem.status === 0 || error.problem.status === 503;

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < RETRIES && isWorthRetrying(error),
    },
  },
});
