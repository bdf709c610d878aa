import type { TourRates, TransportVehicle } from '@intakt/contract';

type VehicleRow = Omit<TransportVehicle, 'vehicleType' | 'owner' | 'carrier'> & { slug: string };

const truck = (
  slug: string,
  name: string,
  [massKg, volumeCubicMeters, loadingMeters, palletPlaces]: [number, number, number, number],
  [costPerTour, costPerKm, costPerHour, co2PerKmEmptyKg, co2PerKmFullKg]: [number, number, number, number, number],
): VehicleRow => ({
  slug,
  name,
  capacity: { massKg, volumeCubicMeters, loadingMeters, palletPlaces },
  count: 60,
  roundTrip: false,
  costPerTour,
  costPerKm,
  costPerHour,
  costPerStop: 25,
  co2PerKmEmptyKg,
  co2PerKmFullKg,
  driverHours: true,
});

/** The kinds of truck that the plant plans with. Prices and emissions are invented, in the range of the trade in 2025. */
export const VEHICLES: VehicleRow[] = [
  truck('mega', 'Mega trailer 13.6 m', [24_000, 100, 13.6, 34], [140, 0.95, 32, 0.72, 1.08]),
  truck('solo', 'Truck 7.2 m', [9_000, 48, 7.2, 18], [110, 0.8, 29, 0.52, 0.74]),
  truck('van', 'Van 4.2 m', [1_200, 19, 4.2, 8], [70, 0.55, 26, 0.26, 0.31]),
];

/** What each carrier charges the plant for a tour. */
export const TARIFF: Omit<TourRates, 'tariff' | 'customer' | 'carrier'> = {
  name: 'Tours 2026',
  currency: 'EUR',
  validFrom: '2000-01-03',
  perTour: 135,
  perKm: 0.92,
  perHour: 31,
  perStop: 24,
  minimum: 240,
  fuelSurchargePercent: 6.5,
};
