import type { GeoPosition, Instant, TransportMode } from './primitives.ts';
import type { MessageFunction, MessagePosition, PartyReference } from './references.ts';

/** What a carrier is asked to move: IFTMIN. */
export interface TransportOrderStatement {
  kind: 'transport-order';
  position: MessagePosition;
  orderNumber: string;
  function: MessageFunction;
  orderedAt?: Instant;
  /** Who orders and pays, where that is not the consignor. */
  orderer?: PartyReference;
  carrier: PartyReference;
  consignor: PartyReference;
  consignee: PartyReference;
  shipFrom?: PartyReference;
  shipTo?: PartyReference;
  collectAt?: Instant;
  collectUntil?: Instant;
  deliverAt?: Instant;
  deliverUntil?: Instant;
  mode?: TransportMode;
  vehicle?: string;
  transportReference?: string;
  despatchNotes: string[];
  grossMassKg?: number;
  volumeCubicMeters?: number;
  loadingMeters?: number;
  packages?: number;
  goods: TransportedGoods[];
}

export interface TransportedGoods {
  line: number;
  packages?: number;
  packaging?: string;
  description?: string;
  gtin?: string;
  grossMassKg?: number;
  volumeCubicMeters?: number;
  /** Licence plates of the packages. */
  units: string[];
  dangerous?: { unNumber?: string; hazardClass?: string };
  /** Degrees that the goods must keep to. */
  temperatureCelsius?: { minimum?: number; maximum?: number };
}

/** What happened to a transport, in one vocabulary for UN/ECE Recommendation 24 and X12 data element 1650. */
export const TRANSPORT_STATUSES = [
  'ordered',
  'booked',
  'at-pick-up',
  'collected',
  'loaded',
  'departed',
  'in-transit',
  'delayed',
  'arrived',
  'unloaded',
  'delivered',
  'held',
  'customs-held',
  'customs-cleared',
  'damaged',
  'short',
  'lost',
  'refused',
  'returned',
  'cancelled',
  'estimated',
  'other',
] as const;
export type TransportStatus = (typeof TRANSPORT_STATUSES)[number];

/** One consignment and what happened to it: a CNI group of IFTSTA, a 214. */
export interface TransportStatusStatement {
  kind: 'transport-status';
  position: MessagePosition;
  reportNumber: string;
  function: MessageFunction;
  reportedAt?: Instant;
  /** The carrier's number for the consignment. */
  consignment?: string;
  transportReference?: string;
  despatchNotes: string[];
  carrier?: PartyReference;
  consignor?: PartyReference;
  consignee?: PartyReference;
  shipTo?: PartyReference;
  mode?: TransportMode;
  vehicle?: string;
  happenings: TransportHappening[];
}

export interface TransportHappening {
  position: MessagePosition;
  status: TransportStatus;
  /** The status as the message codes it, and the code of its reason. */
  code: string;
  reason?: string;
  text?: string;
  at?: Instant;
  /** Estimated arrival that the carrier states with it. */
  expectedAt?: Instant;
  place?: PlaceReference;
  /** Licence plates that the status is about; none: the whole consignment. */
  units: string[];
}

export interface PlaceReference {
  code?: string;
  agency?: string;
  /** City, with state or province where one is named, or the name of the site. */
  name?: string;
  country?: string;
  position?: GeoPosition;
}
