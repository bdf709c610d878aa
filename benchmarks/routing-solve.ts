import {
  IteratedSearch,
  loadPartitioner,
  PairSearch,
  type Partitioner,
  type PlainInstance,
  Random,
  type Solution,
} from '@intakt/routing';
import type { PublishedInstance } from './routing-instances.ts';

/** Iterations between two looks at the clock. */
const STRIDE = 8;
/** How often in a run workers tell each other their best. */
const EXCHANGES = 20;

export interface Run {
  seconds: number;
  seed: number;
  /** Told the best tours from time to time. */
  onBest?: (best: Solution) => void;
  /** Asked at the same times for the best tours of others. */
  elite?: () => Solution | undefined;
}

/** Solves for so many CPU seconds of the calling thread, reading of the matrices included. */
export async function solveFor(instance: PublishedInstance, run: Run): Promise<{ tours: number[][]; seconds: number }> {
  const started = process.threadCpuUsage();
  const spent = () => cpuSeconds(started);
  const partition = instance.kind === 'pdptw' ? undefined : await loadPartitioner();
  const search = searchFor(instance, new Random(run.seed), partition);
  let exchanged = 0;
  for (let elapsed = spent() / run.seconds; elapsed < 1; elapsed = spent() / run.seconds) {
    for (let i = 0; i < STRIDE; i++) search.step(elapsed);
    if (elapsed * EXCHANGES < exchanged + 1) continue;
    exchanged++;
    await exchange(search, run);
  }
  return { tours: search.best()?.tours ?? [], seconds: spent() };
}

/** Messages of other threads come in while this one waits for the next turn of its event loop. */
async function exchange(search: IteratedSearch | PairSearch, { onBest, elite }: Run): Promise<void> {
  if (!onBest || !elite) return;
  const best = search.best();
  if (best) onBest(best);
  await new Promise((resolve) => setImmediate(resolve));
  const other = elite();
  if (other) search.adopt(other);
}

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(since);
  return (user + system) / 1e6;
}

export function searchFor(
  instance: PublishedInstance,
  random: Random,
  partition?: Partitioner,
): IteratedSearch | PairSearch {
  const plain = plainInstance(instance);
  if (instance.kind !== 'pdptw') return new IteratedSearch(plain, random, partition);
  const partner = new Int32Array(instance.sites.length);
  for (const [delivery, { pickup }] of instance.sites.entries()) {
    if (pickup === undefined) continue;
    partner[delivery] = pickup;
    partner[pickup] = delivery;
  }
  return new PairSearch({ ...plain, partner }, random);
}

function plainInstance({ sites, vehicles, capacity, distance }: PublishedInstance): PlainInstance {
  const column = (of: (site: PublishedInstance['sites'][number]) => number) => Int32Array.from(sites, of);
  const load = sites.reduce((sum, { demand }) => sum + demand, 0);
  return {
    clients: sites.length - 1,
    // An unlimited fleet needs memory for no more tours than could ever be driven half full.
    maxRoutes: Math.min(
      vehicles,
      Math.max(vehicles < sites.length - 1 ? vehicles : 0, Math.ceil((2 * load) / capacity) + 1),
    ),
    capacity,
    cost: distance,
    time: distance,
    demand: column(({ demand }) => demand),
    earliest: column(({ earliest }) => earliest),
    latest: column(({ latest }) => latest),
    service: column(({ service }) => service),
  };
}
