import { type Answer, accept, reject } from './answer.ts';
import { type LabelField, readLabelField } from './licence-plate.ts';

/** The layers of ISO 17363 to 17367, told apart on the tag by the application family identifier. */
export const TAG_LAYERS: readonly { family: number; layer: string; standard: string }[] = [
  { family: 0xa1, layer: 'product', standard: 'ISO 17367' },
  { family: 0xa2, layer: 'transport unit', standard: 'ISO 17365' },
  { family: 0xa3, layer: 'returnable transport item', standard: 'ISO 17364' },
  { family: 0xa4, layer: 'product, hazardous', standard: 'ISO 17367' },
  { family: 0xa5, layer: 'product packaging', standard: 'ISO 17366' },
  { family: 0xa6, layer: 'product packaging, hazardous', standard: 'ISO 17366' },
  { family: 0xa7, layer: 'transport unit, hazardous', standard: 'ISO 17365' },
  { family: 0xa8, layer: 'returnable transport item, hazardous', standard: 'ISO 17364' },
  { family: 0xa9, layer: 'freight container', standard: 'ISO 17363' },
];

const END_OF_DATA = '100001';
const BITS = 6;
/** Two values of the six-bit alphabet stand for separators instead of the characters ^ and _. */
const SEPARATORS: Readonly<Record<number, string>> = { 30: '\u001d', 31: '\u001e' };

/**
 * Reads the unique item identifier of an ISO tag (memory bank 01 behind the protocol control word), six bits a
 * character: values 32 to 63 are the ASCII characters of that code, 0 to 31 those 64 above (ISO 17364, annex C).
 *
 * @example readTag(0xa2, writeSixBit('6JUN123456789A1').value) // layer 'transport unit', field 6J
 */
export function readTag(family: number, hex: string): Answer<{ layer: string; field: LabelField }> {
  const layer = TAG_LAYERS.find((row) => row.family === family)?.layer;
  if (!layer) return reject('tag-family', family.toString(16), 'an application family identifier from A1 to A9');
  if (!/^([0-9a-fA-F]{2})+$/.test(hex)) return reject('tag-format', hex, 'whole bytes in hexadecimal');
  const field = readLabelField(readSixBit(hex));
  return field.ok ? accept({ layer, field: field.value }, field.warnings) : field;
}

/** The text of six-bit characters up to the end-of-data character or the padding. */
export function readSixBit(hex: string): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  let text = '';
  for (let start = 0; start + BITS <= bits.length; start += BITS) {
    const group = bits.slice(start, start + BITS);
    if (group === END_OF_DATA) break;
    const value = Number.parseInt(group, 2);
    text += SEPARATORS[value] ?? String.fromCharCode(value < 32 ? value + 64 : value);
  }
  return text;
}

/** Writes text as six-bit characters, an end-of-data character behind it, filled to whole 16-bit words. */
export function writeSixBit(text: string): Answer<string> {
  if (!/^[ (-\]]*$/.test(text))
    return reject('tag-format', text, 'capital letters, digits, space and ()*+,-./:;<=>?@[\\]');
  const characters = [...text].map((character) => (character.charCodeAt(0) % 64).toString(2).padStart(BITS, '0'));
  const bits = characters.join('') + END_OF_DATA;
  return accept(toHex(bits + fill(bits.length)));
}

/** ISO 17364 fills the last word with the bits 10 00 00 again and again. */
function fill(length: number): string {
  const missing = (16 - (length % 16)) % 16;
  return '100000'.repeat(3).slice(0, missing);
}

function toHex(bits: string): string {
  const digits = bits.match(/.{4}/g) ?? [];
  return digits.map((digit) => Number.parseInt(digit, 2).toString(16).toUpperCase()).join('');
}
