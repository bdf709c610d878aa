import type { QueryRoot } from './touched.ts';

/** How long a pause ends a burst of events; a network that makes none is refreshed at the longest wait nevertheless. */
export interface Pace {
  pauseMs: number;
  longestMs: number;
}
export const IN_BURSTS: Pace = { pauseMs: 100, longestMs: 1000 };
/** What somebody has to act on is not kept waiting by what else the same fact changes. */
export const AT_ONCE: Pace = { pauseMs: 10, longestMs: 100 };

type Schedule = (work: () => void, delayMs: number) => unknown;

/**
 * Gathers what events made stale and hands it over once per burst, so that a file of a thousand
 * lines costs one refetch per screen.
 */
export class StaleRoots {
  #roots = new Set<QueryRoot>();
  #timer: unknown;
  #since = 0;
  readonly #pace: Pace;
  readonly #refresh: (roots: QueryRoot[]) => void;
  readonly #schedule: Schedule;
  readonly #cancel: (timer: never) => void;

  // The browser's own timers refuse to be called as members of another object, hence the arrows.
  constructor(
    pace: Pace,
    refresh: (roots: QueryRoot[]) => void,
    schedule: Schedule = (work, delayMs) => setTimeout(work, delayMs),
    cancel: (timer: never) => void = (timer) => clearTimeout(timer),
  ) {
    this.#pace = pace;
    this.#refresh = refresh;
    this.#schedule = schedule;
    this.#cancel = cancel;
  }

  add(roots: QueryRoot[], now: number): void {
    if (roots.length === 0) return;
    if (this.#roots.size === 0) this.#since = now;
    for (const root of roots) this.#roots.add(root);
    this.#cancel(this.#timer as never);
    const left = Math.max(0, this.#since + this.#pace.longestMs - now);
    this.#timer = this.#schedule(() => this.#flush(), Math.min(this.#pace.pauseMs, left));
  }

  #flush(): void {
    const roots = [...this.#roots];
    this.#roots.clear();
    this.#refresh(roots);
  }
}
