import { type EpcisError, mistake } from './check.ts';
import { isObject, type JsonObject, pointer } from './json.ts';

/** A rule across members: where it does not hold, which member is to blame and what was expected. */
export interface EventRule {
  types: readonly string[];
  holds: (event: JsonObject) => boolean;
  member: string;
  expected: string;
}

/** EPCIS 2.0, sections 7.4.2 to 7.4.6: what must be said together. Rules, so that each names itself in the error. */
export const EVENT_RULES: readonly EventRule[] = [
  {
    types: ['ObjectEvent'],
    holds: (event) =>
      Array.isArray(event.epcList) ||
      hasItems(event.quantityList) ||
      (hasItems(event.sensorElementList) && !!event.readPoint),
    member: 'epcList',
    expected: 'an epcList, a quantityList, or sensor data with a readPoint',
  },
  {
    types: ['ObjectEvent'],
    holds: (event) => event.ilmd === undefined || event.action === 'ADD',
    member: 'ilmd',
    expected: 'instance and lot master data only where the action is ADD',
  },
  {
    types: ['AggregationEvent', 'AssociationEvent'],
    holds: (event) => hasItems(event.childEPCs) || hasItems(event.childQuantityList) || event.action === 'DELETE',
    member: 'childEPCs',
    expected: 'childEPCs or a childQuantityList, unless the action is DELETE',
  },
  {
    types: ['AggregationEvent'],
    holds: (event) => event.parentID !== undefined || event.action === 'OBSERVE' || event.action === undefined,
    member: 'parentID',
    expected: 'a parentID where the action is ADD or DELETE',
  },
  {
    types: ['TransactionEvent'],
    holds: (event) => Array.isArray(event.epcList) || hasItems(event.quantityList) || event.action === 'DELETE',
    member: 'epcList',
    expected: 'an epcList or a quantityList, unless the action is DELETE',
  },
  {
    types: ['TransformationEvent'],
    holds: (event) => hasSomeInput(event) || (event.transformationID !== undefined && hasSomeOutput(event)),
    member: 'inputEPCList',
    expected: 'an input list, or a transformationID and an output list',
  },
  {
    types: ['TransformationEvent'],
    holds: (event) => hasSomeOutput(event) || (event.transformationID !== undefined && hasSomeInput(event)),
    member: 'outputEPCList',
    expected: 'an output list, or a transformationID and an input list',
  },
  {
    types: ['ObjectEvent', 'TransformationEvent'],
    holds: ({ persistentDisposition: change }) => !isObject(change) || !!(change.set ?? change.unset),
    member: 'persistentDisposition',
    expected: 'dispositions to set or unset',
  },
];

export function checkRules(type: string, event: JsonObject, path: string): EpcisError[] {
  const broken = EVENT_RULES.filter((rule) => rule.types.includes(type) && !rule.holds(event));
  return broken.map(({ member, expected }) => mistake(pointer(path, member), event[member], expected));
}

function hasItems(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function hasSomeInput(event: JsonObject): boolean {
  return hasItems(event.inputEPCList) || hasItems(event.inputQuantityList);
}

function hasSomeOutput(event: JsonObject): boolean {
  return hasItems(event.outputEPCList) || hasItems(event.outputQuantityList);
}
