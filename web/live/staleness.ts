import type { QueryRoot } from './touched.ts';

export const DEBOUNCE_MS = 100;
/** A busy network sends events without a pause; the screen is refreshed at this pace nevertheless. */
export const LONGEST_WAIT_MS = 1000;

type Schedule = (work: () => void, delayMs: number) => unknown;

/**
 * Gathers what events made stale and hands it over once per burst, so that a file of a thousand
 * lines costs one refetch per screen.
 */
export class StaleRoots {
  #roots = new Set<QueryRoot>();
  #timer: unknown;
  #since = 0;
  readonly #refresh: (roots: QueryRoot[]) => void;
  readonly #schedule: Schedule;
  readonly #cancel: (timer: never) => void;

  // The browser's own timers refuse to be called as members of another object, hence the arrows.
  constructor(
    refresh: (roots: QueryRoot[]) => void,
    schedule: Schedule = (work, delayMs) => setTimeout(work, delayMs),
    cancel: (timer: never) => void = (timer) => clearTimeout(timer),
  ) {
    this.#refresh = refresh;
    this.#schedule = schedule;
    this.#cancel = cancel;
  }

  add(roots: QueryRoot[], now: number): void {
    if (roots.length === 0) return;
    if (this.#roots.size === 0) this.#since = now;
    for (const root of roots) this.#roots.add(root);
    this.#cancel(this.#timer as never);
    const left = Math.max(0, this.#since + LONGEST_WAIT_MS - now);
    this.#timer = this.#schedule(() => this.#flush(), Math.min(DEBOUNCE_MS, left));
  }

  #flush(): void {
    const roots = [...this.#roots];
    this.#roots.clear();
    this.#refresh(roots);
  }
}
