import { unique } from './short-text.ts';

/** Slots of the table below; a power of two, far above the number of tags that messages use. */
const SLOTS = 1 << 10;
const keys = new Int32Array(SLOTS);
const numbersByKey = new Int32Array(SLOTS);
/** Number 0 is that of no tag. */
const names = [''];
const numbers = new Map([['', 0]]);

/**
 * Tags as small numbers, in the order in which they were met: a table finds the place of a number at once, and there
 * are no more than letters and digits can make.
 */
export function tagNumber(name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const number = names.length;
  names.push(unique(name));
  numbers.set(name, number);
  return number;
}

/** The same name each time, which V8 compares by identity. */
export const tagName = (number: number): string => names[number]!;

/** The number of a tag of two or three letters and digits, read in capitals. */
export function tagNumberAt(bytes: Uint8Array, from: number, length: number): number {
  let key = (length << 24) | capital(bytes[from]!) | (capital(bytes[from + 1]!) << 8);
  if (length > 2) key |= capital(bytes[from + 2]!) << 16;
  const slot = Math.imul(key, 0x9e3779b1) >>> 22;
  if (keys[slot] !== key) {
    keys[slot] = key;
    numbersByKey[slot] = tagNumber(
      String.fromCharCode(key & 0xff, (key >> 8) & 0xff, (key >> 16) & 0xff).slice(0, length),
    );
  }
  return numbersByKey[slot]!;
}

const capital = (byte: number) => (byte > 0x60 ? byte - 0x20 : byte);
