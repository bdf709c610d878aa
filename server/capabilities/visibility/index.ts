export { watchArrivals } from './arrival-watch.ts';
export { watchExceptions } from './exception-watch.ts';
export { visibilityFinders } from './finders.ts';
export { greatCircleKm } from './great-circle.ts';
export { visibilityRoutes } from './routes.ts';
export { watchRunout } from './watch.ts';
export { mergeSome, type Some, watchCommits } from './watch-commits.ts';
