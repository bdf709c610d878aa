import type { MessageError, MessagePosition } from '@intakt/contract';
import type { Body } from './body.ts';
import { isCharsetRead } from './charset.ts';
import type { DecodeOptions, EdiInterchange } from './decode.ts';
import type { Format } from './delimiters.ts';
import { type Bracket, ENVELOPES, type EnvelopeTags, readInterchangeHeader } from './envelope.ts';
import {
  type EdiMessage,
  type MessageSource,
  readEnvelopeMessage,
  readMessage,
  readOverlongMessage,
} from './message.ts';
import {
  CHARSET_UNKNOWN,
  COUNT_MISMATCH,
  DATE_INVALID,
  type Details,
  describe,
  ELEMENT_EMPTY,
  HEADER_MISSING,
  MESSAGE_TOO_LONG,
  type Problem,
  RECEIVER_UNEXPECTED,
  REFERENCE_MISMATCH,
  REFERENCE_REPEATED,
  SEGMENT_UNREADABLE,
  SERVICE_SEGMENT,
  STRAY_TEXT,
  TERMINATOR_MISSING,
  TRAILER_MISSING,
} from './problems.ts';
import { peek, type Segment, type StrayText, type Token } from './segment.ts';

/** A DESADV of a million segments; no truck and no release of the trade comes near it. */
const LONGEST_MESSAGE = 1 << 24;

interface Open {
  bracket: Bracket;
  header: Segment;
  /** What the trailer counts: segments of a message, messages of a group, groups (or messages) of an interchange. */
  count: number;
  /** Bytes of its segments so far. */
  bytes: number;
}

/** Takes tokens one by one and closes messages, groups and the interchange, checking counts and references. */
export class InterchangeReader {
  /** The interchange that has just begun, until the caller takes it. */
  opened: EdiInterchange | undefined;
  readonly finished: EdiMessage[] = [];
  readonly errors: MessageError[] = [];
  closed = false;
  #implied = false;
  readonly #format: Format;
  readonly #options: DecodeOptions;
  readonly #tags: EnvelopeTags;
  /** Bit set of the letters that its tags begin with, see `initialOf`. */
  readonly #initials: number;
  readonly #longestMessage: number;
  readonly #horizons: MessageSource['horizons'];
  #interchange: Open | undefined;
  #group: Open | undefined;
  #message: Open | undefined;
  readonly #body: Body;
  #messageErrors: MessageError[] = [];
  #isTooLong = false;
  #index = 0;
  #groups = 0;
  #parties: Pick<EdiInterchange, 'sender' | 'receiver'> = { sender: {}, receiver: {} };
  readonly #references = new Set<string>();
  #last: Segment | undefined;

  /** `body` is where the tokens that it takes are written. */
  constructor(format: Format, options: DecodeOptions, body: Body) {
    this.#body = body;
    this.#format = format;
    this.#options = options;
    this.#tags = ENVELOPES[format];
    const { interchange, group, message } = this.#tags;
    const tags = [interchange, group, message].flatMap(({ open, close }) => [open, close]);
    this.#initials = tags.reduce((bits, tag) => bits | initialOf(tag), 0);
    this.#horizons = new Map(Object.entries(options.horizons ?? {}));
    this.#longestMessage = options.longestMessageBytes ?? LONGEST_MESSAGE;
  }

  take(token: Token): void {
    if (token.kind === 'stray') {
      this.#stray(token);
      return;
    }
    this.#last = token;
    if (this.#message && !this.#mayBeEnvelope(token.tag)) this.#keep(this.#message, token);
    else this.#takeEnvelope(token);
  }

  /** Most segments of a message already begin otherwise than any of the envelope's. */
  #mayBeEnvelope(tag: string): boolean {
    return (this.#initials & initialOf(tag)) !== 0;
  }

  #takeEnvelope(token: Segment): void {
    this.#body.setApart();
    const { interchange, group, message, services } = this.#tags;
    if (!this.#interchange && token.tag !== interchange.open) this.#imply(token);
    if (token.tag === message.close) this.#closeMessage(token);
    else if (token.tag === message.open) this.#openMessage(token);
    else if (token.tag === group.open) this.#openGroup(token);
    else if (token.tag === group.close) this.#closeGroup(token);
    else if (token.tag === interchange.open) this.#openInterchange(token);
    else if (token.tag === interchange.close) this.#closeInterchange(token);
    else if (this.#message) this.#keep(this.#message, token);
    else if (token.tag === 'TA1' && this.#format === 'x12') this.#acknowledge(token);
    else {
      const expected = services.includes(token.tag) ? `${group.open} or ${message.open}` : message.open;
      this.#report(services.includes(token.tag) ? SERVICE_SEGMENT : HEADER_MISSING, token, {
        value: token.tag,
        expected,
      });
    }
  }

  /** A segment of the message at hand; beyond the longest message segments are counted and let go. */
  #keep(message: Open, segment: Segment): void {
    message.count++;
    if (this.#isTooLong) return;
    message.bytes += segment.length;
    const limit = this.#longestMessage;
    if (message.bytes <= limit) {
      this.#body.add(segment);
      return;
    }
    this.#isTooLong = true;
    this.#report(MESSAGE_TOO_LONG, segment, { value: String(limit), expected: 'several messages' });
    this.#body.clear();
  }

  /** TA1 stands between the brackets, and yet says something: it counts as a message of its own. */
  #acknowledge(ta1: Segment): void {
    const index = ++this.#index;
    this.finished.push(readEnvelopeMessage(ta1, index));
  }

