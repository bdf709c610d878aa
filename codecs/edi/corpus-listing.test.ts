import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MessageError, Statement } from '@intakt/contract';
import { expect, test } from 'vitest';
import { decode } from './index.ts';

const folder = process.env.INTAKT_DATA ? join(process.env.INTAKT_DATA, 'edi') : undefined;
const LISTING = fileURLToPath(new URL('golden/corpus.txt', import.meta.url));

/**
 * What every file of the corpus gives, for a reviewer to read: its messages, the figures of each statement with a digest
 * of all that it says, and every mistake by its place. The texts of the files, which are others', are not repeated.
 */
test.skipIf(!folder)('the corpus says what the listing says (needs INTAKT_DATA)', async () => {
  const files = (readdirSync(folder!, { recursive: true }) as string[]).filter((name) =>
    /\.(edi|edifact|vda)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(60);
  const listing = files.sort().map(linesOf).join('\n');
  await expect(listing).toMatchFileSnapshot(LISTING);
});

function linesOf(file: string): string {
  const answer = decode(readFileSync(join(folder!, file)));
  const lines = answer.ok ? answer.interchanges.flatMap(interchangeLines) : answer.errors.map(errorLine);
  return [file, ...lines].join('\n  ').concat('\n');
}

type Interchange = Extract<ReturnType<typeof decode>, { ok: true }>['interchanges'][number];

const interchangeLines = ({ format, errors, messages }: Interchange): string[] => [
  `${format}, ${messages.length} messages`,
  ...errors.map(errorLine),
  ...messages.flatMap(({ type, segments, statements, errors: mistakes, unmapped }) => [
    `  ${type}: ${segments} segments, ${unmapped.length} values unmapped`,
    ...statements.map((statement) => `    ${figuresOf(statement)} · ${digestOf(statement)}`),
    ...mistakes.map((error) => `    ${errorLine(error)}`),
  ]),
];

const errorLine = ({ severity, code, position: { segment, tag, element, component } }: MessageError): string =>
  [severity, code, `at ${segment} ${tag}`, element && `element ${element}`, component && `component ${component}`]
    .filter(Boolean)
    .join(' ');

/** Of everything that the statement says, wherever it stood. */
const digestOf = (statement: Statement): string =>
  createHash('sha256')
    .update(JSON.stringify(statement, (key, value) => (key === 'position' ? undefined : value)))
    .digest('hex')
    .slice(0, 12);

function figuresOf(statement: Statement): string {
  switch (statement.kind) {
    case 'schedule': {
      const { quantities, cumulative, authorisations = [], packaging = [], releasedOn, scheduleKind } = statement;
      const days = quantities.map(({ from }) => from).sort();
      const due = quantities.length > 0 ? `, ${sum(quantities)} due ${days[0]} to ${days.at(-1)}` : '';
      const horizons = [...new Set(quantities.map(({ horizon }) => horizon))].join(' ');
      const position = Object.keys(cumulative ?? {}).join(' ') || 'no position';
      return `${scheduleKind} of ${releasedOn}: ${quantities.length} quantities${due} (${horizons}), ${position}, ${authorisations.length} authorisations, ${packaging.length} packagings`;
    }
    case 'despatch': {
      const { lines, units, despatchedAt, expectedAt } = statement;
      const nested = units.filter(({ parent }) => parent).length;
      return `despatch at ${despatchedAt ?? '?'}, expected ${expectedAt ?? '?'}: ${lines.length} lines of ${sum(lines)}, ${units.length} units, ${nested} of them in another`;
    }
    case 'receipt':
      return `receipt at ${statement.receivedAt}: ${statement.lines.length} lines of ${sum(statement.lines)}`;
    case 'inventory':
      return `inventory at ${statement.countedAt}: ${statement.lines.map(({ measure, quantity }) => `${quantity} ${measure}`).join(', ')}`;
    case 'sequence':
      return `sequence, ${statement.binding}: ${statement.calls.length} calls of ${statement.calls.flatMap(({ items }) => items).length} items`;
    case 'transport-order':
      return `transport order: ${statement.goods.length} goods, ${statement.grossMassKg ?? '?'} kg, collect ${statement.collectAt ?? '?'}, deliver ${statement.deliverAt ?? '?'}`;
    case 'transport-status':
      return `transport status: ${statement.happenings.map(({ status, at }) => `${status} ${at ?? ''}`.trim()).join(', ')}`;
    case 'application-advice':
      return `application advice, ${statement.outcome}: ${statement.errors.length} errors`;
    case 'acknowledgement':
      return `acknowledgement, ${statement.outcome}: ${statement.groups.length} groups, ${statement.messages.length + statement.groups.flatMap(({ messages }) => messages).length} messages`;
  }
}

const sum = (lines: { quantity: number }[]): number => lines.reduce((total, { quantity }) => total + quantity, 0);
