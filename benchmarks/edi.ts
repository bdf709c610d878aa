import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { Reading } from './edi-child.ts';
import { type EdiFormat, FORMATS, type Written, writeEdiFile } from './edi-files.ts';
import { type Options, progress, readOptions, report, rounded } from './options.ts';

const run = promisify(execFile);
const CHILD = fileURLToPath(new URL('edi-child.ts', import.meta.url));
const PEERS: Record<EdiFormat, string[]> = {
  DESADV: ['edifact', 'ts-edifact'],
  DELFOR: ['edifact', 'ts-edifact'],
  '856': ['node-x12'],
  '830': ['node-x12'],
  '4905': [],
  '4913': [],
};
/**
 * Our processes get a small heap, else Node lets garbage pile up and the resident set says nothing of what is needed.
 * The peers have Node's own.
 */
const SMALL_HEAP = ['--max-semi-space-size=8', '--max-old-space-size=48'];
/** A reader that is not through by then has failed. */
const PATIENCE_MS = 600_000;

interface Figures {
  tokenize_mb_per_cpu_s: number;
  /** Tokenizing with a string made of every value, which is what the peers do. */
  values_mb_per_cpu_s: number;
  map_mb_per_cpu_s: number;
  peak_mb: number;
  peers: Record<string, number | null>;
  peer_errors?: Record<string, string>;
}

async function main(options: Options, megabytes: number): Promise<void> {
  const folder = await mkdtemp(path.join(options.dataDir ?? tmpdir(), 'intakt-bench-edi-'));
  const formats: Partial<Record<EdiFormat, Figures>> = {};
  const vda: Partial<Record<EdiFormat, Figures>> = {};
  try {
    for (const format of FORMATS) {
      const file = path.join(folder, `${format}.edi`);
      const written = await writeEdiFile(file, format, megabytes);
      progress(`${format}: ${written.segments} segments in ${written.messages} messages`);
      (isFixed(format) ? vda : formats)[format] = await measure(file, format, written);
      await rm(file);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await report(
    {
      megabytes,
      node: process.version,
      formats: options.json ? formats : JSON.stringify(formats),
      vda: options.json ? vda : JSON.stringify(vda),
    },
    options,
  );
}

/** Records of fixed width, which no peer reads. */
const isFixed = (format: EdiFormat): boolean => format === '4905' || format === '4913';

async function measure(file: string, format: EdiFormat, written: Written): Promise<Figures> {
  const speed = (reading: Reading) => rounded(written.bytes / 1e6 / reading.cpuSeconds, 1);
  const [records, fields] = isFixed(format) ? ['records', 'fields'] : ['tokenize', 'values'];
  const tokenize = await read(file, records!, { segments: written.segments, stray: 0 });
  const values = await read(file, fields!, { segments: written.segments, stray: 0 });
  const { interchanges, messages, lines } = written;
  const map = await read(file, 'map', { interchanges, messages, lines, errors: 0 });
  const peers: Record<string, number | null> = {};
  const errors: Record<string, string> = {};
  for (const peer of PEERS[format]) {
    try {
      peers[peer] = speed(await read(file, peer, { segments: written.segments }));
    } catch (error) {
      peers[peer] = null;
      errors[peer] = error instanceof Error ? error.message.slice(0, 300) : String(error);
    }
  }
  const figures: Figures = {
    tokenize_mb_per_cpu_s: speed(tokenize),
    values_mb_per_cpu_s: speed(values),
    map_mb_per_cpu_s: speed(map),
    peak_mb: rounded(Math.max(tokenize.peakMb, map.peakMb), 1),
    peers,
    ...(Object.keys(errors).length > 0 && { peer_errors: errors }),
  };
  progress(`${format}: ${JSON.stringify(figures)}`);
  return figures;
}

/** A process of its own reads the file in one way; what it found must be what was written. */
async function read(file: string, way: string, expected: Record<string, number>): Promise<Reading> {
  const heap = Object.values(PEERS).some((peers) => peers.includes(way)) ? [] : SMALL_HEAP;
  const { stdout } = await run(process.execPath, [...heap, CHILD, file, way], {
    timeout: PATIENCE_MS,
    maxBuffer: 1 << 24,
  });
  const reading = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Reading;
  for (const [name, count] of Object.entries(expected))
    if (reading.counts[name] !== count) throw new Error(`${way} found ${reading.counts[name]} ${name} of ${count}`);
  return reading;
}

const args = process.argv.slice(2);
const { values } = parseArgs({ args, options: { megabytes: { type: 'string' } }, strict: false });
const options = readOptions(args.filter((arg, i) => !arg.startsWith('--megabytes') && args[i - 1] !== '--megabytes'));
const megabytes = Number(values.megabytes ?? (options.quick ? 2 : 50));
if (!(megabytes > 0)) throw new Error(`--megabytes wants a number; got "${String(values.megabytes)}"`);
await main(options, megabytes);
