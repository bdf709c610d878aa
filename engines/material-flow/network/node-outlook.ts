import { daysOfSupply } from '../days-of-supply.ts';
import { completeFlow } from './complete-flow.ts';
import type { FlowNetwork } from './flow-network.ts';
import type { Outlook } from './outlook.ts';
import { addUpDemand, addUpSupply } from './supply-and-demand.ts';

/** One node as a planner reads it; every row has one figure per bucket. */
export interface NodeOutlook {
  /** Arrives within the bucket, and is due within it. */
  arriving: Float64Array;
  due: Float64Array;
  /** Projected available balance, as in the outlook. */
  balance: Float64Array;
  /** What lies there at the end of the bucket, never below 0: less only what was really drawn. */
  physical: Float64Array;
  /** Covered buckets that follow, for each bucket but the last (PURIS); days of supply where buckets are days. */
  cover: Float64Array;
  shortFrom: number;
}

/** Reads one node out of a projection, with the rows that the outlook does not keep. */
export function nodeOutlook(network: FlowNetwork, outlook: Outlook, node: number): NodeOutlook {
  const [supply, demand] = [new Float64Array(network.buckets), new Float64Array(network.buckets)];
  addUpSupply(network, outlook, node, supply);
  addUpDemand(network, node, demand);
  const balance = outlook.balance.slice(node * network.buckets, (node + 1) * network.buckets);
  const due = perBucket(demand);
  return {
    arriving: perBucket(supply, network.onHand[node]),
    due,
    balance,
    physical: physicalStock(network, outlook, node, supply),
    cover: daysOfSupply(balance, due),
    shortFrom: outlook.shortFrom[node]!,
  };
}

/** A taker that waits for something else leaves its share where it is, so more may lie there than the balance says. */
function physicalStock(network: FlowNetwork, outlook: Outlook, node: number, supply: Float64Array): Float64Array {
  const stock = supply.slice();
  for (let at = network.outStart[node]!; at < network.outStart[node + 1]!; at++) {
    const flow = network.outFlow[at]!;
    const done = new Float64Array(network.buckets);
    if (!completeFlow(network, outlook, flow, done))
      done.set(network.plan.subarray(flow * done.length, (flow + 1) * done.length));
    for (let bucket = 0; bucket < done.length; bucket++) stock[bucket]! -= network.outPer[at]! * done[bucket]!;
  }
  return stock;
}

const perBucket = (cumulative: Float64Array, start = 0): Float64Array =>
  cumulative.map((sum, bucket) => sum - (bucket > 0 ? cumulative[bucket - 1]! : start));
