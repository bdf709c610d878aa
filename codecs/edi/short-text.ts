/** Slots of the table below; a power of two, far above the number of codes that a message uses. */
const SLOTS = 1 << 12;
const keys = new Int32Array(SLOTS);
const strings = new Array<string>(SLOTS).fill('');
/** Numbers of up to three digits have a table of their own: quantities would push the codes out of the other. */
const numbers = [10, 100, 1000].map((count) => new Array<string>(count).fill(''));

/**
 * Text of one to three ASCII bytes. Codes and qualifiers recur without end: each is made once and comes back as the
 * same string, which V8 compares and looks up by identity. Another code in its slot takes its place.
 */
export function shortText(bytes: Uint8Array, from: number, to: number): string {
  const number = wholeNumber(bytes, from, to);
  return number < 0 ? lookUp(keyOf(bytes, from, to)) : numberText(number, to - from);
}

/** The number that up to 15 digits write; -1 for anything else. */
export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 15 || from === to) return -1;
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function keyOf(bytes: Uint8Array, from: number, to: number): number {
  let key = ((to - from) << 24) | bytes[from]!;
  if (to > from + 1) key |= bytes[from + 1]! << 8;
  if (to > from + 2) key |= bytes[from + 2]! << 16;
  return key;
}

function numberText(number: number, length: number): string {
  const known = numbers[length - 1]!;
  const text = known[number]!;
  if (text !== '') return text;
  known[number] = unique(String(number).padStart(length, '0'));
  return known[number];
}

function lookUp(key: number): string {
  const slot = Math.imul(key, 0x9e3779b1) >>> 20;
  if (keys[slot] !== key) {
    keys[slot] = key;
    strings[slot] = unique(String.fromCharCode(key & 0xff, (key >> 8) & 0xff, (key >> 16) & 0xff).slice(0, key >> 24));
  }
  return strings[slot]!;
}

/** V8 reads short strings of JSON as the one that literals of the same text are, too. */
export const unique = (made: string): string => JSON.parse(JSON.stringify(made));
