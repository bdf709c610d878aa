import { type Answer, accept, reject } from './answer.ts';

export interface LocationCode {
  locode: string;
  country: string;
  place: string;
}

/**
 * UN/LOCODE (UN/ECE Recommendation 16): country, then three letters or digits 2 to 9; the format only. The published
 * list itself breaks its rule with a few zeros and ones, so those are a warning.
 *
 * @param list the published codes, where the user has imported them; one that is not among them is a warning, because
 *   the list grows twice a year
 */
export function readLocode(text: string, list?: ReadonlySet<string>): Answer<LocationCode> {
  const locode = text.toUpperCase().replace(/\s/g, '');
  const expected = 'a country of two letters and three letters or digits 2 to 9';
  if (!/^[A-Z]{2}[A-Z0-9]{3}$/.test(locode)) return reject('locode-format', text, expected);
  const warnings = [
    ...(/[01]/.test(locode.slice(2)) ? [{ code: 'locode-digit', value: locode, expected }] : []),
    ...(list && !list.has(locode) ? [{ code: 'locode-unlisted', value: locode, expected: 'a code of the list' }] : []),
  ];
  return accept({ locode, country: locode.slice(0, 2), place: locode.slice(2) }, warnings);
}
