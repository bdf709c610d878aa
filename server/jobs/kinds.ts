import { forecastJob } from '../capabilities/demand/index.ts';
import { planToursKind, seasonPlanJob } from '../capabilities/transport/index.ts';
import type { AnyJobKind } from '../job-kind.ts';

/** Every kind of long computation. To add one: what it computes in `computations.ts`, the kind itself in its capability, and a line here. */
export const JOB_KINDS: readonly AnyJobKind[] = [forecastJob, planToursKind, seasonPlanJob];
