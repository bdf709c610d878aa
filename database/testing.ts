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
  return openDatabase({ memory: true, snapshot: await migratedSnapshot() });
}

let snapshot: Promise<Uint8Array> | undefined;

/** What an embedded database can be opened with, to be migrated from the start. */
export function migratedSnapshot(): Promise<Uint8Array> {
  snapshot ??= keptSnapshot();
  return snapshot;
}

const CACHE = fileURLToPath(new URL('../node_modules/.cache/intakt-database/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Making a database takes seconds, loading one a good second: it is kept until a migration or the package changes. */
async function keptSnapshot(): Promise<Uint8Array> {
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
  const name = newName();
  await copyMigrated(server, name);
  const { url, drop } = placeOf(server, name);
  const db = await openDatabase({ url, maxConnections: 10 });
  const close = db.close.bind(db);
  db.close = () => close().then(drop);
  return db;
}

/** A new database on the server, named so that parallel test processes do not meet. */
export async function emptyDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = newName();
  await administer(server, (run) => run(`create database ${name}`));
  return placeOf(server, name);
}

const newName = (): string => `intakt_test_${randomBytes(6).toString('hex')}`;

function placeOf(server: string, name: string): { url: string; drop: () => Promise<void> } {
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = (): Promise<void> =>
    administer(server, async (run) => {
      await run(`drop database if exists ${name} with (force)`);
    });
  return { url: url.href, drop };
}

const TEMPLATE_LOCK = 4_711_200_146;

/** As the snapshot of the embedded database: migrated once, copied for each test, until a migration changes. */
async function copyMigrated(server: string, name: string): Promise<void> {
  const template = `intakt_template_${(await fingerprint()).slice(0, 24)}`;
  await administer(server, async (run) => {
    // Test processes take turns: nobody copies what another one is still making, or takes away.
    await run(`select pg_advisory_lock(${TEMPLATE_LOCK})`);
    const kept = await run(`select datname as name from pg_database where datname like 'intakt\\_template\\_%'`);
    for (const other of kept) if (other.name !== template) await run(`drop database ${other.name} with (force)`);
    if (!kept.some((other) => other.name === template)) await makeTemplate(server, template, run);
    await run(`create database ${name} template ${template}`);
  });
}

/** Under another name until it is whole, so that a test process that was killed leaves no half of one. */
async function makeTemplate(server: string, template: string, run: Run): Promise<void> {
  const { url } = await emptyDatabase(server);
  const db = await openDatabase({ url, maxConnections: 1 });
  await migrate(db);
  await db.close();
  await run(`alter database ${new URL(url).pathname.slice(1)} rename to ${template}`);
}

type Run = (statement: string) => Promise<{ name: string }[]>;

async function administer<T>(server: string, work: (run: Run) => Promise<T>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(async (statement) => (await client.query(statement)).rows);
  } finally {
    await client.end();
  }
}
