export { seasonPlanJob } from './season-job.ts';
export { planToursKind } from './optimise.ts';
export { transportRoutes } from './routes.ts';
