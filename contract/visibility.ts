import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import {
  GeoPosition,
  Id,
  Instant,
  IsoDay,
  LIGHTS,
  PositiveQuantity,
  Quantity,
  Reference,
  STOCK_STATUSES,
  TemperatureLimits,
  TRANSPORT_MODES,
  Unit,
} from './primitives.ts';

const closed = { additionalProperties: false } as const;

export const ShipmentLine = Type.Object(
  {
    line: Type.Integer({ minimum: 1 }),
    part: Id,
    quantity: PositiveQuantity,
    unit: Unit,
    orderReference: Type.Optional(Reference),
    /** Cumulative quantity despatched including this line. */
    cumulative: Type.Optional(Quantity),
    batch: Type.Optional(Reference),
  },
  closed,
);

/** A handling unit: a pallet or box with its licence plate; `parent` builds the packaging tree. */
export const HandlingUnit = Type.Object(
  {
    unit: Reference,
    parent: Type.Optional(Reference),
    packaging: Type.Optional(Reference),
    /** How many packages of that kind stand on or in it; one where it does not say. */
    packages: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    line: Type.Optional(Type.Integer({ minimum: 1 })),
    quantity: Type.Optional(PositiveQuantity),
  },
  closed,
);

export const DespatchAdvice = Type.Object(
  {
    shipment: Id,
    supplier: Id,
    customer: Id,
    from: Id,
    to: Id,
    unloadingPoint: Type.Optional(Reference),
    despatchNote: Reference,
    despatchedAt: Instant,
    expectedAt: Instant,
    carrier: Type.Optional(Id),
    transportReference: Type.Optional(Reference),
    vehicle: Type.Optional(Reference),
    mode: Type.Optional(Type.Enum([...TRANSPORT_MODES])),
    grossMassKg: Type.Optional(PositiveQuantity),
    /** Binds beside the limits of the parts inside. */
    temperature: Type.Optional(TemperatureLimits),
    lines: Type.Array(ShipmentLine, { minItems: 1, maxItems: 2000 }),
    units: Type.Optional(Type.Array(HandlingUnit, { maxItems: 10_000 })),
  },
  closed,
);

/** The carrier's part of a despatch advice: what it moves, not what is inside. */
export const Consignment = Type.Object(
  {
    shipment: Id,
    supplier: Id,
    customer: Id,
    carrier: Id,
    from: Id,
    to: Id,
    packages: Type.Optional(Type.Integer({ minimum: 0 })),
    grossMassKg: Type.Optional(PositiveQuantity),
    vehicle: Type.Optional(Reference),
    mode: Type.Optional(Type.Enum([...TRANSPORT_MODES])),
    collectAt: Instant,
    expectedAt: Instant,
    /** Booking, bill of lading or waybill, by which the carrier knows it. */
    transportReference: Type.Optional(Reference),
    /** The number on the papers that go with the goods. */
    despatchNote: Type.Optional(Reference),
  },
  closed,
);

/** The latest position of a batch of raw positions; `rowsHash` binds the raw rows to the ledger. */
export const PositionReport = Type.Object(
  {
    shipment: Id,
    supplier: Id,
    customer: Id,
    carrier: Id,
    position: GeoPosition,
    at: Instant,
    rows: Type.Integer({ minimum: 1 }),
    rowsHash: Type.String({ maxLength: 64 }),
  },
  closed,
);

/** What a tracker measures beside where it is; `door` is 1 while open. */
export const SENSOR_KINDS = ['temperatureC', 'humidityPercent', 'shockG', 'door'] as const;

/** What one device said of one consignment within a window of time; `rowsHash` binds its raw rows to the ledger. */
export const TelemetryDigest = Type.Object(
  {
    shipment: Id,
    supplier: Id,
    customer: Id,
    carrier: Id,
    /** The latest plausible position of the window, where it has one. */
    position: Type.Optional(GeoPosition),
    at: Instant,
    readings: Type.Array(
      Type.Object(
        {
          kind: Type.Enum([...SENSOR_KINDS]),
          lowest: Type.Number(),
          highest: Type.Number(),
          latest: Type.Number(),
        },
        closed,
      ),
      { maxItems: SENSOR_KINDS.length },
    ),
    rows: Type.Integer({ minimum: 1 }),
    rowsHash: Type.String({ maxLength: 64 }),
  },
  closed,
);

