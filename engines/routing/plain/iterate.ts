import type { Random } from '../random.ts';
import { Incumbent, type Solution } from './incumbent.ts';
import type { PlainInstance } from './instance.ts';
import { LocalSearch } from './local-search.ts';
import { recreate } from './recreate.ts';
import type { Removed } from './ruins/ruin.ts';
import { takeOut } from './ruins/take.ts';
import { Weights } from './weights.ts';

/** Granular neighbours of a client. */
const NEIGHBOURS = 35;
/** The temperature at the end, as a share of that at the start. */
const COOLED = 0.01;
const REPAIRS = 3;

/**
 * Iterated local search: ruin a few clients, recreate, descend, and accept by simulated annealing whose temperature follows the
 * share of the time that is used up (acceptance as in Christiaens and Vanden Berghe, Transportation Science 54, 2020).
 * A refused iteration is taken back by the journal, so that it costs the same at 100 clients and at 1,000.
 */
export class IteratedSearch {
  readonly #search: LocalSearch;
  readonly #removed: Removed;
  readonly #weights: Weights;
  readonly #incumbent: Incumbent;
  readonly #startTemperature: number;
  #accepted: number;

  constructor(instance: PlainInstance, random: Random) {
    const { clients, maxRoutes } = instance;
    this.#search = new LocalSearch(instance, random, NEIGHBOURS);
    this.#removed = { clients: new Int32Array(clients + 1), count: 0, newRouteAllowed: true };
    this.#incumbent = new Incumbent(clients, maxRoutes);
    const arc = typicalArc(this.#search);
    this.#weights = new Weights(this.#search.routes, arc);
    this.#startTemperature = arc * startHeat(clients);
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
    takeOut(this.#search, this.#removed);
    recreate(this.#search, this.#removed);
    this.#wakeReturned();
    this.#search.descend();
    this.#incumbent.keep(routes);
    const slack = -this.#startTemperature * COOLED ** elapsed * Math.log(random.unit());
    this.#weights.observe();
    if (routes.penalised < this.#accepted + slack) journal.mark();
    else journal.rollBack();
    // Only now, so that what is refused is not judged by two sets of weights.
    this.#weights.adapt();
    this.#accepted = routes.penalised;
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
    journal.mark();
    this.#accepted = routes.penalised;
    this.#incumbent.keep(routes);
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

  #wakeReturned(): void {
    for (let i = 0; i < this.#removed.count; i++) this.#search.wakeAround(this.#removed.clients[i]!);
  }
}

/** The more clients, the fewer iterations each of them gets in the same time, and the less may be gambled away. */
const startHeat = (clients: number): number => Math.min(1, (100 / clients) ** 1.1);

function typicalArc({ routes, neighbours, width }: LocalSearch): number {
  const { clients, cost } = routes.instance;
  if (width === 0) return 1;
  let sum = 0;
  for (let client = 1; client <= clients; client++) sum += cost[client * routes.sites + neighbours[client * width]!]!;
  return Math.max(1, sum / clients);
}
