import type { AspectProblem } from '@intakt/catena-x';
import { refuse } from '../../refuse.ts';

const MOST_NAMED = 100;
const LONGEST_SHOWN = 120;

/** Refuses with the first mistake, its place and the next step, and names the others beside it. */
export function refuseProblems(problems: readonly AspectProblem[], next: string): never {
  const [{ path, expected, value }] = problems as [AspectProblem];
  return refuse('INVALID', {
    path: path || 'payload',
    problem: `expected ${expected}; ${next}`,
    value: shown(value),
    problems: problems.slice(0, MOST_NAMED).map(toAnswer),
  });
}

/** As an answer names it: where, and what was seen and expected. */
export const toAnswer = ({ path, message }: AspectProblem): { path: string; message: string } => ({ path, message });

function shown(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST_SHOWN);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : (value ?? 'nothing');
}
