import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { ByKey, Database, Principal, Transaction } from './database.ts';
import { EmbeddedServer } from './embedded/embedded-server.ts';
import { GuardedPool } from './guarded-pool.ts';
import { Listener } from './listener.ts';
import { runAlone, runTransaction } from './open-transaction.ts';
import manifest from './package.json' with { type: 'json' };
import { openingStatement } from './principal.ts';
import { assertRolesAreHarmless } from './roles.ts';
import { VALUE_PARSERS } from './value-parsers.ts';

export { type BackupManifest, backup } from './backup.ts';
export type { ByKey, Database, Principal, Transaction } from './database.ts';
export { migrate } from './migrate.ts';
export { FEED_ROLE, REQUEST_ROLE } from './principal.ts';
export { restore } from './restore.ts';

export type DatabaseOptions = {
  /** A PostgreSQL server, for example postgres://intakt@db/intakt. Goes before the other two. */
  url?: string;
  /** The folder of the embedded database. */
  dataDir?: string;
  /** An embedded database that is gone when it is closed. */
  memory?: boolean;
  /** What dump() gave, for an embedded database that is new. */
  snapshot?: Uint8Array;
  maxConnections?: number;
  /** A statement that runs longer is ended; on the embedded database everybody's connection is, and it starts again. */
  statementLimitMs?: number;
  /** A transaction in which nothing happens for longer is rolled back. */
  idleTransactionMs?: number;
  log?: (text: string) => void;
};

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const limits = {
    statementLimitMs: options.statementLimitMs ?? 120_000,
    idleTransactionMs: options.idleTransactionMs ?? 10_000,
    log: options.log ?? (() => {}),
  };
  if (options.url) return openServer(options.url, options, limits);
  if (options.dataDir || options.memory) return openEmbedded(options, limits);
  throw new Error('openDatabase needs a url, a dataDir, or memory: true.');
}

type Limits = Required<Pick<DatabaseOptions, 'statementLimitMs' | 'idleTransactionMs' | 'log'>>;

async function openEmbedded(options: DatabaseOptions, limits: Limits): Promise<Database> {
  const server = await EmbeddedServer.open({ ...limits, dataDir: options.dataDir, snapshot: options.snapshot });
  const config = { stream: () => server.connect(), user: 'postgres', database: 'postgres', ssl: false };
  return new OpenDatabase(config, options, {
    kind: 'embedded',
    description: `embedded PGlite ${manifest.dependencies['@electric-sql/pglite']} (PostgreSQL ${server.version})`,
    dump: () => server.dump(),
    close: () => server.close(),
  });
}

/** Text forms of dates must not depend on how the server was set up, so they are asked for when connecting. */
const SESSION = '-c datestyle=ISO -c timezone=UTC';
/** No value of a look-up by key is worth a plan of its own, and none is to become a scan because its table was small. */
const BY_KEY_SESSION = `${SESSION} -c enable_seqscan=off -c plan_cache_mode=force_generic_plan`;
/** The recorder writes one group while it looks up for the next. */
const BY_KEY_CONNECTIONS = 3;

async function openServer(url: string, options: DatabaseOptions, limits: Limits): Promise<Database> {
  const config = {
    connectionString: url,
    options: SESSION,
    statement_timeout: limits.statementLimitMs,
    idle_in_transaction_session_timeout: limits.idleTransactionMs,
  };
  const database = new OpenDatabase(config, options, {
    kind: 'postgresql',
    description: 'PostgreSQL',
    dump: noDump,
    close: async () => {},
  });
  try {
    database.description = `PostgreSQL ${await serverVersion(database)}`;
    await database.system(assertRolesAreHarmless);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

const OLDEST_SERVER = 150_000;

async function serverVersion(database: Database): Promise<string> {
  const { rows } = await database.pool.query(
    `select current_setting('server_version_num')::int as number, split_part(current_setting('server_version'), ' ', 1) as name`,
  );
  if (rows[0].number >= OLDEST_SERVER) return rows[0].name;
  throw new Error(`The server is PostgreSQL ${rows[0].name}; Intakt needs 15 or newer.`);
}

async function noDump(): Promise<never> {
  throw new Error('A PostgreSQL server has no folder to dump; use backup(), which works for both kinds.');
}

const CLOSE_LIMIT_MS = 10_000;

type Backend = Pick<Database, 'kind' | 'description' | 'dump' | 'close'>;

class OpenDatabase implements Database {
  readonly kind: Database['kind'];
  description: string;
  readonly pool: GuardedPool;
  readonly byKey: ByKey;
  readonly dump: Database['dump'];
  readonly #byKeyPool: GuardedPool;
  readonly #listener: Listener;
  readonly #closeBackend: () => Promise<void>;
  #closing: Promise<void> | undefined;

  constructor(config: pg.ClientConfig, options: DatabaseOptions, backend: Backend) {
    const log = options.log ?? (() => {});
    const client = { ...config, types: VALUE_PARSERS, application_name: 'intakt' };
    this.kind = backend.kind;
    this.description = backend.description;
    this.dump = backend.dump;
    this.#closeBackend = backend.close;
    this.#listener = new Listener(client, log);
    const openPool = (more: pg.PoolConfig): GuardedPool => {
      const pool = new GuardedPool({ ...client, ...more }, { keepsStatements: backend.kind === 'postgresql' });
      pool.on('error', (error) => log(`A waiting database connection was lost: ${error.message}`));
      return pool;
    };
    this.pool = openPool({ max: options.maxConnections ?? 20 });
    const byKeyPool =
      backend.kind === 'embedded' ? this.pool : openPool({ max: BY_KEY_CONNECTIONS, options: BY_KEY_SESSION });
    this.#byKeyPool = byKeyPool;
    this.byKey = {
      kept: (text, values) => runAlone(byKeyPool, text, values),
      transaction: (work) => runTransaction(byKeyPool, 'begin', work),
    };
  }

  async as<T>(who: Principal, work: (tx: Transaction) => Promise<T>, options?: { readOnly?: boolean }): Promise<T> {
    return runTransaction(this.pool, openingStatement(who, options?.readOnly ?? false), work);
  }

  system<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return runTransaction(this.pool, 'begin', work);
  }

  async listen(channel: string, on: (payload: string) => void): Promise<() => Promise<void>> {
    this.pool.assertOutside();
    return this.#listener.listen(channel, on);
  }

  /** Waits for transactions that are open, but not for ever: a connection that nobody gives back must not stop a stop. */
  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    await this.#listener.close();
    const pools = [...new Set([this.pool, this.#byKeyPool])].map((pool) => pool.end());
    await Promise.race([Promise.all(pools), wait(CLOSE_LIMIT_MS, undefined, { ref: false })]);
    await this.#closeBackend();
  }
}
