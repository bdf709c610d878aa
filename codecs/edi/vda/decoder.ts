import type { MessageError, PartyReference } from '@intakt/contract';
import type { DecodedPart, DecodeOptions, EdiInterchange } from '../decode.ts';
import { instantOf } from '../moments.ts';
import {
  COUNT_MISMATCH,
  describe,
  ELEMENT_EMPTY,
  HEADER_MISSING,
  MESSAGE_UNSETTLED,
  RECEIVER_UNEXPECTED,
  RECORD_UNKNOWN,
  REFERENCE_REPEATED,
  TRAILER_MISSING,
} from '../problems.ts';
import { compact } from '../reading/party.ts';
import { positionsOf, readVdaMessage, reportRecord } from './message.ts';
import { type ReportField, VdaRecord } from './record.ts';
import { UNSETTLED, VDA_MESSAGES, type VdaMessageDefinition } from './records.ts';
import { type RecordLine, RecordSplitter } from './split-records.ts';

/** Whether a file begins with a VDA record: its type and a version of two digits. */
export const beginsVda = (text: string): boolean => /^[4-9]\d\d0\d/.test(text);

interface Open {
  definition: VdaMessageDefinition;
  header: VdaRecord | undefined;
  first: VdaRecord;
  counts: Map<string, number>;
  /** Records of the message at hand. */
  records: VdaRecord[];
  messages: number;
  errors: MessageError[];
  last: VdaRecord;
}

/** Decodes VDA fixed-width files as their bytes come in; see `Decoder`. Memory is bounded by the largest transport. */
export class VdaDecoder {
  readonly #options: DecodeOptions;
  readonly #splitter: RecordSplitter;
  readonly #references = new Set<string>();
  #open: Open | undefined;
  /** What the bytes so far complete; handed over when a piece of the file has been read. */
  readonly #parts: DecodedPart[] = [];

  /** @param base offset in the file of the first byte that is pushed */
  constructor(options: DecodeOptions = {}, base = 0) {
    this.#options = options;
    this.#splitter = new RecordSplitter(base);
  }

  *push(bytes: Uint8Array): Generator<DecodedPart> {
    for (const line of this.#splitter.push(bytes)) {
      this.#take(line);
      if (this.#parts.length > 0) yield* this.#parts.splice(0);
    }
  }

  *end(): Generator<DecodedPart> {
    for (const line of this.#splitter.push(new Uint8Array(0), true)) this.#take(line);
    if (this.#open) this.#close(this.#open, undefined);
    yield* this.#parts.splice(0);
  }

  #take(line: RecordLine): void {
    const tag = line.line.slice(0, 3);
    const definition = this.#definitionOf(tag);
    const record = new VdaRecord(line, tableOf(definition, line.line));
    const open = this.#open;
    if (open) open.last = record;
    if (open && tag === open.definition.trailer) return this.#close(open, record);
    if (definition && tag === definition.header) {
      if (open) this.#close(open, undefined);
      return this.#begin(definition, record);
    }
    if (!open && !definition) {
      this.#parts.push(refuse(record));
      return;
    }
    if (!open) this.#imply(definition!, record);
    this.#addTo(this.#open!, record);
  }

  /** The recommendation that is open reads its own records; a header opens another one. */
  #definitionOf(tag: string): VdaMessageDefinition | undefined {
    const headed = HEADED.get(tag);
    if (headed || this.#open) return headed ?? this.#open!.definition;
    return DEFINITIONS.find(({ records }) => records.some(({ type }) => type === tag));
  }

  #begin(definition: VdaMessageDefinition, header: VdaRecord): void {
    this.#open = openWith(definition, header, header);
    const { errors, counts } = this.#open;
    counts.set(header.tag, 1);
    const report = reportInto(errors, header);
    if (definition.records.length > 0) reportRecord(header, definition, report);
    const interchange = this.#interchangeOf(definition, header, report);
    this.#checkAddresses(interchange, definition, header, report);
    this.#noteReference(interchange, header, report);
    this.#parts.push({ kind: 'interchange', interchange });
  }

  #imply(definition: VdaMessageDefinition, first: VdaRecord): void {
    this.#open = openWith(definition, undefined, first);
    reportInto(this.#open.errors, first)(HEADER_MISSING, first, { value: first.tag, expected: definition.header });
    this.#parts.push({ kind: 'interchange', interchange: { ...EMPTY, messages: [], errors: [] } });
  }

  #interchangeOf(definition: VdaMessageDefinition, header: VdaRecord, report: ReportField): EdiInterchange {
    if (!header.definition) return { ...EMPTY, messages: [], errors: [] };
    const party = (field: string) => compact<PartyReference>({ code: header.peek(field) });
    const receiver = definition.sender === 'customer' ? 'supplier' : 'customer';
    const day = header.day('transmittedOn', report);
    const { timeZoneOffsetMinutes: offset = 0 } = this.#options;
    return {
      ...EMPTY,
      sender: party(definition.sender),
      receiver: party(receiver),
      controlReference: header.peek('transmission') ?? '',
      ...(day && { preparedAt: instantOf({ day }, offset === 'local' ? 0 : offset) }),
      messages: [],
      errors: [],
    };
  }

