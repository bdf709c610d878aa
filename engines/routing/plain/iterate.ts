import type { Random } from '../random.ts';
import { Incumbent, type Solution } from './incumbent.ts';
import type { PlainInstance } from './instance.ts';
import { LocalSearch } from './local-search.ts';
import type { Partitioner } from './partition.ts';
import { recreate } from './recreate.ts';
import { RoutePool } from './route-pool.ts';
import type { Removed } from './ruins/ruin.ts';
import { takeOut } from './ruins/take.ts';
import { Weights } from './weights.ts';

/** Granular neighbours of a client. */
const NEIGHBOURS = 25;
/** The temperature at the end, as a share of that at the start. */
const COOLED = 0.2;
/** Iterations that a client needs in the whole search for the full temperature at the start: with fewer, less may be gambled away. */
const ITERATIONS_FOR_FULL_HEAT = 400;
/** With fewer, large ruins and no partition: what is missing is another number of tours rather than the last percent. */
const ITERATIONS_FOR_CARE = 150;
/** Clients that are taken out at once at most, in a long and in a short search. */
const FEW = 10;
const MANY = 25;
const REPAIRS = 3;
/** Tours of solutions that cost so much more than the best are no material for a better one. */
const POOLED_WITHIN = 1.02;
const POOL = 6000;
/** When, as shares of the time, the tours found so far are put together anew. */
const PARTITION_AT = [0.5, 0.9];
/** Tours that are longer on average seldom fit together, and searches with fewer iterations a client have better uses of their time. */
const LONGEST_PARTITIONED = 25;

/**
 * Iterated local search: ruin a few clients, recreate, descend, and accept by simulated annealing whose temperature follows the
 * share of the time that is used up (acceptance as in Christiaens and Vanden Berghe, Transportation Science 54, 2020).
 * A refused iteration is taken back by the journal, so that it costs the same at 100 clients and at 1,000.
 * With a partitioner, the tours of all accepted solutions are from time to time put together to the cheapest whole.
 */
export class IteratedSearch {
  readonly #search: LocalSearch;
  readonly #removed: Removed;
  readonly #weights: Weights;
  readonly #incumbent: Incumbent;
  readonly #pool: RoutePool;
  readonly #partition: Partitioner | undefined;
  readonly #typicalArc: number;
  #steps = 0;
  #partitions = 0;
  #accepted: number;

  constructor(instance: PlainInstance, random: Random, partition?: Partitioner) {
    const { clients, maxRoutes } = instance;
    this.#search = new LocalSearch(instance, random, NEIGHBOURS);
    this.#removed = { clients: new Int32Array(clients + 1), count: 0, newRouteAllowed: true, largest: FEW, around: [] };
    this.#incumbent = new Incumbent(clients, maxRoutes);
    this.#pool = new RoutePool(clients, POOL, random);
    this.#partition = partition;
    this.#typicalArc = typicalArc(this.#search);
    this.#weights = new Weights(this.#search.routes, this.#typicalArc);
    this.#construct();
    this.#accepted = this.#search.routes.penalised;
  }

  /** Cost of the best tours that keep every rule; infinite while there are none. */
  get bestCost(): number {
    return this.#incumbent.cost;
  }

  best(): Solution | undefined {
    return this.#incumbent.solution();
  }

