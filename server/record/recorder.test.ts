import { appendLeaves, canonicalJson, Frontier, leafHash, toBase64 } from '@intakt/ledger';
import { nodeSha256 } from '@intakt/ledger/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leafText } from './append.ts';
import { PROJECTIONS } from './projections.ts';
import { rebuild } from './rebuild.ts';
import { createRecorder } from './recorder.ts';
import { readEverything, record, testHouse } from './testing.ts';
import { count, despatch, receipt, say, schedule, TINY_WORLD } from './tiny-world.ts';

let world: Awaited<ReturnType<typeof testHouse>>;
beforeAll(async () => {
  world = await testHouse();
});
afterAll(() => world.close());

const query = <R>(text: string, values: unknown[] = []) => world.db.system((tx) => tx.query<R>(text, values));
const stockOf = async (owner: string, part: string) =>
  (await query<{ quantity: number }>('select quantity from stock where owner = $1 and part = $2', [owner, part]))[0]
    ?.quantity;

describe('record()', () => {
  test('gives sequence numbers without a gap, in the order of the commits', async () => {
    const rows = await query<{ sequence: number }>('select sequence from ledger_event order by sequence');
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, i) => i + 1));
    expect(rows).toHaveLength(TINY_WORLD.length);
  });

  test('recognises the same event when it comes twice', async () => {
    const command = say('stock-counted', count({ part: 'b', quantity: 7 }));
    const [first] = await record(world, 'oem', command);
    const [second] = await record(world, 'oem', command);
    expect(second).toEqual({ ...first, outcome: 'known' });
  });

  test('refuses the same id with other content, and names both hashes', async () => {
    await record(world, 'oem', say('stock-counted', count({ part: 'b' }), 'reused'));
    const [result] = await world.house.recorder.record({ organisation: 'oem' }, [
      say('stock-counted', count({ part: 'b', quantity: 1 }), 'reused'),
    ]);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'ID_REUSED' } });
    const { known, given } = (result as { refusal: { values: Record<string, string> } }).refusal.values;
    expect(known).not.toBe(given);
  });

  test('lets the others through when one of a group is refused', async () => {
    const results = await Promise.all([
      world.house.recorder.record({ organisation: 'oem' }, [say('stock-counted', count({ part: 'b', quantity: 11 }))]),
      world.house.recorder.record({ organisation: 's1' }, [
        say('shipment-despatched', despatch({ customer: 'nobody' })),
      ]),
      world.house.recorder.record({ organisation: 's2' }, [
        say('stock-counted', count({ owner: 's2', site: 's2-works', part: 'b' })),
      ]),
    ]);
    expect(results.map(([result]) => result!.ok)).toEqual([true, false, true]);
    expect(results[1]![0]).toMatchObject({ refusal: { code: 'UNKNOWN_REFERENCE', values: { id: 'nobody' } } });
  });

  test('takes an atomic batch whole or not at all', async () => {
    const before = await query<{ size: number }>('select size from ledger_head');
    const results = await world.house.recorder.record(
      { organisation: 's1' },
      [
        say('shipment-despatched', despatch({ shipment: 'shp-x', despatchNote: 'X' })),
        say('shipment-despatched', despatch({ shipment: 'shp-y', customer: 'nobody' })),
      ],
      { atomic: true },
    );
    expect(results.every((result) => !result.ok)).toBe(true);
    expect(await query('select size from ledger_head')).toEqual(before);
    expect(await query("select 1 from shipment where id = 'shp-x'")).toEqual([]);
  });

  test.each([
    ['somebody who is no party', 's4', say('shipment-despatched', despatch()), 'NOT_YOUR_STATEMENT'],
    [
      'a negative quantity',
      's1',
      say('shipment-despatched', despatch({ lines: [{ line: 1, part: 'a', quantity: -1, unit: 'H87' }] })),
      'INVALID',
    ],
    [
      'an engine statement by a partner',
      'oem',
      say('runout-light-projected', { owner: 'oem', site: 'plant', part: 'a', light: 'red' }),
      'NOT_YOUR_STATEMENT',
    ],
  ] as const)('refuses %s', async (_, organisation, command, code) => {
    const [result] = await world.house.recorder.record({ organisation }, [command]);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
  });

  test('keeps a head that the leaves give', async () => {
    const leaves = await query<{ body: string; leaf_hash: string }>(
      'select body, leaf_hash from ledger_event order by sequence',
    );
    for (const { body, leaf_hash } of leaves) {
      expect(canonicalJson(JSON.parse(body))).toBe(body);
      expect(toBase64(leafHash(nodeSha256, Buffer.from(body)))).toBe(leaf_hash);
    }
    const { frontier } = appendLeaves(
      Frontier.empty(nodeSha256),
      leaves.map(({ body }) => leafHash(nodeSha256, Buffer.from(body))),
    );
    expect(await query('select size, root from ledger_head')).toEqual([
      { size: leaves.length, root: toBase64(frontier.root()) },
    ]);
  });
});

