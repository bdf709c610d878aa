import { isObject, listOf } from './json.ts';

/** Prefix to namespace, as the `@context` of a document or event declares them. */
export type Prefixes = Readonly<Record<string, string>>;

/** What GS1's own context declares, so that its terms need no declaration. */
export const GS1_PREFIXES: Prefixes = {
  epcis: 'https://ref.gs1.org/epcis/',
  cbv: 'https://ref.gs1.org/cbv/',
  gs1: 'https://gs1.org/voc/',
  cbvmda: 'urn:epcglobal:cbv:mda:',
  vtype: 'urn:epcglobal:epcis:vtype:',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcterms: 'http://purl.org/dc/terms/',
};

/** Adds the prefixes that an `@context` declares inline; contexts given by address are not fetched. */
export function readPrefixes(context: unknown, outer: Prefixes = GS1_PREFIXES): Prefixes {
  const declared: Record<string, string> = { ...outer };
  for (const entry of listOf(context)) {
    if (!isObject(entry)) continue;
    for (const [prefix, definition] of Object.entries(entry)) {
      const namespace = isObject(definition) ? definition['@id'] : definition;
      if (typeof namespace === 'string' && !prefix.startsWith('@')) declared[prefix] = namespace;
    }
  }
  return declared;
}

/**
 * An extension's name with its namespace, as the event hash writes it.
 *
 * @example expandName('ex:lot', { ex: 'https://example.com/' }) // '{https://example.com/}lot'
 */
export function expandName(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(':');
  if (colon < 0) return name;
  const namespace = Object.hasOwn(prefixes, name.slice(0, colon)) ? prefixes[name.slice(0, colon)] : undefined;
  if (namespace !== undefined && !name.startsWith('//', colon + 1)) return `{${namespace}}${name.slice(colon + 1)}`;
  const [, start, local] = /^(.*[/#:])([^/#:]+)$/.exec(name) ?? [];
  return start === undefined ? name : `{${start}}${local}`;
}
