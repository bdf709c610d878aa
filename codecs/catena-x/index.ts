export {
  ASPECT_NAMES,
  ASPECTS,
  type Aspect,
  type AspectName,
  aspectNameOf,
  type DaysOfSupply,
  type DeliveryInformation,
  type ItemStock,
  type PartTypeInformation,
  type PlannedProductionOutput,
  type ShortTermMaterialDemand,
  type SingleLevelBomAsPlanned,
} from './aspects.ts';
export { daysOfSupplyOf } from './events/days-of-supply.ts';
export {
  type DeliveryNames,
  type DeliveryStatement,
  deliveriesOf,
  deliveryInformationOf,
  shipments,
} from './events/delivery.ts';
export { billOfMaterial, bomAsPlannedOf, partOf, partTypeOf } from './events/master-data.ts';
export { materialDemandOf, plannedProductionOf, productionPlans, requirementPlans } from './events/plan.ts';
export {
  capacityGroupOf,
  type WeekBasedCapacityGroup,
  type WeekBasedMaterialDemand,
  type WeeklyAspectNames,
  type WeeklyNames,
  type WeeklyNeed,
  weekBasedCapacityGroupOf,
  weekBasedDemandOf,
  weeklySchedules,
} from './events/weekly.ts';
export { itemStockOf, stockCounts } from './events/stock.ts';
export type { AspectNames, Names, Said, Translation } from './events/translation.ts';
export type { AspectProblem, ProblemCode } from './problem.ts';
export { type AspectAnswer, readAspect, writeAspect } from './read-aspect.ts';
export { ITEM_UNITS } from './scalars.ts';
