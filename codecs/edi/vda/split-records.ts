import { charsetFor } from '../charset.ts';
import { RECORD_LENGTH } from './record-table.ts';

/** Where no line end comes within two records, the file has none. */
const LONGEST_LINE = 2 * RECORD_LENGTH;

const BEYOND_ASCII = /[^\0-\x7f]/;

export interface RecordLine {
  line: string;
  /** From 1. */
  ordinal: number;
  offset: number;
}

/**
 * Cuts a file into records as its bytes come in: at line ends where it has them, else every 128 bytes. Lines that lost
 * their trailing blanks are as good as whole ones.
 */
export class RecordSplitter {
  #rest: Uint8Array = new Uint8Array(0);
  #base: number;
  #ordinal = 0;
  #hasLines: boolean | undefined;
  readonly #decode = charsetFor('UNOC');
  readonly #latin = new TextDecoder('iso-8859-1');

  constructor(base = 0) {
    this.#base = base;
  }

  *push(bytes: Uint8Array, isLast = false): Generator<RecordLine> {
    const all = new Uint8Array(this.#rest.length + bytes.length);
    all.set(this.#rest);
    all.set(bytes, this.#rest.length);
    const characters = this.#latin.decode(all);
    let at = 0;
    for (;;) {
      while (at < all.length && isBetween(all[at]!)) at++;
      const end = this.#endOf(all, at, isLast);
      if (end === undefined) break;
      const plain = characters.slice(at, end);
      /* Almost every record is ASCII, and needs no guess at its character set. */
      const line = BEYOND_ASCII.test(plain) ? this.#decode(all.subarray(at, end), all.subarray(at, end)) : plain;
      yield { line, ordinal: ++this.#ordinal, offset: this.#base + at };
      at = end;
    }
    this.#rest = all.slice(at);
    this.#base += at;
  }

  /** Where the record that begins here ends, or nothing where that cannot be told yet. */
  #endOf(bytes: Uint8Array, at: number, isLast: boolean): number | undefined {
    if (at >= bytes.length) return undefined;
    const window = bytes.subarray(at, at + LONGEST_LINE);
    const length = lineLength(window);
    if (length < 0 && window.length < LONGEST_LINE && !isLast) return undefined;
    this.#hasLines ??= length >= 0;
    const isWhole = length >= 0 && (this.#hasLines || length < RECORD_LENGTH);
    return isWhole ? at + length : Math.min(at + RECORD_LENGTH, bytes.length);
  }
}

/** Line ends, and the mark that old systems put at the end of a file. */
const isBetween = (byte: number) => byte === 0x0a || byte === 0x0d || byte === 0x1a;

/** Bytes before the first line end, or -1 where there is none. */
function lineLength(bytes: Uint8Array): number {
  const feed = bytes.indexOf(0x0a);
  const carriage = (feed < 0 ? bytes : bytes.subarray(0, feed)).indexOf(0x0d);
  return carriage < 0 ? feed : carriage;
}
