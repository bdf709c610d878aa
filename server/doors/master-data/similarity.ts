/**
 * How alike two texts are, 0 to 1: Jaro-Winkler (Winkler 1990) over their words' best partners, so that
 * "RENAULT DOUAI" finds "Renault SAS, plant Douai" and word order does not matter.
 */
export function similarity(one: string, other: string): number {
  const [a, b] = [words(one), words(other)];
  if (a.length === 0 || b.length === 0) return 0;
  return (coverage(a, b) + coverage(b, a)) / 2;
}

const words = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0 && !LEGAL_FORMS.has(word));

/** They say nothing about which company it is. */
const LEGAL_FORMS = new Set([
  'GMBH',
  'AG',
  'SAS',
  'SA',
  'SE',
  'INC',
  'LTD',
  'LLC',
  'CO',
  'KG',
  'SRL',
  'SPA',
  'BV',
  'NV',
  'SOCIETE',
  'STE',
]);

const coverage = (from: string[], to: string[]): number =>
  from.reduce((sum, word) => sum + Math.max(...to.map((other) => jaroWinkler(word, other))), 0) / from.length;

/** Jaro's share of common characters, raised for a common beginning of up to four. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const { common, transpositions } = commonCharacters(a, b);
  if (common === 0) return 0;
  const jaro = (common / a.length + common / b.length + (common - transpositions / 2) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function commonCharacters(a: string, b: string): { common: number; transpositions: number } {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const fromA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      fromA.push(a[i]!);
      break;
    }
  }
  const fromB = [...b].filter((_, j) => taken[j]);
  return { common: fromA.length, transpositions: fromA.filter((letter, i) => letter !== fromB[i]).length };
}
