import type { Database } from '@intakt/database';
import type { Principal } from './principal.ts';

const CHANNEL = 'intakt_access';
const LIVES_MS = 30_000;
const MAX_TOKENS = 20_000;

/** Whose access changed; what is left out matches anybody's. */
export interface AccessChange {
  person?: string;
  session?: string;
  apiKey?: string;
  device?: string;
  link?: string;
}
type Find = (tokenHash: string) => Promise<Principal | undefined>;

/**
 * Whom each token stands for, kept for half a minute, so that not every request asks the database. A change
 * is forgotten here at once and, by notification, on the other servers well within a second.
 */
export class TokenCache {
  readonly #db: Database;
  readonly #found = new Map<string, { principal: Principal; until: number }>();
  /** Counts what was forgotten: an answer that was looked up before must not be kept after. */
  #forgotten = 0;
  #unlisten: Promise<() => Promise<void>> | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  async listen(): Promise<void> {
    this.#unlisten ??= this.#db.listen(CHANNEL, (payload) => this.#forgetHere(payload ? JSON.parse(payload) : {}));
    await this.#unlisten;
  }

  async stop(): Promise<void> {
    const unlisten = this.#unlisten;
    this.#unlisten = undefined;
    this.#found.clear();
    await (await unlisten)?.();
  }

  async find(tokenHash: string, lookUp: Find): Promise<Principal | undefined> {
    const known = this.#found.get(tokenHash);
    if (known && known.until > performance.now()) return known.principal;
    const before = this.#forgotten;
    const principal = await lookUp(tokenHash);
    this.#found.delete(tokenHash);
    if (principal && before === this.#forgotten) this.#keep(tokenHash, principal);
    return principal;
  }

  /** Call it after the change is committed. */
  async forget(change: AccessChange): Promise<void> {
    this.#forgetHere(change);
    await this.#db.system((tx) => tx.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(change)]));
  }

  #keep(tokenHash: string, principal: Principal): void {
    if (this.#found.size >= MAX_TOKENS) this.#found.delete(this.#found.keys().next().value!);
    this.#found.set(tokenHash, { principal, until: performance.now() + LIVES_MS });
  }

  #forgetHere(change: AccessChange): void {
    this.#forgotten += 1;
    for (const [hash, { principal }] of this.#found) if (concerns(change, principal)) this.#found.delete(hash);
  }
}

function concerns(change: AccessChange, principal: Principal): boolean {
  const keys = Object.keys(change) as (keyof AccessChange)[];
  return keys.every((key) => change[key] === undefined || change[key] === (principal as AccessChange)[key]);
}

const caches = new WeakMap<Database, TokenCache>();

/** One per server; two servers in one process, as in tests, have one each. */
export function tokensOf({ db }: { db: Database }): TokenCache {
  const cache = caches.get(db) ?? new TokenCache(db);
  caches.set(db, cache);
  return cache;
}
