import type { NetworkFacts } from '@intakt/material-flow';

/** The same projection as one would write it first: an object per node and flow, with references, arrays and maps. */
interface PlainNode {
  onHand: number;
  inQuality: number;
  releasedIn: number;
  arrivals: { bucket: number; quantity: number }[];
  inFlows: PlainFlow[];
  outFlows: { flow: PlainFlow; per: number }[];
  outlook?: PlainOutlook;
}
interface PlainFlow {
  inputs: PlainNode[];
  to?: PlainNode;
  planned: number[];
  arrivedBy: ArrayLike<number>;
  whole: boolean;
  capacity?: ArrayLike<number>;
}
interface PlainOutlook {
  balance: number[];
  servedUntil: number[];
  shortFrom: number;
}

const EPSILON = 1e-6;

export function plainNetwork({ buckets, nodes: facts, flows, transits = [] }: NetworkFacts): PlainNode[] {
  const nodes = facts.map(
    ({ onHand = 0, inQuality = 0, releasedIn = buckets }): PlainNode => ({
      onHand,
      inQuality,
      releasedIn,
      arrivals: [],
      inFlows: [],
      outFlows: [],
    }),
  );
  for (const { node, arrival, quantity } of transits)
    nodes[node]!.arrivals.push({ bucket: Math.max(0, arrival), quantity });
  for (const { from, to, perBucket, pattern, whole = false, capacity } of flows) {
    const flow: PlainFlow = {
      inputs: from.map(({ node }) => nodes[node]!),
      to: to === undefined ? undefined : nodes[to],
      planned: runningSum(Array.from(perBucket)),
      arrivedBy: pattern ?? Array.from(perBucket, (_, bucket) => bucket),
      whole,
      capacity,
    };
    flow.to?.inFlows.push(flow);
    for (const { node, per } of from) nodes[node]!.outFlows.push({ flow, per });
  }
  return nodes;
}

/** Each node once, its suppliers first: by asking them, and remembering what they answered. */
export function projectPlainly(nodes: PlainNode[], buckets: number): void {
  for (const node of nodes) node.outlook = undefined;
  for (const node of nodes) outlookOf(node, buckets);
}

function outlookOf(node: PlainNode, buckets: number): PlainOutlook {
  if (node.outlook) return node.outlook;
  const supply = supplyOf(node, buckets);
  const demand = Array.from({ length: buckets }, (_, bucket) =>
    node.outFlows.reduce((sum, { flow, per }) => sum + per * flow.planned[bucket]!, 0),
  );
  const balance = supply.map((quantity, bucket) => quantity - demand[bucket]!);
  const shortFrom = demand.findIndex((quantity, bucket) => quantity > supply[bucket]! + EPSILON);
  node.outlook = { balance, shortFrom, servedUntil: servedUntil(supply, demand) };
  return node.outlook;
}

function supplyOf(node: PlainNode, buckets: number): number[] {
  const arriving = new Map<number, number>();
  const add = (bucket: number, quantity: number) => arriving.set(bucket, (arriving.get(bucket) ?? 0) + quantity);
  for (const { bucket, quantity } of node.arrivals) add(bucket, quantity);
  add(node.releasedIn, node.inQuality);
  const own = runningSum(Array.from({ length: buckets }, (_, bucket) => arriving.get(bucket) ?? 0));
  const brought = node.inFlows.map((flow) => ({ flow, done: completedOf(flow, buckets) }));
  return own.map((quantity, bucket) =>
    brought.reduce((sum, { flow, done }) => sum + (done[flow.arrivedBy[bucket]!] ?? 0), node.onHand + quantity),
  );
}

function completedOf(flow: PlainFlow, buckets: number): number[] {
  const outlooks = flow.inputs.map((input) => outlookOf(input, buckets));
  let before = 0;
  return flow.planned.map((planned, bucket) => {
    const until = outlooks.reduce((least, { servedUntil }) => Math.min(least, servedUntil[bucket]!), bucket + 1);
    const from = flow.planned[Math.floor(until) - 1] ?? 0;
    let quantity = until >= bucket + 1 ? planned : from + (until % 1) * (flow.planned[Math.floor(until)]! - from);
    if (flow.capacity) quantity = Math.min(quantity, before + flow.capacity[bucket]!);
    before = quantity;
    return flow.whole ? Math.floor(quantity + EPSILON) : quantity;
  });
}

function servedUntil(supply: number[], demand: number[]): number[] {
  let served = 0;
  return supply.map((quantity, bucket) => {
    while (served <= bucket && demand[served]! <= quantity + EPSILON) served++;
    if (served > bucket) return served;
    const before = demand[served - 1] ?? 0;
    return quantity > before ? served + (quantity - before) / (demand[served]! - before) : served;
  });
}

function runningSum(values: number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}
