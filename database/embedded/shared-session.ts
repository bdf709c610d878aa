import type { MessagePort } from 'node:worker_threads';
import { awaitsAnswer, type Frame, FrameReader, fatalError, readAnswer, simpleQuery, statementOf } from './frames.ts';
import { type ListenChange, listenedChannel, refusalOf } from './session-rules.ts';

type Session = (message: Uint8Array) => Promise<Uint8Array>;

type Connection = {
  port: MessagePort;
  reader: FrameReader;
  /** Frames that came without one that awaits an answer: parse, bind and execute wait for their sync. */
  gathered: Frame[];
  pending: { bytes: Uint8Array; listens: ListenChange[] }[];
  channels: Set<string>;
  closed: boolean;
};

/**
 * Many connections on the one session that PGlite has. Messages of different connections alternate while no
 * transaction is open; from the answer that opens a transaction to the one that ends it the session belongs to one
 * connection and the others wait in the order in which they came.
 */
export class SharedSession {
  readonly #session: Session;
  readonly #idleLimitMs: number;
  readonly #connections = new Set<Connection>();
  readonly #waiting = new Set<Connection>();
  readonly #exclusive: (() => Promise<void>)[] = [];
  #owner: Connection | undefined;
  #ownerIdleSince = 0;
  #speaking: Connection | undefined;
  #running = false;

  constructor(session: Session, limits: { idleTransactionMs: number }) {
    this.#session = session;
    this.#idleLimitMs = limits.idleTransactionMs;
    setInterval(() => this.#evictIdleOwner(), Math.min(1000, this.#idleLimitMs / 4)).unref();
  }

  connect(port: MessagePort): void {
    const connection: Connection = {
      port,
      reader: new FrameReader(),
      gathered: [],
      pending: [],
      channels: new Set(),
      closed: false,
    };
    this.#connections.add(connection);
    port.on('message', (chunk: Uint8Array) => this.#receive(connection, chunk));
    port.on('close', () => this.#close(connection));
  }

  /** Runs work while no transaction is open and no statement runs. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#exclusive.push(() => work().then(resolve, reject));
    void this.#pump();
    return promise;
  }

  #receive(connection: Connection, chunk: Uint8Array): void {
    for (const frame of connection.reader.read(chunk)) this.#gather(connection, frame);
    void this.#pump();
  }

  #gather(connection: Connection, frame: Frame): void {
    connection.gathered.push(frame);
    if (frame.type === 'X') this.#close(connection);
    else if (awaitsAnswer(frame)) this.#enqueue(connection);
  }

  #enqueue(connection: Connection): void {
    const frames = connection.gathered.splice(0);
    const statements = frames.map(statementOf).filter((statement) => statement !== undefined);
    const refusal = statements.map(refusalOf).find((text) => text !== undefined);
    const bytes = refusal ? simpleQuery(refusal) : Buffer.concat(frames.map((frame) => frame.bytes));
    const listens = refusal ? [] : statements.map(listenedChannel).filter((change) => change !== undefined);
    connection.pending.push({ bytes, listens });
    this.#waiting.add(connection);
  }

  async #pump(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let turn = this.#nextTurn(); turn; turn = this.#nextTurn()) await turn();
    this.#running = false;
  }

  #nextTurn(): (() => Promise<void>) | undefined {
    const owner = this.#owner;
    if (owner) return owner.pending.length > 0 ? () => this.#speak(owner) : undefined;
    const exclusive = this.#exclusive.shift();
    if (exclusive) return exclusive;
    const [first] = this.#waiting;
    return first && (() => this.#speak(first));
  }

  async #speak(connection: Connection): Promise<void> {
    this.#speaking = connection;
    const message = connection.pending.shift()!;
    const answer = readAnswer(await this.#session(message.bytes));
    this.#speaking = undefined;
    this.#owner = answer.state === 'I' ? undefined : connection;
    this.#ownerIdleSince = Date.now();
    this.#queueAgain(connection);
    if (!connection.closed) send(connection, answer.bytes);
    for (const { channel, bytes } of answer.notifications) this.#notify(channel, bytes);
    for (const change of message.listens) await this.#changeListening(connection, change);
  }

  /** Moves the connection behind the others that wait, so that a busy one does not starve them. */
  #queueAgain(connection: Connection): void {
    this.#waiting.delete(connection);
    if (connection.pending.length > 0) this.#waiting.add(connection);
  }

  #notify(channel: string, bytes: Buffer): void {
    for (const connection of this.#connections) if (connection.channels.has(channel)) send(connection, bytes);
  }

  async #changeListening(connection: Connection, { channel, on }: ListenChange): Promise<void> {
    if (on) connection.channels.add(channel);
    else if (channel === '*') connection.channels.clear();
    else connection.channels.delete(channel);
    if (!on) await this.#listenAgainForOthers();
  }

  /** The session has forgotten channels that other connections still listen on. */
  async #listenAgainForOthers(): Promise<void> {
    const wanted = new Set([...this.#connections].flatMap((connection) => [...connection.channels]));
    for (const channel of wanted) await this.#session(simpleQuery(`listen "${channel.replaceAll('"', '""')}"`));
  }

  /** A client that holds a transaction open without speaking stops everybody; it loses the transaction. */
  #evictIdleOwner(): void {
    const owner = this.#owner;
    if (!owner || this.#running || Date.now() - this.#ownerIdleSince < this.#idleLimitMs) return;
    const seconds = this.#idleLimitMs / 1000;
    const text = `the transaction was rolled back because it was idle for ${seconds} s while it held the embedded database`;
    send(owner, fatalError('25P03', text));
    this.#close(owner);
  }

  #close(connection: Connection): void {
    if (connection.closed) return;
    connection.closed = true;
    this.#connections.delete(connection);
    this.#waiting.delete(connection);
    connection.pending = [];
    connection.port.close();
    if (this.#owner === connection || this.#speaking === connection) this.#rollBack(connection);
    void this.#pump();
  }

  /** The last words of a connection that went away: harmless where its last message ended the transaction. */
  #rollBack(connection: Connection): void {
    connection.pending.push({ bytes: simpleQuery('rollback'), listens: [] });
    this.#waiting.add(connection);
  }
}

/** The bytes are copied first: a view would drag the whole memory behind it through the port. */
function send(connection: Connection, bytes: Uint8Array): void {
  const copy = new Uint8Array(bytes);
  connection.port.postMessage(copy, [copy.buffer]);
}
