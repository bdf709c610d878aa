import type { MessageError, MessagePosition, Statement } from '@intakt/contract';
import type { EdiMessage } from '../message.ts';
import type { Offset } from '../moments.ts';
import { describe, MISSING, RECORD_TOO_LONG, RECORD_UNKNOWN, RECORD_VERSION_UNKNOWN, UNEXPECTED } from '../problems.ts';
import type { VdaNode, VdaReading } from './node.ts';
import { readCallOff } from './read-call-off.ts';
import { readTransport } from './read-transport.ts';
import type { ReportField, VdaRecord } from './record.ts';
import { RECORD_LENGTH } from './record-table.ts';
import type { VdaMessageDefinition } from './records.ts';

const READERS: Readonly<Record<string, (node: VdaNode, reading: VdaReading) => Statement[]>> = {
  '4905': readCallOff,
  '4913': readTransport,
};

export interface VdaSource {
  definition: VdaMessageDefinition;
  header: VdaRecord | undefined;
  index: number;
  offsetMinutes: Offset;
}

/** The records of one message, its opening record first, to statements, errors and what found no place. */
export function readVdaMessage(records: [VdaRecord, ...VdaRecord[]], source: VdaSource): EdiMessage {
  const [head] = records;
  const errors: MessageError[] = [];
  const { definition, header, index } = source;
  const known = head.definition && head.tag === definition.message;
  const reference = (known && head.peek(definition.name === '4905' ? 'callOff' : 'consignment')) || '';
  const position = positionsOf(head, { message: index, messageReference: reference });
  const report: ReportField = (problem, record, details, field) =>
    errors.push(
      describe(problem, position(record), { ...details, ...(field && { element: record.elementOf(field) }) }),
    );
  for (const record of records) reportRecord(record, definition, report);
  const root = hang(records, definition, report);
  const read = known ? READERS[definition.name] : undefined;
  const statements = read?.(root, { header, offsetMinutes: source.offsetMinutes, position, report }) ?? [];
  const unmapped: EdiMessage['unmapped'] = [];
  for (const record of records)
    for (const { element, value } of record.unread())
      unmapped.push({ position: { ...position(record), element, component: 1 }, value });
  return { index, reference, type: `VDA ${definition.name}`, statements, errors, unmapped, segments: records.length };
}

/** Records count from 1 within their message, as segments do. */
export function positionsOf(head: VdaRecord, message: Pick<MessagePosition, 'message' | 'messageReference'>) {
  return (record: VdaRecord, field?: string): MessagePosition => ({
    ...message,
    segment: record.ordinal - head.ordinal + 1,
    tag: record.tag,
    offset: record.offset,
    ...(field && { element: record.elementOf(field) }),
  });
}

/** A record that no table settles is named, and its text stays among the unmapped values. */
export function reportRecord(record: VdaRecord, { name, records }: VdaMessageDefinition, report: ReportField): void {
  const table = records.find(({ type }) => type === record.tag);
  if (!table) {
    const expected = `${records.map(({ type }) => type).join(', ')} of VDA ${name}`;
    report(RECORD_UNKNOWN, record, { value: record.tag, expected });
  } else if (!record.definition) {
    report(RECORD_VERSION_UNKNOWN, record, { value: record.version, expected: table.versions.join(' or ') });
  }
  if (record.line.length > RECORD_LENGTH && record.line.trimEnd().length > RECORD_LENGTH) {
    const value = record.line.slice(RECORD_LENGTH).trim();
    report(RECORD_TOO_LONG, record, { value, expected: `${RECORD_LENGTH} characters` });
  }
}

/** Every record ends up in the tree; one whose parent is not there hangs under the first and is reported. */
function hang(records: [VdaRecord, ...VdaRecord[]], definition: VdaMessageDefinition, report: ReportField): VdaNode {
  const root: VdaNode = { record: records[0], children: [] };
  const open = [root];
  for (const record of records.slice(1)) {
    const node: VdaNode = { record, children: [] };
    const parent = definition.parents[record.tag];
    const depth = open.findLastIndex((candidate) => candidate.record.tag === parent);
    if (depth < 0 && parent !== undefined) report(UNEXPECTED, record, { expected: `${parent} before it` });
    open.length = Math.max(depth, 0) + 1;
    open.at(-1)!.children.push(node);
    open.push(node);
  }
  checkNeeds(root, definition, report);
  return root;
}

function checkNeeds(node: VdaNode, definition: VdaMessageDefinition, report: ReportField): void {
  const needed = definition.needs[node.record.tag];
  if (needed && !node.children.some(({ record }) => record.tag === needed))
    report(MISSING, node.children.at(-1)?.record ?? node.record, { expected: `${needed} after ${node.record.tag}` });
  for (const child of node.children) checkNeeds(child, definition, report);
}