/** A consignment came to one of its sites or left it, as its tracker's positions show (UN/ECE Rec 24: arrival, departure). */
export const SitePassage = Type.Object(
  {
    shipment: Id,
    supplier: Id,
    customer: Id,
    carrier: Id,
    site: Id,
    passage: Type.Enum(['departed', 'arrived']),
    at: Instant,
    position: GeoPosition,
  },
  closed,
);

export const ArrivalEstimate = Type.Object(
  {
    shipment: Id,
    supplier: Id,
    customer: Id,
    carrier: Type.Optional(Id),
    by: Id,
    expectedAt: Instant,
    reason: Type.Optional(Type.String({ maxLength: 200 })),
  },
  closed,
);

export const GoodsReceipt = Type.Object(
  {
    receipt: Id,
    customer: Id,
    supplier: Id,
    site: Id,
    /** Absent when the receipt names a despatch note that is not known yet. */
    shipment: Type.Optional(Id),
    despatchNote: Type.Optional(Reference),
    receivedAt: Instant,
    lines: Type.Array(
      Type.Object(
        {
          part: Id,
          quantity: PositiveQuantity,
          unit: Unit,
          /** The customer's cumulative quantity received, including this receipt. */
          cumulative: Type.Optional(Quantity),
          status: Type.Optional(Type.Enum([...STOCK_STATUSES])),
          reason: Type.Optional(Type.String({ maxLength: 200 })),
        },
        closed,
      ),
      { minItems: 1, maxItems: 2000 },
    ),
    /** The shipment is complete with this receipt: what has not arrived is not expected any more. */
    closesShipment: Type.Boolean(),
  },
  closed,
);

export const StockCount = Type.Object(
  {
    owner: Id,
    site: Id,
    part: Id,
    status: Type.Enum([...STOCK_STATUSES]),
    quantity: Quantity,
    unit: Unit,
    countedAt: Instant,
  },
  closed,
);

/**
 * Stock that goes from one own site to another: not there any more from `leavesOn` on, here from `arrivesAt` on. Once it has
 * come, a count or a movement says so, and the plan counts no more.
 */
export const StockTransfer = Type.Object(
  {
    owner: Id,
    transfer: Id,
    from: Id,
    to: Id,
    part: Id,
    quantity: PositiveQuantity,
    unit: Unit,
    leavesOn: IsoDay,
    arrivesAt: Instant,
  },
  closed,
);

export const MOVEMENT_CAUSES = [
  'received',
  'shipped',
  'consumed',
  'produced',
  'scrapped',
  'adjusted',
  'status-changed',
] as const;
/** One movement of stock, signed: in is positive, out is negative. */
export const StockMovement = Type.Object(
  {
    owner: Id,
    site: Id,
    part: Id,
    status: Type.Enum([...STOCK_STATUSES]),
    quantity: Quantity,
    unit: Unit,
    movedAt: Instant,
    cause: Type.Enum([...MOVEMENT_CAUSES]),
    /** Despatch note whose goods moved: a receipt and a read of the same goods count once. */
    despatchNote: Type.Optional(Reference),
    shipment: Type.Optional(Id),
    /** Who sent the goods, where `shipment` or `despatchNote` says which they are. */
    supplier: Type.Optional(Id),
    /** The EPCIS event this movement was read from. */
    epcisEvent: Type.Optional(Type.String({ maxLength: 200 })),
  },
  closed,
);

