import { describe, expect, test } from 'vitest';
import { checkInvoice, freightOf, type TariffTerms, tariffFor } from './freight-rules.ts';

const TARIFF: TariffTerms = {
  ...{ id: 't', vehicleType: null, validFrom: '2026-01-01', validTo: null, currency: 'EUR' },
  ...{ perTour: 100, perKm: 1.25, perHour: 0, perStop: 20, minimum: 250, fuelSurchargePercent: 8, confirmed: true },
};
const TOUR = { day: '2026-03-04', vehicleType: 'lorry', distanceKm: 200, hours: 5, stops: 3 };

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
    ['of the day', [{ ...TARIFF, id: 'old', validTo: '2026-02-01' }, TARIFF], 't'],
    ['for the truck before the general one', [TARIFF, { ...TARIFF, id: 'lorry', vehicleType: 'lorry' }], 'lorry'],
    ['that the carrier said itself', [{ ...TARIFF, id: 'reported', confirmed: false }, TARIFF], 't'],
    ['that came last', [TARIFF, { ...TARIFF, id: 'new', validFrom: '2026-03-01' }], 'new'],
  ])('follows the tariff %s', (_, tariffs, id) => {
    expect(tariffFor(tariffs, TOUR)?.id).toBe(id);
  });

  test('without a tariff of its day there is none', () => {
    expect(tariffFor([{ ...TARIFF, validFrom: '2026-04-01' }], TOUR)).toBeUndefined();
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
