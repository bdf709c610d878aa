import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import type { PlainRoutes } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { explainFor } from './nodes.ts';

const text = Type.String();
const optional = Type.Optional(text);
const Link = Type.Object({
  owner: text,
  site: text,
  part: text,
  day: text,
  missing: Type.Optional(Type.Number()),
  unit: optional,
  reason: Type.Enum(['input', 'capacity', 'shipment', 'held', 'disclosed', 'uncovered']),
  shipment: optional,
  supplier: optional,
  despatchNote: optional,
  expectedAt: optional,
  stopShift: optional,
});
const numbers = Type.Array(Type.Number());
const Outlook = Type.Object({
  today: text,
  /** From the node that stops up to what causes it; empty: it does not stop. */
  chain: Type.Array(Link),
  /** What it holds back: builds, call-offs, and needs, which are lines and customers. */
  affected: Type.Array(
    Type.Object({ kind: Type.Enum(['need', 'build', 'call-off']), site: text, part: text, from: text }),
  ),
  /** Per day from today: that something due was missing by its end, and the stock that 1 in 10, 5 and 9 runs stay below. */
  probability: numbers,
  bands: Type.Object({ low: numbers, middle: numbers, high: numbers }),
  runs: Type.Integer(),
  uncertain: Type.Integer(),
});

/** Why a part stops, how probable it is, and what it holds back. */
export const outlookRoutes: PlainRoutes = (instance, house) => {
  instance.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/projection/:site/:part/outlook',
    {
      schema: {
        tags: ['visibility'],
        summary: 'Cause of a stop pegged up the chain, what it holds back, and its probability per day',
        params: Type.Object({ site: Id, part: Id }),
        querystring: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 180 })) }),
        response: { 200: Outlook },
      },
    },
    async (request) => {
      const { site, part } = request.params;
      const found = await explainFor(house, principalOf(request), { site, part, horizonDays: request.query.days });
      if (!found) return refuse('NOT_FOUND', { what: 'projected stock of', id: `${part} at ${site}` });
      return { today: house.clock.today(), ...found };
    },
  );
};
