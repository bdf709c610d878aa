import { greatCircleMatrices, DEFAULT_PACE, type Random } from '@intakt/routing';
import type { GroupageTariff, PlanLane, PlanNetwork, PlanVehicle, Weekday } from './network.ts';

const HOUR = 3600;
export const WORKDAYS: Weekday[] = [1, 2, 3, 4, 5];

export const TARIFF: GroupageTariff = {
  fromKg: [0, 500, 1000, 5000],
  upToKm: [100, 300, 1000],
  per100Kg: [
    [20, 30, 40],
    [15, 22, 30],
    [10, 15, 20],
    [6, 9, 12],
  ],
  ...{ minimum: 40, kgPerM3: 250, kgPerLoadingMeter: 1500, kgPerPlace: 300, mostKg: 10_000, emptiesFactor: 0.5 },
};

export const LORRY: PlanVehicle = {
  id: 'lorry',
  capacity: { massKg: 24_000, volumeM3: 90, loadingMeters: 13.6, palletPlaces: 34 },
  fullLoad: { base: 100, perKm: 1.5, minimum: 250, emptiesShare: 0.6 },
  milkRun: { perTour: 60, perKm: 0.8, perHour: 25, perStop: 20 },
  ...{ emptyGramsPerKm: 800, fullGramsPerKm: 1300, emptyShare: 0.15 },
};

export const VAN: PlanVehicle = {
  id: 'van',
  capacity: { massKg: 5000, volumeM3: 35, loadingMeters: 7, palletPlaces: 17 },
  fullLoad: { base: 80, perKm: 1.1, minimum: 180, emptiesShare: 0.6 },
  milkRun: { perTour: 40, perKm: 0.6, perHour: 24, perStop: 15 },
  ...{ emptyGramsPerKm: 500, fullGramsPerKm: 750, emptyShare: 0.15 },
};

/** A lane that fills a third of a lorry in a week. */
export function lane(id: string, change: Partial<PlanLane> = {}): PlanLane {
  return {
    ...{ id, weekly: { massKg: 6000, volumeM3: 30, loadingMeters: 4.5, palletPlaces: 11 }, variation: 0 },
    ...{ weeklyValue: 20_000, weekdays: WORKDAYS, serviceSeconds: 1800, hub: 'hub' },
    window: { fromSeconds: 6 * HOUR, toSeconds: 18 * HOUR },
    ...change,
  };
}

/** A plant on the equator, lanes so many km to its east, a hub 50 km to its north. */
export function networkAt(
  km: readonly number[],
  change: Partial<PlanNetwork> = {},
  lanes = km.map((_, i) => lane(`s${i + 1}`)),
): PlanNetwork {
  const at = (east: number, north = 0) => ({ latitude: north / 111.19, longitude: east / 111.19 });
  const places = [at(0), ...km.map((east) => at(east / 1.3)), at(0, 50 / 1.3)];
  return { ...shapeOf(lanes, places), ...change };
}

/** Lanes strewn around the plant, with volumes, empties and windows by chance. */
export function randomNetwork(random: Random, count: number): PlanNetwork {
  const places = Array.from({ length: count + 2 }, () => ({
    latitude: 50 + random.unit() * 2,
    longitude: 10 + random.unit() * 3,
  }));
  const lanes = Array.from({ length: count }, (_, i) => {
    const massKg = 1000 + random.below(14_000);
    const weekly = { massKg, volumeM3: massKg / 200, loadingMeters: massKg / 1400, palletPlaces: massKg / 560 };
    const from = 6 + random.below(3);
    return lane(`s${i + 1}`, {
      weekly,
      ...(random.below(2) === 0 && { empties: { ...weekly, massKg: massKg / 5 } }),
      variation: random.below(3) / 10,
      window: { fromSeconds: from * HOUR, toSeconds: (from + 8) * HOUR },
    });
  });
  return shapeOf(lanes, places);
}

function shapeOf(lanes: PlanLane[], places: { latitude: number; longitude: number }[]): PlanNetwork {
  return {
    plant: {
      ...{ id: 'plant', weekdays: WORKDAYS, open: { fromSeconds: 6 * HOUR, toSeconds: 22 * HOUR }, bays: 3 },
      ...{ unloadSeconds: 1200, unloadSecondsPerPlace: 60 },
    },
    lanes,
    hubs: [
      {
        ...{ id: 'hub', tariff: TARIFF, transitDays: 2, vehicle: 'lorry' },
        arrivals: { fromSeconds: 6 * HOUR, toSeconds: 12 * HOUR },
        ...{ collectionGramsPerTonneKm: 200, handlingGramsPerTonne: 1000 },
      },
    ],
    vehicles: [LORRY, VAN],
    ...greatCircleMatrices(places, () => DEFAULT_PACE),
    rates: {
      stockPerYear: 0.1,
      placePerWeek: 2,
      perTonneCo2: 0,
      perArrival: 10,
      overflowFactor: 1.25,
      mostOverflow: 1,
    },
  };
}
