import type { Body } from './body.ts';
import { ByteQueue } from './byte-queue.ts';
import { type Charset, charsetFor } from './charset.ts';
import type { Delimiters } from './delimiters.ts';
import { findSegment, isTagSign, missedTerminators, type TagAt, tagFinder, unwrapped } from './irregular.ts';
import { isLineEnd, Scan, WRAPPED } from './scan.ts';
import { type Page, Segment, type StrayText, type Token, UNTERMINATED } from './segment.ts';
import { tagNumberAt } from './tags.ts';

/** Bytes looked at together: few enough to stay in the processor's cache, enough to make a page worth its while. */
const WINDOW = 1 << 16;
/** A segment longer than this is no segment; it is cut, so that a file without terminators cannot exhaust memory. */
const LONGEST_SEGMENT = 1 << 22;

const latin1 = new TextDecoder('iso-8859-1');

/** All tokens of the interchange that begins at `delimiters.start`. */
export function* tokenize(bytes: Uint8Array, delimiters: Delimiters): Generator<Token> {
  const queue = new ByteQueue();
  queue.push(bytes.subarray(delimiters.start));
  queue.isComplete = true;
  const tokenizer = new Tokenizer(delimiters, queue, delimiters.start);
  for (let token = tokenizer.next(); token; token = tokenizer.next()) yield token;
}

/**
 * Cuts an interchange into segments and stray text, as its bytes come into the queue. The tokens tile the bytes: each
 * begins where the one before it ends, so that nothing is lost unnoticed. A token whose end is not known yet waits for
 * more bytes.
 *
 * Line ends inside a segment are wrapping, not data (no EDIFACT or X12 character set of level A or B has them),
 * unless the line end is the terminator. X12 elements stay whole: the few composites of X12 are split by the
 * mapper that needs them, because part numbers in the field contain the component separator.
 */
export class Tokenizer {
  readonly #delimiters: Delimiters;
  readonly #queue: ByteQueue;
  readonly #body: Body | undefined;
  readonly #scan: Scan;
  readonly #charset: Charset;
  readonly #tagAt: TagAt;
  readonly #isEdifact: boolean;
  /** Where lines end segments, the end of the file ends the last one. */
  readonly #isLineEnded: boolean;
  #page: Page;
  /** Offset in the file of the page's first byte, and the place in the page up to which tokens were made. */
  #base: number;
  #at = 0;
  #ordinal = 0;
  /** So many bytes must come before another look is worth it: what was looked at in vain doubles each time. */
  #wanted = 1;
  #isLastPage = false;
  /** The segments behind a comment, or behind one whose terminator is a line end, that were cut together with it. */
  #behind: Segment[] = [];
  /** Whether the page begins where a line does. */
  #startsLine = true;

  /**
   * `base` is the offset in the file of the queue's first byte. Segments are written where `body` has room for them: one
   * that is not added to it may be written over when the next token is asked for. Without it each stays as it is.
   */
  constructor(delimiters: Delimiters, queue: ByteQueue, base: number, body?: Body) {
    this.#body = body;
    this.#delimiters = delimiters;
    this.#queue = queue;
    this.#scan = new Scan(delimiters);
    this.#charset = charsetFor(delimiters.syntaxIdentifier);
    this.#isEdifact = delimiters.format === 'edifact';
    this.#tagAt = tagFinder(this.#isEdifact, delimiters.element.charCodeAt(0));
    this.#isLineEnded = delimiters.terminator[0]! <= 0x20;
    this.#base = base;
    this.#page = this.#open(new Uint8Array(0), this.#scan, base);
  }

