import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { FullLoadRates, GroupageRates, Id, RecordOutcome } from '@intakt/contract';
import { tariffProblem } from '@intakt/transport-plan';
import { Type } from 'typebox';
import { principalOf, recordAs } from '../../access/index.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { listRates } from './season-store.ts';

const tags = ['transport'];
const ById = Type.Object({ id: Id });
const Anything = Type.Object({}, { additionalProperties: true });

const RatesAnswer = Type.Object({
  carrier: Type.String(),
  tariff: Type.String(),
  customer: Type.String(),
  kind: Type.Enum(['groupage', 'full-load']),
  name: Type.String(),
  currency: Type.String(),
  validFrom: Type.String(),
  validTo: Type.Union([Type.String(), Type.Null()]),
  terms: Anything,
  confirmed: Type.Boolean(),
});

/** Freight rates by which a season is planned; only the carrier and its customer see them. */
export const ratesRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/transport/rates',
    {
      schema: {
        tags,
        summary: 'Groupage and full-load rates that I agreed on, as carrier or as customer',
        response: { 200: Type.Object({ rates: Type.Array(RatesAnswer) }) },
      },
    },
    async (request) => ({ rates: await readAs(house, principalOf(request), (tx) => listRates(tx)) }),
  );
  app.put(
    '/api/transport/groupage-rates/:id',
    {
      schema: {
        tags,
        summary: 'Agree on groupage rates by weight and distance',
        params: ById,
        body: Type.Omit(GroupageRates, ['tariff']),
        response: { 200: RecordOutcome },
      },
    },
    (request) => {
      const who = may.agreeFreight(principalOf(request));
      const { body } = request;
      const problem = tariffProblem({ ...body, kgPerM3: 0, kgPerPlace: 0, emptiesFactor: 0 });
      if (problem) return refuse('INVALID', { path: 'per100Kg', problem, value: request.params.id });
      return recordAs(house, {
        request,
        who,
        type: 'groupage-rates-agreed',
        data: { ...body, tariff: request.params.id },
      });
    },
  );
  app.put(
    '/api/transport/full-load-rates/:id',
    {
      schema: {
        tags,
        summary: 'Agree on rates for whole trucks by distance',
        params: ById,
        body: Type.Omit(FullLoadRates, ['tariff']),
        response: { 200: RecordOutcome },
      },
    },
    (request) => {
      const who = may.agreeFreight(principalOf(request));
      const data = { ...request.body, tariff: request.params.id };
      return recordAs(house, { request, who, type: 'full-load-rates-agreed', data });
    },
  );
};
