import { setTimeout as wait } from 'node:timers/promises';
import type { RecordedEvent } from '@intakt/contract';
import type { House } from '../../house.ts';

const CLOCK_CHECK_MS = 60_000;
const AGES_MS = 10 * 60_000;
/** Looks that took longer than this are followed by as long a rest, at most the limit: what was meant to be looked at once is. */
const RESTS_AFTER_MS = 1000;
const LONGEST_REST_MS = 5000;

export interface Asked<Work> {
  organisations: readonly string[];
  work: Work;
}

/** Ids to look at; `all` where an event names none, or time has passed. */
export type Some = ReadonlySet<string> | 'all';
export const mergeSome = (present: Some, added: Some): Some =>
  present === 'all' || added === 'all' ? 'all' : present.union(added);

/** Work that follows from what is recorded, and from time that passes, one organisation after the other. */
export interface Following<Work> {
  /** Events this close together are looked at once. */
  gatherMs: number;
  /** What an event asks to be looked at, and at whose; undefined: nothing. */
  asks: (event: RecordedEvent) => Asked<Work> | undefined;
  /** What passing time asks of every organisation: a new day, or some minutes; undefined: nothing. */
  ages: (passed: 'day' | 'minutes') => Work | undefined;
  merge: (present: Work, added: Work) => Work;
  /** Gives what follows from it for others. */
  look: (organisation: string, work: Work) => Promise<Asked<Work> | undefined>;
  /** Says in the log what could not be done. */
  failed: string;
}

/**
 * Follows the ledger: gathers for a moment what commits ask to be looked at, then looks, never at two things at once. While
 * a flood of facts comes in, it gathers for as long as it looks, so that it takes at most half of the time.
 * What fails is logged and does not hold up the rest; the next event or day asks for it again.
 */
export function watchCommits<Work>(house: House, following: Following<Work>): () => Promise<void> {
  const watcher = new CommitWatcher(house, following);
  const stopListening = house.recorder.onCommit((events) => watcher.note(events));
  const timer = setInterval(() => watcher.noteTime(), CLOCK_CHECK_MS);
  watcher.noteTime();
  return async () => {
    stopListening();
    clearInterval(timer);
    await watcher.stop();
  };
}

class CommitWatcher<Work> {
  readonly #house: House;
  readonly #following: Following<Work>;
  #asked = new Map<string, Work>();
  #day = '';
  #agedAt = 0;
  #working: Promise<void> | undefined;
  #stopped = false;
  #wake: (() => void) | undefined;

  constructor(house: House, following: Following<Work>) {
    this.#house = house;
    this.#following = following;
  }

  note(events: RecordedEvent[]): void {
    for (const event of events) this.#askAll(this.#following.asks(event));
    this.#start();
  }

  /** Time passes without an event: everybody is looked at on a new day, and what ages within it more often. */
  noteTime(): void {
    const { clock, db, log } = this.#house;
    const isNewDay = clock.today() !== this.#day;
    if (!isNewDay && clock.now() - this.#agedAt < AGES_MS) return;
    this.#day = clock.today();
    this.#agedAt = clock.now();
    const work = this.#following.ages(isNewDay ? 'day' : 'minutes');
    if (work === undefined) return;
    void db
      .system((tx) => tx.query<{ owner: string }>('select owner from organisation'))
      .then((rows) => {
        for (const { owner } of rows) this.#ask(owner, work);
        this.#start();
      })
      .catch((error) => log.error(error, this.#following.failed));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.#working;
  }

  #askAll(asked: Asked<Work> | undefined): void {
    for (const organisation of asked?.organisations ?? []) this.#ask(organisation, asked!.work);
  }

  #ask(organisation: string, work: Work): void {
    const present = this.#asked.get(organisation);
    this.#asked.set(organisation, present === undefined ? work : this.#following.merge(present, work));
  }

  #start(): void {
    if (this.#asked.size > 0 && !this.#stopped) this.#working ??= this.#work();
  }

  async #rest(workedMs: number): Promise<void> {
    if (workedMs < RESTS_AFTER_MS || this.#stopped) return;
    const stop = new AbortController();
    this.#wake = () => stop.abort();
    await wait(Math.min(workedMs, LONGEST_REST_MS), undefined, { signal: stop.signal }).catch(() => undefined);
  }

  async #work(): Promise<void> {
    await wait(this.#following.gatherMs);
    while (this.#asked.size > 0 && !this.#stopped) {
      const batch = [...this.#asked];
      this.#asked = new Map();
      const began = performance.now();
      for (const [organisation, work] of batch) {
        if (this.#stopped) break;
        await this.#following
          .look(organisation, work)
          .then((further) => this.#askAll(further))
          .catch((error) => this.#house.log.error(error, this.#following.failed));
      }
      await this.#rest(performance.now() - began);
    }
    this.#working = undefined;
  }
}
