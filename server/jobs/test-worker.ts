import type { Computation } from '../job-kind.ts';
import { compute } from './compute.ts';

/** Computations for the test of the runner: each behaves as a real one may. */
const TEST_COMPUTATIONS: Record<string, Computation> = {
  /** Never waits, so only the shared flag can tell it to stop. */
  count: ({ to }: { to: number }, { tell, stopping }) => {
    let sum = 0;
    for (let i = 1; i <= to && !stopping(); i++) {
      sum += i;
      if (i % 1000 === 0) tell(i / to, { sum });
    }
    return { sum };
  },
  sleep: ({ ms }: { ms: number }, { tell }) => {
    tell(0.5, { slept: ms });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    return { slept: ms };
  },
  sites: (given) => given,
  break: () => {
    throw new Error('the figures do not add up');
  },
  die: () => process.exit(3),
};

await compute(TEST_COMPUTATIONS);
