import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, RecordOutcome } from '@intakt/contract';
import { Type } from 'typebox';
import type { Member } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { issueLink } from '../../access/index.ts';
import type { Principal } from '../../access/principal.ts';
import { recordAs } from '../../access/record-as.ts';
import { ById, closed, Issued } from '../../access/schemas.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { ReportOutcome, reportStops, StopReport, type TourAtHand, TourReport } from './report-tour.ts';
import { nullable, StopAnswer, TourAnswer } from './schemas.ts';
import { listCarried } from './shipment-arrival.ts';
import { listPlanSites, listStops, listTours } from './store.ts';

const tags = ['transport'];
const MOST_REPORTS = 200;
const Reports = Type.Object({ reports: Type.Array(StopReport, { minItems: 1, maxItems: MOST_REPORTS }) }, closed);
const Outcomes = Type.Object({ results: Type.Array(ReportOutcome) });
const Place = Type.Object({
  id: Id,
  name: Type.String(),
  city: nullable(Type.String()),
  longitude: nullable(Type.Number()),
  latitude: nullable(Type.Number()),
});
const Driven = Type.Object({
  tour: TourAnswer,
  stops: Type.Array(StopAnswer),
  places: Type.Array(Place),
  customer: Type.String(),
  now: Type.String(),
});

/** What is said while a tour is driven: by its carrier, or by its driver with nothing but a link. */
export const executionRoutes: PlainRoutes = (instance, house) => {
  for (const routes of [carrierRoutes, linkRoutes, driverRoutes]) routes(instance, house);
};

const carrierRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/tours/:id/reports',
    {
      schema: {
        tags,
        summary: 'Say what happened at the stops of a tour; the later stops are expected anew',
        params: ById,
        body: Reports,
        response: { 200: Outcomes },
      },
    },
    async (request) => {
      const who = may.drive(principalOf(request));
      const read = () => tourAtHand(house, who, request.params.id);
      const source = who.kind === 'person' ? 'screen' : 'api';
      const by = { organisation: who.organisation, source };
      return { results: await reportStops(house, by, read, request.body.reports) };
    },
  );

  app.post(
    '/api/tours/:id/state',
    {
      schema: {
        tags,
        summary: 'Accept a tour, name its truck, say that it has left, where it is, or that it is in trouble',
        params: ById,
        body: TourReport,
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.drive(principalOf(request));
      const { tour } = await tourAtHand(house, who, request.params.id);
      const { id, customer, carrier } = tour;
      const data = { tour: id, customer, ...(carrier && { carrier }), at: house.clock.instant(), ...request.body };
      return recordAs(house, { request, who, type: 'tour-reported', data });
    },
  );
};

const linkRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/tours/:id/link',
    {
      schema: {
        tags,
        summary: 'Make a link with which a driver sees this tour and reports its stops',
        params: ById,
        body: Type.Object({ hours: Type.Integer({ minimum: 1, maximum: 24 * 14 }) }, closed),
        response: { 200: Issued },
      },
    },
    async (request) => {
      const who = may.drive(principalOf(request));
      const { tour } = await tourAtHand(house, who, request.params.id);
      return issueLink(house, who, { object: `tour:${tour.customer}/${tour.id}`, hours: request.body.hours });
    },
  );
};

const driverRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/driver',
    {
      schema: { tags, summary: 'The tour that a driver’s link opens, with where to go', response: { 200: Driven } },
    },
    async (request) => {
      const who = principalOf(request);
      const { tour, stops } = await tourAtHand(house, who, linkedTour(who));
      const places = await placesOf(
        house,
        stops.map(({ site }) => site),
      );
      const customer = await nameOf(house, tour.customer);
      return { tour, stops, places, customer, now: house.clock.instant() };
    },
  );

  app.post(
    '/api/driver/reports',
    {
      schema: {
        tags,
        summary: 'What the driver did; may be sent again, and late, when there was no network',
        body: Reports,
        response: { 200: Outcomes },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const id = linkedTour(who);
      const by = { organisation: who.organisation, source: 'driver' };
      const read = () => tourAtHand(house, who, id);
      return { results: await reportStops(house, by, read, request.body.reports) };
    },
  );
};

function linkedTour(who: Principal): Id {
  const found = who.kind === 'link' && /^tour:[^/]+\/(.+)$/.exec(who.object)?.[1];
  return (
    found || refuse('NOT_ALLOWED', { who: `A ${who.kind}`, what: 'open a driver’s tour', needed: 'a link to a tour' })
  );
}

/** The tour with its stops, as far as the caller may see both: a supplier's own stop alone is not enough to report. */
async function tourAtHand(house: House, who: Member | Principal, id: Id): Promise<TourAtHand> {
  const found = await readAs(house, who, async (tx) => {
    const [tour] = await listTours(tx, { tour: id, limit: 1 });
    return (
      tour && {
        tour,
        stops: (await listStops(tx, { tour: id, limit: 1000 })).filter((s) => s.customer === tour.customer),
      }
    );
  });
  if (!found) return refuse('NOT_FOUND', { what: 'tour', id });
  const { customer } = found.tour;
  // The carrier does not see what is inside; that its goods come later is for the server to say to those who do.
  const carried = await house.db.system((tx) => listCarried(tx, customer, id));
  return { ...found, carried };
}

/** A driver has to know where the gate is; of those sites, and no other, the server tells it as itself. */
const placesOf = (house: House, sites: readonly Id[]) =>
  house.db.system(async (tx) => {
    const found = await listPlanSites(tx, sites);
    return found.map(({ id, name, city, longitude, latitude }) => ({ id, name, city, longitude, latitude }));
  });

const nameOf = async (house: House, organisation: Id): Promise<string> => {
  const [row] = await house.db.system((tx) =>
    tx.query<{ name: string }>('select name from organisation where owner = $1', [organisation]),
  );
  return row?.name ?? organisation;
};
