import { shortText, wholeNumber } from './short-text.ts';
import { tagName } from './tags.ts';

/** Where a token stands in the file: ordinal from 1, and the bytes it covers (blanks behind the terminator included). */
export interface TokenPosition {
  segment: number;
  offset: number;
  end: number;
}

/** A stretch of bytes that was scanned at once, and where the values in it begin and end. */
export interface Page {
  bytes: Uint8Array;
  /** Offset in the file of the first byte. */
  base: number;
  /** The same with one character per byte, so that places agree; right for what is ASCII. */
  characters: string;
  /** Twice the place of each separator and terminator, plus one where it separates components. */
  marks: Int32Array;
  /** Character that frees the next one from its meaning, where the interchange has one. */
  release: string | undefined;
  /** Text of bytes beyond ASCII. `whole` is the segment that they stand in, which settles the character set. */
  decode: (bytes: Uint8Array, whole: Uint8Array) => string;
}

/** What the scan met in a segment; values of one that has neither are slices of the page. */
export const RELEASED = 1;
export const BEYOND_ASCII = 2;
const NOT_PLAIN = RELEASED | BEYOND_ASCII;
/** Trait of the last segment of a file that ends without a terminator. */
export const UNTERMINATED = 8;

/** What the scan knows of a segment. */
export type SegmentPlace = Pick<Segment, 'page' | 'first' | 'last' | 'traits' | 'ordinal' | 'length'>;

const NO_PAGE: Page = {
  bytes: new Uint8Array(0),
  base: 0,
  characters: '',
  marks: new Int32Array(0),
  release: undefined,
  decode: () => '',
};

/**
 * One segment: a view of its page, and its place in the tree of its message. Values become strings when somebody asks
 * for them. Composites are split for EDIFACT; an X12 element is one component, see `Tokenizer`.
 * A message has thousands of them at once, so each has few fields, and becomes a segment of the next, see `Body`.
 */
export class Segment {
  tag = '';
  /** See `tags.ts`. */
  tagNumber = 0;
  page = NO_PAGE;
  /** Marks of the page: the one behind the tag, and the one behind the last value. */
  first = 0;
  last = 0;
  traits = 0;
  ordinal = 0;
  /** Bytes that it covers, blanks behind its terminator included. */
  length = 0;
  /** Bit set of the values that a mapper has read; what stays unread is reported as unmapped. */
  #taken = 0;
  /** See `tree.ts`. */
  inside: Segment | undefined = undefined;
  beside: Segment | undefined = undefined;

  /** Views another place, and stands in no tree yet. */
  view(tagNumber: number, { page, first, last, traits, ordinal, length }: SegmentPlace): this {
    this.tag = tagName(tagNumber);
    this.tagNumber = tagNumber;
    this.page = page;
    this.first = first;
    this.last = last;
    this.traits = traits;
    this.ordinal = ordinal;
    this.length = length;
    this.#taken = 0;
    this.inside = undefined;
    this.beside = undefined;
    return this;
  }

  /** Lets go of its page, which is much larger. */
  leave(): void {
    this.page = NO_PAGE;
    if (this.last - this.first > 31) takenBeyond.delete(this);
  }

  get kind(): 'segment' {
    return 'segment';
  }

  get offset(): number {
    return this.page.base + (this.page.marks[this.first]! >> 1) - this.tag.length;
  }

  get terminated(): boolean {
    return (this.traits & UNTERMINATED) === 0;
  }

  get position(): TokenPosition {
    return { segment: this.ordinal, offset: this.offset, end: this.offset + this.length };
  }

  /** Number of elements. */
  get size(): number {
    const { marks } = this.page;
    let count = 0;
    for (let mark = this.first; mark < this.last; mark++) if ((marks[mark]! & 1) === 0) count++;
    return count;
  }

  /** Number of components of an element, counted from 1. */
  componentsOf(element: number): number {
    let components = 0;
    while (this.find(element, components + 1) >= 0) components++;
    return components;
  }

  /** All values as they stand, for looking at a whole segment. */
  get elements(): string[][] {
    const elements: string[][] = [];
    for (let mark = this.first; mark < this.last; mark++) {
      const from = (this.page.marks[mark]! >> 1) + 1;
      const value = this.#plain(from, this.page.marks[mark + 1]! >> 1);
      if ((this.page.marks[mark]! & 1) === 0) elements.push([value]);
      else elements.at(-1)!.push(value);
    }
    return elements;
  }

  /** The mark before a value, or -1 where the segment is shorter. Elements and components count from 1. */
  find(element: number, component: number): number {
    const { marks } = this.page;
    const { last } = this;
    let mark = this.first;
    if (mark >= last) return -1;
    for (let left = element; left > 1; ) {
      if (++mark >= last) return -1;
      if ((marks[mark]! & 1) === 0) left--;
    }
    for (let left = component; left > 1; left--) if (++mark >= last || (marks[mark]! & 1) === 0) return -1;
    return mark;
  }

  /** The value behind a mark without blanks around it. */
  valueAt(mark: number): string {
    const { bytes, marks, characters } = this.page;
    let from = (marks[mark]! >> 1) + 1;
    let to = marks[mark + 1]! >> 1;
    while (from < to && isBlank(bytes[from]!)) from++;
    while (to > from && isBlank(bytes[to - 1]!)) to--;
    if (from === to) return '';
    if ((this.traits & NOT_PLAIN) !== 0) return this.#plain(from, to).trim();
    return to - from <= 3 ? shortText(bytes, from, to) : characters.slice(from, to);
  }

