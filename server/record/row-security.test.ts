import type { Principal } from '@intakt/database';
import { REQUEST_ROLE } from '@intakt/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk, record, testHouse } from './testing.ts';
import { count, despatch, receipt, say, schedule } from './tiny-world.ts';

let world: Awaited<ReturnType<typeof testHouse>>;
beforeAll(async () => {
  world = await testHouse();
  await record(world, 'oem', say('stock-counted', count()), say('schedule-released', schedule()));
  await record(
    world,
    's1',
    say('stock-counted', count({ owner: 's1', site: 's1-works' })),
    say('shipment-despatched', despatch({ carrier: 'c1', units: [{ unit: 'U1', line: 1, quantity: 60 }] })),
  );
  await record(
    world,
    's1',
    say('consignment-handed-over', {
      shipment: 'shp-1',
      supplier: 's1',
      customer: 'oem',
      carrier: 'c1',
      from: 's1-works',
      to: 'plant',
      collectAt: '2026-03-02T08:00:00.000Z',
      expectedAt: '2026-03-03T08:00:00.000Z',
    }),
  );
  await record(world, 'oem', say('goods-received', receipt()));
  await record(world, 's2', say('stock-counted', count({ owner: 's2', site: 's2-works', part: 'b' })));
  for (const owner of ['s1', 's2', 'oem']) {
    const common = {
      owner,
      site: owner === 'oem' ? 'plant' : `${owner}-works`,
      part: owner === 's2' ? 'b' : 'a',
      light: 'red' as const,
    };
    const derived = [
      say('runout-projected', { ...common, asOf: '2026-03-02', onHand: 1, inTransit: 0, daysOfSupply: 0 }),
      say('runout-light-projected', { ...common, stopShift: '2026-03-04T05:00:00.000Z' }),
      say('exception-light-changed', { ...common, exception: `exc-${owner}`, kind: 'shortage' }),
      say('exception-raised', {
        owner,
        exception: `exc-${owner}`,
        kind: 'shortage',
        hits: [
          { site: common.site, part: common.part, stopAt: '2026-03-04T05:00:00.000Z', shortQuantity: 1, unit: 'H87' },
        ],
      }),
    ];
    expectOk(await world.house.recorder.record({ organisation: owner, system: true }, derived));
  }
});
afterAll(() => world.close());

interface Relation {
  name: string;
  kind: string;
  secured: boolean;
  forced: boolean;
  readable: boolean;
  partition: boolean;
}
const relations = () =>
  world.db.system((tx) =>
    tx.query<Relation>(
      `select c.relname as name, c.relkind as kind, c.relrowsecurity as secured, c.relforcerowsecurity as forced, c.relispartition as partition,
         has_any_column_privilege($1, c.oid, 'select') as readable
       from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname not like 'kysely_%'`,
      [REQUEST_ROLE],
    ),
  );
