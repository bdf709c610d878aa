/**
 * What a field of a fixed-width record holds. `number3` has three decimals that are not written; a `day` is YYMMDD and a
 * `time` HHMM, and zeros in either mean that there is none.
 */
export type FieldKind = 'text' | 'number' | 'number3' | 'day' | 'time';

export interface RecordField {
  name: string;
  /** Places from 1, as the recommendations count. */
  start: number;
  length: number;
  kind: FieldKind;
}

/** One record type in the versions whose positions are settled. Field 1 is the record type, field 2 its version. */
export interface RecordDefinition {
  type: string;
  versions: readonly string[];
  name: string;
  fields: readonly RecordField[];
  /** Place of each field in the list, from 0. */
  indexes: ReadonlyMap<string, number>;
  /** Places that no field takes, as start and end from 0. */
  gaps: readonly [number, number][];
}

export const RECORD_LENGTH = 128;

/** A record remembers which of its fields have been read in the bits of one number. */
const MOST_FIELDS = 31;

const LINE = /^(\w+) (\d+)-(\d+) (text|number3?|day|time)$/;

/**
 * Reads the notation of the record tables: one field a line, its name, its places and what it holds, as in
 * `customer 6-14 text`.
 */
export function record(type: string, versions: string, name: string, notation: string): RecordDefinition {
  const fields = notation.trim().split('\n').map(readField);
  const type1 = { name: 'type', start: 1, length: 3, kind: 'text' } as const;
  const version = { name: 'version', start: 4, length: 2, kind: 'text' } as const;
  const all = [type1, version, ...fields];
  if (all.length > MOST_FIELDS)
    throw new Error(`Record ${type} has ${all.length} fields; expected ${MOST_FIELDS} at most`);
  const indexes = new Map(all.map((field, index) => [field.name, index]));
  return { type, versions: versions.split(' '), name, fields: all, indexes, gaps: gapsOf(all) };
}

function gapsOf(fields: readonly RecordField[]): [number, number][] {
  const ends = [...fields.map(({ start, length }) => start - 1 + length), RECORD_LENGTH];
  const starts = [...fields.map(({ start }) => start - 1), RECORD_LENGTH];
  return starts
    .map((start, index): [number, number] => [ends[index - 1] ?? 0, start])
    .filter(([from, to]) => from < to);
}

function readField(line: string): RecordField {
  const [, name, from, to, kind] = LINE.exec(line.trim()) ?? [];
  if (!name) throw new Error(`Record table cannot be read at "${line.trim()}"`);
  return { name, start: Number(from), length: Number(to) - Number(from) + 1, kind: kind as FieldKind };
}

/** Fields that repeat with a number behind their name: dates and quantities of a schedule. */
export function repeated(first: number, last: number, from: number, fields: [string, number, FieldKind][]): string {
  const lines: string[] = [];
  let start = from;
  for (let number = first; number <= last; number++)
    for (const [name, length, kind] of fields) {
      lines.push(`${name}${number} ${start}-${start + length - 1} ${kind}`);
      start += length;
    }
  return lines.join('\n');
}
