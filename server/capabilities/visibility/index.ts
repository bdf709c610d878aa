export { visibilityRoutes } from './routes.ts';
export { watchRunout } from './watch.ts';