  /** The next token; none where the bytes that came so far complete none. */
  next(): Token | undefined {
    if (this.#behind.length > 0) return this.#behind.shift();
    for (;;) {
      const token = this.#cut();
      if (token || !this.#turn()) return token;
    }
  }

  /** The first bytes that belong to no token yet. */
  ahead(count: number): Uint8Array {
    const rest = this.#page.bytes.subarray(this.#at, this.#at + count);
    return rest.length === count ? rest : joined(rest, this.#queue.peek(count - rest.length));
  }

  /** Puts the bytes that belong to no token yet back into the queue, and answers their offset in the file. */
  giveBack(): number {
    this.#queue.unshift(this.#page.bytes.subarray(this.#at));
    return this.#base + this.#at;
  }

  #open(bytes: Uint8Array, scan: Scan, base: number): Page {
    scan.reset(bytes.length);
    return {
      bytes,
      base,
      characters: latin1.decode(bytes),
      marks: scan.marks,
      release: this.#delimiters.release,
      decode: this.#charset,
    };
  }

  /** The next page: what was left of this one and what has come since. False where that is nothing, or not enough. */
  #turn(): boolean {
    const queue = this.#queue;
    const hasMore = queue.length > 0 && queue.length >= this.#wanted;
    const ends = queue.isComplete && !this.#isLastPage && (queue.length > 0 || this.#at < this.#page.bytes.length);
    if (!hasMore && !ends) return false;
    const bytes = queue.take(Math.max(WINDOW, this.#wanted), this.#page.bytes.subarray(this.#at));
    this.#startsLine = this.#isLineStart(this.#at);
    this.#isLastPage = queue.isComplete && queue.length === 0;
    this.#page.marks = this.#scan.marks.slice(0, this.#scan.count);
    this.#base += this.#at;
    this.#at = 0;
    this.#page = this.#open(bytes, this.#scan, this.#base);
    return true;
  }

  #cut(): Token | undefined {
    const { bytes } = this.#page;
    const scan = this.#scan;
    const from = this.#at;
    const first = scan.count;
    if (from >= bytes.length) {
      this.#wanted = 1;
      return undefined;
    }
    const isLast = this.#isLastPage;
    const terminated = scan.run(bytes, from);
    const end = terminated ? behindBlanks(bytes, scan.at + this.#delimiters.terminator.length, isLast) : bytes.length;
    if (end === bytes.length && !isLast && end - from < LONGEST_SEGMENT) {
      scan.count = first;
      this.#wanted = end - from;
      return undefined;
    }
    this.#at = end;
    return this.#tokenFrom(from, first, terminated || this.#isLineEnded);
  }

  #tokenFrom(from: number, first: number, terminated: boolean): Token {
    const page = this.#page;
    const scan = this.#scan;
    const mark = scan.marks[first]!;
    const length = (mark >> 1) - from;
    if ((mark & 1) === 1 || (scan.traits & WRAPPED) !== 0 || !this.#isTag(page.bytes, from, length))
      return this.#irregular(page.bytes.subarray(from, scan.at), from, terminated);
    const segment = this.#body === undefined ? new Segment() : this.#body.spare();
    return segment.view(tagNumberAt(page.bytes, from, length), {
      page,
      first,
      last: scan.count - 1,
      traits: terminated ? scan.traits : scan.traits | UNTERMINATED,
      ordinal: ++this.#ordinal,
      length: this.#at - from,
    });
  }

  #isTag(bytes: Uint8Array, from: number, length: number): boolean {
    if (length !== 3 && (this.#isEdifact || length !== 2)) return false;
    return (
      isTagSign(bytes[from]!, true) &&
      isTagSign(bytes[from + 1]!, this.#isEdifact) &&
      (length === 2 || isTagSign(bytes[from + 2]!, this.#isEdifact))
    );
  }

  #irregular(raw: Uint8Array, from: number, terminated: boolean): Token {
    const begin = findSegment(raw, this.#tagAt);
    const end = this.#at;
    if (begin < 0) return this.#stray(raw, { from, end, comment: false });
    const comment =
      begin > 0 ? this.#stray(raw.subarray(0, begin), { from, end: from + begin, comment: true }) : undefined;
    const isLine = begin > 0 || this.#isLineStart(from);
    const starts = [begin, ...(isLine ? missedTerminators(raw, begin, this.#tagAt) : [])];
    const segments = starts.map((start, index) => {
      const next = starts[index + 1];
      const at = next === undefined ? { end, terminated } : { end: from + next, terminated: true };
      return this.#alone(raw.subarray(start, next), { from: from + start, ...at });
    });
    this.#behind.push(...(comment ? segments : segments.slice(1)));
    return comment ?? segments[0]!;
  }

  #isLineStart(at: number): boolean {
    return at === 0 ? this.#startsLine : isLineEnd(this.#page.bytes[at - 1]);
  }

  /** A segment on a page of its own, without the line ends that wrapped it. */
  #alone(raw: Uint8Array, at: { from: number; end: number; terminated: boolean }): Segment {
    const bytes = unwrapped(raw);
    const scan = new Scan(this.#delimiters);
    const page = this.#open(bytes, scan, this.#base + at.from);
    scan.run(bytes, 0);
    const tagLength = this.#tagAt(bytes, 0, bytes.length);
    /* Where the terminator begins with the element separator, the first mark is not behind the tag. */
    page.base -= (scan.marks[0]! >> 1) - tagLength;
    return new Segment().view(tagNumberAt(bytes, 0, tagLength), {
      page,
      first: 0,
      last: scan.count - 1,
      traits: at.terminated ? scan.traits : scan.traits | UNTERMINATED,
      ordinal: ++this.#ordinal,
      length: at.end - at.from,
    });
  }

  #stray(raw: Uint8Array, { from, end, comment }: { from: number; end: number; comment: boolean }): StrayText {
    const position = { segment: this.#ordinal || 1, offset: this.#base + from, end: this.#base + end };
    return { kind: 'stray', text: this.#charset(raw, raw).trim(), comment, position };
  }
}

/** Blanks and byte order marks behind a terminator belong to it. */
function behindBlanks(bytes: Uint8Array, from: number, isLast: boolean): number {
  let at = from;
  for (;;) {
    while (at < bytes.length && bytes[at]! <= 0x20) at++;
    if (bytes[at] !== 0xef) return at;
    if (at + 3 > bytes.length) return isLast ? at : bytes.length;
    if (bytes[at + 1] !== 0xbb || bytes[at + 2] !== 0xbf) return at;
    at += 3;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
