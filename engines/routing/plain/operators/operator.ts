import type { LocalSearch } from '../local-search.ts';

/**
 * A way of changing tours. `improve` looks at the moves of one client with its granular neighbours, makes the first that
 * lowers cost plus penalties, and returns by how much (a negative number); 0 where none does.
 */
export interface Operator {
  name: string;
  improve: (search: LocalSearch, node: number) => number;
}
