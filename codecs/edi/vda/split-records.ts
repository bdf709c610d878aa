import { charsetFor } from '../charset.ts';
import { RECORD_LENGTH } from './record-table.ts';

/** Where no line end comes within two records, the file has none. */
const LONGEST_LINE = 2 * RECORD_LENGTH;

const BEYOND_ASCII = /[^\0-\x7f]/;

export interface RecordLine {
  line: string;
  /** From 1. */
  ordinal: number;
  /** Bytes from its first to behind its last. */
  offset: number;
  end: number;
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
    const ends = new LineEnds(characters);
    let at = 0;
    for (;;) {
      while (at < all.length && isBetween(all[at]!)) at++;
      const end = this.#endOf(ends, at, isLast);
      if (end === undefined) break;
      const plain = characters.slice(at, end);
      /* Almost every record is ASCII, and needs no guess at its character set. */
      const line = BEYOND_ASCII.test(plain) ? this.#decode(all.subarray(at, end), all.subarray(at, end)) : plain;
      yield { line, ordinal: ++this.#ordinal, offset: this.#base + at, end: this.#base + end };
      at = end;
    }
    this.#rest = all.slice(at);
    this.#base += at;
  }

  /** Where the record that begins here ends, or nothing where that cannot be told yet. */
  #endOf(ends: LineEnds, at: number, isLast: boolean): number | undefined {
    const left = ends.length - at;
    if (left <= 0) return undefined;
    const length = ends.behind(at) - at;
    const isLine = length < Math.min(left, LONGEST_LINE);
    if (!isLine && left < LONGEST_LINE && !isLast) return undefined;
    this.#hasLines ??= isLine;
    const isWhole = isLine && (this.#hasLines || length < RECORD_LENGTH);
    return isWhole ? at + length : Math.min(at + RECORD_LENGTH, ends.length);
  }
}

/** Line ends, and the mark that old systems put at the end of a file. */
const isBetween = (byte: number) => byte === 0x0a || byte === 0x0d || byte === 0x1a;

/** Finds the next line end behind ever later places of a text; each stretch of it is searched once. */
class LineEnds {
  readonly length: number;
  readonly #text: string;
  #feed = -1;
  #carriage = -1;

  constructor(text: string) {
    this.#text = text;
    this.length = text.length;
  }

  /** Place of the next line end, or the length of the text where there is none. */
  behind(at: number): number {
    if (this.#feed < at) this.#feed = this.#next('\n', at);
    if (this.#carriage < at) this.#carriage = this.#next('\r', at);
    return Math.min(this.#feed, this.#carriage);
  }

  #next(end: string, at: number): number {
    const found = this.#text.indexOf(end, at);
    return found < 0 ? this.length : found;
  }
}
