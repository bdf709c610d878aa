export interface Segment {
  /** From 1, over the whole file. */
  number: number;
  offset: number;
  text: string;
}

/** How many characters of a foreign file are shown; a longer one is downloaded instead. */
export const SHOWN_CHARACTERS = 400_000;

/** Old files are rarely UTF-8; Latin-1 reads every byte, and each byte keeps its place. */
export function decodeRaw(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

/** Splits an interchange at its own terminator: EDIFACT says it in UNA, X12 by its place in ISA. */
export function splitSegments(raw: string): Segment[] {
  const terminator = terminatorOf(raw);
  const segments: Segment[] = [];
  let start = 0;
  while (start < raw.length && start < SHOWN_CHARACTERS) {
    const end = nextEnd(raw, start, terminator);
    const text = raw.slice(start, end).replaceAll(/[\r\n]+/g, '');
    const lead = raw.slice(start, end).search(/[^\r\n]/);
    if (text !== '') segments.push({ number: segments.length + 1, offset: start + Math.max(0, lead), text });
    start = end;
  }
  return segments;
}

interface Terminator {
  end: string;
  release?: string;
}

function terminatorOf(raw: string): Terminator {
  const start = raw.trimStart();
  if (start.startsWith('UNA')) return { end: start[8] ?? "'", release: start[6] === ' ' ? undefined : start[6] };
  if (start.startsWith('ISA')) return { end: start[105] ?? '~' };
  return start.startsWith('UNB') || start.startsWith('UNH') ? { end: "'", release: '?' } : { end: '\n' };
}

/** The place behind the next terminator; one that follows a release character is text. UNA ends by its length. */
function nextEnd(raw: string, start: number, { end, release }: Terminator): number {
  const lead = raw.slice(start).search(/\S/);
  if (lead >= 0 && raw.startsWith('UNA', start + lead)) return start + lead + 9;
  for (let index = raw.indexOf(end, start); index >= 0; index = raw.indexOf(end, index + 1)) {
    if (!release || !isReleased(raw, index, release)) return index + 1;
  }
  return raw.length;
}

function isReleased(raw: string, index: number, release: string): boolean {
  let count = 0;
  while (raw[index - 1 - count] === release) count += 1;
  return count % 2 === 1;
}

/** The segment in which an offset lies. */
export function segmentAt(segments: Segment[], offset: number): Segment | undefined {
  return segments.findLast((segment) => segment.offset <= offset);
}
