import { expect, test } from 'vitest';
import { capacityGroupOf, weekBasedCapacityGroupOf, weekBasedDemandOf, weeklySchedules } from '../index.ts';

const changedAt = '2026-03-01T06:00:00.000Z';
const BPNS = 'BPNS00000003CSGV';
const sides = { customer: 'oem', supplier: 's1' };
const names = {
  ...{ ...sides, part: 'mirror', unit: 'H87', group: 'press' },
  siteOf: (bpns: string) => (bpns === BPNS ? 'plant' : undefined),
  partOf: (number: string) => (number === 'M 1' ? 'mirror' : undefined),
};
const back = {
  ...{ id: '48878d48-6f1d-47f5-8ded-a441d0d879df', customer: 'BPNL0000000OEM00', supplier: 'BPNL000000SUPP00' },
  ...{ changedAt, asset: '48878d48-6f1d-47f5-8ded-a441d0d879de', number: 'M 1', description: 'Mirror' },
  placeOf: (site: string) => (site === 'plant' ? { bpns: BPNS } : undefined),
  placesOf: () => ['plant'],
  numberOf: () => 'M 1',
};
const weeks = [
  { week: '2026-03-02', quantity: 120 },
  { week: '2026-03-09', quantity: 0 },
];
const demand = weekBasedDemandOf([{ site: 'plant', unit: 'H87', weeks }], back).aspect;

test('the weeks of a call-off go out by their Mondays and come back as a forecast from Monday to Sunday', () => {
  const { events, problems } = weeklySchedules(demand, names);
  expect(problems).toEqual([]);
  expect(events).toMatchObject([
    {
      type: 'schedule-released',
      data: {
        ...{ ...sides, part: 'mirror', shipTo: 'plant', releasedOn: '2026-03-01', kind: 'delivery-forecast' },
        quantities: [
          { from: '2026-03-02', to: '2026-03-08', quantity: 120, horizon: 'forecast' },
          { from: '2026-03-09', to: '2026-03-15', quantity: 0, horizon: 'forecast' },
        ],
      },
    },
  ]);
});

test('series of several categories for one site add up; a day that is no Monday and an unknown site are named', () => {
  const [series] = demand.demandSeries;
  const twice = {
    ...demand,
    demandSeries: [series!, { ...series!, demandCategory: { demandCategoryCode: 'A1S1' as const } }],
  };
  expect(weeklySchedules(twice, names).events[0]!.data.quantities.map(({ quantity }) => quantity)).toEqual([240, 0]);
  const odd = { ...series!, demands: [{ pointInTime: '2026-03-03', demand: 1 }] };
  const unknown = { ...series!, customerLocation: 'BPNS000000000000' };
  const { events, problems } = weeklySchedules({ ...demand, demandSeries: [odd, unknown] }, names);
  expect(events).toEqual([]);
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'VALUE_INVALID /demandSeries/0/demands/0/pointInTime',
    'PLACE_UNKNOWN /demandSeries/1',
  ]);
});

test('an inactive demand calls nothing off any more', () => {
  const [event] = weeklySchedules({ ...demand, materialDemandIsInactive: true }, names).events;
  expect(event!.data.quantities).toEqual([]);
});

const stated = {
  ...{ name: 'Press 4', unit: 'H87', site: 'plant', parts: [{ part: 'mirror', loadFactor: 1.5 }] },
  weeks: [{ week: '2026-03-02', actual: 100, agreed: 110, maximum: 140, deltaProduction: -5 }],
};

test('a capacity group goes out and comes back the same', () => {
  const { aspect, problems } = weekBasedCapacityGroupOf(stated, back);
  expect(problems).toEqual([]);
  const [event] = capacityGroupOf(aspect, names).events;
  expect(event).toEqual({
    type: 'capacity-stated',
    occurredAt: changedAt,
    data: { owner: 's1', group: 'press', customer: 'oem', ...stated },
  });
});

test('a group that is inactive is withdrawn; one that links no known part, or one part twice unlike, is not taken', () => {
  const { aspect } = weekBasedCapacityGroupOf(stated, back);
  expect(capacityGroupOf({ ...aspect, capacityGroupIsInactive: true }, names).events[0]!.type).toBe(
    'capacity-withdrawn',
  );
  const [link] = aspect.linkedDemandSeries!;
  const wrong = [{ ...link!, materialNumberCustomer: 'X' }, link!, { ...link!, loadFactor: 2 }];
  const { events, problems } = capacityGroupOf({ ...aspect, linkedDemandSeries: wrong }, names);
  expect(events).toEqual([]);
  expect(problems.map(({ path }) => path)).toEqual([
    '/linkedDemandSeries/0/materialNumberCustomer',
    '/linkedDemandSeries/2/loadFactor',
  ]);
});
