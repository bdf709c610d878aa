import type { Routes } from '../../house.ts';
import { dockRoutes } from './dock-routes.ts';
import { executionRoutes } from './driver-routes.ts';
import { freightRoutes } from './freight-routes.ts';
import { orderRoutes, vehicleRoutes } from './order-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { proofRoutes } from './proof-routes.ts';
import { ratesRoutes } from './rates-routes.ts';
import { replanRoutes } from './replan-routes.ts';
import { savingsRoutes } from './savings-routes.ts';
import { seasonRoutes } from './season-routes.ts';
import { tenderRoutes } from './tender-routes.ts';
import { tourRoutes } from './tour-routes.ts';
import { withdrawRoutes } from './withdraw-routes.ts';

export const transportRoutes: Routes = (app, house) => {
  for (const routes of [
    vehicleRoutes,
    orderRoutes,
    planRoutes,
    replanRoutes,
    tourRoutes,
    executionRoutes,
    withdrawRoutes,
    dockRoutes,
    proofRoutes,
    tenderRoutes,
    freightRoutes,
    savingsRoutes,
    ratesRoutes,
    seasonRoutes,
  ])
    routes(app, house);
};
