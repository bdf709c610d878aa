export { networkProjections } from './project.ts';
export { networkRoutes } from './routes.ts';
