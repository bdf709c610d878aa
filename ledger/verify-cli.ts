/**
 * npm run verify -- bundle.json --key <verifier key> [--key <older key>] [--witness <verifier key>]
 * Reads one file, asks no network, and ends with 0 (proved), 1 (not proved) or 2 (nothing to check).
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BundleVerdict, verifyBundle } from './verify-bundle.ts';

const USAGE =
  'Usage: npm run verify -- bundle.json --key <verifier key> [--key <older key>] [--witness <verifier key>]';
const EXIT = { proved: 0, refuted: 1, unusable: 2 };

try {
  const { file, keys, witnesses } = readArguments();
  const verdict = await verifyBundle(JSON.parse(readFileSync(file, 'utf8')), keys, witnesses);
  console.log(describe(verdict));
  process.exitCode = verdict.ok ? EXIT.proved : EXIT.refuted;
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = EXIT.unusable;
}

function readArguments() {
  const many = { type: 'string', multiple: true, default: [] as string[] } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: many, witness: many } });
  const [file] = positionals;
  if (positionals.length !== 1 || values.key.length === 0)
    throw new Error('One bundle and at least one key are needed.');
  // npm runs scripts in the package's folder; INIT_CWD is where the person stands.
  return { file: resolve(process.env.INIT_CWD ?? '.', file!), keys: values.key, witnesses: values.witness };
}

function describe(verdict: BundleVerdict): string {
  if (!verdict.ok) return `NOT PROVED (${verdict.reason}): ${verdict.detail}`;
  const { origin, index, size, root, leafHash, earlier, witnesses } = verdict;
  const lines = [
    `PROVED: the event is number ${index} of ${size} in ${origin}, unaltered.`,
    `leaf ${leafHash}`,
    `root ${root}`,
    ...(earlier ? [`The log has only grown since it had ${earlier.size} events (root ${earlier.root}).`] : []),
    ...witnesses.map(
      ({ name, timestampSeconds }) => `Seen by ${name} at ${new Date(timestampSeconds * 1000).toISOString()}`,
    ),
  ];
  return lines.join('\n');
}
