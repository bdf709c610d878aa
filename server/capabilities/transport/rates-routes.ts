import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { FullLoadRates, GroupageRates, Id, RATE_KINDS, RecordOutcome, TourRates } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf, recordAs } from '../../access/index.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { may } from './access.ts';
import { listRates } from './price-store.ts';
import { fullLoadProblem, groupageProblem, periodProblem, refuseWrong } from './rates-rules.ts';

const tags = ['transport'];
const ById = Type.Object({ id: Id });
const Anything = Type.Object({}, { additionalProperties: true });

const RatesAnswer = Type.Object({
  carrier: Type.String(),
  tariff: Type.String(),
  customer: Type.String(),
  kind: Type.Enum([...RATE_KINDS]),
  name: Type.String(),
  currency: Type.String(),
  validFrom: Type.String(),
  validTo: Type.Union([Type.String(), Type.Null()]),
  terms: Anything,
  confirmed: Type.Boolean(),
});

/** The price list: by it tours and seasons are planned, accrued and checked. Only the carrier and its customer see a price. */
export const ratesRoutes: PlainRoutes = (instance, house) => {
  for (const routes of [networkRatesRoutes, tourRatesRoute]) routes(instance, house);
};

const networkRatesRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/transport/rates',
    {
      schema: {
        tags,
        summary:
          'The price list: rates for tours, whole trucks and groupage that I agreed on, as carrier or as customer',
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
      refuseWrong(groupageProblem(body));
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
      refuseWrong(fullLoadProblem(request.body));
      const data = { ...request.body, tariff: request.params.id };
      return recordAs(house, { request, who, type: 'full-load-rates-agreed', data });
    },
  );
};

const tourRatesRoute: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.put(
    '/api/transport/tour-rates/:id',
    {
      schema: {
        tags,
        summary: 'Agree on rates for tours: its carrier’s word; by the customer a report until the carrier says it',
        params: ById,
        body: Type.Omit(TourRates, ['tariff']),
        response: { 200: RecordOutcome },
      },
    },
    (request) => {
      const who = may.agreeFreight(principalOf(request));
      refuseWrong(periodProblem(request.body));
      const data = { ...request.body, tariff: request.params.id };
      return recordAs(house, { request, who, type: 'tariff-agreed', data });
    },
  );
};
