import type { IsoDay } from '@intakt/contract';
import {
  addDays,
  balanceQuantile,
  type CauseLink,
  findAffected,
  findCause,
  NEVER,
  projectNetwork,
  sampleOutlook,
  stopProbability,
} from '@intakt/material-flow';
import type { FlowNode } from './flow.ts';
import { layOutTier, type Tier, type TierFacts } from './tier-network.ts';

const RUNS = 200;
/** The same arrivals are drawn at every asking, and with every option: what differs is not chance. */
const SEED = 1;

export interface ExplainedLink {
  owner: string;
  site: string;
  part: string;
  day: IsoDay;
  missing?: number;
  unit?: string;
  reason: CauseLink['reason']['kind'];
  shipment?: string;
  supplier?: string;
  despatchNote?: string;
  expectedAt?: string;
  stopShift?: string;
}
export interface Explanation {
  chain: ExplainedLink[];
  affected: { kind: 'need' | 'build' | 'call-off'; site: string; part: string; from: IsoDay }[];
  /** Share of runs in which something due was missing by the end of each day. */
  probability: number[];
  /** Balance below which one run in ten, half and nine in ten stay, per day. */
  bands: { low: number[]; middle: number[]; high: number[] };
  runs: number;
  /** Goods under way whose arrival is uncertain and was drawn. */
  uncertain: number;
}

/**
 * Why and when a node stops: the cause pegged up to the shipment, stock, capacity or missing order, or to the partner that
 * discloses that it stops and no more; what it holds back; and how probable it is over the uncertain arrivals. Pure.
 */
export function explainStop(
  nodes: readonly FlowNode[],
  facts: TierFacts,
  asked: { site: string; part: string; today: IsoDay; horizonDays: number },
): Explanation | undefined {
  const at = nodes.findIndex(({ site, part }) => site === asked.site && part === asked.part);
  const tier = at < 0 ? undefined : layOutTier(nodes, facts, asked);
  if (!tier) return undefined;
  const { network } = tier;
  const outlook = projectNetwork(network);
  const sample = sampleOutlook(network, { targets: [at], runs: RUNS, seed: SEED });
  const band = (share: number): number[] => [...balanceQuantile(sample, 0, share)];
  return {
    chain: findCause(network, outlook, at).map((link) => explain(link, tier, asked.today)),
    affected: findAffected(network, outlook, at).map(({ flow, from }) => {
      const { kind, node } = tier.flows[flow]!;
      const { site, part } = tier.nodes[node]!;
      return { kind, site, part, from: addDays(asked.today, from) };
    }),
    probability: Array.from({ length: network.buckets }, (_, day) => stopProbability(sample, 0, day + 1)),
    bands: { low: band(0.1), middle: band(0.5), high: band(0.9) },
    runs: RUNS,
    uncertain: network.transits.spread.slice(0, network.transits.count).filter(Boolean).length,
  };
}

/** Of a partner's node only what it disclosed: that it stops, and when. */
function explain({ node, bucket, missing, reason }: CauseLink, tier: Tier, today: IsoDay): ExplainedLink {
  const own = tier.nodes[node];
  if (!own) {
    const { owner, site, part, stopOn, stopShift } = tier.disclosed[node - tier.nodes.length]!;
    return { owner, site, part, day: stopOn, reason: 'disclosed', ...(stopShift && { stopShift }) };
  }
  const { owner, site, part, unit } = own;
  const link = { owner, site, part, unit, day: addDays(today, bucket), missing, reason: reason.kind };
  if (reason.kind !== 'shipment') return link;
  const goods = tier.transits[reason.transit]!;
  return {
    ...link,
    shipment: goods.shipment?.id,
    supplier: goods.partner,
    despatchNote: goods.reference,
    ...(reason.arrival < NEVER && { expectedAt: goods.shipment?.expectedAt }),
  };
}

/** How probable it is that each node stops within the days ahead; one sample over all of them. */
export function stopProbabilities(
  nodes: readonly FlowNode[],
  facts: TierFacts,
  asked: { today: IsoDay; horizonDays: number; withinDays: number },
): Map<FlowNode, number> {
  const atRisk = nodes
    .flatMap(({ projection }, at) => (projection.runsOutIfDelivered ? [at] : []))
    .slice(0, MOST_TARGETS);
  const tier = atRisk.length > 0 ? layOutTier(nodes, facts, asked) : undefined;
  if (!tier) return new Map();
  const sample = sampleOutlook(tier.network, { targets: atRisk, runs: FEW_RUNS, seed: SEED });
  return new Map(atRisk.map((at, target) => [nodes[at]!, stopProbability(sample, target, asked.withinDays)]));
}
const MOST_TARGETS = 100;
const FEW_RUNS = 100;
