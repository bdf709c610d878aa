import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, Instant } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import type { Routes } from '../../house.ts';
import { refuseTooLarge } from '../body.ts';
import { reporterOf } from '../telemetry/reporter.ts';
import { reportPositions } from './report.ts';

const closed = { additionalProperties: false } as const;
const Body = Type.Object(
  {
    positions: Type.Array(
      Type.Object(
        {
          shipment: Id,
          longitude: Type.Number({ minimum: -180, maximum: 180 }),
          latitude: Type.Number({ minimum: -90, maximum: 90 }),
          at: Instant,
          speedKmh: Type.Optional(Type.Number({ minimum: 0, maximum: 1500 })),
        },
        closed,
      ),
      { minItems: 1, maxItems: 5000 },
    ),
  },
  closed,
);
const Answer = Type.Object({
  accepted: Type.Integer(),
  unknown: Type.Array(Id, { description: 'Shipments that are no consignment which the caller carries or sends' }),
});

export const positionRoutes: Routes = (instance, house) => {
  instance.withTypeProvider<TypeBoxTypeProvider>().post(
    '/api/positions',
    {
      onRequest: async (request) => refuseTooLarge(request, house.config.bodyLimitBytes),
      schema: {
        tags: ['doors'],
        summary: 'Positions of consignments under way, in batches',
        body: Body,
        response: { 202: Answer },
      },
    },
    async (request, reply) => {
      reply.status(202);
      return reportPositions(house, { reporter: reporterOf(principalOf(request)), positions: request.body.positions });
    },
  );
};
