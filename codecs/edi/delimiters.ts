export type Format = 'edifact' | 'x12';

export interface Delimiters {
  format: Format;
  element: string;
  component: string;
  /** Absent where the interchange has no way to escape (X12, or a blank in UNA). */
  release?: string;
  /** One byte, or the two to four of a character outside ASCII. */
  terminator: Uint8Array;
  decimalMark: string;
  /** UNB syntax identifier, `UNOA` where there is none. */
  syntaxIdentifier: string;
  /** Offset of the first segment: behind a byte order mark, blanks and UNA. */
  start: number;
}

/** Which tags can begin a file. Without its envelope a file is still recognised, so that the error can name what is missing. */
const STARTS: [RegExp, Format][] = [
  [/^UN[ABGH]/i, 'edifact'],
  [/^ISA[^A-Za-z0-9\s]/i, 'x12'],
  [/^(GS|ST)\*/i, 'x12'],
];

export function detectFormat(bytes: Uint8Array): Format | undefined {
  const head = headOf(bytes).text;
  return STARTS.find(([pattern]) => pattern.test(head))?.[1];
}

/** So many bytes tell whether an interchange begins and what delimits it. */
export const HEAD_LENGTH = 1000;

/** The first bytes as text, without byte order mark and leading blanks. */
export function headOf(bytes: Uint8Array, from = 0): { text: string; start: number } {
  let start = bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf ? from + 3 : from;
  while (start < bytes.length && bytes[start]! <= 0x20) start++;
  return { text: latin1(bytes.subarray(start, start + HEAD_LENGTH)), start };
}

/** The delimiters of the interchange that begins at `from`, or nothing where none begins there. */
export function readDelimiters(bytes: Uint8Array, from = 0): Delimiters | undefined {
  const { text, start } = headOf(bytes, from);
  if (/^UN[AB]/i.test(text)) return edifactDelimiters(text, start);
  if (/^ISA[^A-Za-z0-9\s]/i.test(text)) return x12Delimiters(bytes, text, start);
  return undefined;
}

/** ISO 9735: component, element, decimal mark, release, reserved or repetition, terminator. */
function edifactDelimiters(text: string, start: number): Delimiters | undefined {
  const isAdvised = /^UNA/i.test(text);
  const advice = isAdvised ? text.slice(3, 9) : ":+.? '";
  if (advice.length < 6) return undefined;
  const release = advice[3] === ' ' ? undefined : advice[3];
  let unb = isAdvised ? 9 : 0;
  while (unb < text.length && text.charCodeAt(unb) <= 0x20) unb++;
  const syntaxIdentifier = /^UNB.\s*(UNO[A-Z])/is.exec(text.slice(unb))?.[1]?.toUpperCase() ?? 'UNOA';
  const decimalMark = advice[2]!;
  return {
    format: 'edifact',
    component: advice[0]!,
    element: advice[1]!,
    decimalMark,
    release,
    terminator: Uint8Array.of(advice.charCodeAt(5)),
    syntaxIdentifier,
    start: start + unb,
  };
}

/**
 * The standard gives ISA fixed positions, but senders collapse or pad its blanks and wrap it at 80 columns.
 * Counting sixteen element separators finds ISA16 and the terminator in all of those.
 */
function x12Delimiters(bytes: Uint8Array, text: string, start: number): Delimiters | undefined {
  const element = text[3]!;
  let at = 3;
  for (let n = 1; n < 16 && at >= 0; n++) at = text.indexOf(element, at + 1);
  if (at < 0) return undefined;
  let component = at + 1;
  while (text[component] === '\r' || text[component] === '\n') component++;
  let terminator = component + 1;
  if (isLineEnd(text[terminator]) && !/^[\r\n]*[A-Za-z]/.test(text.slice(terminator))) {
    while (isLineEnd(text[terminator])) terminator++;
  }
  if (text[terminator] === '\r' && text[terminator + 1] === '\n') terminator++;
  const sign = wholeCharacter(bytes, start + terminator);
  if (sign.length === 0) return undefined;
  return {
    format: 'x12',
    element,
    component: text[component]!,
    terminator: sign,
    decimalMark: '.',
    syntaxIdentifier: 'UNOB',
    start,
  };
}

const isLineEnd = (character: string | undefined) => character === '\r' || character === '\n';

/** A terminator outside ASCII (an ellipsis occurs in the field) takes two or three bytes of UTF-8, or one of another set. */
function wholeCharacter(bytes: Uint8Array, at: number): Uint8Array {
  const lead = bytes[at];
  if (lead === undefined) return bytes.subarray(at, at);
  const length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const follows = bytes.subarray(at + 1, at + length);
  const isUtf8 = follows.length === length - 1 && follows.every((byte) => byte >= 0x80 && byte < 0xc0);
  return bytes.slice(at, at + (isUtf8 ? length : 1));
}

function latin1(bytes: Uint8Array): string {
  let characters = '';
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return characters;
}
