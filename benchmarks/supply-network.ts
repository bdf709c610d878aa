import {
  bucketGrid,
  type FlowFacts,
  type NetworkFacts,
  type NodeFacts,
  type TransitFacts,
  type TransportPattern,
  transportPattern,
} from '@intakt/material-flow';
import { chanceOf } from './chance.ts';

/** Sites of a tier, how many parts each makes, and how many it buys. */
interface Tier {
  sites: number;
  made: number;
  bought: number;
}

/** 1,000 sites with 100,000 site-parts: ten plants, their suppliers, and so on; the last tier buys from outside. */
export const FIVE_TIERS: readonly Tier[] = [
  { sites: 10, made: 40, bought: 960 },
  { sites: 90, made: 60, bought: 140 },
  { sites: 200, made: 40, bought: 70 },
  { sites: 300, made: 40, bought: 50 },
  { sites: 400, made: 30, bought: 27.5 },
];
export const WEEKS = 26;

/** The same shape, twenty times smaller, to see whether it works. */
export const SMALL_TIERS: readonly Tier[] = FIVE_TIERS.map((tier) => ({
  ...tier,
  sites: tier.sites / 10,
  bought: Math.floor(tier.bought),
}));

/** What flows in a network, and which of its flows are lanes. */
export interface SupplyNetwork {
  facts: NetworkFacts;
  lanes: number[];
}

/**
 * Draws a network of tiers in which everything was planned to fit: call-offs follow from the plants' programme through
 * the bills of material, a lead time earlier on each lane. Then one shipment of ten is late, some stock is lower than it
 * should be and some works are at their capacity, so that shortages travel.
 */
export function drawSupplyNetwork(tiers: readonly Tier[], seed: number): SupplyNetwork {
  const draft = new Draft(seed);
  const sites = tiers.map((tier) => draft.sitesOf(tier));
  draft.addProgramme(sites[0]!);
  for (const [depth, tier] of sites.entries()) draft.planTier(tier, sites[depth + 1]);
  return draft.finish();
}

interface Site {
  made: number[];
  bought: number[];
}

const DAYS = WEEKS * 7;
const grid = bucketGrid({ startMs: Date.UTC(2026, 10, 23), days: DAYS });
const WORKING = Uint8Array.from({ length: DAYS }, (_, day) => (day % 7 < 5 ? 1 : 0));
/** Lead times of one to twelve days; lorries leave on working days, or twice a week. */
const PATTERNS: { leadTimeDays: number; pattern: TransportPattern }[] = [1, 2, 3, 5, 8, 12].flatMap((leadTimeDays) =>
  [WORKING, WORKING.map((_, day) => (day % 7 === 1 || day % 7 === 3 ? 1 : 0))].map((departures) => ({
    leadTimeDays,
    pattern: transportPattern(grid, { leadTimeHours: 24 * leadTimeDays, departures }),
  })),
);

class Draft {
  readonly #chance: () => number;
  readonly #nodes: NodeFacts[] = [];
  readonly #flows: FlowFacts[] = [];
  readonly #transits: TransitFacts[] = [];
  readonly #lanes: number[] = [];
  /** What is due of each node per day: known before the node's own supply is planned. */
  readonly #due: Float64Array[] = [];

  constructor(seed: number) {
    this.#chance = chanceOf(seed);
  }

  sitesOf({ sites, made, bought }: Tier): Site[] {
    return Array.from({ length: sites }, (_, site) => {
      const count = Math.round((site + 1) * bought) - Math.round(site * bought);
      return { made: this.#newNodes(made), bought: this.#newNodes(count) };
    });
  }

  #newNodes(count: number): number[] {
    return Array.from({ length: count }, () => {
      this.#due.push(new Float64Array(DAYS));
      return this.#nodes.push({}) - 1;
    });
  }

