import type { EventData } from '@intakt/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Deviation } from '../../finder.ts';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record, testHouse } from '../../record/testing.ts';
import { count, despatch, receipt, say, schedule } from '../../record/tiny-world.ts';
import { visibilityFinders } from './finders.ts';
import { raiseFindings } from './settle-exceptions.ts';

/** Each kind: what brings it about, what keeps it, what ends it; found as the plant's company reads, or as another does. */
let world: Awaited<ReturnType<typeof testHouse>>;
beforeEach(async () => {
  world = await testHouse();
});
afterEach(() => world.close());

async function find(kind: string, { as = 'oem', now = '2026-03-02T06:00:00.000Z' } = {}): Promise<Deviation[]> {
  const scope = { organisation: as, today: now.slice(0, 10), now };
  const finder = visibilityFinders.find(({ kinds }) => kinds.includes(kind as never))!;
  const found = await world.db.as({ kind: 'organisation', org: as }, (tx) => finder.find(tx, scope), {
    readOnly: true,
  });
  return found.filter((one) => one.kind === kind);
}
const raises = (found: Deviation[]): boolean[] => found.flatMap(({ hits }) => hits.map((one) => one.raises));
const recordBy = (who: string, ...commands: Parameters<typeof record>[2][]) => record(world, who, ...commands);

const consignment = (change = {}): EventData<'consignment-handed-over'> => ({
  shipment: 'shp-1',
  supplier: 's1',
  customer: 'oem',
  carrier: 'c1',
  from: 's1-works',
  to: 'plant',
  mode: 'road',
  collectAt: '2026-03-02T08:00:00.000Z',
  expectedAt: '2026-03-03T08:00:00.000Z',
  ...change,
});
const digest = (at: string, highest: number, lowest = 4): EventData<'telemetry-digested'> => ({
  shipment: 'shp-1',
  supplier: 's1',
  customer: 'oem',
  carrier: 'c1',
  at,
  readings: [{ kind: 'temperatureC', lowest, highest, latest: highest }],
  rows: 10,
  rowsHash: 'hash',
});

describe('missing ASN', () => {
  const release = (by = 's1') =>
    recordBy(
      'oem',
      say(
        'schedule-released',
        schedule({
          supplier: by,
          part: by === 's1' ? 'a' : 'b',
          quantities: [{ from: '2026-03-04', quantity: 50, horizon: 'firm' }],
        }),
      ),
    );

  test('is a call-off that had to leave and of which no advice tells; its supplier is told', async () => {
    await release();
    // The lane takes a day: on the 3rd it has to leave.
    expect(await find('missing-asn', { now: '2026-03-03T20:00:00.000Z' })).toEqual([]);
    const [missing] = await find('missing-asn', { now: '2026-03-04T06:00:00.000Z' });
    expect(missing).toMatchObject({
      partner: 's1',
      reference: 'R1',
      difference: { expected: 50, unit: 'H87', since: '2026-03-03T00:00:00.000Z' },
      hits: [{ site: 'plant', part: 'a', shortQuantity: 50, raises: true }],
      told: [{ to: 's1', reference: 'R1' }],
    });
  });

  test('is gone with the advice, and what is missing of it stays', async () => {
    await release();
    const now = '2026-03-04T06:00:00.000Z';
    await recordBy(
      's1',
      say('shipment-despatched', despatch({ lines: [{ line: 1, part: 'a', quantity: 20, unit: 'H87' }] })),
    );
    expect((await find('missing-asn', { now }))[0]!.difference).toMatchObject({ expected: 30 });
    await recordBy(
      's1',
      say(
        'shipment-despatched',
        despatch({ shipment: 'shp-2', despatchNote: 'N2', lines: [{ line: 1, part: 'a', quantity: 30, unit: 'H87' }] }),
      ),
    );
    expect(await find('missing-asn', { now })).toEqual([]);
  });

  test('says nothing of what is only forecast, and nothing to others', async () => {
    await recordBy(
      'oem',
      say('schedule-released', schedule({ quantities: [{ from: '2026-03-04', quantity: 50, horizon: 'forecast' }] })),
    );
    expect(await find('missing-asn', { now: '2026-03-05T06:00:00.000Z' })).toEqual([]);
    await release();
    expect(await find('missing-asn', { as: 's1', now: '2026-03-05T06:00:00.000Z' })).toEqual([]);
  });
});

