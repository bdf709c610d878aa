import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { startServer } from './browser-testing.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a server over the demonstration network that has stopped cleanly, to be copied. */
    openedDemonstration: string;
  }
}

const PORT = 24790;
const LOOK_MS = 1000;
/** A busy server may be silent for a moment. */
const QUIET_LOOKS = 5;
const LIMIT_MS = 600_000;

/** Opens the demonstration network once for all files of browser tests: what it is told takes a minute to be reckoned with. */
export default async function openDemonstration({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'intakt-opened-'));
  const server = await startServer(folder, PORT);
  await untilQuiet(server.base).finally(server.stop);
  provide('openedDemonstration', folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** Forecasts are the last thing that the opening asks for; after them the ledger grows no more. */
async function untilQuiet(base: string): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  let before = '';
  for (let looks = 0; looks < QUIET_LOOKS; ) {
    if (Date.now() > end) throw new Error(`The demonstration was not open after ${LIMIT_MS / 1000} s.`);
    await wait(LOOK_MS);
    const metrics = await (await fetch(`${base}/metrics`)).text();
    const recorded = metrics.match(/^intakt_events_recorded_total.*$/gm)?.join() ?? '';
    looks = recorded === before && recorded.includes('forecast-published') ? looks + 1 : 0;
    before = recorded;
  }
}
