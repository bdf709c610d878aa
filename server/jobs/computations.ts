import type { Computation } from '../job-kind.ts';
import { computeForecasts } from './computations/forecast.ts';
import { searchTours } from './computations/search-tours.ts';
import { computeSeasonPlan } from './computations/season-plan.ts';

/** What worker threads can compute, by the name of its kind. A computation imports engines and nothing of the server. */
export const COMPUTATIONS: Record<string, Computation> = {
  forecast: computeForecasts,
  'plan-tours': searchTours,
  'season-plan': computeSeasonPlan,
};
