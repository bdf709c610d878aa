export { seasonPlanJob } from './season-job.ts';
export { transportRoutes } from './routes.ts';
