import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, IsoDay, PositiveQuantity, Text } from './primitives.ts';

const closed = { additionalProperties: false } as const;
export const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' });
const Percent = Type.Number({ minimum: 0, maximum: 500 });

const agreedWith = {
  tariff: Id,
  customer: Id,
  carrier: Id,
  name: Text,
  currency: Currency,
  validFrom: IsoDay,
  validTo: Type.Optional(IsoDay),
};

/** Part loads of an area, by weight and distance. The carrier's word; the customer's is a report until the carrier says it. */
export const GroupageRates = Type.Object(
  {
    ...agreedWith,
    /** The carrier's cross-dock, over which the goods come. */
    hub: Id,
    /** Lower ends of the weight classes, kg, ascending from 0. */
    fromKg: Type.Array(PositiveQuantity, { minItems: 1, maxItems: 40 }),
    /** Upper ends of the distance bands, km, ascending; farther is not served. */
    upToKm: Type.Array(PositiveQuantity, { minItems: 1, maxItems: 40 }),
    /** Price of 100 kg: a row for each weight class, a column for each band. */
    per100Kg: Type.Array(Type.Array(PositiveQuantity, { minItems: 1, maxItems: 40 }), { minItems: 1, maxItems: 40 }),
    minimum: PositiveQuantity,
    /** A consignment counts as at least so many kg. */
    kgPerCubicMeter: PositiveQuantity,
    kgPerLoadingMeter: PositiveQuantity,
    kgPerPalletPlace: PositiveQuantity,
    /** More than that is no groupage. */
    mostKg: PositiveQuantity,
    /** What empties going back cost of the price. */
    emptiesPercent: Percent,
    transitDays: Type.Number({ minimum: 0, maximum: 30 }),
  },
  closed,
);

/** A whole truck for one load, by distance; several loading places at a price each. */
export const FullLoadRates = Type.Object(
  {
    ...agreedWith,
    vehicleName: Text,
    massKg: PositiveQuantity,
    volumeCubicMeters: PositiveQuantity,
    loadingMeters: PositiveQuantity,
    palletPlaces: PositiveQuantity,
    base: PositiveQuantity,
    perKm: PositiveQuantity,
    perStop: PositiveQuantity,
    minimum: PositiveQuantity,
    /** What taking the empties back costs of the price. */
    emptiesPercent: Percent,
    /** Well to wheel, kg CO2e per km. */
    co2PerKmEmptyKg: PositiveQuantity,
    co2PerKmFullKg: PositiveQuantity,
  },
  closed,
);

/** A tour by what is driven. The carrier's word; the customer's is a report until the carrier says it. */
export const TourRates = Type.Object(
  {
    ...agreedWith,
    /** For this kind of truck only. */
    vehicleType: Type.Optional(Id),
    perTour: PositiveQuantity,
    perKm: PositiveQuantity,
    perHour: PositiveQuantity,
    perStop: PositiveQuantity,
    minimum: PositiveQuantity,
    /** On everything but the minimum, percent. */
    fuelSurchargePercent: PositiveQuantity,
  },
  closed,
);

/** One list of what a carrier charges one customer: by the tour, for whole trucks, for part loads. */
export const RATE_KINDS = ['tour', 'full-load', 'groupage'] as const;

const speaker = ({ carrier }: { carrier: Id }): Id => carrier;
const parties = ({ customer, carrier }: { customer: Id; carrier: Id }): Id[] => [customer, carrier];

export const PRICE_LIST_EVENTS = {
  'tariff-agreed': defineEvent({ data: TourRates, speaker, parties }),
  'full-load-rates-agreed': defineEvent({ data: FullLoadRates, speaker, parties }),
  'groupage-rates-agreed': defineEvent({ data: GroupageRates, speaker, parties }),
} as const;

export type GroupageRates = Static<typeof GroupageRates>;
export type FullLoadRates = Static<typeof FullLoadRates>;
export type TourRates = Static<typeof TourRates>;
