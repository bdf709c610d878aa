import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundle, type ProofBundle } from './bundle.ts';
import { toBase64 } from './bytes.ts';
import { signCheckpoint } from './checkpoint.ts';
import { cosign } from './cosignature.ts';
import { appendLeaves, Frontier } from './frontier.ts';
import { eventLeafHash } from './leaf.ts';
import { generateSigningKeyPem, nodeSha256, signerFromPem } from './node.ts';
import { consistencyProof, type HashSource, inclusionProof, treeRoot } from './prove.ts';
import { encodeVerifierKey } from './verifier-key.ts';
import { verifyBundle } from './verify-bundle.ts';

const LOG = signerFromPem(generateSigningKeyPem(), 'intakt.example/log');
const WITNESS = signerFromPem(generateSigningKeyPem(), 'carrier.example/witness', 'cosignature');
const VKEY = encodeVerifierKey(LOG.key);
const WITNESS_VKEY = encodeVerifierKey(WITNESS.key);

const EVENTS = Array.from({ length: 20 }, (_, number) => ({
  salt: toBase64(nodeSha256(Uint8Array.of(number)).slice(0, 16)),
  event: { type: 'stock-counted', part: 'HV-77', quantity: number * 96 },
}));
const LEAVES = EVENTS.map((salted) => eventLeafHash(nodeSha256, salted));
const source: HashSource = async (_, first, count) => LEAVES.slice(first, first + count);
const TREE = { sha256: nodeSha256, source };

describe('a proof bundle', () => {
  test('verifies offline with the verifier key of the log', async () => {
    expect(await verifyBundle(overTheWire(await bundleOf(13)), VKEY)).toEqual({
      ok: true,
      origin: 'intakt.example/log',
      index: 13,
      size: 20,
      root: toBase64(appendLeaves(Frontier.empty(nodeSha256), LEAVES).frontier.root()),
      leafHash: toBase64(LEAVES[13]!),
      witnesses: [],
    });
  });

  test.each([0, 7, 14, 20])('shows that the log only grew since it had %i events', async (size) => {
    const verdict = await verifyBundle(overTheWire(await bundleOf(3, size)), VKEY);
    expect(verdict).toMatchObject({ ok: true, earlier: { size, root: toBase64(await treeRoot(size, TREE)) } });
  });

  test('verifies across a rotated key when both keys are given', async () => {
    const next = signerFromPem(generateSigningKeyPem(), LOG.key.name);
    const bundle = { ...(await bundleOf(3, 7)), checkpoint: await checkpointOf(20, next) };
    expect(await verifyBundle(bundle, [VKEY, encodeVerifierKey(next.key)])).toMatchObject({ ok: true, size: 20 });
    expect(await verifyBundle(bundle, VKEY)).toMatchObject({ ok: false, reason: 'unknown-key' });
  });

  test('names the witnesses that saw the tree', async () => {
    const bundle = await bundleOf(3);
    const seen = { ...bundle, checkpoint: await cosign(bundle.checkpoint, WITNESS, 1_700_000_000) };
    expect(await verifyBundle(seen, VKEY, [WITNESS_VKEY])).toMatchObject({
      ok: true,
      witnesses: [{ name: 'carrier.example/witness', timestampSeconds: 1_700_000_000 }],
    });
  });
});

