import { itemStockOf, readAspect, stockCounts, writeAspect } from '@intakt/catena-x';

const read = readAspect('ItemStock', {
  materialGlobalAssetId: 'urn:uuid:48878d48-6f1d-47f5-8ded-a441d0d879df',
  direction: 'INBOUND',
  positions: [
    {
      allocatedStocks: [
        {
          quantityOnAllocatedStock: { value: 20, unit: 'unit:piece' },
          stockLocationBPNS: 'BPNS4444444444XX',
          stockLocationBPNA: 'BPNA4444444444XX',
          isBlocked: false,
          lastUpdatedOnDateTime: '2026-03-02T14:23:00+01:00',
        },
      ],
    },
  ],
});
if (!read.ok) throw new Error(read.errors[0]?.message);

console.log(read.warnings[0]?.message);
// /positions/0/allocatedStocks/0/stockLocationBPNS holds "BPNS4444444444XX"; expected BPNS44444444443A.

const { events } = stockCounts(read.aspect, { owner: 'oem', part: 'mirror', siteOf: () => 'plant' });
const [count] = events.map(({ data }) => data);
console.log(count?.site, count?.status, count?.quantity, count?.unit, count?.countedAt);
// plant available 20 H87 2026-03-02T13:23:00.000Z

const { aspect } = itemStockOf(count ? [count] : [], {
  asset: read.aspect.materialGlobalAssetId,
  direction: 'INBOUND',
  placeOf: () => ({ bpns: 'BPNS4444444444XX', bpna: 'BPNA4444444444XX' }),
});
const written = writeAspect('ItemStock', aspect);
console.log(written.ok && JSON.stringify(written.payload).slice(0, 72));
// {"materialGlobalAssetId":"urn:uuid:48878d48-6f1d-47f5-8ded-a441d0d879df"

const wrong = readAspect('DaysOfSupply', { direction: 'UP', allocatedDaysOfSupply: [] });
console.log(wrong.ok ? '' : wrong.errors.map(({ path }) => path).join(' '));
// /materialGlobalAssetId /direction