  /** The file ends: whatever is open lacks its trailer. */
  end(): void {
    if (this.#last && !this.#last.terminated)
      this.#report(TERMINATOR_MISSING, this.#last, { expected: 'a segment terminator' });
    if (this.#message) this.#closeMessage(undefined);
    if (this.#group) this.#closeGroup(undefined);
    if (this.#interchange) this.#closeInterchange(undefined);
  }

  /** Segments before the interchange's header, or behind its trailer: they are read all the same, and the gap is named once. */
  #imply(first: Segment): void {
    if (this.#implied) return;
    this.#implied = true;
    if (!this.closed)
      this.opened = {
        format: this.#format,
        ...this.#parties,
        controlReference: '',
        test: false,
        messages: [],
        errors: this.errors.splice(0),
      };
    this.#report(HEADER_MISSING, first, { value: first.tag, expected: this.#tags.interchange.open });
  }

  #openInterchange(header: Segment): void {
    if (this.#interchange) this.end();
    this.#interchange = { bracket: this.#tags.interchange, header, count: 0, bytes: 0 };
    this.#groups = 0;
    const { invalidDate, ...fields } = readInterchangeHeader(
      this.#format,
      header,
      this.#options.timeZoneOffsetMinutes === 'local' ? 0 : (this.#options.timeZoneOffsetMinutes ?? 0),
    );
    this.#parties = fields;
    this.opened = { format: this.#format, ...fields, messages: [], errors: this.errors.splice(0) };
    if (invalidDate)
      this.#report(DATE_INVALID, header, {
        value: invalidDate,
        element: this.#format === 'edifact' ? 4 : 9,
        expected: 'YYMMDD and HHMM',
      });
    this.#checkCharset(header);
    this.#checkAddresses(header);
  }

  #checkCharset(header: Segment): void {
    const identifier = this.#format === 'edifact' ? (peek(header, 1) ?? '').toUpperCase() : '';
    if (isCharsetRead(identifier)) return;
    const expected = 'UNOA to UNOL, UNOW or UNOY';
    this.#report(CHARSET_UNKNOWN, header, { value: identifier, element: 1, component: 1, expected });
  }

  #checkAddresses(header: Segment): void {
    const { sender, receiver } = this.#parties;
    const elements = this.#format === 'edifact' ? [2, 3] : [6, 8];
    if (!sender.code) this.#report(ELEMENT_EMPTY, header, { element: elements[0], expected: 'the sender' });
    if (!receiver.code) this.#report(ELEMENT_EMPTY, header, { element: elements[1], expected: 'the receiver' });
    const { receivers } = this.#options;
    if (receivers && !receivers.includes(receiver.code ?? '')) {
      this.#report(RECEIVER_UNEXPECTED, header, {
        value: receiver.code ?? '',
        element: elements[1],
        expected: `one of ${receivers.join(', ')}`,
      });
    }
  }

  #openGroup(header: Segment): void {
    if (this.#message) this.#closeMessage(undefined);
    if (this.#group) this.#closeGroup(undefined);
    this.#groups++;
    this.#group = { bracket: this.#tags.group, header, count: 0, bytes: 0 };
    this.#noteReference(header, this.#tags.group, '');
  }

  #openMessage(header: Segment): void {
    if (this.#message) this.#closeMessage(undefined);
    this.#message = { bracket: this.#tags.message, header, count: 1, bytes: header.length };
    this.#isTooLong = false;
    if (this.#group) this.#group.count++;
    this.#index++;
    if (this.#interchange) this.#interchange.count++;
    const group = this.#group && this.#format === 'x12' ? String(this.#groups) : '';
    this.#noteReference(header, this.#tags.message, group);
  }

  /** EDIFACT references are unique in the interchange, X12 set control numbers in their group. */
  #noteReference(header: Segment, bracket: Bracket, scope: string): void {
    const reference = peek(header, bracket.reference) ?? '';
    const key = `${bracket.open} ${scope} ${reference}`;
    if (this.#references.has(key))
      this.#report(REFERENCE_REPEATED, header, {
        value: reference,
        element: bracket.reference,
        expected: `one ${bracket.open} per reference`,
      });
    this.#references.add(key);
  }

  #closeMessage(trailer: Segment | undefined): void {
    const open = this.#message;
    if (!open) {
      if (trailer) this.#report(HEADER_MISSING, trailer, { expected: this.#tags.message.open });
      return;
    }
    const segments = open.count + 1;
    this.#check(open, trailer, segments);
    const source = {
      format: this.#format,
      index: this.#index,
      ...(this.#group && { group: this.#group.header }),
      ...this.#parties,
      offsetMinutes: this.#options.timeZoneOffsetMinutes ?? 0,
      horizons: this.#horizons,
    };
    const message = this.#isTooLong
      ? readOverlongMessage(open.header, source)
      : readMessage(open.header, this.#body, source);
    message.segments = trailer ? segments : segments - 1;
    message.errors.push(...this.#messageErrors.splice(0));
    message.errors.sort((a, b) => a.position.offset - b.position.offset);
    this.finished.push(message);
    this.#message = undefined;
    this.#body.clear();
  }

  #closeGroup(trailer: Segment | undefined): void {
    if (trailer && this.#message) this.#closeMessage(undefined);
    if (this.#group) this.#check(this.#group, trailer, this.#group.count);
    else if (trailer) this.#report(HEADER_MISSING, trailer, { expected: this.#tags.group.open });
    this.#group = undefined;
  }

  #closeInterchange(trailer: Segment | undefined): void {
    if (trailer && this.#message) this.#closeMessage(undefined);
    if (trailer && this.#group) this.#closeGroup(undefined);
    const open = this.#interchange;
    if (open) this.#check(open, trailer, this.#format === 'x12' || this.#groups > 0 ? this.#groups : open.count);
    else if (trailer) this.#report(HEADER_MISSING, trailer, { expected: this.#tags.interchange.open });
    this.#interchange = undefined;
    this.closed = trailer !== undefined;
  }

  /** Trailer: present, counting right, and naming the header's reference. */
  #check({ bracket, header }: Open, trailer: Segment | undefined, count: number): void {
    if (!trailer) {
      this.#report(TRAILER_MISSING, this.#last ?? header, {
        value: bracket.open,
        expected: `${bracket.close} for ${bracket.open} ${peek(header, bracket.reference) ?? ''}`.trim(),
      });
      return;
    }
    const stated = peek(trailer, 1);
    if (stated === undefined || Number(stated) !== count)
      this.#report(COUNT_MISMATCH, trailer, { value: stated ?? '', element: 1, expected: String(count) });
    const [expected, value] = [peek(header, bracket.reference) ?? '', peek(trailer, 2) ?? ''];
    if (value !== expected) this.#report(REFERENCE_MISMATCH, trailer, { value, element: 2, expected });
  }

  /** Before, behind and between segments stand remarks; text in the place of a segment is an error inside an interchange. */
  #stray(token: StrayText): void {
    const inside = this.#interchange !== undefined && !token.comment;
    const before = this.#message ? this.#message.header.ordinal - 1 : 0;
    const position: MessagePosition = {
      segment: token.position.segment - before,
      tag: '',
      offset: token.position.offset,
    };
    const expected = inside ? 'a segment tag and its elements' : this.closed ? 'the end of the file' : 'only segments';
    if (!token.text) return;
    const error = describe(inside ? SEGMENT_UNREADABLE : STRAY_TEXT, position, { value: token.text, expected });
    (this.#message ? this.#messageErrors : this.errors).push(error);
  }

  #report(problem: Problem, at: Segment, details: Details): void {
    const inMessage = this.#message !== undefined;
    const header = this.#message?.header ?? at;
    const position: MessagePosition = {
      ...(inMessage && { message: this.#index, messageReference: peek(header, this.#tags.message.reference) ?? '' }),
      segment: inMessage ? at.ordinal - header.ordinal + 1 : at.ordinal,
      tag: at.tag,
      offset: at.offset,
    };
    (inMessage ? this.#messageErrors : this.errors).push(describe(problem, position, details));
  }
}

/** A bit for the letter that a tag begins with. */
const initialOf = (tag: string) => 1 << (tag.charCodeAt(0) & 31);