describe('a bundle is refuted, with the reason, when', () => {
  test.each<[string, string, (bundle: ProofBundle) => unknown]>([
    ['the event was altered', 'leaf-not-in-tree', (b) => ({ ...b, event: { ...b.event, quantity: 1 } })],
    ['a member was added to the event', 'leaf-not-in-tree', (b) => ({ ...b, event: { ...b.event, note: '' } })],
    ['the salt is another', 'leaf-not-in-tree', (b) => ({ ...b, salt: 'AAAA' })],
    ['the place is another', 'leaf-not-in-tree', (b) => ({ ...b, index: 4 })],
    ['the place lies beyond the tree', 'leaf-not-in-tree', (b) => ({ ...b, index: 20 })],
    ['the place is below zero', 'leaf-not-in-tree', (b) => ({ ...b, index: -1 })],
    ['a hash is missing', 'leaf-not-in-tree', (b) => ({ ...b, inclusion: b.inclusion.slice(1) })],
    ['the checkpoint was altered', 'signature', (b) => ({ ...b, checkpoint: b.checkpoint.replace('20', '21') })],
    ['the checkpoint is no note', 'malformed-note', (b) => ({ ...b, checkpoint: 'trust me' })],
    [
      'the earlier proof is of other trees',
      'not-append-only',
      (b) => ({ ...b, earlier: { ...b.earlier, consistency: [] } }),
    ],
    ['the earlier tree is the later one', 'not-append-only', (b) => swapped(b)],
    ['it has another format', 'malformed-bundle', (b) => ({ ...b, format: 'intakt-proof/2' })],
    ['a hash is not base64', 'malformed-bundle', (b) => ({ ...b, inclusion: ['?'] })],
    ['a hash is too short', 'malformed-bundle', (b) => ({ ...b, inclusion: ['AAAA'] })],
    [
      'it has more hashes than any tree',
      'malformed-bundle',
      (b) => ({ ...b, inclusion: Array(65).fill(b.inclusion[0]) }),
    ],
    ['the event is missing', 'malformed-bundle', (b) => ({ ...b, event: undefined })],
    ['the event brings a salt', 'malformed-bundle', (b) => ({ ...b, event: { ...b.event, salt: b.salt } })],
    ['the event is no text in UTF-8', 'malformed-bundle', (b) => ({ ...b, event: { note: '\ud83d' } })],
    ['the salt is missing', 'malformed-bundle', (b) => ({ ...b, salt: undefined })],
    ['the index is a text', 'malformed-bundle', (b) => ({ ...b, index: '3' })],
    ['the checkpoint is missing', 'malformed-bundle', (b) => ({ ...b, checkpoint: undefined })],
    ['the earlier part is empty', 'malformed-bundle', (b) => ({ ...b, earlier: {} })],
    ['the earlier hashes are missing', 'malformed-bundle', (b) => ({ ...b, earlier: { checkpoint: '' } })],
    ['it is a list', 'malformed-bundle', (b) => [b]],
    ['it is nothing', 'malformed-bundle', () => null],
  ])('%s', async (_, reason, alter) => {
    expect(await verifyBundle(alter(await bundleOf(3, 7)), VKEY)).toMatchObject({ ok: false, reason });
  });

  test('the earlier checkpoint was signed for another history', async () => {
    const bundle = await bundleOf(3, 7);
    const root = toBase64(await treeRoot(7, TREE));
    const forked = await signCheckpoint({ origin: LOG.key.name, size: 7, root: LEAVES[0]! }, LOG);
    expect(forked).not.toContain(root);
    const verdict = await verifyBundle({ ...bundle, earlier: { ...bundle.earlier!, checkpoint: forked } }, VKEY);
    expect(verdict).toMatchObject({ ok: false, reason: 'not-append-only' });
  });

  test('the earlier checkpoint was signed by a stranger', async () => {
    const bundle = await bundleOf(3, 7);
    const stranger = signerFromPem(generateSigningKeyPem(), LOG.key.name);
    const checkpoint = await checkpointOf(7, stranger);
    const verdict = await verifyBundle({ ...bundle, earlier: { ...bundle.earlier!, checkpoint } }, VKEY);
    expect(verdict).toMatchObject({ ok: false, reason: 'unknown-key', detail: /^Earlier checkpoint: / });
  });

  test('the earlier checkpoint is of another log, though that one is trusted too', async () => {
    const other = signerFromPem(generateSigningKeyPem(), 'other.example/log');
    const bundle = await bundleOf(3, 7);
    const earlier = { ...bundle.earlier!, checkpoint: await checkpointOf(7, other) };
    const verdict = await verifyBundle({ ...bundle, earlier }, [VKEY, encodeVerifierKey(other.key)]);
    expect(verdict).toMatchObject({ ok: false, reason: 'not-append-only' });
  });

  test('a witness that we know did not sign this tree', async () => {
    const bundle = await bundleOf(3);
    const other = await cosign(await checkpointOf(19, LOG), WITNESS, 1_700_000_000);
    const moved = `${bundle.checkpoint}${other.trimEnd().split('\n').at(-1)}\n`;
    const verdict = await verifyBundle({ ...bundle, checkpoint: moved }, VKEY, [WITNESS_VKEY]);
    expect(verdict).toMatchObject({ ok: false, reason: 'cosignature' });
  });

  test('the verifier key cannot be read', async () => {
    expect(await verifyBundle(await bundleOf(3), 'intakt.example/log')).toMatchObject({ ok: false, reason: 'key' });
  });
});

describe('npm run verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intakt-verify-'));
  beforeAll(async () => {
    const bundle = await bundleOf(13, 7);
    writeFileSync(join(folder, 'good.json'), JSON.stringify(bundle));
    writeFileSync(join(folder, 'altered.json'), JSON.stringify({ ...bundle, event: {} }));
    writeFileSync(join(folder, 'torn.json'), '{');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    [
      'a good bundle',
      ['good.json', '--key', VKEY],
      0,
      /^PROVED: the event is number 13 of 20 .*only grown since it had 7/s,
    ],
    ['an altered bundle', ['altered.json', '--key', VKEY], 1, /^NOT PROVED \(leaf-not-in-tree\)/],
    ['no key', ['good.json'], 2, /at least one key.*Usage/s],
    ['a torn file', ['torn.json', '--key', VKEY], 2, /JSON.*Usage/s],
    ['no such file', ['nowhere.json', '--key', VKEY], 2, /ENOENT.*Usage/s],
    ['an unknown option', ['good.json', '--trust', 'me'], 2, /--trust.*Usage/s],
  ])('answers %s with its verdict and exit code', (_, args, status, text) => {
    const env = { ...process.env, INIT_CWD: folder };
    const run = spawnSync(process.execPath, [join(import.meta.dirname, 'verify-cli.ts'), ...args], {
      env,
      encoding: 'utf8',
    });
    expect([run.status, run.stdout + run.stderr]).toEqual([status, expect.stringMatching(text)]);
  });
});

async function checkpointOf(size: number, signer: typeof LOG): Promise<string> {
  return signCheckpoint({ origin: signer.key.name, size, root: await treeRoot(size, TREE) }, signer);
}

async function bundleOf(index: number, earlierSize?: number): Promise<ProofBundle> {
  const treeSize = EVENTS.length;
  const inclusion = await inclusionProof({ index, treeSize }, TREE);
  const bundle = { ...EVENTS[index]!, index, checkpoint: await checkpointOf(treeSize, LOG), inclusion };
  if (earlierSize === undefined) return makeBundle(bundle);
  const sizes = { oldSize: earlierSize, newSize: treeSize };
  const consistency = earlierSize === 0 ? [] : await consistencyProof(sizes, TREE);
  return makeBundle({ ...bundle, earlier: { checkpoint: await checkpointOf(earlierSize, LOG), consistency } });
}

/** As a partner gets it: through JSON, with members in whatever order. */
function overTheWire(bundle: ProofBundle): unknown {
  return JSON.parse(JSON.stringify(bundle));
}

function swapped({ earlier, checkpoint, ...rest }: ProofBundle): unknown {
  return { ...rest, checkpoint, earlier: { checkpoint, consistency: earlier!.consistency } };
}
