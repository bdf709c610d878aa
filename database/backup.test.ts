import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup, type Database, openDatabase, restore } from './index.ts';
import { emptyDatabase, testDatabase } from './testing.ts';

let folder: string;
let saved: string;
let source: Database;
let before: unknown;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intakt-backup-'));
  saved = join(folder, 'saved');
  source = await testDatabase();
  await source.system(fillEveryTable);
  before = await source.system(readEverything);
  await backup(source, saved);
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true });
});

type Tx = Parameters<Parameters<Database['system']>[0]>[0];

const tableNames = async (tx: Tx): Promise<string[]> =>
  (
    await tx.query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                      and not relispartition and relname not like 'kysely%' order by 1`)
  ).map((row) => row.relname);

async function readEverything(tx: Tx): Promise<Record<string, string[]>> {
  const everything: Record<string, string[]> = {};
  for (const name of await tableNames(tx)) {
    const rows = await tx.query(`select t::text as line from "${name}" t order by 1`);
    everything[name] = rows.map((row) => row.line);
  }
  everything['the rules'] = (await tx.query(RULES)).map((row) => row.rule);
  return everything;
}

/** A restore takes these away and brings them back. From version 18 on, NOT NULL is listed as a constraint too. */
const RULES = `
  select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as rule
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
  order by 1`;

/** Three rows in every table, made from its column types, so that a table of a later migration is tested as well. */
async function fillEveryTable(tx: Tx): Promise<void> {
  for (const name of await tableNames(tx)) {
    const columns = await tx.query(
      `select attname, atttypid::regtype::text as type from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
      [name],
    );
    for (const n of [1, 2, 3]) await tryInsert(tx, name, columns, n);
  }
}

/** Checks and foreign keys refuse some made-up rows; those tables stay as the migration left them. */
async function tryInsert(tx: Tx, name: string, columns: { attname: string; type: string }[], n: number): Promise<void> {
  const names = columns.map(({ attname }) => `"${attname}"`).join(', ');
  await tx.query('savepoint made_up');
  try {
    await tx.query(
      `insert into "${name}" (${names}) values (${columns.map(({ type }) => madeUp(type, n)).join(', ')})`,
    );
  } catch {
    await tx.query('rollback to savepoint made_up');
  }
}

function madeUp(type: string, n: number): string {
  if (type.endsWith('[]')) return `array[${madeUp(type.slice(0, -2), n)}, null]::${type}`;
  const values: Record<string, string> = {
    bytea: `'\\x00ff0${n}'`,
    jsonb: n === 1 ? `'null'` : `'{"a": "line\\nbreak ${n}", "big": 12345678901234567890.5}'`,
    text: `E'quote " back \\\\ line\\n tab\\t ü ${n}'`,
    boolean: `${n % 2 === 0}`,
    date: `'2026-03-${28 + n}'`,
    uuid: `'00000000-0000-4000-8000-00000000000${n}'`,
    'timestamp with time zone': `'2026-03-29 00:59:59.12345${n}Z'`,
    'double precision': `0.1::float8 + 0.${n}::float8`,
  };
  return `(${values[type] ?? n})::${type}`;
}

test('most tables have rows to lose', () => {
  const filled = Object.values(before as Record<string, string[]>).filter((rows) => rows.length > 0);
  expect(filled.length).toBeGreaterThan(Object.keys(before as object).length / 2);
});

test('a restored embedded database holds the same rows, character for character', async () => {
  const target = await openDatabase({ memory: true });
  const manifest = await restore(target, saved);
  expect(await target.system(readEverything)).toEqual(before);
  expect(manifest.tables.map(({ name }) => name)).toEqual(
    Object.keys(before as object).filter((name) => name !== 'the rules'),
  );
  await expect(restore(target, saved)).rejects.toThrow('A restore needs an empty one');
  await target.close();
});

const server = process.env.TEST_DATABASE_URL;
test.skipIf(!server)(
  'a backup of one kind of database is restored on the other (needs TEST_DATABASE_URL)',
  async () => {
    const { url, drop } = await emptyDatabase(server!);
    const target = await openDatabase({ url });
    await restore(target, saved);
    expect(await target.system(readEverything)).toEqual(before);
    const second = join(folder, 'second');
    await backup(target, second);
    await target.close();
    await drop();
    const embedded = await openDatabase({ memory: true });
    await restore(embedded, second);
    expect(await embedded.system(readEverything)).toEqual(before);
    await embedded.close();
  },
);

test('a partition that was added while the system ran is restored with its rows', async () => {
  const own = await testDatabase();
  await own.system(async (tx) => {
    await fillEveryTable(tx);
    await tx.query(
      'create table ledger_event_later partition of ledger_event for values from (90000000) to (90000010)',
    );
    await tx.query(`insert into ledger_event overriding system value
      select (jsonb_populate_record(e, '{"sequence": 90000001}')).* from ledger_event e limit 1`);
  });
  const place = join(folder, 'partitioned');
  await backup(own, place);
  await own.close();
  const target = await openDatabase({ memory: true });
  await restore(target, place);
  expect(await target.system((tx) => tx.query('select sequence from ledger_event_later'))).toEqual([
    { sequence: 90_000_001 },
  ]);
  await target.close();
});

test('a damaged file, a folder without manifest, a folder in use and a newer backup are refused', async () => {
  await expect(backup(source, saved)).rejects.toThrow('is not empty');
  const target = await openDatabase({ memory: true });
  await expect(restore(target, folder)).rejects.toThrow('is not a finished backup');
  const damaged = join(folder, 'damaged');
  const manifest = await backup(source, damaged);
  const file = join(damaged, manifest.tables[0]!.file);
  writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from([0])]));
  await expect(restore(target, damaged)).rejects.toThrow('is damaged');
  const manifestFile = join(saved, 'manifest.json');
  const text = readFileSync(manifestFile, 'utf8');
  writeFileSync(manifestFile, JSON.stringify({ ...JSON.parse(text), lastMigration: '9999-tomorrow' }));
  await expect(restore(target, saved)).rejects.toThrow('does not know the migration 9999-tomorrow');
  writeFileSync(manifestFile, text);
  expect(await target.system(tableNames)).toEqual([]);
  await target.close();
});
