import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Currency } from './price-list.ts';
import { Id, IsoDay, PositiveQuantity, Text } from './primitives.ts';

const closed = { additionalProperties: false } as const;
/** Local time of the place. */
const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM, local' });
const Weekdays = Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
  minItems: 1,
  maxItems: 7,
  description: 'ISO weekdays, Monday = 1',
});
export const DELIVERY_CONCEPTS = ['direct', 'groupage', 'milk-run'] as const;
const season = { plan: Id, customer: Id, validFrom: IsoDay, validTo: IsoDay };

/** How one supplier's site delivers through the season. */
export const CollectionRhythm = Type.Object(
  {
    ...season,
    supplier: Id,
    from: Id,
    to: Id,
    concept: Type.Enum([...DELIVERY_CONCEPTS]),
    weekdays: Weekdays,
    /** Whole truck loads a week that run besides. */
    fullLoads: Type.Integer({ minimum: 0, maximum: 1000 }),
    tour: Type.Optional(Id),
    /** When the truck of the tour is there. */
    arrives: Type.Optional(ClockTime),
    departs: Type.Optional(ClockTime),
  },
  closed,
);

const MasterStop = Type.Object(
  {
    site: Id,
    /** Days after the day on which the tour leaves. */
    dayOffset: Type.Integer({ minimum: 0, maximum: 6 }),
    arrives: ClockTime,
    departs: ClockTime,
  },
  closed,
);

/** A milk run that stays fixed for the season. */
export const MasterTour = Type.Object(
  {
    ...season,
    carrier: Type.Optional(Id),
    tour: Id,
    to: Id,
    vehicleName: Text,
    weekdays: Weekdays,
    departs: ClockTime,
    stops: Type.Array(MasterStop, { minItems: 1, maxItems: 40 }),
    plantWeekdays: Weekdays,
    plantArrivals: Type.Array(ClockTime, { minItems: 1, maxItems: 7 }),
    distanceKm: PositiveQuantity,
    drivingMinutes: PositiveQuantity,
    breakMinutes: PositiveQuantity,
    restMinutes: PositiveQuantity,
  },
  closed,
);

/** What the whole plan comes to, in a week; its owner's alone. */
export const SeasonPlan = Type.Object(
  {
    ...season,
    site: Id,
    name: Text,
    currency: Currency,
    cost: PositiveQuantity,
    costBefore: Type.Optional(PositiveQuantity),
    co2Kg: PositiveQuantity,
    truckKm: PositiveQuantity,
    peakPerHour: Type.Integer({ minimum: 0 }),
    /** The computation that it comes from. */
    scenario: Id,
  },
  closed,
);

const partiesOf = (...ids: (Id | undefined)[]): Id[] => [...new Set(ids.filter((id) => id !== undefined))];

export const SEASON_PLAN_EVENTS = {
  'season-plan-published': defineEvent({
    data: SeasonPlan,
    speaker: (d) => d.customer,
    parties: (d) => [d.customer],
    sites: (d) => [d.site],
  }),
  'collection-rhythm-set': defineEvent({
    data: CollectionRhythm,
    speaker: (d) => d.customer,
    parties: (d) => [d.customer, d.supplier],
    recorders: (d) => [d.customer],
    sites: (d) => [d.from, d.to],
  }),
  'master-tour-set': defineEvent({
    data: MasterTour,
    speaker: (d) => d.customer,
    parties: (d) => partiesOf(d.customer, d.carrier),
    recorders: (d) => [d.customer],
    sites: (d) => [d.to],
  }),
} as const;

export type CollectionRhythm = Static<typeof CollectionRhythm>;
export type MasterTour = Static<typeof MasterTour>;
export type SeasonPlan = Static<typeof SeasonPlan>;
