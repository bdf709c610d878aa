import type { Random } from '../random.ts';
import type { PlainInstance } from './instance.ts';
import type { Routes } from './routes.ts';

/**
 * Tours that kept every rule in some accepted solution, each set of clients once and in its cheapest order: the columns from
 * which set partitioning picks a cheaper whole (Subramanian, Uchoa and Ochi, Computers & Operations Research 40, 2013).
 * When it is full, the oldest half makes room.
 */
export class RoutePool {
  readonly #most: number;
  /** A number of its own for each client; a set of clients is known by their exclusive or. */
  readonly #marks: [Int32Array, Int32Array];
  #tours = new Map<number, { cost: number; clients: Int32Array }>();

  constructor(clients: number, most: number, random: Random) {
    this.#most = most;
    const draw = () => Int32Array.from({ length: clients + 1 }, () => random.below(2 ** 32));
    this.#marks = [draw(), draw()];
  }

  get size(): number {
    return this.#tours.size;
  }

  *[Symbol.iterator](): Iterator<{ cost: number; clients: Int32Array }> {
    yield* this.#tours.values();
  }

  /** Remembers a tour of `routes`, where it is driven and keeps the rules. */
  add(routes: Routes, route: number): void {
    if (routes.size[route] === 0 || routes.penalty[route]! > 0) return;
    const [high, low] = this.#marks;
    const end = routes.endOf(route);
    let [a, b] = [0, 0];
    for (let node = routes.next[routes.startOf(route)]!; node !== end; node = routes.next[node]!) {
      a ^= high[node]!;
      b ^= low[node]!;
    }
    const key = keyOf(a, b);
    const cost = routes.cost[route]!;
    if (this.#isNews(key, cost)) this.#tours.set(key, { cost, clients: clientsOf(routes, route) });
  }

  /** Remembers tours that are known to keep the rules. */
  addTours({ cost, clients }: PlainInstance, tours: readonly number[][]): void {
    const sites = clients + 1;
    const [high, low] = this.#marks;
    for (const tour of tours) {
      const key = keyOf(
        tour.reduce((all, client) => all ^ high[client]!, 0),
        tour.reduce((all, client) => all ^ low[client]!, 0),
      );
      const sum = [...tour, 0].reduce((so, to, i) => so + cost[(tour[i - 1] ?? 0) * sites + to]!, 0);
      if (this.#isNews(key, sum)) this.#tours.set(key, { cost: sum, clients: Int32Array.from(tour) });
    }
  }

  #isNews(key: number, cost: number): boolean {
    const known = this.#tours.get(key);
    if (!known && this.#tours.size >= this.#most) this.#forgetOldest();
    return !known || known.cost > cost;
  }

  #forgetOldest(): void {
    this.#tours = new Map([...this.#tours].slice(this.#most >> 1));
  }
}

/** 53 bits of 64: as much as a number holds exactly. */
const keyOf = (high: number, low: number): number => (high & 0x1fffff) * 2 ** 32 + (low >>> 0);

function clientsOf(routes: Routes, route: number): Int32Array {
  const clients = new Int32Array(routes.size[route]!);
  let node = routes.next[routes.startOf(route)]!;
  for (let i = 0; i < clients.length; i++, node = routes.next[node]!) clients[i] = node;
  return clients;
}
