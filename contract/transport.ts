import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { GeoPosition, Id, Instant, IsoDay, PositiveQuantity, Reference, Text } from './primitives.ts';

const closed = { additionalProperties: false } as const;

/** When service may begin. A window that closes before it opens is named by the plan, and not planned. */
export const TimeWindow = Type.Object({ from: Instant, to: Instant }, closed);

/** What fills a truck. A loading metre is one metre of the trailer's length over its whole width; a pallet place 0.8 × 1.2 m. */
export const GoodsMeasure = Type.Object(
  {
    massKg: PositiveQuantity,
    volumeCubicMeters: PositiveQuantity,
    loadingMeters: PositiveQuantity,
    palletPlaces: PositiveQuantity,
  },
  closed,
);

/** A kind of truck that tours are planned with, and what it costs its planner. Money in euro. */
export const TransportVehicle = Type.Object(
  {
    vehicleType: Id,
    owner: Id,
    name: Text,
    capacity: GoodsMeasure,
    /** So many are to be had on one day. */
    count: Type.Integer({ minimum: 0, maximum: 500 }),
    /** Comes out from the plant, with empties where there are some, and back; otherwise it begins at the first stop. */
    roundTrip: Type.Boolean(),
    costPerTour: PositiveQuantity,
    costPerKm: PositiveQuantity,
    costPerHour: PositiveQuantity,
    costPerStop: PositiveQuantity,
    /** Well to wheel, kg CO2e per km, empty and with the full mass; between them it grows with the load. */
    co2PerKmEmptyKg: PositiveQuantity,
    co2PerKmFullKg: PositiveQuantity,
    /** Breaks, daily driving and rest after Regulation (EC) 561/2006. */
    driverHours: Type.Boolean(),
    maxStops: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    maxDistanceKm: Type.Optional(PositiveQuantity),
    skills: Type.Optional(Type.Array(Reference, { maxItems: 20 })),
    /** Who drives it where nothing is tendered. */
    carrier: Type.Optional(Id),
  },
  closed,
);

export const ORDER_REFERENCES = ['call-off', 'shipment', 'order'] as const;
export const ORDER_KINDS = ['inbound', 'empties'] as const;

/** What is to be moved between a customer and a supplier, in either direction. */
export const TransportOrder = Type.Object(
  {
    order: Id,
    /** Who orders and pays the transport. */
    customer: Id,
    supplier: Id,
    /** Empties go from the customer to the supplier. */
    kind: Type.Enum([...ORDER_KINDS]),
    from: Id,
    to: Id,
    deliverOn: IsoDay,
    goods: GoodsMeasure,
    /** Goods that bear others share their floor with so many layers. */
    layers: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    packages: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
    pickupWindows: Type.Array(TimeWindow, { maxItems: 40 }),
    deliveryWindows: Type.Array(TimeWindow, { maxItems: 40 }),
    loadingMinutes: Type.Number({ minimum: 0, maximum: 1440 }),
    unloadingMinutes: Type.Number({ minimum: 0, maximum: 1440 }),
    goodsClass: Type.Optional(Reference),
    skills: Type.Optional(Type.Array(Reference, { maxItems: 20 })),
    references: Type.Optional(
      Type.Array(Type.Object({ kind: Type.Enum([...ORDER_REFERENCES]), reference: Reference }, closed), {
        maxItems: 500,
      }),
    ),
  },
  closed,
);

/** The tour as its driver and its payer see it; what is at a stop is said of each stop apart. */
export const Tour = Type.Object(
  {
    tour: Id,
    customer: Id,
    /** Absent while it is being tendered. */
    carrier: Type.Optional(Id),
    revision: Type.Integer({ minimum: 1 }),
    day: IsoDay,
    vehicleType: Id,
    vehicleName: Text,
    capacity: GoodsMeasure,
    departsAt: Instant,
    arrivesAt: Instant,
    stops: Type.Integer({ minimum: 1, maximum: 200 }),
    distanceKm: PositiveQuantity,
    drivingMinutes: PositiveQuantity,
    breakMinutes: PositiveQuantity,
    restMinutes: PositiveQuantity,
    /** The largest part of each capacity that is in use at once, from 0 to 1. */
    fill: GoodsMeasure,
    co2Kg: PositiveQuantity,
    /** Where the distances come from, and of when they are. */
    distances: Type.Object({ provider: Text, asOf: Instant }, closed),
  },
  closed,
);

const ofTour = { tour: Id, customer: Id, carrier: Type.Optional(Id) };
/** A stop names whose goods are there, and whose gate it is where that is another's. */
const ofStop = { ...ofTour, stop: Id, supplier: Type.Optional(Id), receiver: Type.Optional(Id) };

export const StopOrder = Type.Object(
  { order: Id, goods: GoodsMeasure, packages: Type.Optional(Type.Integer({ minimum: 0 })) },
  closed,
);

/** One stop of a tour, with nobody's goods but its own supplier's. */
export const TourStop = Type.Object(
  {
    ...ofStop,
    revision: Type.Integer({ minimum: 1 }),
    day: IsoDay,
    /** The how manieth of how many. */
    position: Type.Integer({ minimum: 1, maximum: 200 }),
    stops: Type.Integer({ minimum: 1, maximum: 200 }),
    site: Id,
    vehicleName: Text,
    plannedArrival: Instant,
    plannedStart: Instant,
    plannedDeparture: Instant,
    /** When what is loaded here is unloaded. */
    deliveredAt: Type.Optional(Instant),
    loads: Type.Array(StopOrder, { maxItems: 500 }),
    unloads: Type.Array(StopOrder, { maxItems: 500 }),
  },
  closed,
);

