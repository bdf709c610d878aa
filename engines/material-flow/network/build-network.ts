import { type Compressed, compress } from './compress.ts';
import type { ArrivalSpread, FlowNetwork } from './flow-network.ts';
import { transitsOf } from './transits.ts';
import type { TransportPattern } from './transport-pattern.ts';
import { upstreamFirst } from './upstream-first.ts';

/** A part at a site, named by its place in the list. Quantities are in the part's unit. */
export interface NodeFacts {
  onHand?: number;
  inQuality?: number;
  /** Bucket from which goods in quality are free; absent: they stay out of the reckoning, like what is blocked. */
  releasedIn?: number;
  blocked?: number;
  disclosedStop?: number;
}

export interface FlowFacts {
  /** What one unit takes from which nodes; none for an order from outside. */
  from: readonly { node: number; per: number }[];
  /** Absent for what leaves the network. */
  to?: number;
  /** What is to be completed in each bucket, not cumulative, never negative. */
  perBucket: ArrayLike<number>;
  /** When what is completed is at hand; absent: in the same bucket. */
  pattern?: TransportPattern;
  /** Only whole units are sent or built. */
  whole?: boolean;
  capacity?: Float64Array;
}

export interface TransitFacts {
  node: number;
  quantity: number;
  arrival: number;
  promised?: number;
  key?: number;
  spread?: ArrivalSpread;
}

export interface NetworkFacts {
  buckets: number;
  nodes: readonly NodeFacts[];
  flows: readonly FlowFacts[];
  transits?: readonly TransitFacts[];
}

export type BuiltNetwork = { ok: true; network: FlowNetwork } | { ok: false; cycle: number[] };

/**
 * Lays a network out in flat arrays, once; from then on events change it in place (`applyChange`).
 *
 * @returns the network, or the nodes of a cycle: a part that is made of itself can not be projected forward
 * @throws RangeError when a flow or transit names a node that is not there, or a plan has another length than the horizon
 * @example buildNetwork({ buckets: 2, nodes: [{ onHand: 5 }], flows: [{ from: [{ node: 0, per: 1 }], perBucket: [3, 3] }] })
 */
export function buildNetwork({ buckets, nodes, flows, transits = [] }: NetworkFacts): BuiltNetwork {
  for (const flow of flows) assertFlow(flow, buckets, nodes.length);
  const intoNode = compress(nodes.length, flows.length, (flow, put) => {
    if (flows[flow]!.to !== undefined) put(flows[flow]!.to!);
  });
  const outOfNode = compress(nodes.length, flows.length, (flow, put) => {
    for (const { node, per } of flows[flow]!.from) put(node, per);
  });
  const inputs = inputsOf(flows);
  const ordering = upstreamFirst(nodes.length, supplierEdges(flows, outOfNode));
  if (!ordering.ok) return ordering;
  const numbers = (of: (node: NodeFacts) => number | undefined): Float64Array =>
    Float64Array.from(nodes, (node) => of(node) ?? 0);
  const network: FlowNetwork = {
    buckets,
    nodes: nodes.length,
    flows: flows.length,
    order: ordering.order,
    rank: ranksOf(ordering.order),
    onHand: numbers((node) => node.onHand),
    inQuality: numbers((node) => node.inQuality),
    releasedIn: Int32Array.from(nodes, (node) => node.releasedIn ?? buckets),
    blocked: numbers((node) => node.blocked),
    disclosedStop: Int32Array.from(nodes, (node) => node.disclosedStop ?? -1),
    inStart: intoNode.starts,
    inFlow: intoNode.items,
    outStart: outOfNode.starts,
    outFlow: outOfNode.items,
    outPer: outOfNode.weights,
    ...inputs,
    flowTo: Int32Array.from(flows, (flow) => flow.to ?? -1),
    plan: cumulativePlans(flows, buckets),
    ...patternsOf(flows, buckets),
    whole: Uint8Array.from(flows, (flow) => (flow.whole ? 1 : 0)),
    capacity: flows.map((flow) => flow.capacity),
    transits: transitsOf(nodes.length, transits),
  };
  return { ok: true, network };
}

function assertFlow({ from, to, perBucket, capacity }: FlowFacts, buckets: number, nodes: number): void {
  const named = to === undefined ? from.map(({ node }) => node) : [to, ...from.map(({ node }) => node)];
  const missing = named.find((node) => !(node >= 0 && node < nodes));
  if (missing !== undefined) throw new RangeError(`A flow names node ${missing} of ${nodes}.`);
  for (const row of [perBucket, capacity ?? perBucket])
    if (row.length !== buckets) throw new RangeError(`A row of ${row.length} figures for ${buckets} buckets.`);
}

function inputsOf(flows: readonly FlowFacts[]): Pick<FlowNetwork, 'inputStart' | 'inputNode'> {
  const inputStart = new Int32Array(flows.length + 1);
  for (const [flow, { from }] of flows.entries()) inputStart[flow + 1] = inputStart[flow]! + from.length;
  return { inputStart, inputNode: Int32Array.from(flows.flatMap(({ from }) => from.map(({ node }) => node))) };
}

/** From each node to those that its flows lead to; what leaves the network orders nothing. */
function supplierEdges(
  flows: readonly FlowFacts[],
  { starts, items }: Compressed,
): { starts: Int32Array; targets: Int32Array } {
  const { starts: edges, items: targets } = compress(starts.length - 1, starts.length - 1, (node, put) => {
    for (let at = starts[node]!; at < starts[node + 1]!; at++) if (flows[items[at]!]!.to !== undefined) put(node);
  });
  let edge = 0;
  for (const flow of items) if (flows[flow]!.to !== undefined) targets[edge++] = flows[flow]!.to!;
  return { starts: edges, targets };
}

function ranksOf(order: Int32Array): Int32Array {
  const rank = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) rank[order[place]!] = place;
  return rank;
}

function cumulativePlans(flows: readonly FlowFacts[], buckets: number): Float64Array {
  const plan = new Float64Array(flows.length * buckets);
  let at = 0;
  for (const { perBucket } of flows) {
    let sum = 0;
    for (let bucket = 0; bucket < buckets; bucket++) plan[at++] = sum += perBucket[bucket]!;
  }
  return plan;
}

/** Lanes with the same lead time and departures share one pattern. */
function patternsOf(flows: readonly FlowFacts[], buckets: number): Pick<FlowNetwork, 'patterns' | 'patternOf'> {
  const atOnce = Int32Array.from({ length: buckets }, (_, bucket) => bucket);
  const patterns = [...new Set([atOnce, ...flows.flatMap(({ pattern }) => pattern ?? [])])];
  const indexOf = new Map(patterns.map((pattern, index) => [pattern, index]));
  return { patterns, patternOf: Int32Array.from(flows, ({ pattern }) => (pattern ? indexOf.get(pattern)! : 0)) };
}
