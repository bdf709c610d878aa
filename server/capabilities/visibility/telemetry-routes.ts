import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, Instant, SENSOR_KINDS } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { readCurves, readMarked, readTrack } from './telemetry-store.ts';

const Nullable = Type.Union([Type.Number(), Type.Null()]);
const Answer = Type.Object({
  curves: Type.Array(
    Type.Object({
      kind: Type.Enum([...SENSOR_KINDS]),
      at: Instant,
      lowest: Type.Number(),
      highest: Type.Number(),
    }),
  ),
  track: Type.Array(
    Type.Object({ at: Instant, longitude: Type.Number(), latitude: Type.Number(), speedKmh: Nullable }),
  ),
  marked: Type.Array(Type.Object({ at: Instant, mark: Type.String(), kind: Type.String(), value: Nullable }), {
    description: 'Kept, but not believed, and why',
  }),
});

/** What the trackers of a shipment said; row security shows it to who may see the consignment. */
export const telemetryRoutes: PlainRoutes = (instance, house) => {
  instance.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/shipments/:id/telemetry',
    {
      schema: {
        tags: ['visibility'],
        summary: 'Track and sensor curves of a shipment',
        params: Type.Object({ id: Id }),
        response: { 200: Answer },
      },
    },
    (request) => {
      const { id } = request.params;
      return readAs(house, principalOf(request), async (tx) => ({
        curves: await readCurves(tx, id),
        track: await readTrack(tx, id),
        marked: await readMarked(tx, id),
      }));
    },
  );
};
