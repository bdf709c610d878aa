import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, IsoDay, RecordOutcome, Text, TransportOrder, TransportVehicle } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { recordAs } from '../../access/record-as.ts';
import { ById, closed } from '../../access/schemas.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { deriveFor, MOST_ORDERS, orderAll } from './order-transports.ts';
import { OrderAnswer, VehicleAnswer } from './schemas.ts';
import { refuseWrong, vehicleProblem } from './rates-rules.ts';
import { findOrder, isOrganisation, listOrders, listVehicleTypes } from './store.ts';

const tags = ['transport'];
const Outcome = Type.Object({
  order: Id,
  outcome: Type.Enum(['recorded', 'known', 'refused']),
  problem: Type.Optional(Type.String()),
});

export const vehicleRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/vehicle-types',
    {
      schema: {
        tags,
        summary: 'Kinds of truck that tours are planned with',
        response: { 200: Type.Object({ vehicles: Type.Array(VehicleAnswer) }) },
      },
    },
    async (request) => ({ vehicles: await readAs(house, principalOf(request), listVehicleTypes) }),
  );

  app.put(
    '/api/vehicle-types/:id',
    {
      schema: {
        tags,
        summary: 'Register a kind of truck, or say anew what it carries and costs',
        params: ById,
        body: Type.Omit(TransportVehicle, ['owner', 'vehicleType']),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      refuseWrong(vehicleProblem(request.body));
      const { carrier } = request.body;
      if (carrier && !(await readAs(house, who, (tx) => isOrganisation(tx, carrier))))
        return refuse('UNKNOWN_REFERENCE', { what: 'carrier', id: carrier });
      const data = { ...request.body, vehicleType: request.params.id, owner: who.organisation };
      return recordAs(house, { request, who, type: 'vehicle-type-registered', data });
    },
  );
};

export const orderRoutes: PlainRoutes = (instance, house) => {
  for (const routes of [orderingRoutes, cancelRoutes]) routes(instance, house);
};

const orderingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/transport-orders',
    {
      schema: {
        tags,
        summary: 'Transport orders of mine, as their customer or supplier',
        querystring: Type.Object({
          day: Type.Optional(IsoDay),
          state: Type.Optional(Type.String()),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_ORDERS })),
        }),
        response: { 200: Type.Object({ orders: Type.Array(OrderAnswer) }) },
      },
    },
    async (request) => ({
      orders: await readAs(house, principalOf(request), (tx) => listOrders(tx, { limit: 1000, ...request.query })),
    }),
  );

  app.post(
    '/api/transport-orders',
    {
      schema: {
        tags,
        summary: 'Order transports, one or many; what cannot be ordered is named, the rest is',
        body: Type.Object(
          { orders: Type.Array(Type.Omit(TransportOrder, ['customer']), { minItems: 1, maxItems: MOST_ORDERS }) },
          closed,
        ),
        response: { 200: Type.Object({ results: Type.Array(Outcome) }) },
      },
    },
    async (request) => {
      const who = may.order(principalOf(request));
      const orders = request.body.orders.map((order) => ({ ...order, customer: who.organisation }));
      return { results: await orderAll(house, who, orders) };
    },
  );

  app.post(
    '/api/transport-orders/derive',
    {
      schema: {
        tags,
        summary: 'Order what is firmly called off for a day; done again, it follows the changed call-offs',
        body: Type.Object({ day: IsoDay, site: Type.Optional(Id) }, closed),
        response: { 200: Type.Object({ results: Type.Array(Outcome), cancelled: Type.Array(Id) }) },
      },
    },
    (request) => deriveFor(house, may.order(principalOf(request)), request.body),
  );
};

const cancelRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/transport-orders/:id/cancel',
    {
      schema: {
        tags,
        summary: 'Cancel a transport order that was not picked up yet',
        params: ById,
        body: Type.Object({ reason: Type.Optional(Text) }, closed),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.order(principalOf(request));
      const { id } = request.params;
      const order = await readAs(house, who, (tx) => findOrder(tx, who.organisation, id));
      if (!order) return refuse('NOT_FOUND', { what: 'transport order', id });
      const data = { order: id, customer: order.customer, supplier: order.supplier, ...request.body };
      return recordAs(house, { request, who, type: 'transport-order-cancelled', data });
    },
  );
};
