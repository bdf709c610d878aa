import { gateOf } from './complete-flow.ts';
import type { FlowNetwork } from './flow-network.ts';
import type { Outlook } from './outlook.ts';

/** A flow that a shortage holds back; one that leads nowhere is a line that stops, or a customer outside. */
export interface Affected {
  flow: number;
  /** First bucket in which less is completed than planned. */
  from: number;
  /** Node that the flow leads to, or -1. */
  to: number;
}

/**
 * Follows a shortage down the chain: which builds and transports it holds back, which nodes become short by them, and
 * which lines stop. Where stock absorbs it, or another input is scarcer, it ends.
 *
 * @returns what is held back, upstream first, each flow once
 */
export function findAffected(network: FlowNetwork, outlook: Outlook, node: number): Affected[] {
  const affected: Affected[] = [];
  const seen = new Set([node]);
  for (const source of seen) {
    if (outlook.shortFrom[source]! < 0) continue;
    for (let at = network.outStart[source]!; at < network.outStart[source + 1]!; at++) {
      const flow = network.outFlow[at]!;
      const from = heldFrom(network, outlook, flow, source);
      if (from < 0) continue;
      const to = network.flowTo[flow]!;
      if (!affected.some((known) => known.flow === flow)) affected.push({ flow, from, to });
      if (to >= 0) seen.add(to);
    }
  }
  return affected;
}

/** First bucket in which this input, and no scarcer one, keeps the flow from something that was planned. */
function heldFrom(network: FlowNetwork, outlook: Outlook, flow: number, input: number): number {
  const { gate } = outlook.scratch;
  gateOf(network, outlook, flow);
  for (let bucket = outlook.shortFrom[input]!; bucket < network.buckets; bucket++) {
    const served = outlook.servedUntil[input * network.buckets + bucket]!;
    const isPlanned = plannedBetween(network, flow, served, bucket);
    if (served === gate[bucket] && served < bucket + 1 && isPlanned) return bucket;
  }
  return -1;
}

function plannedBetween({ plan, buckets }: FlowNetwork, flow: number, served: number, bucket: number): boolean {
  const first = Math.floor(served);
  const before = first > 0 ? plan[flow * buckets + first - 1]! : 0;
  return plan[flow * buckets + bucket]! > before;
}
