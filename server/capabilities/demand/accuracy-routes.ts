import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requireMember } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { agree, judgeRelation, PARTIES, valueAddedOverTime } from './accuracy.ts';
import { readRelations } from './accuracy-store.ts';
import { OneRelation, RelationQuery } from './commit-schemas.ts';

const tags = ['demand'];
const DEFAULT_LAG = 2;
const Lag = Type.Optional(
  Type.Integer({ minimum: 0, maximum: 26, description: 'How many weeks ahead a number is judged' }),
);
const Party = Type.Enum([...PARTIES]);
const JudgedShape = Type.Object({
  party: Party,
  weeks: Type.Integer(),
  wape: Type.Optional(Type.Number()),
  bias: Type.Optional(Type.Number()),
  valueAdded: Type.Optional(Type.Number()),
});
const KeptShape = Type.Object({
  weeks: Type.Integer(),
  committed: Type.Number(),
  delivered: Type.Number(),
  share: Type.Optional(Type.Number()),
});
const relation = OneRelation.properties;
const AgreedShape = Type.Object({
  week: Type.String(),
  customer: Type.Optional(Type.Number()),
  supplier: Type.Optional(Type.Number()),
  statistical: Type.Optional(Type.Number()),
  consensus: Type.Optional(Type.Number()),
});
const StandingShape = Type.Object({
  party: Party,
  weight: Type.Number(),
  correction: Type.Number(),
  wape: Type.Optional(Type.Number()),
});

/** How good each party's number was, in both directions, and the one that follows from all of them. */
export const accuracyRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/demand-accuracy',
    {
      schema: {
        tags,
        summary:
          'Per relation: how well customer, supplier and model foretold what came, and how well commits were kept',
        querystring: Type.Object({ ...Type.Omit(RelationQuery, ['limit']).properties, lag: Lag }),
        response: {
          200: Type.Object({
            lag: Type.Integer(),
            relations: Type.Array(Type.Object({ ...relation, parties: Type.Array(JudgedShape), kept: KeptShape })),
          }),
        },
      },
    },
    async (request) => {
      const { lag = DEFAULT_LAG, ...filter } = request.query;
      const who = requireMember(principalOf(request), 'read accuracy');
      const found = await readAs(house, who, (tx) => readRelations(tx, who.organisation, filter));
      const today = house.clock.today();
      const relations = found.map(({ facts, ...key }) => ({ ...key, ...judgeRelation({ ...facts, today, lag }) }));
      return { lag, relations: relations as never };
    },
  );

  app.get(
    '/api/consensus',
    {
      schema: {
        tags,
        summary:
          'Numbers of customer, supplier and model side by side, the consensus of them, and value added per quarter',
        querystring: Type.Object({ ...relation, lag: Lag }),
        response: {
          200: Type.Object({
            lag: Type.Integer(),
            weeks: Type.Array(AgreedShape),
            standings: Type.Array(StandingShape),
            quarters: Type.Array(Type.Object({ from: Type.String(), parties: Type.Array(JudgedShape) })),
            kept: KeptShape,
          }),
        },
      },
    },
    async (request) => {
      const { lag = DEFAULT_LAG, ...key } = request.query;
      const who = requireMember(principalOf(request), 'read a consensus');
      const [found] = await readAs(house, who, (tx) => readRelations(tx, who.organisation, key));
      if (!found) return refuse('NOT_FOUND', { what: 'delivery schedule', id: Object.values(key).join(' ') });
      const seen = { ...found.facts, today: house.clock.today(), lag };
      return { lag, ...agree(seen), quarters: valueAddedOverTime(seen), kept: judgeRelation(seen).kept };
    },
  );
};