/** When a site's stock of a part runs out, from its owner's facts and what partners disclose to it. */
export const RunoutProjection = Type.Object(
  {
    owner: Id,
    site: Id,
    part: Id,
    asOf: IsoDay,
    onHand: Quantity,
    inTransit: Quantity,
    /** Day on which the projected stock falls below zero; absent: not within the horizon. */
    runsOutOn: Type.Optional(IsoDay),
    /** Day on which it would run out if everything called off were delivered on time. */
    runsOutIfDelivered: Type.Optional(IsoDay),
    shortQuantity: Type.Optional(Quantity),
    daysOfSupply: Type.Number({ minimum: 0, maximum: 10_000 }),
    light: Type.Enum([...LIGHTS]),
  },
  closed,
);
/** The same at the depth "light + stop hour": a colour and the shift in which it stops, nothing else. */
export const RunoutLight = Type.Object(
  { owner: Id, site: Id, part: Id, light: Type.Enum([...LIGHTS]), stopShift: Type.Optional(Instant) },
  closed,
);

export const VISIBILITY_EVENTS = {
  'shipment-despatched': defineEvent({
    data: DespatchAdvice,
    speaker: (d) => d.supplier,
    parties: (d) => [d.supplier, d.customer],
    sites: (d) => [d.from, d.to],
    parts: (d) => [...new Set(d.lines.map((line) => line.part))],
    shared: { kind: 'shipment', depth: 'exact', giver: (d) => d.supplier },
  }),
  'consignment-handed-over': defineEvent({
    data: Consignment,
    speaker: (d) => d.supplier,
    parties: (d) => [d.supplier, d.customer, d.carrier],
    sites: (d) => [d.from, d.to],
  }),
  'position-reported': defineEvent({
    data: PositionReport,
    speaker: (d) => d.carrier,
    parties: (d) => [d.supplier, d.customer, d.carrier],
  }),
  'telemetry-digested': defineEvent({
    data: TelemetryDigest,
    speaker: (d) => d.carrier,
    parties: (d) => [d.supplier, d.customer, d.carrier],
  }),
  'geofence-crossed': defineEvent({
    data: SitePassage,
    speaker: (d) => d.carrier,
    parties: (d) => [d.supplier, d.customer, d.carrier],
    sites: (d) => [d.site],
  }),
  'arrival-estimated': defineEvent({
    data: ArrivalEstimate,
    speaker: (d) => d.by,
    parties: (d) => (d.carrier ? [d.supplier, d.customer, d.carrier] : [d.supplier, d.customer]),
  }),
  'goods-received': defineEvent({
    data: GoodsReceipt,
    speaker: (d) => d.customer,
    parties: (d) => [d.customer, d.supplier],
    sites: (d) => [d.site],
    parts: (d) => [...new Set(d.lines.map((line) => line.part))],
  }),
  'stock-counted': defineEvent({
    data: StockCount,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
    shared: { kind: 'stock', depth: 'exact', giver: (d) => d.owner },
  }),
  'stock-moved': defineEvent({
    data: StockMovement,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
    shared: { kind: 'stock', depth: 'exact', giver: (d) => d.owner },
  }),
  'stock-transfer-planned': defineEvent({
    data: StockTransfer,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.from, d.to],
    parts: (d) => [d.part],
  }),
  'runout-projected': defineEvent({
    data: RunoutProjection,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
    shared: { kind: 'projection', depth: 'exact', giver: (d) => d.owner },
    derived: true,
  }),
  'runout-light-projected': defineEvent({
    data: RunoutLight,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
    shared: { kind: 'projection', depth: 'light', giver: (d) => d.owner },
    derived: true,
  }),
} as const;

export type DespatchAdvice = Static<typeof DespatchAdvice>;
export type ShipmentLine = Static<typeof ShipmentLine>;
export type HandlingUnit = Static<typeof HandlingUnit>;
export type Consignment = Static<typeof Consignment>;
export type GoodsReceipt = Static<typeof GoodsReceipt>;
export type StockCount = Static<typeof StockCount>;
export type StockMovement = Static<typeof StockMovement>;
export type RunoutProjection = Static<typeof RunoutProjection>;