  #checkAddresses(
    { sender, receiver }: EdiInterchange,
    definition: VdaMessageDefinition,
    header: VdaRecord,
    report: ReportField,
  ): void {
    if (!header.definition) return;
    const receives = definition.sender === 'customer' ? 'supplier' : 'customer';
    if (!sender.code) report(ELEMENT_EMPTY, header, { expected: 'the sender' }, definition.sender);
    if (!receiver.code) report(ELEMENT_EMPTY, header, { expected: 'the receiver' }, receives);
    const { receivers } = this.#options;
    if (!receivers || receivers.includes(receiver.code ?? '')) return;
    const expected = `one of ${receivers.join(', ')}`;
    report(RECEIVER_UNEXPECTED, header, { value: receiver.code ?? '', expected }, receives);
  }

  /** The same sender's transmission number twice in one file is the same transmission twice. */
  #noteReference({ sender, controlReference }: EdiInterchange, header: VdaRecord, report: ReportField): void {
    const key = JSON.stringify([header.tag, sender, controlReference]);
    const details = { value: controlReference, expected: 'one transmission per number' };
    if (this.#references.has(key)) report(REFERENCE_REPEATED, header, details);
    this.#references.add(key);
  }

  #addTo(open: Open, record: VdaRecord): void {
    if (record.tag === open.definition.message && open.records.length > 0) this.#finish(open);
    open.records.push(record);
    open.counts.set(record.tag, (open.counts.get(record.tag) ?? 0) + 1);
  }

  #finish(open: Open): void {
    const records = open.records.splice(0) as [VdaRecord, ...VdaRecord[]];
    const { definition } = open;
    /* The fields of a header in an unsettled version are nobody's. */
    const header = open.header?.definition && open.header;
    const offsetMinutes = this.#options.timeZoneOffsetMinutes ?? 0;
    const message = readVdaMessage(records, { definition, header, offsetMinutes, index: ++open.messages });
    const unsettled = UNSETTLED.find(({ name }) => name === definition.name);
    if (unsettled) {
      const position = positionsOf(records[0], { message: message.index })(records[0]);
      const known = VDA_MESSAGES.map(({ name }) => `VDA ${name}`).join(', ');
      const value = `VDA ${unsettled.name}, ${unsettled.title}`;
      message.errors = [describe(MESSAGE_UNSETTLED, position, { value, expected: known })];
    }
    this.#parts.push({ kind: 'message', message });
  }

  #close(open: Open, trailer: VdaRecord | undefined): void {
    if (open.records.length > 0) this.#finish(open);
    const report = reportInto(open.errors, open.first);
    const { definition } = open;
    if (!trailer) {
      const expected = `${definition.trailer} for ${definition.header}`;
      report(TRAILER_MISSING, open.last, { value: definition.header, expected });
    } else if (!UNSETTLED.some(({ name }) => name === definition.name)) {
      open.counts.set(trailer.tag, 1);
      reportRecord(trailer, definition, report);
      checkCounts(trailer, open.counts, report);
    }
    this.#open = undefined;
    this.#parts.push({ kind: 'end', errors: open.errors });
  }
}

/** A record that belongs to no recommendation that we know, where a file should begin. */
function refuse(record: VdaRecord): DecodedPart {
  const expected = DEFINITIONS.map(({ header, name }) => `${header} of VDA ${name}`).join(', ');
  const position = positionsOf(record, {})(record);
  return { kind: 'unreadable', error: describe(RECORD_UNKNOWN, position, { value: record.tag, expected }) };
}

const EMPTY = { format: 'vda' as const, sender: {}, receiver: {}, controlReference: '', test: false };

/** What cannot be read has no tables: its records are taken as they stand. */
const DEFINITIONS: readonly VdaMessageDefinition[] = [
  ...VDA_MESSAGES,
  ...UNSETTLED.flatMap(({ name, title, header }) => {
    if (header === undefined) return [];
    const trailer = `${header.slice(0, 2)}9`;
    const opening = { header, trailer, message: trailer, parents: {}, needs: {} };
    return [{ name, title, records: [], ...opening, sender: 'customer' as const }];
  }),
];

const HEADED: ReadonlyMap<string, VdaMessageDefinition> = new Map(
  DEFINITIONS.map((definition) => [definition.header, definition]),
);

/** Tables by type and version, the first five places of a record. */
const TABLES = new Map(
  DEFINITIONS.map((definition) => [
    definition,
    new Map(
      definition.records.flatMap((table) => table.versions.map((version) => [table.type + version, table] as const)),
    ),
  ]),
);

/** The table of a record in the version that it names, or nothing where none settles it. */
const tableOf = (definition: VdaMessageDefinition | undefined, line: string) =>
  definition && TABLES.get(definition)?.get(line.slice(0, 5));

function openWith(definition: VdaMessageDefinition, header: VdaRecord | undefined, first: VdaRecord): Open {
  return { definition, header, first, counts: new Map(), records: [], messages: 0, errors: [], last: first };
}

/** Errors of the envelope stand at records counted from the header. */
function reportInto(errors: MessageError[], first: VdaRecord): ReportField {
  const position = positionsOf(first, {});
  return (problem, record, details, field) =>
    errors.push(
      describe(problem, position(record, field), { ...details, ...(field && { element: record.elementOf(field) }) }),
    );
}

/** The trailer counts the records of each type. */
function checkCounts(trailer: VdaRecord, counts: ReadonlyMap<string, number>, report: ReportField): void {
  for (const { name } of trailer.definition?.fields ?? []) {
    const [, type] = /^count(\d+)$/.exec(name) ?? [];
    if (type === undefined) continue;
    const stated = trailer.number(name, report);
    const actual = counts.get(type) ?? 0;
    if ((stated ?? 0) === actual) continue;
    report(COUNT_MISMATCH, trailer, { value: trailer.peek(name) ?? '', expected: `${actual} of ${type}` }, name);
  }
}
