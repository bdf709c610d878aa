import { charsetFor } from './charset.ts';
import type { Delimiters } from './delimiters.ts';
import type { Segment, Token } from './segment.ts';

/** Bytes decoded at a time: bounds memory whatever the size of the file. */
const WINDOW = 1 << 18;
/** A segment longer than this is no segment; it is cut, so that a file without terminators cannot exhaust memory. */
const LONGEST_SEGMENT = 1 << 22;

/**
 * Cuts an interchange into segments and stray text. The tokens tile the bytes from `delimiters.start` to the end:
 * each begins where the one before it ends, so that nothing is lost unnoticed.
 *
 * Line ends inside a segment are wrapping, not data (no EDIFACT or X12 character set of level A or B has them),
 * unless the line end is the terminator. X12 elements stay whole: the few composites of X12 are split by the
 * mapper that needs them, because part numbers in the field contain the component separator.
 */
export function* tokenize(bytes: Uint8Array, delimiters: Delimiters): Generator<Token> {
  const charset = charsetFor(delimiters.syntaxIdentifier);
  const cut = cutter(delimiters);
  /* Where lines end segments, the end of the file ends the last one. */
  const lineEnded = isBlank(delimiters.terminator.charCodeAt(0));
  let ordinal = 0;
  for (const [from, to] of windows(bytes, delimiters)) {
    const { characters, oneByteEach } = charset(bytes.subarray(from, to));
    let offset = from;
    let at = 0;
    while (at < characters.length) {
      const next = endOfSegment(characters, at, delimiters);
      const raw = characters.slice(at, next.content);
      const end = oneByteEach ? from + next.end : offset + byteLength(characters.slice(at, next.end));
      for (const token of cut(raw)) {
        const last = token.rest === undefined;
        const tokenEnd: number = last ? end : offset + byteLength(raw.slice(0, token.rest));
        if (token.token.kind === 'segment') ordinal++;
        token.token.position = { segment: ordinal || 1, offset, end: tokenEnd };
        if (token.token.kind === 'segment') token.token.terminated = next.terminated || lineEnded;
        offset = tokenEnd;
        yield token.token;
      }
      offset = end;
      at = next.end;
    }
  }
}

/** Windows that end behind a terminator, so that no segment or character is torn. */
function* windows(bytes: Uint8Array, delimiters: Delimiters): Generator<[number, number]> {
  const sign = new TextEncoder().encode(delimiters.terminator);
  let from = delimiters.start;
  let size = WINDOW;
  while (from < bytes.length) {
    let to = Math.min(from + size, bytes.length);
    if (to < bytes.length) {
      const cut = lastTerminator(bytes, from, to, sign, delimiters);
      if (cut < 0 && size < LONGEST_SEGMENT) {
        size *= 2;
        continue;
      }
      if (cut >= 0) to = cut;
      while (to < bytes.length && isBlank(bytes[to]!)) to++;
    }
    yield [from, to];
    from = to;
    size = WINDOW;
  }
}

function lastTerminator(bytes: Uint8Array, from: number, to: number, sign: Uint8Array, delimiters: Delimiters): number {
  const release = delimiters.release?.charCodeAt(0);
  let at = to - sign.length + 1;
  while (at > from) {
    at = bytes.lastIndexOf(sign[0]!, at - 1);
    if (at < from) return -1;
    const whole = sign.every((byte, i) => bytes[at + i] === byte);
    if (whole && bytes[at - 1] !== release) return at + sign.length;
  }
  return -1;
}

/** `content` ends before the terminator, `end` behind it and the blanks that follow. */
function endOfSegment(characters: string, from: number, { terminator, release }: Delimiters) {
  let at = characters.indexOf(terminator, from);
  while (at >= 0 && release && isReleased(characters, at, from, release)) at = characters.indexOf(terminator, at + 1);
  const terminated = at >= 0;
  const content = terminated ? at : characters.length;
  let end = terminated ? at + terminator.length : content;
  while (end < characters.length && isBlank(characters.charCodeAt(end))) end++;
  return { content, end, terminated };
}

const isBlank = (code: number) => code <= 0x20 || code === 0xfeff;

