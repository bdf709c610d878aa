import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { type MessagePort, Worker } from 'node:worker_threads';
import { lockDirectory } from './directory-lock.ts';
import type { FromEmbedded, WorkerSettings } from './messages.ts';
import { PortStream } from './port-stream.ts';

/**
 * Calls that V8 waits for before it replaces the code between WebAssembly and JavaScript by faster code. What is replaced is
 * freed, and where several threads run PGlite that now and then ends the whole process ("Check failed: jit_page_", open as
 * nodejs/node#64500). So many calls never come; the first code was measured as fast.
 */
const KEEP_FIRST_WRAPPERS = '--wasm-wrapper-tiering-budget=2000000000';

export type EmbeddedOptions = {
  /** Absent: in memory. */
  dataDir?: string;
  /** A tarball made by dump(), loaded where the folder holds no database yet. */
  snapshot?: Uint8Array;
  statementLimitMs: number;
  idleTransactionMs: number;
  log: (text: string) => void;
};

/** Starts, watches and, where a statement runs away, restarts the thread in which PGlite lives. */
export class EmbeddedServer {
  readonly #options: EmbeddedOptions;
  readonly #unlock: () => void;
  readonly #busySince = new BigInt64Array(new SharedArrayBuffer(8));
  readonly #streams = new Set<PortStream>();
  readonly #clock: NodeJS.Timeout;
  #running: Promise<Worker>;
  #worker: Worker | undefined;
  #closing = false;
  version = '';

  private constructor(options: EmbeddedOptions) {
    this.#options = options;
    this.#unlock = options.dataDir ? lockDirectory(options.dataDir) : () => {};
    this.#running = this.#start();
    const every = Math.min(1000, options.statementLimitMs / 4);
    this.#clock = setInterval(() => this.#endRunawayStatement(), every).unref();
  }

  static async open(options: EmbeddedOptions): Promise<EmbeddedServer> {
    const server = new EmbeddedServer(options);
    await server.#running.catch((error) => {
      server.#release();
      throw error;
    });
    return server;
  }

  /** A new stream for `pg` to speak through. */
  connect(): PortStream {
    const stream = new PortStream(async (port) => this.#handOver(port));
    this.#streams.add(stream);
    stream.once('close', () => this.#streams.delete(stream));
    return stream;
  }

  async dump(): Promise<Uint8Array> {
    const worker = await this.#running;
    worker.postMessage({ kind: 'dump' });
    return (await answerOf(worker, 'dumped')).bytes;
  }

  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    const worker = await this.#running.catch(() => undefined);
    if (worker) await closeWorker(worker);
    this.#release();
  }

  async #handOver(port: MessagePort): Promise<void> {
    const worker = await this.#running;
    worker.postMessage({ kind: 'connect', port }, [port]);
  }

  async #start(): Promise<Worker> {
    const cluster = prepareCluster(this.#options.dataDir);
    const settings: WorkerSettings = {
      directory: cluster?.directory,
      snapshot: cluster?.complete ? undefined : this.#options.snapshot,
      idleTransactionMs: this.#options.idleTransactionMs,
      busySince: this.#busySince.buffer as SharedArrayBuffer,
    };
    setFlagsFromString(KEEP_FIRST_WRAPPERS);
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: settings });
    this.version = (await answerOf(worker, 'ready')).version;
    cluster?.markComplete();
    worker.on('error', (error) => this.#restart(worker, `it failed: ${error.message}`));
    worker.on('exit', () => this.#restart(worker, 'its thread ended'));
    this.#worker = worker;
    return worker;
  }

  #endRunawayStatement(): void {
    const since = Number(Atomics.load(this.#busySince, 0));
    if (since === 0 || Date.now() - since < this.#options.statementLimitMs) return;
    Atomics.store(this.#busySince, 0, 0n);
    const seconds = this.#options.statementLimitMs / 1000;
    void this.#running.then((worker) => this.#restart(worker, `a statement ran longer than ${seconds} s`));
  }

  /** The files hold what was committed; what lived in memory is lost, and saying so is better than an empty database. */
  #restart(worker: Worker, reason: string): void {
    if (this.#closing || worker !== this.#worker) return;
    this.#worker = undefined;
    const error = new Error(`The embedded database was ended because ${reason}.`);
    this.#options.log(error.message);
    const ended = worker.terminate();
    this.#running = this.#options.dataDir ? ended.then(() => this.#start()) : Promise.reject(error);
    this.#running.catch((failure: Error) => this.#options.log(`The embedded database is gone: ${failure.message}`));
    for (const stream of this.#streams) stream.destroy(error);
  }

  #release(): void {
    clearInterval(this.#clock);
    this.#unlock();
  }
}

/** A folder whose first start was cut off holds half a database; the mark beside it is set when the start is through. */
function prepareCluster(dataDir: string | undefined) {
  if (!dataDir) return undefined;
  const directory = join(dataDir, 'cluster');
  const mark = join(dataDir, 'cluster-complete');
  const complete = existsSync(mark);
  if (!complete) rmSync(directory, { recursive: true, force: true });
  return { directory, complete, markComplete: () => writeFileSync(mark, '') };
}

type AnswerOf<K> = Extract<FromEmbedded, { kind: K }>;

function answerOf<K extends FromEmbedded['kind']>(worker: Worker, kind: K): Promise<AnswerOf<K>> {
  const { promise, resolve, reject } = Promise.withResolvers<AnswerOf<K>>();
  const onMessage = (message: FromEmbedded) => message.kind === kind && resolve(message as AnswerOf<K>);
  const onExit = () => reject(new Error('The embedded database ended before it answered.'));
  worker.on('message', onMessage).on('error', reject).on('exit', onExit);
  return promise.finally(() => worker.off('message', onMessage).off('error', reject).off('exit', onExit));
}

const GOODBYE_LIMIT_MS = 15_000;

async function closeWorker(worker: Worker): Promise<void> {
  worker.postMessage({ kind: 'close' });
  // Ending the thread without its goodbye is what kill -9 does, which the files survive.
  await Promise.race([answerOf(worker, 'closed').catch(() => {}), wait(GOODBYE_LIMIT_MS, undefined, { ref: false })]);
  await worker.terminate();
}
