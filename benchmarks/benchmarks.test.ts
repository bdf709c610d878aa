import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { MixedMessages } from './mixed-messages.ts';
import { makeNetwork } from './network.ts';
import { median, percentile } from './options.ts';

const run = promisify(execFile);

/** As the command line runs it, on the embedded database. */
async function figuresOf(script: string): Promise<Record<string, unknown>> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await run(process.execPath, [file, '--json', '--quick'], {
    env: { ...process.env, DATABASE_URL: '' },
  });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!);
}

test('bench:record ends with its figures, measured on events for three partners and more', {
  timeout: 120_000,
}, async () => {
  const figures = await figuresOf('record.ts');
  for (const name of ['batch_ratio', 'single_ratio', 'batch_events_per_s', 'single_events_per_s'])
    expect(figures[name], name).toBeGreaterThan(0);
  expect(figures.entitled_per_event).toBeGreaterThanOrEqual(3);
  expect(figures.rows_per_event).toBeGreaterThanOrEqual(2);
  expect(figures.database).toMatch(/^embedded PGlite/);
});

test('bench:live sees every event once at every feed entitled to it, and at no other', {
  timeout: 120_000,
}, async () => {
  const figures = await figuresOf('live.ts');
  expect(figures).toMatchObject({ feeds: 100, missed: 0, duplicated: 0, not_entitled: 0, out_of_order: 0 });
  expect(figures.least_entitled_feeds).toBeGreaterThanOrEqual(10);
  expect(figures.p99_ms).toBeGreaterThanOrEqual(figures.p50_ms as number);
});

test('bench:flow projects what plain objects project, and after each event what a full projection does', {
  timeout: 120_000,
}, async () => {
  const figures = await figuresOf('flow.ts');
  for (const name of ['full_s', 'incremental_p99_ms', 'node_buckets_per_s', 'naive_ratio'])
    expect(figures[name], name).toBeGreaterThan(0);
  expect(figures).toMatchObject({ site_parts: 9980, buckets: 182 });
});

test('bench:telemetry shows every position that was acknowledged at the feed of the customer', {
  timeout: 120_000,
}, async () => {
  const figures = await figuresOf('telemetry.ts');
  expect(figures).toMatchObject({ unseen: 0, devices: 20 });
  for (const name of ['positions_per_s', 'broker_alone_per_s', 'p99_ms'])
    expect(figures[name], name).toBeGreaterThan(0);
});

test('bench:eta is calibrated on lanes never seen, and sharper than what it is held against', {
  timeout: 120_000,
}, async () => {
  const figures = (await figuresOf('eta.ts')) as Record<string, number>;
  expect(figures.held_out_p80).toBeGreaterThan(0.72);
  expect(figures.held_out_p80).toBeLessThan(0.88);
  expect(figures.held_out_p95).toBeGreaterThan(0.91);
  expect(figures.pinball_ratio_global).toBeLessThan(1);
  expect(figures.pinball_ratio_lane).toBeLessThan(1);
});

test('the same seed says the same, and no event twice', () => {
  const network = makeNetwork({ firstTiers: 2, suppliersEach: 3, partsEach: 8, viewersEach: 2 });
  const [first, second] = [1, 1].map((seed) => new MixedMessages(network, { seed }).mixed(300));
  expect(second).toEqual(first);
  expect(new Set(first!.map(({ by, command }) => `${by} ${command.id}`)).size).toBe(300);
});

test('median and percentile are those of a small list by hand', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 6])).toBe(5.5);
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([50, 99, 100]);
});

test('bench:edi finds in each file what it wrote, tokenized, mapped and by the peers', {
  timeout: 240_000,
}, async () => {
  const { formats, vda } = (await figuresOf('edi.ts')) as Record<string, Record<string, Record<string, unknown>>>;
  expect(Object.keys(formats!).sort()).toEqual(['830', '856', 'DELFOR', 'DESADV']);
  expect(Object.keys(vda!).sort()).toEqual(['4905', '4913']);
  for (const figures of Object.values({ ...formats, ...vda })) {
    expect(figures.peer_errors).toBeUndefined();
    for (const name of ['tokenize_mb_per_cpu_s', 'map_mb_per_cpu_s', 'peak_mb'])
      expect(figures[name]).toBeGreaterThan(0);
  }
});
