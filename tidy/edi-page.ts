import path from 'node:path';
import {
  decode,
  MESSAGES,
  type MessageDefinition,
  type RecordDefinition,
  type RecordField,
  UNSETTLED,
  VDA_MESSAGES,
  type VdaMessageDefinition,
  WRITERS,
} from '@intakt/edi';
import ts from 'typescript';
import { importsOf, treeOf, visit } from './syntax.ts';

const NOTE = '<!-- Generated from the message tables: npm run generate --workspace tidy -->';

const LEAD =
  'Every EDI message that Intakt reads and writes, from the tables by which it does. A segment that is read has at least one\n' +
  'value that becomes part of a statement; what is left of it, and every segment that is not read, is checked against the\n' +
  'table and stands among the unmapped values of the message: shown, never dropped. `npx intakt edi read FILE` shows it for a\n' +
  'file. In the tables `!` is mandatory, `:9` at most nine times, `:n` without limit, and brackets hold what a segment opens.';

/** docs/edi.md: per message, what is read, written and ignored. */
export function ediPage(): string {
  const names = [...new Set(MESSAGES.map(({ name }) => name))];
  const sections = [...names.map(messageSection), ...VDA_MESSAGES.map(vdaSection), unsettledSection()];
  return `${[NOTE, '# EDI messages', LEAD, overview(names), ...sections].join('\n\n')}\n`;
}

function overview(names: string[]): string {
  const rows = [
    ...names.map((name) => `| [${name}](#${name.toLowerCase()}) | ${versionsRead(name)} | ${writtenAs(name)} |`),
    ...VDA_MESSAGES.map(({ name, title }) => `| [VDA ${name}](#vda-${name}) | ${title} | ${writtenAs(name)} |`),
  ];
  return ['| message | read in | written |', '|---|---|---|', ...rows].join('\n');
}

const definitionsOf = (name: string): MessageDefinition[] => MESSAGES.filter((message) => message.name === name);

function versionsRead(name: string): string {
  const definitions = definitionsOf(name);
  if (definitions[0]!.format === 'x12') return '002001 to 005010';
  return definitions
    .map(({ version }) => (/^\d\d[A-C]$/.test(version) ? `D.${version}` : `version ${version}`))
    .join(', ');
}

function writtenAs(name: string): string {
  const writers = WRITERS.filter(({ message }) => message === name);
  const said = writers.map(({ version, kind }) => `${versionWords(version)} from \`${kind}\` statements`);
  return said.join('; ') || (ANSWERS.has(name) ? 'in answer to what was read' : 'no');
}

/** A UN directory by its name; X12 releases, VDA records and CONTRL count their versions. */
const versionWords = (version: string): string => (/^\d\d[A-C]$/.test(version) ? `D.${version}` : `version ${version}`);

/** Acknowledgements are written from what was decoded, not from statements. */
const ANSWERS = new Set(['CONTRL', '997', '999', 'TA1']);

function messageSection(name: string): string {
  const definitions = definitionsOf(name);
  const newest = definitions.at(-1)!;
  const tags = [...new Set(definitions.flatMap(({ slots }) => tagsOf(slots)))];
  const mentioned = new Set(definitions.flatMap((definition) => [...tagsReadBy(definition)]));
  const read = tags.filter((tag) => mentioned.has(tag));
  const ignored = tags.filter((tag) => !mentioned.has(tag));
  const from = newest.format === 'x12' ? `functional group ${newest.functionalGroup}` : versionWords(newest.version);
  const lists = [`- read: ${read.join(', ')}`, ...(ignored.length > 0 ? [`- ignored: ${ignored.join(', ')}`] : [])];
  return [
    `## ${name}`,
    `Read in ${versionsRead(name)}. Written: ${writtenAs(name)}. The table is that of ${from}.`,
    lists.join('\n'),
    ['```text', ...wrapped(notation(newest.slots)), '```'].join('\n'),
  ].join('\n\n');
}

type Slots = MessageDefinition['slots'];

const tagsOf = (slots: Slots): string[] => slots.flatMap(({ tag, group }) => [tag, ...tagsOf(group ?? [])]);

function notation(slots: Slots): string {
  const most = (max: number): string => (max === Number.POSITIVE_INFINITY ? ':n' : max > 1 ? `:${max}` : '');
  const one = ({ tag, max, mandatory, group }: Slots[number]): string =>
    `${tag}${most(max)}${mandatory ? '!' : ''}${group ? `(${notation(group)})` : ''}`;
  return slots.map(one).join(' ');
}

const WIDTH = 116;

