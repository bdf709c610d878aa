import { EPSILON } from '../days-of-supply.ts';
import { completeFlow, gateOf, plannedUntil } from './complete-flow.ts';
import type { FlowNetwork } from './flow-network.ts';
import type { Outlook } from './outlook.ts';

/** Why a node is short at the end of a bucket, and where to look further up. */
export type Reason =
  /** A flow is behind its plan because of its scarcest input, the node of the next link. */
  | { kind: 'input'; flow: number; input: number }
  | { kind: 'capacity'; flow: number }
  /** Goods that were promised by now come later, or never. */
  | { kind: 'shipment'; transit: number; arrival: number }
  /** Goods are there that may not be used. */
  | { kind: 'held'; inQuality: number; blocked: number }
  /** Its owner said that it stops, and not why. */
  | { kind: 'disclosed' }
  /** Nothing is ordered that would cover it. */
  | { kind: 'uncovered' };

export interface CauseLink {
  node: number;
  bucket: number;
  /** Missing at the end of the bucket, in the node's unit. */
  missing: number;
  reason: Reason;
}

/**
 * Pegs a shortage up the chain: from the node that is short, over the supply that is furthest behind, to the shipment,
 * stock, capacity or missing order that causes it.
 *
 * @param bucket a bucket at whose end the node is short; absent: the first
 * @returns links from the node upwards, the cause last; none where the node is never short
 */
export function findCause(
  network: FlowNetwork,
  outlook: Outlook,
  node: number,
  bucket = outlook.shortFrom[node]!,
): CauseLink[] {
  const chain: CauseLink[] = [];
  // Each link lies upstream of the one before it, so the chain is no longer than the network is deep.
  for (let at = { node, bucket }; at.bucket >= 0; ) {
    const missing = -outlook.balance[at.node * network.buckets + at.bucket]!;
    const reason = reasonAt(network, outlook, at);
    chain.push({ ...at, missing, reason });
    if (reason.kind !== 'input') break;
    at = { node: reason.input, bucket: sentBy(network, reason.flow, at.bucket) };
  }
  return chain;
}

interface Place {
  node: number;
  bucket: number;
}

function reasonAt(network: FlowNetwork, outlook: Outlook, place: Place): Reason {
  if (network.disclosedStop[place.node]! >= 0) return { kind: 'disclosed' };
  const shipment = latestShipment(network, place);
  const flow = flowBehind(network, outlook, place);
  if (shipment && shipment.missing >= (flow?.missing ?? 0)) return shipment.reason;
  if (flow) return whyBehind(network, outlook, flow.flow, place.bucket);
  const inQuality = network.releasedIn[place.node]! > place.bucket ? network.inQuality[place.node]! : 0;
  const blocked = network.blocked[place.node]!;
  return inQuality + blocked > 0 ? { kind: 'held', inQuality, blocked } : { kind: 'uncovered' };
}

/** Of what was promised by the bucket and is not there, the largest. */
function latestShipment(
  { transits }: FlowNetwork,
  { node, bucket }: Place,
): { missing: number; reason: Reason } | undefined {
  let found: number | undefined;
  for (let entry = transits.first[node]!; entry >= 0; entry = transits.next[entry]!) {
    const isMissing = transits.promised[entry]! <= bucket && transits.arrival[entry]! > bucket;
    if (isMissing && transits.quantity[entry]! > (found === undefined ? 0 : transits.quantity[found]!)) found = entry;
  }
  if (found === undefined) return undefined;
  return {
    missing: transits.quantity[found]!,
    reason: { kind: 'shipment', transit: found, arrival: transits.arrival[found]! },
  };
}

/** Of the flows that should have brought more by the bucket, the one that is furthest behind. */
function flowBehind(
  network: FlowNetwork,
  outlook: Outlook,
  { node, bucket }: Place,
): { flow: number; missing: number } | undefined {
  let furthest: { flow: number; missing: number } | undefined;
  const { done } = outlook.scratch;
  for (let at = network.inStart[node]!; at < network.inStart[node + 1]!; at++) {
    const flow = network.inFlow[at]!;
    const sent = sentBy(network, flow, bucket);
    if (sent < 0 || !completeFlow(network, outlook, flow, done)) continue;
    const missing = network.plan[flow * network.buckets + sent]! - done[sent]!;
    if (missing > (furthest?.missing ?? EPSILON)) furthest = { flow, missing };
  }
  return furthest;
}

function whyBehind(network: FlowNetwork, outlook: Outlook, flow: number, bucket: number): Reason {
  const sent = sentBy(network, flow, bucket);
  if (!gateOf(network, outlook, flow) || isAtCapacity(network, outlook, flow, sent)) return { kind: 'capacity', flow };
  for (let at = network.inputStart[flow]!; at < network.inputStart[flow + 1]!; at++) {
    const input = network.inputNode[at]!;
    const served = outlook.servedUntil[input * network.buckets + sent];
    if (outlook.shortFrom[input]! >= 0 && served === outlook.scratch.gate[sent]) return { kind: 'input', flow, input };
  }
  throw new Error(`Flow ${flow} is held back by none of its inputs.`);
}

/** Whether less is completed than the inputs would allow; `gateOf` must have been asked. */
function isAtCapacity(network: FlowNetwork, outlook: Outlook, flow: number, bucket: number): boolean {
  const { scratch } = outlook;
  if (!network.capacity[flow] || !completeFlow(network, outlook, flow, scratch.done)) return false;
  const allowed = plannedUntil(network.plan, flow * network.buckets, scratch.gate[bucket]!);
  return allowed - scratch.done[bucket]! > (network.whole[flow] ? 1 : EPSILON);
}

const sentBy = ({ patterns, patternOf }: FlowNetwork, flow: number, bucket: number): number =>
  patterns[patternOf[flow]!]![bucket]!;
