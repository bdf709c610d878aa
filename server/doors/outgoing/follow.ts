import type { House } from '../../house.ts';
import { deliverDue } from './deliver.ts';
import { speakNext } from './speak.ts';

/** Retries come due by the clock and other servers commit too, so it also looks without being woken. */
const LOOK_EVERY_MS = 2_000;

/** Writes and delivers what goes out to partners, until it is asked to stop. */
export function followOutgoing(house: House): () => Promise<void> {
  let stopped = false;
  let again = false;
  let round: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await workQuietly(house, () => stopped);
    } while (again && !stopped);
    round = undefined;
  };
  const wake = (): void => {
    again = true;
    if (!stopped) round ??= run();
  };
  const forget = house.recorder.onCommit(wake);
  const timer = setInterval(wake, LOOK_EVERY_MS);
  timer.unref();
  wake();
  return async () => {
    stopped = true;
    forget();
    clearInterval(timer);
    await round;
  };
}

async function workQuietly(house: House, isStopped: () => boolean): Promise<void> {
  try {
    let more = true;
    while (more && !isStopped()) more = await speakNext(house);
    more = true;
    while (more && !isStopped()) more = (await deliverDue(house)) > 0;
  } catch (error) {
    house.log.error(error, 'Outgoing messages could not be written or delivered; it is tried again.');
  }
}
