import { refuse } from '../refuse.ts';

const WINDOW_MS = 15 * 60_000;
const MAX_KEYS = 50_000;

/** Failed attempts per key within a quarter of an hour, on this server. Attempts under way count as failed until they succeed. */
export class Throttle {
  readonly #limit: number;
  readonly #now: () => number;
  readonly #failures = new Map<string, number[]>();

  /** The monotonic clock by default: setting the wall clock must not open or close the door. */
  constructor(limit: number, now: () => number = () => performance.now()) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Takes a place or refuses; call what it returns when the attempt was right. */
  take(key: string): () => void {
    const now = this.#now();
    const recent = (this.#failures.get(key) ?? []).filter((at) => at > now - WINDOW_MS);
    if (recent.length >= this.#limit) {
      refuse('TOO_MANY_REQUESTS', {
        limit: this.#limit,
        window: '15 minutes',
        seconds: Math.ceil((recent[0]! + WINDOW_MS - now) / 1000),
      });
    }
    recent.push(now);
    this.#keep(key, recent);
    return () => this.#release(key, now);
  }

  /** Only this attempt: being right once must not wipe out the wrong guesses at other accounts. */
  #release(key: string, at: number): void {
    const rest = this.#failures.get(key) ?? [];
    const index = rest.indexOf(at);
    if (index >= 0) rest.splice(index, 1);
    if (rest.length === 0) this.#failures.delete(key);
  }

  #keep(key: string, recent: number[]): void {
    this.#failures.delete(key);
    if (this.#failures.size >= MAX_KEYS) this.#failures.delete(this.#failures.keys().next().value!);
    this.#failures.set(key, recent);
  }
}
