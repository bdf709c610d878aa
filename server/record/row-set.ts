import type { Transaction } from '@intakt/database';
import { Mixtures, type Part } from './mixtures.ts';

export type Row = Record<string, unknown>;
/** A table and the leading values of its primary key; fewer values than the key has mean all rows below it. */
export interface Need {
  table: string;
  key: string[];
  /** The key as one text, made once. */
  text: string;
}
export interface Column {
  column: string;
  type: string;
}
/** Primary key and columns of each table, read from the catalogue once. */
export type Tables = Record<string, { key: Column[]; columns: Column[] }>;

/** What is to be written to a table. Of what was added the database is known to hold nothing under the same key. */
export interface RowChanges {
  table: string;
  added: Row[];
  changed: Row[];
  /** Keys alone. */
  removed: Row[];
}

const SEPARATOR = '\u0000';
const keyText = (values: unknown[]): string => values.join(SEPARATOR);

export const need = (table: string, ...key: string[]): Need => ({ table, key, text: keyText(key) });

interface Change {
  table: TableRows;
  key: string;
  before: Row | undefined;
  wasDirty: boolean;
}

/**
 * The rows that a group of events reads and writes, held in memory while the group is folded.
 * Rows are replaced, never mutated, so that a refused unit can be undone without a savepoint.
 */
export class RowSet {
  readonly #tables: Tables;
  readonly #rows = new Map<string, TableRows>();
  #group = 0;
  #journal: Change[] = [];

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  get<R extends Row = Row>(table: string, ...key: string[]): R | undefined {
    return this.#table(table).rows.get(keyText(key)) as R | undefined;
  }

  /** All rows whose key begins with the given values. */
  list<R extends Row = Row>(table: string, ...prefix: string[]): R[] {
    return this.#table(table).below(keyText(prefix), prefix.length) as R[];
  }

  put(table: string, row: Row): void {
    this.#replace(table, this.#keyOf(table, row), row);
  }

  remove(table: string, row: Row): void {
    this.#replace(table, this.#keyOf(table, row), undefined);
  }

  mark(): number {
    return this.#journal.length;
  }

  undo(mark: number): void {
    for (const { table, key, before, wasDirty } of this.#journal.splice(mark).reverse()) {
      table.set(key, before);
      if (!wasDirty) table.dirty.delete(key);
    }
  }

