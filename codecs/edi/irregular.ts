import { isLineEnd } from './scan.ts';

/** Length of the tag that begins at a place, or 0 where none stands there. */
export type TagAt = (bytes: Uint8Array, from: number, to: number) => number;

/** EDIFACT tags are three letters, those of X12 a letter and one or two more signs; an element or nothing follows. */
export function tagFinder(isEdifact: boolean, element: number): TagAt {
  return (bytes, from, to) => {
    let at = from;
    while (at < to && at - from < 3 && isTagSign(bytes[at]!, isEdifact || at === from)) at++;
    const isWhole = isEdifact ? at - from === 3 : at - from >= 2;
    return isWhole && (at === to || bytes[at] === element) ? at - from : 0;
  };
}

export function isTagSign(byte: number, isLetterOnly: boolean): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (!isLetterOnly && byte >= 0x30 && byte <= 0x39);
}

/** A comment is no longer than this many bytes of a line, in which the segment behind it has its tag. */
const TAG_WITHIN = 200;

/**
 * Where the segment begins in what lies between two terminators: at once (it is wrapped over lines), behind a comment
 * and a line end, or nowhere (-1).
 */
export function findSegment(raw: Uint8Array, tagAt: TagAt): number {
  const whole = unwrapped(raw);
  if (tagAt(whole, 0, whole.length) > 0) return 0;
  for (let at = raw.indexOf(0x0a); at >= 0; at = raw.indexOf(0x0a, at + 1)) {
    let from = at + 1;
    const to = Math.min(raw.length, at + TAG_WITHIN);
    while (from < to && raw[from]! <= 0x20) from++;
    if (tagAt(raw, from, to) > 0) return at + 1;
  }
  return -1;
}

/** Lines of this length are wrapped by a system of punched cards' width; what begins behind one may be a value's rest. */
const WRAPPED_AT = 80;

/**
 * Where segments begin behind line ends that stand for a terminator: what begins at a line's beginning, goes on with a
 * tag and its elements at another's, and was not wrapped, are two segments whose terminator somebody forgot.
 */
export function missedTerminators(raw: Uint8Array, begin: number, tagAt: TagAt): number[] {
  const found: number[] = [];
  let line = begin;
  for (let at = raw.indexOf(0x0a, begin); at >= 0; at = raw.indexOf(0x0a, at + 1)) {
    const length = at - line - (raw[at - 1] === 0x0d ? 1 : 0);
    line = at + 1;
    const tag = length > 0 && length !== WRAPPED_AT ? tagAt(raw, line, raw.length) : 0;
    if (tag > 0 && line + tag < raw.length) found.push(line);
  }
  return found;
}

/** The bytes without line ends, and without blanks before the first. */
export function unwrapped(raw: Uint8Array): Uint8Array {
  const plain = raw.filter((byte) => !isLineEnd(byte));
  let from = 0;
  while (from < plain.length && plain[from]! <= 0x20) from++;
  return plain.subarray(from);
}
