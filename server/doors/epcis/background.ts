import type { House } from '../../house.ts';
import { fileOf, runJob } from './capture.ts';
import { unfinishedJobs } from './store.ts';

const MOST_AT_ONCE = 4;

/** Captures that were answered and are still being worked through; a stop waits for those that run. */
export class BackgroundJobs {
  readonly #house: House;
  readonly #waiting: (() => Promise<unknown>)[] = [];
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(house: House) {
    this.#house = house;
  }

  run(work: () => Promise<unknown>): void {
    this.#waiting.push(work);
    this.#next();
  }

  /** Jobs that a crash interrupted begin again: events are kept once, so nothing is taken twice. */
  async resume(): Promise<void> {
    for (const job of await this.#house.db.system(unfinishedJobs)) {
      const bytes = await this.#house.db.system(
        async (tx) =>
          (await tx.query<{ bytes: Buffer }>('select bytes from inbox_file where id = $1', [fileOf(job.id)]))[0]?.bytes,
      );
      if (bytes) this.run(() => runJob(this.#house, job, bytes));
    }
  }

  /** Waits until nothing runs; what has not begun is taken up at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.idle();
  }

  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #next(): void {
    while (!this.#stopped && this.#running.size < MOST_AT_ONCE && this.#waiting.length > 0) {
      const work = this.#waiting.shift()!;
      const running = this.#guard(work).finally(() => {
        this.#running.delete(running);
        this.#next();
      });
      this.#running.add(running);
    }
  }

  async #guard(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#house.log.error(error, 'A capture could not be finished; it will be tried again at the next start.');
    }
  }
}

const jobsOfHouses = new WeakMap<House, BackgroundJobs>();

/** One queue per house: the routes fill it, the start resumes it and the stop empties it. */
export function jobsOf(house: House): BackgroundJobs {
  const known = jobsOfHouses.get(house);
  if (known) return known;
  const jobs = new BackgroundJobs(house);
  jobsOfHouses.set(house, jobs);
  return jobs;
}
