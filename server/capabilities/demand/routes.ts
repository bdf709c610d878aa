import { PlannedQuantities, RecordOutcome, ScheduleQuantity } from '@intakt/contract';
import { type Static, Type } from 'typebox';
import { principalOf, recordAs } from '../../access/index.ts';
import { type House, type PlainRoutes, type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { accuracyRoutes } from './accuracy-routes.ts';
import { capacityRoutes } from './capacity-routes.ts';
import { commitRoutes } from './commit-routes.ts';
import { demandPlanRoutes } from './demand-plan-routes.ts';
import { forecastRoutes } from './forecast-routes.ts';
import { compareReleases } from './rules.ts';
import { stabilityRoutes } from './stability-routes.ts';
import { listCumulatives, listReleases, listSchedules, releaseQuantities, type ScheduleRow } from './store.ts';

const tags = ['demand'];
const optionalText = Type.Optional(Type.String());
const nullableText = Type.Union([Type.String(), Type.Null()]);
const nullableNumber = Type.Union([Type.Number(), Type.Null()]);
const Anything = Type.Object({}, { additionalProperties: true });

const Schedule = Type.Object({
  customer: Type.String(),
  supplier: Type.String(),
  part: Type.String(),
  shipTo: Type.String(),
  shipFrom: nullableText,
  kind: Type.String(),
  release: Type.String(),
  releasedOn: Type.String(),
  unit: Type.String(),
  quantities: Type.Array(ScheduleQuantity),
  cumulative: Type.Union([Anything, Type.Null()]),
  authorisations: Type.Array(Anything),
  unloadingPoint: nullableText,
  orderReference: nullableText,
  confirmed: Type.Boolean(),
  eventId: Type.String(),
  previousRelease: nullableText,
  previousReleasedOn: nullableText,
  previousEventId: nullableText,
  previousQuantities: Type.Union([Type.Array(ScheduleQuantity), Type.Null()]),
  sequence: Type.Integer(),
});
const Bucket = Type.Object({
  from: Type.String(),
  to: Type.String(),
  old: Type.Number(),
  new: Type.Number(),
  delta: Type.Number(),
  horizon: Type.Optional(Type.String()),
});
const Cumulative = Type.Object({
  customer: Type.String(),
  supplier: Type.String(),
  part: Type.String(),
  shipTo: Type.String(),
  received: Type.Number(),
  despatched: Type.Number(),
  inTransit: Type.Number(),
  statedReceived: nullableNumber,
  statedDespatched: nullableNumber,
  zeroedOn: nullableText,
  lastDespatchNote: nullableText,
  lastDespatchOn: nullableText,
  countedDespatchNote: nullableText,
  countedDespatchOn: nullableText,
});
const Relation = Type.Object({
  customer: Type.String(),
  supplier: Type.String(),
  part: Type.String(),
  shipTo: Type.String(),
  kind: optionalText,
  release: optionalText,
  against: optionalText,
});

export const demandRoutes: Routes = (app, house) => {
  for (const routes of [
    scheduleRoutes,
    quantityRoutes,
    commitRoutes,
    forecastRoutes,
    stabilityRoutes,
    capacityRoutes,
    accuracyRoutes,
    demandPlanRoutes,
  ])
    routes(app, house);
};

const scheduleRoutes: PlainRoutes = (app, house) => {
  app.get(
    '/api/schedules',
    {
      schema: {
        tags,
        summary: 'Current delivery schedule of each relation, with the release before it',
        querystring: Type.Object({
          part: optionalText,
          supplier: optionalText,
          customer: optionalText,
          shipTo: optionalText,
          kind: optionalText,
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
        }),
        response: { 200: Type.Object({ schedules: Type.Array(Schedule) }) },
      },
    },
    async (request) => {
      const query = request.query as { part?: string; supplier?: string; limit?: number };
      return {
        schedules: await readAs(house, principalOf(request), (tx) => listSchedules(tx, { limit: 200, ...query })),
      };
    },
  );

  app.get(
    '/api/schedules/comparison',
    {
      schema: {
        tags,
        summary: 'Release against release: old, new and delta per calendar week, cumulatives, and all releases',
        querystring: Relation,
        response: {
          200: Type.Object({
            current: Schedule,
            buckets: Type.Array(Bucket),
            cumulative: Type.Union([Cumulative, Type.Null()]),
            releases: Type.Array(
              Type.Object({
                release: Type.String(),
                releasedOn: Type.String(),
                eventId: Type.String(),
                confirmed: Type.Boolean(),
                total: Type.Number(),
              }),
            ),
          }),
        },
      },
    },
    async (request) => compare(house, principalOf(request), request.query as Static<typeof Relation>),
  );
};

const quantityRoutes: PlainRoutes = (app, house) => {
  app.get(
    '/api/cumulatives',
    {
      schema: {
        tags,
        summary: 'Cumulative quantities: counted here, stated by the customer, and what differs',
        querystring: Type.Object({
          part: optionalText,
          supplier: optionalText,
          customer: optionalText,
          shipTo: optionalText,
        }),
        response: { 200: Type.Object({ cumulatives: Type.Array(Cumulative) }) },
      },
    },
    async (request) => ({
      cumulatives: await readAs(house, principalOf(request), (tx) =>
        listCumulatives(tx, request.query as { part?: string }),
      ),
    }),
  );

  app.put(
    '/api/plans',
    {
      schema: {
        tags,
        summary: "The own site's requirement or production per day; replaces the days from … to",
        body: Type.Object(
          { kind: Type.Enum(['requirement', 'production']), plan: Type.Omit(PlannedQuantities, ['owner']) },
          { additionalProperties: false },
        ),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const { kind, plan } = request.body as {
        kind: 'requirement' | 'production';
        plan: Omit<PlannedQuantities, 'owner'>;
      };
      return recordAs(house, { request, who, type: `${kind}-planned`, data: { ...plan, owner: who.organisation } });
    },
  );
};

async function compare(house: House, who: Parameters<typeof readAs>[1], query: Static<typeof Relation>) {
  const relation = { ...query, kind: query.kind ?? 'delivery-forecast' };
  return readAs(house, who, async (tx) => {
    const [current] = await listSchedules(tx, { ...relation, limit: 1 });
    if (!current)
      return refuse('NOT_FOUND', { what: 'delivery schedule', id: `${query.supplier} ${query.part} ${query.shipTo}` });
    const releases = await listReleases(tx, relation);
    const [cumulative] = await listCumulatives(tx, relation);
    const shown = query.release ? await releaseQuantities(tx, query.release) : undefined;
    const before = query.against ?? olderThan(releases, query.release, current);
    const against = before ? await releaseQuantities(tx, before) : (current.previousQuantities ?? undefined);
    return {
      current,
      buckets: compareReleases(against, shown ?? current.quantities),
      cumulative: cumulative ?? null,
      releases: releases.map(({ sequence: _sequence, ...release }) => release),
    };
  });
}

/** The event of the release before an older one that is shown; the current one has its predecessor with it. */
function olderThan(
  releases: { eventId: string }[],
  shown: string | undefined,
  current: ScheduleRow,
): string | undefined {
  if (!shown || shown === current.eventId) return undefined;
  return releases[releases.findIndex((release) => release.eventId === shown) + 1]?.eventId;
}
