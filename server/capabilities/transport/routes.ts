import type { Routes } from '../../house.ts';
import { orderRoutes, vehicleRoutes } from './order-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { ratesRoutes } from './rates-routes.ts';
import { seasonRoutes } from './season-routes.ts';
import { tourRoutes } from './tour-routes.ts';

export const transportRoutes: Routes = (app, house) => {
  for (const routes of [vehicleRoutes, orderRoutes, planRoutes, tourRoutes, ratesRoutes, seasonRoutes])
    routes(app, house);
};
