import type { Transaction } from '@intakt/database';

export type Row = Record<string, unknown>;
/** A table and the leading values of its primary key; fewer values than the key has mean all rows below it. */
export interface Need {
  table: string;
  key: string[];
}
/** Primary key (with types) and columns of each table, read from the catalogue once. */
export type Tables = Record<string, { key: { column: string; type: string }[]; columns: string[] }>;

const SEPARATOR = '\u0000';
const keyText = (values: unknown[]): string => values.join(SEPARATOR);

/**
 * The rows that a group of events reads and writes, held in memory while the group is folded.
 * Rows are replaced, never mutated, so that a refused unit can be undone without a savepoint.
 */
export class RowSet {
  readonly #tables: Tables;
  readonly #rows = new Map<string, Map<string, Row | undefined>>();
  readonly #loaded = new Set<string>();
  readonly #dirty = new Map<string, Set<string>>();
  #journal: { table: string; key: string; before: Row | undefined; wasDirty: boolean }[] = [];

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  get<R extends Row = Row>(table: string, ...key: string[]): R | undefined {
    return this.#table(table).get(keyText(key)) as R | undefined;
  }

  /** All rows whose key begins with the given values. */
  list<R extends Row = Row>(table: string, ...prefix: string[]): R[] {
    const start = keyText(prefix) + SEPARATOR;
    const found: R[] = [];
    for (const [key, row] of this.#table(table)) if (row && key.startsWith(start)) found.push(row as R);
    return found;
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
    for (const change of this.#journal.splice(mark).reverse()) {
      this.#table(change.table).set(change.key, change.before);
      if (!change.wasDirty) this.#dirty.get(change.table)?.delete(change.key);
    }
  }

  /** Loads, in one statement, what is needed and not here yet. */
  async load(tx: Transaction, needs: Need[]): Promise<void> {
    const missing = this.#unmet(needs);
    if (missing.size === 0) return;
    const { text, values } = selectStatement(missing, this.#tables);
    for (const { t, r } of await tx.query<{ t: string; r: Row }>(text, values)) {
      const key = this.#keyOf(t, r);
      if (!this.#table(t).has(key)) this.#table(t).set(key, r);
    }
    for (const [table, keys] of missing)
      for (const key of keys.values()) this.#loaded.add(`${table}${SEPARATOR}${keyText(key)}`);
  }

  isComplete(needs: Need[]): boolean {
    return this.#unmet(needs).size === 0;
  }

  /** What is to be written: per table the rows to upsert and the keys to delete. */
  changes(): { table: string; upserts: Row[]; removals: Row[] }[] {
    return [...this.#dirty]
      .filter(([, keys]) => keys.size > 0)
      .map(([table, keys]) => {
        const upserts: Row[] = [];
        const removals: Row[] = [];
        for (const key of keys) {
          const row = this.#table(table).get(key);
          if (row) upserts.push(row);
          else
            removals.push(
              Object.fromEntries(key.split(SEPARATOR).map((value, i) => [this.#tables[table]!.key[i]!.column, value])),
            );
        }
        return { table, upserts, removals };
      });
  }

  #unmet(needs: Need[]): Map<string, Map<string, string[]>> {
    const missing = new Map<string, Map<string, string[]>>();
    for (const { table, key } of needs) {
      const text = keyText(key);
      if (this.#loaded.has(`${table}${SEPARATOR}${text}`)) continue;
      if (!missing.has(table)) missing.set(table, new Map());
      missing.get(table)!.set(text, key);
    }
    return missing;
  }

  #replace(table: string, key: string, row: Row | undefined): void {
    if (!this.#dirty.has(table)) this.#dirty.set(table, new Set());
    const dirty = this.#dirty.get(table)!;
    this.#journal.push({ table, key, before: this.#table(table).get(key), wasDirty: dirty.has(key) });
    this.#table(table).set(key, row);
    dirty.add(key);
  }

  #table(table: string): Map<string, Row | undefined> {
    let rows = this.#rows.get(table);
    if (!rows) {
      rows = new Map();
      this.#rows.set(table, rows);
    }
    return rows;
  }

  #keyOf(table: string, row: Row): string {
    const known = this.#tables[table];
    if (!known) throw new Error(`bug: ${table} is no table with a primary key`);
    return keyText(known.key.map(({ column }) => row[column]));
  }
}

/** One `union all` over all tables; the keys travel as one JSON array per table and key length. */
function selectStatement(
  missing: Map<string, Map<string, string[]>>,
  tables: Tables,
): { text: string; values: string[] } {
  const branches: string[] = [];
  const values: string[] = [];
  for (const [table, wanted] of missing) {
    const byLength = Map.groupBy(wanted.values(), (key) => key.length);
    for (const [length, list] of byLength) {
      values.push(JSON.stringify(list));
      const match = tables[table]!.key.slice(0, length)
        .map(({ column, type }, i) => `r.${column} = (k ->> ${i})::${type}`)
        .join(' and ');
      branches.push(
        `select '${table}' as t, to_jsonb(r) as r from jsonb_array_elements($${values.length}::jsonb) k join ${table} r on ${match}`,
      );
    }
  }
  return { text: branches.join(' union all '), values };
}
