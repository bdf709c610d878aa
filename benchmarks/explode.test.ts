import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { layeredNetwork } from './layered-network.ts';

const run = promisify(execFile);

test('bench:explode ends with its figures, after engine and peer have placed the same orders', async () => {
  const script = fileURLToPath(new URL('explode.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [script, '--json', '--quick']);
  const figures = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Record<string, number>;
  expect(figures).toMatchObject({ items: 1000, levels: 7, weeks: 52 });
  expect(figures.full_s).toBeGreaterThan(0);
  expect(figures.naive_ratio).toBeGreaterThan(0);
});

test('the same seed draws the same network, in which every line leads down', () => {
  const [first, second] = [1, 2].map(() => layeredNetwork({ items: 300, levels: 5, buckets: 8, seed: 3 }));
  expect(second).toEqual(first);
  expect(first!.bill.parent.every((parent, line) => parent < first!.bill.child[line]!)).toBe(true);
});
