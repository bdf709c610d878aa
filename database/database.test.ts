import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Principal, Transaction } from './index.ts';
import { openDatabase } from './index.ts';
import { testDatabase } from './testing.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  await db.system((tx) => tx.query('create table noted (what text)'));
});
afterAll(() => db.close());

const NAMES = ['kind', 'org', 'person', 'device', 'link', 'object', 'sites', 'orgs'];
const readSettings = (tx: Transaction) =>
  tx.query(
    `select current_user as role, ${NAMES.map((name) => `current_setting('app.${name}', true) as ${name}`).join(', ')}`,
  );
const NONE = Object.fromEntries(NAMES.map((name) => [name, '']));

const PRINCIPALS: [Principal, Record<string, string>][] = [
  [
    { kind: 'organisation', org: 'oem' },
    { role: 'intakt_request', kind: 'organisation', org: 'oem' },
  ],
  [
    { kind: 'person', org: 'oem', person: 'ann', sites: ['s1', 's2'] },
    { role: 'intakt_request', kind: 'person', org: 'oem', person: 'ann', sites: 's1,s2' },
  ],
  [
    { kind: 'device', org: 'oem', device: 'd1' },
    { role: 'intakt_request', kind: 'device', org: 'oem', device: 'd1' },
  ],
  [
    { kind: 'link', link: 'l1', object: 'shipment:7' },
    { role: 'intakt_request', kind: 'link', link: 'l1', object: 'shipment:7' },
  ],
  [
    { kind: 'feed', orgs: ['oem', 'seats'] },
    { role: 'intakt_feed', kind: 'feed', orgs: 'oem,seats' },
  ],
];

describe('a principal', () => {
  test.each(PRINCIPALS)('%j becomes exactly its settings', async (who, settings) => {
    expect(await db.as(who, readSettings)).toEqual([{ ...NONE, ...settings }]);
  });

  test('leaves nothing behind on its connection', async () => {
    await db.as({ kind: 'person', org: 'oem', person: 'ann', sites: ['s1'] }, readSettings);
    const [settings] = await db.system(readSettings);
    expect(settings.role).not.toBe('intakt_request');
    expect(NAMES.map((name) => settings[name] ?? '')).toEqual(NAMES.map(() => ''));
  });

  test.each([`o'em`, `o\\'em`, `'; drop table noted; --`, '$$', `E'\\\\'`])(
    'named %s is a value, never SQL',
    async (org) => {
      const [settings] = await db.as({ kind: 'organisation', org }, readSettings);
      expect(settings.org).toBe(org);
    },
  );

  test('with a site that would split a comma list is refused', async () => {
    await expect(db.as({ kind: 'person', org: 'oem', sites: ['a,b'] }, readSettings)).rejects.toThrow(`'a,b'`);
  });

  test('may not write where it may not, nor at all when it only reads', async () => {
    await expect(
      db.as({ kind: 'organisation', org: 'oem' }, (tx) => tx.query(`insert into noted values ('x')`)),
    ).rejects.toMatchObject({ code: '42501' });
    const reading = db.as({ kind: 'organisation', org: 'oem' }, (tx) => tx.query('create temp table t ()'), {
      readOnly: true,
    });
    await expect(reading).rejects.toMatchObject({ code: '25006' });
  });
});

