import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, Instant, PositiveQuantity, RecordOutcome, TENDER_ANSWERS, Text } from '@intakt/contract';
import { Type } from 'typebox';
import type { Member } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { recordAll, recordAs } from '../../access/record-as.ts';
import { ById, closed } from '../../access/schemas.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { accrualCommand, accrualOf } from './accrue.ts';
import { listTenders, type TenderRow } from './freight-store.ts';
import { listRates } from './price-store.ts';
import { nullable } from './schemas.ts';
import { listStops, listTours } from './store.ts';
import { assignCommands, awardCommands, tenderCommands } from './tender-tour.ts';

const tags = ['transport'];
const text = Type.String();
const TenderAnswer = Type.Object({
  customer: Id,
  id: Id,
  carrier: Id,
  tour: Id,
  round: Type.Integer(),
  state: text,
  respondBy: Instant,
  priceAsked: nullable(Type.Number()),
  priceAnswered: nullable(Type.Number()),
  priceAwarded: nullable(Type.Number()),
  reason: nullable(text),
  currency: text,
  terms: Type.Object({
    vehicleName: text,
    departsAt: text,
    arrivesAt: text,
    distanceKm: Type.Number(),
    massKg: Type.Number(),
    loadingMeters: Type.Number(),
    sites: Type.Array(Id),
  }),
  openedAt: Instant,
  answeredAt: nullable(Instant),
});
const Tenders = Type.Object({ tenders: Type.Array(TenderAnswer) });
const wish = {
  carriers: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }),
  respondBy: Instant,
  priceAsked: Type.Optional(PositiveQuantity),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
};

/** The tender room: a tour is offered, answered, offered again, and given to one. */
export const tenderRoutes: PlainRoutes = (instance, house) => {
  for (const routes of [readingRoutes, openingRoutes, answeringRoutes]) routes(instance, house);
};

const readingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/tenders',
    {
      schema: {
        tags,
        summary: 'Tenders of mine: all answers as their customer, my own as a carrier',
        response: { 200: Tenders },
      },
    },
    async (request) => ({ tenders: await readAs(house, principalOf(request), (tx) => listTenders(tx)) }),
  );
};

const openingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/tenders',
    {
      schema: {
        tags,
        summary: 'Offer a published tour to carriers; asked again for the same tour it is the next round',
        body: Type.Object({ tour: Id, ...wish }, closed),
        response: { 200: Type.Object({ tender: Id, round: Type.Integer() }) },
      },
    },
    async (request) => {
      const who = may.agreeFreight(principalOf(request));
      const { tour: id, currency = 'EUR', ...rest } = request.body;
      const { tour, stops, tenders } = await readTour(house, who, id);
      const open = tenders.filter(({ state }) => !['awarded', 'lost', 'withdrawn'].includes(state));
      const tender = open[0]?.id ?? `tender-${randomUUID()}`;
      const round = Math.max(0, ...open.map((one) => one.round)) + 1;
      const said = { source: 'screen', id: `${tender}/${round}`, occurredAt: house.clock.instant() };
      await recordAll(house, who.organisation, tenderCommands(tour, stops, { ...rest, tender, round, currency }, said));
      return { tender, round };
    },
  );

  app.post(
    '/api/tenders/:id/award',
    {
      schema: {
        tags,
        summary:
          'Give the tour to one carrier at its price: the tour goes out to it, and the others learn that they lost',
        params: ById,
        body: Type.Object({ carrier: Id }, closed),
        response: { 200: Type.Object({ tour: Id, carrier: Id, price: nullable(Type.Number()) }) },
      },
    },
    (request) => award(house, may.agreeFreight(principalOf(request)), request.params.id, request.body.carrier),
  );
};

const answeringRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/tenders/:id/answer',
    {
      schema: {
        tags,
        summary: 'Accept, reject, or name another price',
        params: ById,
        body: Type.Object(
          {
            answer: Type.Enum([...TENDER_ANSWERS]),
            price: Type.Optional(PositiveQuantity),
            reason: Type.Optional(Text),
          },
          closed,
        ),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.agreeFreight(principalOf(request));
      const { id } = request.params;
      const mine = (await readAs(house, who, (tx) => listTenders(tx, { tender: id }))).find(
        ({ carrier }) => carrier === who.organisation,
      );
      if (!mine) return refuse('NOT_FOUND', { what: 'tender', id });
      const { customer, carrier, round } = mine;
      const data = { tender: id, customer, carrier, round, ...request.body };
      return recordAs(house, { request, who, type: 'tender-answered', data });
    },
  );

  app.post(
    '/api/tenders/:id/withdraw',
    {
      schema: {
        tags,
        summary: 'Withdraw a tender from all who were asked',
        params: ById,
        response: { 200: Type.Object({ withdrawn: Type.Integer() }) },
      },
    },
    async (request) => {
      const who = may.agreeFreight(principalOf(request));
      const open = (await ownTenders(house, who, request.params.id)).filter(({ state }) => !isClosed(state));
      const occurredAt = house.clock.instant();
      const commands = open.map(({ id, customer, carrier }) => ({
        type: 'tender-closed' as const,
        source: 'screen',
        id: `${id}/withdrawn/${carrier}`,
        occurredAt,
        data: { tender: id, customer, carrier, outcome: 'withdrawn' as const },
      }));
      if (commands.length > 0) await recordAll(house, who.organisation, commands);
      return { withdrawn: commands.length };
    },
  );
};

const isClosed = (state: string): boolean => ['awarded', 'lost', 'withdrawn'].includes(state);

async function ownTenders(house: House, who: Member, id: Id): Promise<TenderRow[]> {
  const found = await readAs(house, who, (tx) => listTenders(tx, { tender: id }));
  const own = found.filter(({ customer }) => customer === who.organisation);
  return own.length > 0 ? own : refuse('NOT_FOUND', { what: 'tender', id });
}

async function readTour(house: House, who: Member, id: Id) {
  const found = await readAs(house, who, async (tx) => ({
    tour: (await listTours(tx, { tour: id, limit: 10 })).find(({ customer }) => customer === who.organisation),
    stops: (await listStops(tx, { tour: id, limit: 1000 })).filter(({ customer }) => customer === who.organisation),
    tenders: await listTenders(tx, { tour: id }),
  }));
  if (!found.tour) return refuse('NOT_FOUND', { what: 'tour', id });
  return { ...found, tour: found.tour };
}

async function award(house: House, who: Member, id: Id, carrier: Id) {
  const tenders = await ownTenders(house, who, id);
  const winner = tenders.find((one) => one.carrier === carrier);
  if (!winner) return refuse('NOT_FOUND', { what: `answer of ${carrier} to tender`, id });
  if (winner.state !== 'accepted' && winner.state !== 'countered')
    return refuse('WRONG_STATE', {
      ...{ what: 'Tender', id, state: winner.state, action: `awarding it to ${carrier}` },
      needed: 'its acceptance or counter-offer',
    });
  const { tour, stops } = await readTour(house, who, winner.tour);
  const said = { source: 'screen', id: `${id}/award`, occurredAt: house.clock.instant() };
  const awarded = { ...winner, state: 'awarded', priceAwarded: winner.priceAnswered };
  const rates = await readAs(house, who, (tx) => listRates(tx, { carrier }));
  const accrual = accrualOf({ ...tour, carrier }, stops, { rates, tenders: [awarded], basis: 'planned' });
  await recordAll(house, who.organisation, [
    ...awardCommands(tenders, winner, said),
    ...assignCommands(tour, stops, carrier, said),
    ...(accrual ? [accrualCommand(accrual, said)] : []),
  ]);
  return { tour: tour.id, carrier, price: winner.priceAnswered };
}