  /** So many vehicles of each variant on every working day. */
  addProgramme(plants: Site[]): void {
    for (const node of plants.flatMap(({ made }) => made)) {
      const daily = 20 + Math.floor(this.#chance() * 60);
      const perBucket = Float64Array.from(WORKING, (works) => works * daily);
      this.#flows.push({ from: [{ node, per: 1 }], perBucket, whole: true });
      this.#addDue(node, perBucket);
    }
  }

  /** What the tier makes is due already; from it follows what it buys of the next tier. */
  planTier(sites: Site[], suppliers: Site[] | undefined): void {
    const sources = suppliers?.flatMap(({ made }) => made) ?? [];
    let next = 0;
    for (const { made, bought } of sites) {
      for (const [at, node] of made.entries()) this.#addBuild(node, this.#componentsOf(bought, at, made.length));
      for (const node of bought)
        this.#addSource(node, sources.length > 0 ? sources[next++ % sources.length] : undefined);
    }
  }

  /** Every bought part goes into something; beyond that, each bill of material takes what it happens to need. */
  #componentsOf(bought: number[], at: number, count: number): FlowFacts['from'] {
    const own = bought.filter((_, index) => index % count === at);
    const extra = Array.from({ length: 2 }, () => bought[Math.floor(this.#chance() * bought.length)]!);
    return [...new Set([...own, ...extra])].map((node) => ({ node, per: this.#chance() < 0.8 ? 1 : 2 }));
  }

  #addBuild(node: number, from: FlowFacts['from']): void {
    const perBucket = this.#due[node]!.slice();
    const most = perBucket.reduce((max, due) => Math.max(max, due), 0);
    const capacity = this.#chance() < 0.2 ? new Float64Array(DAYS).fill(Math.ceil(1.1 * most)) : undefined;
    this.#flows.push({ from, to: node, perBucket, whole: true, capacity });
    for (const { node: component, per } of from)
      this.#addDue(
        component,
        perBucket.map((due) => due * per),
      );
    this.#stockUp(node, 0.3);
  }

  #addSource(node: number, supplier: number | undefined): void {
    const { leadTimeDays, pattern } = PATTERNS[Math.floor(this.#chance() * PATTERNS.length)]!;
    const perBucket = this.#calledOff(node, pattern);
    if (supplier !== undefined) {
      this.#lanes.push(this.#flows.length);
      this.#addDue(supplier, perBucket);
    }
    const from = supplier === undefined ? [] : [{ node: supplier, per: 1 }];
    this.#flows.push({ from, to: node, perBucket, pattern, whole: true });
    this.#addTransits(node, leadTimeDays, pattern);
    this.#stockUp(node, 3);
  }

  /** Called off for the last departure that is in time; what no departure makes is under way already. */
  #calledOff(node: number, pattern: TransportPattern): Float64Array {
    const perBucket = new Float64Array(DAYS);
    const due = this.#due[node]!;
    for (let day = 0; day < DAYS; day++) if (pattern[day]! >= 0) perBucket[pattern[day]!]! += due[day]!;
    return perBucket;
  }

  /** One of ten is late by one to five days. */
  #addTransits(node: number, leadTimeDays: number, pattern: TransportPattern): void {
    const due = this.#due[node]!;
    for (let day = 0; day < DAYS && pattern[day]! < 0; day += 2) {
      const quantity = due[day]! + (pattern[day + 1]! < 0 ? due[day + 1]! : 0);
      const late = this.#chance() < 0.1 ? 1 + Math.floor(this.#chance() * 5) : 0;
      const spread = { levels: [0.05, 0.5, 0.95], buckets: [day - 1, day + late, day + late + leadTimeDays] };
      if (quantity > 0) this.#transits.push({ node, quantity, arrival: day + late, promised: day, spread });
    }
  }

  /** Between nothing and twice the usual days of stock. */
  #stockUp(node: number, days: number): void {
    const daily = this.#due[node]!.reduce((sum, due) => sum + due, 0) / DAYS;
    this.#nodes[node] = { onHand: Math.round(daily * days * 2 * this.#chance()) };
  }

  #addDue(node: number, perBucket: ArrayLike<number>): void {
    const due = this.#due[node]!;
    for (let day = 0; day < DAYS; day++) due[day]! += perBucket[day]!;
  }

  finish(): SupplyNetwork {
    const facts = { buckets: DAYS, nodes: this.#nodes, flows: this.#flows, transits: this.#transits };
    return { facts, lanes: this.#lanes };
  }
}
