import { type Answer, accept, reject } from './answer.ts';
import type { Gs1Identifier } from './gs1-key.ts';
import { schemeRow } from './gs1-schemes.ts';
import { readEpcUrn, splitKey } from './gs1-urn.ts';

/** A 96-bit EPC as a reader reports it: 24 hexadecimal digits, plus the filter value beside the key. */
export interface BinaryEpc {
  identifier: Gs1Identifier;
  /** TDS 2.x, section 10: 0 = all others, the rest per scheme (1 = point of sale item, 2 = full case …). */
  filter: number;
}

type BinaryScheme = 'sgtin' | 'sscc' | 'sgln' | 'grai' | 'giai';

interface BinaryRow {
  scheme: BinaryScheme;
  header: number;
  /** Bits of company prefix and reference together, and of the serial that follows; TDS 2.x, section 14.6. */
  keyBits: number;
  serialBits: number;
}

const BINARY_SCHEMES: readonly BinaryRow[] = [
  { scheme: 'sgtin', header: 0x30, keyBits: 44, serialBits: 38 },
  { scheme: 'sscc', header: 0x31, keyBits: 58, serialBits: 24 },
  { scheme: 'sgln', header: 0x32, keyBits: 41, serialBits: 41 },
  { scheme: 'grai', header: 0x33, keyBits: 44, serialBits: 38 },
  { scheme: 'giai', header: 0x34, keyBits: 82, serialBits: 0 },
];

/** Partition values 0 to 6 stand for company prefixes of 12 to 6 digits, which need so many bits. */
const PREFIX_BITS = [40, 37, 34, 30, 27, 24, 20] as const;
const MAX_PREFIX_LENGTH = 12;

/** Decodes SGTIN-96, SSCC-96, SGLN-96, GRAI-96 and GIAI-96. */
export function readBinaryEpc(hex: string): Answer<BinaryEpc> {
  if (!/^[0-9a-fA-F]{24}$/.test(hex)) return reject('epc-length', hex, '24 hexadecimal digits (96 bits)');
  const bits = BigInt(`0x${hex}`).toString(2).padStart(96, '0');
  const row = BINARY_SCHEMES.find(({ header }) => header === Number.parseInt(bits.slice(0, 8), 2));
  if (!row) return reject('epc-header', hex, 'a header from 30 (SGTIN-96) to 34 (GIAI-96)');
  const prefixBits = PREFIX_BITS[Number.parseInt(bits.slice(11, 14), 2)];
  if (prefixBits === undefined) return reject('epc-partition', hex, 'a partition value from 0 to 6');
  const urn = urnOf(row, bits.slice(14), prefixBits);
  const read = urn === undefined ? reject('epc-range', hex, `numbers that fit ${row.scheme}-96`) : readEpcUrn(urn);
  if (!read.ok) return reject('epc-range', hex, `numbers that fit ${row.scheme}-96`);
  return accept({ identifier: read.value, filter: Number.parseInt(bits.slice(8, 11), 2) });
}

function urnOf(row: BinaryRow, bits: string, prefixBits: number): string | undefined {
  const prefixLength = MAX_PREFIX_LENGTH - PREFIX_BITS.indexOf(prefixBits as (typeof PREFIX_BITS)[number]);
  const companyPrefix = decimal(bits.slice(0, prefixBits)).padStart(prefixLength, '0');
  const digits = referenceDigits(row, prefixLength);
  const reference = referenceOf(bits.slice(prefixBits, row.keyBits), digits);
  if (companyPrefix.length > prefixLength || reference === undefined) return undefined;
  const tail = bits.slice(row.keyBits, row.keyBits + row.serialBits);
  const serial = schemeRow(row.scheme).serial ? `.${decimal(tail)}` : '';
  if (!serial && /1/.test(tail)) return undefined;
  return `urn:epc:id:${row.scheme}:${companyPrefix}.${reference}${serial}`;
}

function decimal(bits: string): string {
  return BigInt(`0b${bits}`).toString();
}

function referenceOf(bits: string, digits: number | undefined): string | undefined {
  const text = decimal(bits);
  if (digits === undefined) return text;
  // A 12-digit company prefix leaves no digits for a location or asset type: the one bit or four bits stay zero.
  if (digits === 0) return text === '0' ? '' : undefined;
  return text.length > digits ? undefined : text.padStart(digits, '0');
}

function referenceDigits(row: BinaryRow, prefixLength: number): number | undefined {
  const { digits } = schemeRow(row.scheme);
  return digits === undefined ? undefined : digits - prefixLength;
}

/** Encodes a key as 24 hexadecimal digits. Serials must be numbers without leading zeros, as the 96-bit forms demand. */
export function writeBinaryEpc({ identifier, filter }: BinaryEpc): Answer<string> {
  const row = BINARY_SCHEMES.find(({ scheme }) => scheme === identifier.scheme);
  const prefixLength = identifier.companyPrefixLength;
  const prefixBits = prefixLength === undefined ? undefined : PREFIX_BITS[MAX_PREFIX_LENGTH - prefixLength];
  if (!row) return reject('epc-scheme', identifier.scheme, 'sgtin, sscc, sgln, grai or giai');
  if (prefixLength === undefined || prefixBits === undefined) {
    return reject('company-prefix-length', String(prefixLength), '6 to 12 digits of company prefix');
  }
  const { companyPrefix, reference } = splitKey(identifier, prefixLength);
  const serial = identifier.serial ?? (row.scheme === 'sgln' ? '0' : undefined);
  const fields: Field[] = [
    { value: String(row.header), bits: 8 },
    { value: String(filter), bits: 3 },
    { value: String(MAX_PREFIX_LENGTH - prefixLength), bits: 3 },
    { value: companyPrefix, bits: prefixBits },
    { value: reference === '' ? '0' : reference, bits: row.keyBits - prefixBits, plain: row.scheme === 'giai' },
    { value: schemeRow(row.scheme).serial ? (serial ?? '') : '0', bits: row.serialBits, plain: true },
  ];
  return packFields(fields);
}

interface Field {
  value: string;
  bits: number;
  /** The decimal form must survive, so a leading zero cannot be encoded. */
  plain?: boolean;
}

function packFields(fields: readonly Field[]): Answer<string> {
  let bits = '';
  for (const field of fields) {
    const allowed = field.plain ? /^(0|[1-9]\d*)$/ : /^\d+$/;
    if (!allowed.test(field.value) || BigInt(field.value) >> BigInt(field.bits)) {
      return reject('epc-range', field.value, `a number without leading zeros that fits ${field.bits} bits`);
    }
    if (field.bits > 0) bits += BigInt(field.value).toString(2).padStart(field.bits, '0');
  }
  return accept(BigInt(`0b${bits}`).toString(16).toUpperCase().padStart(24, '0'));
}
