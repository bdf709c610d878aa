import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Instant } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import type { Principal } from '../../access/principal.ts';
import type { House, Routes } from '../../house.ts';
import { refuseTooLarge } from '../body.ts';
import { intakeOf } from './intake.ts';
import { TelemetryReading } from './reading.ts';
import { reporterOf } from './reporter.ts';
import { fromTraccar, TraccarForward } from './traccar.ts';

const Answer = Type.Object({
  accepted: Type.Integer({ description: 'Readings that are kept' }),
  marked: Type.Array(Type.Object({ at: Instant, mark: Type.String() }), {
    description: 'Readings that are kept but move nothing, and why',
  }),
});

/** Readings of devices, one by one or in batches; each answer means that they are stored. */
export const telemetryRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const onRequest = async (request: Parameters<typeof refuseTooLarge>[0]) =>
    refuseTooLarge(request, house.config.bodyLimitBytes);

  app.post(
    '/api/telemetry',
    {
      onRequest,
      schema: {
        tags: ['doors'],
        summary: 'Readings of one device: positions, temperature, humidity, shock, door',
        body: Type.Union([TelemetryReading, Type.Array(TelemetryReading, { minItems: 1, maxItems: 5000 })]),
        response: { 202: Answer },
      },
    },
    async (request, reply) => {
      const { body } = request;
      reply.status(202);
      return take(house, principalOf(request), Array.isArray(body) ? body : [body]);
    },
  );

  app.post(
    '/api/telemetry/traccar',
    {
      onRequest,
      schema: {
        tags: ['doors'],
        summary: 'A position as Traccar forwards it (forward.type=json), with the device token in forward.header',
        body: TraccarForward,
        response: { 202: Answer },
      },
    },
    async (request, reply) => {
      reply.status(202);
      return take(house, principalOf(request), [fromTraccar(request.body as never)]);
    },
  );
};

const take = (house: House, who: Principal, readings: TelemetryReading[]) =>
  intakeOf(house).submit(reporterOf(who), readings);