describe('ASN against call-off', () => {
  test('is an advice of what this supplier was never called off', async () => {
    await recordBy('oem', say('schedule-released', schedule()));
    await recordBy(
      's1',
      say('shipment-despatched', despatch({ lines: [{ line: 1, part: 'b', quantity: 5, unit: 'H87' }] })),
    );
    expect(await find('asn-against-call-off')).toMatchObject([
      {
        cause: { shipment: 'shp-1', despatchNote: 'N1' },
        difference: { observed: 5, expected: 0 },
        hits: [{ part: 'b', raises: true }],
        told: [{ to: 's1' }],
      },
    ]);
  });

  test.each([
    [50, []],
    [51.5, [false]],
    [53, [true]],
  ])('of %d where 50 are called off', async (quantity, expected) => {
    await recordBy('oem', say('schedule-released', schedule()));
    await recordBy(
      's1',
      say('shipment-despatched', despatch({ lines: [{ line: 1, part: 'a', quantity, unit: 'H87' }] })),
    );
    expect(raises(await find('asn-against-call-off'))).toEqual(expected);
  });

  test('does not judge who is called off elsewhere', async () => {
    await recordBy('s1', say('shipment-despatched', despatch()));
    expect(await find('asn-against-call-off')).toEqual([]);
  });
});

test('over-delivery is more received than called off until now and for the days ahead', async () => {
  const quantities = [
    { from: '2026-03-04', quantity: 50, horizon: 'firm' as const },
    { from: '2026-03-20', quantity: 50, horizon: 'firm' as const },
  ];
  await recordBy('oem', say('schedule-released', schedule({ quantities })));
  await recordBy('s1', say('shipment-despatched', despatch()));
  await recordBy('oem', say('goods-received', receipt()));
  const now = '2026-03-04T06:00:00.000Z';
  expect(await find('over-delivery', { now })).toMatchObject([
    {
      difference: { observed: 60, expected: 50 },
      partner: 's1',
      hits: [{ raises: true }],
      told: [{ to: 's1', part: 'a' }],
    },
  ]);
  expect(await find('over-delivery', { now: '2026-03-16T06:00:00.000Z' })).toEqual([]);
});

describe('stock against cumulative', () => {
  test('is a count that finds something else than the movements add up to', async () => {
    await recordBy('oem', say('stock-counted', count({ quantity: 100 })));
    expect(await find('stock-against-cumulative')).toEqual([]);
    await recordBy('oem', say('stock-counted', count({ quantity: 99, countedAt: '2026-03-02T07:00:00.000Z' })));
    expect(raises(await find('stock-against-cumulative'))).toEqual([false]);
    await recordBy('oem', say('stock-counted', count({ quantity: 90, countedAt: '2026-03-02T08:00:00.000Z' })));
    expect(await find('stock-against-cumulative')).toMatchObject([
      { difference: { observed: 90, expected: 99 }, hits: [{ raises: true }] },
    ]);
    await recordBy('oem', say('stock-counted', count({ quantity: 90, countedAt: '2026-03-02T09:00:00.000Z' })));
    expect(await find('stock-against-cumulative')).toEqual([]);
  });

  test('is a cumulative that both sides count apart, receipts since the statement allowed for', async () => {
    const says = (received: number, release: string, releasedOn: string) =>
      recordBy('oem', say('schedule-released', schedule({ release, releasedOn, cumulative: { received } })));
    await says(1000, 'R1', '2026-03-02');
    await recordBy('s1', say('shipment-despatched', despatch()));
    await recordBy('oem', say('goods-received', receipt()));
    expect(await find('stock-against-cumulative')).toEqual([]);
    await says(1040, 'R2', '2026-03-04');
    expect(await find('stock-against-cumulative')).toMatchObject([
      { partner: 's1', difference: { observed: 1060, expected: 1040 }, hits: [{ raises: true }] },
    ]);
    await says(1060, 'R3', '2026-03-05');
    expect(await find('stock-against-cumulative')).toEqual([]);
  });
});

