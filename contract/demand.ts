import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { HORIZONS, Id, Instant, IsoDay, PositiveQuantity, Quantity, Reference, Unit } from './primitives.ts';

const closed = { additionalProperties: false } as const;

/** One called-off quantity: for a day or a moment of it, or spread over the days `from` … `to` (a week, a month). */
export const ScheduleQuantity = Type.Object(
  {
    from: IsoDay,
    to: Type.Optional(IsoDay),
    /** Moment of delivery on the day `from`, where the call-off states a time of day; start of the window if it has an end. */
    dueAt: Type.Optional(Instant),
    dueUntil: Type.Optional(Instant),
    quantity: PositiveQuantity,
    horizon: Type.Enum([...HORIZONS]),
    cumulative: Type.Optional(Quantity),
  },
  closed,
);

/** Cumulative quantities (Fortschrittszahlen) as the message states them. */
export const CumulativePosition = Type.Object(
  {
    /** Received so far, since the zeroing day. */
    received: Type.Optional(Quantity),
    despatched: Type.Optional(Quantity),
    required: Type.Optional(Quantity),
    zeroedOn: Type.Optional(IsoDay),
    asOf: Type.Optional(IsoDay),
    /** The last despatch the customer had counted when it wrote the release. */
    lastDespatch: Type.Optional(
      Type.Object(
        { reference: Type.Optional(Reference), day: Type.Optional(IsoDay), quantity: Type.Optional(Quantity) },
        closed,
      ),
    ),
  },
  closed,
);

/** Leave to produce, or to buy material, up to a cumulative quantity (X12 ATH, VDA 4984 QTY/DTM). */
export const Authorisation = Type.Object(
  {
    kind: Type.Enum(['production', 'material', 'finished']),
    cumulative: Quantity,
    until: Type.Optional(IsoDay),
    from: Type.Optional(IsoDay),
  },
  closed,
);

export const DeliverySchedule = Type.Object(
  {
    customer: Id,
    supplier: Id,
    part: Id,
    shipTo: Id,
    shipFrom: Type.Optional(Id),
    unloadingPoint: Type.Optional(Reference),
    release: Reference,
    previousRelease: Type.Optional(Reference),
    releasedOn: IsoDay,
    kind: Type.Enum(['delivery-forecast', 'call-off']),
    unit: Unit,
    quantities: Type.Array(ScheduleQuantity, { maxItems: 2000 }),
    cumulative: Type.Optional(CumulativePosition),
    authorisations: Type.Optional(Type.Array(Authorisation, { maxItems: 20 })),
    orderReference: Type.Optional(Reference),
  },
  closed,
);

const PlannedDay = Type.Object({ day: IsoDay, quantity: PositiveQuantity }, closed);
/** What a site needs or makes per day; replaces everything between `from` and `to`. */
export const PlannedQuantities = Type.Object(
  {
    owner: Id,
    site: Id,
    part: Id,
    unit: Unit,
    from: IsoDay,
    to: IsoDay,
    quantities: Type.Array(PlannedDay, { maxItems: 800 }),
  },
  closed,
);

export const DEMAND_EVENTS = {
  /** One part of one delivery schedule: a new release replaces the one before it. */
  'schedule-released': defineEvent({
    data: DeliverySchedule,
    speaker: (d) => d.customer,
    parties: (d) => [d.customer, d.supplier],
    sites: (d) => (d.shipFrom ? [d.shipTo, d.shipFrom] : [d.shipTo]),
    parts: (d) => [d.part],
    shared: { kind: 'schedule', depth: 'exact', giver: (d) => d.customer },
  }),
  /** The site's own gross requirement per day (build plan, Catena-X ShortTermMaterialDemand). */
  'requirement-planned': defineEvent({
    data: PlannedQuantities,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
  }),
  /** What the site will make per day (Catena-X PlannedProductionOutput). */
  'production-planned': defineEvent({
    data: PlannedQuantities,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
    shared: { kind: 'production', depth: 'exact', giver: (d) => d.owner },
  }),
} as const;

export type DeliverySchedule = Static<typeof DeliverySchedule>;
export type ScheduleQuantity = Static<typeof ScheduleQuantity>;
export type CumulativePosition = Static<typeof CumulativePosition>;
export type Authorisation = Static<typeof Authorisation>;
export type PlannedQuantities = Static<typeof PlannedQuantities>;
