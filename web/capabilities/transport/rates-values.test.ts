import { expect, test } from 'vitest';
import { statedOf, valuesOf, withColumn, withoutColumn, withoutRow, withRow, wrongIn } from './rates-values.ts';
import type { Rates } from './season-queries.ts';

const GROUPAGE: Rates = {
  ...{ carrier: 'c1', tariff: 't', customer: 'oem', kind: 'groupage', name: 'Area south', currency: 'EUR' },
  ...{ validFrom: '2026-01-01', validTo: '2026-12-31', confirmed: true },
  terms: {
    ...{ hub: 'hub', fromKg: [0, 500], upToKm: [100, 300], minimum: 40, mostKg: 3000 },
    per100Kg: [
      [12, 18],
      [9, 14],
    ],
    ...{ kgPerCubicMeter: 250, kgPerLoadingMeter: 1000, kgPerPalletPlace: 330, emptiesPercent: 30, transitDays: 1 },
  },
};

test('rates are stated again as they were read', () => {
  const { carrier: _carrier, customer: _customer, tariff: _tariff, kind, confirmed: _said, terms, ...head } = GROUPAGE;
  expect(statedOf(kind, valuesOf(kind, GROUPAGE, true))).toEqual({ ...head, ...terms });
  const ofTrucks: Rates = { ...GROUPAGE, kind: 'tour', validTo: null, terms: { vehicleType: 'lorry', perKm: 2 } };
  expect(statedOf('tour', valuesOf('tour', ofTrucks, true))).toMatchObject({ vehicleType: 'lorry', perKm: 2 });
});

test('the partner is the customer for a carrier, and the carrier for a customer', () => {
  expect(valuesOf('groupage', GROUPAGE, true).partner).toBe('oem');
  expect(valuesOf('groupage', GROUPAGE, false).partner).toBe('c1');
});

const values = valuesOf('groupage', GROUPAGE, true);
test.each([
  ['nothing', values, {}],
  ['an end before the begin', { ...values, validTo: '2025-12-31' }, { validTo: 'freight.wrongPeriod' }],
  ['no currency', { ...values, currency: 'Euro' }, { currency: 'freight.wrongCurrency' }],
  [
    'an amount that is missing',
    { ...values, amounts: { ...values.amounts, minimum: '' } },
    { 'amounts.minimum': 'error.required' },
  ],
  ['no cross-dock', { ...values, hub: null }, { hub: 'error.required' }],
  [
    'weight classes that do not ascend',
    { ...values, grid: { ...values.grid, fromKg: [0, 0] } },
    { grid: 'freight.wrongClasses' },
  ],
  [
    'weight classes that begin above 0',
    { ...values, grid: { ...values.grid, fromKg: [100, 500] } },
    { grid: 'freight.wrongClasses' },
  ],
  [
    'a price that is missing',
    {
      ...values,
      grid: {
        ...values.grid,
        per100Kg: [
          [12, ''],
          [9, 14],
        ],
      },
    },
    { grid: 'freight.wrongPrices' },
  ],
] as const)('the form names %s', (_, given, wrong) => {
  expect(wrongIn('groupage', given as typeof values)).toEqual(wrong);
});

test('a weight class and a band are added with the prices beside them, and taken away again', () => {
  const larger = withColumn(withRow(values.grid));
  expect(larger.fromKg).toEqual([0, 500, 600]);
  expect(larger.upToKm).toEqual([100, 300, 400]);
  expect(larger.per100Kg).toEqual([
    [12, 18, 18],
    [9, 14, 14],
    [9, 14, 14],
  ]);
  expect(withoutColumn(withoutRow(larger, 2), 2)).toEqual(values.grid);
});
