export {
  addDays,
  addWorkingDays,
  dayNumber,
  daysBetween,
  type IsoDay,
  isoDay,
  isoWeekday,
  isWorkingDay,
  type WorkingCalendar,
  workingCalendar,
} from './days.ts';
export { daysOfSupply } from './days-of-supply.ts';
export { type Applied, applyChange, type Change } from './network/apply-change.ts';
export { type BucketGrid, bucketGrid, bucketOf } from './network/bucket-grid.ts';
export {
  type BuiltNetwork,
  buildNetwork,
  type FlowFacts,
  type NetworkFacts,
  type NodeFacts,
  type TransitFacts,
} from './network/build-network.ts';
export { type Affected, findAffected } from './network/find-affected.ts';
export { type CauseLink, findCause, type Reason } from './network/find-cause.ts';
export { type ArrivalSpread, type FlowNetwork, NEVER, type Transits } from './network/flow-network.ts';
export { type NodeOutlook, nodeOutlook } from './network/node-outlook.ts';
export type { Outlook } from './network/outlook.ts';
export { projectNetwork } from './network/project-network.ts';
export { reproject } from './network/reproject.ts';
export { balanceQuantile, type OutlookSample, sampleOutlook, stopProbability } from './network/sample-outlook.ts';
export { readyBy, type TransportPattern, transportPattern } from './network/transport-pattern.ts';
export { uniformDraw } from './network/uniform-draw.ts';
export { whatIf } from './network/what-if.ts';
export {
  type DatedQuantity,
  type DemandQuantity,
  type Projection,
  type ProjectionInput,
  projectStock,
} from './project-stock.ts';
export { normalQuantile, safetyStock, type SafetyStockInput } from './safety-stock.ts';
export { firstShiftOn, shiftOf } from './shift.ts';
export { spreadOver } from './spread.ts';
