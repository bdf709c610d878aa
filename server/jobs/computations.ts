import type { Computation } from '../job-kind.ts';

/** What worker threads can compute, by the name of its kind. A computation imports engines and nothing of the server. */
export const COMPUTATIONS: Record<string, Computation> = {};
