import type { PlainInstance } from './instance.ts';

/** Of each node in `Routes.segment`: what came before it, itself included, and what comes after it, itself included. */
export const LEAVES = 0;
export const WARP_BEFORE = 1;
export const LATEST = 2;
export const WARP_AFTER = 3;

/**
 * A set of tours as linked nodes in flat arrays, with what every move has to know about the tour before and after a node.
 *
 * Nodes 1 … clients are the clients; each route has two nodes of its own for leaving and reaching the depot. Where a
 * truck comes late, time is turned back to the end of the window, and what was turned back is counted: the time warp of
 * Nagata, Bräysy and Dullaert (Computers & Operations Research 37, 2010). Tours leave the depot when it opens, so that of
 * Vidal's four segment figures (2013) two suffice on each side: before a node, when the truck leaves it and the warp so
 * far; after it, the latest start that adds no warp, and the warp from there on.
 */
export class Routes {
  readonly instance: PlainInstance;
  readonly nodes: number;
  readonly sites: number;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Of a client that is in no tour: −1. */
  readonly route: Int32Array;
  readonly position: Int32Array;
  readonly site: Int32Array;
  /** Four figures a node; see the constants above. */
  readonly segment: Int32Array;
  /** Cost of the arc from a node to the next: read for every move, and the matrix does not fit into the cache. */
  readonly onward: Int32Array;
  /** The matrix of costs by column: row `i` holds what it costs to come to `i`. */
  readonly into: Int32Array;
  /** Load of the tour up to and with the node. */
  readonly loadUpTo: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly service: Int32Array;
  readonly demand: Int32Array;
  readonly size: Int32Array;
  readonly cost: Int32Array;
  readonly warp: Int32Array;
  readonly load: Int32Array;
  /** What the violations of a route cost at the present weights. */
  readonly penalty: Float64Array;
  /** When a route was last changed, in ticks of `tick`. */
  readonly changedAt: Int32Array;
  tick = 0;
  loadWeight = 1;
  warpWeight = 1;
  /** Sums over all routes. */
  totalCost = 0;
  totalPenalty = 0;
  violated = 0;

  constructor(instance: PlainInstance) {
    const { clients, maxRoutes } = instance;
    this.instance = instance;
    this.sites = clients + 1;
    this.nodes = clients + 1 + 2 * maxRoutes;
    [this.next, this.prev, this.route, this.position, this.site] = columns(this.nodes);
    [this.loadUpTo, this.earliest, this.latest, this.service, this.demand] = columns(this.nodes);
    [this.size, this.cost, this.warp, this.load, this.changedAt] = columns(maxRoutes);
    this.segment = new Int32Array(4 * this.nodes);
    this.onward = new Int32Array(this.nodes);
    this.into = byColumn(instance.cost, this.sites);
    this.penalty = new Float64Array(maxRoutes);
    for (let node = 1; node < this.nodes; node++) {
      const site = node <= clients ? node : 0;
      this.site[node] = site;
      this.earliest[node] = instance.earliest[site]!;
      this.latest[node] = instance.latest[site]!;
      this.service[node] = node <= clients ? instance.service[site]! : 0;
      this.demand[node] = node <= clients ? instance.demand[site]! : 0;
    }
    this.clear();
  }

  startOf(route: number): number {
    return this.instance.clients + 1 + 2 * route;
  }

  endOf(route: number): number {
    return this.instance.clients + 2 + 2 * route;
  }

  get penalised(): number {
    return this.totalCost + this.totalPenalty;
  }

  get feasible(): boolean {
    return this.violated === 0;
  }

  /** Takes every client out of its tour. */
  clear(): void {
    this.route.fill(-1);
    for (let route = 0; route < this.instance.maxRoutes; route++) {
      this.put(route, NOTHING, 0, 0);
      this.refresh(route);
    }
  }

  /** Makes the clients `order[from … to)` the tour `route`; the caller refreshes it. */
  put(route: number, order: Int32Array, from: number, to: number): void {
    let last = this.startOf(route);
    this.route[last] = route;
    this.prev[last] = last;
    for (let i = from; i < to; i++) {
      const node = order[i]!;
      this.next[last] = node;
      this.prev[node] = last;
      this.route[node] = route;
      last = node;
    }
    const end = this.endOf(route);
    this.next[last] = end;
    this.prev[end] = last;
    this.next[end] = end;
    this.route[end] = route;
  }

  /** Takes out the chain `first` … `last`; the caller refreshes its route. */
  unlink(first: number, last: number): void {
    const before = this.prev[first]!;
    const after = this.next[last]!;
    this.next[before] = after;
    this.prev[after] = before;
  }

