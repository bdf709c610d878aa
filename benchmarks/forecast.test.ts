import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const script = fileURLToPath(new URL('forecast.ts', import.meta.url));

/** Months with a season; the tenth bucket of one part was not measured. */
function madeUp(count: number): string {
  const lines = Array.from({ length: count }, (_, part) => {
    const months = Array.from(
      { length: 72 },
      (_unused, t) => 100 + ((t * (7 + part)) % 13) + 30 * Math.cos((t * Math.PI) / 6),
    );
    const train: (number | null)[] = months.slice(0, 66);
    if (part === 0) train[9] = null;
    return JSON.stringify({ id: `P${part}`, m: 12, h: 6, train, test: months.slice(66) });
  });
  return `${lines.join('\n')}\n`;
}

test('bench:forecast ends with its figures, and forecasts more in two threads when asked to', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'intakt-forecast-'));
  try {
    await writeFile(path.join(folder, 'months.jsonl'), madeUp(40));
    const { stdout } = await run(process.execPath, [script, '--data', 'months.jsonl', '--json', '--series', '50'], {
      cwd: folder,
      env: { ...process.env, INIT_CWD: folder },
    });
    const figures = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Record<string, number>;
    const names = 'series smape mase owa wql rmsse bias coverage95 msis95 cpu_s_per_1000'.split(' ');
    expect(Object.keys(figures)).toEqual(expect.arrayContaining(names));
    expect(figures).toMatchObject({ series: 40, bulk_series: 50 });
    expect(figures.owa).toBeLessThan(1);
    expect(figures.coverage95).toBeGreaterThan(0.8);
  } finally {
    await rm(folder, { recursive: true });
  }
});
