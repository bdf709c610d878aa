import type { Instant, PartReference, PartyReference } from '@intakt/contract';
import { charsetFor } from '../charset.ts';
import { localDigits } from '../moments.ts';
import type { Control } from './control.ts';

/** An element: one value, or the components of a composite. Trailing blanks are left out. */
export type Value = string | undefined | (string | undefined)[];

/** The segments of one message, without UNH and UNT. */
export type EdifactSegment = [tag: string, ...values: Value[]];

export interface EdifactMessage {
  /** S009: type, version, release, agency, and the association's code where there is one. */
  identifier: string[];
  segments: EdifactSegment[];
}

/** One interchange of syntax 3 (or 4 with UTF-8, where the text needs more than ISO 8859-1). */
export function writeEdifact(messages: EdifactMessage[], control: Control): Uint8Array {
  const bodies = messages.flatMap(({ identifier, segments }, index) => {
    const reference = String(index + 1);
    return [
      line(['UNH', reference, identifier]),
      ...segments.map(line),
      line(['UNT', String(segments.length + 2), reference]),
    ];
  });
  const trailer = line(['UNZ', String(messages.length), control.reference]);
  const latin = [header('UNOC', control), ...bodies, trailer];
  const bytes = latin1Bytes(latin.join('\n'));
  if (bytes && latin.every(isReadAsLatin1)) return bytes;
  return new TextEncoder().encode([header('UNOW', control), ...bodies, trailer].join('\n'));
}

/** A reader takes for UTF-8 what might be, segment by segment. */
function isReadAsLatin1(segment: string): boolean {
  const bytes = latin1Bytes(segment);
  return bytes !== undefined && LATIN1(bytes, bytes) === segment;
}

const LATIN1 = charsetFor('UNOC');

function header(
  syntax: 'UNOC' | 'UNOW',
  { sender, receiver, reference, preparedAt, test, timeZoneOffsetMinutes = 0 }: Control,
): string {
  const digits = localDigits(preparedAt, timeZoneOffsetMinutes);
  const [version, day] = syntax === 'UNOC' ? ['3', digits.slice(2, 8)] : ['4', digits.slice(0, 8)];
  const address = ({ code, agency }: PartyReference) => [code, agency];
  const unb: EdifactSegment = [
    'UNB',
    [syntax, version],
    address(sender),
    address(receiver),
    [day, digits.slice(8, 12)],
    reference,
    '',
    '',
    '',
    '',
    '',
    test ? '1' : '',
  ];
  return line(unb);
}

function line([tag, ...values]: EdifactSegment): string {
  const elements = values.map((value) => trimmed((Array.isArray(value) ? value : [value]).map(released), ':'));
  return `${trimmed([tag, ...elements], '+')}'`;
}

function trimmed(parts: string[], separator: string): string {
  let last = parts.length;
  while (last > 1 && parts[last - 1] === '') last--;
  return parts.slice(0, last).join(separator);
}

/** Line ends have no place in EDIFACT text and become blanks. */
function released(value: string | undefined): string {
  return (value ?? '')
    .replace(/[\r\n]+/g, ' ')
    .trim()
    .replace(/[?+:']/g, '?$&');
}

function latin1Bytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0xff || (code > 0x7f && code < 0xa0)) return undefined;
    bytes[at] = code;
  }
  return bytes;
}

export function day(qualifier: string, isoDay: string | undefined): EdifactSegment[] {
  return isoDay ? [['DTM', [qualifier, isoDay.replaceAll('-', ''), '102']]] : [];
}

/** Format 203, or 204 where the seconds count. */
export function moment(
  qualifier: string,
  instant: Instant | undefined,
  { timeZoneOffsetMinutes = 0 }: Control,
): EdifactSegment[] {
  if (!instant) return [];
  const digits = localDigits(instant, timeZoneOffsetMinutes);
  return [['DTM', digits.endsWith('00') ? [qualifier, digits.slice(0, 12), '203'] : [qualifier, digits, '204']]];
}

export function rff(qualifier: string, number: string | undefined): EdifactSegment[] {
  return number ? [['RFF', [qualifier, number]]] : [];
}

export function loc(qualifier: string, place: string | undefined): EdifactSegment[] {
  return place ? [['LOC', qualifier, place]] : [];
}

export function nad(role: string, party: PartyReference | undefined): EdifactSegment[] {
  if (!party) return [];
  const { code, agency, name, street, city, postalCode, country } = party;
  return [['NAD', role, [code, '', agency], '', lines(name), lines(street), city, '', postalCode, country]];
}

/** Licence plates of packages: five to a GIN, nine GIN to a PCI, as many as a message may hold. */
export function labels(units: string[]): EdifactSegment[] {
  const segments: EdifactSegment[] = [];
  for (let at = 0; at < units.length; at += 5) {
    if (at % 45 === 0) segments.push(['PCI', '17']);
    segments.push(['GIN', 'ML', ...units.slice(at, at + 5)]);
  }
  return segments;
}

/** Further codes of a party, `qualifier:number`. */
export function also(party: PartyReference | undefined): EdifactSegment[] {
  return (party?.also ?? []).map((reference) => ['RFF', reference.split(':')]);
}

/** Up to four lines of 35 characters, broken at blanks; text that does not fit so stays whole. */
function lines(text: string | undefined): string[] {
  if (!text || text.length <= 35) return [text ?? ''];
  const broken: string[] = [''];
  for (const word of text.split(' ')) {
    const last = broken.at(-1)!;
    if (last === '') broken[broken.length - 1] = word;
    else if (last.length + word.length < 35) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  return broken.length <= 4 && broken.every((part) => part.length <= 35 && part !== '') ? broken : [text];
}

/** LIN and what names the article: buyer's number in LIN, supplier's, GTIN and family in PIA, description in IMD. */
export function article(number: string, part: PartReference, family?: string): EdifactSegment[] {
  const numbers: [string, string][] = [];
  if (part.buyerNumber) numbers.push([part.buyerNumber, 'IN']);
  if (part.supplierNumber) numbers.push([part.supplierNumber, 'SA']);
  if (part.gtin) numbers.push([part.gtin, 'SRV']);
  if (family) numbers.push([family, 'GB']);
  const [first, ...further] = numbers;
  const segments: EdifactSegment[] = [['LIN', number, '', first]];
  if (further.length > 0) segments.push(['PIA', '1', ...further]);
  if (part.description) segments.push(['IMD', 'F', '', ['', '', '', part.description]]);
  return segments;
}
