export { demandFinders } from './finders.ts';
export { demandRoutes } from './routes.ts';
