import { expect, test } from 'vitest';
import { materialDemandOf, plannedProductionOf, productionPlans, requirementPlans } from '../index.ts';

const updatedAt = '2026-03-01T06:00:00.000Z';
const names = {
  owner: 'oem',
  part: 'mirror',
  siteOf: (bpns: string) => (bpns === 'BPNS00000003CSGV' ? 'plant' : undefined),
};
const back = { asset: 'asset', updatedAt, placeOf: () => ({ bpns: 'BPNS00000003CSGV' }) };

const output = (value: number, at: string, bpns = 'BPNS00000003CSGV') => ({
  plannedProductionQuantity: { value, unit: 'H87' },
  productionSiteBpns: bpns,
  estimatedTimeOfCompletion: at,
  lastUpdatedOnDateTime: updatedAt,
});

test('output is planned per day of the sender’s own calendar, over all order positions', () => {
  const { events, problems } = productionPlans(
    {
      materialGlobalAssetId: 'asset',
      positions: [
        {
          allocatedPlannedProductionOutputs: [
            output(5, '2026-03-04T10:00:00Z'),
            output(1, '2026-03-02T23:30:00-05:00'),
          ],
        },
        { allocatedPlannedProductionOutputs: [output(3, '2026-03-04T16:00:00Z'), output(-1, '2026-03-04T16:00:00Z')] },
        { allocatedPlannedProductionOutputs: [output(9, '2026-03-04T16:00:00Z', 'BPNS000000000000')] },
      ],
    },
    names,
  );
  expect(events).toEqual([
    {
      type: 'production-planned',
      occurredAt: updatedAt,
      data: {
        owner: 'oem',
        site: 'plant',
        part: 'mirror',
        unit: 'H87',
        from: '2026-03-02',
        to: '2026-03-04',
        quantities: [
          { day: '2026-03-02', quantity: 1 },
          { day: '2026-03-04', quantity: 8 },
        ],
      },
    },
  ]);
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'VALUE_INVALID /positions/1/allocatedPlannedProductionOutputs/1',
    'PLACE_UNKNOWN /positions/2/allocatedPlannedProductionOutputs/0',
  ]);
});

test('demand is planned per day over all categories, in the unit of the first', () => {
  const series = (demandCategoryCode: '0001' | 'A1S1', value: number, unit: string) => ({
    customerLocationBpns: 'BPNS00000003CSGV',
    demandCategory: { demandCategoryCode },
    demands: [{ day: '2026-03-02', demand: { value, unit } }],
    lastUpdatedOnDateTime: updatedAt,
  });
  const demand = (unit: string) => ({
    materialGlobalAssetId: 'asset',
    demandSeries: [series('0001', 2, 'KGM'), series('A1S1', 500, unit)],
  });
  expect(requirementPlans(demand('GRM'), names).events[0]?.data).toMatchObject({
    unit: 'KGM',
    quantities: [{ quantity: 2.5 }],
  });
  expect(requirementPlans(demand('H87'), names)).toMatchObject({ events: [], problems: [{ code: 'UNIT_UNKNOWN' }] });
});

test('plans go out and come back the same', () => {
  const plan = {
    owner: 'oem',
    site: 'plant',
    part: 'mirror',
    unit: 'H87',
    from: '2026-03-02',
    to: '2026-03-05',
    quantities: [
      { day: '2026-03-02', quantity: 12.5 },
      { day: '2026-03-05', quantity: 0 },
    ],
  };
  expect(productionPlans(plannedProductionOf([plan], back).aspect, names).events[0]?.data).toEqual(plan);
  expect(requirementPlans(materialDemandOf([plan], back).aspect, names).events[0]?.data).toEqual(plan);
});

test('a plan of a site without number does not go out, and is named', () => {
  const plan = {
    owner: 'oem',
    site: 'plant',
    part: 'mirror',
    unit: 'H87',
    from: '2026-03-02',
    to: '2026-03-02',
    quantities: [],
  };
  const { aspect, problems } = materialDemandOf([plan], { ...back, placeOf: () => undefined });
  expect({ series: aspect.demandSeries, problems }).toMatchObject({
    series: [],
    problems: [{ code: 'PLACE_UNKNOWN', value: 'plant' }],
  });
});
