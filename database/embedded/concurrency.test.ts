import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database, Principal } from '../index.ts';
import { testDatabase } from '../testing.ts';

const ORGS = ['oem', 'seats', 'foam', 'steel', 'carrier'];
const CONNECTIONS = 20;
const ROUNDS = 30;

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  await db.system((tx) =>
    tx.query(`
      create table fuzz (org text not null, worker int not null, round int not null);
      alter table fuzz enable row level security;
      alter table fuzz force row level security;
      create policy owner_all on fuzz for all to current_user using (true) with check (true);
      create policy own on fuzz for all to intakt_request
        using (org = (select current_setting('app.org'))) with check (org = (select current_setting('app.org')));
      grant select, insert on fuzz to intakt_request`),
  );
});
afterAll(() => db.close());

/** A small generator with a seed, so that a failing run can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const FOREIGN_ROW = '42501';
const saved = new Map<string, number>();

async function actOnce(worker: number, round: number, draw: (below: number) => number): Promise<void> {
  const org = ORGS[draw(ORGS.length)]!;
  const who: Principal = { kind: 'organisation', org };
  const act = draw(5);
  if (act === 0) return askForEcho(draw(1_000_000));
  if (act === 1) return askForRows(draw(60));
  if (act === 2) return writeForeignRow(who, worker, round);
  if (act === 3) return giveUp(who, worker, round);
  await writeOwnRow(who, org, worker, round);
  saved.set(org, (saved.get(org) ?? 0) + 1);
}

async function askForEcho(value: number): Promise<void> {
  const { rows } = await db.pool.query('select $1::int as number, $2::text as text', [value, `text ${value}`]);
  expect(rows).toEqual([{ number: value, text: `text ${value}` }]);
}

async function askForRows(count: number): Promise<void> {
  const { rows } = await db.pool.query('select g from generate_series(1, $1::int) g', [count]);
  expect(rows.map((row) => row.g)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
}

async function writeOwnRow(who: Principal, org: string, worker: number, round: number): Promise<void> {
  await db.as(who, async (tx) => {
    await tx.query('insert into fuzz values ($1, $2, $3)', [org, worker, round]);
    const seen = await tx.query(
      `select distinct org, current_user as role, current_setting('app.org') as setting from fuzz`,
    );
    expect(seen).toEqual([{ org, role: 'intakt_request', setting: org }]);
  });
}

async function writeForeignRow(who: Principal, worker: number, round: number): Promise<void> {
  const writing = db.as(who, (tx) =>
    tx.query('insert into fuzz values ($1, $2, $3)', ['somebody else', worker, round]),
  );
  await expect(writing).rejects.toMatchObject({ code: FOREIGN_ROW });
}

async function giveUp(who: Principal, worker: number, round: number): Promise<void> {
  const giving = db.as(who, async (tx) => {
    await tx.query(`insert into fuzz values (current_setting('app.org'), $1, $2)`, [worker, round]);
    throw new Error('given up');
  });
  await expect(giving).rejects.toThrow('given up');
}

test('twenty connections at once see their own rows, get their own answers, and leave exactly what they saved', async () => {
  const workers = Array.from({ length: CONNECTIONS }, async (_, worker) => {
    const draw = seeded(worker + 1);
    for (let round = 0; round < ROUNDS; round += 1) await actOnce(worker, round, draw);
  });
  await Promise.all(workers);
  const left = await db.system((tx) => tx.query('select org, count(*) as rows from fuzz group by org'));
  expect(new Map(left.map(({ org, rows }) => [org, rows]))).toEqual(saved);
  const { rows } = await db.pool.query(
    `select current_user <> 'intakt_request' as owner, current_setting('app.org', true) as org`,
  );
  expect(rows[0].owner).toBe(true);
  expect(rows[0].org || '').toBe('');
});
