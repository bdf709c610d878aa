export { allocateByMassDistance, type Consignment, type DistanceBasis } from './allocate.ts';
export { type ChainElement, type ChainEmissions, chainEmissions } from './chain.ts';
export {
  DIESEL,
  type EnergyCarrier,
  electricity,
  grams,
  type Grams,
} from './energy-carriers.ts';
export { type FactorProblem, type IntensityFactor, readFactors } from './factors.ts';
export {
  type Leg,
  type Operation,
  operationEmissions,
  operationIntensity,
  type OperationIntensity,
} from './operation.ts';
export { energyPerKm, type VehicleClass, VEHICLE_CLASSES, type VehicleClassName } from './vehicle-classes.ts';
