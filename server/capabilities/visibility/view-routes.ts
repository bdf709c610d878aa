import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, LIGHTS } from '@intakt/contract';
import { Type } from 'typebox';
import { requireMember } from '../../access/access.ts';
import { principalOf } from '../../access/index.ts';
import type { PlainRoutes } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { viewsOfNode, viewsOfShipment } from './views.ts';

const nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) =>
  Type.Optional(Type.Union([schema, Type.Null()]));
const Answer = Type.Object({
  columns: Type.Array(
    Type.Object({ organisation: Id, why: Type.Enum(['self', 'owner', 'message', 'trade', 'agreement']) }),
  ),
  facets: Type.Array(
    Type.Object({
      facet: Type.String(),
      count: Type.Integer({ description: 'Rows that I read' }),
      quantity: nullable(Type.Number()),
      at: nullable(Type.String()),
      light: nullable(Type.Enum([...LIGHTS])),
      cells: Type.Array(Type.Enum(['same', 'part', 'not-shared', 'nothing', 'unknown'])),
    }),
  ),
});
const tags = ['visibility'];

/** Side by side: what each partner sees of one object, as far as the asker may know that. */
export const viewRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/views/shipments/:id',
    {
      schema: {
        tags,
        summary: 'What each party of a shipment sees of it, and those to whom I show it',
        params: Type.Object({ id: Id }),
        response: { 200: Answer },
      },
    },
    async (request) => {
      const { id } = request.params;
      const who = requireMember(principalOf(request), 'compare views');
      return (await viewsOfShipment(house, who, id)) ?? refuse('NOT_FOUND', { what: 'shipment', id });
    },
  );

  app.get(
    '/api/views/nodes/:site/:part',
    {
      schema: {
        tags,
        summary: 'What each partner sees of a part at a site',
        params: Type.Object({ site: Id, part: Id }),
        response: { 200: Answer },
      },
    },
    async (request) => {
      const who = requireMember(principalOf(request), 'compare views');
      const { site } = request.params;
      return (await viewsOfNode(house, who, request.params)) ?? refuse('NOT_FOUND', { what: 'site', id: site });
    },
  );
};