function isReleased(characters: string, at: number, from: number, release: string): boolean {
  let before = at - 1;
  while (before >= from && characters[before] === release) before--;
  return (at - 1 - before) % 2 === 1;
}

interface Cut {
  token: Token;
  /** Characters of the raw text that this token took, where another token follows. */
  rest?: number;
}

const NOWHERE = { segment: 0, offset: 0, end: 0 };
const LINE_ENDS = /[\r\n]+/g;

function cutter(delimiters: Delimiters): (raw: string) => Cut[] {
  const tag = tagPattern(delimiters);
  const split = delimiters.format === 'edifact' ? edifactSplitter(delimiters) : x12Splitter(delimiters);
  return (raw) => {
    const content = (raw.includes('\n') || raw.includes('\r') ? raw.replace(LINE_ENDS, '') : raw).trimStart();
    if (tag.test(content)) return [{ token: split(content) }];
    const behind = segmentBehindComment(raw, tag);
    if (behind === undefined) return [{ token: stray(raw, false) }];
    const rest = raw.slice(behind).replace(LINE_ENDS, '').trimStart();
    return [{ token: stray(raw.slice(0, behind), true), rest: behind }, { token: split(rest) }];
  };
}

/** A comment behind the previous terminator is followed by the next segment on a line of its own. */
function segmentBehindComment(raw: string, tag: RegExp): number | undefined {
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) {
    if (tag.test(raw.slice(at + 1, at + 200).trimStart())) return at + 1;
  }
  return undefined;
}

const stray = (raw: string, comment: boolean): Token => ({
  kind: 'stray',
  text: raw.trim(),
  comment,
  position: NOWHERE,
});

function tagPattern({ format, element }: Delimiters): RegExp {
  const separator = `[${escapeForClass(element)}]`;
  return format === 'edifact'
    ? new RegExp(`^[A-Za-z]{3}(${separator}|$)`)
    : new RegExp(`^[A-Za-z][A-Za-z0-9]{1,2}(${separator}|$)`);
}

const escapeForClass = (character: string) => character.replace(/[\\\]^-]/g, '\\$&');

function segment(tag: string, elements: string[][]): Segment {
  return { kind: 'segment', tag: tag.toUpperCase(), elements, position: NOWHERE, terminated: true };
}

function x12Splitter({ element }: Delimiters) {
  return (content: string): Segment => {
    const parts = content.split(element);
    const elements: string[][] = new Array(parts.length - 1);
    for (let i = 1; i < parts.length; i++) elements[i - 1] = [parts[i]!];
    return segment(parts[0]!, elements);
  };
}

function edifactSplitter({ element, component, release }: Delimiters) {
  return (content: string): Segment => {
    if (release !== undefined && content.includes(release))
      return splitEscaped(content, { element, component, release });
    const parts = content.split(element);
    const elements: string[][] = new Array(parts.length - 1);
    for (let i = 1; i < parts.length; i++) {
      const part = parts[i]!;
      elements[i - 1] = part.includes(component) ? part.split(component) : [part];
    }
    return segment(parts[0]!, elements);
  };
}

function splitEscaped(
  content: string,
  { element, component, release }: { element: string; component: string; release: string },
): Segment {
  const [tag, ...parts] = splitReleased(content, element, release);
  const elements = parts.map((part) =>
    splitReleased(part, component, release).map((value) => unescaped(value, release)),
  );
  return segment(tag!, elements);
}

/** Splits at separators that no release character protects; the release characters stay for the next level. */
function splitReleased(content: string, separator: string, release: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < content.length; at++) {
    if (content[at] === release) at++;
    else if (content[at] === separator) {
      parts.push(content.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(content.slice(from));
  return parts;
}

function unescaped(value: string, release: string): string {
  let plain = '';
  for (let at = 0; at < value.length; at++) {
    if (value[at] === release) at++;
    plain += value[at] ?? '';
  }
  return plain;
}

/** Length in UTF-8, without encoding. */
function byteLength(characters: string): number {
  let length = characters.length;
  for (let at = 0; at < characters.length; at++) {
    const code = characters.charCodeAt(at);
    /* Both halves of a surrogate pair add one: four bytes for two characters. */
    if (code > 0x7f) length += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return length;
}
