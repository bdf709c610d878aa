import os from 'node:os';
import type { House } from '../house.ts';
import type { AnyJobKind, JobNote, JobRun } from '../job-kind.ts';
import { Refusal } from '../refuse.ts';
import { type Ended, WorkerRun } from './run-in-worker.ts';
import {
  endRun,
  giveBack,
  type Held,
  JOB_CHANNEL,
  keepLeases,
  type RunEnd,
  releaseOwn,
  sweepRuns,
  takeRun,
  tellProgress,
} from './store.ts';

const LEASE_SECONDS = 30;
const SWEEP_EVERY_MS = 5_000;
const WRITE_EVERY_MS = 500;

export interface RunnerSettings {
  kinds: readonly AnyJobKind[];
  /** The file that worker threads begin with. */
  worker: URL;
  /** One core is left to the server. */
  atOnce?: number;
  sweepEveryMs?: number;
  leaseSeconds?: number;
}

/** Works through the queue of runs until it is stopped; what it interrupts then begins again at the next start, here or elsewhere. */
export async function startRunner(house: House, settings: RunnerSettings): Promise<() => Promise<void>> {
  const runner = new JobRunner(house, settings);
  await runner.start();
  return () => runner.stop();
}

interface UnderWay extends Held {
  run: JobRun;
  worker?: WorkerRun;
  cancelled: boolean;
  /** Stopped, or lost to another server: its end is not ours to write. */
  abandoned: boolean;
}

class JobRunner {
  readonly #house: House;
  readonly #kinds: Map<string, AnyJobKind>;
  readonly #settings: Required<RunnerSettings>;
  readonly #server: string;
  readonly #underWay = new Map<string, UnderWay>();
  readonly #working = new Set<Promise<void>>();
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #timer: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  #stopped = false;

  constructor(house: House, settings: RunnerSettings) {
    this.#house = house;
    this.#kinds = new Map(settings.kinds.map((kind) => [kind.name, kind]));
    this.#server = house.config.serverName;
    this.#settings = {
      atOnce: Math.max(1, os.availableParallelism() - 1),
      sweepEveryMs: SWEEP_EVERY_MS,
      leaseSeconds: LEASE_SECONDS,
      ...settings,
    };
  }

  async start(): Promise<void> {
    await this.#house.db.system((tx) => releaseOwn(tx, this.#server));
    this.#unlisten = await this.#house.db.listen(JOB_CHANNEL, (payload) => this.#hear(payload));
    this.#timer = setInterval(() => this.#look(), this.#settings.sweepEveryMs);
    this.#look();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#unlisten?.();
    await this.#looking;
    for (const under of this.#underWay.values()) {
      under.abandoned = true;
      await under.worker?.abandon();
    }
    await Promise.all(this.#working);
  }

  #hear(payload: string): void {
    const { cancel } = payload === '' ? {} : (JSON.parse(payload) as { cancel?: string });
    const under = cancel === undefined ? undefined : this.#underWay.get(cancel);
    if (under) {
      under.cancelled = true;
      under.worker?.cancel();
    }
    this.#look();
  }

  /** One look at a time; whoever asks during it is answered by one more. */
  #look(): void {
    this.#lookAgain = true;
    this.#looking ??= this.#lookAround().finally(() => {
      this.#looking = undefined;
    });
  }

  async #lookAround(): Promise<void> {
    while (this.#lookAgain && !this.#stopped) {
      this.#lookAgain = false;
      try {
        await this.#sweep();
        while (!this.#stopped && this.#underWay.size < this.#settings.atOnce && (await this.#takeOne()));
      } catch (error) {
        this.#house.log.error(error, 'The queue of runs could not be read; the next look tries again.');
      }
    }
  }

  async #sweep(): Promise<void> {
    const held = [...this.#underWay.values()];
    const lost = await this.#house.db.system(async (tx) => {
      const lost = held.length > 0 ? await keepLeases(tx, held, this.#asTaker()) : new Set<string>();
      await sweepRuns(tx, this.#house.clock.instant());
      return lost;
    });
    for (const id of lost) {
      const under = this.#underWay.get(id);
      if (!under) continue;
      under.abandoned = true;
      await under.worker?.abandon();
    }
  }

  #asTaker() {
    return {
      server: this.#server,
      leaseSeconds: this.#settings.leaseSeconds,
      now: this.#house.clock.instant(),
    };
  }

  async #takeOne(): Promise<boolean> {
    const run = await this.#house.db.system((tx) => takeRun(tx, this.#asTaker()));
    if (!run) return false;
    const { id, attempts } = run;
    const under: UnderWay = { id, attempts, server: this.#server, run, cancelled: false, abandoned: false };
    this.#underWay.set(id, under);
    const working = this.#work(under)
      .catch((error) => this.#house.log.error(error, `The end of run ${id} could not be written; it begins again.`))
      .finally(() => {
        this.#underWay.delete(id);
        this.#working.delete(working);
        if (!this.#stopped) this.#look();
      });
    this.#working.add(working);
    return true;
  }

  async #work(under: UnderWay): Promise<void> {
    const end = await this.#outcome(under).catch((error: unknown): Omit<RunEnd, 'now'> => {
      if (!(error instanceof Refusal)) this.#house.log.error(error, `Run ${under.id} of ${under.run.kind} failed.`);
      return { state: 'failed', problem: error instanceof Error ? error.message : String(error) };
    });
    await this.#house.db.system((tx) =>
      under.abandoned ? giveBack(tx, under) : endRun(tx, under, { ...end, now: this.#house.clock.instant() }),
    );
  }

  async #outcome(under: UnderWay): Promise<Omit<RunEnd, 'now'>> {
    const { run } = under;
    const kind = this.#kinds.get(run.kind);
    if (!kind) return { state: 'failed', problem: `There is no kind of run called ${run.kind} any more.` };
    const given = await kind.gather(this.#house, run);
    if (under.abandoned || under.cancelled) return { state: 'cancelled' };
    const ended = await this.#compute(under, kind, given);
    if (under.abandoned || ended.kind === 'stopped') return { state: 'cancelled' };
    if (ended.kind === 'failure') return { state: 'failed', problem: ended.message };
    const result = await kind.conclude(this.#house, run, ended.answer);
    return { state: under.cancelled && kind.keepsBest ? 'cancelled' : 'done', result };
  }

  async #compute(under: UnderWay, kind: AnyJobKind, given: unknown): Promise<Ended> {
    let latest: { progress: number; note?: JobNote } | undefined;
    let writing: Promise<void> = Promise.resolve();
    const write = async (): Promise<void> => {
      if (!latest) return;
      const now = latest;
      latest = undefined;
      await this.#house.db.system((tx) => tellProgress(tx, under, now));
    };
    const timer = setInterval(() => {
      writing = writing.then(write).catch((error) => this.#house.log.warn(error, 'Progress could not be written.'));
    }, WRITE_EVERY_MS);
    under.worker = new WorkerRun(
      this.#settings.worker,
      { kind: kind.name, given, keepsBest: kind.keepsBest ?? false },
      (progress, note) => {
        latest = { progress, note };
      },
    );
    const ended = await under.worker.ended;
    clearInterval(timer);
    await writing;
    return ended;
  }
}
