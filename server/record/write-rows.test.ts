import type { Database } from '@intakt/database';
import { testDatabase } from '@intakt/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { need, RowSet, type Tables } from './row-set.ts';
import { readTables } from './tables.ts';
import { rowParts } from './write-rows.ts';

let db: Database;
let tables: Tables;
beforeAll(async () => {
  db = await testDatabase();
  await db.system((tx) =>
    tx.query(
      'create table odd (owner text, id text, words text[], facts json, at timestamptz, n float8, yes boolean, primary key (owner, id))',
    ),
  );
  tables = await readTables(db);
});
afterAll(() => db.close());

const row = (id: string, over: object = {}) => ({
  owner: 'o',
  id,
  words: ['a'],
  facts: null,
  at: null,
  n: 1.5,
  yes: true,
  ...over,
});
const stored = () => db.system((tx) => tx.query('select owner, id, words, facts, at, n, yes from odd order by n, id'));
const write = (rows: RowSet) =>
  db.system(async (tx) => {
    for (const { text, values } of rowParts(rows.changes(), tables))
      await tx.query(`with head as (select) ${text}`, values);
  });

const ODD = [
  '',
  'null',
  'NULL',
  'a,b',
  '{x}',
  '"',
  '\\',
  '\\N',
  ' ',
  'line\nbreak\ttab',
  '\u001e',
  '\u001d',
  'ü漢😀',
  '$1',
  "'",
];

test('every text comes back as it was, alone and among others', async () => {
  const odd = ODD.map((text, n) =>
    row(text, { n, words: [text, 'b'], facts: { [text]: [text, null] }, at: '2026-03-02T06:00:00.000Z' }),
  );
  for (const some of [odd, odd.slice(0, 1)]) {
    const rows = new RowSet(tables);
    for (const one of some) rows.put('odd', one);
    await write(rows);
  }
  expect(await stored()).toEqual(odd);
});

test('what is absent is inserted, what may be there is upserted, what went is deleted', async () => {
  const rows = new RowSet(tables);
  await db.system((tx) => rows.load(tx, [need('odd', 'o', 'new'), need('odd', 'p'), need('odd', 'o', '"')]));
  for (const one of [row('new'), row('unseen'), row('"', { yes: false }), row('q', { owner: 'p' })])
    rows.put('odd', one);
  rows.remove('odd', row(''));
  const ids = (list: object[]) => list.map((one) => (one as { id: string }).id);
  const [change] = rows.changes();
  expect({ added: ids(change!.added), changed: ids(change!.changed), removed: ids(change!.removed) }).toEqual({
    added: ['new', 'q'],
    changed: ['unseen', '"'],
    removed: [''],
  });
  await write(rows);
  rows.settle();
  expect(await stored()).toHaveLength(ODD.length - 1 + 3);
  rows.put('odd', row('new', { n: 2 }));
  expect(ids(rows.changes()[0]!.changed)).toEqual(['new']);
});
