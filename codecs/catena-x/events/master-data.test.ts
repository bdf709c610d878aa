import { expect, test } from 'vitest';
import { billOfMaterial, bomAsPlannedOf, daysOfSupplyOf, partOf, partTypeOf } from '../index.ts';

test('a part goes out and comes back the same', () => {
  const part = { part: 'mirror', owner: 'acme', number: '123-0.740-3434-A', description: 'Mirror left', unit: 'H87' };
  expect(partOf(partTypeOf(part, 'asset'), part)).toEqual(part);
});

test('a bill of material goes out and comes back the same; a child that nobody knows is named', () => {
  const components = [
    { part: 'glass', quantity: 1, unit: 'H87' },
    { part: 'screw', quantity: 4, unit: 'H87', validFrom: '2026-01-01', validTo: '2026-12-31' },
  ];
  const bill = { owner: 'acme', parent: 'mirror', components };
  const { aspect, problems } = bomAsPlannedOf(
    { ...bill, components: [...components, { part: 'dust', quantity: 1, unit: 'H87' }] },
    {
      asset: 'asset-mirror',
      createdOn: '2026-01-01T00:00:00.000Z',
      childOf: (part) => (part === 'dust' ? undefined : { asset: `asset-${part}`, supplier: 'BPNL00000003CRHK' }),
    },
  );
  expect(problems).toMatchObject([{ value: 'dust' }]);
  const partOfAsset = (asset: string) => asset.replace('asset-', '');
  expect(billOfMaterial(aspect, { ...bill, partOf: partOfAsset })).toEqual({ bill, problems: [] });
  const unknown = billOfMaterial(aspect, { ...bill, partOf: () => undefined });
  expect(unknown.problems.map(({ path }) => path)).toEqual([
    '/childItems/0/globalAssetId',
    '/childItems/1/globalAssetId',
  ]);
});

test('a projection goes out as days of supply of its site', () => {
  const projection = {
    owner: 'oem',
    site: 'plant',
    part: 'mirror',
    asOf: '2026-03-02',
    onHand: 5,
    inTransit: 0,
    daysOfSupply: 3.5,
    light: 'amber' as const,
  };
  const names = { asset: 'asset', direction: 'INBOUND' as const, updatedAt: '2026-03-02T10:00:00.000Z' };
  const placeOf = () => ({ bpns: 'BPNS00000003CSGV', bpna: 'BPNA00000003CTG6' });
  expect(daysOfSupplyOf([projection], { ...names, placeOf }).aspect.allocatedDaysOfSupply).toMatchObject([
    { amountOfAllocatedDaysOfSupply: [{ date: '2026-03-02T00:00:00.000Z', daysOfSupply: 3.5 }] },
  ]);
  expect(
    daysOfSupplyOf([projection], { ...names, placeOf: () => ({ bpns: 'BPNS00000003CSGV' }) }).problems,
  ).toMatchObject([{ code: 'PLACE_UNKNOWN', expected: 'a site with BPNS and BPNA' }]);
});
