import type { Delimiters } from './delimiters.ts';
import { BEYOND_ASCII, RELEASED } from './segment.ts';

/** Trait of a segment that runs over line ends; such a one is cut again without them. */
export const WRAPPED = 4;

const ELEMENT = 1;
const COMPONENT = 2;
const TERMINATOR = 3;
const RELEASE = 4;
const LINE_END = 5;
const BEYOND = 6;

/** Goes over bytes once, up to the next terminator, and marks every separator on the way. */
export class Scan {
  /** See `Page.marks`; filled up to `count`. */
  marks = new Int32Array(0);
  count = 0;
  /** Where the scan stopped: at the terminator, or behind the last byte. */
  at = 0;
  /** What it met since it began: RELEASED, BEYOND_ASCII, WRAPPED. */
  traits = 0;
  readonly #kinds: Uint8Array;
  readonly #terminator: Uint8Array;

  constructor(delimiters: Delimiters) {
    this.#terminator = delimiters.terminator;
    this.#kinds = kindsOf(delimiters, this.#terminator[0]!);
  }

  /** Room for the marks of so many bytes, from the first mark on. */
  reset(bytes: number): void {
    if (this.marks.length < bytes + 2) this.marks = new Int32Array(bytes + 2);
    this.count = 0;
  }

  /** Whether there is a terminator. The place where the content ends is marked in either case. */
  run(bytes: Uint8Array, from: number): boolean {
    const kinds = this.#kinds;
    const { marks } = this;
    const { length } = bytes;
    let { count } = this;
    let traits = 0;
    let at = from;
    let found = false;
    for (; at < length; at++) {
      const kind = kinds[bytes[at]!]!;
      if (kind === 0) continue;
      if (kind === ELEMENT) marks[count++] = at << 1;
      else if (kind === COMPONENT) marks[count++] = (at << 1) | 1;
      else if (kind === TERMINATOR && (this.#terminator.length === 1 || this.#isWhole(bytes, at))) {
        found = true;
        break;
      } else if (kind === LINE_END) traits |= WRAPPED;
      else if (kind === RELEASE) {
        traits |= RELEASED;
        at++;
        if (isLineEnd(bytes[at])) traits |= WRAPPED;
        else if (bytes[at]! > 0x7f) traits |= BEYOND_ASCII;
      } else traits |= BEYOND_ASCII;
    }
    this.at = at < length ? at : length;
    marks[count] = this.at << 1;
    this.count = count + 1;
    this.traits = traits;
    return found;
  }

  /** A terminator outside ASCII takes several bytes. */
  #isWhole(bytes: Uint8Array, at: number): boolean {
    const sign = this.#terminator;
    for (let i = 1; i < sign.length; i++) if (bytes[at + i] !== sign[i]) return false;
    return true;
  }
}

/** What each byte means. The terminator comes before the release character, which comes before the separators. */
function kindsOf({ format, element, component, release }: Delimiters, terminator: number): Uint8Array {
  const kinds = new Uint8Array(256).fill(BEYOND, 0x80);
  kinds[0x0a] = LINE_END;
  kinds[0x0d] = LINE_END;
  if (format === 'edifact') kinds[component.charCodeAt(0)] = COMPONENT;
  kinds[element.charCodeAt(0)] = ELEMENT;
  if (release) kinds[release.charCodeAt(0)] = RELEASE;
  kinds[terminator] = TERMINATOR;
  return kinds;
}

export const isLineEnd = (byte: number | undefined) => byte === 0x0a || byte === 0x0d;
