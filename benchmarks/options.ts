import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  json: boolean;
  quick: boolean;
  out?: string;
  dataDir?: string;
}

/** npm changes the working directory to the repository's root; a path is meant from where the caller stands. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      out: { type: 'string' },
      'data-dir': { type: 'string' },
    },
  });
  const fromCaller = (file: string | undefined) => file && path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
  return {
    json: values.json,
    quick: values.quick,
    out: fromCaller(values.out),
    dataDir: fromCaller(values['data-dir']),
  };
}

/** Progress goes to stderr, so that stdout ends with the figures and nothing else. */
export const progress = (text: string): void => void process.stderr.write(`${text}\n`);

/** With --json one line, else a table to read. */
export async function report(figures: Record<string, unknown>, { json, out }: Options): Promise<void> {
  const line = JSON.stringify(figures);
  if (out) await writeFile(out, `${line}\n`);
  const table = Object.entries(figures).map(([name, value]) => `${name.padEnd(24)} ${String(value)}`);
  process.stdout.write(`${json ? line : table.join('\n')}\n`);
}

export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Nearest rank: the smallest value that `share` of all values do not exceed. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
