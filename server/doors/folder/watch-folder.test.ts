import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeDesadv } from '@intakt/edi';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { record, testHouse } from '../../record/testing.ts';
import { say } from '../../record/tiny-world.ts';
import { control, despatchStatement } from '../testing.ts';
import { watchFolder } from './watch-folder.ts';

let world: Awaited<ReturnType<typeof testHouse>>;
let root: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'intakt-folder-'));
  world = await testHouse({ env: { INTAKT_DATA_DIR: root } });
  const mapping = { owner: 'oem', partner: '*', scheme: 'party', code: 'S1-CODE', means: 's1' } as const;
  await record(world, 'oem', say('identifier-mapped', mapping));
  stop = watchFolder(world.house, 20);
});
afterAll(async () => {
  await stop();
  await world.close();
  await rm(root, { recursive: true });
});

const folder = (...parts: string[]) => path.join(world.house.config.dataDir, 'edi-in', ...parts);

test('a file dropped into an organisation’s folder is taken in and put aside as done, an unreadable one as failed', async () => {
  await mkdir(folder('oem'), { recursive: true });
  await writeFile(folder('oem', 'asn.edi'), encodeDesadv([despatchStatement()], control('1')));
  await writeFile(folder('oem', 'letter.txt'), 'Dear partner');
  await writeFile(folder('oem', 'half.edi.part'), 'UNB');
  await vi.waitFor(
    async () => expect(await readdir(folder('oem', 'done'))).toEqual([expect.stringMatching(/-asn\.edi$/)]),
    8000,
  );
  await vi.waitFor(
    async () => expect(await readdir(folder('oem', 'failed'))).toEqual([expect.stringMatching(/-letter\.txt$/)]),
    8000,
  );
  const shipments = await world.db.system((tx) => tx.query('select despatch_note from shipment'));
  expect(shipments).toEqual([{ despatch_note: 'N1' }]);
  expect((await readdir(folder('oem'))).sort()).toEqual(['done', 'failed', 'half.edi.part']);
});

test('a folder of nobody is left alone', async () => {
  await mkdir(folder('stranger'), { recursive: true });
  await writeFile(folder('stranger', 'asn.edi'), encodeDesadv([despatchStatement()], control('1')));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await readdir(folder('stranger'))).toEqual(['asn.edi']);
});
