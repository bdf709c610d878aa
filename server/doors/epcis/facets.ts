import { type ClassQuantity, type EpcisEvent, readTerm } from '@intakt/epcis';
import { readDigitalLink, readEpcUrn, writeDigitalLink } from '@intakt/identifiers';

/** What an event can be asked for by equality, as `name=value`. A parameter's values become the same texts. */
export function facetsOf(event: EpcisEvent): string[] {
  const found = new Set<string>();
  const add = (name: string, ...values: (string | undefined)[]): void => {
    for (const value of values) if (value !== undefined && value !== '') found.add(`${name}=${value}`);
  };
  const addUris = (name: string, ...values: (string | undefined)[]): void => {
    for (const value of values) {
      if (!value) continue;
      const uri = canonicalUri(value);
      add(name, value, uri);
      if (name in RESOURCES_OF) add(RESOURCES_OF[name]!, uri);
    }
  };
  if ('action' in event) add('action', event.action);
  add('bizStep', event.bizStep);
  add('disposition', event.disposition);
  add('persistentDisposition_set', ...(event.persistentDisposition?.set ?? []));
  add('persistentDisposition_unset', ...(event.persistentDisposition?.unset ?? []));
  addUris('readPoint', event.readPoint);
  addUris('bizLocation', event.bizLocation);
  for (const { type, id } of event.bizTransactions) addUris(`bizTransaction_${type ?? ''}`, id);
  for (const { type, id } of event.sources) addUris(`source_${type}`, id);
  for (const { type, id } of event.destinations) addUris(`destination_${type}`, id);
  add('errorReason', event.errorDeclaration?.reason);
  add('correctiveEventID', ...(event.errorDeclaration?.correctiveEventIDs ?? []));
  addGoods(event, addUris, add);
  for (const element of event.sensorElements) addSensor(element, add);
  return [...found];
}

/** Under these names each thing stands once, so that they can be listed. */
const RESOURCES_OF: Record<string, string> = {
  epc: '@epcs',
  parentID: '@epcs',
  inputEPC: '@epcs',
  outputEPC: '@epcs',
  readPoint: '@readPoints',
  bizLocation: '@bizLocations',
};

type Add = (name: string, ...values: (string | undefined)[]) => void;

/** Standard, section 8.2.7.1.1: `epc` is the event's own or its children; parents, inputs and outputs have names of their own. */
function addGoods(event: EpcisEvent, addUris: Add, add: Add): void {
  const classes = (quantities: ClassQuantity[]): string[] => quantities.map(({ epcClass }) => epcClass);
  switch (event.type) {
    case 'ObjectEvent':
      addUris('epc', ...event.epcs);
      addUris('epcClass', ...classes(event.quantities));
      return;
    case 'TransactionEvent':
      addUris('epc', ...event.epcs);
      addUris('epcClass', ...classes(event.quantities));
      addUris('parentID', event.parentID);
      return;
    case 'AggregationEvent':
    case 'AssociationEvent':
      addUris('epc', ...event.childEpcs);
      addUris('epcClass', ...classes(event.childQuantities));
      addUris('parentID', event.parentID);
      return;
    case 'TransformationEvent':
      addUris('inputEPC', ...event.inputEpcs);
      addUris('outputEPC', ...event.outputEpcs);
      addUris('inputEPCClass', ...classes(event.inputQuantities));
      addUris('outputEPCClass', ...classes(event.outputQuantities));
      add('transformationID', event.transformationID);
      return;
    case 'ExtendedEvent':
  }
}

export const SENSOR_FACETS = [
  'type',
  'deviceID',
  'dataProcessingMethod',
  'microorganism',
  'chemicalSubstance',
  'bizRules',
  'stringValue',
  'hexBinaryValue',
  'uriValue',
  'booleanValue',
] as const;

function addSensor(element: Record<string, unknown>, add: Add): void {
  const reports = Array.isArray(element.sensorReport) ? (element.sensorReport as Record<string, unknown>[]) : [];
  const metadata = (element.sensorMetadata ?? {}) as Record<string, unknown>;
  for (const holder of [metadata, ...reports])
    for (const name of SENSOR_FACETS)
      if (['string', 'boolean'].includes(typeof holder[name])) add(name, bareTerm(name, String(holder[name])));
}

const bareTerm = (name: string, value: string): string =>
  name === 'type' ? (readTerm('measurement', value) ?? value) : value;

/** One text for one thing: a key of GS1 is compared as its Digital Link, whichever way it was written. */
export function canonicalUri(uri: string): string {
  const key = uri.startsWith('urn:epc:') ? readEpcUrn(uri) : uri.startsWith('http') ? readDigitalLink(uri) : undefined;
  return key?.ok ? writeDigitalLink(key.value) : uri;
}
