import type { Transaction } from '@intakt/database';
import type { House } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { fileOf, runJob } from './capture.ts';
import { type CaptureJob, unfinishedJobs } from './store.ts';

const MOST_AT_ONCE = 4;

/** Beyond this many, callers are asked to come back: their captures would lie for long. */
const MOST_WAITING = 10_000;

/** Captures that were answered and are still being worked through; a stop waits for those that run. */
export class BackgroundJobs {
  readonly #house: House;
  readonly #waiting: CaptureJob[] = [];
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(house: House) {
    this.#house = house;
  }

  refuseWhenFull(): void {
    if (this.#waiting.length >= MOST_WAITING) refuse('NOT_READY', { what: 'the capture queue' });
  }

  add(job: CaptureJob): void {
    this.#waiting.push(job);
    this.#next();
  }

  /** Jobs that a stop interrupted begin again: events are kept once, so nothing is taken twice. */
  async resume(): Promise<void> {
    for (const job of await this.#house.db.system(unfinishedJobs)) this.add(job);
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
      const running = this.#work(this.#waiting.shift()!).finally(() => {
        this.#running.delete(running);
        this.#next();
      });
      this.#running.add(running);
    }
  }

  async #work(job: CaptureJob): Promise<void> {
    try {
      await runJob(this.#house, job, await this.#house.db.system((tx) => readBytes(tx, fileOf(job.id))));
    } catch (error) {
      this.#house.log.error(error, 'A capture could not be finished; it will be tried again at the next start.');
    }
  }
}

async function readBytes(tx: Transaction, file: string): Promise<Buffer> {
  const [row] = await tx.query<{ bytes: Buffer }>('select bytes from inbox_file where id = $1', [file]);
  if (!row) throw new Error(`bug: file ${file} of a capture is gone`);
  return row.bytes;
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
