import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, IsoDay } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { closed } from '../../access/schemas.ts';
import type { PlainRoutes } from '../../house.ts';
import { may } from './access.ts';
import { makeReplan } from './replan.ts';

/** The day as it is published, planned anew with few changes. */
export const replanRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/transport-plans/replan',
    {
      schema: {
        tags: ['transport'],
        summary:
          'Begin a plan from what is published, after a late change, a breakdown or a new order; start its search with mostChanged',
        body: Type.Object({ day: IsoDay, broken: Type.Optional(Type.Array(Id, { maxItems: 100 })) }, closed),
        response: { 200: Type.Object({ plan: Id }) },
      },
    },
    async (request) => {
      const { day, broken = [] } = request.body;
      return { plan: (await makeReplan(house, may.plan(principalOf(request)), { day, broken })).id };
    },
  );
};