describe('goods', () => {
  test('are in transit after the advice, in stock after the receipt, and counted once when a scan reports them too', async () => {
    await record(world, 'oem', say('stock-counted', count()));
    await record(world, 's1', say('stock-counted', count({ owner: 's1', site: 's1-works', quantity: 500 })));
    await record(world, 's1', say('shipment-despatched', despatch()));
    expect(await stockOf('s1', 'a')).toBe(440);
    expect(await query("select state from shipment where id = 'shp-1'")).toEqual([{ state: 'in-transit' }]);
    await record(
      world,
      'oem',
      say('stock-moved', {
        owner: 'oem',
        site: 'plant',
        part: 'a',
        status: 'available',
        quantity: 60,
        unit: 'H87',
        movedAt: '2026-03-03T08:30:00.000Z',
        cause: 'received',
        despatchNote: 'N1',
      }),
    );
    expect(await stockOf('oem', 'a')).toBe(160);
    await record(world, 'oem', say('goods-received', receipt()));
    expect(await stockOf('oem', 'a')).toBe(160);
    expect(await query("select state from shipment where id = 'shp-1'")).toEqual([{ state: 'received' }]);
    expect(await query("select received, despatched from cumulative where supplier = 's1'")).toEqual([
      { received: 60, despatched: 60 },
    ]);
  });

  test('that a customer reports in its supplier’s name are unconfirmed until the supplier says so', async () => {
    const data = despatch({ shipment: 'shp-2', despatchNote: 'N2' });
    const [reported] = await record(world, 'oem', say('shipment-despatched', data));
    expect(reported!.confirmed).toBe(false);
    expect(await query("select confirmed, recorded_by from shipment where id = 'shp-2'")).toEqual([
      { confirmed: false, recorded_by: 'oem' },
    ]);
    expect(await stockOf('s1', 'a')).toBe(440);
    await record(world, 's1', say('shipment-despatched', data));
    expect(await query("select confirmed, recorded_by from shipment where id = 'shp-2'")).toEqual([
      { confirmed: true, recorded_by: 's1' },
    ]);
    expect(await stockOf('s1', 'a')).toBe(380);
  });

  test('that differ from their advice show the difference', async () => {
    await record(
      world,
      'oem',
      say(
        'goods-received',
        receipt({
          receipt: 'gr-2',
          shipment: 'shp-2',
          despatchNote: 'N2',
          lines: [{ part: 'a', quantity: 55, unit: 'H87' }],
        }),
      ),
    );
    expect(await query("select differences from goods_receipt where id = 'gr-2'")).toEqual([
      { differences: [{ part: 'a', expected: 60, received: 55, difference: -5 }] },
    ]);
  });
});

