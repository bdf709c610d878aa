import type { House } from '../../house.ts';

/**
 * Work that follows the ledger and the clock: it runs when something was committed here, and every so often besides,
 * because retries come due and other servers commit too. One round at a time; `work` returns whether there is more.
 */
export function inRounds(
  house: House,
  { everyMs, failed, work }: { everyMs: number; failed: string; work: () => Promise<boolean> },
): () => Promise<void> {
  let stopped = false;
  let again = false;
  let round: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      again = (await quietly()) || again;
    }
    round = undefined;
  };
  const quietly = async (): Promise<boolean> => {
    try {
      return await work();
    } catch (error) {
      house.log.error(error, failed);
      return false;
    }
  };
  const wake = (): void => {
    again = true;
    if (!stopped) round ??= run();
  };
  const forget = house.recorder.onCommit(wake);
  const timer = setInterval(wake, everyMs);
  timer.unref();
  wake();
  return async () => {
    stopped = true;
    forget();
    clearInterval(timer);
    await round;
  };
}
