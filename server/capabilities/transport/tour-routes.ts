import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, IsoDay } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { ById } from '../../access/schemas.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { StopAnswer, TourAnswer } from './schemas.ts';
import { listArrivals, listStops, listTours } from './store.ts';

const tags = ['transport'];
const DAY_MS = 86_400_000;
/** A supplier's stops do not name the tour's other stops, so its answer holds stops without a tour. */
const ToursAnswer = Type.Object({ tours: Type.Array(TourAnswer), stops: Type.Array(StopAnswer) });
const MOST = 2000;

/** Tours as their carrier and their planner see them, stops as their suppliers do, arrivals as the plant does. */
export const tourRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/tours',
    {
      schema: {
        tags,
        summary: 'Published tours of a day, or since one, with the stops that I may see',
        querystring: Type.Object({ day: Type.Optional(IsoDay), since: Type.Optional(IsoDay) }),
        response: { 200: ToursAnswer },
      },
    },
    (request) =>
      readAs(house, principalOf(request), async (tx) => ({
        tours: await listTours(tx, { ...request.query, limit: MOST }),
        stops: await listStops(tx, { ...request.query, limit: MOST * 5 }),
      })),
  );

  app.get(
    '/api/tours/:id',
    {
      schema: {
        tags,
        summary: 'One tour, or the stop of it that is mine',
        params: ById,
        querystring: Type.Object({ customer: Type.Optional(Id) }),
        response: { 200: ToursAnswer },
      },
    },
    async (request) => {
      const { id } = request.params;
      const found = await readAs(house, principalOf(request), async (tx) => ({
        tours: await listTours(tx, { tour: id, limit: 2 }),
        stops: await listStops(tx, { tour: id, limit: MOST }),
      }));
      const { customer } = request.query;
      const mine = <T extends { customer: string }>(rows: T[]) =>
        rows.filter((row) => !customer || row.customer === customer);
      const answer = { tours: mine(found.tours), stops: mine(found.stops) };
      return answer.stops.length > 0 || answer.tours.length > 0 ? answer : refuse('NOT_FOUND', { what: 'tour', id });
    },
  );

  app.get(
    '/api/arrivals',
    {
      schema: {
        tags,
        summary: 'What tours bring to my gates, by when it is expected now',
        querystring: Type.Object({
          site: Type.Optional(Id),
          days: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
        }),
        response: { 200: Type.Object({ arrivals: Type.Array(StopAnswer) }) },
      },
    },
    async (request) => {
      const { site, days = 7 } = request.query;
      const since = new Date(house.clock.now() - DAY_MS).toISOString();
      const until = new Date(house.clock.now() + days * DAY_MS).toISOString();
      const arrivals = await readAs(house, principalOf(request), (tx) => listArrivals(tx, { since, until }));
      return { arrivals: arrivals.filter((stop) => !site || stop.site === site) };
    },
  );
};
