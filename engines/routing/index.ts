export {
  EXACT_PARTNERS,
  massDistanceShares,
  shapleyShares,
  standAloneShares,
} from './fair-shares.ts';
export {
  type Coordinates,
  DEFAULT_PACE,
  greatCircleMatrices,
  greatCircleMeters,
  type Matrices,
  type RegionPace,
} from './great-circle.ts';
export { inspectProblem, MOST_ORDERS } from './inspect-problem.ts';
export { type PairedInstance, PairSearch } from './pairs/pair-search.ts';
export type { Solution } from './plain/incumbent.ts';
export type { PlainInstance } from './plain/instance.ts';
export { IteratedSearch } from './plain/iterate.ts';
export { loadPartitioner, type Partitioner } from './plain/partition.ts';
export {
  evaluateTour,
  type PlannedStop,
  type PlannedTour,
  type PlanOptions,
  planTours,
  type RoutingPlan,
} from './plan-tours.ts';
export type {
  Finding,
  FindingCode,
  Lock,
  LockedStop,
  Order,
  Place,
  RoutingProblem,
  Stop,
  TravelPeriod,
  VehicleType,
  Window,
} from './problem.ts';
export { Random } from './random.ts';
