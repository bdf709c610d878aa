import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { BACKUP_FORMAT, type BackupManifest, MANIFEST_FILE, type SavedTable } from './backup.ts';
import { type ForeignKey, listForeignKeys, listPartitions, listTables, quote, type Table } from './catalogue.ts';
import type { Database, Transaction } from './database.ts';
import { migrate, migrateIn } from './migrate.ts';

/**
 * Brings a backup into a database that has no tables yet, in one transaction, and then up to this version's migrations.
 * Every file is checked against the manifest before anything is written.
 */
export async function restore(db: Database, folder: string): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  for (const table of manifest.tables) await checkFile(folder, table);
  await db.system(async (tx) => {
    await refuseUsedDatabase(tx);
    await migrateIn(tx, manifest.lastMigration);
    await withoutRules(tx, () => fill(tx, manifest, folder));
  });
  await migrate(db);
  return manifest;
}

async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch((error) => {
    throw new Error(`${folder} is not a finished backup: ${error.message}`);
  });
  const manifest = JSON.parse(text) as BackupManifest;
  if (manifest.format === BACKUP_FORMAT) return manifest;
  throw new Error(`The backup has format ${manifest.format}; this version of Intakt reads format ${BACKUP_FORMAT}.`);
}

async function checkFile(folder: string, table: SavedTable): Promise<void> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(join(folder, table.file))) digest.update(chunk);
  const found = digest.digest('hex');
  if (found === table.sha256) return;
  throw new Error(`The backup's ${table.file} is damaged: its SHA-256 is ${found}, the manifest says ${table.sha256}.`);
}

async function refuseUsedDatabase(tx: Transaction): Promise<void> {
  const tables = await listTables(tx);
  if (tables.length === 0) return;
  throw new Error(
    `The database holds ${tables.length} tables already. A restore needs an empty one: give a new data folder or create a new database.`,
  );
}

/** Foreign keys and triggers would ask for an order of rows that cycles do not have; the keys are checked at the end. */
async function withoutRules(tx: Transaction, work: () => Promise<void>): Promise<void> {
  const keys = await listForeignKeys(tx);
  const tables = await listTables(tx);
  for (const key of keys) await tx.query(`alter table ${quote(key.table)} drop constraint ${quote(key.name)}`);
  for (const { name } of tables) await tx.query(`alter table ${quote(name)} disable trigger user`);
  await work();
  for (const { name } of tables) await tx.query(`alter table ${quote(name)} enable trigger user`);
  for (const key of keys) await addForeignKey(tx, key);
}

async function addForeignKey(tx: Transaction, { table, name, definition }: ForeignKey): Promise<void> {
  await tx.query(`alter table ${quote(table)} add constraint ${quote(name)} ${definition}`);
}

async function fill(tx: Transaction, manifest: BackupManifest, folder: string): Promise<void> {
  await createPartitions(tx, manifest);
  // Rows that a migration put in are in the backup too, perhaps changed since.
  const present = await listTables(tx);
  if (present.length > 0) await tx.query(`truncate ${present.map(({ name }) => quote(name)).join(', ')}`);
  for (const table of manifest.tables) await fillTable(tx, table, folder);
  for (const { name, value } of manifest.sequences) {
    await tx.query('select setval($1::regclass, $2::bigint)', [`public.${quote(name)}`, value]);
  }
}

/** Partitions that were added while the system ran are in no migration. */
async function createPartitions(tx: Transaction, manifest: BackupManifest): Promise<void> {
  const present = new Set((await listPartitions(tx)).map(({ name }) => name));
  for (const { name, parent, bound } of manifest.partitions.filter((partition) => !present.has(partition.name))) {
    await tx.query(`create table ${quote(name)} partition of ${quote(parent)} ${bound}`);
  }
}

async function fillTable(tx: Transaction, table: SavedTable, folder: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(join(folder, table.file)).pipe(createGunzip()) });
  const insert = insertStatement(table);
  let rows = 0;
  for await (const batch of inBatches(lines)) {
    await tx.query(insert, [`[${batch.join(',')}]`]);
    rows += batch.length;
  }
  if (rows === table.rows) return;
  throw new Error(`The backup's ${table.file} holds ${rows} rows, the manifest says ${table.rows}.`);
}

function insertStatement({ name, columns }: Table): string {
  const values = columns.map((column, place) => `(line ->> ${place})::${column.type}`);
  const names = columns.map((column) => quote(column.name));
  return `insert into ${quote(name)} (${names.join(', ')}) overriding system value
          select ${values.join(', ')} from json_array_elements($1::json) as line`;
}

async function* inBatches(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let characters = 0;
  for await (const line of lines) {
    batch.push(line);
    characters += line.length;
    if (batch.length < 1000 && characters < 2_000_000) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
