import type { Database, Transaction } from '@intakt/database';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { databasePrincipal, type Principal } from './access/principal.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { FeedHub } from './feed/feed-hub.ts';
import type { Recorder } from './record/recorder.ts';

/** What every room of the server works with. Made once at start-up; nothing in it is global. */
export interface House {
  config: Config;
  clock: Clock;
  db: Database;
  recorder: Recorder;
  feed: FeedHub;
  log: Logger;
}

/** A capability's or door's routes. */
export type Routes = (app: FastifyInstance, house: House) => void | Promise<void>;

/** Part of a capability's routes; registers at once, so there is nothing to wait for. */
export type PlainRoutes = (app: FastifyInstance, house: House) => void;

/** Reads as the caller, under row security. */
export const readAs = <T>(house: House, who: Principal, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  house.db.as(databasePrincipal(who), work, { readOnly: true });
