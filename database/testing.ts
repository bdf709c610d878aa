import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Database, migrate, openDatabase } from './index.ts';

/**
 * A migrated database of one's own for a test: in memory, or, where TEST_DATABASE_URL names a server, a new database on
 * it that is dropped when the test closes it. The same suites so run on both kinds.
 */
export async function testDatabase(): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return openOnServer(server);
  snapshot ??= migratedSnapshot();
  return openDatabase({ memory: true, snapshot: await snapshot });
}

let snapshot: Promise<Uint8Array> | undefined;

const CACHE = fileURLToPath(new URL('../node_modules/.cache/intakt-database/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Making a database takes seconds, loading one a good second: it is kept until a migration or the package changes. */
async function migratedSnapshot(): Promise<Uint8Array> {
  const name = `${await fingerprint()}.tar`;
  const kept = await readFile(join(CACHE, name)).catch(() => undefined);
  if (kept) return kept;
  const made = await makeSnapshot();
  // Tests run as well where the folder cannot be written, only slower.
  await keep(name, made).catch(() => {});
  return made;
}

async function makeSnapshot(): Promise<Uint8Array> {
  const db = await openDatabase({ memory: true });
  try {
    await migrate(db);
    return await db.dump();
  } finally {
    await db.close();
  }
}

async function fingerprint(): Promise<string> {
  const folder = join(HERE, 'migrations');
  const migrations = (await readdir(folder)).toSorted().map((name) => join(folder, name));
  const hash = createHash('sha256');
  for (const file of [join(HERE, 'package.json'), join(HERE, 'roles.ts'), ...migrations])
    hash.update(await readFile(file));
  return hash.digest('hex');
}

/** Written aside and renamed, because other test processes may look for it at the same moment. */
async function keep(name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const outdated = (await readdir(CACHE)).filter((other) => other.endsWith('.tar') && other !== name);
  for (const other of outdated) await rm(join(CACHE, other), { force: true });
  const aside = join(CACHE, `${name}.${process.pid}`);
  await writeFile(aside, bytes);
  await rename(aside, join(CACHE, name));
}

async function openOnServer(server: string): Promise<Database> {
  const { url, drop } = await emptyDatabase(server);
  const db = await openDatabase({ url, maxConnections: 10 });
  await migrate(db);
  const close = db.close.bind(db);
  db.close = () => close().then(drop);
  return db;
}

/** A new database on the server, named so that parallel test processes do not meet. */
export async function emptyDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `intakt_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `drop database if exists ${name} with (force)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
