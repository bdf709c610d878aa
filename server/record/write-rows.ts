import type { Part } from './mixtures.ts';
import type { Column, Row, RowChanges, Tables } from './row-set.ts';

/**
 * Stands in every statement: nothing is written unless the common table expression `head`, which each is joined with,
 * has found the ledger's head where the group was folded from, and moved it.
 */
export const IF_HEAD_MOVED = 'exists (select from head)';

type Kind = 'insert' | 'upsert' | 'delete';

/** One statement for what is new in a table, one for what changed, one for what went. */
export function rowParts(changes: RowChanges[], tables: Tables): Part[] {
  return changes.flatMap(({ table, added, changed, removed }) => [
    ...rowPart('insert', table, added, tables),
    ...rowPart('upsert', table, changed, tables),
    ...rowPart('delete', table, removed, tables),
  ]);
}

function rowPart(kind: Kind, table: string, rows: Row[], tables: Tables): Part[] {
  if (rows.length === 0) return [];
  const { key, columns } = tables[table]!;
  const values = (kind === 'delete' ? key : columns).map((column) => parameterValue(column, rows));
  return [{ slot: `${kind} ${table}`, text: textOf(kind, table, tables), values }];
}

const texts = new Map<string, string>();

function textOf(kind: Kind, table: string, tables: Tables): string {
  const slot = `${kind} ${table}`;
  let text = texts.get(slot);
  if (!text) {
    text = TEXTS[kind](table, tables);
    texts.set(slot, text);
  }
  return text;
}

const TEXTS: Record<Kind, (table: string, tables: Tables) => string> = {
  insert: insertText,
  upsert: (table, tables) => {
    const { key, columns } = tables[table]!;
    const isKey = new Set(key.map(({ column }) => column));
    const settings = columns.filter(({ column }) => !isKey.has(column)).map(({ column: c }) => `${c} = excluded.${c}`);
    return `${insertText(table, tables)} on conflict (${[...isKey].join(', ')}) do update set ${settings.join(', ')}`;
  },
  delete: (table, tables) => {
    const { key } = tables[table]!;
    const match = key.map((column) => `t.${column.column} = ${fieldOf(column)}`);
    return `delete from ${table} t using ${rowsFrom(key)} where ${[...match, IF_HEAD_MOVED].join(' and ')}`;
  },
};

function insertText(table: string, tables: Tables): string {
  const { columns } = tables[table]!;
  const names = columns.map(({ column }) => column).join(', ');
  return `insert into ${table} (${names}) select ${columns.map(fieldOf).join(', ')} from ${rowsFrom(columns)} where ${IF_HEAD_MOVED}`;
}

/**
 * Rows travel column by column, each column one parameter. A column of JSON is one text between separators that JSON never
 * holds, which saves escaping it; every other one is an array literal. A column without rows is null.
 */
const rowsFrom = (columns: Column[]): string =>
  `unnest(${columns.map((column, i) => parameterType(column, i + 1)).join(', ')}) as r(${columns.map(({ column }) => column).join(', ')})`;

const BETWEEN = '\u001e';
const ABSENT = '\u001d';

const isJson = ({ type }: Column): boolean => type === 'json' || type === 'jsonb';
const isArray = ({ type }: Column): boolean => type.endsWith('[]');

function parameterType(column: Column, number: number): string {
  if (isJson(column)) return `string_to_array($${number}, E'\\x1e', E'\\x1d')`;
  return isArray(column) ? `$${number}::text[]` : `$${number}::${column.type}[]`;
}

/** An array of arrays would be taken apart by unnest: its elements travel as text. */
const fieldOf = (column: Column): string =>
  isJson(column) || isArray(column) ? `r.${column.column}::${column.type}` : `r.${column.column}`;

function parameterValue(column: Column, rows: Row[]): string {
  return isJson(column) ? jsonTexts(column.column, rows) : `{${elements(column, rows)}}`;
}

function jsonTexts(name: string, rows: Row[]): string {
  let text = '';
  for (const row of rows) text += `${text && BETWEEN}${isNothing(row[name]) ? ABSENT : JSON.stringify(row[name])}`;
  return text;
}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** Types whose texts need no quotes in an array. */
const BARE = new Set(['uuid', 'boolean', 'integer', 'bigint', 'double precision', 'date', 'timestamp with time zone']);

/** The columns of many rows are the hot path of a group: one pass, one text. */
function elements({ column: name, type }: Column, rows: Row[]): string {
  const isBare = BARE.has(type);
  let text = '';
  for (const row of rows) {
    const value = row[name];
    text += `${text && ','}${isBare ? (value ?? 'null') : elementText(value)}`;
  }
  return text;
}

/** PostgreSQL's text form of an array (its manual, section 8.15.2). */
export const arrayLiteral = (values: readonly unknown[]): string => `{${values.map(elementText).join(',')}}`;

/** The word null would be none, so it is quoted like everything that is no plain name or number. */
const PLAIN = /^(?!null$)[\w.:+-]+$/i;

function elementText(value: unknown): string {
  if (isNothing(value)) return 'null';
  const text = Array.isArray(value) ? arrayOnce(value) : String(value);
  return PLAIN.test(text) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

let last: { values: readonly unknown[]; text: string } = { values: [], text: '{}' };

/** The rows of one event share one audience. */
function arrayOnce(values: readonly unknown[]): string {
  if (last.values !== values) last = { values, text: arrayLiteral(values) };
  return last.text;
}
