export { handlingMinutes } from './derive-orders.ts';
export { measureGoods, roundGoods } from './measure-goods.ts';
export {
  expectedAtStop,
  happenedAt,
  type NamedTour,
  reportedAt,
  type StopHappening,
  takenBack,
  toursNamed,
} from './named-tours.ts';
export { planToursKind } from './optimise.ts';
export { transportRoutes } from './routes.ts';
export { seasonPlanJob } from './season-job.ts';
export { watchFreight } from './watch-freight.ts';
