import type { FeedMessage } from './feed-messages.ts';

/** Waits between attempts, in milliseconds; the last one repeats. */
const WAITS = [500, 1000, 2000, 5000, 10_000];

/**
 * The one EventSource of a browser. EventSource resumes by itself with Last-Event-ID while the
 * connection merely breaks; when the server refuses it (restart behind a proxy, 503) it gives up,
 * and this opens a new one after the last sequence that was seen.
 */
export class FeedConnection {
  #source: EventSource | undefined;
  #lastSequence: string | undefined;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #state: Extract<FeedMessage, { kind: 'state' }> = { kind: 'state', state: 'connecting', resumed: false };
  readonly #tell: (message: FeedMessage) => void;

  constructor(tell: (message: FeedMessage) => void) {
    this.#tell = tell;
  }

  get state(): FeedMessage {
    return this.#state;
  }

  open(): void {
    if (this.#source || this.#retry) return;
    this.#connect();
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#source?.close();
    this.#source = undefined;
    this.#lastSequence = undefined;
  }

  #connect(): void {
    this.#retry = undefined;
    const after = this.#lastSequence === undefined ? '' : `?after=${encodeURIComponent(this.#lastSequence)}`;
    const source = new EventSource(`/api/feed${after}`, { withCredentials: true });
    this.#source = source;
    source.onopen = () => this.#opened();
    source.onerror = () => this.#failed(source);
    source.addEventListener('event', (message) => this.#received(message));
    source.addEventListener('changed', (message) =>
      this.#tell({ kind: 'changed', topic: JSON.parse(message.data).topic }),
    );
    source.addEventListener('moved', (message) => this.#tell({ kind: 'moved', positions: JSON.parse(message.data) }));
    source.addEventListener('sharing-changed', () => this.#tell({ kind: 'sharing-changed' }));
    source.addEventListener('ended', () => this.#ended());
  }

  #opened(): void {
    this.#attempt = 0;
    this.#report('live', this.#lastSequence !== undefined);
  }

  #received(message: MessageEvent<string>): void {
    if (message.lastEventId !== '') this.#lastSequence = message.lastEventId;
    this.#tell({ kind: 'event', event: JSON.parse(message.data) });
  }

  #failed(source: EventSource): void {
    if (source !== this.#source) return;
    this.#report('offline', false);
    if (source.readyState !== EventSource.CLOSED) return;
    this.#source = undefined;
    const wait = WAITS[Math.min(this.#attempt, WAITS.length - 1)];
    this.#attempt += 1;
    this.#retry = setTimeout(() => this.#connect(), wait);
  }

  #ended(): void {
    this.close();
    this.#tell({ kind: 'ended' });
  }

  #report(state: 'live' | 'offline', resumed: boolean): void {
    this.#state = { kind: 'state', state, resumed };
    this.#tell(this.#state);
  }
}
