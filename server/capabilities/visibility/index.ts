export { watchExceptions } from './exception-watch.ts';
export { visibilityRoutes } from './routes.ts';
export { watchRunout } from './watch.ts';
