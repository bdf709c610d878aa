import type { VocabularyName } from './vocabulary.ts';

/** What a member may hold. Objects and lists nest; everything else is a scalar with one rule. */
export type Shape =
  | 'uri'
  | 'time'
  | 'zone-offset'
  | 'action'
  | 'text'
  | 'number'
  | 'boolean'
  | 'hex'
  | 'unit'
  | 'version'
  | 'context'
  | 'uri-or-uris'
  /** Judged by other code. */
  | 'elsewhere'
  | { vocabulary: VocabularyName }
  | { list: Shape; atLeast?: number; unique?: true }
  | ObjectShape;

export interface ObjectShape {
  members: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  /** What other members are allowed: `extensions` have a URI or CURIE as name, `any` is unchecked. */
  others: 'none' | 'extensions' | 'any';
}

const QUANTITY: ObjectShape = {
  members: { epcClass: 'uri', quantity: 'number', uom: 'unit' },
  required: ['epcClass'],
  others: 'none',
};

const PLACE: ObjectShape = { members: { id: 'uri' }, required: ['id'], others: 'any' };

const BIZ_TRANSACTION: ObjectShape = {
  members: { type: { vocabulary: 'bizTransactionType' }, bizTransaction: 'uri' },
  required: ['bizTransaction'],
  others: 'none',
};

const SOURCE: ObjectShape = {
  members: { type: { vocabulary: 'sourceDestinationType' }, source: 'uri' },
  required: ['type', 'source'],
  others: 'none',
};

const DESTINATION: ObjectShape = {
  members: { type: { vocabulary: 'sourceDestinationType' }, destination: 'uri' },
  required: ['type', 'destination'],
  others: 'none',
};

const SENSOR_METADATA: ObjectShape = {
  members: {
    time: 'time',
    startTime: 'time',
    endTime: 'time',
    deviceID: 'uri',
    deviceMetadata: 'uri',
    rawData: 'uri',
    dataProcessingMethod: 'uri',
    bizRules: 'uri',
  },
  others: 'extensions',
};

const SENSOR_REPORT: ObjectShape = {
  members: {
    type: { vocabulary: 'measurement' },
    exception: { vocabulary: 'sensorAlert' },
    deviceID: 'uri',
    deviceMetadata: 'uri',
    rawData: 'uri',
    dataProcessingMethod: 'uri',
    bizRules: 'uri',
    time: 'time',
    microorganism: 'uri',
    chemicalSubstance: 'uri',
    coordinateReferenceSystem: 'uri',
    value: 'number',
    component: { vocabulary: 'component' },
    stringValue: 'text',
    booleanValue: 'boolean',
    hexBinaryValue: 'hex',
    uriValue: 'uri',
    minValue: 'number',
    maxValue: 'number',
    meanValue: 'number',
    sDev: 'number',
    percRank: 'number',
    percValue: 'number',
    uom: 'text',
  },
  required: ['type'],
  others: 'extensions',
};

const SENSOR_ELEMENT: ObjectShape = {
  members: { sensorMetadata: SENSOR_METADATA, sensorReport: { list: SENSOR_REPORT, atLeast: 1 } },
  required: ['sensorReport'],
  others: 'extensions',
};

const DISPOSITIONS: Shape = { list: { vocabulary: 'disposition' }, atLeast: 1, unique: true };

const ERROR_DECLARATION: ObjectShape = {
  members: {
    declarationTime: 'time',
    reason: { vocabulary: 'errorReason' },
    correctiveEventIDs: { list: 'uri' },
  },
  required: ['declarationTime'],
  others: 'extensions',
};

/** What every event has, whatever its type. */
const EVENT_MEMBERS: Readonly<Record<string, Shape>> = {
  '@context': 'context',
  type: 'text',
  eventTime: 'time',
  recordTime: 'time',
  eventTimeZoneOffset: 'zone-offset',
  eventID: 'uri',
  certificationInfo: 'uri-or-uris',
  errorDeclaration: ERROR_DECLARATION,
};

const BUSINESS_MEMBERS: Readonly<Record<string, Shape>> = {
  bizStep: { vocabulary: 'bizStep' },
  disposition: { vocabulary: 'disposition' },
  readPoint: PLACE,
  bizLocation: PLACE,
  bizTransactionList: { list: BIZ_TRANSACTION },
  sourceList: { list: SOURCE },
  destinationList: { list: DESTINATION },
  sensorElementList: { list: SENSOR_ELEMENT },
};

const PERSISTENT: Readonly<Record<string, Shape>> = {
  persistentDisposition: { members: { set: DISPOSITIONS, unset: DISPOSITIONS }, others: 'none' },
};

