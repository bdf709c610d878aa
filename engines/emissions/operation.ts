import { DIESEL, type EnergyCarrier, type Grams, grams } from './energy-carriers.ts';
import { energyPerKm, type VehicleClass } from './vehicle-classes.ts';

export interface Leg {
  distanceKm: number;
  payloadKg: number;
}

export interface Operation {
  vehicle: VehicleClass;
  carrier?: EnergyCarrier;
}

/**
 * What a tour emits: every leg at the load that is aboard there, empty legs included (EN ISO 14083: empty trips belong to the
 * operation that they serve).
 *
 * @example operationEmissions({ vehicle }, [{ distanceKm: 120, payloadKg: 0 }, { distanceKm: 120, payloadKg: 20_000 }]).wtw
 */
export function operationEmissions({ vehicle, carrier = DIESEL }: Operation, legs: readonly Leg[]): Grams {
  const megajoules = legs.reduce((sum, { distanceKm, payloadKg }) => {
    if (!(distanceKm >= 0)) throw new RangeError(`A leg of ${distanceKm} km: state 0 or more.`);
    return sum + distanceKm * energyPerKm(vehicle, { payloadKg, carrier });
  }, 0);
  return grams(carrier, megajoules);
}

export interface OperationIntensity {
  perTonneKm: Grams;
  perKm: Grams;
}

/**
 * Emission intensity of a kind of operation, g CO2e per tonne-km of goods and per km driven.
 *
 * @param loadFactor mass aboard on loaded km over the payload, above 0 to 1
 * @param emptyShare empty km over all km, 0 to below 1
 * @example operationIntensity({ vehicle: VEHICLE_CLASSES['articulated-40'], loadFactor: 0.6, emptyShare: 0.17 }).perTonneKm.wtw
 */
export function operationIntensity({
  loadFactor,
  emptyShare,
  ...operation
}: Operation & { loadFactor: number; emptyShare: number }): OperationIntensity {
  if (!(loadFactor > 0 && loadFactor <= 1))
    throw new RangeError(`A load factor of ${loadFactor}: state more than 0, up to 1.`);
  if (!(emptyShare >= 0 && emptyShare < 1))
    throw new RangeError(`${emptyShare} of the km are empty: state 0 up to, not including, 1.`);
  const payloadKg = loadFactor * operation.vehicle.payloadKg;
  const perKm = operationEmissions(operation, [
    { distanceKm: 1 - emptyShare, payloadKg },
    { distanceKm: emptyShare, payloadKg: 0 },
  ]);
  const tonneKm = ((1 - emptyShare) * payloadKg) / 1000;
  return {
    perKm,
    perTonneKm: { ttw: perKm.ttw / tonneKm, wtt: perKm.wtt / tonneKm, wtw: perKm.wtw / tonneKm },
  };
}
