import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import {
  lastMigration,
  listPartitions,
  listSequences,
  listTables,
  type Partition,
  quote,
  type Sequence,
  type Table,
} from './catalogue.ts';
import type { Database, Transaction } from './database.ts';

export const MANIFEST_FILE = 'manifest.json';
export const BACKUP_FORMAT = 1;

export type SavedTable = Table & { file: string; rows: number; sha256: string };
export type BackupManifest = {
  format: typeof BACKUP_FORMAT;
  takenAt: string;
  source: string;
  lastMigration: string;
  tables: SavedTable[];
  partitions: Partition[];
  sequences: Sequence[];
};

/**
 * Saves all tables, as of one moment, into an empty folder: one compressed file per table with one JSON array of column
 * texts per line. It says nothing about the kind of database, so a backup of the embedded one can be restored on a server
 * and the other way round. The manifest is written last: a folder without one is not a backup.
 */
export async function backup(db: Database, folder: string): Promise<BackupManifest> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new Error(`The folder ${folder} is not empty; give the backup one of its own.`);
  const manifest = await db.system((tx) => saveTables(tx, folder, db.description));
  await writeFile(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, undefined, 2)}\n`, { flush: true });
  return manifest;
}

async function saveTables(tx: Transaction, folder: string, source: string): Promise<BackupManifest> {
  await tx.query('set transaction isolation level repeatable read, read only');
  const migration = await lastMigration(tx);
  if (!migration) throw new Error('There is nothing to back up: this database holds no tables of Intakt.');
  const [clock] = await tx.query<{ now: string }>('select now()');
  const tables: SavedTable[] = [];
  for (const table of await listTables(tx)) tables.push(await saveTable(tx, table, folder));
  return {
    format: BACKUP_FORMAT,
    takenAt: clock!.now,
    source,
    lastMigration: migration,
    tables,
    partitions: await listPartitions(tx),
    sequences: await listSequences(tx),
  };
}

async function saveTable(tx: Transaction, table: Table, folder: string): Promise<SavedTable> {
  const file = `${table.name}.ndjson.gz`;
  const digest = createHash('sha256');
  let rows = 0;
  async function* lines() {
    for await (const batch of readBatches(tx, table)) {
      rows += batch.length;
      yield `${batch.join('\n')}\n`;
    }
  }
  async function* digested(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      digest.update(chunk);
      yield chunk;
    }
  }
  const target = createWriteStream(join(folder, file), { flush: true });
  await pipeline(Readable.from(lines()), createGzip({ level: 6 }), digested, target);
  return { ...table, file, rows, sha256: digest.digest('hex') };
}

/** Every type has a text form that reads back to the same value, which JSON numbers and dates have not. */
async function* readBatches(tx: Transaction, { name, columns }: Table): AsyncGenerator<string[]> {
  const texts = columns.map((column) => `${quote(column.name)}::text`);
  await tx.query(
    `declare saved cursor for select to_json(array[${texts.join(',')}]::text[])::text as line from ${quote(name)}`,
  );
  for (let size = 16; ; ) {
    const lines = (await tx.query<{ line: string }>(`fetch ${size} from saved`)).map((row) => row.line);
    if (lines.length > 0) yield lines;
    if (lines.length < size) break;
    size = nextBatchSize(size, lines);
  }
  await tx.query('close saved');
}

/** Rows with whole files in them are some thousand times as large as others; a batch aims at one to four megabytes. */
function nextBatchSize(size: number, lines: string[]): number {
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  if (characters > 4_000_000) return Math.max(1, size >> 1);
  return characters < 1_000_000 ? Math.min(2048, size * 2) : size;
}
