import { expandName, type Prefixes } from './context.ts';
import type { Action, BizTransaction, ClassQuantity, EpcisEvent, Party } from './events.ts';
import { toUtc } from './instant.ts';
import { isObject, type JsonObject, listOf, textOf } from './json.ts';
import { EVENT_SHAPES } from './shapes.ts';
import { readTerm, type VocabularyName } from './vocabulary.ts';

export interface EventSetting {
  position: number;
  prefixes: Prefixes;
  ignoredFields: readonly string[];
}

/** Turns an event that has passed its checks into its typed form with bare CBV words and UTC times. */
export function readEvent(source: JsonObject, setting: EventSetting): EpcisEvent {
  const base = readBase(source, setting);
  const action = source.action as Action;
  const parent = { parentID: textOf(source.parentID) };
  const objects = { epcs: texts(source.epcList), quantities: quantities(source.quantityList) };
  const children = { childEpcs: texts(source.childEPCs), childQuantities: quantities(source.childQuantityList) };
  const type = textOf(source.type) ?? '';
  if (type === 'ObjectEvent') return omitUndefined({ type, action, ...objects, ...base });
  if (type === 'TransactionEvent') return omitUndefined({ type, action, ...parent, ...objects, ...base });
  if (type === 'AggregationEvent') return omitUndefined({ type, action, ...parent, ...children, ...base });
  if (type === 'AssociationEvent') return omitUndefined({ type, action, ...parent, ...children, ...base });
  if (type === 'TransformationEvent') return omitUndefined({ type, ...readTransformation(source), ...base });
  return omitUndefined({ type: 'ExtendedEvent', extendedType: type, ...base });
}

function readTransformation(source: JsonObject) {
  return {
    transformationID: textOf(source.transformationID),
    inputEpcs: texts(source.inputEPCList),
    inputQuantities: quantities(source.inputQuantityList),
    outputEpcs: texts(source.outputEPCList),
    outputQuantities: quantities(source.outputQuantityList),
  };
}

function readBase(source: JsonObject, setting: EventSetting) {
  return {
    eventID: textOf(source.eventID),
    eventTime: utc(source.eventTime) ?? '',
    eventTimeZoneOffset: textOf(source.eventTimeZoneOffset) ?? '',
    recordTime: utc(source.recordTime),
    ...readBusiness(source),
    sensorElements: listOf(source.sensorElementList).filter(isObject),
    certifications: texts(source.certificationInfo),
    errorDeclaration: readErrorDeclaration(source.errorDeclaration),
    ilmd: isObject(source.ilmd) ? source.ilmd : undefined,
    extensions: readExtensions(source, setting.prefixes),
    source,
    ...setting,
  };
}

function readBusiness(source: JsonObject) {
  return {
    bizStep: term('bizStep', source.bizStep),
    disposition: term('disposition', source.disposition),
    persistentDisposition: readPersistent(source.persistentDisposition),
    readPoint: isObject(source.readPoint) ? textOf(source.readPoint.id) : undefined,
    bizLocation: isObject(source.bizLocation) ? textOf(source.bizLocation.id) : undefined,
    bizTransactions: listOf(source.bizTransactionList).filter(isObject).map(readBizTransaction),
    sources: listOf(source.sourceList)
      .filter(isObject)
      .map((entry) => readParty(entry, entry.source)),
    destinations: listOf(source.destinationList)
      .filter(isObject)
      .map((entry) => readParty(entry, entry.destination)),
  };
}

function readPersistent(change: unknown) {
  if (!isObject(change)) return undefined;
  const read = (list: unknown) => texts(list).map((text) => term('disposition', text) ?? text);
  return { set: read(change.set), unset: read(change.unset) };
}

function readBizTransaction(entry: JsonObject): BizTransaction {
  return omitUndefined({ type: term('bizTransactionType', entry.type), id: textOf(entry.bizTransaction) ?? '' });
}

function readParty(entry: JsonObject, id: unknown): Party {
  return { type: term('sourceDestinationType', entry.type) ?? '', id: textOf(id) ?? '' };
}

function readErrorDeclaration(declaration: unknown) {
  if (!isObject(declaration)) return undefined;
  return omitUndefined({
    declarationTime: utc(declaration.declarationTime) ?? '',
    reason: term('errorReason', declaration.reason),
    correctiveEventIDs: texts(declaration.correctiveEventIDs),
  });
}

function readExtensions(source: JsonObject, prefixes: Prefixes): JsonObject {
  const known = EVENT_SHAPES[textOf(source.type) ?? '']?.members ?? {};
  const others = Object.entries(source).filter(([name]) => !Object.hasOwn(known, name));
  return Object.fromEntries(others.map(([name, value]) => [expandName(name, prefixes), value]));
}

function quantities(list: unknown): ClassQuantity[] {
  return listOf(list)
    .filter(isObject)
    .map((entry) =>
      omitUndefined({
        epcClass: textOf(entry.epcClass) ?? '',
        quantity: typeof entry.quantity === 'number' ? entry.quantity : undefined,
        uom: textOf(entry.uom),
      }),
    );
}

function texts(value: unknown): string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

function term(name: VocabularyName, value: unknown): string | undefined {
  return typeof value === 'string' ? readTerm(name, value) : undefined;
}

function utc(value: unknown): string | undefined {
  return typeof value === 'string' ? toUtc(value) : undefined;
}

function omitUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
