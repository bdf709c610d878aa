import type { Authorisation, CumulativePosition, ScheduleQuantity } from './demand.ts';
import type { Instant, IsoDay, StockStatus, TransportMode } from './primitives.ts';

/**
 * What a codec reads out of a partner's message, before anybody knows who is meant:
 * parties, places and parts stand as the codes that the message uses. The server resolves
 * them against its mappings and turns each statement into events.
 */

/** A code and who gave it meaning, e.g. EDIFACT NAD 3039 with 3055, X12 N103/N104. */
export interface PartyReference {
  code?: string;
  /** Agency of the code: EDIFACT 3055 (9 GS1, 10 Odette, 91 supplier, 92 buyer), X12 N103 (1 DUNS, 92 buyer …), or the UNB/ISA qualifier. */
  agency?: string;
  name?: string;
  street?: string;
  city?: string;
  postalCode?: string;
  country?: string;
  /** Further codes of the same party in the message (tax number, internal number), as `qualifier:code`. */
  also?: string[];
}

/** The same article under the numbers that the message gives for it. */
export interface PartReference {
  buyerNumber?: string;
  supplierNumber?: string;
  gtin?: string;
  description?: string;
}

/** Where in the bytes a statement or error stands. Segment and message positions count from 1. */
export interface MessagePosition {
  message?: number;
  messageReference?: string;
  segment: number;
  tag: string;
  element?: number;
  component?: number;
  offset: number;
}

export interface ScheduleStatement {
  kind: 'schedule';
  position: MessagePosition;
  documentNumber: string;
  /** DELFOR/830 are delivery forecasts, DELJIT/862 call-offs. */
  scheduleKind: 'delivery-forecast' | 'call-off';
  function: 'original' | 'replace' | 'change' | 'cancel' | 'unspecified';
  customer: PartyReference;
  supplier: PartyReference;
  shipTo: PartyReference;
  shipFrom?: PartyReference;
  unloadingPoint?: string;
  part: PartReference;
  release: string;
  previousRelease?: string;
  releasedOn: IsoDay;
  horizonStart?: IsoDay;
  horizonEnd?: IsoDay;
  unit: string;
  quantities: ScheduleQuantity[];
  cumulative?: CumulativePosition;
  authorisations?: Authorisation[];
  orderReference?: string;
}

export interface DespatchLine {
  line: number;
  part: PartReference;
  quantity: number;
  unit: string;
  orderReference?: string;
  cumulative?: number;
  batch?: string;
  countryOfOrigin?: string;
  netMassKg?: number;
  unloadingPoint?: string;
}

export interface DespatchUnit {
  /** Licence plate or SSCC; made from despatch note and position when the message labels nothing. */
  unit: string;
  parent?: string;
  packaging?: string;
  packagingCount?: number;
  line?: number;
  quantity?: number;
  batch?: string;
}

export interface DespatchStatement {
  kind: 'despatch';
  position: MessagePosition;
  despatchNote: string;
  function: 'original' | 'replace' | 'change' | 'cancel' | 'unspecified';
  documentAt?: Instant;
  despatchedAt?: Instant;
  expectedAt?: Instant;
  customer: PartyReference;
  supplier: PartyReference;
  shipTo: PartyReference;
  shipFrom?: PartyReference;
  carrier?: PartyReference;
  unloadingPoint?: string;
  transportReference?: string;
  vehicle?: string;
  mode?: TransportMode;
  grossMassKg?: number;
  packages?: number;
  lines: DespatchLine[];
  units: DespatchUnit[];
}

export interface ReceiptStatement {
  kind: 'receipt';
  position: MessagePosition;
  receiptNumber: string;
  despatchNote?: string;
  receivedAt: Instant;
  customer: PartyReference;
  supplier: PartyReference;
  site: PartyReference;
  lines: {
    part: PartReference;
    quantity: number;
    unit: string;
    cumulative?: number;
    status?: StockStatus;
    reason?: string;
  }[];
}

export type Statement = ScheduleStatement | DespatchStatement | ReceiptStatement;

/** What was wrong, where, and what would have been right. */
export interface MessageError {
  position: MessagePosition;
  /** Stable code, e.g. `SEGMENT_MISSING`, `DATE_INVALID`, `COUNT_MISMATCH`. */
  code: string;
  value?: string;
  expected: string;
  message: string;
  /** A warning is shown but does not stop the message. */
  severity: 'error' | 'warning';
}

export interface DecodedMessage {
  index: number;
  reference: string;
  /** e.g. `DELFOR D.04A GAVB11`, `856 002001`. */
  type: string;
  statements: Statement[];
  errors: MessageError[];
  /** Paths of elements that were read but have no place in the statement: shown, never dropped silently. */
  unmapped: { position: MessagePosition; value: string }[];
}

/** One interchange, decoded. `unreadable` when not even its envelope could be understood. */
export interface DecodedInterchange {
  format: 'edifact' | 'x12';
  sender: PartyReference;
  receiver: PartyReference;
  controlReference: string;
  preparedAt?: Instant;
  test: boolean;
  messages: DecodedMessage[];
  errors: MessageError[];
}
export type DecodeAnswer = { ok: true; interchanges: DecodedInterchange[] } | { ok: false; errors: MessageError[] };
