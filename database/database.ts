import type { Kysely } from 'kysely';
import type pg from 'pg';

/** On whose behalf a transaction runs. Row security reads it; see principal.ts for the settings it becomes. */
export type Principal =
  | { kind: 'organisation'; org: string; sites?: string[] }
  | { kind: 'person'; org: string; person?: string; sites?: string[] }
  | { kind: 'device'; org: string; device: string }
  /** `object` is what the link opens and nothing else, for example 'shipment:…'. */
  | { kind: 'link'; link: string; object: string }
  | { kind: 'feed'; orgs: string[] };

export interface Transaction {
  // biome-ignore lint/suspicious/noExplicitAny: rows have the shape of the caller's own SQL.
  query<Row = any>(text: string, values?: unknown[]): Promise<Row[]>;
  /**
   * The same for a text that comes again and again: each connection of a server parses and plans it once, and anew whenever
   * its runs have quadrupled, since tables grow. Only for a bounded number of texts. The embedded database has no use for it and runs it like any other.
   */
  // biome-ignore lint/suspicious/noExplicitAny: rows have the shape of the caller's own SQL.
  kept<Row = any>(text: string, values: unknown[]): Promise<Row[]>;
  // biome-ignore lint/suspicious/noExplicitAny: the tables' types belong to whoever writes the migrations.
  readonly kysely: Kysely<any>;
}

/** Connections of their own for statements that look everything up by key: each is planned so once, however small the tables. */
export interface ByKey {
  /** Outside of a transaction: one round trip, committed when it is answered. */
  kept: Transaction['kept'];
  /** As the owner of the tables. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

export interface Database {
  readonly kind: 'embedded' | 'postgresql';
  /** For the start-up line, for example 'PostgreSQL 15.20'. */
  readonly description: string;
  /** The connections themselves, for libraries that speak `pg`. A query on it inside an open transaction is refused. */
  readonly pool: pg.Pool;
  /** One transaction as the given principal, seeing and writing what row security lets it. */
  as<T>(who: Principal, work: (tx: Transaction) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>;
  /** One transaction as the owner of the tables. */
  system<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** For the recorder. The embedded database has one session, and does it there. */
  readonly byKey: ByKey;
  /**
   * Calls `on` with each payload notified on the channel, until the returned function is called. When the connection was
   * lost and is there again, `on` is called with '' once: something may have been missed, so look.
   */
  listen(channel: string, on: (payload: string) => void): Promise<() => Promise<void>>;
  /** The embedded database's files as a tarball, to be opened as a `snapshot`. A server is saved with backup(). */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}
