export { transportRoutes } from './routes.ts';
