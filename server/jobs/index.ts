import { endExpiredSessions } from '../access/index.ts';
import { watchEndDemand } from '../capabilities/demand/index.ts';
import { watchFreight } from '../capabilities/transport/index.ts';
import { watchArrivals, watchExceptions, watchRunout } from '../capabilities/visibility/index.ts';
import { digestTelemetry, startDoors } from '../doors/index.ts';
import type { House } from '../house.ts';
import { type Signing, signHead } from '../ledger/signing.ts';
import { askWitnesses } from '../ledger/witnesses.ts';
import { FINDERS } from './finders.ts';
import { JOB_KINDS } from './kinds.ts';
import { keepPartitionsAhead } from './partitions.ts';
import { startRunner } from './runner.ts';
import { TableStatistics } from './table-statistics.ts';

const SIGN_EVERY_MS = 5_000;
const WITNESS_EVERY_MS = 10_000;
const PARTITION_EVERY_MS = 60_000;
const SESSIONS_EVERY_MS = 60_000;
const DIGEST_EVERY_MS = 5_000;
const STATISTICS_EVERY_MS = 5_000;

/** Background work. Each job is bounded, logs what fails, and ends when asked to. */
export async function startJobs(house: House, signing: Signing): Promise<() => Promise<void>> {
  await keepPartitionsAhead(house.db);
  const statistics = new TableStatistics();
  const stops = [
    repeat(house, SIGN_EVERY_MS, 'sign the head of the ledger', () => signHead(house.db, house.clock, signing)),
    repeat(house, WITNESS_EVERY_MS, 'ask the witnesses', () => askWitnesses(house, signing)),
    repeat(house, PARTITION_EVERY_MS, 'prepare the next partition', () => keepPartitionsAhead(house.db)),
    repeat(house, SESSIONS_EVERY_MS, 'end expired sessions', () => endExpiredSessions(house)),
    repeat(house, DIGEST_EVERY_MS, 'digest telemetry', () => digestTelemetry(house)),
    repeat(house, STATISTICS_EVERY_MS, 'look at how the tables are filled', () => statistics.refresh(house.db)),
    watchArrivals(house),
    watchRunout(house),
    watchFreight(house),
    watchEndDemand(house),
    watchExceptions(house, FINDERS),
    startDoors(house),
    await startRunner(house, { kinds: JOB_KINDS, worker: new URL('./job-worker.ts', import.meta.url) }),
  ];
  return async () => {
    for (const stop of stops) await stop();
  };
}

/** Runs one after the other, never two at once. */
function repeat(house: House, everyMs: number, what: string, work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = work()
      .catch((error) => house.log.error(error, `Could not ${what}.`))
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
