import { describe, expect, test } from 'vitest';
import { signCheckpoint } from './checkpoint.ts';
import { verifyCosignatures } from './cosignature.ts';
import { generateSigningKeyPem, nodeSha256, signerFromPem } from './node.ts';
import { consistencyProof, treeRoot } from './prove.ts';
import { growTree } from './test-tree.ts';
import { formatAddCheckpoint, type WitnessAnswer, witnessCheckpoint } from './witness.ts';

const LOG = signerFromPem(generateSigningKeyPem(), 'intakt.example/log');
const STRANGER = signerFromPem(generateSigningKeyPem(), 'intakt.example/log');
const WITNESS = signerFromPem(generateSigningKeyPem(), 'supplier.example/witness', 'cosignature');
const LOGS = new Map([[LOG.key.name, [LOG.key]]]);
const TREE = { sha256: nodeSha256, source: growTree(600).source };
const FORKED = { sha256: nodeSha256, source: growTree(601).source };
const NOW = 1_772_000_000;

const noteOf = async (size: number, { signer = LOG, tree = TREE, origin = LOG.key.name } = {}): Promise<string> =>
  signCheckpoint({ origin, size, root: await treeRoot(size, tree) }, signer);
const ask = (body: string, last?: string): Promise<WitnessAnswer> =>
  witnessCheckpoint(body, { logs: LOGS, last, witness: WITNESS, timestampSeconds: NOW });
const grown = async (oldSize: number, newSize: number): Promise<string> =>
  formatAddCheckpoint({
    oldSize,
    consistency: oldSize === 0 ? [] : await consistencyProof({ oldSize, newSize }, TREE),
    note: await noteOf(newSize),
  });

describe('a witness', () => {
  test('signs the first tree that it sees, and one that continues it', async () => {
    const first = await ask(await grown(0, 256));
    expect(first.status).toBe(200);
    const second = await ask(await grown(256, 600), first.keep!.note);
    expect(second.status).toBe(200);
    const seen = await verifyCosignatures(`${await noteOf(600)}${second.body}`, [WITNESS.key]);
    expect(seen).toMatchObject({ ok: true, cosignatures: [{ timestampSeconds: NOW }] });
  });

  test('signs the same tree again', async () => {
    const { keep } = await ask(await grown(0, 256));
    expect(await ask(await grown(256, 256), keep!.note)).toMatchObject({ status: 200 });
  });

  test('names the size that it saw last to a log that is mistaken about it', async () => {
    const { keep } = await ask(await grown(0, 256));
    expect(await ask(await grown(0, 600), keep!.note)).toEqual({
      status: 409,
      body: '256\n',
      contentType: 'text/x.tlog.size',
    });
  });

  test('does not sign a tree of the same size with another root', async () => {
    const { keep } = await ask(await grown(0, 600));
    const note = await signCheckpoint({ origin: LOG.key.name, size: 600, root: await treeRoot(599, TREE) }, LOG);
    expect(await ask(formatAddCheckpoint({ oldSize: 600, consistency: [], note }), keep!.note)).toMatchObject({
      status: 422,
    });
  });

  test('does not sign a tree that does not continue the one it saw', async () => {
    const { keep } = await ask(await grown(0, 300));
    const consistency = await consistencyProof({ oldSize: 300, newSize: 600 }, TREE);
    const note = await signCheckpoint({ origin: LOG.key.name, size: 600, root: await treeRoot(601, FORKED) }, LOG);
    expect(await ask(formatAddCheckpoint({ oldSize: 300, consistency, note }), keep!.note)).toMatchObject({
      status: 422,
    });
  });

  test.each([
    ['is no request', async () => 'old\n\n', 400],
    ['has a leading zero', async () => (await grown(0, 5)).replace('old 0', 'old 00'), 400],
    ['goes backwards', async () => formatAddCheckpoint({ oldSize: 9, consistency: [], note: await noteOf(5) }), 400],
    [
      'is of an unknown log',
      async () =>
        formatAddCheckpoint({ oldSize: 0, consistency: [], note: await noteOf(5, { origin: 'other.example' }) }),
      404,
    ],
    [
      'is signed by somebody else',
      async () => formatAddCheckpoint({ oldSize: 0, consistency: [], note: await noteOf(5, { signer: STRANGER }) }),
      403,
    ],
    [
      'proves what needs no proof',
      async () =>
        formatAddCheckpoint({ oldSize: 0, consistency: [nodeSha256(Uint8Array.of(1))], note: await noteOf(5) }),
      422,
    ],
  ])('refuses what %s', async (_, body, status) => {
    const answer = await ask(await body());
    expect(answer.status).toBe(status);
    expect(answer.keep).toBeUndefined();
  });
});