/** `en-route` says where the truck is between two stops. */
export const TOUR_MILESTONES = ['accepted', 'departed', 'en-route', 'completed', 'problem'] as const;
export const STOP_MILESTONES = ['arrived', 'collected', 'delivered', 'departed', 'refused', 'problem'] as const;
export const PROBLEM_REASONS = [
  'not-ready',
  'short',
  'damaged',
  'gate-closed',
  'traffic',
  'breakdown',
  'other',
] as const;

const partiesOf = (...ids: (Id | undefined)[]): Id[] => [...new Set(ids.filter((id) => id !== undefined))];
type OfTour = { customer: Id; carrier?: Id };
type OfStop = OfTour & { supplier?: Id; receiver?: Id };
const ofTourParties = ({ customer, carrier }: OfTour): Id[] => partiesOf(customer, carrier);
const ofStopParties = ({ customer, carrier, supplier, receiver }: OfStop): Id[] =>
  partiesOf(customer, carrier, supplier, receiver);

export const TRANSPORT_EVENTS = {
  'vehicle-type-registered': defineEvent({
    data: TransportVehicle,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
  }),
  /** An order said again with another content replaces the one before it. */
  'transport-ordered': defineEvent({
    data: TransportOrder,
    speaker: (d) => d.customer,
    parties: (d) => [d.customer, d.supplier],
    sites: (d) => [d.from, d.to],
  }),
  'transport-order-cancelled': defineEvent({
    data: Type.Object({ order: Id, customer: Id, supplier: Id, reason: Type.Optional(Text) }, closed),
    speaker: (d) => d.customer,
    parties: (d) => [d.customer, d.supplier],
  }),
  'tour-published': defineEvent({ data: Tour, speaker: (d) => d.customer, parties: ofTourParties }),
  'tour-stop-published': defineEvent({
    data: TourStop,
    speaker: (d) => d.customer,
    parties: ofStopParties,
    recorders: (d) => [d.customer],
    sites: (d) => [d.site],
  }),
  'tour-withdrawn': defineEvent({
    data: Type.Object({ ...ofTour, reason: Type.Optional(Text) }, closed),
    speaker: (d) => d.customer,
    parties: ofTourParties,
    recorders: (d) => [d.customer],
  }),
  'tour-stop-withdrawn': defineEvent({
    data: Type.Object(ofStop, closed),
    speaker: (d) => d.customer,
    parties: ofStopParties,
    recorders: (d) => [d.customer],
  }),
  /** What the carrier says of the whole tour. */
  'tour-reported': defineEvent({
    data: Type.Object(
      {
        ...ofTour,
        milestone: Type.Enum([...TOUR_MILESTONES]),
        at: Instant,
        /** Registration of the truck. */
        vehicle: Type.Optional(Reference),
        reason: Type.Optional(Type.Enum([...PROBLEM_REASONS])),
        text: Type.Optional(Text),
        position: Type.Optional(GeoPosition),
      },
      closed,
    ),
    speaker: (d) => d.carrier ?? d.customer,
    parties: ofTourParties,
  }),
  /** What happened at a stop. Signature and photo are personal, and lie beside the event. */
  'tour-stop-reported': defineEvent({
    data: Type.Object(
      {
        ...ofStop,
        milestone: Type.Enum([...STOP_MILESTONES]),
        at: Instant,
        packages: Type.Optional(Type.Integer({ minimum: 0 })),
        /** Licence plates that were scanned. */
        scanned: Type.Optional(Type.Array(Reference, { maxItems: 500 })),
        /** What lies beside the event. */
        signed: Type.Optional(Type.Boolean()),
        photos: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
        reason: Type.Optional(Type.Enum([...PROBLEM_REASONS])),
        text: Type.Optional(Text),
        position: Type.Optional(GeoPosition),
      },
      closed,
    ),
    speaker: (d) => d.carrier ?? d.customer,
    parties: ofStopParties,
  }),
  /** What was reported of a stop by mistake, taken back. */
  'tour-stop-report-withdrawn': defineEvent({
    data: Type.Object({ ...ofStop, milestone: Type.Enum([...STOP_MILESTONES]), reason: Type.Optional(Text) }, closed),
    speaker: (d) => d.carrier ?? d.customer,
    parties: ofStopParties,
    recorders: (d) => partiesOf(d.carrier, d.customer),
  }),
  /** When a stop is now expected, after what happened before it. */
  'tour-stop-estimated': defineEvent({
    data: Type.Object({ ...ofStop, expectedAt: Instant }, closed),
    speaker: (d) => d.carrier ?? d.customer,
    parties: ofStopParties,
    recorders: (d) => partiesOf(d.carrier, d.customer),
  }),
} as const;

export type TimeWindow = Static<typeof TimeWindow>;
export type GoodsMeasure = Static<typeof GoodsMeasure>;
export type TransportVehicle = Static<typeof TransportVehicle>;
export type TransportOrder = Static<typeof TransportOrder>;
export type Tour = Static<typeof Tour>;
export type TourStop = Static<typeof TourStop>;
export type TourMilestone = (typeof TOUR_MILESTONES)[number];
export type StopMilestone = (typeof STOP_MILESTONES)[number];
export type ProblemReason = (typeof PROBLEM_REASONS)[number];
