import { parseArgs } from 'node:util';
import { type ExplosionInput, explode } from '@intakt/demand-planning';
import { explodeByObjects } from './explode-by-objects.ts';
import { layeredNetwork } from './layered-network.ts';
import { median, progress, readOptions, report, rounded } from './options.ts';

const NODES = 100_000;
const LEVELS = 7;
const WEEKS = 52;
const ROUNDS = 5;

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { quick: { type: 'boolean', default: false } }, strict: false });
  const input = layeredNetwork({ items: values.quick ? NODES / 100 : NODES, levels: LEVELS, buckets: WEEKS, seed: 1 });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(processorSeconds(() => explode(input)));
    progress(`round ${round + 1}: ${times.at(-1)!.toFixed(3)} s`);
  }
  const naive = processorSeconds(() => explodeByObjects(input));
  const full = median(times);
  await report(
    {
      full_s: rounded(full, 3),
      items: input.bill.items,
      lines: input.bill.parent.length,
      levels: levelsOf(input),
      weeks: WEEKS,
      item_weeks_per_s: rounded((input.bill.items * WEEKS) / full),
      naive_s: rounded(naive, 3),
      naive_ratio: rounded(naive / full, 2),
    },
    readOptions(args),
  );
}

function processorSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The explosion of the peer must name the same orders, or the figures are of different work. */
function levelsOf(input: ExplosionInput): number {
  const ours = explode(input);
  if (!ours.ok) throw new Error(`The network has a cycle: ${ours.cycle.join(' → ')}.`);
  const theirs = explodeByObjects(input);
  for (let i = 0; i < theirs.length; i++) {
    if (Math.abs(theirs[i]! - ours.releases[i]!) > 1e-6)
      throw new Error(
        `Item ${Math.floor(i / WEEKS)} orders ${ours.releases[i]} in week ${i % WEEKS}, its peer ${theirs[i]}.`,
      );
  }
  return Math.max(...ours.levels) + 1;
}

await main(process.argv.slice(2));
