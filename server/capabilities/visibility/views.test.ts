import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { record } from '../../record/testing.ts';
import { count, despatch, say, schedule } from '../../record/tiny-world.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  const { from, to, despatchedAt, expectedAt } = despatch();
  await record(
    doors.world,
    's1',
    say('shipment-despatched', despatch({ carrier: 'c1', units: [{ unit: 'U1', line: 1, quantity: 60 }] })),
    say('consignment-handed-over', {
      shipment: 'shp-1',
      supplier: 's1',
      customer: 'oem',
      carrier: 'c1',
      from,
      to,
      collectAt: despatchedAt,
      expectedAt,
    }),
  );
  await record(doors.world, 'oem', say('stock-counted', count()), say('schedule-released', schedule()));
}, 120_000);
afterAll(() => doors?.close());

const views = async (who: string, path: string) => (await doors.ask(who, { url: `/api/views/${path}` })).body;
/** Per facet what each column's organisation sees. */
const table = ({ columns, facets }: Awaited<ReturnType<typeof views>>) =>
  Object.fromEntries(
    facets.map(({ facet, cells }: { facet: string; cells: string[] }) => [
      facet,
      Object.fromEntries(cells.map((cell, i) => [columns[i].organisation, cell])),
    ]),
  );
const accept = async (agreement: string, kind: 'stock' | 'shipment', giver: string, viewer: string) => {
  const step = { agreement, proposer: giver, counterparty: viewer };
  const terms = [{ kind, giver, depth: 'exact' as const }];
  await record(
    doors.world,
    giver,
    say('agreement-proposed', { ...step, title: agreement, terms, coversFrom: '2026-01-01' }),
  );
  await record(doors.world, viewer, say('agreement-accepted', { ...step, by: viewer }));
};

describe('the views of a shipment', () => {
  test('are the same for both who trade, and the carrier has its part of it', async () => {
    for (const who of ['s1', 'oem']) {
      const seen = table(await views(who, 'shipments/shp-1'));
      expect(seen.lines).toEqual({ s1: 'same', oem: 'same', c1: 'not-shared' });
      expect(seen.consignment).toEqual({ s1: 'same', oem: 'same', c1: 'same' });
    }
  });

  test('tell the carrier nothing of what it does not see itself', async () => {
    const answer = await views('c1', 'shipments/shp-1');
    expect(table(answer).lines).toEqual({ c1: 'nothing', s1: 'unknown', oem: 'unknown' });
    expect(answer.facets.find(({ facet }: { facet: string }) => facet === 'lines')).toMatchObject({
      count: 0,
      quantity: null,
    });
  });

  test('show the supplier to whom it shows it, and nobody else that', async () => {
    await accept('see-shipments', 'shipment', 's1', 's3');
    expect(table(await views('s1', 'shipments/shp-1')).lines).toMatchObject({ s3: 'same' });
    expect(table(await views('oem', 'shipments/shp-1')).lines).not.toHaveProperty('s3');
    expect((await views('s3', 'shipments/shp-1')).columns).toEqual([{ organisation: 's3', why: 'self' }]);
    expect((await views('s2', 'shipments/shp-1')).code).toBe('NOT_FOUND');
  });
});

describe('the views of a part at a site', () => {
  test('show its owner what each supplier sees by message and by agreement', async () => {
    expect(table(await views('oem', 'nodes/plant/a'))).toMatchObject({
      stock: { oem: 'same', s1: 'not-shared' },
      schedule: { oem: 'same', s1: 'same' },
    });
    await accept('see-stock', 'stock', 'oem', 's1');
    const answer = await views('oem', 'nodes/plant/a');
    expect(table(answer).stock).toEqual({ oem: 'same', s1: 'same' });
    expect(answer.facets[0]).toMatchObject({ facet: 'stock', count: 1, quantity: 100 });
  });

  test('show a partner its own column and the owner’s', async () => {
    const answer = await views('s1', 'nodes/plant/a');
    expect(answer.columns).toEqual([
      { organisation: 's1', why: 'self' },
      { organisation: 'oem', why: 'owner' },
    ]);
    expect(table(answer)).toMatchObject({
      stock: { s1: 'same', oem: 'same' },
      plan: { s1: 'nothing', oem: 'unknown' },
    });
  });
});
