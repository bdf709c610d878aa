import type { Id, IsoDay } from '@intakt/contract';
import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf } from '../../api.ts';

export type Plan = AnswerOf<'/api/transport-plans/{id}', 'get'>;
export type PlanTour = Plan['tours'][number];
export type Figures = Plan['figures'];
export type Tour = AnswerOf<'/api/tours', 'get'>['tours'][number];
export type TourStop = AnswerOf<'/api/tours', 'get'>['stops'][number];
export type TruckType = AnswerOf<'/api/vehicle-types', 'get'>['vehicles'][number];
export type Move = Omit<BodyOf<'/api/transport-plans/{id}/moves', 'post'>, 'version'>;
export type TourWish = Omit<BodyOf<'/api/transport-plans/{id}/tours/{tour}', 'patch'>, 'version'>;

export const plansQuery = (day: IsoDay) =>
  queryOptions({
    queryKey: ['transport-plans', 'day', day],
    queryFn: async () => (await answered(api.GET('/api/transport-plans', { params: { query: { day } } }))).plans,
  });
export const planQuery = (id: Id) =>
  queryOptions({
    queryKey: ['transport-plans', 'one', id],
    queryFn: () => answered(api.GET('/api/transport-plans/{id}', { params: { path: { id } } })),
  });
export const ordersQuery = (day?: IsoDay) =>
  queryOptions({
    queryKey: ['transport-orders', day ?? ''],
    queryFn: async () =>
      (await answered(api.GET('/api/transport-orders', { params: { query: { day, limit: 5000 } } }))).orders,
  });
export const toursQuery = (since: IsoDay) =>
  queryOptions({
    queryKey: ['tours', 'since', since],
    queryFn: () => answered(api.GET('/api/tours', { params: { query: { since } } })),
  });
export const arrivalsQuery = queryOptions({
  queryKey: ['tours', 'arrivals'],
  queryFn: async () => (await answered(api.GET('/api/arrivals'))).arrivals,
});

export type DockWish = BodyOf<'/api/tours/{id}/stops/{stop}/dock-slot', 'put'>;
export const giveDockSlot = ({ tour, stop, customer }: TourStop, wish: DockWish) =>
  answered(
    api.PUT('/api/tours/{id}/stops/{stop}/dock-slot', {
      params: { path: { id: tour, stop } },
      body: { customer, ...wish },
    }),
  );

export const withdrawReport = (
  { tour, stop, customer }: TourStop,
  said: BodyOf<'/api/tours/{id}/stops/{stop}/withdrawn-reports', 'post'>,
) =>
  answered(
    api.POST('/api/tours/{id}/stops/{stop}/withdrawn-reports', {
      params: { path: { id: tour, stop } },
      body: { customer, ...said },
    }),
  );

export const proofQuery = (event: string) =>
  queryOptions({
    queryKey: ['tours', 'proof', event],
    queryFn: () => answered(api.GET('/api/stop-proofs/{event}', { params: { path: { event } } })),
    staleTime: 60_000,
  });
export const vehicleTypesQuery = queryOptions({
  queryKey: ['vehicle-types'],
  queryFn: async () => (await answered(api.GET('/api/vehicle-types'))).vehicles,
});
export const saveVehicleType = (id: Id, body: BodyOf<'/api/vehicle-types/{id}', 'put'>) =>
  answered(api.PUT('/api/vehicle-types/{id}', { params: { path: { id } }, body }));

export const deriveOrders = (day: IsoDay) => answered(api.POST('/api/transport-orders/derive', { body: { day } }));
export const beginPlan = (day: IsoDay): Promise<Plan> => answered(api.POST('/api/transport-plans', { body: { day } }));
export const moveOrder = ({ id, version }: Plan, move: Move): Promise<Plan> =>
  answered(api.POST('/api/transport-plans/{id}/moves', { params: { path: { id } }, body: { version, ...move } }));
export const changeTour = ({ id, version }: Plan, tour: Id, wish: TourWish): Promise<Plan> =>
  answered(
    api.PATCH('/api/transport-plans/{id}/tours/{tour}', { params: { path: { id, tour } }, body: { version, ...wish } }),
  );
export const publishPlan = (id: Id) =>
  answered(api.POST('/api/transport-plans/{id}/publish', { params: { path: { id } } }));
export const reportTour = (id: Id, body: BodyOf<'/api/tours/{id}/state', 'post'>) =>
  answered(api.POST('/api/tours/{id}/state', { params: { path: { id } }, body }));
export const linkForDriver = (id: Id, hours: number) =>
  answered(api.POST('/api/tours/{id}/link', { params: { path: { id } }, body: { hours } }));
export const replan = (body: BodyOf<'/api/transport-plans/replan', 'post'>) =>
  answered(api.POST('/api/transport-plans/replan', { body }));
export const toursOfDayQuery = (day: IsoDay) =>
  queryOptions({
    queryKey: ['tours', 'day', day],
    queryFn: () => answered(api.GET('/api/tours', { params: { query: { day } } })),
  });
