import { type Answer, accept, reject } from './answer.ts';
import type { Gs1Identifier } from './gs1-key.ts';
import { schemeRow } from './gs1-schemes.ts';
import { escapeUrn, readEpcUrn, splitKey } from './gs1-urn.ts';

/** An EPC as a reader reports it in hexadecimal digits: the key, and the filter value beside it. */
export interface BinaryEpc {
  identifier: Gs1Identifier;
  /** TDS 2.x, section 10: 0 = all others, the rest per scheme (1 = point of sale item, 2 = full case …). */
  filter: number;
  /** 96 bits with a serial of digits unless it says `long`: SGTIN-198, SGLN-195, GRAI-170, GIAI-202 with letters. */
  form?: 'long';
}

type BinaryScheme = 'sgtin' | 'sscc' | 'sgln' | 'grai' | 'giai';

interface BinaryRow {
  scheme: BinaryScheme;
  header: number;
  /** Bits of company prefix and reference together, and of the serial that follows; TDS 2.x, section 14.6. */
  keyBits: number;
  serialBits: number;
  /** The serial (of a GIAI the asset reference) in characters of seven bits, zeros behind it. */
  form?: 'long';
}

const BINARY_SCHEMES: readonly BinaryRow[] = [
  { scheme: 'sgtin', header: 0x30, keyBits: 44, serialBits: 38 },
  { scheme: 'sscc', header: 0x31, keyBits: 58, serialBits: 24 },
  { scheme: 'sgln', header: 0x32, keyBits: 41, serialBits: 41 },
  { scheme: 'grai', header: 0x33, keyBits: 44, serialBits: 38 },
  { scheme: 'giai', header: 0x34, keyBits: 82, serialBits: 0 },
  { scheme: 'sgtin', header: 0x36, keyBits: 44, serialBits: 140, form: 'long' },
  { scheme: 'grai', header: 0x37, keyBits: 44, serialBits: 112, form: 'long' },
  { scheme: 'giai', header: 0x38, keyBits: 188, serialBits: 0, form: 'long' },
  { scheme: 'sgln', header: 0x39, keyBits: 41, serialBits: 140, form: 'long' },
];

/** Header, filter and partition. */
const HEAD_BITS = 14;
/** Tags hold words of sixteen bits; a form that ends within one is filled with zeros. */
const WORD_BITS = 16;
const CHARACTER_BITS = 7;

/** Partition values 0 to 6 stand for company prefixes of 12 to 6 digits, which need so many bits. */
const PREFIX_BITS = [40, 37, 34, 30, 27, 24, 20] as const;
const MAX_PREFIX_LENGTH = 12;

/** Decodes SGTIN-96, SSCC-96, SGLN-96, GRAI-96 and GIAI-96, and SGTIN-198, SGLN-195, GRAI-170 and GIAI-202. */
export function readBinaryEpc(hex: string): Answer<BinaryEpc> {
  if (!/^[0-9a-fA-F]{24,64}$/.test(hex)) return reject('epc-length', hex, '24 hexadecimal digits (96 bits) or more');
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const row = BINARY_SCHEMES.find(({ header }) => header === Number.parseInt(bits.slice(0, 8), 2));
  if (!row) return reject('epc-header', hex, 'a header from 30 (SGTIN-96) to 34 (GIAI-96), or 36 to 39');
  if (hex.length !== digitsOf(row)) return reject('epc-length', hex, `${digitsOf(row)} hexadecimal digits`);
  const prefixBits = PREFIX_BITS[Number.parseInt(bits.slice(11, HEAD_BITS), 2)];
  if (prefixBits === undefined) return reject('epc-partition', hex, 'a partition value from 0 to 6');
  const urn = urnOf(row, bits.slice(HEAD_BITS), prefixBits);
  const read = urn === undefined ? undefined : readEpcUrn(urn);
  if (!read?.ok) return reject('epc-range', hex, `a key that fits ${row.scheme}-${bitsOf(row)}`);
  const filter = Number.parseInt(bits.slice(8, 11), 2);
  return accept({ identifier: read.value, filter, ...(row.form && { form: row.form }) });
}

const bitsOf = ({ keyBits, serialBits }: BinaryRow): number => HEAD_BITS + keyBits + serialBits;
const digitsOf = (row: BinaryRow): number => (Math.ceil(bitsOf(row) / WORD_BITS) * WORD_BITS) / 4;

