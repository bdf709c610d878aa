export { type GroupRow, listGroups } from './capacity-store.ts';
export { type GridRelation, readGrid } from './commit-grid.ts';
export { watchEndDemand } from './demand-plan-watch.ts';
export { demandFinders } from './finders.ts';
export type { Calendar, ReportedSeries } from './forecast-histories.ts';
export { type ForecastAnswer, forecastJob, type ForecastOrder, type ForecastPart } from './forecast-job.ts';
export { readStatedHistories, type StatedHistory, type Succession } from './forecast-store.ts';
export { weeklyQuantities } from './release-weeks.ts';
export { demandRoutes } from './routes.ts';
