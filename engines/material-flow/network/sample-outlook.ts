import { drawnArrival } from './drawn-arrival.ts';
import type { FlowNetwork } from './flow-network.ts';
import { emptyOutlook } from './outlook.ts';
import { projectNode } from './project-node.ts';
import { reproject } from './reproject.ts';
import { uniformDraw } from './uniform-draw.ts';
import { upstreamOf } from './upstream-of.ts';

/** What happens to some nodes in many runs, in each of which every uncertain shipment arrives on a day of its own. */
export interface OutlookSample {
  readonly targets: readonly number[];
  readonly runs: number;
  readonly buckets: number;
  /** First short bucket, `targets` × `runs`; `buckets` where none is. */
  readonly shortFrom: Int32Array;
  /** Balance, `targets` × `buckets` × `runs`, so that the runs of one bucket lie together. */
  readonly balance: Float64Array;
}

/**
 * Monte Carlo over the arrival distributions of what is under way towards the targets. The same seed draws the same
 * arrivals in every network that holds the same shipments (`key`), so that alternatives can be told apart with few runs.
 *
 * @param targets nodes to look at; only what supplies them is projected
 * @param runs how often to draw
 * @param seed unsigned 32-bit integer
 * @example stopProbability(sampleOutlook(network, { targets: [7], runs: 200, seed: 1 }), 0, 5) // before bucket 5
 */
export function sampleOutlook(
  network: FlowNetwork,
  asked: { targets: readonly number[]; runs: number; seed: number },
): OutlookSample {
  const { targets, runs, seed } = asked;
  const drawn = { ...network, transits: { ...network.transits, arrival: network.transits.arrival.slice() } };
  const within = upstreamOf(network, targets);
  const uncertain = uncertainTransits(network, within);
  const outlook = emptyOutlook(network);
  for (const node of network.order) if (within[node]) projectNode(drawn, outlook, node);
  const sample = emptySample(targets, runs, network.buckets);
  for (let run = 0; run < runs; run++) {
    reproject(drawn, outlook, drawArrivals(drawn, uncertain, seed, run), within);
    keepRun(sample, outlook, run);
  }
  return sample;
}

/** Probability that something due from a target is missing at the end of a bucket before `bucket`. */
export function stopProbability({ shortFrom, runs }: OutlookSample, target: number, bucket: number): number {
  let stopped = 0;
  for (let run = 0; run < runs; run++) if (shortFrom[target * runs + run]! < bucket) stopped++;
  return stopped / runs;
}

/**
 * The balance below which a target stays in a share of all runs, per bucket: 0.1 and 0.9 bound a band of four runs in five.
 * Nearest rank.
 */
export function balanceQuantile(
  { balance, buckets, runs }: OutlookSample,
  target: number,
  share: number,
): Float64Array {
  const rank = Math.min(runs - 1, Math.max(0, Math.ceil(share * runs) - 1));
  return Float64Array.from({ length: buckets }, (_, bucket) => {
    const row = (target * buckets + bucket) * runs;
    return balance.slice(row, row + runs).sort()[rank]!;
  });
}

function uncertainTransits({ transits }: FlowNetwork, within: Uint8Array): number[] {
  const found: number[] = [];
  for (let entry = 0; entry < transits.count; entry++)
    if (transits.spread[entry] && transits.quantity[entry]! > 0 && within[transits.node[entry]!]) found.push(entry);
  return found;
}

/** Writes the arrivals of one run; gives the nodes at which something arrives otherwise than in the run before. */
function drawArrivals({ transits }: FlowNetwork, uncertain: number[], seed: number, run: number): Set<number> {
  const changed = new Set<number>();
  for (const entry of uncertain) {
    const arrival = drawnArrival(transits.spread[entry]!, uniformDraw(seed, transits.key[entry]!, run));
    if (arrival === transits.arrival[entry]) continue;
    transits.arrival[entry] = arrival;
    changed.add(transits.node[entry]!);
  }
  return changed;
}

const emptySample = (targets: readonly number[], runs: number, buckets: number): OutlookSample => ({
  targets,
  runs,
  buckets,
  shortFrom: new Int32Array(targets.length * runs),
  balance: new Float64Array(targets.length * buckets * runs),
});

function keepRun(sample: OutlookSample, outlook: { shortFrom: Int32Array; balance: Float64Array }, run: number): void {
  const { targets, runs, buckets } = sample;
  for (const [target, node] of targets.entries()) {
    const short = outlook.shortFrom[node]!;
    sample.shortFrom[target * runs + run] = short < 0 ? buckets : short;
    for (let bucket = 0; bucket < buckets; bucket++)
      sample.balance[(target * buckets + bucket) * runs + run] = outlook.balance[node * buckets + bucket]!;
  }
}