  /** Loads, in one statement, what is needed and not here yet. What is here goes before what the database says. */
  async load(reader: Pick<Transaction, 'kept'>, needs: Need[]): Promise<void> {
    const missing = this.#unmet(needs);
    if (missing.size === 0) return;
    const { text, values } = selectStatement(missing, this.#tables);
    for (const { t, r } of await reader.kept<{ t: string; r: Row }>(text, values)) {
      const key = this.#keyOf(t, r);
      if (!this.#table(t).rows.has(key)) this.#table(t).set(key, r);
      this.#table(t).stored.add(key);
    }
    for (const [table, wanted] of missing) for (const one of wanted) this.#table(table).markLoaded(one, this.#group);
  }

  isComplete(needs: Need[]): boolean {
    return needs.every(({ table, text }) => this.#table(table).isLoaded(text, this.#group));
  }

  /** Where more is held than wanted, forgets what neither the group before this one nor this one has touched. */
  beginGroup(wanted: number): void {
    this.#group += 1;
    if (this.weight > wanted) for (const rows of this.#rows.values()) rows.forgetBefore(this.#group - 1);
  }

  /** Rows and absences held. */
  get weight(): number {
    let weight = 0;
    for (const { rows, loaded } of this.#rows.values()) weight += rows.size + loaded.size;
    return weight;
  }

  changes(): RowChanges[] {
    return [...this.#rows]
      .filter(([, { dirty }]) => dirty.size > 0)
      .map(([table, rows]) => {
        const changes: RowChanges = { table, added: [], changed: [], removed: [] };
        for (const key of rows.dirty) {
          const row = rows.rows.get(key);
          if (!row) changes.removed.push(this.#keyColumns(table, key));
          else if (rows.isAbsent(key)) changes.added.push(row);
          else changes.changed.push(row);
        }
        return changes;
      });
  }

  /** The changes are written: they are what the database holds. */
  settle(): void {
    this.#journal = [];
    for (const rows of this.#rows.values()) rows.settle(this.#group);
  }

  #unmet(needs: Need[]): Map<string, Set<Need>> {
    const missing = new Map<string, Set<Need>>();
    const seen = new Map<string, Set<string>>();
    for (const one of needs) {
      const { table, text } = one;
      if (this.#table(table).isLoaded(text, this.#group)) continue;
      if (!missing.has(table)) {
        missing.set(table, new Set());
        seen.set(table, new Set());
      }
      if (seen.get(table)!.has(text)) continue;
      seen.get(table)!.add(text);
      missing.get(table)!.add(one);
    }
    return missing;
  }

  #replace(name: string, key: string, row: Row | undefined): void {
    const table = this.#table(name);
    this.#journal.push({ table, key, before: table.rows.get(key), wasDirty: table.dirty.has(key) });
    table.set(key, row);
    table.dirty.add(key);
  }

  #table(name: string): TableRows {
    let table = this.#rows.get(name);
    if (!table) {
      table = new TableRows();
      this.#rows.set(name, table);
    }
    return table;
  }

  #keyOf(table: string, row: Row): string {
    const known = this.#tables[table];
    if (!known) throw new Error(`bug: ${table} is no table with a primary key`);
    const values: unknown[] = [];
    for (const { column } of known.key) values.push(row[column]);
    return keyText(values);
  }

  #keyColumns(table: string, key: string): Row {
    const values = key.split(SEPARATOR);
    return Object.fromEntries(this.#tables[table]!.key.map(({ column }, i) => [column, values[i]]));
  }
}

/** One table's rows by key, with an index for each length of prefix that was asked for. */
class TableRows {
  readonly rows = new Map<string, Row | undefined>();
  /** Keys and leading parts of keys that were looked up, with the group that asked for them last. */
  readonly loaded = new Map<string, number>();
  readonly dirty = new Set<string>();
  /** Keys of which the database holds a row. */
  readonly stored = new Set<string>();
  /** Keys with the group that wrote them last. */
  readonly #written = new Map<string, number>();
  /** How many values of the key were given where rows were loaded. */
  readonly #loadedLengths = new Set<number>();
  readonly #byPrefix = new Map<number, Map<string, Set<string>>>();

  set(key: string, row: Row | undefined): void {
    if (!this.rows.has(key)) for (const [length, index] of this.#byPrefix) addToIndex(index, length, key);
    this.rows.set(key, row);
  }

  isLoaded(text: string, group: number): boolean {
    const last = this.loaded.get(text);
    if (last === undefined) return false;
    if (last !== group) this.loaded.set(text, group);
    return true;
  }

  markLoaded({ text, key }: Need, group: number): void {
    this.loaded.set(text, group);
    this.#loadedLengths.add(key.length);
  }

  /** Whether what was loaded tells that the database holds no row of this key. */
  isAbsent(key: string): boolean {
    return !this.stored.has(key) && this.#isCovered(key);
  }

  #isCovered(key: string): boolean {
    if (this.loaded.has(key)) return true;
    for (const length of this.#loadedLengths) if (this.loaded.has(prefixOf(key, length))) return true;
    return false;
  }

  /** Rows that belong to a look-up stay with it: a part of them would be taken for all. */
  forgetBefore(group: number): void {
    for (const [text, last] of this.loaded) if (last < group) this.loaded.delete(text);
    for (const [key, last] of this.#written) if (last < group) this.#written.delete(key);
    for (const key of this.rows.keys()) {
      if (this.#written.has(key) || this.#isCovered(key)) continue;
      this.rows.delete(key);
      this.stored.delete(key);
      for (const [length, index] of this.#byPrefix) index.get(prefixOf(key, length))?.delete(key);
    }
  }

  /** What was dirty is now what the database holds. */
  settle(group: number): void {
    for (const key of this.dirty) {
      this.#written.set(key, group);
      if (this.rows.get(key)) this.stored.add(key);
      else this.stored.delete(key);
    }
    this.dirty.clear();
  }

  below(prefix: string, length: number): Row[] {
    const found: Row[] = [];
    for (const key of this.#index(length).get(prefix) ?? []) {
      const row = this.rows.get(key);
      if (row) found.push(row);
    }
    return found;
  }

  #index(length: number): Map<string, Set<string>> {
    let index = this.#byPrefix.get(length);
    if (!index) {
      index = new Map();
      for (const key of this.rows.keys()) addToIndex(index, length, key);
      this.#byPrefix.set(length, index);
    }
    return index;
  }
}

/** The first values of a key; all of it where it has no more. */
function prefixOf(key: string, length: number): string {
  let end = -1;
  for (let n = 0; n < length; n++) {
    end = key.indexOf(SEPARATOR, end + 1);
    if (end < 0) return key;
  }
  return key.slice(0, end);
}

function addToIndex(index: Map<string, Set<string>>, length: number, key: string): void {
  const prefix = prefixOf(key, length);
  const keys = index.get(prefix);
  if (keys) keys.add(key);
  else index.set(prefix, new Set([key]));
}

const lookups = new WeakMap<Tables, Mixtures>();

/** Of each database its own: another one may have other tables. */
function lookupsOf(tables: Tables): Mixtures {
  const known = lookups.get(tables) ?? new Mixtures((texts) => texts.join(' union all '));
  lookups.set(tables, known);
  return known;
}

/**
 * One `union all` over all tables; the keys travel as one JSON array per table and key length. The lateral join with its
 * `offset 0` makes the planner look each key up in the index, whatever it believes of the sizes.
 */
function selectStatement(missing: Map<string, Set<Need>>, tables: Tables): { text: string; values: (string | null)[] } {
  const parts: Part[] = [];
  for (const [table, wanted] of missing)
    for (const [length, list] of Map.groupBy(wanted, ({ key }) => key.length))
      parts.push({
        slot: `${table}/${length}`,
        text: branchText(table, length, tables),
        values: [JSON.stringify(list.map(({ key }) => key))],
      });
  return lookupsOf(tables).statement(parts);
}

function branchText(table: string, length: number, tables: Tables): string {
  const match = tables[table]!.key.slice(0, length).map(({ column, type }, i) => `r.${column} = (k ->> ${i})::${type}`);
  return `select '${table}' as t, to_json(r) as r from json_array_elements($1::json) k
    cross join lateral (select * from ${table} r where ${match.join(' and ')} offset 0) r`;
}
