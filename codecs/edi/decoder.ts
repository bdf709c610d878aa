import type { MessageError, MessagePosition } from '@intakt/contract';
import { Body } from './body.ts';
import { ByteQueue } from './byte-queue.ts';
import type { DecodedPart, DecodeOptions, EdiInterchange } from './decode.ts';
import { type Delimiters, detectFormat, type Format, HEAD_LENGTH, headOf, readDelimiters } from './delimiters.ts';
import { InterchangeReader } from './interchange.ts';
import { describe, ENVELOPE_MISSING, REFERENCE_REPEATED, UNREADABLE } from './problems.ts';
import { Tokenizer } from './tokenize.ts';
import { beginsVda, VdaDecoder } from './vda/decoder.ts';

/** The interchange at hand. */
interface Open {
  /** Its first bytes, and their offset in the file behind UNA. */
  head: Uint8Array;
  start: number;
  tokenizer: Tokenizer;
  reader: InterchangeReader;
  begun: boolean;
}

/**
 * Decodes a file while it comes in: give its bytes to `push` piece by piece as they arrive, then call `end`, and take
 * what each yields. Memory is bounded by the largest message (see `DecodeOptions.longestMessageBytes`), not by the file.
 * Whatever is wrong is an answer; nothing throws. The pieces may be cut anywhere; the answer does not depend on it.
 *
 * @example
 * const decoder = new Decoder();
 * for await (const chunk of createReadStream(file)) for (const part of decoder.push(chunk)) use(part);
 * for (const part of decoder.end()) use(part);
 */
export class Decoder {
  readonly #options: DecodeOptions;
  readonly #queue = new ByteQueue();
  readonly #references = new Set<string>();
  #open: Open | undefined;
  /** Takes over where the file turns out to be one of fixed-width records. */
  #records: VdaDecoder | undefined;
  /** Offset in the file of the queue's first byte, while no interchange is open. */
  #base = 0;
  #isOver = false;

  constructor(options: DecodeOptions = {}) {
    this.#options = options;
  }

  /** What the bytes so far complete. They must not change before this has been taken to its end. */
  *push(bytes: Uint8Array): Generator<DecodedPart> {
    if (this.#isOver) return;
    this.#queue.push(bytes);
    yield* this.#advance();
  }

  /** No more bytes come: what is open ends here. */
  *end(): Generator<DecodedPart> {
    this.#queue.isComplete = true;
    yield* this.#advance();
  }

  *#advance(): Generator<DecodedPart> {
    while (!this.#isOver) {
      if (this.#records) return yield* this.#pour(this.#records);
      if (!this.#open) {
        this.#skipBlanks();
        if (this.#queue.length < HEAD_LENGTH && !this.#queue.isComplete) return;
        const head = this.#queue.peek(HEAD_LENGTH);
        const delimiters = readDelimiters(head);
        if (delimiters) this.#begin(delimiters, head);
        else if (beginsVda(headOf(head).text)) this.#records = new VdaDecoder(this.#options, this.#base);
        else return yield this.#giveUp(head, this.#base);
        continue;
      }
      if (!(yield* this.#read(this.#open))) return;
    }
  }

  *#pour(records: VdaDecoder): Generator<DecodedPart> {
    yield* records.push(this.#queue.take(this.#queue.length));
    if (!this.#queue.isComplete) return;
    yield* records.end();
    this.#isOver = true;
  }

  /** A byte order mark and blanks before an interchange. */
  #skipBlanks(): void {
    for (;;) {
      const { start } = headOf(this.#queue.peek(HEAD_LENGTH));
      if (start === 0) return;
      this.#queue.skip(start);
      this.#base += start;
    }
  }

  #begin(delimiters: Delimiters, head: Uint8Array): void {
    this.#queue.skip(delimiters.start);
    this.#base += delimiters.start;
    const body = new Body();
    this.#open = {
      head,
      start: this.#base,
      tokenizer: new Tokenizer(delimiters, this.#queue, this.#base, body),
      reader: new InterchangeReader(delimiters.format, this.#options, body),
      begun: false,
    };
  }

  /** Decodes as far as the bytes go. True where another interchange begins behind the trailer of this one. */
  *#read(open: Open): Generator<DecodedPart, boolean> {
    const { reader, tokenizer } = open;
    for (;;) {
      if (reader.closed) {
        const ahead = tokenizer.ahead(HEAD_LENGTH);
        if (ahead.length < HEAD_LENGTH && !this.#queue.isComplete) return false;
        if (readDelimiters(ahead)) break;
      }
      const token = tokenizer.next();
      if (!token) {
        if (this.#queue.isComplete) break;
        return false;
      }
      if (reader.closed && token.kind === 'stray' && !token.text) continue;
      reader.take(token);
      if (reader.opened) yield* this.#announce(open, reader.opened);
      if (reader.finished.length > 0)
        for (const message of reader.finished.splice(0)) yield { kind: 'message', message };
    }
    return yield* this.#finish(open);
  }

  *#announce(open: Open, interchange: EdiInterchange): Generator<DecodedPart> {
    open.begun = true;
    open.reader.opened = undefined;
    const repeated = this.#noteReference(interchange, open.start);
    yield { kind: 'interchange', interchange };
    if (repeated) open.reader.errors.push(repeated);
  }

  /** The end of an interchange. Whether another one follows. */
  *#finish({ reader, tokenizer, begun, head, start }: Open): Generator<DecodedPart, boolean> {
    if (!begun) {
      yield this.#giveUp(head, start);
      return false;
    }
    reader.end();
    for (const message of reader.finished) yield { kind: 'message', message };
    yield { kind: 'end', errors: reader.errors };
    this.#base = tokenizer.giveBack();
    this.#open = undefined;
    this.#isOver = this.#queue.length === 0;
    return !this.#isOver;
  }

  /** The same sender's reference twice in one file is the same interchange twice. */
  #noteReference({ sender, controlReference, format }: EdiInterchange, offset: number): MessageError | undefined {
    const key = JSON.stringify([sender, controlReference]);
    if (!this.#references.has(key)) {
      this.#references.add(key);
      return undefined;
    }
    const position: MessagePosition = { segment: 1, tag: format === 'edifact' ? 'UNB' : 'ISA', offset };
    return describe(REFERENCE_REPEATED, position, {
      value: controlReference,
      expected: 'one interchange per reference',
    });
  }

  #giveUp(head: Uint8Array, offset: number): DecodedPart {
    this.#isOver = true;
    return { kind: 'unreadable', error: unreadable(head, offset) };
  }
}

const BEGINNINGS: Record<Format, string> = { edifact: 'UNB (or UNA before it)', x12: 'ISA' };

function unreadable(head: Uint8Array, offset: number): MessageError {
  const { text } = headOf(head);
  const format = detectFormat(head);
  const tag = /^[A-Z0-9]{2,3}/.exec(text)?.[0] ?? '';
  const position: MessagePosition = { segment: 1, tag, offset };
  if (format) return describe(ENVELOPE_MISSING, position, { value: tag, expected: BEGINNINGS[format] });
  return describe(UNREADABLE, position, { value: text.slice(0, 40).trim(), expected: 'UNA, UNB, ISA or a VDA record' });
}
