import { Worker } from 'node:worker_threads';
import type { JobNote } from '../job-kind.ts';
import type { Ordered, Told } from './compute.ts';

/** So much memory a computation may take; beyond it the run fails and the server goes on. */
const MOST_MEGABYTES = 2048;
/** What keeps its best has so long to give it. */
const STOP_LIMIT_MS = 30_000;

/** How a computation ended: with its answer, with a failure, or because it was told to and kept nothing. */
export type Ended = { kind: 'answer'; answer: unknown } | { kind: 'failure'; message: string } | { kind: 'stopped' };

/** One computation in a thread of its own, which ends with it: nothing is left for the next one. */
export class WorkerRun {
  readonly ended: Promise<Ended>;
  readonly #worker: Worker;
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #keepsBest: boolean;
  #stopping = false;

  constructor(
    file: URL,
    { kind, given, keepsBest }: { kind: string; given: unknown; keepsBest: boolean },
    onProgress: (progress: number, note?: JobNote) => void,
  ) {
    this.#keepsBest = keepsBest;
    this.#worker = new Worker(file, {
      workerData: { kind, given, stop: this.#stop } satisfies Ordered,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    this.ended = this.#watch(onProgress);
  }

  /** Somebody cancelled: the computation gives its best, where the kind says that there is one, or ends where it is. */
  cancel(): void {
    this.#stopping = true;
    Atomics.store(this.#stop, 0, 1);
    if (!this.#keepsBest) void this.#worker.terminate();
    else setTimeout(() => void this.#worker.terminate(), STOP_LIMIT_MS).unref();
  }

  /** Ends at once; what it had is lost. */
  async abandon(): Promise<void> {
    this.#stopping = true;
    await this.#worker.terminate();
  }

  #watch(onProgress: (progress: number, note?: JobNote) => void): Promise<Ended> {
    return new Promise((resolve) => {
      this.#worker.on('message', (told: Told) => {
        if (told.kind === 'progress') return onProgress(told.progress, told.note);
        resolve(told);
        void this.#worker.terminate();
      });
      this.#worker.on('error', (error: Error) => resolve({ kind: 'failure', message: error.message }));
      this.#worker.on('exit', (code) =>
        resolve(
          this.#stopping
            ? { kind: 'stopped' }
            : { kind: 'failure', message: `the computation ended with code ${code}` },
        ),
      );
    });
  }
}
