import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { listTravelled, listUnderWay } from './arrival-store.ts';
import { readFlowFacts } from './flow-store.ts';
import { projectFor } from './nodes.ts';
import { recommendStock } from './recommend-stock.ts';

const text = Type.String();
const number = Type.Number();
const unknown = Type.Union([Type.Number(), Type.Null()]);
const Recommendation = Type.Object({
  site: text,
  part: text,
  unit: text,
  serviceLevel: number,
  onHand: number,
  demandMean: number,
  demandDeviation: number,
  leadTimeDays: number,
  leadTimeDeviationDays: unknown,
  journeys: Type.Integer(),
  watchedDeviationDays: unknown,
  recommended: number,
  recommendedWatched: unknown,
  isComplete: Type.Boolean(),
});

/** How much stock each part should have against the scatter of demand and lead time, with all that goes into it. */
export const safetyStockRoutes: PlainRoutes = (instance, house) => {
  instance.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/safety-stock',
    {
      schema: {
        tags: ['visibility'],
        summary: 'Recommended safety stock per part and site, with its inputs and what the live view lets take out',
        querystring: Type.Object({
          site: Type.Optional(text),
          part: Type.Optional(text),
          serviceLevel: Type.Optional(Type.Number({ minimum: 0.51, maximum: 0.9999 })),
        }),
        response: { 200: Type.Object({ recommendations: Type.Array(Recommendation) }) },
      },
    },
    async (request) => {
      const { site, part, serviceLevel = 0.98 } = request.query;
      const who = principalOf(request);
      const parts = part ? [part] : undefined;
      const nodes = (await projectFor(house, who, { parts })).filter((node) => !site || node.site === site);
      const { organisation } = who;
      const today = house.clock.today();
      const seen = await readAs(house, who, async (tx) => ({
        lanes: (await readFlowFacts(tx, { organisation, parts, today })).lanes,
        travelled: await listTravelled(tx),
        underWay: await listUnderWay(tx, organisation),
      }));
      return { recommendations: recommendStock(nodes, seen, serviceLevel).slice(0, 5000) };
    },
  );
};
