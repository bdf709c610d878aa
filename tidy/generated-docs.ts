import { EVENT_TYPES, type EventType, eventDefinition, REFUSALS } from '@intakt/contract';
import ts from 'typescript';
import { ediPage } from './edi-page.ts';
import { SOURCES } from './repository.ts';
import { describeFields, sampleOf } from './schema-words.ts';
import { treeOf, visit } from './syntax.ts';

/** Pages that say what the contract and the message tables say; `npm run generate --workspace tidy` writes them, a test compares. */
export const GENERATED_DOCS: Record<string, () => string> = {
  'docs/refusals.md': refusalsPage,
  'docs/events.md': eventsPage,
  'docs/edi.md': ediPage,
};

const NOTE = '<!-- Generated from the contract: npm run generate --workspace tidy -->';

function refusalsPage(): string {
  const sections = Object.entries(REFUSALS).map(([code, { status, title, detail }]) =>
    [`## ${code.toLowerCase().replaceAll('_', '-')}`, `\`${code}\` · HTTP ${status} · **${title}**`, detail].join(
      '\n\n',
    ),
  );
  const lead =
    'Whatever Intakt refuses, it answers as problem details (RFC 9457, `application/problem+json`) with one of these codes\n' +
    'in `code` and the values of the case in `values`. A word in braces stands for such a value.';
  return `${[NOTE, '# Refusals', lead, ...sections].join('\n\n')}\n`;
}

function eventsPage(): string {
  const lead =
    'Everything that a partner may say. An event is sent as `{ type, source, id, occurredAt, data }` to `POST /api/events`,\n' +
    'or made by a door from an EDI message, an EPCIS event or a sheet. The **speaker** is whose statement it is; if another\n' +
    'party records it, it stands as a *reported*, unconfirmed fact. The **parties** see it, and those whom a sharing\n' +
    'agreement over its kind of data adds.';
  return `${[NOTE, '# Events', lead, ...EVENT_TYPES.map(eventSection)].join('\n\n')}\n`;
}

function eventSection(type: EventType): string {
  const { data, speaker, parties, recorders, sites, parts, shared, derived } = eventDefinition(type);
  const sample = sampleOf(data);
  const who = [
    `speaker: ${code(speaker(sample))}`,
    `parties: ${list(parties(sample))}`,
    `recorded by: ${derived ? 'Intakt itself' : recordersOf(recorders?.(sample))}`,
    ...(sites ? [`sites: ${list(sites(sample))}`] : []),
    ...(parts ? [`parts: ${list(parts(sample))}`] : []),
    ...(shared ? [`shared as: ${shared.kind}, ${shared.depth}, by ${code(shared.giver(sample))}`] : []),
  ];
  const fields = ['| field | what it is | |', '|---|---|---|', ...describeFields(data)].join('\n');
  return [`## ${type}`, ...commentOf(type), who.map((line) => `- ${line}`).join('\n'), fields].join('\n\n');
}

/** No list means the parties; an empty one means everybody, because the subject may not have joined yet. */
function recordersOf(recorders: string[] | undefined): string {
  if (!recorders) return 'the parties';
  return recorders.length > 0 ? list(recorders) : 'any partner';
}

const code = (text: string): string => `\`${text}\``;
const list = (names: string[]): string => [...new Set(names)].map(code).join(', ');

/** The sentence that stands above the event in the contract. */
function commentOf(type: EventType): string[] {
  const found: string[] = [];
  for (const file of SOURCES.filter((name) => name.startsWith('contract/'))) {
    visit(treeOf(file), (node) => {
      if (!ts.isPropertyAssignment(node) || !ts.isStringLiteral(node.name) || node.name.text !== type) return;
      const [comment] = ts.getJSDocCommentsAndTags(node);
      if (typeof comment?.comment === 'string') found.push(comment.comment);
    });
  }
  return found;
}
