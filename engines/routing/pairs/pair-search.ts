import { Incumbent, type Solution } from '../plain/incumbent.ts';
import { granularNeighbours, type PlainInstance } from '../plain/instance.ts';
import { Journal } from '../plain/journal.ts';
import { Routes } from '../plain/routes.ts';
import type { Removed, Surroundings } from '../plain/ruins/ruin.ts';
import { strings } from '../plain/ruins/strings.ts';
import type { Random } from '../random.ts';
import { type PairPlace, tryRoute } from './insert-pair.ts';

/** The plain case with clients that belong together: what is picked up at one is delivered at the other, later on the same tour. */
export interface PairedInstance extends PlainInstance {
  /** Of each client the one it belongs to; loads are positive where they are picked up, negative where they are delivered. */
  partner: Int32Array;
}

const NEIGHBOURS = 60;
const START_HEAT = 1;
const COOLED = 0.01;
/** A whole tour is overlooked with this chance, so that a pair now and then opens one although another had room. */
const ROUTE_BLINK = 0.02;

/**
 * Pick-ups and deliveries by slack induction by string removals (Christiaens and Vanden Berghe, Transportation Science 54,
 * 2020): strings of adjacent clients leave their tours together with their partners and come back greedily, with blinks.
 * Every tour keeps every rule; what fits nowhere waits outside at a high price.
 */
export class PairSearch {
  readonly #partner: Int32Array;
  readonly #surroundings: Surroundings;
  readonly #journal: Journal;
  readonly #incumbent: Incumbent;
  readonly #chosen: Removed;
  readonly #isOut: Uint8Array;
  readonly #outsidePrice: number;
  readonly #startTemperature: number;
  /** Pick-ups that are in no tour, during an iteration and as it was accepted. */
  #waiting: number[] = [];
  #acceptedWaiting: number[] = [];
  #accepted = 0;

  constructor(instance: PairedInstance, random: Random) {
    const { clients, maxRoutes, cost } = instance;
    const { list, width } = granularNeighbours(instance, NEIGHBOURS);
    const routes = new Routes(instance);
    this.#partner = instance.partner;
    this.#surroundings = { routes, random, neighbours: list, width };
    this.#journal = new Journal(routes);
    this.#incumbent = new Incumbent(clients, maxRoutes);
    this.#chosen = { clients: new Int32Array(clients + 1), count: 0, newRouteAllowed: true, largest: 10, around: [] };
    this.#isOut = new Uint8Array(clients + 1);
    this.#outsidePrice = 10 * cost.reduce((most, arc) => Math.max(most, arc), 1);
    this.#startTemperature = START_HEAT * typicalArc(instance, list, width);
    for (let client = 1; client <= clients; client++) if (instance.demand[client]! > 0) this.#waiting.push(client);
    this.#recreate();
    this.#accept();
  }

  /** Cost of the best tours that serve every pair; infinite while there are none. */
  get bestCost(): number {
    return this.#incumbent.cost;
  }

  best(): Solution | undefined {
    return this.#incumbent.solution();
  }

