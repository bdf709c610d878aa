import type { DecodeAnswer, DecodedInterchange, MessageError, ScheduleQuantity } from '@intakt/contract';
import { Decoder } from './decoder.ts';
import type { EdiMessage } from './message.ts';
import type { Offset } from './moments.ts';

export interface DecodeOptions {
  /**
   * Offset from UTC of the sender's local times; UTC where nothing is agreed. With `local`, moments whose zone the message
   * does not name stay local times without `Z`, for a reader who knows where each of them happens.
   */
  timeZoneOffsetMinutes?: Offset;
  /** Our own addresses: an interchange for anybody else is an error. Unchecked where absent. */
  receivers?: string[];
  /**
   * Bytes of the largest message that is read, 16 MiB where nothing is said: decoding takes about ten times its message.
   * A longer one is an error, is counted to its end, and gives no statements.
   */
  longestMessageBytes?: number;
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

/** The same message by message, so that memory is bounded by the largest message rather than by what is made of the file. */
export function* decodeStream(bytes: Uint8Array, options: DecodeOptions = {}): Generator<DecodedPart> {
  const decoder = new Decoder(options);
  yield* decoder.push(bytes);
  yield* decoder.end();
}
