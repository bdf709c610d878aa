import type { Database } from '@intakt/database';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';

/** Called with the sequence up to which the ledger grew, or without one: ask the head. */
export type OnGrowth = (sequence?: number) => void;

/** How the servers on one database tell each other that the ledger grew. A lost notice is made up for, never relied on. */
export interface LedgerNotices {
  announce(sequence: number): void;
  listen(on: OnGrowth): Promise<void>;
  stop(): Promise<void>;
}

export const openLedgerNotices = (db: Database, log: Logger, nats?: { url: string; log: string }): LedgerNotices =>
  nats ? new NatsNotices(nats, log) : new DatabaseNotices(db);

/** The statement that writes the events also notifies: nothing is left to announce. */
class DatabaseNotices implements LedgerNotices {
  readonly #db: Database;
  #unlisten: (() => Promise<void>) | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  announce(): void {}

  async listen(on: OnGrowth): Promise<void> {
    this.#unlisten = await this.#db.listen('intakt_ledger', (payload) => on(payload ? Number(payload) : undefined));
  }

  async stop(): Promise<void> {
    await this.#unlisten?.();
  }
}

/** While NATS is away the head is asked this often, so that a feed lags but never stands still. */
const ASK_EVERY_MS = 1000;

/**
 * Over NATS a notice only says "look": whoever hears it asks the head, so that neither another installation on the
 * same NATS nor a forged message can move a feed past what the ledger holds.
 */
class NatsNotices implements LedgerNotices {
  readonly #url: string;
  readonly #subject: string;
  readonly #log: Logger;
  #connection: NatsConnection | undefined;
  #stopped = false;
  #asking: NodeJS.Timeout | undefined;

  constructor({ url, log }: { url: string; log: string }, logger: Logger) {
    this.#url = url;
    this.#subject = `intakt.ledger.${log.replaceAll(/[^\w-]/g, '_')}`;
    this.#log = logger;
  }

  announce(sequence: number): void {
    if (this.#connection?.isClosed() === false) this.#connection.publish(this.#subject, String(sequence));
  }

  /** The house opens whether or not NATS is there; it joins when it comes. */
  async listen(on: OnGrowth): Promise<void> {
    this.#askMeanwhile(on);
    this.#join(on).catch((error) => this.#log.error(error, `NATS at ${this.#url} does not let us in.`));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#asking);
    await this.#connection?.close();
  }

  async #join(on: OnGrowth): Promise<void> {
    const connection = await connect({ servers: this.#url, maxReconnectAttempts: -1, waitOnFirstConnect: true });
    if (this.#stopped) return connection.close();
    this.#connection = connection;
    connection.subscribe(this.#subject, { callback: () => on() });
    await connection.flush();
    this.#connected(on);
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') this.#askMeanwhile(on);
      if (type === 'reconnect') this.#connected(on);
    }
  }

  #askMeanwhile(on: OnGrowth): void {
    clearInterval(this.#asking);
    this.#asking = setInterval(on, ASK_EVERY_MS).unref();
  }

  /** What was announced while nobody was connected is found at the head. */
  #connected(on: OnGrowth): void {
    clearInterval(this.#asking);
    on();
  }
}