  /** One iteration; `elapsed` is the share of the time that is used up, from 0 to 1. */
  step(elapsed: number): void {
    const { random } = this.#surroundings;
    this.#waiting = [...this.#acceptedWaiting];
    this.#ruin();
    this.#recreate();
    const slack = -this.#startTemperature * COOLED ** elapsed * Math.log(random.unit());
    if (this.#price() < this.#accepted + slack) this.#accept();
    else this.#journal.rollBack();
  }

  /** Goes on from tours found elsewhere where they are cheaper than the present ones. */
  adopt({ cost, tours }: Solution): void {
    const { routes } = this.#surroundings;
    if (cost >= this.#accepted) return;
    routes.clear();
    for (const [route, tour] of tours.entries()) {
      routes.put(route, Int32Array.from(tour), 0, tour.length);
      routes.refresh(route);
    }
    this.#waiting = [];
    this.#journal.markAll();
    this.#accept();
  }

  #price(): number {
    return this.#surroundings.routes.totalCost + this.#outsidePrice * this.#waiting.length;
  }

  #accept(): void {
    this.#journal.mark();
    this.#accepted = this.#price();
    this.#acceptedWaiting = this.#waiting;
    if (this.#waiting.length === 0) this.#incumbent.keep(this.#surroundings.routes);
  }

  #ruin(): void {
    const { routes } = this.#surroundings;
    this.#chosen.count = 0;
    strings.choose(this.#surroundings, this.#chosen);
    const homes = new Set<number>();
    for (let i = 0; i < this.#chosen.count; i++) {
      const client = this.#chosen.clients[i]!;
      const home = routes.route[client]!;
      if (home < 0 || this.#isOut[client]) continue;
      homes.add(home);
      this.#journal.touch(home);
      this.#takePair(client);
    }
    routes.tick++;
    for (const home of homes) routes.refresh(home);
    for (const pickup of this.#waiting) this.#leave(pickup);
  }

  #takePair(client: number): void {
    const { routes } = this.#surroundings;
    const other = this.#partner[client]!;
    routes.unlink(client, client);
    routes.unlink(other, other);
    this.#isOut[client] = this.#isOut[other] = 1;
    this.#waiting.push(routes.demand[client]! > 0 ? client : other);
  }

  #leave(pickup: number): void {
    const { routes } = this.#surroundings;
    const other = this.#partner[pickup]!;
    routes.route[pickup] = routes.route[other] = -1;
    this.#isOut[pickup] = this.#isOut[other] = 0;
  }

  #recreate(): void {
    this.#arrange();
    this.#waiting = this.#waiting.filter((pickup) => !this.#insert(pickup));
  }

  #insert(pickup: number): boolean {
    const { routes, random } = this.#surroundings;
    const pair = [pickup, this.#partner[pickup]!] as const;
    const place: PairPlace = { cost: Number.POSITIVE_INFINITY, pickupBehind: -1, deliveryBehind: -1 };
    for (let route = 0; route < routes.size.length; route++)
      if (routes.size[route]! > 0 && random.unit() >= ROUTE_BLINK) tryRoute(routes, route, pair, place, random);
    const empty = routes.size.indexOf(0);
    if (empty >= 0) tryRoute(routes, empty, pair, place, random);
    if (place.pickupBehind < 0) return false;
    const home = routes.route[place.pickupBehind]!;
    this.#journal.touch(home);
    routes.link(pickup, pickup, place.pickupBehind);
    routes.link(pair[1], pair[1], place.deliveryBehind);
    routes.refresh(home);
    return true;
  }

  /** By chance, or what is farthest, tightest or first due comes back first. */
  #arrange(): void {
    const { routes, random } = this.#surroundings;
    const { cost, earliest, latest } = routes.instance;
    const order = Int32Array.from(this.#waiting);
    random.shuffle(order);
    this.#waiting = [...order];
    const draw = random.below(8);
    const far = (pickup: number) => cost[pickup]! + cost[this.#partner[pickup]!]!;
    if (draw === 4) this.#waiting.sort((a, b) => far(b) - far(a));
    else if (draw === 5) this.#waiting.sort((a, b) => far(a) - far(b));
    else if (draw === 6) this.#waiting.sort((a, b) => latest[a]! - earliest[a]! - latest[b]! + earliest[b]!);
    else if (draw === 7) this.#waiting.sort((a, b) => latest[a]! - latest[b]!);
  }
}

function typicalArc({ clients, cost }: PlainInstance, neighbours: Int32Array, width: number): number {
  if (width === 0) return 1;
  let sum = 0;
  for (let client = 1; client <= clients; client++) sum += cost[client * (clients + 1) + neighbours[client * width]!]!;
  return Math.max(1, sum / clients);
}
