import type { EventCommand, RecordedEvent } from '@intakt/contract';
import type { Database } from '@intakt/database';
import type { Clock } from '../clock.ts';
import { Refusal } from '../refuse.ts';
import { commitGroup, type GroupContext, type Outcome, type Unit } from './commit.ts';
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
    return answered;
  }

  /** Lets callers of the same turn of the event loop join the first group. */
  async #run(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commitNext(this.#takeGroup());
    this.#running = undefined;
  }

  #takeGroup(): Waiting[] {
    let events = 0;
    let count = 0;
    while (
      count < this.#waiting.length &&
      (count === 0 || events + this.#waiting[count]!.events.length <= MAX_GROUP_EVENTS)
    ) {
      events += this.#waiting[count++]!.events.length;
    }
    this.#waitingEvents -= events;
    return this.#waiting.splice(0, count);
  }

  async #commitNext(group: Waiting[]): Promise<void> {
    try {
      const { outcomes, events, entitled } = await commitGroup(this.#context, group);
      for (const [i, unit] of group.entries()) unit.resolve(outcomes[i]!);
      if (events.length > 0) this.#tell(events, entitled);
    } catch (error) {
      await this.#retryApart(group, error);
    }
  }

  /** A throw under the lock is a bug or a lost connection: find the culprit, let the others through. */
  async #retryApart(group: Waiting[], error: unknown): Promise<void> {
    if (group.length === 1) {
      this.#context.onBug(error);
      group[0]!.reject(error);
      return;
    }
    for (const unit of group) await this.#commitNext([unit]);
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

const toResult = (outcome: Outcome | Refusal): RecordResult =>
  outcome instanceof Refusal ? { ok: false, refusal: outcome } : { ok: true, ...outcome };
