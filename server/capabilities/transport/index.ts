export { planToursKind } from './optimise.ts';
export { transportRoutes } from './routes.ts';
export { seasonPlanJob } from './season-job.ts';
