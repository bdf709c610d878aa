/** How a carmaker composes its part numbers, so that drawing index and colour can be told from the number itself. */
export interface PartNumberPattern {
  name: string;
  expression: RegExp;
}

/** Named groups: number, index, colour. Suppliers' own numbers follow no pattern and stay whole. */
export const PART_NUMBER_PATTERNS: readonly PartNumberPattern[] = [
  {
    name: 'Volkswagen group',
    expression: /^(?<number>[0-9A-Z]{3}\d{3}\d{3})(?<index>[A-Z]{0,2})(?<colour>(?:[0-9][0-9A-Z]{2})?)$/,
  },
  { name: 'Mercedes-Benz', expression: /^(?<number>[A-Z]\d{10})(?<index>(?:\d{2})?)(?<colour>(?:\d{4})?)$/ },
  { name: 'BMW group', expression: /^(?<number>\d{7})(?<index>(?:-?\d{2})?)(?<colour>)$/ },
];

export interface PartNumber {
  /** As the partner wrote it; always kept. */
  raw: string;
  /** For comparing: NFKC, capital letters, without blanks and the separators . _ / - */
  canonical: string;
  /** Present where a pattern was named and fits. */
  number?: string;
  index?: string;
  colour?: string;
}

/**
 * The form in which part numbers of different partners are compared.
 *
 * @example canonicalPartNumber('1k0 907.379-ac') // '1K0907379AC'
 */
export function canonicalPartNumber(raw: string): string {
  return raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s._/\-\u2010-\u2015]/g, '');
}

/** Takes index and colour off the number where the named pattern fits; without a pattern the number stays whole. */
export function readPartNumber(raw: string, patternName?: string): PartNumber {
  const canonical = canonicalPartNumber(raw);
  const pattern = PART_NUMBER_PATTERNS.find(({ name }) => name === patternName);
  const { number, index, colour } = pattern?.expression.exec(canonical)?.groups ?? {};
  return {
    raw,
    canonical,
    ...(number ? { number } : {}),
    ...(index ? { index } : {}),
    ...(colour ? { colour } : {}),
  };
}

/** Letters and digits that labels and typists confuse: a match only on these is for a person to decide. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', B: '8' };

export type PartNumberAgreement = 'same' | 'same-without-leading-zeros' | 'lookalike' | 'different';

/** How two part numbers agree; anything below "same" asks for more evidence before they are matched. */
export function comparePartNumbers(one: string, other: string): PartNumberAgreement {
  const [a, b] = [canonicalPartNumber(one), canonicalPartNumber(other)];
  if (a === b) return 'same';
  if (withoutLeadingZeros(a) === withoutLeadingZeros(b)) return 'same-without-leading-zeros';
  return withoutLookalikes(a) === withoutLookalikes(b) ? 'lookalike' : 'different';
}

function withoutLeadingZeros(canonical: string): string {
  return canonical.replace(/^0+(?=.)/, '');
}

function withoutLookalikes(canonical: string): string {
  return withoutLeadingZeros(canonical.replace(/[OISB]/g, (letter) => LOOKALIKES[letter] ?? letter));
}
