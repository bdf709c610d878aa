export { allocateByMassDistance, type Consignment, type DistanceBasis } from './allocate.ts';
export { type ChainElement, type ChainEmissions, chainEmissions } from './chain.ts';
export {
  DIESEL,
  type EnergyCarrier,
  electricity,
  type Grams,
  grams,
} from './energy-carriers.ts';
export { type FactorProblem, type IntensityFactor, readFactors } from './factors.ts';
export {
  type Leg,
  type Operation,
  type OperationIntensity,
  operationEmissions,
  operationIntensity,
} from './operation.ts';
export { energyPerKm, VEHICLE_CLASSES, type VehicleClass, type VehicleClassName } from './vehicle-classes.ts';
