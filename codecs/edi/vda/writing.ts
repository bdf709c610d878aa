import { localDigits } from '../moments.ts';
import type { Control } from '../writing/control.ts';
import { RECORD_LENGTH, type RecordDefinition, type RecordField } from './record-table.ts';
import type { VdaMessageDefinition } from './records.ts';

/** What a transmission needs beyond its statements. Its number has five digits. */
export interface VdaControl extends Control {
  /** Number of the transmission before this one. */
  previousReference?: string;
  /** What ends a record: a line feed unless told otherwise; nothing for systems that count 128 places. */
  lineEnd?: '' | '\n' | '\r\n';
}

export type FieldValues = Record<string, string | number | undefined>;

/** Writes the records of one transmission and counts them for the trailer. */
export class RecordWriter {
  readonly #definition: VdaMessageDefinition;
  readonly #lines: string[] = [];
  readonly #counts = new Map<string, number>();

  constructor(definition: VdaMessageDefinition) {
    this.#definition = definition;
  }

  /** One record; fields that are left out stay blank, or zeros where they hold digits. */
  add(type: string, values: FieldValues): void {
    const definition = this.#definition.records.find((candidate) => candidate.type === type)!;
    this.#counts.set(type, (this.#counts.get(type) ?? 0) + 1);
    this.#lines.push(writeRecord(definition, values));
  }

  /** The lines with the trailer behind them. */
  end(): string[] {
    const { trailer, records } = this.#definition;
    this.#counts.set(trailer, 1);
    const counts = records.map(({ type }) => [`count${type}`, this.#counts.get(type) ?? 0] as const);
    const { fields } = records.find(({ type }) => type === trailer)!;
    const known = counts.filter(([name]) => fields.some((field) => field.name === name));
    this.#lines.push(writeRecord(records.find(({ type }) => type === trailer)!, Object.fromEntries(known)));
    return this.#lines;
  }
}

function writeRecord(definition: RecordDefinition, values: FieldValues): string {
  const places = new Array<string>(RECORD_LENGTH).fill(' ');
  const all = { ...values, type: definition.type, version: definition.versions.at(-1) };
  for (const name of Object.keys(values))
    if (!definition.fields.some((field) => field.name === name))
      throw new Error(`Record ${definition.type} has no field ${name}`);
  for (const field of definition.fields) {
    const written = writeField(definition.type, field, (all as FieldValues)[field.name]);
    for (let place = 0; place < field.length; place++) places[field.start - 1 + place] = written[place]!;
  }
  return places.join('');
}

/** A value that does not fit is no value of the partner's any more when it is cut: nothing is cut. */
function writeField(type: string, { name, length, kind }: RecordField, value: string | number | undefined): string {
  const isDigits = kind !== 'text';
  const written = digitsOf(kind, value);
  if (written.length > length) throw new RangeError(`VDA ${type} ${name} takes ${length} places; got "${value}"`);
  if (!/^[ -~\u00a0-\u00ff]*$/.test(written)) throw new RangeError(`VDA ${type} ${name} is ISO 8859-1; got "${value}"`);
  return isDigits ? written.padStart(length, '0') : written.padEnd(length);
}

function digitsOf(kind: RecordField['kind'], value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value < 0) throw new RangeError(`VDA quantities have no sign; got ${value}`);
  return String(Math.round(kind === 'number3' ? value * 1000 : value));
}

/** YYMMDD of a calendar day. */
export const vdaDay = (day: string | undefined): string | undefined => day?.replaceAll('-', '').slice(2);

/** Local YYMMDD and HHMM of an instant. */
export function vdaMoment(instant: string | undefined, { timeZoneOffsetMinutes = 0 }: Control): [string?, string?] {
  if (instant === undefined) return [];
  const digits = localDigits(instant, timeZoneOffsetMinutes);
  return [digits.slice(2, 8), digits.slice(8, 12)];
}

/** The transmission number in its five digits. */
export function transmission(reference: string | undefined): string | undefined {
  if (reference === undefined) return undefined;
  if (!/^\d{1,5}$/.test(reference)) throw new Error(`VDA transmission numbers have five digits; got "${reference}"`);
  return reference.padStart(5, '0');
}

function toBytes(lines: string[], { lineEnd = '\n' }: VdaControl): Uint8Array {
  const text = lines.map((line) => line + lineEnd).join('');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Transmissions one behind the other in one file, each with the number after the one before it. */
export function writeTransmissions<T>(
  groups: T[][],
  control: VdaControl,
  write: (group: T[], control: VdaControl) => string[],
): Uint8Array {
  const numbers = groups.map((_, index) => String(Number(control.reference) + index));
  const lines = groups.flatMap((group, index) => {
    const previousReference = index > 0 ? numbers[index - 1] : control.previousReference;
    return write(group, { ...control, reference: numbers[index]!, ...(previousReference && { previousReference }) });
  });
  return toBytes(lines, control);
}
