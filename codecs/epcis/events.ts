import type { Prefixes } from './context.ts';
import type { JsonObject } from './json.ts';

export type Action = 'ADD' | 'OBSERVE' | 'DELETE';

/** So many of a class: a lot (LGTIN), a trade item or any class a partner names by URI. */
export interface ClassQuantity {
  epcClass: string;
  quantity?: number;
  uom?: string;
}

export interface BizTransaction {
  /** Bare CBV word (`desadv`, `po` …) or a partner's own URI. */
  type?: string;
  id: string;
}

export interface Party {
  type: string;
  id: string;
}

interface EventBase {
  /** As the partner sent it; without one the event hash serves as id. */
  eventID?: string;
  /** UTC with milliseconds. */
  eventTime: string;
  /** Local offset at the place of the event, `+01:00`. */
  eventTimeZoneOffset: string;
  recordTime?: string;
  /** Bare CBV words, or a partner's own URIs. */
  bizStep?: string;
  disposition?: string;
  persistentDisposition?: { set: string[]; unset: string[] };
  readPoint?: string;
  bizLocation?: string;
  bizTransactions: BizTransaction[];
  sources: Party[];
  destinations: Party[];
  sensorElements: JsonObject[];
  certifications: string[];
  /** Present when this event declares an earlier one with the same eventID to be wrong. */
  errorDeclaration?: { declarationTime: string; reason?: string; correctiveEventIDs: string[] };
  ilmd?: JsonObject;
  /** Members outside the standard, by `{namespace}name`. */
  extensions: JsonObject;
  /** Where in the captured list it stood. */
  position: number;
  /** The event as it was sent, for the hash and for handing it on unchanged. */
  source: JsonObject;
  prefixes: Prefixes;
  /** Extension names that the document excludes from the event hash. */
  ignoredFields: readonly string[];
}

export interface ObjectEvent extends EventBase {
  type: 'ObjectEvent';
  action: Action;
  epcs: string[];
  quantities: ClassQuantity[];
}

export interface AggregationEvent extends EventBase {
  type: 'AggregationEvent';
  action: Action;
  parentID?: string;
  childEpcs: string[];
  childQuantities: ClassQuantity[];
}

export interface AssociationEvent extends EventBase {
  type: 'AssociationEvent';
  action: Action;
  parentID?: string;
  childEpcs: string[];
  childQuantities: ClassQuantity[];
}

export interface TransactionEvent extends EventBase {
  type: 'TransactionEvent';
  action: Action;
  parentID?: string;
  epcs: string[];
  quantities: ClassQuantity[];
}

export interface TransformationEvent extends EventBase {
  type: 'TransformationEvent';
  transformationID?: string;
  inputEpcs: string[];
  inputQuantities: ClassQuantity[];
  outputEpcs: string[];
  outputQuantities: ClassQuantity[];
}

/** An event type of a partner's own; `source` holds what it says. */
export interface ExtendedEvent extends EventBase {
  type: 'ExtendedEvent';
  extendedType: string;
}

export type EpcisEvent =
  | ObjectEvent
  | AggregationEvent
  | AssociationEvent
  | TransactionEvent
  | TransformationEvent
  | ExtendedEvent;
