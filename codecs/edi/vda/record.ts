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
  readonly #taken = new Set<string>(['type', 'version']);

  constructor(at: { line: string; ordinal: number; offset: number }, definition: RecordDefinition | undefined) {
    this.line = at.line.padEnd(RECORD_LENGTH);
    this.ordinal = at.ordinal;
    this.offset = at.offset;
    this.tag = this.line.slice(0, 3);
    this.version = this.line.slice(3, 5);
    this.definition = definition;
  }

  /** Value without blanks, marked as read; nothing where the field is blank. */
  text(name: string): string | undefined {
    this.#taken.add(name);
    return this.#value(this.#field(name));
  }

  /** For values that were read and have no place after all. */
  giveBack(...names: string[]): void {
    for (const name of names) this.#taken.delete(name);
  }

  peek(name: string): string | undefined {
    return this.#value(this.#field(name));
  }

  /** A number that somebody gave; zeros stand for none. */
  reference(name: string): string | undefined {
    const value = this.text(name);
    return value && /^0+$/.test(value) ? undefined : value;
  }

  number(name: string, report: ReportField): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (/^\d+$/.test(value)) return this.#field(name).kind === 'number3' ? Number(value) / 1000 : Number(value);
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
    const found: { element: number; value: string }[] = [];
    for (const [index, field] of this.definition.fields.entries()) {
      const value = this.#taken.has(field.name) ? undefined : this.#value(field);
      if (value && !/^0+$/.test(value)) found.push({ element: index + 1, value });
    }
    return [...found, ...this.#outsideOfFields()];
  }

  /** Text in places that the table leaves blank, and behind the last place of the record. */
  #outsideOfFields(): { element: number; value: string }[] {
    const { gaps } = this.definition!;
    const found = gaps.map(([from, to]) => this.line.slice(from, to).trim());
    const value = [...found, this.line.slice(RECORD_LENGTH).trim()].filter(Boolean).join(' ');
    return value && !/^[0 ]+$/.test(value) ? [{ element: this.definition!.fields.length + 1, value }] : [];
  }

  #field(name: string): RecordField {
    const index = this.definition?.indexes.get(name);
    const field = index === undefined ? undefined : this.definition?.fields[index];
    if (!field) throw new Error(`Record ${this.tag} has no field ${name}`);
    return field;
  }

  #value({ start, length }: RecordField): string | undefined {
    return this.line.slice(start - 1, start - 1 + length).trim() || undefined;
  }
}
