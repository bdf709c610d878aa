export { watchEndDemand } from './demand-plan-watch.ts';
export { demandFinders } from './finders.ts';
export type { Calendar, ReportedSeries } from './forecast-histories.ts';
export { type ForecastAnswer, forecastJob, type ForecastOrder, type ForecastPart } from './forecast-job.ts';
export type { Succession } from './forecast-store.ts';
export { demandRoutes } from './routes.ts';
