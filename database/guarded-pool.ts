import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

type OnClient = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/**
 * A pool that refuses a second connection inside an open transaction of the same caller. On the embedded database that
 * would wait for itself for ever, and on a server it would when the pool is used up, or read beside the transaction.
 */
export class GuardedPool extends pg.Pool {
  /** Whether a connection has a session of its own, in which statements can be kept by name. */
  readonly keepsStatements: boolean;
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>();

  constructor(config: pg.PoolConfig, { keepsStatements }: { keepsStatements: boolean }) {
    super(config);
    this.keepsStatements = keepsStatements;
  }

  /** Marks everything that `work` calls as being inside a transaction, until it has ended. */
  async guard<T>(work: () => Promise<T>): Promise<T> {
    const mark = { open: true };
    try {
      return await this.#inside.run(mark, work);
    } finally {
      mark.open = false;
    }
  }

  assertOutside(): void {
    if (!this.#inside.getStore()?.open) return;
    throw new Error(
      'Bug: a query on the database inside an open transaction. Use the transaction (tx.query, tx.kysely) that is open, or start this work after it has ended.',
    );
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: OnClient): void;
  override connect(callback?: OnClient): Promise<pg.PoolClient> | undefined {
    try {
      this.assertOutside();
    } catch (error) {
      if (!callback) return Promise.reject(error);
      process.nextTick(callback, error as Error, undefined, () => {});
      return undefined;
    }
    if (!callback) return super.connect();
    super.connect(callback);
    return undefined;
  }
}
