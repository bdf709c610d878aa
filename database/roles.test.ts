import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, openDatabase } from './index.ts';
import { emptyDatabase, testDatabase } from './testing.ts';

const server = process.env.TEST_DATABASE_URL;

/** TEST_DATABASE_URL names a superuser; a real installation's user is a plain owner of its database. */
describe.skipIf(!server)('a user who only owns the database (needs TEST_DATABASE_URL)', () => {
  const user = `intakt_owner_${randomBytes(4).toString('hex')}`;
  let admin: pg.Client;
  let place: { url: string; drop: () => Promise<void> };
  let url: URL;

  beforeAll(async () => {
    // The roles exist on the server from here on, but this user may not take them yet.
    await (await testDatabase()).close();
    admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(`create role ${user} login password 'plain'`);
    place = await emptyDatabase(server!);
    url = new URL(place.url);
    await admin.query(`alter database ${url.pathname.slice(1)} owner to ${user}`);
    url.username = user;
    url.password = 'plain';
  });
  afterAll(async () => {
    await place.drop();
    await admin.query(`drop role ${user}`);
    await admin.end();
  });

  test('is told what an administrator must grant', async () => {
    const db = await openDatabase({ url: url.href });
    await expect(migrate(db)).rejects.toThrow('grant intakt_request to <the user of DATABASE_URL>');
    await db.close();
  });

  test('migrates when granted, reads all as the owner, and is bound as a request', async () => {
    await admin.query(`grant intakt_request, intakt_feed to ${user}`);
    const db = await openDatabase({ url: url.href });
    await migrate(db);
    await db.system((tx) =>
      tx.query(`create table secured (org text);
        alter table secured enable row level security;
        alter table secured force row level security;
        create policy owner_all on secured for all to current_user using (true) with check (true);
        create policy own on secured for select to intakt_request using (org = current_setting('app.org'));
        grant select on secured to intakt_request;
        insert into secured values ('oem'), ('seats')`),
    );
    const read = 'select org from secured order by org';
    expect(await db.system((tx) => tx.query(read))).toEqual([{ org: 'oem' }, { org: 'seats' }]);
    expect(await db.as({ kind: 'organisation', org: 'oem' }, (tx) => tx.query(read))).toEqual([{ org: 'oem' }]);
    await expect(db.as({ kind: 'feed', orgs: ['oem'] }, (tx) => tx.query(read))).rejects.toMatchObject({
      code: '42501',
    });
    await db.close();
  });
});

test('the roles of requests own nothing and may do nothing of their own', async () => {
  const db = await testDatabase();
  const roles = await db.system((tx) =>
    tx.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcanlogin from pg_roles where rolname like 'intakt\\_request' or rolname = 'intakt_feed' order by 1`,
    ),
  );
  const nothing = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false };
  expect(roles).toEqual([
    { rolname: 'intakt_feed', ...nothing },
    { rolname: 'intakt_request', ...nothing },
  ]);
  await db.close();
});
