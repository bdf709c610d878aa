import { type Answer, reject } from './answer.ts';
import { withCheckDigit } from './check-digit.ts';
import { readDigitalLink } from './digital-link.ts';
import { checkKey, type Gs1Identifier } from './gs1-key.ts';
import { type Gs1Scheme, schemeRow } from './gs1-schemes.ts';
import { readEpcUrn } from './gs1-urn.ts';

/**
 * Reads a GS1 key from an EPC URN (`urn:epc:id:`, `idpat:`, `class:`), a GS1 Digital Link, an element string with its
 * application identifier in brackets, or a bare number of 8, 12, 13, 14 or 18 digits (`assume` says what a bare
 * number of 13 digits is: a trade item or a location).
 *
 * @example readGs1('urn:epc:id:sscc:4012345.0000000333') // value '040123450000003338'
 */
export function readGs1(text: string, assume: 'sgtin' | 'sgln' = 'sgtin'): Answer<Gs1Identifier> {
  if (text.startsWith('urn:epc:')) return readEpcUrn(text);
  if (/^https?:\/\//.test(text)) return readDigitalLink(text);
  if (text.startsWith('(')) return readElementString(text);
  return readBareNumber(text, assume);
}

/** Completes a key without check digit: `completeKey('sgln', '401234500001')` is the 13-digit GLN. */
export function completeKey(scheme: Gs1Scheme, digits: string): Answer<Gs1Identifier> {
  const row = schemeRow(scheme);
  const value = row.checkDigit ? withCheckDigit(digits) : digits;
  return checkKey(row, { scheme, value });
}

function readElementString(text: string): Answer<Gs1Identifier> {
  const fields = [...text.matchAll(/\((\d{2,4})\)([^(]*)/g)].map(([, ai = '', value = '']) => ({ ai, value }));
  const path = fields.map(({ ai, value }) => `${ai}/${encodeURIComponent(value)}`).join('/');
  return readDigitalLink(`https://id.gs1.org/${path}`);
}

function readBareNumber(text: string, assume: 'sgtin' | 'sgln'): Answer<Gs1Identifier> {
  if (!/^(\d{8}|\d{12,14}|\d{18})$/.test(text)) {
    return reject('not-a-gs1-key', text, 'an EPC URN, a GS1 Digital Link, or 8, 12, 13, 14 or 18 digits');
  }
  if (text.length === 18) return checkKey(schemeRow('sscc'), { scheme: 'sscc', value: text });
  if (text.length === 13 && assume === 'sgln') return checkKey(schemeRow('sgln'), { scheme: 'sgln', value: text });
  return checkKey(schemeRow('sgtin'), { scheme: 'sgtin', value: text.padStart(14, '0') });
}

/** The element string with bracketed application identifiers, as printed under a bar code. */
export function writeElementString(identifier: Gs1Identifier): string {
  const row = schemeRow(identifier.scheme);
  const serial = identifier.serial ?? '';
  if (row.serial === 'appended') return `(${row.ai})${identifier.value}${serial}`;
  const lot = identifier.lot ? `(10)${identifier.lot}` : '';
  return `(${row.ai})${identifier.value}${lot}${serial && row.serial ? `(${row.serial.ai})${serial}` : ''}`;
}
