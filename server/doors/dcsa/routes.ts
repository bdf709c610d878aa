import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/index.ts';
import { type Routes, readAs } from '../../house.ts';
import { may } from '../access.ts';
import { refuseTooLarge } from '../body.ts';
import { listKept } from './store.ts';
import { takeInEvents } from './take-in.ts';

const Anything = Type.Object({}, { additionalProperties: true });
const nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) => Type.Union([schema, Type.Null()]);
const text = Type.String();
const MOST_EVENTS = 1000;

const Answer = Type.Object({
  events: Type.Array(
    Type.Object({
      eventID: text,
      outcome: Type.Enum(['moved', 'known', 'waiting', 'marked']),
      mark: Type.Optional(Type.String({ description: 'Why it moves nothing' })),
      detail: Type.Optional(Anything),
      shipments: Type.Array(Id),
    }),
  ),
});
const Kept = Type.Object({
  id: text,
  receivedAt: text,
  at: nullable(text),
  kind: nullable(text),
  code: nullable(text),
  classifier: nullable(text),
  equipment: nullable(text),
  place: nullable(text),
  state: text,
  mark: nullable(text),
  detail: nullable(Anything),
  shipments: Type.Array(Id),
});

/** Container events of DCSA Track & Trace 2.2, as carriers call them back. */
export const dcsaRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/dcsa/events',
    {
      onRequest: async (request) => refuseTooLarge(request, house.config.bodyLimitBytes),
      schema: {
        tags: ['doors'],
        summary: 'Equipment, transport and shipment events (DCSA Track & Trace 2.2), one or a list',
        body: Type.Union([Anything, Type.Array(Anything, { minItems: 1, maxItems: MOST_EVENTS })]),
        response: {
          202: Answer,
          204: Type.Null({ description: 'To a callback of a subscription (header Subscription-ID)' }),
        },
      },
    },
    async (request, reply) => {
      const { organisation } = may.reportContainers(principalOf(request));
      const { body } = request;
      const events = await takeInEvents(house, organisation, Array.isArray(body) ? body : [body]);
      if (request.headers['subscription-id']) return reply.status(204).send(null);
      return reply.status(202).send({ events });
    },
  );

  /* A publisher asks with HEAD whether the callback is there before it subscribes it. */
  app.head('/api/dcsa/events', { schema: { hide: true } }, async (request, reply) => {
    may.reportContainers(principalOf(request));
    return reply.status(204).send();
  });

  app.get(
    '/api/container-events',
    {
      schema: {
        tags: ['doors'],
        summary: 'Container events as they came, newest first, with what became of each',
        querystring: Type.Object({
          state: Type.Optional(Type.Enum(['moved', 'waiting', 'marked'])),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
        }),
        response: { 200: Type.Object({ events: Type.Array(Kept) }) },
      },
    },
    async (request) => {
      const who = may.reportContainers(principalOf(request));
      return { events: (await readAs(house, who, (tx) => listKept(tx, { limit: 200, ...request.query }))) as never[] };
    },
  );
};
