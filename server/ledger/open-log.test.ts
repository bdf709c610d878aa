import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { decodeVerifierKey, toBase64, type VerifierKey, verifyBundle, verifyReceipt } from '@intakt/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Doors, openDoors } from '../doors/testing.ts';
import { record } from '../record/testing.ts';
import { count, say } from '../record/tiny-world.ts';
import { askWitnesses } from './witnesses.ts';

let doors: Doors;
let key: string;
let eventId: string;
beforeAll(async () => {
  doors = await openDoors();
  key = doors.world.signing.verifierKeys[0]!;
  const [result] = await record(
    doors.world,
    'oem',
    say('stock-counted', count({ owner: 'oem', site: 'plant', quantity: 7 })),
  );
  eventId = result!.eventId;
});
afterAll(() => doors.close());

const get = (url: string) => doors.app.inject({ url });

/** The witness as a partner runs it, with its state in a folder. */
async function startWitness(state: string): Promise<{ url: string; vkey: string; stop: () => Promise<void> }> {
  const cli = fileURLToPath(new URL('../../ledger/witness-cli.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    [cli, '--name', 'witness.example/s1', '--log', key, '--state', state, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> =>
    String((await lines.next()).value)
      .split(' ')
      .at(-1)!;
  const [url, vkey] = [await next(), await next()];
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, vkey, stop };
}

function keyOf(vkey: string): VerifierKey {
  const decoded = decodeVerifierKey(vkey);
  if (!decoded.ok) throw new Error(decoded.detail);
  return decoded.key;
}
const configure = (url: string, vkey: string): void => {
  doors.world.house.config.witnesses = [{ url, key: keyOf(vkey) }];
};

describe('the log in the open', () => {
  test('its tiles hold the leaf hashes, in full and in part, for anybody', async () => {
    const { size } = (
      await doors.world.db.system((tx) => tx.query<{ size: number }>('select size from ledger_head'))
    )[0]!;
    const hashes = await doors.world.db.system((tx) =>
      tx.query<{ leaf_hash: string }>('select leaf_hash from ledger_event order by sequence'),
    );
    const part = await get(`/tlog/tile/0/000.p/${size}`);
    expect([part.statusCode, part.headers['content-type']]).toEqual([200, 'application/octet-stream']);
    expect(part.rawPayload).toEqual(Buffer.concat(hashes.map((row) => Buffer.from(row.leaf_hash, 'base64'))));
    expect((await get('/tlog/checkpoint')).body).toMatch(new RegExp(`^intakt.local/ledger\n${size}\n`));
  });

  test.each([
    ['that is not full yet', '0/000'],
    ['wider than the tree', '0/000.p/255'],
    ['of entries', 'entries/000'],
    ['with a level in two digits', '00/000'],
    ['with a group that is not needed', '0/x000/000'],
    ['beyond what is counted', '0/x999/x999/x999/x999/x999/x999/999'],
    ['by another path', '0/../0/000'],
  ])('a tile %s is not there', async (_, address) => {
    expect((await get(`/tlog/tile/${address}`)).statusCode).toBe(404);
  });

  test('a receipt is signed when the event is taken in, and names the leaf that the proof later shows', async () => {
    const command = { ...say('stock-counted', count({ owner: 'oem', site: 'plant', quantity: 8 })) };
    const { body } = await doors.ask('oem', {
      method: 'POST',
      url: '/api/events',
      payload: { events: [command], receipts: true },
    });
    const verdict = await verifyReceipt(body.results[0].receipt, keyOf(key));
    expect(verdict).toMatchObject({
      ok: true,
      receipt: { eventId: body.results[0].eventId, index: body.results[0].sequence - 1 },
    });
    const proof = await doors.ask('oem', { url: `/api/events/${body.results[0].eventId}/tlog-proof` });
    const proven = await verifyBundle(proof.body, key);
    expect(proven).toMatchObject({ ok: true, leafHash: verdict.ok && toBase64(verdict.receipt.leafHash) });
  });

  test('proof and receipt are for who may see the event', async () => {
    for (const what of ['tlog-proof', 'receipt'])
      expect((await doors.ask('s2', { url: `/api/events/${eventId}/${what}` })).status).toBe(404);
  });
});

describe('a partner as a witness', () => {
  let state: string;
  beforeAll(async () => {
    state = await mkdtemp(path.join(tmpdir(), 'intakt-witness-'));
  });
  afterAll(() => rm(state, { recursive: true, force: true }));

  test('signs the head, again after both have grown and restarted, and stands in every proof', async () => {
    const first = await startWitness(state);
    configure(first.url, first.vkey);
    await askWitnesses(doors.world.house, doors.world.signing);
    await first.stop();
    await record(doors.world, 'oem', say('stock-counted', count({ owner: 'oem', site: 'plant', quantity: 9 })));
    const second = await startWitness(state);
    expect(second.vkey).toBe(first.vkey);
    configure(second.url, second.vkey);
    await doors.world.db.system((tx) => tx.query('delete from witness'));
    await askWitnesses(doors.world.house, doors.world.signing);
    await second.stop();
    const { body } = await doors.ask('oem', { url: `/api/events/${eventId}/tlog-proof` });
    expect(await verifyBundle(body, key, [second.vkey])).toMatchObject({
      ok: true,
      witnesses: [{ name: 'witness.example/s1' }],
    });
    expect((await get('/tlog/checkpoint')).body).toContain('— witness.example/s1 ');
    expect((await doors.ask('s1', { url: '/api/ledger/witnesses' })).body.witnesses).toMatchObject([
      { name: 'witness.example/s1', problem: null },
    ]);
  });

  test('that saw another history of this log refuses, and everybody can read why', async () => {
    const name = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from('intakt.local/ledger'))).toString('hex');
    const { body: note } = await get('/tlog/checkpoint');
    const forged = note.split('\n');
    forged[2] = Buffer.alloc(32, 7).toString('base64');
    await writeFile(path.join(state, `${name}.checkpoint`), forged.join('\n'));
    await record(doors.world, 'oem', say('stock-counted', count({ owner: 'oem', site: 'plant', quantity: 10 })));
    const witness = await startWitness(state);
    configure(witness.url, witness.vkey);
    await askWitnesses(doors.world.house, doors.world.signing);
    await witness.stop();
    const { body } = await doors.ask('s1', { url: '/api/ledger/witnesses' });
    expect(body.witnesses[0].problem).toMatch(/^answers 422: The tree of \d+ is not shown to continue/);
  });

  test('whose answer is signed by somebody else is not believed', async () => {
    const other = await startWitness(path.join(state, 'other'));
    const liar = createServer((_request, response) =>
      response.writeHead(200).end('— witness.example/s1 AAAAAAAAAAAAAAAAAAAA\n'),
    );
    await new Promise<void>((listening) => liar.listen(0, '127.0.0.1', listening));
    configure(`http://127.0.0.1:${(liar.address() as AddressInfo).port}`, other.vkey);
    await record(doors.world, 'oem', say('stock-counted', count({ owner: 'oem', site: 'plant', quantity: 11 })));
    await askWitnesses(doors.world.house, doors.world.signing);
    const { body } = await doors.ask('s1', { url: '/api/ledger/witnesses' });
    expect(body.witnesses[0].problem).toBe('its answer holds no good signature of its key');
    liar.close();
    await other.stop();
  });
});
