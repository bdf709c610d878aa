import type { Routes } from './routes.ts';

export interface Solution {
  cost: number;
  /** Clients of each tour that is driven, in order. */
  tours: number[][];
}

/** The best tours so far that keep every rule. */
export class Incumbent {
  cost = Number.POSITIVE_INFINITY;
  readonly #order: Int32Array;
  readonly #bounds: Int32Array;
  #count = 0;

  constructor(clients: number, maxRoutes: number) {
    this.#order = new Int32Array(clients);
    this.#bounds = new Int32Array(maxRoutes + 1);
  }

  /** Remembers the tours where they keep the rules and are cheaper. */
  keep(routes: Routes): void {
    if (!routes.feasible || routes.totalCost >= this.cost) return;
    this.cost = routes.totalCost;
    this.#count = 0;
    let at = 0;
    for (let route = 0; route < routes.size.length; route++) {
      if (routes.size[route] === 0) continue;
      const end = routes.endOf(route);
      for (let node = routes.next[routes.startOf(route)]!; node !== end; node = routes.next[node]!)
        this.#order[at++] = node;
      this.#bounds[++this.#count] = at;
    }
  }

  solution(): Solution | undefined {
    if (this.cost === Number.POSITIVE_INFINITY) return undefined;
    const tour = (i: number) => [...this.#order.subarray(this.#bounds[i], this.#bounds[i + 1])];
    return { cost: this.cost, tours: Array.from({ length: this.#count }, (_, i) => tour(i)) };
  }
}
