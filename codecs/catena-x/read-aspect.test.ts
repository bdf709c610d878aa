import { describe, expect, test } from 'vitest';
import { type AspectName, aspectNameOf, readAspect, writeAspect } from './index.ts';

const ASSET = '48878d48-6f1d-47f5-8ded-a441d0d879df';

const stock = (changes: object = {}) => ({
  materialGlobalAssetId: `urn:uuid:${ASSET}`,
  direction: 'INBOUND',
  positions: [
    {
      allocatedStocks: [
        {
          quantityOnAllocatedStock: { value: 20, unit: 'unit:piece' },
          stockLocationBPNS: 'BPNS00000003CSGV',
          stockLocationBPNA: 'BPNA00000003CTG6',
          isBlocked: false,
          lastUpdatedOnDateTime: '2026-03-02T14:23:00.123456+14:00',
          ...changes,
        },
      ],
    },
  ],
});

test('what is read stands in the forms of the contract', () => {
  const read = readAspect('ItemStock', stock({ stockLocationBPNS: 'BPNS00000003csGV' }));
  expect(read).toMatchObject({
    ok: true,
    aspect: {
      materialGlobalAssetId: ASSET,
      positions: [
        {
          allocatedStocks: [
            {
              quantityOnAllocatedStock: { value: 20, unit: 'H87' },
              stockLocationBPNS: 'BPNS00000003CSGV',
              lastUpdatedOnDateTime: '2026-03-02T00:23:00.123Z',
            },
          ],
        },
      ],
    },
  });
});

test('every mistake of a payload is named with its place, not only the first', () => {
  const { direction: _, ...payload } = stock({ isBlocked: 'no', quantityOnAllocatedStock: { value: 20, unit: 'PCE' } });
  const read = readAspect('ItemStock', payload);
  expect(read.ok ? [] : read.errors.map(({ path, code }) => `${code} ${path}`)).toEqual([
    'MEMBER_MISSING /direction',
    'VALUE_INVALID /positions/0/allocatedStocks/0/quantityOnAllocatedStock/unit',
    'VALUE_INVALID /positions/0/allocatedStocks/0/isBlocked',
  ]);
});

test.each([
  ['wrong check characters', { stockLocationBPNS: 'BPNS4444444444XX' }, 'VALUE_INVALID', 'BPNS44444444443A'],
  ['no time zone', { lastUpdatedOnDateTime: '2026-03-02T14:23:00' }, 'VALUE_INVALID', 'a time zone; read as UTC'],
  ['a member of their own', { colour: 'red' }, 'MEMBER_UNKNOWN', 'only quantityOnAllocatedStock'],
])('%s is a warning and blocks nothing', (_, changes, code, expected) => {
  const { ok, warnings } = readAspect('ItemStock', stock(changes));
  expect({ ok, warnings }).toMatchObject({
    ok: true,
    warnings: [{ code, expected: expect.stringContaining(expected) }],
  });
});

test.each([
  ['2026-02-30T10:00:00Z', false],
  ['2026-02-28T25:00:00Z', false],
  ['2026-02-28T10:00:00+14:30', false],
  ['2026-02-28', false],
  ['2026-02-28T24:00:00Z', '2026-03-01T00:00:00.000Z'],
  ['2026-02-28T10:00:00-05:30', '2026-02-28T15:30:00.000Z'],
  ['2026-02-28T10:00:00.5-14:00', '2026-03-01T00:00:00.500Z'],
])('the timestamp %s means %s', (text, instant) => {
  const read = readAspect('ItemStock', stock({ lastUpdatedOnDateTime: text }));
  const found = read.ok && read.aspect.positions[0]?.allocatedStocks[0]?.lastUpdatedOnDateTime;
  expect(found).toBe(instant);
});

