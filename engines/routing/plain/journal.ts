import type { Routes } from './routes.ts';

/**
 * Remembers each route as it was before it was first touched since `mark`, so that taking back an iteration costs as much as
 * the iteration changed, whatever the size of the problem.
 */
export class Journal {
  readonly #routes: Routes;
  readonly #kept: Int32Array;
  readonly #bounds: Int32Array;
  readonly #touched: Int32Array;
  readonly #isTouched: Uint8Array;
  #count = 0;

  constructor(routes: Routes) {
    const { clients, maxRoutes } = routes.instance;
    this.#routes = routes;
    this.#kept = new Int32Array(clients);
    this.#bounds = new Int32Array(maxRoutes + 1);
    this.#touched = new Int32Array(maxRoutes);
    this.#isTouched = new Uint8Array(maxRoutes);
  }

  /** From here on, what changes can be taken back. */
  mark(): void {
    for (let i = 0; i < this.#count; i++) this.#isTouched[this.#touched[i]!] = 0;
    this.#count = 0;
  }

  /** To be called before a route changes. */
  touch(route: number): void {
    if (this.#isTouched[route]) return;
    this.#isTouched[route] = 1;
    const { next } = this.#routes;
    const end = this.#routes.endOf(route);
    let at = this.#bounds[this.#count]!;
    for (let node = next[this.#routes.startOf(route)]!; node !== end; node = next[node]!) this.#kept[at++] = node;
    this.#touched[this.#count++] = route;
    this.#bounds[this.#count] = at;
  }

  /** Makes every route again what it was at `mark`. */
  rollBack(): void {
    this.#routes.tick++;
    for (let i = 0; i < this.#count; i++) {
      this.#routes.put(this.#touched[i]!, this.#kept, this.#bounds[i]!, this.#bounds[i + 1]!);
      this.#routes.refresh(this.#touched[i]!);
    }
    this.mark();
  }
}
