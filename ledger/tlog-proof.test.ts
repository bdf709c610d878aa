import { describe, expect, test } from 'vitest';
import type { OpenBundle } from './bundle.ts';
import { toBase64 } from './bytes.ts';
import { signCheckpoint } from './checkpoint.ts';
import { cosign } from './cosignature.ts';
import { eventLeafHash } from './leaf.ts';
import { generateSigningKeyPem, nodeSha256, signerFromPem } from './node.ts';
import { type HashSource, inclusionProof, treeRoot } from './prove.ts';
import { isReceipt, signReceipt, verifyReceipt } from './receipt.ts';
import { formatTlogProof, isTlogProof, readTlogProof } from './tlog-proof.ts';
import { encodeVerifierKey } from './verifier-key.ts';
import { verifyBundle } from './verify-bundle.ts';

const LOG = signerFromPem(generateSigningKeyPem(), 'intakt.example/log');
const WITNESS = signerFromPem(generateSigningKeyPem(), 'carrier.example/witness', 'cosignature');
const VKEY = encodeVerifierKey(LOG.key);

const EVENTS = Array.from({ length: 9 }, (_, number) => ({
  salt: toBase64(nodeSha256(Uint8Array.of(number)).slice(0, 16)),
  event: { type: 'stock-counted', part: 'Dichtung Ø 40', quantity: number * 96 },
}));
const LEAVES = EVENTS.map((salted) => new Uint8Array(eventLeafHash(nodeSha256, salted)));
const source: HashSource = async (_, first, count) => LEAVES.slice(first, first + count);
const TREE = { sha256: nodeSha256, source };

async function bundleOf(index: number): Promise<OpenBundle> {
  const root = await treeRoot(EVENTS.length, TREE);
  const note = await signCheckpoint({ origin: LOG.key.name, size: EVENTS.length, root }, LOG);
  const checkpoint = await cosign(note, WITNESS, 1_772_000_000);
  return {
    ...EVENTS[index]!,
    index,
    checkpoint,
    inclusion: await inclusionProof({ index, treeSize: EVENTS.length }, TREE),
  };
}

describe('a tlog-proof', () => {
  test('is laid out as C2SP says: header, extra, index, hashes, blank line, checkpoint', async () => {
    const bundle = await bundleOf(5);
    const lines = formatTlogProof(bundle).split('\n');
    expect(lines.slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', expect.stringMatching(/^extra \S+$/), 'index 5']);
    expect(lines.slice(3, 3 + bundle.inclusion.length)).toEqual(bundle.inclusion.map(toBase64));
    expect(lines.slice(3 + bundle.inclusion.length).join('\n')).toBe(`\n${bundle.checkpoint}`);
  });

  test('verifies by itself, with its witness', async () => {
    const text = formatTlogProof(await bundleOf(5));
    expect(await verifyBundle(text, VKEY, [encodeVerifierKey(WITNESS.key)])).toMatchObject({
      ok: true,
      index: 5,
      size: 9,
      leafHash: toBase64(LEAVES[5]!),
      witnesses: [{ name: 'carrier.example/witness', timestampSeconds: 1_772_000_000 }],
    });
  });

  test('read is what was written', async () => {
    const bundle = await bundleOf(2);
    const read = readTlogProof(formatTlogProof(bundle));
    expect(read.ok && formatTlogProof(read.bundle)).toBe(formatTlogProof(bundle));
  });

  test.each([
    [
      'of another event',
      (text: string) => text.replace(/^extra .*$/m, `extra ${btoa('{"salt":"AA==","type":"x"}')}`),
      'leaf-not-in-tree',
    ],
    ['at another place', (text: string) => text.replace('index 5', 'index 6'), 'leaf-not-in-tree'],
    ['without its event', (text: string) => text.replace(/^extra .*\n/m, ''), 'malformed-bundle'],
    ['with a leading zero', (text: string) => text.replace('index 5', 'index 05'), 'malformed-bundle'],
    ['cut off', (text: string) => text.slice(0, 60), 'malformed-bundle'],
    ['with something else for a leaf', (text: string) => text.replace(/^extra .*$/m, 'extra AAAA'), 'malformed-bundle'],
  ])('%s is refuted', async (_, change, reason) => {
    const text = change(formatTlogProof(await bundleOf(5)));
    expect(isTlogProof(text)).toBe(true);
    expect(await verifyBundle(text, VKEY)).toMatchObject({ ok: false, reason });
  });
});

describe('a receipt', () => {
  const receipt = {
    origin: LOG.key.name,
    eventId: '0b1c',
    index: 5,
    leafHash: LEAVES[5]!,
    recordedAt: '2026-03-02T06:00:00.000Z',
  };

  test('signed by the log says what it took in', async () => {
    const note = await signReceipt(receipt, LOG);
    expect(isReceipt(note)).toBe(true);
    expect(await verifyReceipt(note, LOG.key)).toEqual({ ok: true, receipt });
  });

  test.each([
    ['altered', (note: string) => note.replace('\n5\n', '\n6\n'), 'signature'],
    [
      'without a signature of the log',
      (note: string) => note.replaceAll('— intakt.example/log', '— other.example/log'),
      'unknown-key',
    ],
  ])('%s is refuted', async (_, change, reason) => {
    expect(await verifyReceipt(change(await signReceipt(receipt, LOG)), LOG.key)).toMatchObject({ ok: false, reason });
  });

  test('that speaks for another log is refuted, whoever signed it', async () => {
    const note = await signReceipt({ ...receipt, origin: 'other.example/log' }, LOG);
    expect(await verifyReceipt(note, LOG.key)).toMatchObject({ ok: false, reason: 'origin' });
  });
});
