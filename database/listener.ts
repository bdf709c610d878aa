import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

type OnPayload = (payload: string) => void;

/** One connection that listens on all channels asked for, and comes back by itself when it was lost. */
export class Listener {
  readonly #config: pg.ClientConfig;
  readonly #log: (text: string) => void;
  readonly #channels = new Map<string, Set<OnPayload>>();
  #client: Promise<pg.Client> | undefined;
  #established: pg.Client | undefined;
  /** What the server was told last: one connection takes one command after the other. */
  #told: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(config: pg.ClientConfig, log: (text: string) => void) {
    this.#config = config;
    this.#log = log;
  }

  async listen(channel: string, on: OnPayload): Promise<() => Promise<void>> {
    // One caller may listen twice with the same function and end only one of them.
    const own: OnPayload = (payload) => on(payload);
    const client = await this.#ready();
    this.#channels.set(channel, (this.#channels.get(channel) ?? new Set()).add(own));
    await this.#tell(client, 'listen', channel);
    return async () => this.#stop(channel, own);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#established?.end();
  }

  async #ready(): Promise<pg.Client> {
    this.#client ??= this.#connect();
    try {
      return await this.#client;
    } catch (error) {
      this.#client = undefined;
      throw error;
    }
  }

  /** The caller hears nothing from here on; telling the server need not be waited for, nor succeed. */
  #stop(channel: string, own: OnPayload): void {
    const listeners = this.#channels.get(channel);
    listeners?.delete(own);
    if (listeners?.size !== 0) return;
    this.#channels.delete(channel);
    if (!this.#closed && this.#established) this.#tell(this.#established, 'unlisten', channel).catch(() => {});
  }

  #tell(client: pg.Client, what: 'listen' | 'unlisten', channel: string): Promise<unknown> {
    const done = this.#told.then(() => client.query(`${what} ${pg.escapeIdentifier(channel)}`));
    this.#told = done.catch(() => {});
    return done;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    client.on('error', (error) => this.#log(`The listening connection was lost: ${error.message}`));
    client.on('notification', ({ channel, payload }) => this.#deliver(channel, payload ?? ''));
    client.once('end', () => this.#comeBack(client));
    await client.connect();
    for (const channel of this.#channels.keys()) await this.#tell(client, 'listen', channel);
    this.#established = client;
    return client;
  }

  /** A connection that ends before it was established is tried again by whoever asked for it. */
  #comeBack(client: pg.Client): void {
    if (this.#closed || client !== this.#established) return;
    this.#established = undefined;
    this.#client = this.#reconnect();
    this.#client.catch(() => {});
  }

  /** Tries until it succeeds or is closed, at most every five seconds: a server may be away for an upgrade. */
  async #reconnect(): Promise<pg.Client> {
    for (let attempt = 0; !this.#closed; attempt += 1) {
      await wait(Math.min(5000, 100 * 2 ** attempt), undefined, { ref: false });
      const client = await this.#tryAgain();
      if (client) return client;
    }
    throw new Error('The database was closed while it waited for its listening connection.');
  }

  async #tryAgain(): Promise<pg.Client | undefined> {
    try {
      const client = await this.#connect();
      for (const channel of this.#channels.keys()) this.#deliver(channel, '');
      return client;
    } catch (error) {
      this.#log(`Listening again failed: ${(error as Error).message}`);
      return undefined;
    }
  }

  #deliver(channel: string, payload: string): void {
    for (const on of this.#channels.get(channel) ?? []) on(payload);
  }
}