describe('temperature', () => {
  beforeEach(async () => {
    await recordBy(
      'oem',
      say('part-registered', {
        part: 'a',
        owner: 'oem',
        number: 'A 100',
        unit: 'H87',
        temperature: { lowestC: 2, highestC: 8 },
      }),
    );
    await recordBy(
      's1',
      say('shipment-despatched', despatch({ carrier: 'c1' })),
      say('consignment-handed-over', consignment()),
    );
  });

  test('is what a sensor measured outside the limits of a part, told to supplier and carrier without the part', async () => {
    await recordBy('c1', say('telemetry-digested', digest('2026-03-02T09:00:00.000Z', 7.9)));
    expect(await find('temperature')).toEqual([]);
    await recordBy('c1', say('telemetry-digested', digest('2026-03-02T10:00:00.000Z', 11.2)));
    const [found] = await find('temperature');
    expect(found).toMatchObject({
      difference: { observed: 12, expected: 8, unit: 'CEL' },
      hits: [{ site: 'plant', part: 'a' }],
    });
    expect(found!.told!.map(({ to, part }) => [to, part])).toEqual([
      ['s1', undefined],
      ['c1', undefined],
    ]);
  });

  test('does not go by cooling down again, but with the receipt', async () => {
    await recordBy('c1', say('telemetry-digested', digest('2026-03-02T10:00:00.000Z', 11.2)));
    await recordBy('c1', say('telemetry-digested', digest('2026-03-02T11:00:00.000Z', 5, 1)));
    expect((await find('temperature'))[0]!.difference).toMatchObject({ observed: 12 });
    await recordBy('oem', say('goods-received', receipt()));
    expect(await find('temperature')).toEqual([]);
  });

  test('heeds the limits of the shipment too, the tighter one', async () => {
    await recordBy('s1', say('shipment-despatched', despatch({ carrier: 'c1', temperature: { highestC: 6 } })));
    await recordBy('c1', say('telemetry-digested', digest('2026-03-02T09:00:00.000Z', 7)));
    expect((await find('temperature'))[0]!.difference).toMatchObject({ observed: 7, expected: 6 });
  });
});

test('a silent tracker is one that was heard and is not, kept between its limits, until it speaks or arrives', async () => {
  await recordBy(
    's1',
    say('shipment-despatched', despatch({ carrier: 'c1' })),
    say('consignment-handed-over', consignment()),
  );
  const silent = (now: string) => find('silent-tracker', { now });
  expect(await silent('2026-03-03T08:00:00.000Z')).toEqual([]);
  await recordBy('c1', say('telemetry-digested', digest('2026-03-02T10:00:00.000Z', 5)));
  expect(await silent('2026-03-02T10:59:00.000Z')).toEqual([]);
  expect(raises(await silent('2026-03-02T11:00:00.000Z'))).toEqual([false]);
  expect(await silent('2026-03-02T12:00:00.000Z')).toMatchObject([
    { partner: 'c1', difference: { since: '2026-03-02T10:00:00.000Z', unit: 'HUR' }, hits: [{ raises: true }] },
  ]);
  await recordBy('c1', say('telemetry-digested', digest('2026-03-02T11:50:00.000Z', 5)));
  expect(await silent('2026-03-02T12:00:00.000Z')).toEqual([]);
  const at = '2026-03-02T14:00:00.000Z';
  const position = { longitude: 12, latitude: 51 };
  const passage = {
    shipment: 'shp-1',
    supplier: 's1',
    customer: 'oem',
    carrier: 'c1',
    site: 'plant',
    passage: 'arrived' as const,
  };
  expect(await silent('2026-03-02T15:00:00.000Z')).toHaveLength(1);
  await recordBy('c1', say('geofence-crossed', { ...passage, at, position }));
  expect(await silent('2026-03-02T15:00:00.000Z')).toEqual([]);
});

