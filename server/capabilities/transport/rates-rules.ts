import type { FullLoadRates, GroupageRates, TourRates, TransportVehicle } from '@intakt/contract';
import { tariffProblem } from '@intakt/transport-plan';
import { refuse } from '../../refuse.ts';
import { amountsOf } from './draft.ts';

/** What is wrong with what somebody stated: where, why, and what stands there. */
export interface Wrong {
  path: string;
  problem: string;
  value: unknown;
}

export function refuseWrong(wrong: Wrong | undefined): void {
  if (wrong) refuse('INVALID', { ...wrong });
}

type Period = Pick<TourRates, 'validFrom' | 'validTo'>;
export const periodProblem = ({ validFrom, validTo }: Period): Wrong | undefined =>
  validTo !== undefined && validTo < validFrom
    ? { path: 'validTo', problem: `ends before ${validFrom}, when the rates begin`, value: validTo }
    : undefined;

type Emitting = Pick<TransportVehicle, 'co2PerKmEmptyKg' | 'co2PerKmFullKg'>;
const emissionProblem = ({ co2PerKmEmptyKg, co2PerKmFullKg }: Emitting): Wrong | undefined =>
  co2PerKmFullKg < co2PerKmEmptyKg
    ? { path: 'co2PerKmFullKg', problem: `is less than ${co2PerKmEmptyKg} kg when empty`, value: co2PerKmFullKg }
    : undefined;

export const fullLoadProblem = (rates: Omit<FullLoadRates, 'tariff'>): Wrong | undefined =>
  periodProblem(rates) ?? capacityProblem('massKg', amountsOf(rates)) ?? emissionProblem(rates);

export function groupageProblem(rates: Omit<GroupageRates, 'tariff'>): Wrong | undefined {
  const problem = tariffProblem({ ...rates, kgPerM3: 0, kgPerPlace: 0, emptiesFactor: 0 });
  return periodProblem(rates) ?? (problem ? { path: 'per100Kg', problem, value: rates.name } : undefined);
}

/** A kind of truck that carries nothing would be planned with, and never be given an order. */
export const vehicleProblem = (vehicle: Pick<TransportVehicle, 'capacity' | keyof Emitting>): Wrong | undefined =>
  capacityProblem('capacity', amountsOf(vehicle.capacity)) ?? emissionProblem(vehicle);

function capacityProblem(path: string, amounts: readonly number[]): Wrong | undefined {
  const value = amounts.join(', ');
  return amounts.some((amount) => amount === 0)
    ? { path, problem: 'needs mass, volume, loading metres and pallet places above 0', value }
    : undefined;
}