describe('a transaction', () => {
  test('saves all it did, or nothing', async () => {
    await db.system((tx) => tx.query(`insert into noted values ('kept')`));
    const failing = db.system(async (tx) => {
      await tx.query(`insert into noted values ('lost')`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await db.system((tx) => tx.query('select what from noted'))).toEqual([{ what: 'kept' }]);
  });

  test('that swallowed an error does not look saved', async () => {
    const swallowing = db.system(async (tx) => {
      await tx.query('select 1/0').catch(() => {});
    });
    await expect(swallowing).rejects.toThrow('nothing was saved');
  });

  test('refuses a second one inside it, however deep, and allows it afterwards', async () => {
    const nested = db.system(() => db.as({ kind: 'organisation', org: 'oem' }, readSettings));
    await expect(nested).rejects.toThrow('inside an open transaction');
    await expect(db.system(() => db.pool.query('select 1'))).rejects.toThrow('inside an open transaction');
    await expect(db.system(() => db.listen('news', () => {}))).rejects.toThrow('inside an open transaction');
    const later = await db.system(async () => ({ query: wait(50).then(() => db.pool.query('select 1 as one')) }));
    expect((await later.query).rows).toEqual([{ one: 1 }]);
  });

  test('refuses queries after it has ended', async () => {
    const leaked = await db.system(async (tx) => tx);
    await expect(leaked.query('select 1')).rejects.toThrow('transaction that has ended');
  });

  test('keeps a text that comes again and again, and has it planned again whenever its runs have quadrupled', async () => {
    const text = 'select $1::int as n, 1 as kept_for_the_test';
    const plans = await db.system(async (tx) => {
      for (let n = 1; n <= 16; n++) expect(await tx.kept(text, [n])).toEqual([{ n, kept_for_the_test: 1 }]);
      return tx.query('select 1 from pg_prepared_statements where statement = $1', [text]);
    });
    expect(plans).toHaveLength(db.kind === 'embedded' ? 0 : 3);
  });

  test('offers Kysely, whose own transactions are savepoints in it', async () => {
    const rows = await db.system(async ({ kysely }) => {
      await kysely.insertInto('noted').values({ what: 'outer' }).execute();
      const inner = kysely.transaction().execute(async (nested) => {
        await nested.insertInto('noted').values({ what: 'inner' }).execute();
        throw new Error('no');
      });
      await expect(inner).rejects.toThrow('no');
      return kysely.deleteFrom('noted').where('what', 'in', ['outer', 'inner']).returning('what').execute();
    });
    expect(rows).toEqual([{ what: 'outer' }]);
  });
});

test('listeners hear what is committed, and the last one to stop ends it', async () => {
  const heard: string[] = [];
  const stops = [
    await db.listen('news', (p) => heard.push(`a ${p}`)),
    await db.listen('news', (p) => heard.push(`b ${p}`)),
  ];
  await db.system((tx) => tx.query(`select pg_notify('news', '1')`));
  await expect.poll(() => heard).toEqual(['a 1', 'b 1']);
  await stops[0]!();
  await db.system((tx) => tx.query(`select pg_notify('news', '2')`));
  await expect.poll(() => heard).toEqual(['a 1', 'b 1', 'b 2']);
  await stops[1]!();
});

test.skipIf(!process.env.TEST_DATABASE_URL)(
  'a listening connection that the server ends comes back and says to look (needs TEST_DATABASE_URL)',
  async () => {
    const heard: string[] = [];
    const stop = await db.listen('lost', (payload) => heard.push(payload));
    await db.system((tx) =>
      tx.query(`select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and query like 'listen%'`),
    );
    await expect.poll(() => heard, { timeout: 5000 }).toEqual(['']);
    await db.system((tx) => tx.query(`select pg_notify('lost', 'again')`));
    await expect.poll(() => heard).toEqual(['', 'again']);
    await stop();
  },
);

test('values arrive as whole numbers, UTC instants, plain days and parsed JSON', async () => {
  const [row] = await db.system((tx) =>
    tx.query(`select 7::bigint as small, 9007199254740993::bigint as large, array[1, null]::bigint[] as list,
      '2026-03-29 02:30:00.1239+01'::timestamptz as at, array['2026-01-01 00:00Z']::timestamptz[] as times,
      'infinity'::timestamptz as ever, '2026-03-29'::date as day, '2026-03-29 12:00'::timestamp as local,
      '{"a":[1,null]}'::jsonb as json, 1.10::numeric as price, null::bigint as nothing`),
  );
  expect(row).toEqual({
    small: 7,
    large: '9007199254740993',
    list: [1, null],
    at: '2026-03-29T01:30:00.123Z',
    times: ['2026-01-01T00:00:00.000Z'],
    ever: 'infinity',
    day: '2026-03-29',
    local: '2026-03-29 12:00:00',
    json: { a: [1, null] },
    price: '1.10',
    nothing: null,
  });
});

test('opening without a place to open is refused', async () => {
  await expect(openDatabase({})).rejects.toThrow('needs a url, a dataDir, or memory');
});