  /** One iteration; `elapsed` is the share of the time that is used up, from 0 to 1. */
  step(elapsed: number): void {
    const { routes, journal, random } = this.#search;
    this.#steps++;
    this.#removed.largest = this.#iterationsPerClient(elapsed) < ITERATIONS_FOR_CARE ? MANY : FEW;
    takeOut(this.#search, this.#removed);
    recreate(this.#search, this.#removed);
    this.#wakeMoved();
    this.#search.descend();
    this.#incumbent.keep(routes);
    const slack = -this.#temperature(elapsed) * Math.log(random.unit());
    this.#weights.observe();
    if (routes.penalised < this.#accepted + slack) this.#accept();
    else journal.rollBack();
    // Only now, so that what is refused is not judged by two sets of weights.
    this.#weights.adapt();
    this.#accepted = routes.penalised;
    this.#putTogether(elapsed);
  }

  /** Goes on from tours found elsewhere where they are cheaper than the present ones. */
  adopt({ cost, tours }: Solution): void {
    const { routes, journal } = this.#search;
    if (cost >= this.#accepted) return;
    routes.clear();
    routes.tick++;
    for (const [route, tour] of tours.entries()) {
      routes.put(route, Int32Array.from(tour), 0, tour.length);
      routes.refresh(route);
    }
    journal.markAll();
    this.#accepted = routes.penalised;
    this.#incumbent.keep(routes);
  }

  #accept(): void {
    const { routes, journal } = this.#search;
    if (this.#partition && routes.totalCost < this.#incumbent.cost * POOLED_WITHIN)
      for (const route of journal.touched()) this.#pool.add(routes, route);
    journal.mark();
  }

  /** Iterations that each client gets in the whole search, as far as can be told now. */
  #iterationsPerClient(elapsed: number): number {
    return this.#steps / Math.max(elapsed, 0.01) / this.#search.routes.instance.clients;
  }

  #temperature(elapsed: number): number {
    const heat = Math.min(1, this.#iterationsPerClient(elapsed) / ITERATIONS_FOR_FULL_HEAT);
    return this.#typicalArc * heat * COOLED ** elapsed;
  }

  #putTogether(elapsed: number): void {
    if (!this.#partition || elapsed < (PARTITION_AT[this.#partitions] ?? Number.POSITIVE_INFINITY)) return;
    this.#partitions++;
    const known = this.#incumbent.solution();
    const { instance } = this.#search.routes;
    if (!known || this.#iterationsPerClient(elapsed) < ITERATIONS_FOR_CARE) return;
    if (instance.clients / known.tours.length > LONGEST_PARTITIONED) return;
    this.#pool.addTours(instance, known.tours);
    const better = this.#partition(this.#pool, known, instance.maxRoutes);
    if (better) this.adopt(better);
  }

  #construct(): void {
    const { routes, random, journal } = this.#search;
    const { clients } = routes.instance;
    for (let i = 0; i < clients; i++) this.#removed.clients[i] = i + 1;
    random.shuffle(this.#removed.clients, clients);
    this.#removed.count = clients;
    recreate(this.#search, this.#removed);
    this.#search.wakeAll();
    this.#search.descend();
    this.#repair();
    this.#incumbent.keep(routes);
    journal.mark();
  }

  /** Descends again with dearer and dearer violations, so that there is soon an answer that keeps the rules. */
  #repair(): void {
    const { routes } = this.#search;
    const { loadWeight, warpWeight } = routes;
    for (let tries = 1; tries <= REPAIRS && !routes.feasible; tries++) {
      routes.reweigh(loadWeight * 10 ** tries, warpWeight * 10 ** tries);
      routes.tick++;
      routes.changedAt.fill(routes.tick);
      this.#search.wakeAll();
      this.#search.descend();
    }
    routes.reweigh(loadWeight, warpWeight);
  }

  /** Of the clients that came back, and of those that were or are next to them, the ones that are not where they were. */
  #wakeMoved(): void {
    const { routes } = this.#search;
    for (let i = 0; i < this.#removed.count; i++) {
      const client = this.#removed.clients[i]!;
      this.#search.wakeIfMoved(routes.prev[client]!);
      this.#search.wakeIfMoved(client);
      this.#search.wakeIfMoved(routes.next[client]!);
    }
    for (const client of this.#removed.around) this.#search.wakeIfMoved(client);
  }
}

function typicalArc({ routes, neighbours, width }: LocalSearch): number {
  const { clients, cost } = routes.instance;
  if (width === 0) return 1;
  let sum = 0;
  for (let client = 1; client <= clients; client++) sum += cost[client * routes.sites + neighbours[client * width]!]!;
  return Math.max(1, sum / clients);
}
