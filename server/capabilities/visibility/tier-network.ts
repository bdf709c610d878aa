import type { IsoDay } from '@intakt/contract';
import {
  type ArrivalSpread,
  buildNetwork,
  dayNumber,
  type FlowFacts as EngineFlow,
  type FlowNetwork,
  NEVER,
  nodeOutlook,
  type NodeFacts,
  type Outlook,
  projectNetwork,
  projectStock,
  type TransitFacts,
  type WorkingCalendar,
  workingCalendar,
} from '@intakt/material-flow';
import type { Contribution, FlowNode } from './flow.ts';
import type { BillFact, DisclosedFact, LaneFact } from './flow-store.ts';
import { GIVE_UP_AFTER_DAYS } from './netting.ts';

/** What ties an organisation's nodes to each other and to what direct partners disclose to it. */
export interface TierFacts {
  bills: readonly BillFact[];
  disclosed: readonly DisclosedFact[];
  lanes: readonly LaneFact[];
}

/** One organisation's tier: its own nodes first, then those of which a direct partner disclosed only that they stop. */
export interface Tier {
  network: FlowNetwork;
  nodes: readonly FlowNode[];
  disclosed: readonly DisclosedFact[];
  /** What each flow is, in the network's order. */
  flows: readonly TierFlow[];
  /** The goods of each transit, in the network's order. */
  transits: readonly Contribution[];
}
export interface TierFlow {
  kind: 'need' | 'build' | 'call-off';
  /** Node that it leads to, or from which it takes what leaves the tier. */
  node: number;
  partner?: string;
}

/**
 * Lays an organisation's tier out for the network engine: what is called off from a supplier that says it stops does not
 * come after its stop, and what is to be built waits for its components. Undefined where bills name a part of itself. Pure.
 */
export function layOutTier(
  nodes: readonly FlowNode[],
  facts: TierFacts,
  { today, horizonDays }: { today: IsoDay; horizonDays: number },
): Tier | undefined {
  const start = dayNumber(today);
  const draft = new TierDraft(nodes, facts, { start, buckets: horizonDays });
  draft.addBuilds();
  for (const at of nodes.keys()) draft.addNode(at);
  const built = buildNetwork({
    buckets: horizonDays,
    nodes: draft.nodes,
    flows: draft.flows,
    transits: draft.transits,
  });
  if (!built.ok) return undefined;
  return {
    network: built.network,
    nodes,
    disclosed: draft.disclosed,
    flows: draft.kinds,
    transits: draft.goods,
  };
}

class TierDraft {
  readonly nodes: NodeFacts[];
  readonly flows: EngineFlow[] = [];
  readonly kinds: TierFlow[] = [];
  readonly transits: TransitFacts[] = [];
  readonly goods: Contribution[] = [];
  readonly disclosed: DisclosedFact[] = [];
  readonly #own: readonly FlowNode[];
  readonly #facts: TierFacts;
  readonly #start: number;
  readonly #buckets: number;
  /** What builds draw on each node per bucket. */
  readonly #drawn = new Map<number, Float64Array>();
  readonly #built = new Set<number>();

  constructor(own: readonly FlowNode[], facts: TierFacts, { start, buckets }: { start: number; buckets: number }) {
    this.#own = own;
    this.#facts = facts;
    this.#start = start;
    this.#buckets = buckets;
    this.nodes = own.map(({ onHand, contributions }) => ({
      onHand,
      inQuality: stockOf(contributions, 'in-quality'),
      blocked: stockOf(contributions, 'blocked'),
    }));
  }

  /** Planned production takes the components of its bill at the same site, as far as they are kept there. */
  addBuilds(): void {
    const at = new Map(this.#own.map(({ site, part }, index) => [`${site}\u0000${part}`, index]));
    const bills = new Map(this.#facts.bills.map((bill) => [bill.parent, bill.components]));
    for (const [to, { site, part, contributions }] of this.#own.entries()) {
      const perBucket = this.#row(contributions.filter(({ kind }) => kind === 'production'));
      if (!perBucket) continue;
      const from = (bills.get(part) ?? []).flatMap(({ part: component, quantity }) => {
        const node = at.get(`${site}\u0000${component}`);
        return node === undefined || !(quantity > 0) ? [] : [{ node, per: quantity }];
      });
      for (const { node, per } of from) this.#draw(node, perBucket, per);
      this.#addFlow({ from, to, perBucket }, { kind: 'build', node: to });
      this.#built.add(to);
    }
  }

  addNode(at: number): void {
    const { projection, contributions, part, site } = this.#own[at]!;
    // A stated requirement holds what the builds need already; only what is beyond it is used otherwise.
    const drawn = this.#drawn.get(at);
    const need = Float64Array.from(projection.demand, (due, day) => Math.max(0, due - (drawn?.[day] ?? 0)));
    if (need.some((due) => due > 0))
      this.#addFlow({ from: [{ node: at, per: 1 }], perBucket: need }, { kind: 'need', node: at });
    const calledOff = contributions.filter(({ kind }) => kind === 'call-off');
    for (const [partner, ofPartner] of Map.groupBy(calledOff, (one) => one.partner ?? '')) {
      const perBucket = this.#row(ofPartner);
      if (!perBucket) continue;
      const from = this.#disclosedOf({ partner, part, site });
      this.#addFlow({ from, to: at, perBucket }, { kind: 'call-off', node: at, partner });
    }
    const comes = ({ kind, quantity }: Contribution): boolean =>
      kind === 'shipment' || (kind === 'transfer' && quantity > 0);
    for (const goods of contributions) if (comes(goods)) this.#addTransit(at, goods);
  }

  /** The supplier's node, where it disclosed that it stops: served as if it had all until then, and nothing after. */
  #disclosedOf({ partner, part, site }: { partner: string; part: string; site: string }): EngineFlow['from'] {
    const lane = this.#facts.lanes.find((one) => one.supplier === partner && one.part === part && one.siteTo === site);
    const stop = this.#facts.disclosed.find(
      (one) => one.owner === partner && one.part === part && (!lane || one.site === lane.siteFrom),
    );
    if (!stop) return [];
    const bucket = dayNumber(stop.stopOn) - this.#start + Math.ceil(lane?.leadTimeDays ?? 0);
    if (bucket >= this.#buckets) return [];
    this.disclosed.push(stop);
    return [{ node: this.nodes.push({ disclosedStop: Math.max(0, bucket) }) - 1, per: 1 }];
  }

  #addTransit(node: number, goods: Contribution): void {
    const due = dayNumber(goods.day!) - this.#start;
    const isLost = (goods.overdueDays ?? 0) > GIVE_UP_AFTER_DAYS;
    this.goods.push(goods);
    this.transits.push({
      node,
      quantity: goods.quantity,
      arrival: isLost ? NEVER : Math.max(0, due),
      promised: Math.min(due, goods.promisedDay ? dayNumber(goods.promisedDay) - this.#start : due),
      key: keyOf(goods.shipment?.id ?? goods.reference),
      spread: isLost ? undefined : spreadOf(goods, this.#start),
    });
  }

  #addFlow(flow: EngineFlow, kind: TierFlow): void {
    this.flows.push(flow);
    this.kinds.push(kind);
  }

  #draw(node: number, perBucket: Float64Array, per: number): void {
    const row = this.#drawn.get(node) ?? new Float64Array(this.#buckets);
    for (let day = 0; day < row.length; day++) row[day]! += per * perBucket[day]!;
    this.#drawn.set(node, row);
  }