const seenBy = (who: Principal, table: string) =>
  world.db.as(who, async (tx) => {
    const columns = await tx.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and has_column_privilege(attrelid, attnum, 'select')`,
      [table],
    );
    return tx.query<Record<string, unknown>>(`select ${columns.map((c) => c.name).join(', ')} from ${table}`);
  });

/** Tables of hashes: they say how many events there are, and nothing of what is in them. */
const HASHES_ONLY = ['ledger_head', 'ledger_tile', 'checkpoint'];
const SECRET = ['credential', 'session', 'oidc_login', 'setting', 'signing_key'];

describe('the catalogue', () => {
  test('has row security on and forced for every table, and no view at all', async () => {
    const all = await relations();
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter((r) => !r.secured || !r.forced || !['r', 'p'].includes(r.kind)).map((r) => r.name)).toEqual([]);
  });

  test('lets the request role read no partition by its own name, and no secret', async () => {
    const readable = (await relations()).filter((r) => r.readable);
    expect(readable.filter((r) => r.partition)).toEqual([]);
    expect(readable.map((r) => r.name).filter((name) => SECRET.includes(name))).toEqual([]);
  });

  test('gives the request role no way to write, and no function of ours', async () => {
    const writable = await world.db.system((tx) =>
      tx.query(
        `select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
         and (has_table_privilege($1, oid, 'insert') or has_table_privilege($1, oid, 'update') or has_table_privilege($1, oid, 'delete') or has_table_privilege($1, oid, 'truncate'))`,
        [REQUEST_ROLE],
      ),
    );
    const functions = await world.db.system((tx) =>
      tx.query('select proname from pg_proc where pronamespace = current_schema()::regnamespace and prosecdef'),
    );
    expect({ writable, functions }).toEqual({ writable: [], functions: [] });
  });
});

const ORGANISATIONS = ['oem', 's1', 's2', 's3', 's4', 'c1'];

/** Rows of which the system knows that this organisation is in their audience, without the columns that nobody reads. */
async function audienceRows(table: string, org: string): Promise<unknown[]> {
  const rows = await world.db.system((tx) => tx.query<Record<string, unknown>>(`select * from ${table}`));
  return rows
    .filter((row) =>
      [row.audience, row.entitled, row.audience || row.entitled ? [] : [row.organisation, row.owner]]
        .flat()
        .includes(org),
    )
    .map(({ audience: _a, entitled: _e, ...row }) => row);
}
const inOrder = (rows: unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

test('nobody reads who else is in an audience', async () => {
  for (const table of ['organisation', 'part', 'stock', 'ledger_event']) {
    const column = table === 'ledger_event' ? 'entitled' : 'audience';
    await expect(
      world.db.as({ kind: 'organisation', org: 'oem' }, (tx) => tx.query(`select ${column} from ${table}`)),
    ).rejects.toThrow(/permission denied/);
  }
});

describe('plain SQL with the request role', () => {
  test.each(ORGANISATIONS)('shows %s exactly the rows of its own audience, in every relation', async (org) => {
    let rows = 0;
    for (const { name, readable } of await relations()) {
      if (!readable || HASHES_ONLY.includes(name)) continue;
      const seen = await seenBy({ kind: 'organisation', org }, name);
      expect(inOrder(seen), name).toEqual(inOrder(await audienceRows(name, org)));
      rows += seen.length;
    }
    expect(rows).toBeGreaterThan(0);
  });

  test('keeps the parties of a part from its competitor', async () => {
    expect(await seenBy({ kind: 'organisation', org: 's2' }, 'shipment')).toEqual([]);
    expect((await seenBy({ kind: 'organisation', org: 's2' }, 'organisation')).map((row) => row.owner).sort()).toEqual([
      'c1',
      'oem',
      's2',
    ]);
  });

  test('shows a stranger nothing of whom it names in a lane, until they acknowledge it', async () => {
    const stranger: Principal = { kind: 'organisation', org: 's4' };
    const seenOf = async (owner: string): Promise<string[]> => {
      const found: string[] = [];
      for (const { name, readable } of await relations())
        if (readable && !HASHES_ONLY.includes(name))
          found.push(...(await seenBy(stranger, name)).filter((row) => row.owner === owner).map(() => name));
      return found;
    };
    await record(
      world,
      's4',
      say('site-registered', { site: 's4-yard', owner: 's4', name: 'Yard', kind: 'yard', timeZone: 'Europe/Berlin' }),
      say('part-registered', { part: 'a', owner: 's4', number: 'A', unit: 'H87' }),
    );
    const lane = {
      supplier: 's1',
      customer: 's4',
      from: 's1-works',
      to: 's4-yard',
      mode: 'road',
      leadTimeDays: 1,
    } as const;
    await record(world, 's4', say('lane-agreed', { ...lane, lane: 'guess', part: 'a', carrier: 's2' }));
    expect({ s1: await seenOf('s1'), s2: await seenOf('s2'), oem: await seenOf('oem') }).toEqual({
      s1: [],
      s2: [],
      oem: [],
    });
    await record(world, 's4', say('lane-agreed', { ...lane, lane: 'hauled', part: 'a', carrier: 'c1' }));
    expect(await seenOf('c1')).toEqual(['organisation']);
    await record(world, 's1', say('lane-agreed', { ...lane, lane: 'hauled', part: 'a', carrier: 'c1' }));
    expect((await seenOf('s1')).sort()).toEqual(['organisation', 'site']);
  });

  test('shows the carrier its consignment and not what is inside', async () => {
    const carrier: Principal = { kind: 'organisation', org: 'c1' };
    expect(await seenBy(carrier, 'consignment')).toHaveLength(1);
    for (const table of ['shipment', 'shipment_line', 'handling_unit', 'part', 'stock'])
      expect(await seenBy(carrier, table), table).toEqual([]);
  });

  test.each<[string, Principal]>([
    ['a device', { kind: 'device', org: 'oem', device: 'scanner' }],
    ['a link to another object', { kind: 'link', link: 'l1', object: 'shipment:s1/other' }],
    ['a link to another’s shipment with the same id', { kind: 'link', link: 'l1', object: 'shipment:s2/shp-1' }],
  ])('shows %s nothing of its organisation', async (_, who) => {
    for (const { name, readable } of await relations()) {
      if (readable && !HASHES_ONLY.includes(name)) expect(await seenBy(who, name), name).toEqual([]);
    }
  });

  test('shows a link its one consignment', async () => {
    const link: Principal = { kind: 'link', link: 'l1', object: 'shipment:s1/shp-1' };
    expect((await seenBy(link, 'consignment')).map((row) => row.shipment)).toEqual(['shp-1']);
    expect((await seenBy(link, 'site')).map((row) => row.id).sort()).toEqual(['plant', 's1-works']);
    expect((await seenBy(link, 'organisation')).map((row) => row.owner).sort()).toEqual(['c1', 'oem', 's1']);
    for (const table of ['shipment', 'shipment_line', 'handling_unit', 'stock', 'ledger_event', 'ledger_personal'])
      expect(await seenBy(link, table), table).toEqual([]);
  });

  test('shows a link to a gate what goes there and who brings it', async () => {
    const link: Principal = { kind: 'link', link: 'l2', object: 'site:oem/plant' };
    expect((await seenBy(link, 'consignment')).map((row) => row.shipment)).toEqual(['shp-1']);
    for (const table of ['shipment', 'shipment_line', 'handling_unit', 'stock', 'ledger_event'])
      expect(await seenBy(link, table), table).toEqual([]);
    expect(await seenBy({ ...link, object: 'site:s2/s2-works' }, 'consignment')).toEqual([]);
  });

  test('shows a person limited to a site nothing of other sites', async () => {
    const clerk: Principal = { kind: 'person', org: 'oem', sites: ['elsewhere'] };
    for (const table of [
      'stock',
      'shipment',
      'shipment_line',
      'handling_unit',
      'schedule',
      'goods_receipt',
      'runout',
      'site',
    ])
      expect(await seenBy(clerk, table), table).toEqual([]);
    const gate: Principal = { kind: 'person', org: 'oem', sites: ['plant'] };
    expect(await seenBy(gate, 'stock')).toHaveLength(1);
  });
});

describe('a sharing agreement', () => {
  const terms = (kind: 'stock' | 'projection', depth: 'exact' | 'light') => [
    { giver: 's2', kind, depth, sites: ['s2-works'], parts: ['b'] },
  ];
  const agree = async (agreement: string, kind: 'stock' | 'projection', depth: 'exact' | 'light') => {
    const step = { agreement, proposer: 'oem', counterparty: 's2' };
    await record(
      world,
      'oem',
      say('agreement-proposed', { ...step, title: agreement, terms: terms(kind, depth), coversFrom: '2026-01-01' }),
    );
    return {
      accept: () => record(world, 's2', say('agreement-accepted', { ...step, by: 's2' })),
      revoke: () => record(world, 's2', say('agreement-revoked', { ...step, by: 's2' })),
    };
  };
  const oemSees = async (table: string) =>
    (await seenBy({ kind: 'organisation', org: 'oem' }, table)).filter((row) => row.owner === 's2').length;

  test('widens an audience only when it is accepted, and no longer when it is revoked', async () => {
    const { accept, revoke } = await agree('agr-stock', 'stock', 'exact');
    expect(await oemSees('stock')).toBe(0);
    await accept();
    expect(await oemSees('stock')).toBe(1);
    expect(await oemSees('runout')).toBe(0);
    await revoke();
    expect(await oemSees('stock')).toBe(0);
  });

  test('at depth light shows the light and the shift, and no figure', async () => {
    const { accept } = await agree('agr-light', 'projection', 'light');
    await accept();
    expect(await oemSees('runout_light')).toBe(1);
    expect(await oemSees('runout')).toBe(0);
    expect(await oemSees('stock')).toBe(0);
  });

  test('does not let its viewer accept in the giver’s place', async () => {
    const step = { agreement: 'agr-mine', proposer: 'oem', counterparty: 's2' };
    await record(
      world,
      'oem',
      say('agreement-proposed', { ...step, title: 'mine', terms: terms('stock', 'exact'), coversFrom: '2026-01-01' }),
    );
    const [result] = await world.house.recorder.record({ organisation: 'oem' }, [
      say('agreement-accepted', { ...step, by: 'oem' }),
    ]);
    expect(result!.ok).toBe(false);
  });
});
