/**
 * npm run verify -- FILE --key <verifier key> [--key <older key>] [--witness <verifier key>]
 * Reads one file (a bundle, a tlog-proof or a receipt), asks no network, and ends with 0 (proved), 1 (not proved) or 2 (nothing to check).
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toBase64 } from './bytes.ts';
import { isReceipt, verifyReceipt } from './receipt.ts';
import { isTlogProof } from './tlog-proof.ts';
import { decodeVerifierKey } from './verifier-key.ts';
import { type BundleVerdict, verifyBundle } from './verify-bundle.ts';

const USAGE = 'Usage: npm run verify -- FILE --key <verifier key> [--key <older key>] [--witness <verifier key>]';
const EXIT = { proved: 0, refuted: 1, unusable: 2 };

try {
  const { file, keys, witnesses } = readArguments();
  const text = readFileSync(file, 'utf8');
  const { ok, lines } = isReceipt(text)
    ? await checkReceipt(text, keys)
    : describe(await verifyBundle(isTlogProof(text) ? text : JSON.parse(text), keys, witnesses));
  console.log(lines.join('\n'));
  process.exitCode = ok ? EXIT.proved : EXIT.refuted;
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = EXIT.unusable;
}

function readArguments() {
  const many = { type: 'string', multiple: true, default: [] as string[] } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: many, witness: many } });
  const [file] = positionals;
  if (positionals.length !== 1 || values.key.length === 0) throw new Error('One file and at least one key are needed.');
  // npm runs scripts in the package's folder; INIT_CWD is where the person stands.
  return { file: resolve(process.env.INIT_CWD ?? '.', file!), keys: values.key, witnesses: values.witness };
}

interface Words {
  ok: boolean;
  lines: string[];
}

/** A receipt is a promise: it proves that the log took the event in, and a later proof shows whether it kept its word. */
async function checkReceipt(note: string, vkeys: string[]): Promise<Words> {
  const decoded = vkeys.map(decodeVerifierKey);
  const unread = decoded.find((key) => !key.ok);
  if (unread) throw new Error(unread.detail);
  const verdict = await verifyReceipt(note, ...decoded.flatMap((key) => (key.ok ? [key.key] : [])));
  if (!verdict.ok) return { ok: false, lines: [`NOT PROVED (${verdict.reason}): ${verdict.detail}`] };
  const { origin, eventId, index, leafHash, recordedAt } = verdict.receipt;
  return {
    ok: true,
    lines: [
      `RECEIVED: ${origin} took event ${eventId} in at ${recordedAt} as number ${index}.`,
      `leaf ${toBase64(leafHash)}`,
    ],
  };
}

function describe(verdict: BundleVerdict): Words {
  if (!verdict.ok) return { ok: false, lines: [`NOT PROVED (${verdict.reason}): ${verdict.detail}`] };
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
  return { ok: true, lines };
}
