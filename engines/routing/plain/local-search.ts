import type { Random } from '../random.ts';
import { granularNeighbours, type PlainInstance } from './instance.ts';
import { Journal } from './journal.ts';
import { OPERATORS } from './operators/index.ts';
import { Routes } from './routes.ts';
import type { Pieces } from './warp.ts';

/**
 * Looks for moves that make the tours cheaper, violations priced in, until there is none near a node that is awake. Nodes wake
 * when something next to them changes; a pair of routes is looked at again from a node only if one of the two changed since.
 */
export class LocalSearch {
  readonly routes: Routes;
  readonly journal: Journal;
  readonly random: Random;
  readonly neighbours: Int32Array;
  readonly width: number;
  readonly symmetric: boolean;
  readonly hasWindows: boolean;
  /** When a node was last looked at, in ticks of the routes. */
  readonly testedAt: Int32Array;
  /** Scratch of the operators within a route. */
  readonly pieces: Pieces = { ends: new Int32Array(8), count: 0 };
  readonly #queue: Int32Array;
  readonly #awake: Uint8Array;
  #head = 0;
  #waiting = 0;

  constructor(instance: PlainInstance, random: Random, neighbourCount: number) {
    this.routes = new Routes(instance);
    this.journal = new Journal(this.routes);
    this.random = random;
    const { list, width } = granularNeighbours(instance, neighbourCount);
    this.neighbours = list;
    this.width = width;
    this.symmetric = isSymmetric(instance.cost, instance.clients + 1);
    this.hasWindows = this.routes.nodes > 0 && mayBeLate(instance);
    this.testedAt = new Int32Array(this.routes.nodes).fill(-1);
    this.#queue = new Int32Array(instance.clients + 1);
    this.#awake = new Uint8Array(this.routes.nodes);
  }

  /** Has a client looked at in the next descent. Nodes of the depot are not looked at. */
  wake(node: number): void {
    if (node > this.routes.instance.clients || node === 0 || this.#awake[node]) return;
    this.#awake[node] = 1;
    let tail = this.#head + this.#waiting++;
    if (tail >= this.#queue.length) tail -= this.#queue.length;
    this.#queue[tail] = node;
  }

  /** Wakes a client that has another one before or behind it than when the journal was marked. */
  wakeIfMoved(node: number): void {
    if (this.journal.isMoved(node)) this.wake(node);
  }

  wakeAround(node: number): void {
    this.wake(this.routes.prev[node]!);
    this.wake(node);
    this.wake(this.routes.next[node]!);
  }

  wakeAll(): void {
    const { clients } = this.routes.instance;
    const order = Int32Array.from({ length: clients }, (_, i) => i + 1);
    this.random.shuffle(order);
    for (const node of order) this.wake(node);
  }

  /** To be called when the links of a move are in place: brings what is known about its routes up to date. */
  settle(first: number, second: number): void {
    this.routes.tick++;
    this.routes.refresh(first);
    if (second !== first) this.routes.refresh(second);
  }

  descend(): void {
    const { routes, testedAt } = this;
    while (this.#waiting > 0) {
      const node = this.#queue[this.#head]!;
      if (++this.#head === this.#queue.length) this.#head = 0;
      this.#waiting--;
      this.#awake[node] = 0;
      if (routes.route[node]! < 0) continue;
      const before = routes.tick;
      for (const { improve } of OPERATORS) if (improve(this, node) < 0) this.wake(node);
      testedAt[node] = before;
    }
  }
}

function isSymmetric(matrix: Int32Array, sites: number): boolean {
  for (let i = 0; i < sites; i++)
    for (let j = 0; j < i; j++) if (matrix[i * sites + j] !== matrix[j * sites + i]) return false;
  return true;
}

/** Whether the sum of the longest ways and services could miss any window at all. */
function mayBeLate({ clients, time, earliest, latest, service }: PlainInstance): boolean {
  const longest = time.reduce((most, way) => Math.max(most, way), 0);
  const opens = earliest.reduce((most, at) => Math.max(most, at), 0);
  const closes = latest.reduce((least, at) => Math.min(least, at), latest[0]!);
  return opens + longest * (clients + 1) + service.reduce((sum, at) => sum + at, 0) > closes;
}
