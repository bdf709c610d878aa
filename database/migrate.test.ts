import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, migrate, openDatabase } from './index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { emptyDatabase, testDatabase } from './testing.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test('migrating what is up to date applies nothing', async () => {
  expect(await migrate(db)).toEqual({ applied: [] });
});

test('every table of the migrations is under row security that also binds its owner', async () => {
  const open = await db.system((tx) =>
    tx.query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and relname not like 'kysely%' and not relispartition and not (relrowsecurity and relforcerowsecurity)`),
  );
  expect(open).toEqual([]);
});

const server = process.env.TEST_DATABASE_URL;

test.skipIf(!server)('two servers that start together migrate once (needs TEST_DATABASE_URL)', async () => {
  const { url, drop } = await emptyDatabase(server!);
  const both = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
  const outcomes = await Promise.all(both.map((each) => migrate(each)));
  expect(outcomes.flatMap(({ applied }) => applied).toSorted()).toEqual(Object.keys(MIGRATIONS).toSorted());
  await Promise.all(both.map((each) => each.close()));
  await drop();
});

test.skipIf(!server)(
  'a server on which the request role owns a table is refused (needs TEST_DATABASE_URL)',
  async () => {
    const { url, drop } = await emptyDatabase(server!);
    const first = await openDatabase({ url });
    await migrate(first);
    await first.system((tx) => tx.query('create table theirs (); alter table theirs owner to intakt_request'));
    await first.close();
    await expect(openDatabase({ url })).rejects.toThrow('intakt_request owns tables');
    await drop();
  },
);
