import { type Answer, accept, reject } from './answer.ts';

export interface ContainerNumber {
  number: string;
  ownerCode: string;
  category: 'freight container' | 'detachable equipment' | 'trailer or chassis';
  serial: string;
}

const CATEGORIES: Readonly<Record<string, ContainerNumber['category']>> = {
  U: 'freight container',
  J: 'detachable equipment',
  Z: 'trailer or chassis',
};

/**
 * Freight container number (ISO 6346): owner code, category, six digits, check digit.
 *
 * @example readContainerNumber('CSQU 305438-3') // owner CSQ, the example that ISO 6346 works through
 */
export function readContainerNumber(text: string): Answer<ContainerNumber> {
  const number = text.toUpperCase().replace(/[\s-]/g, '');
  const [, ownerCode = '', letter = '', serial = '', check] = /^([A-Z]{3})([UJZ])(\d{6})(\d)$/.exec(number) ?? [];
  const category = CATEGORIES[letter];
  if (!category) return reject('container-format', text, 'three letters, U, J or Z, six digits and a check digit');
  const expected = containerCheckDigit(number.slice(0, 10));
  if (check !== expected) return reject('container-check-digit', text, number.slice(0, 10) + expected);
  return accept({ number, ownerCode, category, serial });
}

/** Letters count from A = 10 and skip the multiples of 11; weights are powers of two; modulo 11, 10 counts as 0. */
function containerCheckDigit(body: string): string {
  let sum = 0;
  for (const [position, character] of [...body].entries()) sum += characterValue(character) * 2 ** position;
  return String((sum % 11) % 10);
}

function characterValue(character: string): number {
  const ordinal = Number.parseInt(character, 36);
  return ordinal < 10 ? ordinal : ordinal + Math.floor((ordinal - 1) / 10);
}
