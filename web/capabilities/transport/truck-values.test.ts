import { expect, test } from 'vitest';
import type { TruckType } from './queries.ts';
import { truckStated, truckValues, wrongInTruck } from './truck-values.ts';

const LORRY: TruckType = {
  ...{ id: 'lorry', owner: 'oem', name: 'Lorry', count: 5, roundTrip: false, driverHours: true, carrier: 'c1' },
  capacity: { massKg: 24_000, volumeCubicMeters: 90, loadingMeters: 13.6, palletPlaces: 34 },
  ...{ costPerTour: 150, costPerKm: 1.2, costPerHour: 30, costPerStop: 20, co2PerKmEmptyKg: 0.7, co2PerKmFullKg: 1.1 },
  ...{ maxStops: null, maxDistanceKm: 600, skills: ['tail-lift'] },
};

test('a truck is stated again as it was read, its open limits left out', () => {
  const { id: _id, owner: _owner, maxStops: _none, ...said } = LORRY;
  expect(truckStated(truckValues(LORRY))).toEqual(said);
});

test.each([
  ['nothing', {}, {}],
  ['a capacity of nothing', { massKg: 0 }, { 'figures.massKg': 'trucks.aboveZero' }],
  ['a cost that is missing', { costPerKm: '' }, { 'figures.costPerKm': 'error.required' }],
  ['less CO2 full than empty', { co2PerKmFullKg: 0.5 }, { 'figures.co2PerKmFullKg': 'trucks.fullBelowEmpty' }],
])('the form names %s', (_, change, wrong) => {
  const values = truckValues(LORRY);
  expect(wrongInTruck({ ...values, figures: { ...values.figures, ...change } })).toEqual(wrong);
});
