import { type Answer, accept, reject } from './answer.ts';
import { mod97Remainder, mod1271CheckCharacters } from './iso7064.ts';

export interface BusinessPartnerNumber {
  number: string;
  kind: 'legal-entity' | 'site' | 'address';
}

const BPN_KINDS: Readonly<Record<string, BusinessPartnerNumber['kind']>> = {
  L: 'legal-entity',
  S: 'site',
  A: 'address',
};

/**
 * Catena-X business partner number (CX-0010): BPN, kind, ten characters, two check characters. Failing check
 * characters are a warning only: the test numbers that everybody uses (BPNL4444444444XX) have none that hold.
 */
export function readBpn(text: string): Answer<BusinessPartnerNumber> {
  const number = text.trim().toUpperCase();
  const [, letter = '', body = '', check = ''] = /^BPN([LSA])([0-9A-Z]{10})([0-9A-Z]{2})$/.exec(number) ?? [];
  const kind = BPN_KINDS[letter];
  if (!kind) return reject('bpn-format', text, 'BPNL, BPNS or BPNA and 12 digits or capital letters');
  const expected = mod1271CheckCharacters(body);
  const warnings =
    check === expected
      ? []
      : [{ code: 'bpn-check-characters', value: number, expected: `BPN${letter}${body}${expected}` }];
  return accept({ number, kind }, warnings);
}

/** DUNS: nine digits, however grouped. Its check digit has not been reliable since 2006 and is not tested. */
export function readDuns(text: string): Answer<string> {
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{9}$/.test(digits) ? accept(digits) : reject('duns-format', text, '9 digits');
}

/** Legal entity identifier (ISO 17442), tested by ISO 7064 MOD 97-10. */
export function readLei(text: string): Answer<string> {
  const lei = text.trim().toUpperCase();
  if (!/^[0-9A-Z]{18}\d{2}$/.test(lei)) return reject('lei-format', text, '18 characters and 2 check digits');
  return mod97Remainder(lei) === 1 ? accept(lei) : reject('lei-check-digits', text, 'remainder 1 modulo 97');
}