  /** Whether the value behind a mark is more than blanks. */
  hasAt(mark: number): boolean {
    const { bytes, marks } = this.page;
    const to = marks[mark + 1]! >> 1;
    for (let at = (marks[mark]! >> 1) + 1; at < to; at++) if (!isBlank(bytes[at]!)) return true;
    return false;
  }

  /** The whole number behind a mark; -1 where digits alone do not fill the value. */
  wholeAt(mark: number): number {
    const { bytes, marks } = this.page;
    return wholeNumber(bytes, (marks[mark]! >> 1) + 1, marks[mark + 1]! >> 1);
  }

  /** Bytes of the value behind a mark. */
  lengthAt(mark: number): number {
    const { marks } = this.page;
    return (marks[mark + 1]! >> 1) - (marks[mark]! >> 1) - 1;
  }

  take(mark: number): void {
    const value = mark - this.first;
    if (value < 31) this.#taken |= 1 << value;
    else takeBeyond(this, value);
  }

  isTaken(mark: number): boolean {
    const value = mark - this.first;
    return value < 31 ? (this.#taken & (1 << value)) !== 0 : (takenBeyond.get(this)?.has(value) ?? false);
  }

  /** Whether anything of it has been read. */
  get isTouched(): boolean {
    return this.#taken !== 0 || takenBeyond.has(this);
  }

  /** Whether every value of it has been read, among few enough to be told at once. */
  get isReadWhole(): boolean {
    const values = this.last - this.first;
    return values < 31 && this.#taken === (1 << values) - 1;
  }

  #plain(from: number, to: number): string {
    const { bytes, characters, marks, release, decode } = this.page;
    if ((this.traits & NOT_PLAIN) === 0) return characters.slice(from, to);
    const start = (marks[this.first]! >> 1) - this.tag.length;
    const whole = () => bytes.subarray(start, marks[this.last]! >> 1);
    const value = this.traits & BEYOND_ASCII ? decode(bytes.subarray(from, to), whole()) : characters.slice(from, to);
    return release && this.traits & RELEASED ? unescaped(value, release) : value;
  }
}

/** Values beyond the 31st that were read: so few segments have them that they are kept apart. */
const takenBeyond = new WeakMap<Segment, Set<number>>();

function takeBeyond(segment: Segment, value: number): void {
  const taken = takenBeyond.get(segment);
  if (taken) taken.add(value);
  else takenBeyond.set(segment, new Set([value]));
}

/** Bytes that are no segment: a comment behind a terminator, text before or after the interchange. */
export interface StrayText {
  kind: 'stray';
  text: string;
  /** A remark between two segments, as opposed to a piece that stands where a segment should. */
  comment: boolean;
  position: TokenPosition;
}

export type Token = Segment | StrayText;

/** Value of an element, counted from 1 as the standards do, marked as read. Blank counts as absent. */
export function text(segment: Segment | undefined, element: number, component = 1): string | undefined {
  if (segment === undefined) return undefined;
  const mark = segment.find(element, component);
  const value = mark < 0 ? '' : segment.valueAt(mark);
  if (value === '') return undefined;
  segment.take(mark);
  return value;
}

/** Marks a value as read that needs no looking at. */
export function take(segment: Segment | undefined, element: number, component = 1): void {
  const mark = segment === undefined ? -1 : segment.find(element, component);
  if (mark >= 0) segment!.take(mark);
}

/** Value of an element of digits alone, marked as read; -1 for anything else, which stays unread. */
export function whole(segment: Segment, element: number, component = 1): number {
  const mark = segment.find(element, component);
  const number = mark < 0 ? -1 : segment.wholeAt(mark);
  if (number >= 0) segment.take(mark);
  return number;
}

/** Same as `text`, but leaves the value unread: for looking before deciding. */
export function peek(segment: Segment | undefined, element: number, component = 1): string | undefined {
  if (segment === undefined) return undefined;
  const mark = segment.find(element, component);
  return mark < 0 ? undefined : segment.valueAt(mark) || undefined;
}

/** Whether an element has a value. */
export function has(segment: Segment, element: number, component = 1): boolean {
  const mark = segment.find(element, component);
  return mark >= 0 && segment.hasAt(mark);
}

/** For a segment whose every element the mapper understood, also those that only qualify others. */
export function takeAll(segment: Segment): void {
  for (let mark = segment.first; mark < segment.last; mark++) segment.take(mark);
}

export interface Unread {
  element: number;
  component: number;
  value: string;
}
const NOTHING: Unread[] = [];

/** The non-empty values that nothing has read. */
export function unread(segment: Segment): Unread[] {
  if (segment.isReadWhole) return NOTHING;
  const { marks } = segment.page;
  let found = NOTHING;
  let element = 0;
  let component = 0;
  for (let mark = segment.first; mark < segment.last; mark++) {
    if ((marks[mark]! & 1) === 1) component++;
    else {
      element++;
      component = 1;
    }
    if (marks[mark + 1]! >> 1 === (marks[mark]! >> 1) + 1 || segment.isTaken(mark)) continue;
    const value = segment.valueAt(mark);
    if (!value) continue;
    if (found === NOTHING) found = [];
    found.push({ element, component, value });
  }
  return found;
}

/** White space as `trim` has it, within ASCII. */
const isBlank = (byte: number) => byte === 0x20 || (byte >= 9 && byte <= 13);

function unescaped(value: string, release: string): string {
  if (!value.includes(release)) return value;
  let plain = '';
  for (let at = 0; at < value.length; at++) {
    if (value[at] === release) at++;
    plain += value[at] ?? '';
  }
  return plain;
}
