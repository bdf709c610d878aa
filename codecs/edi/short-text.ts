/** Slots of the table below; a power of two, far above the number of codes that a message uses. */
const SLOTS = 1 << 12;
const keys = new Int32Array(SLOTS);
const strings = new Array<string>(SLOTS).fill('');

/**
 * Text of one to three ASCII bytes. Codes and qualifiers recur without end: each is made once and comes back as the
 * same string, which V8 compares and looks up by identity. Another code in its slot takes its place.
 */
export function shortText(bytes: Uint8Array, from: number, to: number): string {
  const length = to - from;
  let key = (length << 24) | bytes[from]!;
  if (length > 1) key |= bytes[from + 1]! << 8;
  if (length > 2) key |= bytes[from + 2]! << 16;
  return lookUp(key);
}

/** The same for a tag of two or three letters and digits, in capitals. */
export function tagText(bytes: Uint8Array, from: number, length: number): string {
  let key = (length << 24) | capital(bytes[from]!) | (capital(bytes[from + 1]!) << 8);
  if (length > 2) key |= capital(bytes[from + 2]!) << 16;
  return lookUp(key);
}

const capital = (byte: number) => (byte > 0x60 ? byte - 0x20 : byte);

function lookUp(key: number): string {
  const slot = Math.imul(key, 0x9e3779b1) >>> 20;
  if (keys[slot] !== key) {
    keys[slot] = key;
    strings[slot] = unique(String.fromCharCode(key & 0xff, (key >> 8) & 0xff, (key >> 16) & 0xff).slice(0, key >> 24));
  }
  return strings[slot]!;
}

/** A string that was the name of a property is the one that every such name refers to. */
const unique = (made: string) => Object.keys({ [made]: 0 })[0]!;
