import type { VocabularyName } from './vocabulary.ts';

/** One member in the order in which CBV 2.0, section 8.9.2, strings an event together. */
export interface HashedMember {
  name: string;
  /** Name in front of each entry of a list; empty where entries stand without one. */
  item?: string;
  members?: readonly HashedMember[];
  /** The list itself adds nothing: only its entries are strung together, each under the entry's name. */
  isBare?: true;
  vocabulary?: VocabularyName;
  isTime?: true;
}

/** When it was recorded, what it is called and that it was wrong say nothing about what happened. */
export const UNHASHED_MEMBERS = [
  'recordTime',
  'eventID',
  'errorDeclaration',
  '@context',
  'type',
  'rdfs:comment',
] as const;

const QUANTITY: readonly HashedMember[] = [{ name: 'epcClass' }, { name: 'quantity' }, { name: 'uom' }];

const METADATA: readonly HashedMember[] = [
  { name: 'time', isTime: true },
  { name: 'startTime', isTime: true },
  { name: 'endTime', isTime: true },
  { name: 'deviceID' },
  { name: 'deviceMetadata' },
  { name: 'rawData' },
  { name: 'dataProcessingMethod' },
  { name: 'bizRules' },
];

const REPORT: readonly HashedMember[] = [
  { name: 'type', vocabulary: 'measurement' },
  { name: 'exception', vocabulary: 'sensorAlert' },
  { name: 'deviceID' },
  { name: 'deviceMetadata' },
  { name: 'rawData' },
  { name: 'dataProcessingMethod' },
  { name: 'bizRules' },
  { name: 'time', isTime: true },
  { name: 'microorganism' },
  { name: 'chemicalSubstance' },
  { name: 'value' },
  { name: 'component', vocabulary: 'component' },
  { name: 'stringValue' },
  { name: 'booleanValue' },
  { name: 'hexBinaryValue' },
  { name: 'uriValue' },
  { name: 'minValue' },
  { name: 'maxValue' },
  { name: 'meanValue' },
  { name: 'sDev' },
  { name: 'percRank' },
  { name: 'percValue' },
  { name: 'uom' },
  { name: 'coordinateReferenceSystem' },
];

const SENSOR_ELEMENT: readonly HashedMember[] = [
  { name: 'sensorMetadata', item: '', members: METADATA },
  { name: 'sensorReport', item: 'sensorReport', isBare: true, members: REPORT },
];

const DISPOSITIONS: readonly HashedMember[] = [
  { name: 'set', item: 'set', isBare: true, vocabulary: 'disposition' },
  { name: 'unset', item: 'unset', isBare: true, vocabulary: 'disposition' },
];

const TYPED_PARTY: HashedMember = { name: 'type', vocabulary: 'sourceDestinationType' };

export const HASHED_EVENT: readonly HashedMember[] = [
  { name: 'eventType' },
  { name: 'eventTime', isTime: true },
  { name: 'eventTimeZoneOffset' },
  { name: 'certificationInfo' },
  { name: 'epcList', item: 'epc' },
  { name: 'parentID' },
  { name: 'childEPCs', item: 'epc' },
  { name: 'quantityList', item: 'quantityElement', members: QUANTITY },
  { name: 'childQuantityList', item: 'quantityElement', members: QUANTITY },
  { name: 'inputEPCList', item: 'epc' },
  { name: 'inputQuantityList', item: 'quantityElement', members: QUANTITY },
  { name: 'outputEPCList', item: 'epc' },
  { name: 'outputQuantityList', item: 'quantityElement', members: QUANTITY },
  { name: 'action' },
  { name: 'transformationID' },
  { name: 'bizStep', vocabulary: 'bizStep' },
  { name: 'disposition', vocabulary: 'disposition' },
  { name: 'persistentDisposition', item: '', members: DISPOSITIONS },
  { name: 'readPoint', item: '', members: [{ name: 'id' }] },
  { name: 'bizLocation', item: '', members: [{ name: 'id' }] },
  {
    name: 'bizTransactionList',
    item: '',
    members: [{ name: 'type', vocabulary: 'bizTransactionType' }, { name: 'bizTransaction' }],
  },
  { name: 'destinationList', item: '', members: [TYPED_PARTY, { name: 'destination' }] },
  { name: 'sourceList', item: '', members: [TYPED_PARTY, { name: 'source' }] },
  { name: 'sensorElementList', item: 'sensorElement', members: SENSOR_ELEMENT },
  { name: 'ilmd', item: '', members: [] },
];