test('a release stands beside the one before it, and an old one that comes late changes nothing', async () => {
  await record(world, 'oem', say('schedule-released', schedule()));
  await record(
    world,
    'oem',
    say(
      'schedule-released',
      schedule({
        release: 'R2',
        releasedOn: '2026-03-09',
        quantities: [{ from: '2026-03-11', quantity: 80, horizon: 'firm' }],
      }),
    ),
  );
  await record(world, 'oem', say('schedule-released', schedule({ release: 'R0', releasedOn: '2026-02-23' })));
  expect(await query('select release, previous_release from schedule')).toEqual([
    { release: 'R2', previous_release: 'R1' },
  ]);
  expect(await query('select release from schedule_release order by released_on')).toEqual([
    { release: 'R0' },
    { release: 'R1' },
    { release: 'R2' },
  ]);
});

test('the customer’s first statement is where our cumulative begins, and a difference shows from then on', async () => {
  const stated = (received: number, release: string, releasedOn: string) =>
    say(
      'schedule-released',
      schedule({ supplier: 's2', part: 'b', release, releasedOn, cumulative: { received, zeroedOn: '2026-01-01' } }),
    );
  await record(world, 'oem', stated(7000, 'C1', '2026-03-02'));
  await record(
    world,
    's2',
    say(
      'shipment-despatched',
      despatch({
        shipment: 'shp-c',
        supplier: 's2',
        from: 's2-works',
        despatchNote: 'C',
        lines: [{ line: 1, part: 'b', quantity: 40, unit: 'H87' }],
      }),
    ),
  );
  await record(world, 'oem', stated(7040, 'C2', '2026-03-09'));
  expect(await query("select received, despatched, stated_received from cumulative where supplier = 's2'")).toEqual([
    { received: 7000, despatched: 7040, stated_received: 7040 },
  ]);
});

test('two servers that write in turn each see what the other wrote', async () => {
  const other = await createRecorder(world.db, world.house.clock, (error) => expect.unreachable(String(error)));
  const moved = (quantity: number) =>
    say('stock-moved', {
      owner: 's2',
      site: 's2-works',
      part: 'b',
      status: 'available',
      quantity,
      unit: 'H87',
      movedAt: '2026-03-05T08:00:00.000Z',
      cause: 'produced',
    });
  await record(
    world,
    's2',
    say(
      'stock-counted',
      count({ owner: 's2', site: 's2-works', part: 'b', quantity: 10, countedAt: '2026-03-04T00:00:00.000Z' }),
    ),
  );
  for (const quantity of [1, 20, 300]) {
    await record(world, 's2', moved(quantity));
    await other.record({ organisation: 's2' }, [moved(quantity * 1000)]);
  }
  expect(await stockOf('s2', 'b')).toBe(10 + 321 + 321_000);
});

test('a rebuild gives the same tables, row for row', async () => {
  const before = await readEverything(world.db);
  expect(Object.values(before).flat().length).toBeGreaterThan(30);
  await rebuild(world.db, PROJECTIONS);
  expect(await readEverything(world.db)).toEqual(before);
});

test('the leaf’s text is the canonical JSON of the event and its salt', () => {
  const event = {
    sequence: 7,
    eventId: 'e',
    type: 'stock-counted',
    source: 's"ö',
    id: 'i',
    recordedBy: 'b',
    statedBy: 'a',
    confirmed: true,
    occurredAt: 't',
    recordedAt: 'r',
    audience: ['b', 'a'],
    causationId: 'c\u2028',
    corrects: 'k',
    personalHash: 'p',
    data: { z: 1, a: [1.5, 'x'] },
  };
  expect(leafText(event as never, canonicalJson(event.data), 'salt')).toBe(canonicalJson({ ...event, salt: 'salt' }));
  const { causationId: _c, corrects: _k, personalHash: _p, ...bare } = event;
  expect(leafText(bare as never, canonicalJson(bare.data), 'salt')).toBe(canonicalJson({ ...bare, salt: 'salt' }));
});
