import type { IsoDay } from '@intakt/contract';
import { dayNumber } from '@intakt/material-flow';
import { Committing } from './committing.ts';
import type { Deed, Stretch } from './deeds.ts';
import { DAY_MS, DeliveryPlan, HOUR_MS } from './delivery-plan.ts';
import { despatching } from './despatching.ts';
import { type DoorOptions, KeyRefused, pause, perform } from './doors.ts';
import type { DemonstrationNetwork } from './network-shape.ts';
import { producing } from './producing.ts';
import { receiving } from './receiving.ts';
import { releasing } from './releasing.ts';
import { resumeFrom } from './resume.ts';
import { returning } from './returning.ts';
import { OnTheRoad } from './tours/on-the-road.ts';
import { travelling } from './travelling.ts';

export interface SimulatorOptions extends DoorOptions {
  network: DemonstrationNetwork;
  /** The day of `openingCommands`: what happened before it is in the opening. */
  openedOn: IsoDay;
  /** Simulated time, ms. It may run faster than the wall's; `speed` says how much, for the pace of the ticks. */
  now: () => number;
  speed: number;
  /** Wall-clock seconds between two ticks. */
  tickSeconds?: number;
  seed?: number;
}

/** No truck arrives within an hour of leaving, so within this stretch despatches may all go before receipts. */
const LONGEST_STRETCH_MS = HOUR_MS;
const LONGEST_CATCH_UP_MS = 3 * DAY_MS;

/** What partners do, in the order in which one needs the other. Adding a behaviour touches its file and this list. */
const BEHAVIOURS: ((plan: DeliveryPlan, stretch: Stretch) => Deed[])[] = [
  releasing,
  despatching,
  travelling,
  receiving,
  returning,
  producing,
];

/**
 * Lets the network live until the signal comes: every partner acts through the public doors with its own key. What
 * happens depends on seed and simulated time only, and ids derive from it, so that a restart books nothing twice.
 * Ends, with a line in the log, when a key is not accepted.
 */
export async function startSimulator(options: SimulatorOptions): Promise<void> {
  const { network, openedOn, now, speed, signal, log } = options;
  const seeded = options.seed === undefined ? network : { ...network, seed: options.seed };
  const plan = new DeliveryPlan(seeded, openedOn);
  const road = new OnTheRoad(seeded, openedOn);
  const committing = new Committing(seeded);
  const tickMs = (options.tickSeconds ?? 5) * 1000;
  try {
    let done = Math.max(await resumeFrom(options), now() - LONGEST_CATCH_UP_MS, dayNumber(openedOn) * DAY_MS);
    log(`The network lives from ${new Date(done).toISOString()}, at ${speed} times the speed of time.`);
    while (!signal.aborted) {
      done = await live(plan, { from: done, to: now() }, options);
      await road.act(done, options);
      await committing.act(done, options);
      await pause(tickMs, signal);
    }
  } catch (error) {
    if (!(error instanceof KeyRefused)) throw error;
    log(`The simulator stops: ${error.message} Start the demonstration again to issue new keys.`);
  }
}

/** Lives through a stretch in steps; returns how far it came. */
async function live(plan: DeliveryPlan, { from, to }: Stretch, options: DoorOptions): Promise<number> {
  let done = from;
  while (done < to && !options.signal.aborted) {
    const step = { from: done, to: Math.min(to, done + LONGEST_STRETCH_MS) };
    for (const behaviour of BEHAVIOURS) await perform(behaviour(plan, step), options);
    done = step.to;
  }
  return done;
}
