import {
  appendLeaves,
  encodeVerifierKey,
  eventLeafHash,
  Frontier,
  formatTlogProof,
  makeBundle,
  signCheckpoint,
  signReceipt,
} from '@intakt/ledger';
import { generateSigningKeyPem, nodeSha256, signerFromPem } from '@intakt/ledger/node';
import { expect, test } from 'vitest';
import { checkProof } from './check-proof.ts';

const LOG = signerFromPem(generateSigningKeyPem(), 'intakt.example/log');
const KEY = encodeVerifierKey(LOG.key);
const salted = { salt: 'AAECAwQFBgcICQoLDA0ODw==', event: { type: 'goods-received' } };
const leafHash = eventLeafHash(nodeSha256, salted);
const { frontier } = appendLeaves(Frontier.empty(nodeSha256), [leafHash]);
const checkpoint = await signCheckpoint({ origin: LOG.key.name, size: 1, root: frontier.root() }, LOG);
const bundle = { ...salted, index: 0, checkpoint, inclusion: [] };
const file = formatTlogProof(bundle);
const outcomes = async (text: string, keys = [KEY]) =>
  (await checkProof(text, keys, [])).steps.map(({ outcome }) => outcome);

test.each([
  ['a tlog-proof', file, ['passed', 'passed', 'passed', 'absent', 'absent']],
  ['a bundle', JSON.stringify(makeBundle(bundle)), ['passed', 'passed', 'passed', 'absent', 'absent']],
  ['anything else', 'hello', ['failed', 'open', 'open', 'open', 'open']],
  ['a proof at another place', file.replace('index 0', 'index 1'), ['passed', 'passed', 'failed', 'open', 'open']],
])('%s shows which steps it passed', async (_, text, expected) => {
  expect(await outcomes(text)).toEqual(expected);
});

test('without the key of the log nothing is proved', async () => {
  const stranger = encodeVerifierKey(signerFromPem(generateSigningKeyPem(), 'other.example').key);
  expect(await outcomes(file, [stranger])).toEqual(['passed', 'failed', 'open', 'open', 'open']);
  expect(await outcomes(file, ['no key'])).toEqual(['passed', 'failed', 'open', 'open', 'open']);
});

test('a receipt is checked as far as a receipt goes', async () => {
  const receipt = { origin: LOG.key.name, eventId: 'e1', index: 0, leafHash, recordedAt: '2026-03-02T06:00:00.000Z' };
  const note = await signReceipt(receipt, LOG);
  expect(await checkProof(note, [KEY], [])).toMatchObject({
    ok: true,
    facts: [['log', 'intakt.example/log'], ['event', 'e1'], ['entry', '1'], [], []].map((fact) =>
      fact.length ? fact : expect.anything(),
    ),
  });
  expect(await outcomes(note.replace('\ne1\n', '\ne2\n'))).toEqual(['passed', 'failed', 'open', 'open', 'open']);
});