  #row(contributions: readonly Contribution[]): Float64Array | undefined {
    const row = new Float64Array(this.#buckets);
    for (const { day, quantity } of contributions) {
      const at = dayNumber(day!) - this.#start;
      if (at >= 0 && at < row.length) row[at]! += quantity;
    }
    return row.some((quantity) => quantity > 0) ? row : undefined;
  }
}

const stockOf = (contributions: readonly Contribution[], status: string): number =>
  contributions.reduce((sum, one) => (one.kind === 'stock' && one.reference === status ? sum + one.quantity : sum), 0);

/** Days of the quantiles of an arrival, where a band was learned. */
function spreadOf({ shipment }: Contribution, start: number): ArrivalSpread | undefined {
  const band = shipment?.band;
  if (!band) return undefined;
  const day = (at: string): number => Math.max(0, Date.parse(at) / 86_400_000 - start);
  return { levels: [0.2, 0.5, 0.8, 0.95], buckets: [band.p20At, band.p50At, band.p80At, band.p95At].map(day) };
}

/** FNV-1a: the same shipment draws the same chance in every network. */
function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * The nodes with what their suppliers disclose and what their components allow: the day on which each runs out if all that
 * can be delivered is, and its light. Nodes that nothing holds back stay as they are. Pure.
 */
export function constrainNodes(
  nodes: readonly FlowNode[],
  facts: TierFacts,
  { calendars, today, horizonDays }: Asked,
): FlowNode[] {
  if (facts.bills.length + facts.disclosed.length === 0) return [...nodes];
  const tier = layOutTier(nodes, facts, { today, horizonDays });
  if (!tier) return [...nodes];
  const outlook = projectNetwork(tier.network);
  return nodes.map((node, at) =>
    constrained(node, { tier, outlook, at, calendar: calendarAt(calendars, node.site), today }),
  );
}

/** What is asked of a projection, and on which days its sites work. */
export interface Asked {
  calendars: ReadonlyMap<string, WorkingCalendar>;
  today: IsoDay;
  horizonDays: number;
}

const USUAL = workingCalendar({});
export const calendarAt = (calendars: Asked['calendars'], site: string): WorkingCalendar =>
  calendars.get(site) ?? USUAL;

const EPSILON = 1e-6;

function constrained(
  node: FlowNode,
  {
    tier,
    outlook,
    at,
    calendar,
    today,
  }: { tier: Tier; outlook: Outlook; at: number; calendar: WorkingCalendar; today: IsoDay },
): FlowNode {
  const { projection } = node;
  const { arriving, balance, due } = nodeOutlook(tier.network, outlook, at);
  if (projection.projectedIfDelivered.every((stock, day) => Math.abs(stock - balance[day]!) < EPSILON)) return node;
  const dated = (row: ArrayLike<number>) =>
    Array.from(row, (quantity, at) => {
      const day = projection.days[at]!;
      return { day, from: day, quantity, source: 'flow' };
    });
  const common = {
    today,
    horizonDays: projection.days.length,
    onHand: node.onHand,
    demand: dated(due),
    calendar,
  };
  const { runsOutIfDelivered: _unheld, ...alone } = projectStock({
    ...common,
    receipts: dated(projection.receipts),
    planned: dated(projection.planned),
  });
  const held = projectStock({ ...common, receipts: dated(arriving), planned: [] });
  const runsOutIfDelivered = held.runsOutOn;
  return {
    ...node,
    projection: {
      ...alone,
      projectedIfDelivered: held.projected,
      ...(runsOutIfDelivered && { runsOutIfDelivered }),
      light: held.light,
    },
  };
}
