import type {
  DecodeAnswer,
  DecodedInterchange,
  MessageError,
  MessagePosition,
  ScheduleQuantity,
} from '@intakt/contract';
import { type Delimiters, detectFormat, type Format, headOf, readDelimiters } from './delimiters.ts';
import { InterchangeReader } from './interchange.ts';
import type { EdiMessage } from './message.ts';
import { describe, ENVELOPE_MISSING, REFERENCE_REPEATED, UNREADABLE } from './problems.ts';
import { tokenize } from './tokenize.ts';

export interface DecodeOptions {
  /** Offset from UTC of the sender's local times; UTC where nothing is agreed. */
  timeZoneOffsetMinutes?: number;
  /** Our own addresses: an interchange for anybody else is an error. Unchecked where absent. */
  receivers?: string[];
  /** Agreed meaning of forecast (X12 680) or commitment (EDIFACT 4017) qualifiers, e.g. `{ Z: 'firm' }`. */
  horizons?: Record<string, ScheduleQuantity['horizon']>;
}

/** An interchange as this codec decodes it: the contract's, with the functional group on each message. */
export interface EdiInterchange extends DecodedInterchange {
  messages: EdiMessage[];
}
export type EdiAnswer = { ok: true; interchanges: EdiInterchange[] } | Extract<DecodeAnswer, { ok: false }>;

/** Bytes of one file to statements. Never throws on input: whatever is wrong is an answer. */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): EdiAnswer {
  const interchanges: EdiInterchange[] = [];
  for (const part of decodeStream(bytes, options)) {
    if (part.kind === 'unreadable' && interchanges.length === 0) return { ok: false, errors: [part.error] };
    if (part.kind === 'unreadable') interchanges.at(-1)!.errors.push(part.error);
    if (part.kind === 'interchange') interchanges.push(part.interchange);
    if (part.kind === 'message') interchanges.at(-1)!.messages.push(part.message);
    if (part.kind === 'end') interchanges.at(-1)!.errors.push(...part.errors);
  }
  return { ok: true, interchanges };
}

export type DecodedPart =
  /** No interchange begins here: at the start of the file there is none at all. */
  | { kind: 'unreadable'; error: MessageError }
  /** An interchange begins; its messages follow one by one. */
  | { kind: 'interchange'; interchange: EdiInterchange }
  | { kind: 'message'; message: EdiMessage }
  /** Errors of the envelope found since it began. */
  | { kind: 'end'; errors: MessageError[] };

/** The same message by message, so that memory is bounded by the largest message rather than by the file. */
export function* decodeStream(bytes: Uint8Array, options: DecodeOptions = {}): Generator<DecodedPart> {
  let delimiters = readDelimiters(bytes);
  if (!delimiters) return yield { kind: 'unreadable', error: unreadable(bytes) };
  const references = new Set<string>();
  while (delimiters) delimiters = yield* decodeInterchange(bytes, delimiters, { options, references });
}

/** Decodes up to the trailer, and answers the delimiters of the interchange that begins behind it. */
function* decodeInterchange(
  bytes: Uint8Array,
  delimiters: Delimiters,
  { options, references }: { options: DecodeOptions; references: Set<string> },
): Generator<DecodedPart, Delimiters | undefined> {
  const reader = new InterchangeReader(delimiters.format, options);
  let next: Delimiters | undefined;
  let begun = false;
  for (const token of tokenize(bytes, delimiters)) {
    if (reader.closed && token.kind === 'stray' && !token.text) continue;
    reader.take(token);
    if (reader.opened) {
      begun = true;
      const repeated = noteReference(reader.opened, references, delimiters);
      yield { kind: 'interchange', interchange: reader.opened };
      if (repeated) reader.errors.push(repeated);
      reader.opened = undefined;
    }
    for (const message of reader.finished.splice(0)) yield { kind: 'message', message };
    next = reader.closed ? readDelimiters(bytes, token.position.end) : undefined;
    if (next) break;
  }
  if (!begun) return yield { kind: 'unreadable', error: unreadable(bytes, delimiters.start) };
  reader.end();
  for (const message of reader.finished) yield { kind: 'message', message };
  yield { kind: 'end', errors: reader.errors };
  return next;
}

/** The same sender's reference twice in one file is the same interchange twice. */
function noteReference(
  { sender, controlReference }: EdiInterchange,
  references: Set<string>,
  { format, start }: Delimiters,
): MessageError | undefined {
  const key = JSON.stringify([sender, controlReference]);
  if (!references.has(key)) {
    references.add(key);
    return undefined;
  }
  const position: MessagePosition = { segment: 1, tag: format === 'edifact' ? 'UNB' : 'ISA', offset: start };
  return describe(REFERENCE_REPEATED, position, { value: controlReference, expected: 'one interchange per reference' });
}

const BEGINNINGS: Record<Format, string> = { edifact: 'UNB (or UNA before it)', x12: 'ISA' };

function unreadable(bytes: Uint8Array, from = 0): MessageError {
  const { text, start } = headOf(bytes, from);
  const format = detectFormat(bytes);
  const tag = /^[A-Z0-9]{2,3}/.exec(text)?.[0] ?? '';
  const position: MessagePosition = { segment: 1, tag, offset: start };
  if (format && from === 0) return describe(ENVELOPE_MISSING, position, { value: tag, expected: BEGINNINGS[format] });
  return describe(UNREADABLE, position, { value: text.slice(0, 40).trim(), expected: 'UNA, UNB or ISA' });
}
