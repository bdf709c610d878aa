/**
 * Character sets by UNB syntax identifier (ISO 9735-1, annex A). A and B are subsets of ASCII, W and Y are ISO 10646.
 * Node's decoder for ISO 8859-1 is Windows-1252, which only adds printable characters where the standard has none.
 */
const SINGLE_BYTE: Record<string, string> = {
  UNOA: 'iso-8859-1',
  UNOB: 'iso-8859-1',
  UNOC: 'iso-8859-1',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOG: 'iso-8859-3',
  UNOH: 'iso-8859-4',
  UNOI: 'iso-8859-6',
  UNOJ: 'iso-8859-8',
  UNOK: 'iso-8859-9',
  UNOL: 'iso-8859-15',
};
const UTF_8 = ['UNOW', 'UNOY'];

/**
 * UNOX switches between sets by escape sequences (ISO 2022), whose bytes may look like delimiters: it is read as
 * though it did not, and that is said. Identifiers that are not of the UN (IATA's) mean ASCII in practice.
 */
export const isCharsetRead = (syntaxIdentifier: string): boolean =>
  !/^UNO[A-Z]$/.test(syntaxIdentifier) || syntaxIdentifier in SINGLE_BYTE || UTF_8.includes(syntaxIdentifier);

/** Bytes to text, in the character set that the segment around them turns out to have. */
export type Charset = (bytes: Uint8Array, whole: Uint8Array) => string;

/**
 * Real senders write UTF-8 under UNOA and UNOC alike. Text that is valid UTF-8 beyond ASCII is in practice never
 * anything else, so UTF-8 is tried first and the declared set is the fallback. A whole segment decides, not one value:
 * two letters of a single-byte set may be UTF-8 by chance, a line with names and streets is not.
 */
export function charsetFor(syntaxIdentifier: string): Charset {
  const known = charsets.get(syntaxIdentifier);
  if (known) return known;
  const fallback = new TextDecoder(SINGLE_BYTE[syntaxIdentifier] ?? 'iso-8859-1');
  const charset: Charset = (bytes, whole) => (isUtf8(whole) ? utf8 : fallback).decode(bytes);
  charsets.set(syntaxIdentifier, charset);
  return charset;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** One per identifier, of which there are few: making a decoder costs more than a small message. */
const charsets = new Map<string, Charset>();

/** Well-formed UTF-8 (The Unicode Standard, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return false;
    if (length > 1 && !isSecond(lead, bytes[at + 1]!)) return false;
    for (let i = 2; i < length; i++) if (bytes[at + i]! >> 6 !== 0b10) return false;
    at += length;
  }
  return true;
}

function isSecond(lead: number, second: number): boolean {
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return second >= low && second <= high;
}
