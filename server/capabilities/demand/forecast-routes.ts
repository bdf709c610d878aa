import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  DemandHistory,
  FORECAST_SOURCES,
  ForecastModel,
  ForecastWeek,
  HistoryJudgement,
  Id,
  IsoDay,
  PartSuccession,
  PublishedForecast,
  RecordOutcome,
} from '@intakt/contract';
import { Type } from 'typebox';
import { recordAs } from '../../access/index.ts';
import { principalOf } from '../../access/authenticate.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { may } from './access.ts';
import { HISTORY_SOURCES } from './forecast-histories.ts';
import { listForecasts, readSuccessions } from './forecast-store.ts';
import { asLine, viewPart } from './forecast-view.ts';

const tags = ['demand'];
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const MaybeNumber = nullable(Type.Number());

const Line = Type.Object({
  site: Id,
  part: Id,
  unit: Type.String(),
  publishedOn: IsoDay,
  demand: nullable(Type.Enum(['smooth', 'intermittent'])),
  models: Type.Array(Type.String()),
  nextQuarter: Type.Number({ description: 'Expected demand of the next 13 weeks' }),
  low: nullable(Type.Number({ description: 'Sum of the weekly 10 % quantiles' })),
  high: nullable(Type.Number({ description: 'Sum of the weekly 90 % quantiles' })),
  wape: MaybeNumber,
  bias: MaybeNumber,
  valueAdded: MaybeNumber,
  odd: Type.Integer(),
});
const Accuracy = Type.Array(
  Type.Object({
    lagWeeks: Type.Integer(),
    weeks: Type.Integer(),
    wape: MaybeNumber,
    bias: MaybeNumber,
    valueAdded: MaybeNumber,
  }),
);
const Shown = {
  owner: Id,
  source: Type.Enum([...FORECAST_SOURCES]),
  partner: nullable(Type.String()),
  publishedOn: IsoDay,
  weeks: Type.Array(ForecastWeek),
  model: nullable(ForecastModel),
  eventId: Type.String(),
};
const WeekQuantity = Type.Object({ week: IsoDay, quantity: Type.Number() });
const PartView = Type.Object({
  site: Id,
  part: Id,
  unit: Type.String(),
  history: Type.Array(WeekQuantity),
  judged: Type.Object({}, { additionalProperties: true }),
  historySource: Type.Union([Type.Enum([...HISTORY_SOURCES]), Type.Null()]),
  statistical: nullable(Type.Object({ ...Shown, levels: Type.Array(Type.Number()) })),
  learnedFrom: Type.Array(Type.Object({ site: Id, part: Id })),
  parties: Type.Array(Type.Object({ ...Shown, accuracy: Accuracy })),
  accuracy: Accuracy,
  callOffs: Type.Array(
    Type.Object({
      customer: Id,
      supplier: Id,
      release: Type.String(),
      releasedOn: IsoDay,
      weeks: Type.Array(WeekQuantity),
    }),
  ),
});

export const forecastRoutes: PlainRoutes = (app, house) => {
  readingRoutes(app, house);
  statingRoutes(app, house);
};

const readingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/forecasts',
    {
      schema: {
        tags,
        summary: 'Statistical forecasts of all parts: next quarter, spread, how good the last quarter would have been',
        querystring: Type.Object({
          part: Type.Optional(Id),
          site: Type.Optional(Id),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, default: 2000 })),
        }),
        response: { 200: Type.Object({ forecasts: Type.Array(Line) }) },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const filter = { limit: 2000, ...request.query, source: 'statistical' };
      return { forecasts: (await readAs(house, who, (tx) => listForecasts(tx, filter))).map(asLine) };
    },
  );
  app.get(
    '/api/forecasts/part',
    {
      schema: {
        tags,
        summary: 'One part at one site: history, statistical forecast with its model, and what each party says',
        querystring: Type.Object({ site: Id, part: Id }),
        response: { 200: PartView },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const today = house.clock.today();
      return readAs(house, who, (tx) => viewPart(tx, { owner: who.organisation, today, ...request.query }));
    },
  );
  app.get(
    '/api/part-successions',
    {
      schema: {
        tags,
        summary: 'Which part takes over from which',
        response: { 200: Type.Object({ successions: Type.Array(Type.Omit(PartSuccession, ['owner'])) }) },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return { successions: await readAs(house, who, (tx) => readSuccessions(tx, who.organisation)) };
    },
  );
};

const statingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/forecasts',
    {
      schema: {
        tags,
        summary: 'Publish the own forecast of a part, for oneself or to one partner',
        body: Type.Omit(PublishedForecast, ['owner', 'publishedOn', 'model']),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const data = { ...request.body, owner: who.organisation, publishedOn: house.clock.today() };
      return recordAs(house, { request, who, type: 'forecast-published', data });
    },
  );
  app.put(
    '/api/demand-history',
    {
      schema: {
        tags,
        summary: 'State what was needed of a part, week by week; replaces the weeks that are named',
        body: Type.Omit(DemandHistory, ['owner']),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const data = { ...request.body, owner: who.organisation };
      return recordAs(house, { request, who, type: 'demand-history-stated', data });
    },
  );
  app.put(
    '/api/demand-history/judgement',
    {
      schema: {
        tags,
        summary: 'Say of an odd week whether it counts: models then leave it out, or use it',
        body: Type.Omit(HistoryJudgement, ['owner']),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const data = { ...request.body, owner: who.organisation };
      return recordAs(house, { request, who, type: 'demand-history-judged', data });
    },
  );
  app.put(
    '/api/part-successions',
    {
      schema: {
        tags,
        summary: 'Say which part takes over from which, and when',
        body: Type.Omit(PartSuccession, ['owner']),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const data = { ...request.body, owner: who.organisation };
      return recordAs(house, { request, who, type: 'part-succession-stated', data });
    },
  );
};
