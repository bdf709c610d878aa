import { EPSILON } from '../days-of-supply.ts';
import type { FlowNetwork } from './flow-network.ts';
import type { Outlook } from './outlook.ts';
import { addUpDemand, addUpSupply } from './supply-and-demand.ts';

/**
 * Projects one node from its facts and from what its suppliers can serve, which must be projected already.
 *
 * @returns whether its customers are served otherwise than the outlook said before: if not, nothing downstream changes
 */
export function projectNode(network: FlowNetwork, outlook: Outlook, node: number): boolean {
  if (network.disclosedStop[node]! >= 0) return takeDisclosed(network, outlook, node);
  const { supply, demand } = outlook.scratch;
  addUpSupply(network, outlook, node, supply);
  addUpDemand(network, node, demand);
  const before = outlook.shortFrom[node]!;
  const shortFrom = writeBalance(outlook, node * network.buckets, supply, demand);
  outlook.shortFrom[node] = shortFrom;
  outlook.cover[node] = coverOf(supply[0]! - demand[0]!, demand);
  if (shortFrom < 0) return before >= 0;
  return writeServed(outlook, node * network.buckets, supply, demand) || before < 0;
}

function writeBalance({ balance }: Outlook, row: number, supply: Float64Array, demand: Float64Array): number {
  let shortFrom = -1;
  for (let bucket = 0; bucket < supply.length; bucket++) {
    balance[row + bucket] = supply[bucket]! - demand[bucket]!;
    if (shortFrom < 0 && demand[bucket]! > supply[bucket]! + EPSILON) shortFrom = bucket;
  }
  return shortFrom;
}

/** Two hands over two rising rows: neither ever steps back. */
function writeServed({ servedUntil }: Outlook, row: number, supply: Float64Array, demand: Float64Array): boolean {
  let changed = false;
  let served = 0; // buckets whose demand is served in full
  for (let bucket = 0; bucket < supply.length; bucket++) {
    const available = supply[bucket]!;
    while (served <= bucket && demand[served]! <= available + EPSILON) served++;
    const until = served > bucket ? served : served + fractionServed(available, demand, served);
    if (servedUntil[row + bucket] !== until) {
      servedUntil[row + bucket] = until;
      changed = true;
    }
  }
  return changed;
}

function fractionServed(available: number, demand: Float64Array, served: number): number {
  const before = served > 0 ? demand[served - 1]! : 0;
  // A shelf that begins below zero is short before anything is due.
  return available > before ? (available - before) / (demand[served]! - before) : 0;
}

/** Days of supply at the end of bucket 0 by bisection, as `daysOfSupply` counts them: the cumulative demand never falls. */
function coverOf(stock: number, demand: Float64Array): number {
  let covered = 0; // last bucket that is covered
  let short = demand.length; // first one that is not
  const available = stock + demand[0]!;
  if (stock < -EPSILON) return 0;
  while (short - covered > 1) {
    const middle = (covered + short) >> 1;
    if (demand[middle]! <= available + EPSILON) covered = middle;
    else short = middle;
  }
  if (short === demand.length) return covered;
  return covered + Math.max(0, available - demand[covered]!) / (demand[short]! - demand[covered]!);
}

/** Of a partner's node only the stop is known: all that is due before it is served, nothing from it on. */
function takeDisclosed({ disclosedStop, buckets }: FlowNetwork, outlook: Outlook, node: number): boolean {
  const stop = disclosedStop[node]!;
  const row = node * buckets;
  const shortFrom = stop < buckets ? stop : -1;
  let changed = outlook.shortFrom[node] !== shortFrom;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const until = Math.min(bucket + 1, stop);
    changed ||= shortFrom >= 0 && outlook.servedUntil[row + bucket] !== until;
    outlook.servedUntil[row + bucket] = until;
  }
  outlook.shortFrom[node] = shortFrom;
  outlook.balance.fill(Number.NaN, row, row + buckets);
  outlook.cover[node] = Number.NaN;
  return changed;
}