function wrapped(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line && line.length + word.length + 1 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

const EDI = 'codecs/edi';

/** The tags that the reading of a message, or what it calls on, looks for by name. */
function tagsReadBy({ name, version }: MessageDefinition): Set<string> {
  const file = readingFiles().get(`${name} ${version}`);
  if (!file) throw new Error(`codecs/edi/messages.ts names no reading for ${name} ${version}`);
  const tags = new Set<string>();
  for (const source of reachable(file))
    visit(treeOf(source), (node) => {
      if (ts.isStringLiteralLike(node) && /^[A-Z][A-Z0-9]{1,2}$/.test(node.text)) tags.add(node.text);
    });
  return tags;
}

/** Which file reads which message, as messages.ts enrols them. */
function readingFiles(): Map<string, string> {
  const messages = `${EDI}/messages.ts`;
  const homes = new Map<string, string>();
  const files = new Map<string, string>();
  visit(treeOf(messages), (node) => {
    if (
      ts.isImportDeclaration(node) &&
      node.importClause?.namedBindings &&
      ts.isNamedImports(node.importClause.namedBindings)
    )
      for (const { name } of node.importClause.namedBindings.elements)
        homes.set(name.text, path.posix.join(EDI, (node.moduleSpecifier as ts.StringLiteral).text));
    if (!ts.isCallExpression(node)) return;
    const [name, version] = node.arguments;
    const last = node.arguments.at(-1);
    const reader = last && ts.isCallExpression(last) ? last.expression : last;
    if (!name || !version || !reader || !ts.isStringLiteral(name) || !ts.isIdentifier(reader)) return;
    const home = homes.get(reader.text);
    const own = definitionsOf(name.text).map((definition) => definition.version);
    const read = ts.isStringLiteral(version) && own.includes(version.text) ? [version.text] : own;
    for (const each of read) if (home) files.set(`${name.text} ${each}`, home);
  });
  return files;
}

function reachable(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { specifier } of importsOf(file).filter(({ specifier: from }) => from.startsWith('.'))) {
    const next = path.posix.join(path.posix.dirname(file), specifier);
    if (next.startsWith(`${EDI}/reading/`)) reachable(next, seen);
  }
  return seen;
}

function vdaSection(message: VdaMessageDefinition): string {
  const ignored = ignoredFields(message);
  return [
    `## VDA ${message.name}`,
    `${capital(message.title)}, in records of 128 places. Written: ${writtenAs(message.name)}.`,
    ...message.records.map((record) => recordSection(record, ignored)),
  ].join('\n\n');
}

function recordSection({ type, versions, name, fields }: RecordDefinition, ignored: Set<string>): string {
  const rows = fields.slice(2).map(({ name: field, start, length, kind }) => {
    const places = length === 1 ? String(start) : `${start}–${start + length - 1}`;
    return `| ${places} | \`${field}\` | ${KINDS[kind]} | ${ignored.has(`${type} ${field}`) ? 'ignored' : 'read'} |`;
  });
  const head = `**${type}** ${name}, version ${versions.join(' or ')}`;
  return [head, ['| places | field | holds | |', '|---|---|---|---|', ...rows].join('\n')].join('\n\n');
}

const KINDS: Record<RecordField['kind'], string> = {
  text: 'text',
  number: 'digits',
  number3: 'digits, three of them decimals',
  day: 'YYMMDD',
  time: 'HHMM',
};

/** Found by reading a transmission in which every field has a value: what stands unmapped is ignored. */
function ignoredFields({ records, header, trailer, name }: VdaMessageDefinition): Set<string> {
  const lines = records.map((record) => filled(record));
  const answer = decode(new TextEncoder().encode(lines.join('\n')));
  const messages = answer.ok ? answer.interchanges.flatMap((interchange) => interchange.messages) : [];
  if (messages.length !== 1) throw new Error(`VDA ${name} does not read its own tables`);
  const ignored = messages[0]!.unmapped.map(({ position: { tag, element } }) => {
    const { fields } = records.find(({ type }) => type === tag)!;
    return `${tag} ${fields[element! - 1]!.name}`;
  });
  const unused = records.find(({ type }) => type === header)!.fields.filter((field) => !HEADER_FIELDS.has(field.name));
  return new Set([
    ...ignored.filter((field) => !field.startsWith(trailer)),
    ...unused.map((field) => `${header} ${field.name}`),
  ]);
}

/** What a header says of the interchange and of all its messages. */
const HEADER_FIELDS = new Set([
  'type',
  'version',
  'customer',
  'supplier',
  'transmission',
  'transmittedOn',
  'zeroedOn',
  'carrier',
]);

/** Values that mean something where not every value does. */
const SAMPLES: Record<string, string> = {
  unit: 'ST',
  vehicleKey: '01',
  despatchType: '03',
  firstLabel: '000000001',
  lastLabel: '000000001',
};

function filled({ type, versions, fields }: RecordDefinition): string {
  const places = Array.from({ length: 128 }, () => ' ');
  for (const field of fields.slice(2)) {
    const value = SAMPLES[field.name] ?? sampleOf(field);
    places.splice(field.start - 1, value.length, ...value);
  }
  return `${type}${versions.at(-1)}${places.slice(5).join('')}`;
}

function sampleOf({ kind, length }: RecordField): string {
  if (kind === 'day') return '260302';
  if (kind === 'time') return '0600';
  if (kind === 'text') return 'X'.repeat(Math.min(length, 2));
  return (kind === 'number3' ? '1000' : '1').padStart(length, '0');
}

function unsettledSection(): string {
  const lines = UNSETTLED.map(({ name, title, instead }) => `- VDA ${name}, ${title}. ${instead}`);
  const lead =
    'The positions of their fields could not be settled from public sources. A file of one of these is refused by name, with\n' +
    'every record kept, rather than read by guess, and `npx intakt edi write` refuses to write one.';
  return ['## Neither read nor written', lead, lines.join('\n')].join('\n\n');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
