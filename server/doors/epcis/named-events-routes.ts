import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import type { PlainRoutes } from '../../house.ts';
import { may } from '../access.ts';
import { answerPage } from './answer.ts';
import { findNamed } from './named-routes.ts';
import { readQuery } from './query.ts';
import { streamQuery } from './socket.ts';

const Parameters = Type.Object(
  {
    perPage: Type.Optional(Type.Integer({ minimum: 1 })),
    nextPageToken: Type.Optional(Type.String({ maxLength: 1000 })),
    stream: Type.Optional(Type.Boolean({ description: 'For a WebSocket, which always streams' })),
    initialRecordTime: Type.Optional(Type.String({ format: 'date-time', description: 'Where a WebSocket begins' })),
  },
  { additionalProperties: false },
);

/** What a named query finds: as a page, or by WebSocket as it is captured. */
export const namedEventsRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.route({
    method: 'GET',
    url: '/epcis/queries/:name/events',
    schema: {
      tags: ['EPCIS 2.0'],
      summary: 'Events that a named query finds; a WebSocket gets them as they are captured',
      params: Type.Object({ name: Type.String({ maxLength: 100 }) }),
      querystring: Parameters,
      response: { 200: Type.Object({}, { additionalProperties: true }) },
    },
    handler: async (request, reply) => {
      const who = may.readEvents(principalOf(request));
      const { name, query } = await findNamed(house, who, request.params.name);
      return answerPage(house, who, readQuery(query), { request, reply, queryName: name });
    },
    wsHandler: async (socket, request) => {
      const who = may.readEvents(principalOf(request));
      const { name, query } = await findNamed(house, who, (request.params as { name: string }).name);
      const since = (request.query as { initialRecordTime?: string }).initialRecordTime;
      await streamQuery(house, socket, { owner: who.organisation, name, query, since });
    },
  });
};
