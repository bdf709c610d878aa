import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, IsoDay, PositiveQuantity, Text } from '@intakt/contract';
import { Type } from 'typebox';
import type { Member } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { ById, closed, DONE, Done } from '../../access/schemas.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import type { DraftTour } from './draft.ts';
import { judgeTour, moveOrder } from './judge-draft.ts';
import { makePlan, PROVIDERS } from './make-plan.ts';
import { planAnswer } from './plan-answer.ts';
import { changePlan, deletePlan, findPlan, listPlans, type PlanRow, storeDistances } from './plan-store.ts';
import { publishPlan } from './publish-plan.ts';
import { PlanAnswer, PlanHeadAnswer } from './schemas.ts';

const tags = ['transport'];
const PublishedAnswer = Type.Object({
  published: Type.Array(Id),
  sequence: Type.Integer(),
  unshared: Type.Array(Type.Object({ tour: Id, problem: Type.String() })),
});
const Version = { version: Type.Integer({ minimum: 1, description: 'of the plan as it was seen' }) };

/** The planner's desk. A draft is its organisation's alone; each change says which version it saw. */
export const planRoutes: PlainRoutes = (instance, house) => {
  for (const routes of [deskRoutes, changeRoutes, publishRoutes, matrixRoutes]) routes(instance, house);
};

const deskRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/transport-plans',
    {
      schema: {
        tags,
        summary: 'Drafts and published plans, newest first',
        querystring: Type.Object({ day: Type.Optional(IsoDay) }),
        response: { 200: Type.Object({ plans: Type.Array(PlanHeadAnswer) }) },
      },
    },
    async (request) => ({
      plans: await readAs(house, principalOf(request), (tx) => listPlans(tx, request.query.day)),
    }),
  );

  app.get(
    '/api/transport-plans/:id',
    {
      schema: {
        tags,
        summary: 'A plan with its tours, figures and findings',
        params: ById,
        response: { 200: PlanAnswer },
      },
    },
    async (request) => {
      const plan = await readAs(house, principalOf(request), (tx) => findPlan(tx, request.params.id));
      return plan ? planAnswer(plan) : refuse('NOT_FOUND', { what: 'transport plan', id: request.params.id });
    },
  );

  app.post(
    '/api/transport-plans',
    {
      schema: {
        tags,
        summary: 'Begin a plan for a day from its open transport orders; what cannot be planned is named',
        body: Type.Object(
          {
            day: IsoDay,
            name: Type.Optional(Text),
            orders: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 10_000 })),
            vehicles: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500 })),
            provider: Type.Optional(Type.Enum([...PROVIDERS])),
            seed: Type.Optional(Type.Integer({ minimum: 1 })),
          },
          closed,
        ),
        response: { 200: PlanAnswer },
      },
    },
    async (request) => planAnswer(await makePlan(house, may.plan(principalOf(request)), request.body)),
  );

  app.delete(
    '/api/transport-plans/:id',
    { schema: { tags, summary: 'Throw a plan away; what it published stays', params: ById, response: { 200: Done } } },
    async (request) => {
      const { organisation } = may.plan(principalOf(request));
      const { id } = request.params;
      const done = await house.db.system((tx) => deletePlan(tx, organisation, id));
      return done ? DONE : refuse('NOT_FOUND', { what: 'transport plan', id });
    },
  );
};

const changeRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/transport-plans/:id/moves',
    {
      schema: {
        tags,
        summary: 'Put an order on another tour or at another place of its tour; both are driven anew',
        params: ById,
        body: Type.Object(
          {
            ...Version,
            order: Id,
            tour: Type.Optional(Id),
            position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
            vehicle: Type.Optional(Id),
          },
          closed,
        ),
        response: { 200: PlanAnswer },
      },
    },
    (request) => {
      const { version, ...move } = request.body;
      return change(house, may.plan(principalOf(request)), { id: request.params.id, version }, (plan) => {
        const moved = moveOrder(plan, move);
        if ('tours' in moved) return moved.tours;
        return refuse('INVALID', { path: 'order', problem: moved.problem, value: move.order });
      });
    },
  );

  app.patch(
    '/api/transport-plans/:id/tours/:tour',
    {
      schema: {
        tags,
        summary: 'Lock a tour or its first stops, give it another truck or carrier',
        params: Type.Object({ id: Id, tour: Id }, closed),
        body: Type.Object(
          {
            ...Version,
            locked: Type.Optional(Type.Boolean()),
            lockedStops: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
            vehicle: Type.Optional(Id),
            carrier: Type.Optional(Type.Union([Id, Type.Null()])),
          },
          closed,
        ),
        response: { 200: PlanAnswer },
      },
    },
    (request) => {
      const { version, ...wish } = request.body;
      const { id, tour } = request.params;
      return change(house, may.plan(principalOf(request)), { id, version }, (plan) => changeTour(plan, tour, wish));
    },
  );
};

const publishRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/transport-plans/:id/publish',
    {
      schema: {
        tags,
        summary: 'Publish the tours to their carriers, suppliers and gates, in one commit',
        params: ById,
        response: { 200: PublishedAnswer },
      },
    },
    (request) => publishPlan(house, may.plan(principalOf(request)), request.params.id),
  );
};

const matrixRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.put(
    '/api/distance-matrix',
    {
      schema: {
        tags,
        summary: 'Store distances and times between my sites; a way that is stored again is replaced',
        body: Type.Object(
          {
            ways: Type.Array(
              Type.Object({ from: Id, to: Id, meters: PositiveQuantity, seconds: PositiveQuantity }, closed),
              { minItems: 1, maxItems: 100_000 },
            ),
          },
          closed,
        ),
        response: { 200: Type.Object({ stored: Type.Integer() }) },
      },
    },
    async (request) => {
      const { organisation } = may.plan(principalOf(request));
      const ways = [...new Map(request.body.ways.map((way) => [`${way.from} ${way.to}`, way])).values()];
      await house.db.system((tx) => storeDistances(tx, organisation, ways, house.clock.instant()));
      return { stored: ways.length };
    },
  );
};

type TourWish = Partial<Pick<DraftTour, 'locked' | 'lockedStops' | 'vehicle' | 'carrier'>>;

function changeTour(plan: PlanRow, id: Id, wish: TourWish): DraftTour[] {
  const tour = plan.tours.find((one) => one.id === id);
  if (!tour) return refuse('NOT_FOUND', { what: 'tour of this plan', id });
  if (wish.vehicle && !plan.facts.vehicles[wish.vehicle])
    return refuse('UNKNOWN_REFERENCE', { what: 'vehicle type of this plan', id: wish.vehicle });
  const changed = { ...tour, ...wish, lockedStops: Math.min(wish.lockedStops ?? tour.lockedStops, tour.stops.length) };
  const judged = wish.vehicle || wish.carrier !== undefined ? judgeTour(plan, changed) : changed;
  return plan.tours.map((one) => (one.id === id ? judged : one));
}

/** Reads the plan as its organisation, changes its tours, and keeps them unless somebody else was faster. */
async function change(
  house: House,
  who: Member,
  { id, version }: { id: Id; version: number },
  work: (plan: PlanRow) => DraftTour[],
) {
  const plan = await readAs(house, who, (tx) => findPlan(tx, id));
  if (!plan) return refuse('NOT_FOUND', { what: 'transport plan', id });
  const now = house.clock.instant();
  const tours = work(plan);
  const kept = plan.version === version && (await house.db.system((tx) => changePlan(tx, plan, { tours, now })));
  if (!kept)
    return refuse('WRONG_STATE', {
      ...{ what: 'Transport plan', id, state: `${plan.state} in version ${plan.version}` },
      ...{ action: `changing version ${version}`, needed: 'the draft as it is now; load it again' },
    });
  return planAnswer({ ...plan, tours, version: version + 1, changedAt: now });
}
