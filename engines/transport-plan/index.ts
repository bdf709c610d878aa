export { evaluatePlan } from './evaluate-plan.ts';
export { type Finding, type FindingCode, MOST_LANES, tariffProblem } from './findings.ts';
export type {
  Concept,
  FullLoadTariff,
  GroupageTariff,
  Hub,
  Load,
  MilkRunTariff,
  PlanLane,
  PlanNetwork,
  PlanVehicle,
  Plant,
  Rates,
  Span,
  Weekday,
} from './network.ts';
export type { Costs } from './option.ts';
export { planTransport, type PlanTransportOptions } from './plan-transport.ts';
export { type StressReport, stressPlan, type TourStress } from './stress-plan.ts';
export { fullLoadPrice, groupagePrice } from './tariffs.ts';
export type { LanePlan, MasterTour, StatedPlan, TourStop, TransportPlan } from './transport-plan.ts';
