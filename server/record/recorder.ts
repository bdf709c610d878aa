import type { EventCommand, RecordedEvent } from '@intakt/contract';
import type { Database } from '@intakt/database';
import type { Clock } from '../clock.ts';
import { Refusal } from '../refuse.ts';
import { commitGroup, type Folded, foldAhead, type GroupContext, type GroupResult } from './commit.ts';
import type { Outcome, Unit } from './fold.ts';
import { type Prepared, prepare, type Recording } from './prepare.ts';
import { PROJECTIONS } from './projections.ts';
import { readTables } from './tables.ts';

export type RecordResult =
  | { ok: true; eventId: string; sequence: number; outcome: 'recorded' | 'known'; confirmed: boolean }
  | { ok: false; refusal: Refusal };

/** The only way in. */
export interface Recorder {
  /**
   * Records the commands in order. Each stands for itself, unless `atomic`: then either all are
   * recorded, or none is and every result carries the refusal of the first that could not be.
   */
  record(by: Recording, commands: EventCommand[], options?: { atomic?: boolean }): Promise<RecordResult[]>;
  /** Called after each commit of this process, in ledger order. */
  onCommit(listener: (events: RecordedEvent[], entitled: string[][]) => void): () => void;
  /** Waits until everything handed in is answered. */
  drain(): Promise<void>;
}

const MAX_GROUP_EVENTS = 2000;
const MAX_WAITING_EVENTS = 200_000;
const LEAST_TO_SHARE = 8;

export async function createRecorder(db: Database, clock: Clock, onBug: (error: unknown) => void): Promise<Recorder> {
  const context: GroupContext = {
    db,
    projections: PROJECTIONS,
    tables: await readTables(db),
    now: clock.instant,
    onBug,
  };
  return new GroupRecorder(context);
}

interface Waiting extends Unit {
  resolve: (outcomes: Outcome[]) => void;
  reject: (error: unknown) => void;
}

/** A group on its way. */
interface Commit {
  units: number;
  /** The next group may be folded upon it. */
  isFolded: Promise<void>;
  /** It is in the database, or refused with an error. */
  done: Promise<void>;
  isDone: boolean;
}

/**
 * Callers that come while a group is being committed wait and form the next one: under load one
 * transaction, one lock and one fsync serve many callers; a lone caller does not wait at all.
 */
class GroupRecorder implements Recorder {
  readonly #context: GroupContext;
  readonly #listeners = new Set<(events: RecordedEvent[], entitled: string[][]) => void>();
  #waiting: Waiting[] = [];
  #waitingEvents = 0;
  #running: Promise<void> | undefined;
  #onArrival: () => void = () => {};
  #isRetrying = false;

  constructor(context: GroupContext) {
    this.#context = context;
  }

  async record(by: Recording, commands: EventCommand[], { atomic = false } = {}): Promise<RecordResult[]> {
    if (commands.length === 0) return [];
    if (this.#waitingEvents + commands.length > MAX_WAITING_EVENTS)
      throw new Refusal('NOT_READY', { what: 'the recorder' });
    const prepared = commands.map((command) => prepare(by, command));
    const invalid = prepared.find((p) => p instanceof Refusal);
    if (atomic && invalid) return commands.map(() => ({ ok: false, refusal: invalid as Refusal }));
    const valid = prepared.filter((p): p is Prepared => !(p instanceof Refusal));
    const outcomes = valid.length > 0 ? await this.#enqueue(valid, atomic) : [];
    let next = 0;
    return prepared.map((p) => toResult(p instanceof Refusal ? p : outcomes[next++]!));
  }

  onCommit(listener: (events: RecordedEvent[], entitled: string[][]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async drain(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #enqueue(events: Prepared[], atomic: boolean): Promise<Outcome[]> {
    this.#waitingEvents += events.length;
    const answered = new Promise<Outcome[]>((resolve, reject) =>
      this.#waiting.push({ events, atomic, resolve, reject }),
    );
    this.#running ??= this.#run();
    this.#onArrival();
    return answered;
  }

  /** While one group is being written, the next is folded upon it. */
  async #run(): Promise<void> {
    let written: Commit | undefined;
    await nextTurn();
    while (this.#waiting.length > 0 || written) {
      if (this.#waiting.length < leastWorthFolding(written)) {
        await Promise.race([written!.done, this.#arrival()]);
        if (written!.isDone) written = undefined;
        await nextTurn();
        continue;
      }
      const group = this.#takeGroup(written ? Number.POSITIVE_INFINITY : this.#share());
      const ahead = this.#isRetrying ? undefined : await foldAhead(this.#context, group);
      await written?.done;
      written = this.#commit(group, ahead);
      await written.isFolded;
    }
    this.#running = undefined;
  }

  /** How many of those that wait begin: half of them if many do, so that folding and writing can take turns. */
  #share(): number {
    const { length } = this.#waiting;
    return length < LEAST_TO_SHARE || this.#context.db.kind === 'embedded' ? length : Math.ceil(length / 2);
  }

  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.#onArrival = resolve;
    });
  }

  /** Units that go together: all that wait, or half of them where the other half can be folded meanwhile. */
  #takeGroup(limit: number): Waiting[] {
    let events = 0;
    let count = 0;
    while (
      count < limit &&
      count < this.#waiting.length &&
      (count === 0 || events + this.#waiting[count]!.events.length <= MAX_GROUP_EVENTS)
    ) {
      events += this.#waiting[count++]!.events.length;
    }
    this.#waitingEvents -= events;
    return this.#waiting.splice(0, count);
  }

  #commit(group: Waiting[], ahead: Folded | undefined): Commit {
    const folded = Promise.withResolvers<void>();
    const commit: Commit = { units: group.length, isDone: false, isFolded: folded.promise, done: Promise.resolve() };
    commit.done = this.#commitAndAnswer(group, { ahead, onFolded: folded.resolve }).finally(() => {
      commit.isDone = true;
      folded.resolve();
    });
    return commit;
  }

  async #commitAndAnswer(group: Waiting[], options: Parameters<typeof commitGroup>[2] = {}): Promise<void> {
    try {
      const result = await commitGroup(this.#context, group, options);
      // In a turn of its own: the next group goes to the database before the answers call for more work.
      setImmediate(() => this.#answer(group, result));
    } catch (error) {
      await this.#retryApart(group, error);
    }
  }

  #answer(group: Waiting[], { outcomes, events, entitled }: GroupResult): void {
    for (const [i, unit] of group.entries()) unit.resolve(outcomes[i]!);
    if (events.length > 0) this.#tell(events, entitled);
  }

  /** A throw is a bug or a lost connection: find the culprit, let the others through. */
  async #retryApart(group: Waiting[], error: unknown): Promise<void> {
    if (group.length === 1) {
      this.#context.onBug(error);
      group[0]!.reject(error);
      return;
    }
    this.#isRetrying = true;
    for (const unit of group) await this.#commitAndAnswer([unit]);
    this.#isRetrying = false;
  }

  #tell(events: RecordedEvent[], entitled: string[][]): void {
    for (const listener of this.#listeners) {
      try {
        listener(events, entitled);
      } catch (error) {
        this.#context.onBug(error);
      }
    }
  }
}

/** Lets callers of the same turn of the event loop join. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** While a group is being written, half as many callers again are worth a group of their own. */
const leastWorthFolding = (written: Commit | undefined): number => (written ? Math.ceil(written.units / 2) : 1);

const toResult = (outcome: Outcome | Refusal): RecordResult =>
  outcome instanceof Refusal ? { ok: false, refusal: outcome } : { ok: true, ...outcome };
