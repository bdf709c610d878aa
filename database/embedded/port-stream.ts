import { Duplex } from 'node:stream';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/**
 * What stock `pg` takes for a socket: bytes travel over a message port to the embedded database's thread.
 * `reach` hands the far end of the port over, as soon as there is somebody to take it.
 */
export class PortStream extends Duplex {
  readonly #near: MessagePort;
  readonly #far: MessagePort;
  readonly #reach: (far: MessagePort) => Promise<void>;

  constructor(reach: (far: MessagePort) => Promise<void>) {
    super();
    const channel = new MessageChannel();
    this.#near = channel.port1;
    this.#far = channel.port2;
    this.#reach = reach;
    this.#near.on('message', (bytes: Uint8Array) =>
      this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
    );
    this.#near.on('close', () => this.push(null));
  }

  connect(): this {
    this.#reach(this.#far).then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    const copy = new Uint8Array(chunk);
    this.#near.postMessage(copy, [copy.buffer]);
    done();
  }

  override _final(done: () => void): void {
    this.#near.close();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#near.close();
    done(error);
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.#near.ref();
    return this;
  }

  unref(): this {
    this.#near.unref();
    return this;
  }
}
