import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Solution } from '@intakt/routing';
import { progress, report, rounded } from './options.ts';
import { checkTours } from './routing-check.ts';
import { type PublishedInstance, parseBestKnown, readInstance } from './routing-instances.ts';
import { solveFor } from './routing-solve.ts';
import type { WorkerTask } from './routing-worker.ts';

interface RoutingOptions {
  instances: string;
  bks?: string;
  seconds: number;
  seed: number;
  workers: number;
  only?: RegExp;
  json: boolean;
  out?: string;
}

interface Row {
  name: string;
  cost: number | null;
  bks: number | null;
  gap_percent: number | null;
  vehicles: number;
  feasible: boolean;
  seconds: number;
}

async function main(options: RoutingOptions): Promise<void> {
  const best = await bestKnown(options);
  const rows: Row[] = [];
  for (const file of await instanceFiles(options)) {
    const row = await measure(await readInstance(file), best, options);
    progress(`${row.name}: ${row.cost ?? 'no tours'}, ${row.gap_percent ?? '–'} %, ${row.seconds} s`);
    rows.push(row);
  }
  const gaps = rows.flatMap(({ gap_percent: gap }) => gap ?? []);
  const mean = gaps.length > 0 ? rounded(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, 4) : null;
  const figures = { mean_gap_percent: mean, instances: rows };
  if (options.json) return report(figures, { json: true, quick: false, out: options.out });
  const table = Object.fromEntries(rows.map(({ name, cost, gap_percent: gap }) => [name, `${cost}  ${gap ?? '–'} %`]));
  return report({ ...table, mean_gap_percent: mean }, { json: false, quick: false, out: options.out });
}

async function measure(instance: PublishedInstance, best: Map<string, number>, options: RoutingOptions): Promise<Row> {
  const solved = await (options.workers > 1 ? solveTogether(instance, options) : solveFor(instance, options));
  const { cost, vehicles, faults } = checkTours(instance, solved.tours);
  for (const fault of faults.slice(0, 5)) progress(`${instance.name}: ${fault}`);
  const bks = best.get(instance.name.toLowerCase());
  const feasible = faults.length === 0;
  return {
    name: instance.name,
    cost: feasible ? rounded(cost, 3) : null,
    bks: bks ?? null,
    gap_percent: feasible && bks !== undefined ? rounded(100 * (cost / bks - 1), 4) : null,
    vehicles,
    feasible,
    seconds: rounded(solved.seconds, 2),
  };
}

/** Each worker solves with a seed of its own and hears of the best that any has found. */
async function solveTogether(
  instance: PublishedInstance,
  { seconds, seed, workers }: RoutingOptions,
): Promise<{ tours: number[][]; seconds: number }> {
  const team = Array.from({ length: workers }, (_, i) => {
    const workerData: WorkerTask = { instance, seconds, seed: seed * 1000 + i };
    return new Worker(new URL('routing-worker.ts', import.meta.url), { workerData });
  });
  const solved = await Promise.all(team.map((worker) => resultOf(worker, team)));
  const costOf = (tours: number[][]) =>
    tours.length > 0 ? checkTours(instance, tours).cost : Number.POSITIVE_INFINITY;
  const cheapest = solved.toSorted((a, b) => costOf(a.tours) - costOf(b.tours))[0]!;
  return { tours: cheapest.tours, seconds: Math.max(...solved.map((one) => one.seconds)) };
}

type Message = { best: Solution } | { solved: { tours: number[][]; seconds: number } };

function resultOf(worker: Worker, team: Worker[]): Promise<{ tours: number[][]; seconds: number }> {
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: Message) => {
      if ('solved' in message) resolve(message.solved);
      else for (const other of team) if (other !== worker) other.postMessage(message.best);
    });
  });
}

async function instanceFiles({ instances, only }: RoutingOptions): Promise<string[]> {
  const names = (await readdir(instances)).filter(
    (name) => /\.(txt|vrp)(\.gz)?$/.test(name) && (!only || only.test(name)),
  );
  if (names.length === 0) throw new Error(`${instances} holds no .txt or .vrp file to solve`);
  return names.sort().map((name) => path.join(instances, name));
}

/** From the file that --bks names; and beside a VRPLIB file, from the `.sol` of the same name. */
async function bestKnown({ instances, bks }: RoutingOptions): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  for (const name of await readdir(instances)) {
    if (!name.endsWith('.sol')) continue;
    const cost = /^Cost\s+([\d.]+)/m.exec(await readFile(path.join(instances, name), 'utf8'))?.[1];
    if (cost) known.set(name.slice(0, -'.sol'.length).toLowerCase(), Number(cost));
  }
  if (bks) for (const [name, cost] of parseBestKnown(await readFile(bks, 'utf8'))) known.set(name, cost);
  return known;
}

/** npm changes the working directory to the repository's root; a path is meant from where the caller stands. */
function readRoutingOptions(args: string[]): RoutingOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      instances: text,
      bks: text,
      seconds: { ...text, default: '10' },
      seed: { ...text, default: '1' },
      workers: { ...text, default: '1' },
      only: text,
      out: text,
      json: { type: 'boolean', default: false },
    },
  });
  const fromCaller = (file: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
  if (!values.instances) throw new Error('Name the folder of instances: --instances DIR');
  return {
    instances: fromCaller(values.instances),
    bks: values.bks && fromCaller(values.bks),
    seconds: Number(values.seconds),
    seed: Number(values.seed),
    workers: Number(values.workers),
    only: values.only ? new RegExp(values.only, 'i') : undefined,
    out: values.out && fromCaller(values.out),
    json: values.json,
  };
}

await main(readRoutingOptions(process.argv.slice(2)));
