import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Refused } from '../api.ts';
import { meQuery } from '../capabilities/network/queries.ts';
import { client } from './client.ts';
import { LoadFailed, NoSuchPage } from './failures.tsx';
import { Frame } from './frame.tsx';
import { PageSkeleton } from './states.tsx';

type Search = Record<string, string | undefined>;
/** Filters live in the address, so that a view can be sent to a colleague. */
const texts =
  (...names: string[]) =>
  (search: Record<string, unknown>): Search =>
    Object.fromEntries(names.map((name) => [name, search[name] === undefined ? undefined : String(search[name])]));

const root = createRootRoute({ component: Outlet, notFoundComponent: NoSuchPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: texts('to'),
  component: lazyRouteComponent(() => import('../capabilities/network/sign-in.tsx'), 'SignIn'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup/$token',
  component: lazyRouteComponent(() => import('../capabilities/network/setup.tsx'), 'Setup'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('../capabilities/network/invitation.tsx'), 'Invitation'),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  component: lazyRouteComponent(() => import('../capabilities/exchange/verify.tsx'), 'Verify'),
});

const drive = createRoute({
  getParentRoute: () => root,
  path: '/drive',
  component: lazyRouteComponent(() => import('../capabilities/transport/drive.tsx'), 'DrivePage'),
});
const phone = createRoute({
  getParentRoute: () => root,
  path: '/go',
  component: lazyRouteComponent(() => import('../capabilities/visibility/phone.tsx'), 'Phone'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  errorComponent: LoadFailed,
  beforeLoad: async ({ location }) => {
    try {
      await client.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401)
        throw redirect({ to: '/sign-in', search: { to: location.href } });
      throw error;
    }
  },
});

const visibility = {
  today: createRoute({
    getParentRoute: () => inside,
    path: '/',
    validateSearch: texts('kind', 'view', 'text'),
    component: lazyRouteComponent(() => import('../capabilities/visibility/today.tsx'), 'Today'),
  }),
  map: createRoute({
    getParentRoute: () => inside,
    path: '/map',
    validateSearch: texts('site', 'shipment', 'view', 'show', 'mode'),
    component: lazyRouteComponent(() => import('../capabilities/visibility/network-map.tsx'), 'NetworkMap'),
  }),
  grid: createRoute({
    getParentRoute: () => inside,
    path: '/grid',
    validateSearch: texts('site', 'part', 'light', 'text', 'supply'),
    component: lazyRouteComponent(() => import('../capabilities/visibility/week-grid.tsx'), 'WeekGrid'),
  }),
  shipments: createRoute({
    getParentRoute: () => inside,
    path: '/shipments',
    validateSearch: texts('state', 'text'),
    component: lazyRouteComponent(() => import('../capabilities/visibility/shipments.tsx'), 'Shipments'),
  }),
  shipment: createRoute({
    getParentRoute: () => inside,
    path: '/shipments/$shipment',
    component: lazyRouteComponent(() => import('../capabilities/visibility/shipment.tsx'), 'ShipmentPage'),
  }),
  part: createRoute({
    getParentRoute: () => inside,
    path: '/parts/$site/$part',
    component: lazyRouteComponent(() => import('../capabilities/visibility/part-page.tsx'), 'PartPage'),
  }),
  stock: createRoute({
    getParentRoute: () => inside,
    path: '/stock',
    validateSearch: texts('site', 'text'),
    component: lazyRouteComponent(() => import('../capabilities/visibility/stock.tsx'), 'Stock'),
  }),
  containers: createRoute({
    getParentRoute: () => inside,
    path: '/containers',
    validateSearch: texts('text', 'show', 'account'),
    component: lazyRouteComponent(() => import('../capabilities/visibility/containers.tsx'), 'Containers'),
  }),
};
const season = createRoute({
  getParentRoute: () => inside,
  path: '/season',
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('../capabilities/transport/season.tsx'), 'SeasonPage'),
});
const transport = {
  planning: createRoute({
    getParentRoute: () => inside,
    path: '/planning',
    validateSearch: texts('day', 'plan'),
    component: lazyRouteComponent(() => import('../capabilities/transport/planning.tsx'), 'Planning'),
  }),
  tours: createRoute({
    getParentRoute: () => inside,
    path: '/tours',
    validateSearch: texts('tab', 'tour'),
    component: lazyRouteComponent(() => import('../capabilities/transport/tours.tsx'), 'Tours'),
  }),
  freight: createRoute({
    getParentRoute: () => inside,
    path: '/freight',
    validateSearch: texts('tab'),
    component: lazyRouteComponent(() => import('../capabilities/transport/freight.tsx'), 'FreightPage'),
  }),
  savings: createRoute({
    getParentRoute: () => inside,
    path: '/savings',
    component: lazyRouteComponent(() => import('../capabilities/transport/savings.tsx'), 'Savings'),
  }),
};
const demand = {
  endDemand: createRoute({
    getParentRoute: () => inside,
    path: '/end-demand',
    validateSearch: texts('tab'),
    component: lazyRouteComponent(() => import('../capabilities/demand/demand-plan.tsx'), 'DemandPlan'),
  }),
  forecasts: createRoute({
    getParentRoute: () => inside,
    path: '/forecasts',
    validateSearch: texts('site', 'part', 'text'),
    component: lazyRouteComponent(() => import('../capabilities/demand/forecasts.tsx'), 'Forecasts'),
  }),
  schedules: createRoute({
    getParentRoute: () => inside,
    path: '/schedules',
    validateSearch: texts('customer', 'supplier', 'part', 'shipTo', 'kind', 'against', 'text'),
    component: lazyRouteComponent(() => import('../capabilities/demand/schedules.tsx'), 'Schedules'),
  }),
  commits: createRoute({
    getParentRoute: () => inside,
    path: '/commits',
    validateSearch: texts('text', 'part', 'partner', 'show'),
    component: lazyRouteComponent(() => import('../capabilities/demand/commits.tsx'), 'Commits'),
  }),
  capacity: createRoute({
    getParentRoute: () => inside,
    path: '/capacity',
    validateSearch: texts('group'),
    component: lazyRouteComponent(() => import('../capabilities/demand/capacity.tsx'), 'Capacity'),
  }),
  accuracy: createRoute({
    getParentRoute: () => inside,
    path: '/accuracy',
    validateSearch: texts('text', 'lag', 'relation'),
    component: lazyRouteComponent(() => import('../capabilities/demand/accuracy.tsx'), 'Accuracy'),
  }),
};
const exchange = {
  inbox: createRoute({
    getParentRoute: () => inside,
    path: '/inbox',
    validateSearch: texts('message', 'state'),
    component: lazyRouteComponent(() => import('../capabilities/exchange/inbox.tsx'), 'Inbox'),
  }),
  message: createRoute({
    getParentRoute: () => inside,
    path: '/inbox/$message',
    beforeLoad: ({ params }) => {
      throw redirect({ to: '/inbox', search: { message: params.message } });
    },
  }),
  imports: createRoute({
    getParentRoute: () => inside,
    path: '/import',
    validateSearch: texts('kind'),
    component: lazyRouteComponent(() => import('../capabilities/exchange/import.tsx'), 'Import'),
  }),
  interfaces: createRoute({
    getParentRoute: () => inside,
    path: '/interfaces',
    validateSearch: texts('tab'),
    component: lazyRouteComponent(() => import('../capabilities/exchange/interfaces.tsx'), 'Interfaces'),
  }),
  feed: createRoute({
    getParentRoute: () => inside,
    path: '/feed',
    validateSearch: texts('event', 'type'),
    component: lazyRouteComponent(() => import('../capabilities/exchange/feed.tsx'), 'Feed'),
  }),
};
const network = {
  partners: createRoute({
    getParentRoute: () => inside,
    path: '/partners',
    validateSearch: texts('partner', 'agreement'),
    component: lazyRouteComponent(() => import('../capabilities/network/partners.tsx'), 'Partners'),
  }),
  masterData: createRoute({
    getParentRoute: () => inside,
    path: '/master-data',
    validateSearch: texts('tab', 'text'),
    component: lazyRouteComponent(() => import('../capabilities/network/master-data.tsx'), 'MasterData'),
  }),
  administration: createRoute({
    getParentRoute: () => inside,
    path: '/administration',
    validateSearch: texts('tab'),
    component: lazyRouteComponent(() => import('../capabilities/network/administration.tsx'), 'Administration'),
  }),
};

const routeTree = root.addChildren([
  signIn,
  setup,
  invitation,
  verify,
  drive,
  phone,
  inside.addChildren([
    season,
    ...Object.values(transport),
    ...Object.values(visibility),
    ...Object.values(demand),
    ...Object.values(exchange),
    ...Object.values(network),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: LoadFailed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
