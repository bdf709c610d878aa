import type { MessageError } from '@intakt/contract';
import type { DecodedPart } from '../decode.ts';

/** One mistake of a file, as `intakt edi check` prints it. */
export interface CheckError {
  code: string;
  /** Line of the file, from 1. */
  line: number;
  segment: string;
  element?: number;
  component?: number;
  value?: string;
  expected: string;
}

export interface CheckReport {
  file: string;
  format: string | null;
  messages: number;
  /** Segments of all messages, headers and trailers counted. */
  segments: number;
  /** Statements; each becomes an event where its parties and parts are known. */
  events: number;
  errors: CheckError[];
  warnings?: CheckError[];
}

/** A file that is wrong in more places than these is wrong altogether; the last entry says how many there were. */
export const MOST_ERRORS = 10_000;

/** Sums up the parts of a file as they come; memory does not grow with the file. */
export class FileCheck {
  readonly #file: string;
  #format: string | null = null;
  #messages = 0;
  #segments = 0;
  #events = 0;
  #found = 0;
  readonly #errors: MessageError[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  take(part: DecodedPart): void {
    if (part.kind === 'unreadable') this.#note([part.error]);
    if (part.kind === 'end') this.#note(part.errors);
    if (part.kind === 'interchange') {
      this.#format ??= part.interchange.format;
      this.#note(part.interchange.errors);
    }
    if (part.kind === 'message') {
      this.#messages++;
      this.#segments += part.message.segments;
      this.#events += part.message.statements.length;
      this.#note(part.message.errors);
    }
  }

  /** Places in the file whose lines the report names, in ascending order. */
  get offsets(): number[] {
    return [...new Set(this.#errors.map(({ position }) => position.offset))].sort((a, b) => a - b);
  }

  report(lineOf: (offset: number) => number, withWarnings = false): CheckReport {
    const all = this.#errors.map((error) => ({ severity: error.severity, entry: entryOf(error, lineOf) }));
    const of = (severity: string) => all.filter((error) => error.severity === severity).map(({ entry }) => entry);
    return {
      file: this.#file,
      format: this.#format,
      messages: this.#messages,
      segments: this.#segments,
      events: this.#events,
      errors: [...of('error'), ...this.#beyond()],
      ...(withWarnings && { warnings: of('warning') }),
    };
  }

  #note(errors: readonly MessageError[]): void {
    this.#found += errors.length;
    for (const error of errors) if (this.#errors.length < MOST_ERRORS) this.#errors.push(error);
  }

  #beyond(): CheckError[] {
    if (this.#found <= MOST_ERRORS) return [];
    const expected = `at most ${MOST_ERRORS} mistakes and warnings, which are listed`;
    return [{ code: 'TOO_MANY_ERRORS', line: 1, segment: '', value: String(this.#found), expected }];
  }
}

function entryOf({ code, position, value, expected }: MessageError, lineOf: (offset: number) => number): CheckError {
  const { tag, element, component, offset } = position;
  return {
    code,
    line: lineOf(offset),
    segment: tag,
    ...(element !== undefined && { element }),
    ...(component !== undefined && { component }),
    ...(value !== undefined && { value }),
    expected,
  };
}

/** Finds the lines of some places while the bytes of a file go by once more. */
export class LineFinder {
  readonly #offsets: readonly number[];
  readonly #lines = new Map<number, number>();
  #next = 0;
  #at = 0;
  #line = 1;

  /** @param offsets places in ascending order */
  constructor(offsets: readonly number[]) {
    this.#offsets = offsets;
  }

  push(bytes: Uint8Array): void {
    for (let index = 0; this.#next < this.#offsets.length && index <= bytes.length; index++) {
      while (this.#offsets[this.#next] === this.#at + index) this.#lines.set(this.#offsets[this.#next++]!, this.#line);
      if (bytes[index] === 0x0a) this.#line++;
    }
    this.#at += bytes.length;
  }

  /** The line of a place; of one behind the last byte, the last line. */
  lineOf = (offset: number): number => this.#lines.get(offset) ?? this.#line;
}
