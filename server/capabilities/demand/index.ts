export { demandProjections } from './project.ts';
export { demandRoutes } from './routes.ts';
export { compareReleases, mondayOf } from './rules.ts';
