import type { Instant } from './primitives.ts';
import type { MessagePosition, PartyReference } from './references.ts';
import type { Statement } from './statements.ts';

/** What a codec answers: interchanges of messages, each with its statements and with everything wrong with it. */

/** What was wrong, where, and what would have been right. */
export interface MessageError {
  position: MessagePosition;
  /** Stable code, e.g. `SEGMENT_MISSING`, `DATE_INVALID`, `COUNT_MISMATCH`. */
  code: string;
  value?: string;
  expected: string;
  message: string;
  /** A warning is shown but does not stop the message. */
  severity: 'error' | 'warning';
}

export interface DecodedMessage {
  index: number;
  reference: string;
  /** e.g. `DELFOR D.04A GAVB11`, `856 002001`. */
  type: string;
  statements: Statement[];
  errors: MessageError[];
  /** Paths of elements that were read but have no place in the statement: shown, never dropped silently. */
  unmapped: { position: MessagePosition; value: string }[];
}

/** One interchange, decoded. `unreadable` when not even its envelope could be understood. */
export interface DecodedInterchange {
  format: 'edifact' | 'x12' | 'vda';
  sender: PartyReference;
  receiver: PartyReference;
  controlReference: string;
  preparedAt?: Instant;
  test: boolean;
  messages: DecodedMessage[];
  errors: MessageError[];
}
export type DecodeAnswer = { ok: true; interchanges: DecodedInterchange[] } | { ok: false; errors: MessageError[] };
