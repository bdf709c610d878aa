import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, RecordOutcome, STOP_MILESTONES, Text } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { recordAs } from '../../access/record-as.ts';
import { closed } from '../../access/schemas.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { stopKey } from './publish.ts';
import { listStops } from './store.ts';

const MOST_STOPS = 1000;
const Withdrawal = Type.Object(
  { customer: Type.Optional(Id), milestone: Type.Enum([...STOP_MILESTONES]), reason: Type.Optional(Text) },
  closed,
);

/** A report that was wrong is taken back by who said it, or by the tour's carrier. */
export const withdrawRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/tours/:id/stops/:stop/withdrawn-reports',
    {
      schema: {
        tags: ['transport'],
        summary:
          'Take back what was reported of a stop by mistake, as its reporter or the carrier; accrued freight is put right',
        params: Type.Object({ id: Id, stop: Id }, closed),
        body: Withdrawal,
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.drive(principalOf(request));
      const { id, stop } = request.params;
      const { customer, ...said } = request.body;
      const stops = await readAs(house, who, (tx) => listStops(tx, { tour: id, limit: MOST_STOPS }));
      const found = stops.find((one) => one.stop === stop && (!customer || one.customer === customer));
      if (!found) return refuse('NOT_FOUND', { what: `stop of tour ${id}`, id: stop });
      const data = { ...stopKey(found), ...said };
      return recordAs(house, { request, who, type: 'tour-stop-report-withdrawn', data });
    },
  );
};
