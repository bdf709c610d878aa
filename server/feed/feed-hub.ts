import type { EventType, RecordedEvent } from '@intakt/contract';
import type { Database } from '@intakt/database';
import type { Logger } from 'pino';
import { type LedgerNotices, openLedgerNotices } from './ledger-notices.ts';
import { type Moved, type MovedPosition, PositionTail } from './position-tail.ts';

/** Which open feeds to close: those of a session, an API key, a person or a whole organisation. */
export interface FeedOwner {
  organisation?: string;
  person?: string;
  session?: string;
  apiKey?: string;
}

/** Why a feed closes: the right to read has ended, what may be read has changed, or the connection has to be made anew. */
export type FeedEnd = 'ended' | 'sharing-changed' | 'slow' | 'broken' | 'shutdown';

/** One open feed: a browser's or a machine's. `send` returns false when the reader is too slow and must resume. */
export interface Subscriber {
  owner: Required<Pick<FeedOwner, 'organisation'>> & FeedOwner;
  /** Sites that the person is limited to; empty: all. */
  sites: string[];
  send: (frame: Frame) => boolean;
  /** Something outside the ledger changed, e.g. a message waits in the inbox: worth asking for. */
  nudge: (topic: string) => void;
  /** Consignments have moved; raw positions are no events, so this carries no sequence and is not resumed. */
  moved?: (positions: MovedPosition[]) => void;
  end: (reason: FeedEnd) => void;
}

/** An event as it goes over the wire, serialised once for all its readers. */
export interface Frame {
  sequence: number;
  type: EventType;
  text: string;
}

export interface FeedHub {
  /** Sequence up to which everything has been handed to the open feeds. */
  readonly position: number;
  /** Everything after `from` is handed to the subscriber; what came up to there it reads itself. */
  subscribe(subscriber: Subscriber): { from: number; leave: () => void };
  /** Closes open feeds here and on the other servers. */
  close(owner: FeedOwner, reason?: FeedEnd): void;
  /** This process has stored positions: open feeds learn of them in a moment. */
  positionsMoved(): void;
  readonly openFeeds: number;
  stop(): Promise<void>;
}

interface EventRow {
  sequence: number;
  type: EventType;
  entitled: string[];
  sites: string[];
  body: string;
}

const PAGE = 1000;
const GATHER_MS = 15;
const CLOSE_CHANNEL = 'intakt_feed_close';
/** Payload: `{ organisations, topic }`, notified in the transaction that changes a working table. */
export const CHANGED_CHANNEL = 'intakt_changed';

export async function createFeedHub(
  db: Database,
  log: Logger,
  notices: LedgerNotices = openLedgerNotices(db, log),
): Promise<FeedHub & { committed: (sequence: number) => void }> {
  const hub = new LedgerFeedHub(db, log, { position: await headSize(db), notices });
  await hub.listen();
  return hub;
}

async function headSize(db: Database): Promise<number> {
  const [head] = await db.system((tx) => tx.query<{ size: number }>('select size from ledger_head'));
  return head!.size;
}

/**
 * One tail of the ledger for all open feeds of this server. It reads as the feed role, which row security
 * limits to the organisations with an open feed; the row itself says who was entitled when it was committed.
 */
class LedgerFeedHub implements FeedHub {
  readonly #db: Database;
  readonly #log: Logger;
  readonly #notices: LedgerNotices;
  readonly #positions: PositionTail;
  readonly #subscribers = new Map<string, Set<Subscriber>>();
  readonly #unlisten: (() => Promise<void>)[] = [];
  #position: number;
  #target: number;
  /** End of the read that is under way, whose rows a subscriber that comes now is not part of. */
  #reading = 0;
  #tailing: Promise<void> | undefined;
  #asking: Promise<void> | undefined;
  #askAgain = false;
  #stopped = false;

