import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, migrate, openDatabase } from './index.ts';
import { priceListTables } from './migrations/0033-price-list.ts';
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

test('what was agreed for tours before the one price list stands in it', async () => {
  const before = `
    alter table price_list rename to network_rates;
    create table tariff (owner text, id text, carrier text, name text, currency text, valid_from date, valid_to date, vehicle_type text,
      per_tour double precision, per_km double precision, per_hour double precision, per_stop double precision, minimum double precision,
      fuel_surcharge_percent double precision, confirmed boolean, audience text[], sequence bigint);
    insert into tariff values ('oem', 't1', 'c1', 'Tours', 'EUR', '2026-01-01', null, null, 100, 1.5, 0, 20, 250, 8, true, '{oem,c1}', 7)`;
  const rows = await db.system(async (tx) => {
    for (const statement of `${before};${priceListTables}`.split(';')) await tx.query(statement);
    return tx.query(`select owner, id, customer, kind, valid_from, terms, confirmed, audience from price_list`);
  });
  expect(rows).toEqual([
    {
      ...{ owner: 'c1', id: 't1', customer: 'oem', kind: 'tour', valid_from: '2026-01-01', confirmed: true },
      terms: { perTour: 100, perKm: 1.5, perHour: 0, perStop: 20, minimum: 250, fuelSurchargePercent: 8 },
      audience: ['oem', 'c1'],
    },
  ]);
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
