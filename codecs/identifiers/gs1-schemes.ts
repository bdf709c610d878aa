/**
 * The GS1 keys as EPC Tag Data Standard 2.x, section 6, writes them in URNs and as GS1 Digital Link writes them in
 * web addresses. One row per URN scheme; every reader and writer of this room works from these rows.
 */
export type Gs1Scheme =
  | 'sscc'
  | 'sgtin'
  | 'lgtin'
  | 'upui'
  | 'itip'
  | 'sgln'
  | 'pgln'
  | 'grai'
  | 'giai'
  | 'gsrn'
  | 'gsrnp'
  | 'gdti'
  | 'sgcn'
  | 'cpi'
  | 'ginc'
  | 'gsin';

export interface SchemeRow {
  scheme: Gs1Scheme;
  /** Application identifier of the key. */
  ai: string;
  /** Digits of company prefix and reference together, without check digit; absent where the reference is free text. */
  digits?: number;
  /** The first digit of the reference (GTIN indicator, SSCC extension) stands before the company prefix in the key. */
  leadingDigit?: true;
  /** A GRAI's key carries a zero in front so that it aligns with the GTIN. */
  leadingZero?: true;
  checkDigit?: true;
  /** ITIP: piece and total, two digits each, follow the check digit. */
  pieceAndTotal?: true;
  /** Where the serial (or lot, or extension) goes: appended to the key, or under a qualifier of its own. */
  serial?: 'appended' | { ai: string };
  /** The scheme is written under `urn:epc:class:`. */
  isClass?: true;
  /** The serial value that means "none". */
  noSerial?: string;
}

export const GS1_SCHEMES: readonly SchemeRow[] = [
  { scheme: 'sscc', ai: '00', digits: 17, leadingDigit: true, checkDigit: true },
  { scheme: 'sgtin', ai: '01', digits: 13, leadingDigit: true, checkDigit: true, serial: { ai: '21' } },
  { scheme: 'lgtin', ai: '01', digits: 13, leadingDigit: true, checkDigit: true, serial: { ai: '10' }, isClass: true },
  { scheme: 'upui', ai: '01', digits: 13, leadingDigit: true, checkDigit: true, serial: { ai: '235' } },
  {
    scheme: 'itip',
    ai: '8006',
    digits: 13,
    leadingDigit: true,
    checkDigit: true,
    pieceAndTotal: true,
    serial: { ai: '21' },
  },
  { scheme: 'sgln', ai: '414', digits: 12, checkDigit: true, serial: { ai: '254' }, noSerial: '0' },
  { scheme: 'pgln', ai: '417', digits: 12, checkDigit: true },
  { scheme: 'grai', ai: '8003', digits: 12, leadingZero: true, checkDigit: true, serial: 'appended' },
  { scheme: 'giai', ai: '8004' },
  { scheme: 'gsrn', ai: '8018', digits: 17, checkDigit: true },
  { scheme: 'gsrnp', ai: '8017', digits: 17, checkDigit: true },
  { scheme: 'gdti', ai: '253', digits: 12, checkDigit: true, serial: 'appended' },
  { scheme: 'sgcn', ai: '255', digits: 12, checkDigit: true, serial: 'appended' },
  { scheme: 'cpi', ai: '8010', serial: { ai: '8011' } },
  { scheme: 'ginc', ai: '401' },
  { scheme: 'gsin', ai: '402', digits: 16, checkDigit: true },
];

export function schemeRow(scheme: Gs1Scheme): SchemeRow {
  const row = GS1_SCHEMES.find((candidate) => candidate.scheme === scheme);
  if (!row) throw new Error(`No GS1 scheme is called ${scheme}.`);
  return row;
}

/** Length of the key as an element string, without any serial; undefined where the key is free text. */
export function keyLength(row: SchemeRow): number | undefined {
  if (row.digits === undefined) return undefined;
  return row.digits + (row.leadingZero ? 1 : 0) + (row.checkDigit ? 1 : 0) + (row.pieceAndTotal ? 4 : 0);
}

/** Whether the digits of a key end (before any piece and total) in the check digit that they should. */
export function checkedPart(row: SchemeRow, key: string): string {
  return row.pieceAndTotal ? key.slice(0, -4) : key;
}
