import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { Transaction } from './database.ts';
import type { GuardedPool } from './guarded-pool.ts';

/** Opens a transaction with `begin`, does the work and commits; any throw rolls back and is passed on. */
export async function runTransaction<T>(
  pool: GuardedPool,
  begin: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  // A connection that dies between two statements tells it as an event, which would end the process if nobody heard it.
  client.on('error', onError);
  try {
    return await pool.guard(() => runOn(client, pool.keepsStatements, begin, work));
  } catch (error) {
    broken ??= await rollBack(client);
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** One kept statement as a transaction of its own. */
export async function runAlone<Row>(pool: GuardedPool, text: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await pool.query(pool.keepsStatements ? { name: nameOf(text), text, values } : { text, values });
  return rows as Row[];
}

async function runOn<T>(
  client: pg.PoolClient,
  keepsStatements: boolean,
  begin: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  await client.query(begin);
  const tx = new OpenTransaction(client, keepsStatements);
  try {
    const result = await work(tx);
    await commit(client);
    return result;
  } finally {
    tx.end();
  }
}

/** PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error; a swallowed error must not look saved. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command === 'COMMIT') return;
  throw new Error(
    'Bug: nothing was saved, because a statement of this transaction failed and its error was swallowed.',
  );
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

class OpenTransaction implements Transaction {
  readonly #client: pg.PoolClient;
  // biome-ignore lint/suspicious/noExplicitAny: see Transaction.
  #kysely: Kysely<any> | undefined;
  readonly #keepsStatements: boolean;
  #ended = false;

  constructor(client: pg.PoolClient, keepsStatements: boolean) {
    this.#client = client;
    this.#keepsStatements = keepsStatements;
  }

  // biome-ignore lint/suspicious/noExplicitAny: see Transaction.
  async kept<Row = any>(text: string, values: unknown[]): Promise<Row[]> {
    if (!this.#keepsStatements) return this.query<Row>(text, values);
    this.#assertOpen();
    return (await this.#client.query({ name: nameOf(text), text, values })).rows as Row[];
  }

  // biome-ignore lint/suspicious/noExplicitAny: see Transaction.
  async query<Row = any>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.run(text, values)).rows as Row[];
  }

  async run(text: string, values: unknown[]): Promise<pg.QueryResult> {
    this.#assertOpen();
    return lastOf(await (values.length === 0 ? this.#client.query(text) : this.#client.query(text, values)));
  }

  // biome-ignore lint/suspicious/noExplicitAny: see Transaction.
  get kysely(): Kysely<any> {
    this.#kysely ??= new Kysely({ dialect: dialectOf(this) });
    return this.#kysely;
  }

  end(): void {
    this.#ended = true;
  }

  #assertOpen(): void {
    if (this.#ended)
      throw new Error('Bug: a query on a transaction that has ended. Await every query inside its work.');
  }
}

const runs = new Map<string, { name: string; count: number }>();

/**
 * One name for one text, on every connection, and a new one each time the text has run four times as often as when it got its
 * last: a plan that was made while the tables were small looks rows up by whichever index comes first.
 */
function nameOf(text: string): string {
  let known = runs.get(text);
  if (!known) {
    known = { name: `kept_${runs.size}`, count: 0 };
    runs.set(text, known);
  }
  known.count += 1;
  return `${known.name}_${Math.floor(Math.log2(known.count) / 2)}`;
}

/** Several statements in one text give several results, which pg's types do not say; the last one is the answer. */
function lastOf(results: pg.QueryResult | pg.QueryResult[]): pg.QueryResult {
  return Array.isArray(results) ? results.at(-1)! : results;
}

function dialectOf(tx: OpenTransaction): Dialect {
  const connection: DatabaseConnection = {
    executeQuery: (compiled) => executeOn(tx, compiled),
    streamQuery() {
      throw new Error('Bug: streaming is not offered inside a transaction; read in batches.');
    },
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new NestedDriver(connection),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

async function executeOn<Row>(tx: OpenTransaction, compiled: CompiledQuery): Promise<QueryResult<Row>> {
  const result = await tx.run(compiled.sql, [...compiled.parameters]);
  const numAffectedRows = result.rowCount === null ? undefined : BigInt(result.rowCount);
  return { rows: (result.rows ?? []) as Row[], ...(numAffectedRows === undefined ? {} : { numAffectedRows }) };
}

/** Kysely's own transactions become savepoints, because the connection is in a transaction already. */
class NestedDriver implements Driver {
  readonly #connection: DatabaseConnection;
  #depth = 0;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#depth += 1;
    await connection.executeQuery(CompiledQuery.raw(`savepoint nested_${this.#depth}`));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release savepoint nested_${this.#depth}`));
    this.#depth -= 1;
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to savepoint nested_${this.#depth}`));
    this.#depth -= 1;
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}
