import { type Answer, accept, reject } from './answer.ts';

export interface VehicleIdentificationNumber {
  vin: string;
  worldManufacturer: string;
  /** ISO 3780: A–H Africa, J–R Asia, S–Z Europe, 1–5 North America, 6–7 Oceania, 8–9 South America. */
  region: string;
}

const REGIONS: readonly [RegExp, string][] = [
  [/[A-H]/, 'Africa'],
  [/[J-R]/, 'Asia'],
  [/[S-Z]/, 'Europe'],
  [/[1-5]/, 'North America'],
  [/[67]/, 'Oceania'],
  [/[89]/, 'South America'],
];

/**
 * Vehicle identification number (ISO 3779): 17 characters without I, O and Q. The check digit in position 9 binds only
 * vehicles for North America, so elsewhere nothing is said about it and there a failing one is a warning.
 */
export function readVin(text: string): Answer<VehicleIdentificationNumber> {
  const vin = text.trim().toUpperCase();
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return reject('vin-format', text, '17 digits or letters without I, O and Q');
  const region = REGIONS.find(([first]) => first.test(vin.charAt(0)))?.[1] ?? 'unassigned';
  const expected = vinCheckCharacter(vin);
  const isWrong = region === 'North America' && vin.charAt(8) !== expected;
  const warnings = isWrong
    ? [{ code: 'vin-check-digit', value: vin, expected: vin.slice(0, 8) + expected + vin.slice(9) }]
    : [];
  return accept({ vin, worldManufacturer: vin.slice(0, 3), region }, warnings);
}

/** 49 CFR 565.15: letters count 1 to 9 in three runs (the last starts at 2), weights by position, modulo 11. */
const LETTERS = 'ABCDEFGH..JKLMN.P.R..STUVWXYZ';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

function vinCheckCharacter(vin: string): string {
  const sum = WEIGHTS.reduce((total, weight, position) => total + weight * transliterate(vin.charAt(position)), 0);
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}

function transliterate(character: string): number {
  return /\d/.test(character) ? Number(character) : (LETTERS.indexOf(character) % 10) + 1;
}