test('stale data is a partner’s stock that nobody has counted or moved for a week, where it lets its stock be seen', async () => {
  await recordBy('s1', say('stock-counted', count({ owner: 's1', site: 's1-works' })));
  const now = '2026-03-09T06:00:00.000Z';
  expect(await find('stale-data', { now })).toEqual([]);
  const step = { agreement: 'stock', proposer: 's1', counterparty: 'oem' };
  const terms = [{ kind: 'stock' as const, giver: 's1', depth: 'exact' as const }];
  await recordBy('s1', say('agreement-proposed', { ...step, title: 'Stock', terms, coversFrom: '2026-01-01' }));
  await recordBy('oem', say('agreement-accepted', { ...step, by: 'oem' }));
  expect(raises(await find('stale-data', { now: '2026-03-08T07:00:00.000Z' }))).toEqual([false]);
  expect(await find('stale-data', { now })).toMatchObject([
    {
      partner: 's1',
      difference: { since: '2026-03-02T06:00:00.000Z', unit: 'DAY' },
      hits: [{ site: 's1-works', part: 'a', raises: true }],
      told: [{ to: 's1' }],
    },
  ]);
  await recordBy(
    's1',
    say('stock-counted', count({ owner: 's1', site: 's1-works', countedAt: '2026-03-09T05:00:00.000Z' })),
  );
  expect(await find('stale-data', { now })).toEqual([]);
});

test('excess is stock that covers more than forty days, kept down to thirty', async () => {
  const days = Array.from({ length: 56 }, (_, ahead) =>
    new Date(Date.parse('2026-03-02') + ahead * 86_400_000).toISOString().slice(0, 10),
  );
  const plan = { owner: 'oem', site: 'plant', part: 'a', unit: 'H87', from: days[0]!, to: days.at(-1)! };
  await recordBy(
    'oem',
    say('requirement-planned', { ...plan, quantities: days.map((day) => ({ day, quantity: 10 })) }),
  );
  const reach = async (quantity: number, hour: string) => {
    await recordBy('oem', say('stock-counted', count({ quantity, countedAt: `2026-03-02T${hour}:00:00.000Z` })));
    return raises(await find('excess'));
  };
  expect(await reach(300, '06')).toEqual([]);
  expect(await reach(350, '07')).toEqual([false]);
  expect(await reach(420, '08')).toEqual([true]);
  expect((await find('excess'))[0]!.difference).toEqual({ observed: 41, expected: 30, unit: 'DAY' });
});

test('no excess is seen where the plan ends before the reach', async () => {
  const plan = { owner: 'oem', site: 'plant', part: 'a', unit: 'H87', from: '2026-03-02', to: '2026-03-06' };
  await recordBy('oem', say('requirement-planned', { ...plan, quantities: [{ day: '2026-03-03', quantity: 1 }] }));
  await recordBy('oem', say('stock-counted', count({ quantity: 1000 })));
  expect(await find('excess')).toEqual([]);
});

test('what only keeps is raised by nobody, and kept in what is open', () => {
  const deviation: Deviation = {
    kind: 'excess',
    key: ['plant', 'a'],
    hits: [{ site: 'plant', part: 'a', unit: 'H87', raises: false }],
  };
  const known = { lights: [], told: [], costs: [] };
  expect(raiseFindings([deviation], { ...known, open: [] })).toEqual([]);
  const [raised] = raiseFindings([{ ...deviation, hits: [{ ...deviation.hits[0]!, raises: true }] }], {
    ...known,
    open: [],
  });
  expect(raiseFindings([deviation], { ...known, open: [raised as never] })).toHaveLength(1);
});

test('a replay of the ledger gives the same rows', async () => {
  await recordBy(
    's1',
    say('shipment-despatched', despatch({ carrier: 'c1' })),
    say('consignment-handed-over', consignment()),
  );
  await recordBy('c1', say('telemetry-digested', digest('2026-03-02T10:00:00.000Z', 11.2)));
  await recordBy('c1', say('telemetry-digested', digest('2026-03-02T09:00:00.000Z', 3, 1)));
  await recordBy(
    'oem',
    say('stock-counted', count()),
    say('stock-counted', count({ quantity: 90, countedAt: '2026-03-02T08:00:00.000Z' })),
  );
  const before = await readEverything(world.db);
  expect(JSON.parse(String(before.consignment_reading![0]))).toMatchObject({ lowest: 1, highest: 11.2, latest: 11.2 });
  await rebuild(world.db, PROJECTIONS);
  expect(await readEverything(world.db)).toEqual(before);
});
