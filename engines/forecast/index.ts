export { backtest, type OriginScores } from './backtest.ts';
export { type DemandKind, demandKind } from './demand-kind.ts';
export {
  forecastPanel,
  type PanelForecast,
  type PartForecast,
  type Request,
  type Unforecast,
} from './forecast-panel.ts';
export { ontoWorkingDays, perWorkingDay } from './history/calendar.ts';
export {
  checkQuantities,
  type Flag,
  type PartHabits,
  type ReportedQuantity,
  type Suspicion,
} from './history/check-quantities.ts';
export { type Filled, fillMissing } from './history/fill-missing.ts';
export { findOutliers, type Outlier, withoutOutliers } from './history/outliers.ts';
export { type PhaseOver, phaseOver, shareOfSuccessor, withPredecessor } from './history/predecessor.ts';
export type { Forecast, History, Model, Trained } from './model.ts';
export { MODELS, modelNamed } from './models.ts';
export { type Judged, naive2, type Scores, score } from './scoring.ts';