const INSTANCE_LIFE: Readonly<Record<string, Shape>> = { ilmd: { members: {}, others: 'extensions' } };

const PARENT_AND_CHILDREN: Readonly<Record<string, Shape>> = {
  parentID: 'uri',
  childEPCs: { list: 'uri' },
  childQuantityList: { list: QUANTITY },
};

/** EPCIS 2.0, section 7.4: the members of the five event types. */
export const EVENT_SHAPES: Readonly<Record<string, ObjectShape>> = {
  ObjectEvent: {
    members: {
      ...EVENT_MEMBERS,
      ...BUSINESS_MEMBERS,
      ...PERSISTENT,
      ...INSTANCE_LIFE,
      action: 'action',
      epcList: { list: 'uri', unique: true },
      quantityList: { list: QUANTITY },
    },
    required: ['type', 'eventTime', 'eventTimeZoneOffset', 'action'],
    others: 'extensions',
  },
  AggregationEvent: {
    members: { ...EVENT_MEMBERS, ...BUSINESS_MEMBERS, ...PARENT_AND_CHILDREN, action: 'action' },
    required: ['type', 'eventTime', 'eventTimeZoneOffset', 'action'],
    others: 'extensions',
  },
  TransactionEvent: {
    members: {
      ...EVENT_MEMBERS,
      ...BUSINESS_MEMBERS,
      action: 'action',
      parentID: 'uri',
      epcList: { list: 'uri' },
      quantityList: { list: QUANTITY },
      bizTransactionList: { list: BIZ_TRANSACTION, atLeast: 1 },
    },
    required: ['type', 'eventTime', 'eventTimeZoneOffset', 'action', 'bizTransactionList'],
    others: 'extensions',
  },
  TransformationEvent: {
    members: {
      ...EVENT_MEMBERS,
      ...BUSINESS_MEMBERS,
      ...PERSISTENT,
      ...INSTANCE_LIFE,
      inputEPCList: { list: 'uri', unique: true },
      inputQuantityList: { list: QUANTITY },
      outputEPCList: { list: 'uri', unique: true },
      outputQuantityList: { list: QUANTITY },
      transformationID: 'uri',
    },
    required: ['type', 'eventTime', 'eventTimeZoneOffset'],
    others: 'extensions',
  },
  AssociationEvent: {
    members: { ...EVENT_MEMBERS, ...BUSINESS_MEMBERS, ...PARENT_AND_CHILDREN, action: 'action' },
    required: ['type', 'eventTime', 'eventTimeZoneOffset', 'action', 'parentID'],
    others: 'extensions',
  },
};

/** An event type of a partner's own: its members are the partner's business. */
export const EXTENDED_EVENT_SHAPE: ObjectShape = {
  members: { ...EVENT_MEMBERS, type: 'uri' },
  required: ['type', 'eventTime', 'eventTimeZoneOffset'],
  others: 'any',
};

const MASTER_DATA: Shape = {
  list: {
    members: {
      type: 'uri',
      vocabularyElementList: { list: { members: { id: 'uri' }, required: ['id'], others: 'any' } },
    },
    required: ['type'],
    others: 'any',
  },
};

/** The envelope only: events are judged one by one, so that one wrong event does not hide the others. */
export const DOCUMENT_SHAPE: ObjectShape = {
  members: {
    '@context': 'context',
    id: 'uri',
    type: 'text',
    schemaVersion: 'version',
    creationDate: 'time',
    instanceIdentifier: 'text',
    sender: 'text',
    receiver: 'text',
    epcisHeader: {
      members: { epcisMasterData: { members: { vocabularyList: MASTER_DATA }, others: 'any' } },
      others: 'extensions',
    },
    epcisBody: { members: { eventList: 'elsewhere' }, required: ['eventList'], others: 'any' },
  },
  required: ['@context', 'type', 'schemaVersion', 'creationDate', 'epcisBody'],
  others: 'extensions',
};

export const QUERY_DOCUMENT_SHAPE: ObjectShape = {
  members: {
    '@context': 'context',
    id: 'uri',
    type: 'text',
    schemaVersion: 'version',
    creationDate: 'time',
    epcisBody: {
      members: {
        queryResults: {
          members: {
            queryName: 'text',
            subscriptionID: 'text',
            resultsBody: {
              members: { eventList: 'elsewhere', vocabularyList: MASTER_DATA },
              required: ['eventList'],
              others: 'extensions',
            },
          },
          required: ['queryName', 'resultsBody'],
          others: 'extensions',
        },
      },
      required: ['queryResults'],
      others: 'extensions',
    },
  },
  required: ['@context', 'type', 'epcisBody'],
  others: 'extensions',
};