function urnOf(row: BinaryRow, bits: string, prefixBits: number): string | undefined {
  const prefixLength = MAX_PREFIX_LENGTH - PREFIX_BITS.indexOf(prefixBits as (typeof PREFIX_BITS)[number]);
  const companyPrefix = decimal(bits.slice(0, prefixBits)).padStart(prefixLength, '0');
  const digits = referenceDigits(row, prefixLength);
  const isText = row.form === 'long' && digits === undefined;
  const key = bits.slice(prefixBits, row.keyBits);
  const reference = isText ? characters(key) : referenceOf(key, digits);
  if (companyPrefix.length > prefixLength || reference === undefined) return undefined;
  const tail = bits.slice(row.keyBits);
  const start = `urn:epc:id:${row.scheme}:${companyPrefix}.${isText ? escapeUrn(reference) : reference}`;
  if (!schemeRow(row.scheme).serial) return /1/.test(tail) ? undefined : start;
  const serial = row.form === 'long' ? characters(tail.slice(0, row.serialBits)) : decimal(tail);
  return serial && !/1/.test(tail.slice(row.serialBits)) ? `${start}.${escapeUrn(serial)}` : undefined;
}

/** Characters of seven bits up to the first that is zero, behind which all must be. */
function characters(bits: string): string | undefined {
  let text = '';
  for (let at = 0; at + CHARACTER_BITS <= bits.length; at += CHARACTER_BITS) {
    const value = Number.parseInt(bits.slice(at, at + CHARACTER_BITS), 2);
    if (value === 0) return /1/.test(bits.slice(at)) ? undefined : text;
    text += String.fromCharCode(value);
  }
  return text;
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

/**
 * Encodes a key in hexadecimal digits. Serials must be numbers without leading zeros, as the 96-bit forms demand, unless
 * the long form is asked for.
 *
 * @example writeBinaryEpc({ identifier, filter: 1, form: 'long' }) // SGTIN-198, with letters in the serial
 */
export function writeBinaryEpc({ identifier, filter, form }: BinaryEpc): Answer<string> {
  const row = BINARY_SCHEMES.find((candidate) => candidate.scheme === identifier.scheme && candidate.form === form);
  const prefixLength = identifier.companyPrefixLength;
  const prefixBits = prefixLength === undefined ? undefined : PREFIX_BITS[MAX_PREFIX_LENGTH - prefixLength];
  if (!row) return reject('epc-scheme', identifier.scheme, `sgtin, ${form ? '' : 'sscc, '}sgln, grai or giai`);
  if (prefixLength === undefined || prefixBits === undefined) {
    return reject('company-prefix-length', String(prefixLength), '6 to 12 digits of company prefix');
  }
  const { companyPrefix, reference } = splitKey(identifier, prefixLength);
  const serial = identifier.serial ?? (row.scheme === 'sgln' ? '0' : undefined);
  const plain = row.form === 'long' ? ('text' as const) : ('number' as const);
  const fields: Field[] = [
    { value: String(row.header), bits: 8 },
    { value: String(filter), bits: 3 },
    { value: String(MAX_PREFIX_LENGTH - prefixLength), bits: 3 },
    { value: companyPrefix, bits: prefixBits },
    {
      value: reference === '' ? '0' : reference,
      bits: row.keyBits - prefixBits,
      ...(row.scheme === 'giai' && { as: plain }),
    },
    schemeRow(row.scheme).serial
      ? { value: serial ?? '', bits: row.serialBits, as: plain }
      : { value: '0', bits: row.serialBits },
  ];
  return packFields(fields, digitsOf(row));
}

interface Field {
  value: string;
  bits: number;
  /** A `number` keeps its decimal form, so a leading zero cannot be encoded; `text` takes seven bits a character. */
  as?: 'number' | 'text';
}

function packFields(fields: readonly Field[], digits: number): Answer<string> {
  let bits = '';
  for (const field of fields) {
    const packed = field.as === 'text' ? packText(field) : packNumber(field);
    if (packed === undefined) return reject('epc-range', field.value, expectedOf(field));
    bits += packed;
  }
  const filled = bits.padEnd(digits * 4, '0').match(/.{4}/g) ?? [];
  return accept(filled.map((four) => Number.parseInt(four, 2).toString(16).toUpperCase()).join(''));
}

function packNumber({ value, bits, as }: Field): string | undefined {
  const allowed = as === 'number' ? /^(0|[1-9]\d*)$/ : /^\d+$/;
  if (!allowed.test(value) || BigInt(value) >> BigInt(bits)) return undefined;
  return bits === 0 ? '' : BigInt(value).toString(2).padStart(bits, '0');
}

function packText({ value, bits }: Field): string | undefined {
  if (!/^[!-z]+$/.test(value) || value.length * CHARACTER_BITS > bits) return undefined;
  const packed = [...value].map((character) => character.charCodeAt(0).toString(2).padStart(CHARACTER_BITS, '0'));
  return packed.join('').padEnd(bits, '0');
}

const expectedOf = ({ bits, as }: Field): string =>
  as === 'text'
    ? `at most ${Math.floor(bits / CHARACTER_BITS)} letters, digits and signs`
    : `a number without leading zeros that fits ${bits} bits`;
