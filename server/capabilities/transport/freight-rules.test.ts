import { describe, expect, test } from 'vitest';
import { atAgreedPrices, checkInvoice, freightOf, ratesFor } from './freight-rules.ts';
import type { FullLoadRatesRow, TourRatesRow } from './price-store.ts';

const AGREED = { carrier: 'c1', customer: 'oem', name: 'Tours', currency: 'EUR', confirmed: true };
const TARIFF: TourRatesRow = {
  ...{ ...AGREED, kind: 'tour', tariff: 't', validFrom: '2026-01-01', validTo: null },
  terms: { perTour: 100, perKm: 1.25, perHour: 0, perStop: 20, minimum: 250, fuelSurchargePercent: 8 },
};
const FULL: FullLoadRatesRow = {
  ...{ ...AGREED, kind: 'full-load', tariff: 'full', validFrom: '2026-01-01', validTo: null },
  terms: {
    ...{ vehicleName: 'Lorry', massKg: 24_000, volumeCubicMeters: 90, loadingMeters: 13.6, palletPlaces: 34 },
    ...{ base: 120, perKm: 1.5, perStop: 60, minimum: 300, emptiesPercent: 60 },
    ...{ co2PerKmEmptyKg: 0.8, co2PerKmFullKg: 1.2 },
  },
};
const TOUR = { day: '2026-03-04', vehicleType: 'lorry', vehicleName: 'Lorry', distanceKm: 200, hours: 5, stops: 3 };

describe('freight', () => {
  test('adds up tour, kilometres and stops, with fuel on top', () => {
    const { lines, total } = freightOf(TARIFF, TOUR);
    expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['tour', 100],
      ['distance', 250],
      ['stops', 60],
      ['fuel', 32.8],
    ]);
    expect(total).toBe(442.8);
  });

  test('is the minimum at least', () => {
    const { lines, total } = freightOf(TARIFF, { ...TOUR, distanceKm: 10, stops: 1 });
    expect(lines.at(-1)).toMatchObject({ kind: 'minimum', amount: 106.9 });
    expect(total).toBe(250);
  });

  test.each([
    ['of the day', [{ ...TARIFF, tariff: 'old', validTo: '2026-02-01' }, TARIFF], 't'],
    [
      'for the truck before the general one',
      [TARIFF, { ...TARIFF, tariff: 'lorry', terms: { ...TARIFF.terms, vehicleType: 'lorry' } }],
      'lorry',
    ],
    ['for tours before the one for whole trucks', [FULL, TARIFF], 't'],
    ['for whole trucks where there is none for tours', [FULL, { ...TARIFF, validFrom: '2027-01-01' }], 'full'],
    ['that the carrier said itself', [{ ...TARIFF, tariff: 'reported', confirmed: false }, TARIFF], 't'],
    ['that came last', [TARIFF, { ...TARIFF, tariff: 'new', validFrom: '2026-03-01' }], 'new'],
  ])('follows the tariff %s', (_, tariffs, id) => {
    expect(ratesFor(tariffs, TOUR)?.tariff).toBe(id);
  });

  test('without a tariff of its day there is none', () => {
    expect(ratesFor([{ ...TARIFF, validFrom: '2026-04-01' }], TOUR)).toBeUndefined();
    expect(ratesFor([FULL], { ...TOUR, vehicleName: 'Van' })).toBeUndefined();
  });

  test('of a whole truck pays for the places that it calls at besides its first and its last', () => {
    const { lines, total } = freightOf(FULL, TOUR);
    expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['tour', 120],
      ['distance', 300],
      ['stops', 60],
    ]);
    expect(total).toBe(480);
  });

  test('is what a day is planned with, by its carrier’s word, fuel included', () => {
    const own = { costPerTour: 1, costPerKm: 1, costPerHour: 1, costPerStop: 1 };
    const lorry = { id: 'lorry', name: 'Lorry', carrier: 'c1', roundTrip: true, ...own };
    const priced = { costPerTour: 108, costPerKm: 1.35, costPerHour: 0 };
    const [agreed, others, round] = atAgreedPrices(
      [lorry, { ...lorry, carrier: 'c2' }, { ...lorry, roundTrip: false }],
      [TARIFF],
      TOUR.day,
    );
    expect(agreed).toMatchObject(priced);
    expect(others).toMatchObject(own);
    expect(round).toMatchObject(priced);
    expect(atAgreedPrices([lorry], [FULL], TOUR.day)).toEqual([lorry]);
    expect(atAgreedPrices([{ ...lorry, roundTrip: false }], [FULL], TOUR.day)[0]).toMatchObject({ costPerKm: 1.5 });
  });
});

test('an invoice is checked line by line against what was expected', () => {
  const expected = (tour: string, amount: number, invoiced: number) => ({
    tour,
    currency: 'EUR',
    expected: amount,
    invoiced,
  });
  const invoice = {
    currency: 'EUR',
    lines: [
      { tour: 'same', amount: 442.8 },
      { tour: 'rounded', amount: 442.84 },
      { tour: 'more', amount: 480 },
      { tour: 'twice', amount: 442.8 },
      { tour: 'unknown', amount: 10 },
    ],
  };
  const accrued = [
    expected('same', 442.8, 442.8),
    expected('rounded', 442.8, 442.84),
    expected('more', 442.8, 480),
    expected('twice', 442.8, 885.6),
  ];
  expect(checkInvoice(invoice, accrued).map(({ verdict }) => verdict)).toEqual([
    'matches',
    'matches',
    'differs',
    'twice',
    'not-expected',
  ]);
});
