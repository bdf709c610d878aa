import { type Static, Type } from 'typebox';

/** Identifier of an object of the network: short, URL-safe, chosen by whoever registers it. */
export const Id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$', description: 'identifier' });
/** Calendar day without a time zone, `YYYY-MM-DD`. */
export const IsoDay = Type.String({ format: 'date', description: 'calendar day YYYY-MM-DD' });
/** Moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const Instant = Type.String({ format: 'date-time', description: 'UTC instant' });
/** A name or free text a person reads. */
export const Text = Type.String({ minLength: 1, maxLength: 400 });
/** A reference another system gave: despatch note, order, release number. */
export const Reference = Type.String({ minLength: 1, maxLength: 70 });
export const Quantity = Type.Number({ minimum: -1e12, maximum: 1e12 });
export const PositiveQuantity = Type.Number({ minimum: 0, maximum: 1e12 });
/** Unit as in UN/ECE Recommendation 20 (H87 piece, KGM, MTR …). */
export const Unit = Type.String({ pattern: '^[A-Z0-9]{2,3}$', description: 'UN/ECE Rec 20 unit code' });

export const GeoPosition = Type.Object(
  { longitude: Type.Number({ minimum: -180, maximum: 180 }), latitude: Type.Number({ minimum: -90, maximum: 90 }) },
  { additionalProperties: false },
);

/** Public identifiers of a company or place; each is checked in its own format where it is used. */
export const Identifiers = Type.Object(
  {
    bpn: Type.Optional(Type.String({ maxLength: 16 })),
    /** Catena-X address number, which a site has beside its BPNS. */
    bpna: Type.Optional(Type.String({ maxLength: 16 })),
    duns: Type.Optional(Type.String({ maxLength: 13 })),
    vat: Type.Optional(Type.String({ maxLength: 20 })),
    gln: Type.Optional(Type.String({ maxLength: 13 })),
    unLocode: Type.Optional(Type.String({ maxLength: 6 })),
  },
  { additionalProperties: false },
);

/** Degrees Celsius between which goods have to be kept; a limit that is absent does not bind. */
export const TemperatureLimits = Type.Object(
  {
    lowestC: Type.Optional(Type.Number({ minimum: -200, maximum: 200 })),
    highestC: Type.Optional(Type.Number({ minimum: -200, maximum: 200 })),
  },
  { additionalProperties: false },
);

export const TRANSPORT_MODES = ['road', 'rail', 'sea', 'air', 'inland-waterway'] as const;
export const INCOTERMS = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;
/** Stock that may be used, that is blocked, or that waits for a quality decision. */
export const STOCK_STATUSES = ['available', 'blocked', 'in-quality'] as const;
/** How binding a called-off quantity is (VDA 4984 / X12 830 FST02). */
export const HORIZONS = ['backorder', 'immediate', 'firm', 'production', 'material', 'forecast'] as const;
export const ROLES = ['planner', 'dispatcher', 'gate', 'quality', 'manager', 'administrator'] as const;
export const ORGANISATION_ROLES = ['oem', 'supplier', 'carrier', 'warehouse'] as const;
export const SITE_KINDS = ['plant', 'supplier-plant', 'warehouse', 'cross-dock', 'port', 'yard', 'other'] as const;
/** What a sharing agreement can be about. `projection` is the projected stock and the day it runs out; `mandate` lets the viewer speak in the giver's name; `pass-through` lets a supplier see what end demand needs of its parts. */
export const SHARED_KINDS = [
  'stock',
  'projection',
  'shipment',
  'schedule',
  'production',
  'mandate',
  'pass-through',
] as const;
export const LIGHTS = ['red', 'amber', 'green'] as const;

export type Id = Static<typeof Id>;
export type IsoDay = Static<typeof IsoDay>;
export type Instant = Static<typeof Instant>;
export type GeoPosition = Static<typeof GeoPosition>;
export type Identifiers = Static<typeof Identifiers>;
export type TransportMode = (typeof TRANSPORT_MODES)[number];
export type StockStatus = (typeof STOCK_STATUSES)[number];
export type Horizon = (typeof HORIZONS)[number];
export type Role = (typeof ROLES)[number];
export type SharedKind = (typeof SHARED_KINDS)[number];
export type Light = (typeof LIGHTS)[number];
