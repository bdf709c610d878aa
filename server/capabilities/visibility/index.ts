export { watchExceptions } from './exception-watch.ts';
export { greatCircleKm } from './great-circle.ts';
export { visibilityRoutes } from './routes.ts';
export { watchRunout } from './watch.ts';
