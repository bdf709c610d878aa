import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LORRY, openTourWorld, type TourWorld } from './testing.ts';

let world: TourWorld;
beforeAll(async () => {
  world = await openTourWorld();
}, 120_000);
afterAll(() => world?.close());

const put = (who: string, url: string, body: object) => world.send(who, 'PUT', url, body);

const AGREED = { customer: 'oem', carrier: 'c1', name: 'Whole trucks', currency: 'EUR', validFrom: '2026-01-01' };
const FULL_LOAD = {
  ...{ ...AGREED, vehicleName: 'Lorry 13.6 m', base: 120, perKm: 1.4, perStop: 60, minimum: 300, emptiesPercent: 60 },
  ...{ massKg: 24_000, volumeCubicMeters: 90, loadingMeters: 13.6, palletPlaces: 34 },
  ...{ co2PerKmEmptyKg: 0.7, co2PerKmFullKg: 1.1 },
};
const GROUPAGE = {
  ...{ ...AGREED, name: 'Area south', hub: 's1-works', fromKg: [0, 500], upToKm: [100, 300], minimum: 40 },
  per100Kg: [
    [12, 18],
    [9, 14],
  ],
  ...{ kgPerCubicMeter: 250, kgPerLoadingMeter: 1000, kgPerPalletPlace: 330, mostKg: 3000 },
  ...{ emptiesPercent: 30, transitDays: 1 },
};

describe('a kind of truck', () => {
  const owned = async (who: string) =>
    (await world.send(who, 'GET', '/api/vehicle-types')).body.vehicles.map(({ id, costPerKm }: any) => [id, costPerKm]);

  test('is stated anew by its owner, and seen by nobody else', async () => {
    expect((await put('oem', '/api/vehicle-types/lorry', { ...LORRY, costPerKm: 1.3 })).status).toBe(200);
    expect(await owned('oem')).toEqual([['lorry', 1.3]]);
    for (const who of ['c1', 's1']) expect(await owned(who)).toEqual([]);
    expect((await put('c1', '/api/vehicle-types/lorry', { ...LORRY, costPerKm: 9 })).status).toBe(200);
    expect(await owned('oem')).toEqual([['lorry', 1.3]]);
  });

  test.each([
    ['that carries nothing', { capacity: { ...LORRY.capacity, loadingMeters: 0 } }, 'INVALID', '24000, 90, 0, 34'],
    ['that emits less full than empty', { co2PerKmFullKg: 0.5 }, 'INVALID', '0.7 kg when empty'],
    ['of a carrier that nobody knows', { carrier: 'nobody' }, 'UNKNOWN_REFERENCE', 'nobody'],
  ])('%s is refused, with what was seen', async (_, change, code, text) => {
    const { body } = await put('oem', '/api/vehicle-types/odd', { ...LORRY, ...change });
    expect(body.code).toBe(code);
    expect(body.detail).toContain(text);
  });
});

describe('rates', () => {
  test.each([
    ['full-load-rates', FULL_LOAD],
    ['groupage-rates', GROUPAGE],
  ])('of %s are the carrier’s word, which its customer cannot overwrite', async (kind, rates) => {
    const url = `/api/transport/${kind}/${kind}`;
    const stand = async (who: string) =>
      (await world.send(who, 'GET', '/api/transport/rates')).body.rates
        .filter(({ tariff }: any) => tariff === kind)
        .map(({ terms, confirmed, validTo }: any) => [terms.minimum, confirmed, validTo]);
    await put('oem', url, { ...rates, minimum: 1 });
    expect(await stand('c1')).toEqual([[1, false, null]]);
    await put('c1', url, { ...rates, validTo: '2026-12-31' });
    expect((await put('oem', url, { ...rates, minimum: 2 })).body.code).toBe('ID_TAKEN');
    expect(await stand('oem')).toEqual([[rates.minimum, true, '2026-12-31']]);
    expect(await stand('c2')).toEqual([]);
  });

  test.each([
    ['full-load-rates', { ...FULL_LOAD, validTo: '2025-12-31' }, 'ends before 2026-01-01'],
    ['full-load-rates', { ...FULL_LOAD, massKg: 0 }, 'above 0'],
    ['groupage-rates', { ...GROUPAGE, validTo: '2025-12-31' }, 'ends before 2026-01-01'],
    ['groupage-rates', { ...GROUPAGE, fromKg: [0, 0] }, 'ascend from 0'],
    ['groupage-rates', { ...GROUPAGE, per100Kg: [[12, 18]] }, '1 rows of prices for 2 weight classes'],
  ])('of %s that cannot hold are refused, with why', async (kind, rates, text) => {
    const { body } = await put('c1', `/api/transport/${kind}/odd`, rates);
    expect(body.code).toBe('INVALID');
    expect(body.detail).toContain(text);
  });
});
