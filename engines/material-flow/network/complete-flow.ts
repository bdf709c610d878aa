import { EPSILON } from '../days-of-supply.ts';
import type { FlowNetwork } from './flow-network.ts';
import type { Outlook } from './outlook.ts';

/**
 * What a flow completes by the end of each bucket: of its plan, what the scarcest of its inputs has been served for, and
 * no more than its capacity. What waits is caught up as soon as material and capacity are there.
 *
 * Material is given to the earliest due first, and within one bucket in proportion; it stays given while its taker waits
 * for something else. So each input says by one figure per bucket how far all its takers are served, and the least of
 * these figures is how far the flow gets.
 *
 * @param done row for the result, cumulative units
 * @returns false where the plan is completed in time, and `done` is left as it was
 */
export function completeFlow(network: FlowNetwork, outlook: Outlook, flow: number, done: Float64Array): boolean {
  const { buckets, plan } = network;
  const held = gateOf(network, outlook, flow);
  const capacity = network.capacity[flow];
  if (!held && !capacity) return false;
  const { gate } = outlook.scratch;
  const whole = network.whole[flow] === 1;
  let before = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    let quantity = plannedUntil(plan, flow * buckets, held ? gate[bucket]! : bucket + 1);
    if (capacity) quantity = Math.min(quantity, before + capacity[bucket]!);
    before = quantity;
    done[bucket] = whole ? Math.floor(quantity + EPSILON) : quantity;
  }
  return true;
}

/** Writes how far the scarcest input is served into the gate; false where none is short. */
export function gateOf({ inputStart, inputNode, buckets }: FlowNetwork, outlook: Outlook, flow: number): boolean {
  const { gate } = outlook.scratch;
  let held = false;
  for (let input = inputStart[flow]!; input < inputStart[flow + 1]!; input++) {
    const node = inputNode[input]!;
    if (outlook.shortFrom[node]! < 0) continue;
    const row = node * buckets;
    for (let bucket = 0; bucket < buckets; bucket++) {
      const served = outlook.servedUntil[row + bucket]!;
      if (!held || served < gate[bucket]!) gate[bucket] = served;
    }
    held = true;
  }
  return held;
}

/** The cumulative plan up to a bucket and a fraction of the next; `row` is where the plan begins. */
export function plannedUntil(plan: Float64Array, row: number, until: number): number {
  const bucket = Math.floor(until);
  const before = bucket > 0 ? plan[row + bucket - 1]! : 0;
  return until === bucket ? before : before + (until - bucket) * (plan[row + bucket]! - before);
}
