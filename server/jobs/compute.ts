import { parentPort, workerData } from 'node:worker_threads';
import type { Computation, Doing, JobNote } from '../job-kind.ts';

/** What a worker is started with: the flag is shared, so that a computation that never waits sees it change. */
export interface Ordered {
  kind: string;
  given: unknown;
  stop: Int32Array<SharedArrayBuffer>;
}

/** What a worker tells: how far it is, and once, its answer or why there is none. */
export type Told =
  | { kind: 'progress'; progress: number; note?: JobNote }
  | { kind: 'answer'; answer: unknown }
  | { kind: 'failure'; message: string };

const TELL_EVERY_MS = 250;

/** Runs the one computation that this worker was started for. */
export async function compute(computations: Record<string, Computation>): Promise<void> {
  const { kind, given, stop } = workerData as Ordered;
  const say = (told: Told): void => parentPort!.postMessage(told);
  const computation = computations[kind];
  if (!computation) return say({ kind: 'failure', message: `There is no computation "${kind}".` });
  try {
    say({ kind: 'answer', answer: await computation(given, doing(stop, say)) });
  } catch (error) {
    say({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
  }
}

function doing(stop: Int32Array, say: (told: Told) => void): Doing {
  let told = Number.NEGATIVE_INFINITY;
  return {
    tell: (progress, note) => {
      const now = performance.now();
      if (now - told < TELL_EVERY_MS) return;
      told = now;
      say({ kind: 'progress', progress: Math.min(1, Math.max(0, progress)), note });
    },
    stopping: () => Atomics.load(stop, 0) === 1,
  };
}
