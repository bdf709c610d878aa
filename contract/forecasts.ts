import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, IsoDay, PositiveQuantity, Quantity, Reference, Text, Unit } from './primitives.ts';

const closed = { additionalProperties: false } as const;

/** Whose number a forecast is: the customer's own, the supplier's, or a model's. */
export const FORECAST_SOURCES = ['customer', 'supplier', 'statistical'] as const;

/** What was needed in a week; `week` is its Monday. Odd quantities are kept as reported and flagged where they are used. */
const HistoryWeek = Type.Object({ week: IsoDay, quantity: Quantity }, closed);

/** Demand of a part at a site as its owner knows it. Replaces the weeks that it names; a week that nobody names is a gap, not a zero. */
export const DemandHistory = Type.Object(
  {
    owner: Id,
    site: Id,
    part: Id,
    unit: Unit,
    weeks: Type.Array(HistoryWeek, { minItems: 1, maxItems: 530 }),
    /** The file or system that it comes from. */
    reference: Type.Optional(Reference),
  },
  closed,
);

/** What somebody who knows says of an odd week: it is none of the part's usual demand, or it is. */
export const HistoryJudgement = Type.Object(
  {
    owner: Id,
    site: Id,
    part: Id,
    week: IsoDay,
    verdict: Type.Enum(['leave-out', 'use']),
    reason: Text,
  },
  closed,
);

/** A part that takes over from another: its forecast begins with the history of the one before it. */
export const PartSuccession = Type.Object(
  {
    owner: Id,
    successor: Id,
    predecessor: Id,
    /** Pieces of the successor that do what one of the predecessor did. */
    ratio: Type.Number({ exclusiveMinimum: 0, maximum: 1000 }),
    /** First week with the successor, and the first with it alone. */
    startsOn: IsoDay,
    endsOn: IsoDay,
  },
  closed,
);

export const ForecastWeek = Type.Object(
  {
    week: IsoDay,
    quantity: PositiveQuantity,
    /** One per level of the forecast, ascending. */
    quantiles: Type.Optional(Type.Array(PositiveQuantity, { maxItems: 9 })),
  },
  closed,
);

/** What the forecast of a model was made with, as it was then. */
export const ForecastModel = Type.Object(
  {
    demand: Type.Enum(['smooth', 'intermittent']),
    models: Type.Array(Type.Object({ name: Type.String({ maxLength: 60 }), weight: Type.Number() }, closed), {
      maxItems: 20,
    }),
    historyFrom: IsoDay,
    historyTo: IsoDay,
    weeks: Type.Integer({ minimum: 0 }),
    /** The run, and the panel of it that models, weights and intervals learned from; `forecast-panel-stated` names its series. */
    run: Id,
    panel: Type.Integer({ minimum: 0 }),
    learnedFrom: Type.Integer({ minimum: 0 }),
    predecessor: Type.Optional(Id),
    /** Weeks that were guessed, that stand out, and that were not used, with why. */
    gaps: Type.Array(IsoDay, { maxItems: 530 }),
    outliers: Type.Array(
      Type.Object({ week: IsoDay, quantity: Quantity, expected: Quantity, deviations: Type.Number() }, closed),
      { maxItems: 100 },
    ),
    flags: Type.Array(
      Type.Object(
        {
          week: IsoDay,
          quantity: Quantity,
          suspicion: Type.String({ maxLength: 40 }),
          usual: Quantity,
          suggested: Type.Optional(Quantity),
        },
        closed,
      ),
      { maxItems: 100 },
    ),
    /** Of an earlier origin, as if nothing later were known. */
    backtest: Type.Optional(
      Type.Object(
        {
          weeks: Type.Integer({ minimum: 1 }),
          wape: Type.Optional(Type.Number()),
          bias: Type.Optional(Type.Number()),
          mase: Type.Optional(Type.Number()),
          coverage: Type.Optional(Type.Number()),
          /** 1 − WAPE by that of Naive 2. */
          valueAdded: Type.Optional(Type.Number()),
        },
        closed,
      ),
    ),
  },
  closed,
);

/** Which series one panel of a run learned from: all of them its owner's to see. */
export const ForecastPanel = Type.Object(
  {
    owner: Id,
    run: Id,
    panel: Type.Integer({ minimum: 0 }),
    series: Type.Array(Type.Object({ site: Id, part: Id }, closed), { minItems: 1, maxItems: 2000 }),
  },
  closed,
);

/** A forecast of a part's weekly demand at a site, as of a day. A later one of the same party for the same readers replaces it. */
export const PublishedForecast = Type.Object(
  {
    owner: Id,
    source: Type.Enum([...FORECAST_SOURCES]),
    /** Whom it is told, beside its owner: one event for each, so that nobody learns who else is told. */
    partner: Type.Optional(Id),
    site: Id,
    part: Id,
    unit: Unit,
    publishedOn: IsoDay,
    levels: Type.Optional(Type.Array(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }), { maxItems: 9 })),
    weeks: Type.Array(ForecastWeek, { minItems: 1, maxItems: 160 }),
    model: Type.Optional(ForecastModel),
  },
  closed,
);

export const FORECAST_EVENTS = {
  'demand-history-stated': defineEvent({
    data: DemandHistory,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
  }),
  'demand-history-judged': defineEvent({
    data: HistoryJudgement,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
  }),
  'part-succession-stated': defineEvent({
    data: PartSuccession,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    parts: (d) => [d.successor],
  }),
  'forecast-panel-stated': defineEvent({
    data: ForecastPanel,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    derived: true,
  }),
  'forecast-published': defineEvent({
    data: PublishedForecast,
    speaker: (d) => d.owner,
    parties: (d) => (d.partner ? [d.owner, d.partner] : [d.owner]),
    recorders: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
  }),
} as const;

export type DemandHistory = Static<typeof DemandHistory>;
export type ForecastSource = (typeof FORECAST_SOURCES)[number];
export type ForecastWeek = Static<typeof ForecastWeek>;
export type ForecastModel = Static<typeof ForecastModel>;
export type PublishedForecast = Static<typeof PublishedForecast>;
