import type { Id, Instant } from '@intakt/contract';
import type { Database } from '@intakt/database';

/** Where a consignment was last seen. */
export interface MovedPosition {
  owner: Id;
  shipment: Id;
  longitude: number;
  latitude: number;
  at: Instant;
}
export interface Moved extends MovedPosition {
  audience: Id[];
}

/** Gathers what moves within it, so that a screen is told a few times a second, however often devices report. */
const GATHER_MS = 200;
/** How soon positions that another server stored are noticed. */
const LOOK_EVERY_MS = 750;
/** Transactions commit later than they stamp their rows: each look goes back this far and leaves out what it has seen. */
const OVERLAP_SECONDS = 2;
const PAGE = 20_000;

/** Reads the latest positions as the feed role, for the organisations with an open feed; nobody listening, nothing read. */
export class PositionTail {
  readonly #db: Database;
  readonly #orgs: () => string[];
  readonly #on: (moved: Moved[]) => void;
  readonly #onError: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  #since: string | undefined;
  #seen = new Map<string, string>();
  #looking: Promise<void> | undefined;
  #again = false;

  constructor(
    db: Database,
    { orgs, on, onError }: { orgs: () => string[]; on: (moved: Moved[]) => void; onError: (error: unknown) => void },
  ) {
    this.#db = db;
    this.#orgs = orgs;
    this.#on = on;
    this.#onError = onError;
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  look(): void {
    this.#again = true;
    this.#looking ??= this.#run().finally(() => {
      this.#looking = undefined;
    });
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#again = false;
    await this.#looking;
  }

  async #run(): Promise<void> {
    while (this.#again) {
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      this.#again = false;
      await this.#read().catch(this.#onError);
    }
  }

  async #read(): Promise<void> {
    const orgs = this.#orgs();
    if (orgs.length === 0) return;
    const rows = await this.#db.as(
      { kind: 'feed', orgs },
      (tx) =>
        tx.query<Moved & { receivedAt: string }>(
          `select owner, shipment, longitude, latitude, at, received_at as "receivedAt", audience from live_position
            where received_at > coalesce($1::timestamptz, now()) - make_interval(secs => $2) order by received_at limit ${PAGE}`,
          [this.#since ?? null, OVERLAP_SECONDS],
        ),
      { readOnly: true },
    );
    const fresh = rows.filter(({ owner, shipment, at }) => this.#seen.get(`${owner}/${shipment}`) !== at);
    this.#seen = new Map(rows.map(({ owner, shipment, at }) => [`${owner}/${shipment}`, at]));
    this.#since = rows.at(-1)?.receivedAt ?? this.#since;
    if (fresh.length > 0) this.#on(fresh.map(({ receivedAt: _receivedAt, ...moved }) => moved));
  }
}
