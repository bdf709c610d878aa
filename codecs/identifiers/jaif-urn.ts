import { type Answer, reject } from './answer.ts';
import { type LabelField, readLabelField } from './licence-plate.ts';

/**
 * Reads the URN under which the automotive industry names things in EPCIS (JAIF, VDA 5500 series): `urn:jaif:id:obj:`
 * or `urn:jaif:id:loc:` and a field with its data identifier.
 *
 * @example readJaifUrn('urn:jaif:id:obj:37SUN321456789A111222333AB+123456789012') // item 'A111222333AB'
 */
export function readJaifUrn(urn: string): Answer<LabelField> {
  const [, body] = /^urn:jaif:id:(?:obj|loc):(.+)$/.exec(urn) ?? [];
  if (body === undefined) return reject('urn-scheme', urn, 'urn:jaif:id:obj: or urn:jaif:id:loc: and a label field');
  return readLabelField(body);
}

const LOCATIONS = /^\d*L$/;

export function writeJaifUrn({ identifier, data }: Pick<LabelField, 'identifier' | 'data'>): string {
  return `urn:jaif:id:${LOCATIONS.test(identifier) ? 'loc' : 'obj'}:${identifier}${data}`;
}

/** Whether the field names a handling unit: a licence plate J to 6J. */
export function isLicencePlate(field: LabelField): boolean {
  return /^[1-6]?J$/.test(field.identifier);
}
