import { expect, test } from 'vitest';
import type { ItemStock } from '../index.ts';
import { itemStockOf, stockCounts } from '../index.ts';

const SITES: Record<string, string> = { BPNS00000003CSGV: 'plant', BPNS00000003CTG6: 'warehouse' };
const names = { owner: 'oem', part: 'mirror', siteOf: (bpns: string) => SITES[bpns] };

const lot = (value: number, unit: string, more: { bpns?: string; blocked?: boolean; at?: string } = {}) => ({
  quantityOnAllocatedStock: { value, unit },
  stockLocationBPNS: more.bpns ?? 'BPNS00000003CSGV',
  stockLocationBPNA: 'BPNA00000003CTG6',
  isBlocked: more.blocked ?? false,
  lastUpdatedOnDateTime: more.at ?? '2026-03-02T10:00:00.000Z',
});

const stock = (...allocatedStocks: ReturnType<typeof lot>[]): ItemStock => ({
  materialGlobalAssetId: 'asset',
  direction: 'INBOUND',
  positions: allocatedStocks.map((allocated) => ({ allocatedStocks: [allocated] })),
});

test('stock of a site is counted over all its orders, blocked stock apart, and is as old as its latest part', () => {
  const aspect = stock(
    lot(2, 'KGM'),
    lot(500, 'GRM', { at: '2026-03-03T10:00:00.000Z' }),
    lot(1, 'KGM', { blocked: true }),
    lot(7, 'H87', { bpns: 'BPNS00000003CTG6' }),
  );
  const { events, problems } = stockCounts(aspect, names);
  expect(problems).toEqual([]);
  expect(
    events.map(({ data }) => `${data.site} ${data.status} ${data.quantity} ${data.unit} ${data.countedAt}`),
  ).toEqual([
    'plant available 2.5 KGM 2026-03-03T10:00:00.000Z',
    'plant blocked 1 KGM 2026-03-02T10:00:00.000Z',
    'warehouse available 7 H87 2026-03-02T10:00:00.000Z',
  ]);
});

test('an unknown place and units that do not add up are named, the rest is counted', () => {
  const aspect = stock(lot(2, 'KGM'), lot(1, 'H87'), lot(3, 'H87', { bpns: 'BPNS000000000000' }));
  expect(stockCounts(aspect, names)).toMatchObject({
    events: [],
    problems: [{ code: 'PLACE_UNKNOWN', path: '/positions/2/allocatedStocks/0' }, { code: 'UNIT_UNKNOWN' }],
  });
});

test('counted stock goes out and comes back the same, except that waiting for a quality decision is blocked', () => {
  const countedAt = '2026-03-02T10:00:00.000Z';
  const base = { owner: 'oem', part: 'mirror', unit: 'H87', countedAt };
  const counts = [
    { ...base, site: 'plant', status: 'available' as const, quantity: 5 },
    { ...base, site: 'warehouse', status: 'in-quality' as const, quantity: 2 },
    { ...base, site: 'nowhere', status: 'available' as const, quantity: 9 },
  ];
  const placeOf = (site: string) => {
    const [bpns] = Object.entries(SITES).find(([, known]) => known === site) ?? [];
    return bpns ? { bpns, bpna: 'BPNA00000003CTG6' } : undefined;
  };
  const { aspect, problems } = itemStockOf(counts, { asset: 'asset', direction: 'OUTBOUND', placeOf });
  expect(problems).toMatchObject([{ code: 'PLACE_UNKNOWN', value: 'nowhere' }]);
  expect(stockCounts(aspect, names).events.map(({ data }) => data)).toEqual([
    counts[0],
    { ...counts[1], status: 'blocked' },
  ]);
});
