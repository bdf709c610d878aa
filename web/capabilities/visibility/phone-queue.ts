import { createStore, get, update } from 'idb-keyval';
import { Refused } from '../../api.ts';
import { type PhonePosition, type PhoneStep, sendPositions, sendStep } from './phone-client.ts';

interface Waiting {
  steps: PhoneStep[];
  positions: PhonePosition[];
}
const NOTHING: Waiting = { steps: [], positions: [] };
/** So many positions are a day of driving; older ones go first when there is no room. */
const MOST_POSITIONS = 2000;
const PER_REQUEST = 500;

/** What was said on this phone and is not with the server yet; it outlives a closed page and a dead spot. */
export class PhoneQueue {
  readonly #token: string;
  readonly #store = createStore('intakt-phone', 'waiting');
  readonly #changed: (waiting: number, refused?: Refused) => void;
  #sending: Promise<void> | undefined;

  constructor(token: string, changed: (waiting: number, refused?: Refused) => void) {
    this.#token = token;
    this.#changed = changed;
  }

  async say(step: PhoneStep): Promise<void> {
    await this.#change(({ steps, positions }) => ({ steps: [...steps, step], positions }));
    await this.send();
  }

  async move(position: PhonePosition): Promise<void> {
    await this.#change(({ steps, positions }) => ({
      steps,
      positions: [...positions, position].slice(-MOST_POSITIONS),
    }));
    await this.send();
  }

  /** One sender at a time, steps before positions; without a connection everything stays where it is. */
  send(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    let refused: Refused | undefined;
    for (
      let waiting = await this.#read();
      waiting.steps.length + waiting.positions.length > 0;
      waiting = await this.#read()
    ) {
      try {
        await this.#sendNext(waiting);
      } catch (error) {
        if (!isFinal(error)) break;
        refused = error;
      }
      await this.#drop(waiting);
    }
    const { steps, positions } = await this.#read();
    this.#changed(steps.length + positions.length, refused);
  }

  async #sendNext({ steps: [step], positions }: Waiting): Promise<void> {
    if (step) await sendStep(this.#token, step);
    else await sendPositions(this.#token, positions.slice(0, PER_REQUEST));
  }

  /** Meanwhile more may have been said: what was sent is known by what it is, not by where it stood. */
  #drop({ steps: [step], positions }: Waiting): Promise<void> {
    const sent = new Set(positions.slice(0, PER_REQUEST).map(({ at }) => at));
    return this.#change((now) =>
      step
        ? { ...now, steps: now.steps.filter(({ id }) => id !== step.id) }
        : { ...now, positions: now.positions.filter(({ at }) => !sent.has(at)) },
    );
  }

  #read = async (): Promise<Waiting> => (await get<Waiting>(this.#token, this.#store)) ?? NOTHING;

  async #change(next: (waiting: Waiting) => Waiting): Promise<void> {
    await update<Waiting>(this.#token, (waiting) => next(waiting ?? NOTHING), this.#store);
    const { steps, positions } = await this.#read();
    this.#changed(steps.length + positions.length);
  }
}

/** An answer that will not change by waiting; too many requests, an ended link and a failing server may. */
const isFinal = (error: unknown): error is Refused =>
  error instanceof Refused &&
  error.problem.status >= 400 &&
  error.problem.status < 500 &&
  ![401, 429].includes(error.problem.status);
