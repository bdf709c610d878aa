import { parentPort, workerData } from 'node:worker_threads';
import type { Solution } from '@intakt/routing';
import type { PublishedInstance } from './routing-instances.ts';
import { solveFor } from './routing-solve.ts';

export interface WorkerTask {
  instance: PublishedInstance;
  seconds: number;
  seed: number;
}

const { instance, seconds, seed } = workerData as WorkerTask;
let elite: Solution | undefined;
parentPort!.on('message', (best: Solution) => {
  if (!elite || best.cost < elite.cost) elite = best;
});
const solved = await solveFor(instance, {
  seconds,
  seed,
  onBest: (best) => parentPort!.postMessage({ best }),
  elite: () => elite,
});
parentPort!.postMessage({ solved });
parentPort!.close();
