import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, LIGHTS } from '@intakt/contract';
import { Type } from 'typebox';
import { requireMember } from '../../access/access.ts';
import { principalOf } from '../../access/index.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { buildChain } from './chain.ts';
import { readChainFacts } from './chain-store.ts';

const nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) => Type.Union([schema, Type.Null()]);
const Answer = Type.Object({
  nodes: Type.Array(
    Type.Object({
      site: Id,
      part: Id,
      owner: nullable(Id),
      step: Type.Integer({ description: 'Negative upstream, positive downstream of the part asked for' }),
      light: nullable(Type.Enum([...LIGHTS])),
      stopAt: nullable(Type.String()),
      depth: Type.Enum(['exact', 'light', 'not-shared']),
    }),
  ),
  edges: Type.Array(
    Type.Object({
      from: Type.String({ description: 'site|part' }),
      to: Type.String(),
      kind: Type.Enum(['lane', 'built-into']),
      quantity: Type.Optional(Type.Number()),
      leadTimeDays: Type.Optional(Type.Number()),
      shipments: Type.Array(Type.Object({ id: Id, expectedAt: Type.String(), late: Type.Boolean() })),
    }),
  ),
});

/** The supply chain around a part at a site, across tiers, as far as the asker may know it. */
export const chainRoutes: PlainRoutes = (instance, house) => {
  instance.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/projection/:site/:part/chain',
    {
      schema: {
        tags: ['visibility'],
        summary: 'Where a part comes from and what is built from it, tier by tier, with lights and late shipments',
        params: Type.Object({ site: Id, part: Id }),
        response: { 200: Answer },
      },
    },
    async (request) => {
      const who = requireMember(principalOf(request), 'see a supply chain');
      const now = house.clock.instant();
      const facts = await readAs(house, who, (tx) => readChainFacts(tx, { organisation: who.organisation, now }));
      const { site, part } = request.params;
      const chain = buildChain(facts, { site, part });
      const start = chain.nodes[0]!;
      const isUnknown = chain.edges.length === 0 && start.depth === 'not-shared' && start.owner !== who.organisation;
      return isUnknown ? refuse('NOT_FOUND', { what: 'part at this site', id: `${part} ${site}` }) : chain;
    },
  );
};