  constructor(db: Database, log: Logger, { position, notices }: { position: number; notices: LedgerNotices }) {
    this.#db = db;
    this.#log = log;
    this.#notices = notices;
    this.#positions = new PositionTail(db, {
      orgs: () => [...this.#subscribers.keys()],
      on: (moved) => this.#move(moved),
      onError: (error) => log.error(error, 'Positions could not be read; the next look tries again.'),
    });
    this.#position = position;
    this.#target = position;
  }

  get position(): number {
    return this.#position;
  }

  get openFeeds(): number {
    let count = 0;
    for (const feeds of this.#subscribers.values()) count += feeds.size;
    return count;
  }

  async listen(): Promise<void> {
    await this.#notices.listen((sequence) => (sequence === undefined ? this.#askHead() : this.#wake(sequence)));
    this.#unlisten.push(
      await this.#db.listen(CHANGED_CHANNEL, (payload) => payload && this.#nudgeHere(JSON.parse(payload))),
    );
    this.#unlisten.push(
      await this.#db.listen(CLOSE_CHANNEL, (payload) => payload && this.#closeHere(JSON.parse(payload))),
    );
  }

  positionsMoved(): void {
    this.#positions.look();
  }

  #move(moved: Moved[]): void {
    const byOrganisation = new Map<string, MovedPosition[]>();
    for (const { audience, ...position } of moved) {
      for (const organisation of audience) {
        if (!this.#subscribers.has(organisation)) continue;
        const positions = byOrganisation.get(organisation);
        if (positions) positions.push(position);
        else byOrganisation.set(organisation, [position]);
      }
    }
    for (const [organisation, positions] of byOrganisation)
      for (const feed of this.#subscribers.get(organisation) ?? [])
        if (feed.sites.length === 0) feed.moved?.(positions);
  }

  #nudgeHere({ organisations, topic }: { organisations: string[]; topic: string }): void {
    for (const organisation of organisations)
      for (const feed of this.#subscribers.get(organisation) ?? []) feed.nudge(topic);
  }

  /** One question at a time: whoever asks during it is answered by the one after it. */
  #askHead(): void {
    this.#askAgain = true;
    this.#asking ??= this.#answerFromHead().finally(() => {
      this.#asking = undefined;
    });
  }

  async #answerFromHead(): Promise<void> {
    while (this.#askAgain && !this.#stopped) {
      this.#askAgain = false;
      try {
        this.#wake(await headSize(this.#db));
      } catch (error) {
        this.#log.error(error, 'The head of the ledger could not be read; the next notice asks again.');
      }
    }
  }

  /** This process has committed up to here. */
  committed(sequence: number): void {
    this.#wake(sequence);
    this.#notices.announce(sequence);
  }

  #wake(sequence: number): void {
    if (sequence > this.#target) this.#target = sequence;
    if (!this.#stopped && this.#position < this.#target) this.#tailing ??= this.#tail();
  }

  subscribe(subscriber: Subscriber): { from: number; leave: () => void } {
    const { organisation } = subscriber.owner;
    const feeds = this.#subscribers.get(organisation) ?? new Set();
    feeds.add(subscriber);
    this.#subscribers.set(organisation, feeds);
    const leave = (): void => {
      feeds.delete(subscriber);
      if (feeds.size === 0 && this.#subscribers.get(organisation) === feeds) this.#subscribers.delete(organisation);
    };
    return { from: Math.max(this.#position, this.#reading), leave };
  }

  close(owner: FeedOwner, reason: FeedEnd = 'ended'): void {
    this.#closeHere({ owner, reason });
    this.#db
      .system((tx) => tx.query('select pg_notify($1, $2)', [CLOSE_CHANNEL, JSON.stringify({ owner, reason })]))
      .catch((error) => this.#log.error(error));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#notices.stop();
    await this.#positions.stop();
    for (const unlisten of this.#unlisten) await unlisten();
    await this.#asking;
    await this.#tailing;
    for (const feeds of this.#subscribers.values()) for (const feed of [...feeds]) feed.end('shutdown');
  }

  #closeHere({ owner, reason }: { owner: FeedOwner; reason: FeedEnd }): void {
    for (const feeds of this.#subscribers.values()) {
      for (const feed of [...feeds]) if (matches(feed.owner, owner)) feed.end(reason);
    }
  }

  /** Gathers for a moment, so that a burst of commits is one read. */
  async #tail(): Promise<void> {
    try {
      while (this.#position < this.#target && !this.#stopped) {
        await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
        await this.#handOut(this.#target);
      }
    } catch (error) {
      this.#log.error(error, 'The feed could not be read; it tries again.');
      setTimeout(() => this.#wake(this.#target), 500).unref();
    } finally {
      this.#tailing = undefined;
    }
  }

  async #handOut(target: number): Promise<void> {
    const orgs = [...this.#subscribers.keys()];
    this.#reading = target;
    if (orgs.length > 0) {
      const rows = await this.#db.as(
        { kind: 'feed', orgs },
        (tx) => readPage(tx.query.bind(tx), this.#position, target),
        { readOnly: true },
      );
      for (const row of rows) this.#dispatch(row);
      if (rows.length === PAGE) target = rows.at(-1)!.sequence;
    }
    this.#position = target;
  }

  #dispatch(row: EventRow): void {
    const frame = toFrame(row);
    for (const organisation of row.entitled) {
      for (const feed of [...(this.#subscribers.get(organisation) ?? [])]) {
        if (concerns(row.sites, feed.sites) && !feed.send(frame)) feed.end('slow');
      }
    }
    if (row.type === 'agreement-revoked')
      for (const organisation of row.entitled) this.#closeHere({ owner: { organisation }, reason: 'sharing-changed' });
  }
}

const readPage = (
  query: <R>(text: string, values: unknown[]) => Promise<R[]>,
  after: number,
  target: number,
): Promise<EventRow[]> =>
  query<EventRow>(
    `select sequence, type, entitled, sites, body from ledger_event where sequence > $1 and sequence <= $2 order by sequence limit ${PAGE}`,
    [after, target],
  );

export const concerns = (eventSites: string[], personSites: string[]): boolean =>
  personSites.length === 0 || eventSites.length === 0 || eventSites.some((site) => personSites.includes(site));

function matches(feed: FeedOwner, wanted: FeedOwner): boolean {
  const keys = Object.keys(wanted) as (keyof FeedOwner)[];
  return keys.length > 0 && keys.every((key) => wanted[key] === undefined || wanted[key] === feed[key]);
}

/** What a partner sees of an event: all of it but the leaf's salt, which comes with the proof. */
export function toFrame({ sequence, type, body }: Pick<EventRow, 'sequence' | 'type' | 'body'>): Frame {
  const { salt: _salt, ...event } = JSON.parse(body) as RecordedEvent & { salt: string };
  const lines = [`id: ${sequence}`, 'event: event', `data: ${JSON.stringify(event)}`];
  if (type === 'agreement-accepted' || type === 'agreement-revoked')
    lines.push('', `id: ${sequence}`, 'event: sharing-changed', `data: ${JSON.stringify({ sequence })}`);
  return { sequence, type, text: `${lines.join('\n')}\n\n` };
}
