import { type Answer, accept, reject } from './answer.ts';
import { hasValidCheckDigit, withCheckDigit } from './check-digit.ts';
import { checkedPart, type Gs1Scheme, keyLength, type SchemeRow } from './gs1-schemes.ts';

/** A GS1 key, whatever form it came in. */
export interface Gs1Identifier {
  scheme: Gs1Scheme;
  /** The key as an element string without its application identifier: an SSCC's 18 digits, a GTIN's 14, a GLN's 13. */
  value: string;
  /** Serial number; for `lgtin` the lot, for `sgln` the extension. An `sgtin` without one is the trade item class. */
  serial?: string;
  /** The lot that a Digital Link names beside a serial. */
  lot?: string;
  /** Only URNs and binary EPCs say how long the company prefix is; a Digital Link does not. */
  companyPrefixLength?: number;
}

/** Tests the key's length, characters and check digit. */
export function checkKey(row: SchemeRow, identifier: Gs1Identifier): Answer<Gs1Identifier> {
  const { value } = identifier;
  const length = keyLength(row);
  if (length === undefined) return checkFreeKey(identifier);
  if (value.length !== length || !/^\d+$/.test(value)) {
    return reject('key-format', value, `${length} digits for ${row.scheme.toUpperCase()}`);
  }
  if (row.checkDigit && !hasValidCheckDigit(checkedPart(row, value))) {
    return reject('check-digit', value, withCheckDigit(checkedPart(row, value).slice(0, -1)));
  }
  return accept(identifier);
}

/** GIAI, CPID and GINC: a company prefix of at least four digits, then GS1 character set 82 or 39, 30 at most. */
function checkFreeKey(identifier: Gs1Identifier): Answer<Gs1Identifier> {
  if (/^\d{4}[!-z]{1,26}$/.test(identifier.value)) return accept(identifier);
  return reject('key-format', identifier.value, 'a GS1 company prefix and a reference, 30 characters at most');
}
