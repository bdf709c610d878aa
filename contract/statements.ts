import type { AcknowledgementStatement, ApplicationAdviceStatement } from './acknowledgement-statements.ts';
import type { Authorisation, CumulativePosition, ScheduleQuantity } from './demand.ts';
import type { Instant, IsoDay, StockStatus, TransportMode } from './primitives.ts';
import type { MessageFunction, MessagePosition, PartReference, PartyReference } from './references.ts';
import type { TransportOrderStatement, TransportStatusStatement } from './transport-statements.ts';

/**
 * What a codec reads out of a partner's message and what it writes into one, whatever the family: EDIFACT, X12 and
 * VDA say the same things in these words. The server turns each statement into events.
 */
export type Statement =
  | ScheduleStatement
  | SequenceStatement
  | DespatchStatement
  | ReceiptStatement
  | InventoryStatement
  | TransportOrderStatement
  | TransportStatusStatement
  | ApplicationAdviceStatement
  | AcknowledgementStatement;

/** One article for one place: DELFOR, 830, VDA 4905 as forecast; DELJIT, 862, VDA 4915 as call-off. */
export interface ScheduleStatement {
  kind: 'schedule';
  position: MessagePosition;
  documentNumber: string;
  /** DELFOR/830 are delivery forecasts, DELJIT/862 call-offs, whose quantities usually state a time of day. */
  scheduleKind: 'delivery-forecast' | 'call-off';
  function: MessageFunction;
  customer: PartyReference;
  supplier: PartyReference;
  shipTo: PartyReference;
  shipFrom?: PartyReference;
  unloadingPoint?: string;
  /** Where behind the unloading point the goods are used: supply area, line side address. */
  supplyArea?: string;
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
  /** In which packages the customer wants the article. */
  packaging?: SchedulePackaging[];
  orderReference?: string;
}

/** A kind of package under the customer's code, the supplier's or both, and how much of the article one holds. */
export interface SchedulePackaging {
  packaging?: string;
  supplierPackaging?: string;
  capacity?: number;
}

/** Modules for vehicles in the order in which they are built: DELJIT/SYNCRO, VDA 4986, 866, VDA 4916. */
export interface SequenceStatement {
  kind: 'sequence';
  position: MessagePosition;
  documentNumber: string;
  function: MessageFunction;
  /** Preview from an early reporting point, or the binding call. */
  binding: 'preview' | 'call';
  customer: PartyReference;
  supplier: PartyReference;
  shipTo: PartyReference;
  shipFrom?: PartyReference;
  unloadingPoint?: string;
  issuedAt?: Instant;
  /** In the order in which the message names them. */
  calls: SequenceCall[];
}

/** What one vehicle needs from one supplier. */
export interface SequenceCall {
  position: MessagePosition;
  action: 'call' | 'change' | 'cancel';
  /** Number of the call-off itself (Catena-X jisNumber), not its place in the sequence. */
  callNumber?: string;
  previousCallNumber?: string;
  /** Place in the customer's production sequence, as written: it may wrap round and keep leading zeros. */
  sequenceNumber?: string;
  /** The customer's number for the vehicle to be built. */
  productionNumber?: string;
  vin?: string;
  /** Vehicle model or type, where the call names it. */
  model?: string;
  line?: string;
  /** Station or fit point at which the parts are built in. */
  station?: string;
  supplyArea?: string;
  unloadingPoint?: string;
  /** Delivery at the unloading point, with the end of the window where one is stated. */
  dueAt?: Instant;
  dueUntil?: Instant;
  /** When the vehicle reaches the station. */
  fitAt?: Instant;
  /** Reporting point that the vehicle passed when the call was made. */
  reportingPoint?: string;
  items: SequencedItem[];
}

export interface SequencedItem {
  part: PartReference;
  /** Part family or module that the part belongs to. */
  family?: string;
  quantity: number;
  unit: string;
  supplyArea?: string;
  dueAt?: Instant;
  orderReference?: string;
  text?: string;
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
  function: MessageFunction;
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

/** What lies where, and what moved: INVRPT, 846, VDA stock reports. */
export interface InventoryStatement {
  kind: 'inventory';
  position: MessagePosition;
  reportNumber: string;
  function: MessageFunction;
  /** Moment of the count; a line may state its own. */
  countedAt: Instant;
  customer: PartyReference;
  supplier: PartyReference;
  /** Who owns the goods, where the message says it (consignment stock, a warehouse keeper's report). */
  owner?: PartyReference;
  site: PartyReference;
  lines: InventoryLine[];
}

/** The first three are levels, the last two agreed limits; between them stand movements, of which only `adjusted` has a sign. */
export type InventoryMeasure =
  | 'on-hand'
  | 'in-transit'
  | 'on-order'
  | 'received'
  | 'despatched'
  | 'consumed'
  | 'produced'
  | 'scrapped'
  | 'adjusted'
  | 'minimum'
  | 'maximum';

export interface InventoryLine {
  part: PartReference;
  measure: InventoryMeasure;
  quantity: number;
  unit: string;
  status?: StockStatus;
  countedAt?: Instant;
  storageLocation?: string;
  batch?: string;
  despatchNote?: string;
  orderReference?: string;
}
