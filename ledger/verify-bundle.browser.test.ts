/** The claim that a partner can verify in the browser, checked in one: the sources as they are, types stripped. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBundle, type ProofBundle } from './bundle.ts';
import { signCheckpoint } from './checkpoint.ts';
import { eventLeafHash } from './leaf.ts';
import { generateSigningKeyPem, nodeSha256, signerFromPem } from './node.ts';
import { inclusionProof, treeRoot } from './prove.ts';
import { encodeVerifierKey } from './verifier-key.ts';

const LOG = signerFromPem(generateSigningKeyPem(), 'intakt.example/log');
const VKEY = encodeVerifierKey(LOG.key);

const server = createServer((request, response) => {
  const file = basename(request.url ?? '');
  if (!file.endsWith('.ts')) return response.setHeader('content-type', 'text/html').end('<!doctype html>');
  const source = readFileSync(join(import.meta.dirname, file), 'utf8');
  return response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(source));
});
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  server.close();
});

test('a bundle that the server made verifies in the browser', async () => {
  const bundle = await bundleOf(5);
  expect(await verifyInBrowser(bundle)).toMatchObject({ ok: true, index: 5, size: 9, origin: LOG.key.name });
});

test('an altered event and an altered checkpoint are refuted in the browser', async () => {
  const bundle = await bundleOf(5);
  expect(await verifyInBrowser({ ...bundle, event: { quantity: 97 } })).toMatchObject({ reason: 'leaf-not-in-tree' });
  const checkpoint = bundle.checkpoint.replace('\n9\n', '\n8\n');
  expect(await verifyInBrowser({ ...bundle, checkpoint })).toMatchObject({ reason: 'signature' });
});

async function verifyInBrowser(bundle: ProofBundle): Promise<unknown> {
  const call = `import('/index.ts').then((ledger) => ledger.verifyBundle(${JSON.stringify(bundle)}, '${VKEY}'))`;
  return page.evaluate(call);
}

async function bundleOf(index: number): Promise<ProofBundle> {
  const events = Array.from({ length: 9 }, (_, number) => ({
    salt: 'AAAA',
    event: { quantity: number, note: 'Größe €' },
  }));
  const leaves = events.map((salted) => eventLeafHash(nodeSha256, salted));
  const tree = {
    sha256: nodeSha256,
    source: async (_: number, first: number, count: number) => leaves.slice(first, first + count),
  };
  const root = await treeRoot(events.length, tree);
  const checkpoint = await signCheckpoint({ origin: LOG.key.name, size: events.length, root }, LOG);
  return makeBundle({
    ...events[index]!,
    index,
    checkpoint,
    inclusion: await inclusionProof({ index, treeSize: 9 }, tree),
  });
}
