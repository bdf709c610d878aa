import { describe, expect, test } from 'vitest';
import { prepareProblem } from './build-problem.ts';
import { measureGoods } from './measure-goods.ts';
import type { OrderRow, PlanSite } from './store.ts';

const KLT = { kind: 'KLT', tareKg: 1.9, lengthMm: 600, widthMm: 400, heightMm: 147 };
const RACK = { kind: 'rack', tareKg: 100, lengthMm: 2400, widthMm: 1200, heightMm: 1250 };

describe('goods on a truck', () => {
  test('small load carriers travel on pallets, two high', () => {
    // 4 in a layer, 6 layers below 1 m: 24 boxes on a pallet of 1.026 m, two of which stand on each other.
    const { goods, packages } = measureGoods(480, { massKg: 0.5, quantityPerPack: 10, packaging: KLT });
    expect(packages).toBe(2);
    expect(goods.massKg).toBeCloseTo(480 * 0.5 + 48 * 1.9 + 2 * 25, 9);
    expect(goods.palletPlaces).toBeCloseTo(1, 9);
    expect(goods.loadingMeters).toBeCloseTo(0.4, 9);
  });

  test('racks stand for themselves, as high as the trailer lets them', () => {
    const { goods } = measureGoods(4, { massKg: 50, quantityPerPack: 1, packaging: RACK });
    expect(goods).toMatchObject({ massKg: 4 * 150, loadingMeters: 2.4 });
  });

  test('without any master data each piece is not a pallet', () => {
    expect(measureGoods(1000, {}).packages).toBe(1);
  });
});

const site = (id: string, longitude: number | null, latitude: number | null): PlanSite => ({
  ...{ id, owner: 'o', name: id, city: null, timeZone: 'UTC', longitude, latitude, workingWeekdays: [1], holidays: [] },
});
const order = (id: string, from: string): OrderRow => ({
  ...{ id, customer: 'oem', supplier: 's', kind: 'inbound', from, to: 'plant', deliverOn: '2026-03-04' },
  goods: { massKg: 1, volumeCubicMeters: 1, loadingMeters: 1, palletPlaces: 1 },
  ...{ layers: 1, packages: null, pickupWindows: [], deliveryWindows: [], loadingMinutes: 1, unloadingMinutes: 1 },
  ...{ goodsClass: null, skills: [], references: [], state: 'ordered', tour: null, confirmed: true },
});

test('coordinates that nobody entered, are missing or exchanged are named, and the rest is planned', () => {
  const sites = [
    site('plant', 12.4, 51.3),
    site('good', 13.1, 50.8),
    site('near', 11.1, 50.9),
    site('zero', 0, 0),
    site('swapped', 50.9, 11.0),
    site('blank', null, null),
  ];
  const orders = ['good', 'near', 'zero', 'swapped', 'blank', 'unknown'].map((from) => order(`o-${from}`, from));
  const prepared = prepareProblem({
    ...{ customer: 'oem', day: '2026-03-04', now: '2026-03-01T00:00:00.000Z', vehicles: [] },
    ...{ orders, sites, rates: [] },
  });
  const codeOf = (subject: string) => prepared.findings.find((finding) => finding.subject === subject)?.code;
  expect(['zero', 'swapped', 'blank', 'unknown'].map(codeOf)).toEqual([
    'COORDINATES_ZERO',
    'COORDINATES_SWAPPED',
    'COORDINATES_MISSING',
    'UNKNOWN_PLACE',
  ]);
  expect(prepared.orders.map(({ id }) => id)).toEqual(['o-good', 'o-near']);
});
