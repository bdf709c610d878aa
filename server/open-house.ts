import path from 'node:path';
import type { Database } from '@intakt/database';
import { migrate, openDatabase } from '@intakt/database';
import { decodeVerifierKey, toBase64, treeRoot, verifyCheckpoint } from '@intakt/ledger';
import { nodeSha256 } from '@intakt/ledger/node';
import pino, { type Logger } from 'pino';
import { type Clock, createClock } from './clock.ts';
import type { Config } from './config.ts';
import { createFeedHub } from './feed/feed-hub.ts';
import { type LedgerNotices, openLedgerNotices } from './feed/ledger-notices.ts';
import type { House } from './house.ts';
import { openSigning, type Signing } from './ledger/signing.ts';
import { hashSource, newestCheckpoint } from './ledger/store.ts';
import { createRecorder } from './record/recorder.ts';

export interface OpenHouse {
  house: House;
  signing: Signing;
  close: () => Promise<void>;
}

/** Opens everything below the HTTP layer: database, ledger, recorder, feed. Tests and main use the same. */
export async function openHouse(
  config: Config,
  given: { db?: Database; log?: Logger; clock?: Clock } = {},
): Promise<OpenHouse> {
  const log = given.log ?? pino({ level: config.logLevel });
  const clock = given.clock ?? createClock({ start: config.now, speed: config.speed });
  const db =
    given.db ??
    (await openDatabase({
      url: config.databaseUrl,
      dataDir: path.join(config.dataDir, 'database'),
      log: (text) => log.warn(text),
    }));
  if (!given.db) await migrate(db);
  const signing = await openSigning(db, clock, config.origin);
  await verifyHead(db, signing);
  const recorder = await createRecorder(db, clock, (error) =>
    log.error(error, 'A group of events could not be committed.'),
  );
  const feed = await createFeedHub(db, log, noticesOf(config, db, log));
  const stopWaking = recorder.onCommit((events) => feed.committed(events.at(-1)!.sequence));
  const house: House = { config, clock, db, recorder, feed, log };
  const close = async (): Promise<void> => {
    await recorder.drain();
    stopWaking();
    await feed.stop();
    if (!given.db) await db.close();
  };
  return { house, signing, close };
}

const noticesOf = ({ natsUrl, origin }: Config, db: Database, log: Logger): LedgerNotices =>
  openLedgerNotices(db, log, natsUrl ? { url: natsUrl, log: origin } : undefined);

/** A head that the leaves do not give, or a checkpoint that another tree signed, stops the start. */
async function verifyHead(db: Database, signing: Signing): Promise<void> {
  const [head] = await db.system((tx) =>
    tx.query<{ size: number; root: string }>('select size, root from ledger_head'),
  );
  const tree = { sha256: nodeSha256, source: hashSource(db) };
  const root = toBase64(await treeRoot(head!.size, tree));
  if (root !== head!.root)
    throw new Error(
      `The ledger is damaged: its ${head!.size} leaves give root ${root}, its head says ${head!.root}. Restore the last backup.`,
    );
  const signed = await db.system((tx) => newestCheckpoint(tx));
  if (!signed) return;
  const keys = signing.verifierKeys.map(decodeVerifierKey).flatMap((answer) => (answer.ok ? [answer.key] : []));
  const verdict = await verifyCheckpoint(signed.note, ...keys);
  if (!verdict.ok) throw new Error(`The last checkpoint does not verify: ${verdict.detail}`);
  const then = await treeRoot(verdict.checkpoint.size, tree);
  if (toBase64(then) !== toBase64(verdict.checkpoint.root))
    throw new Error(
      `The ledger does not contain the tree of ${signed.size} events that it signed. Restore the last backup.`,
    );
}
