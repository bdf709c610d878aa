import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { closed } from '../../access/schemas.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { findProof } from './store.ts';

const text = Type.String();
const ProofAnswer = Type.Object({
  signedBy: Type.Optional(text),
  signature: Type.Optional(text),
  photos: Type.Optional(Type.Array(text)),
});

/** What shows that goods changed hands, for the parties of the stop: who may read the event may read what lies beside it. */
export const proofRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/stop-proofs/:event',
    {
      schema: {
        tags: ['transport'],
        summary:
          'Name, signature and pictures that came with a report of a tour’s stop, as long as they are not erased',
        params: Type.Object({ event: Type.String({ format: 'uuid' }) }, closed),
        response: { 200: ProofAnswer },
      },
    },
    async (request) => {
      const { event } = request.params;
      const proof = await readAs(house, principalOf(request), (tx) => findProof(tx, event));
      return proof ?? refuse('NOT_FOUND', { what: 'proof of event', id: event });
    },
  );
};
