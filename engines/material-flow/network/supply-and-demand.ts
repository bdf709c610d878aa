import { completeFlow } from './complete-flow.ts';
import type { FlowNetwork } from './flow-network.ts';
import type { Outlook } from './outlook.ts';

/**
 * Adds up what is at hand of a node by the end of each bucket if nothing were taken: stock, goods released from quality,
 * shipments, and what its flows bring under the constraints of their inputs.
 *
 * @param supply row for the result, cumulative units; it never falls
 */
export function addUpSupply(network: FlowNetwork, outlook: Outlook, node: number, supply: Float64Array): void {
  const { buckets, inStart, inFlow, transits } = network;
  supply.fill(0);
  for (let entry = transits.first[node]!; entry >= 0; entry = transits.next[entry]!) {
    const arrival = transits.arrival[entry]!;
    if (arrival < buckets) supply[Math.max(0, arrival)]! += transits.quantity[entry]!;
  }
  const released = network.releasedIn[node]!;
  if (released < buckets) supply[Math.max(0, released)]! += network.inQuality[node]!;
  let sum = network.onHand[node]!;
  for (let bucket = 0; bucket < buckets; bucket++) supply[bucket] = sum += supply[bucket]!;
  for (let at = inStart[node]!; at < inStart[node + 1]!; at++) addArrivals(network, outlook, inFlow[at]!, supply);
}

function addArrivals(network: FlowNetwork, outlook: Outlook, flow: number, supply: Float64Array): void {
  const held = completeFlow(network, outlook, flow, outlook.scratch.done);
  const completed = held ? outlook.scratch.done : network.plan;
  const row = held ? 0 : flow * network.buckets;
  const pattern = network.patterns[network.patternOf[flow]!]!;
  for (let bucket = 0; bucket < supply.length; bucket++) {
    const sent = pattern[bucket]!;
    if (sent >= 0) supply[bucket]! += completed[row + sent]!;
  }
}

/**
 * Adds up what is due from a node by the end of each bucket, whether or not it can be served.
 *
 * @param demand row for the result, cumulative units; it never falls
 */
export function addUpDemand(network: FlowNetwork, node: number, demand: Float64Array): void {
  const { buckets, outStart, outFlow, outPer, plan } = network;
  demand.fill(0);
  for (let at = outStart[node]!; at < outStart[node + 1]!; at++) {
    const row = outFlow[at]! * buckets;
    const per = outPer[at]!;
    for (let bucket = 0; bucket < buckets; bucket++) demand[bucket]! += per * plan[row + bucket]!;
  }
}
