import type { Routes } from './routes.ts';

/**
 * Remembers the links of each client as they were at `mark` and which routes were touched since, so that taking back an
 * iteration costs as much as the iteration changed, whatever the size of the problem.
 */
export class Journal {
  readonly #routes: Routes;
  readonly #next: Int32Array;
  readonly #prev: Int32Array;
  readonly #touched: Int32Array;
  readonly #isTouched: Uint8Array;
  #count = 0;

  constructor(routes: Routes) {
    this.#routes = routes;
    this.#next = routes.next.slice();
    this.#prev = routes.prev.slice();
    this.#touched = new Int32Array(routes.instance.maxRoutes);
    this.#isTouched = new Uint8Array(routes.instance.maxRoutes);
  }

  /** From here on, what changes can be taken back. */
  mark(): void {
    const { next, prev } = this.#routes;
    for (let i = 0; i < this.#count; i++) {
      const route = this.#touched[i]!;
      const end = this.#routes.endOf(route);
      this.#isTouched[route] = 0;
      for (let node = this.#routes.startOf(route); node !== end; node = next[node]!) {
        this.#next[node] = next[node]!;
        this.#prev[next[node]!] = prev[next[node]!]!;
      }
    }
    this.#count = 0;
  }

  /** As `mark`, where routes were changed without being touched. */
  markAll(): void {
    for (let route = 0; route < this.#isTouched.length; route++) this.touch(route);
    this.mark();
  }

  /** The routes that were touched since `mark`. */
  touched(): Int32Array {
    return this.#touched.subarray(0, this.#count);
  }

  /** To be called before a route changes. */
  touch(route: number): void {
    if (this.#isTouched[route]) return;
    this.#isTouched[route] = 1;
    this.#touched[this.#count++] = route;
  }

  /** Whether a client is next to others than it was at `mark`. */
  isMoved(node: number): boolean {
    return this.#routes.next[node] !== this.#next[node] || this.#routes.prev[node] !== this.#prev[node];
  }

  /** Makes every route again what it was at `mark`. */
  rollBack(): void {
    const { next, prev } = this.#routes;
    this.#routes.tick++;
    for (let i = 0; i < this.#count; i++) {
      const route = this.#touched[i]!;
      const end = this.#routes.endOf(route);
      this.#isTouched[route] = 0;
      for (let node = this.#routes.startOf(route); node !== end; node = next[node]!) {
        next[node] = this.#next[node]!;
        prev[next[node]!] = node;
      }
      this.#routes.refresh(route);
    }
    this.#count = 0;
  }
}
