import { uniformDraw } from '@intakt/material-flow';

/** A stream of numbers in (0, 1) that is the same for the same seed. */
export function chanceOf(seed: number): () => number {
  let draws = 0;
  return () => uniformDraw(seed, 0, draws++);
}
