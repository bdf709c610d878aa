import { type Answer, reject } from './answer.ts';
import { checkKey, type Gs1Identifier } from './gs1-key.ts';
import { GS1_SCHEMES, keyLength, type SchemeRow, schemeRow } from './gs1-schemes.ts';

/** Words that GS1 Digital Link 1.1 allowed instead of the numeric application identifiers. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sscc: '00',
    gtin: '01',
    itip: '8006',
    gln: '414',
    party: '417',
    grai: '8003',
    giai: '8004',
    gsrn: '8018',
    gsrnp: '8017',
    gdti: '253',
    gcn: '255',
    cpid: '8010',
    ginc: '401',
    gsin: '402',
    lot: '10',
    ser: '21',
    glnx: '254',
    cpsn: '8011',
  }),
);

const NOT_A_LINK = 'a GS1 Digital Link such as https://id.gs1.org/01/04012345999990/21/1234';

/** Reads the GS1 key of a Digital Link on any domain, uncompressed; query and fragment are not part of the key. */
export function readDigitalLink(link: string): Answer<Gs1Identifier> {
  const pairs = pathPairs(link);
  const [key, ...qualifiers] = pairs ?? [];
  if (!key) return reject('digital-link-format', link, NOT_A_LINK);
  const rows = GS1_SCHEMES.filter((row) => row.ai === key.ai);
  const [row = rows[0]] = rows.filter((candidate) => qualifierOf(candidate, qualifiers) !== undefined);
  if (!row) return reject('digital-link-format', link, NOT_A_LINK);
  return checkKey(row, identify(row, key.value, qualifiers));
}

interface Pair {
  ai: string;
  value: string;
}

/** The key is the first pair whose identifier opens a key; what stands before it belongs to the resolver's path. */
function pathPairs(link: string): Pair[] | undefined {
  const [path = ''] = link.replace(/^https?:\/\/[^/]+\//, '').split(/[?#]/);
  const segments = path.split('/');
  const start = segments.findIndex((segment, index) => isKeyIdentifier(segment) && index + 1 < segments.length);
  if (start < 0 || (segments.length - start) % 2 === 1) return undefined;
  const pairs: Pair[] = [];
  for (let index = start; index < segments.length; index += 2) {
    const ai = segments[index] ?? '';
    pairs.push({ ai: WORDS.get(ai) ?? ai, value: decode(segments[index + 1] ?? '') });
  }
  return pairs;
}

function isKeyIdentifier(segment: string): boolean {
  const ai = WORDS.get(segment) ?? segment;
  return GS1_SCHEMES.some((row) => row.ai === ai);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function qualifierOf(row: SchemeRow, qualifiers: readonly Pair[]): string | undefined {
  const { serial } = row;
  return typeof serial === 'object' ? qualifiers.find(({ ai }) => ai === serial.ai)?.value : undefined;
}

function identify(row: SchemeRow, key: string, qualifiers: readonly Pair[]): Gs1Identifier {
  const padded = row.ai === '01' ? key.padStart(14, '0') : key;
  const length = keyLength(row) ?? padded.length;
  const appended = row.serial === 'appended' && padded.length > length ? padded.slice(length) : undefined;
  const value = appended === undefined ? padded : padded.slice(0, length);
  const serial = appended ?? qualifierOf(row, qualifiers);
  const lot = row.scheme === 'sgtin' ? qualifiers.find(({ ai }) => ai === '10')?.value : undefined;
  return {
    scheme: row.scheme,
    value,
    ...(serial === undefined ? {} : { serial }),
    ...(lot === undefined ? {} : { lot }),
  };
}

/** Writes the canonical GS1 Digital Link, on GS1's own domain unless another is given. */
export function writeDigitalLink(identifier: Gs1Identifier, domain = 'https://id.gs1.org'): string {
  const row = schemeRow(identifier.scheme);
  const serial = identifier.serial === undefined ? '' : encode(identifier.serial);
  const start = `${domain}/${row.ai}/${encode(identifier.value)}`;
  if (row.serial === 'appended') return start + serial;
  const lot = identifier.lot === undefined ? '' : `/10/${encode(identifier.lot)}`;
  return start + lot + (serial && row.serial ? `/${row.serial.ai}/${serial}` : '');
}

/** Like the CBV event hash, which escapes `!()*` besides what encodeURIComponent does, and leaves the apostrophe. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