describe('what the standards say beyond the schemas is a warning', () => {
  const delivery = (...events: [string, string][]) => ({
    materialGlobalAssetId: ASSET,
    positions: [
      {
        deliveries: [
          {
            deliveryQuantity: { value: 1, unit: 'unit:piece' },
            lastUpdatedOnDateTime: '2026-03-02T10:00:00Z',
            transitEvents: events.map(([eventType, day]) => ({ eventType, dateTimeOfEvent: `${day}T10:00:00Z` })),
            transitLocations: {
              origin: { bpnsProperty: 'BPNS00000003CSGV' },
              destination: { bpnsProperty: 'BPNS00000003CSGV' },
            },
          },
        ],
      },
    ],
  });

  test.each([
    [
      [
        ['actual-departure', '2026-03-02'],
        ['estimated-departure', '2026-03-02'],
      ],
      'one departure and one arrival',
    ],
    [
      [
        ['estimated-departure', '2026-03-02'],
        ['actual-arrival', '2026-03-03'],
      ],
      'an actual departure before',
    ],
    [
      [
        ['actual-departure', '2026-03-05'],
        ['estimated-arrival', '2026-03-03'],
      ],
      'an arrival after the departure',
    ],
  ] as [[string, string][], string][])('transit %j', (events, expected) => {
    const { warnings } = readAspect('DeliveryInformation', delivery(...events));
    const rules = warnings.filter(({ code }) => code === 'RULE_BROKEN');
    expect(rules).toMatchObject([{ expected: expect.stringContaining(expected) }]);
  });

  test('a week that is not named by its Monday, a unit that is said to be left out, and a capacity beyond the most', () => {
    const { ok, warnings } = readAspect('WeekBasedCapacityGroup', {
      capacityGroupId: ASSET,
      name: 'presses',
      customer: 'BPNL00000003CRHK',
      supplier: 'BPNL00000003CRHK',
      changedAt: '2026-03-02T10:00:00Z',
      unitOfMeasure: 'unit:piece',
      unitOfMeasureIsOmitted: true,
      capacityGroupIsInactive: false,
      capacities: [{ pointInTime: '2026-03-03', actualCapacity: 5, maximumCapacity: 4 }],
    });
    expect(ok).toBe(true);
    expect(warnings.map(({ path }) => path)).toEqual([
      '/unitOfMeasureIsOmitted',
      '/capacities/0/pointInTime',
      '/capacities/0/maximumCapacity',
    ]);
  });
});

test('a unit that Catena-X has no word for is refused when writing, never replaced', () => {
  const written = writeAspect('SingleLevelBomAsPlanned', {
    globalAssetId: ASSET,
    childItems: [
      {
        globalAssetId: ASSET,
        quantity: { value: 1, unit: 'RO' },
        businessPartner: 'BPNL00000003CRHK',
        createdOn: '2026-03-02T10:00:00.000Z',
      },
    ],
  });
  expect(written).toMatchObject({ ok: false, errors: [{ code: 'UNIT_UNKNOWN', path: '/childItems/0/quantity/unit' }] });
});

test('the same item twice is refused whatever the order of its members', () => {
  const request = { weekBasedMaterialDemand: [{ materialDemandId: ASSET }, { materialDemandId: ASSET }] };
  expect(readAspect('IdBasedRequestForUpdate', request)).toMatchObject({
    ok: false,
    errors: [{ code: 'ITEM_REPEATED', path: '/weekBasedMaterialDemand/1' }],
  });
});

test.each([[undefined], [null], ['text'], [42], [[]], [nested(20_000)], [{ positions: [nested(20_000)] }]])(
  'whatever comes instead of a payload is an answer',
  (payload) => {
    expect(readAspect('ItemStock', payload).ok).toBe(false);
  },
);

test('an aspect is found by its semantic id, whatever the version, and another name is an answer', () => {
  expect(aspectNameOf('urn:samm:io.catenax.item_stock:2.0.0#ItemStock')).toBe('ItemStock');
  expect(aspectNameOf('DaysOfSupply')).toBe('DaysOfSupply');
  expect(aspectNameOf('urn:samm:io.catenax.pcf:9.0.0#Pcf')).toBeUndefined();
  expect(readAspect('toString' as AspectName, {})).toMatchObject({ ok: false, errors: [{ code: 'ASPECT_UNKNOWN' }] });
});

function nested(levels: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}