  /** Puts the chain `first` … `last` behind `node`; the caller refreshes the node's route, which enrols the chain. */
  link(first: number, last: number, node: number): void {
    const after = this.next[node]!;
    this.next[node] = first;
    this.prev[first] = node;
    this.next[last] = after;
    this.prev[after] = last;
  }

  /** Computes anew all that is known about a route from its links. */
  refresh(route: number): void {
    this.totalCost -= this.cost[route]!;
    this.totalPenalty -= this.penalty[route]!;
    this.violated -= +(this.warp[route]! > 0 || this.load[route]! > this.instance.capacity);
    this.#walkForward(route);
    this.#walkBackward(route);
    this.penalty[route] = this.#penaltyOf(route);
    this.totalCost += this.cost[route]!;
    this.totalPenalty += this.penalty[route]!;
    this.violated += +(this.warp[route]! > 0 || this.load[route]! > this.instance.capacity);
    this.changedAt[route] = this.tick;
  }

  /** New weights; whole numbers, so that sums of penalties stay exact. */
  reweigh(loadWeight: number, warpWeight: number): void {
    this.loadWeight = loadWeight;
    this.warpWeight = warpWeight;
    this.totalPenalty = 0;
    for (let route = 0; route < this.penalty.length; route++) {
      this.penalty[route] = this.#penaltyOf(route);
      this.totalPenalty += this.penalty[route]!;
    }
  }

  #penaltyOf(route: number): number {
    const excess = Math.max(0, this.load[route]! - this.instance.capacity);
    return excess * this.loadWeight + this.warp[route]! * this.warpWeight;
  }

  #walkForward(route: number): void {
    const { next, site, segment, onward, loadUpTo, earliest, latest, service, demand, sites } = this;
    const { cost, time } = this.instance;
    const end = this.endOf(route);
    let node = this.startOf(route);
    let clock = earliest[node]!;
    let [warp, load, sum, position] = [0, 0, 0, 0];
    segment[4 * node] = clock;
    segment[4 * node + WARP_BEFORE] = 0;
    loadUpTo[node] = 0;
    this.position[node] = 0;
    while (node !== end) {
      const to = next[node]!;
      const arc = site[node]! * sites + site[to]!;
      const price = cost[arc]!;
      onward[node] = price;
      sum += price;
      clock += time[arc]!;
      clock = Math.max(clock, earliest[to]!);
      const late = Math.max(0, clock - latest[to]!);
      warp += late;
      clock += service[to]! - late;
      load += demand[to]!;
      segment[4 * to] = clock;
      segment[4 * to + WARP_BEFORE] = warp;
      loadUpTo[to] = load;
      this.route[to] = route;
      this.position[to] = ++position;
      node = to;
    }
    this.cost[route] = sum;
    this.warp[route] = warp;
    this.load[route] = load;
    this.size[route] = position - 1;
  }

  #walkBackward(route: number): void {
    const { prev, site, segment, earliest, latest, service, sites } = this;
    const { time } = this.instance;
    const start = this.startOf(route);
    let node = this.endOf(route);
    let bound = latest[node]!;
    let warp = 0;
    segment[4 * node + LATEST] = bound;
    segment[4 * node + WARP_AFTER] = 0;
    while (node !== start) {
      const from = prev[node]!;
      const way = service[from]! + time[site[from]! * sites + site[node]!]!;
      warp += Math.max(0, earliest[from]! + way - bound);
      bound = Math.max(earliest[from]!, Math.min(latest[from]!, bound - way));
      segment[4 * from + LATEST] = bound;
      segment[4 * from + WARP_AFTER] = warp;
      node = from;
    }
  }
}

const NOTHING = new Int32Array(0);

/** The matrix itself where it is symmetric: memory that is shared stays in the cache. */
function byColumn(matrix: Int32Array, sites: number): Int32Array {
  const turned = new Int32Array(matrix.length);
  let isSymmetric = true;
  for (let from = 0; from < sites; from++)
    for (let to = 0; to < sites; to++) {
      const value = matrix[from * sites + to]!;
      turned[to * sites + from] = value;
      isSymmetric &&= value === matrix[to * sites + from];
    }
  return isSymmetric ? matrix : turned;
}

type Column = Int32Array<ArrayBuffer>;

const columns = (length: number): [Column, Column, Column, Column, Column] => [
  new Int32Array(length),
  new Int32Array(length),
  new Int32Array(length),
  new Int32Array(length),
  new Int32Array(length),
];
