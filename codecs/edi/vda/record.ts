import { fullYear, isoDay } from '../moments.ts';
import type { Details, Problem } from '../problems.ts';
import { DATE_INVALID, NUMBER_INVALID } from '../problems.ts';
import { RECORD_LENGTH, type RecordDefinition, type RecordField } from './record-table.ts';

/** Notes a problem at a field of the record, or at the record as a whole. */
export type ReportField = (
  problem: Problem,
  record: VdaRecord,
  details: Omit<Details, 'element'>,
  field?: string,
) => void;

/** The calendar day of YYMMDD. */
export function readDay(value: string): string | undefined {
  if (!/^\d{6}$/.test(value)) return undefined;
  return isoDay(fullYear(Number(value.slice(0, 2))), Number(value.slice(2, 4)), Number(value.slice(4, 6)));
}

/** One record of a file: its text, filled up to its full length, and which of its fields have been read. */
export class VdaRecord {
  readonly tag: string;
  readonly version: string;
  readonly line: string;
  /** Records count from 1 in their file. */
  readonly ordinal: number;
  readonly offset: number;
  readonly definition: RecordDefinition | undefined;
  /** One bit for each field of the table; type and version are read by whoever finds the table. */
  #taken = 0b11;

  constructor(at: { line: string; ordinal: number; offset: number }, definition: RecordDefinition | undefined) {
    this.line = at.line.length < RECORD_LENGTH ? at.line.padEnd(RECORD_LENGTH) : at.line;
    this.ordinal = at.ordinal;
    this.offset = at.offset;
    this.tag = this.line.slice(0, 3);
    this.version = this.line.slice(3, 5);
    this.definition = definition;
  }

  /** Value without blanks, marked as read; nothing where the field is blank. */
  text(name: string): string | undefined {
    const index = this.#indexOf(name);
    this.#taken |= 1 << index;
    return this.#value(this.definition!.fields[index]!);
  }

  /** For values that were read and have no place after all. */
  giveBack(...names: string[]): void {
    for (const name of names) this.#taken &= ~(1 << this.#indexOf(name));
  }

  peek(name: string): string | undefined {
    return this.#value(this.definition!.fields[this.#indexOf(name)]!);
  }

  /** A number that somebody gave; zeros stand for none. */
  reference(name: string): string | undefined {
    const value = this.text(name);
    return value && /^0+$/.test(value) ? undefined : value;
  }

  number(name: string, report: ReportField): number | undefined {
    const index = this.#indexOf(name);
    const field = this.definition!.fields[index]!;
    this.#taken |= 1 << index;
    const digits = this.#digits(field) ?? this.#trimmedDigits(field);
    if (digits !== undefined) return field.kind === 'number3' ? digits / 1000 : digits;
    const value = this.#value(field);
    if (value === undefined) return undefined;
    report(NUMBER_INVALID, this, { value, expected: 'digits only' }, name);
    return undefined;
  }

  /** Zeros mean that there is no date. */
  day(name: string, report: ReportField): string | undefined {
    const value = this.reference(name);
    if (value === undefined) return undefined;
    const day = readDay(value);
    if (!day) report(DATE_INVALID, this, { value, expected: 'YYMMDD' }, name);
    return day;
  }

  time(name: string, report: ReportField): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const [, hour, minute] = /^([01]\d|2[0-3])([0-5]\d)$/.exec(value) ?? [];
    if (hour) return `${hour}:${minute}:00`;
    report(DATE_INVALID, this, { value, expected: 'HHMM' }, name);
    return undefined;
  }

  /** Fields count from 1 in the order of their table. */
  elementOf(name: string): number {
    return (this.definition?.indexes.get(name) ?? -1) + 1;
  }

  /** What nobody has read, blanks and zeros apart; a record without a table as a whole. */
  unread(): { element: number; value: string }[] {
    if (!this.definition) {
      const value = this.line.slice(5).trimEnd();
      return value ? [{ element: 3, value }] : [];
    }
    const { fields } = this.definition;
    const found: { element: number; value: string }[] = [];
    for (let index = 0; index < fields.length; index++) {
      if (this.#taken & (1 << index)) continue;
      const { start, length } = fields[index]!;
      if (this.#isBlank(start - 1, start - 1 + length)) continue;
      found.push({ element: index + 1, value: this.#value(fields[index]!)! });
    }
    return this.#isFilledOutside() ? [...found, ...this.#outsideOfFields()] : found;
  }

  #isFilledOutside(): boolean {
    if (this.line.length > RECORD_LENGTH) return true;
    for (const [from, to] of this.definition!.gaps) if (!this.#isBlank(from, to)) return true;
    return false;
  }

  /** Whether nothing but blanks and zeros stands there. */
  #isBlank(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const sign = this.line.charCodeAt(at);
      if (sign !== BLANK && sign !== ZERO) return false;
    }
    return true;
  }

  /** Text in places that the table leaves blank, and behind the last place of the record. */
  #outsideOfFields(): { element: number; value: string }[] {
    const { gaps } = this.definition!;
    const found = gaps.map(([from, to]) => this.line.slice(from, to).trim());
    const value = [...found, this.line.slice(RECORD_LENGTH).trim()].filter(Boolean).join(' ');
    return value && !/^[0 ]+$/.test(value) ? [{ element: this.definition!.fields.length + 1, value }] : [];
  }

  /** The number of a field that is filled with digits; at most thirteen places, so that it is exact. */
  #digits({ start, length }: RecordField): number | undefined {
    let number = 0;
    for (let at = start - 1; at < start - 1 + length; at++) {
      const digit = this.line.charCodeAt(at) - ZERO;
      if (digit < 0 || digit > 9) return undefined;
      number = number * 10 + digit;
    }
    return number;
  }

  #trimmedDigits(field: RecordField): number | undefined {
    const value = this.#value(field);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  }

  #indexOf(name: string): number {
    const index = this.definition?.indexes.get(name);
    if (index === undefined) throw new Error(`Record ${this.tag} has no field ${name}`);
    return index;
  }

  #value({ start, length }: RecordField): string | undefined {
    return this.line.slice(start - 1, start - 1 + length).trim() || undefined;
  }
}

const BLANK = 0x20;
const ZERO = 0x30;
