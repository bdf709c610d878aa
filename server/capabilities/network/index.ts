export { isKnownTo } from './project-part.ts';
export { disclose } from './project-partner.ts';
export { networkRoutes } from './routes.ts';
