import type { EventType } from '@intakt/contract';
import type { House } from '../../house.ts';
import { prolongedHold } from './expect-arrival.ts';
import { readDcsaEvent } from './read-event.ts';
import { listHeld, listWaiting, ownersWaiting } from './store.ts';
import { expectationOf, moveByEvent } from './take-in.ts';

/** After these a container that nobody knew may be known. */
const TEACHING = new Set<EventType>(['equipment-assigned', 'shipment-despatched', 'consignment-handed-over']);
const GATHER_MS = 200;
const LOOK_EVERY_MS = 60_000;
const AT_ONCE = 500;

/** Events that wait for their container are tried again when one becomes known; holds that last move the arrival on. */
export function followContainers(house: House): () => Promise<void> {
  let stopped = false;
  let working: Promise<void> | undefined;
  let again = false;
  const work = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      await retryWaiting(house).catch((error) => house.log.error(error, 'Container events could not be tried again.'));
    }
    working = undefined;
  };
  const wake = (): void => {
    again = true;
    if (!stopped) working ??= work();
  };
  const forget = house.recorder.onCommit((events) => {
    if (events.some(({ type }) => TEACHING.has(type))) wake();
  });
  const prolong = (): void =>
    void prolongHolds(house).catch((error) => house.log.error(error, 'Holds could not be looked at.'));
  const timer = setInterval(prolong, LOOK_EVERY_MS);
  timer.unref();
  wake();
  prolong();
  return async () => {
    stopped = true;
    forget();
    clearInterval(timer);
    await working;
  };
}

async function retryWaiting(house: House): Promise<void> {
  for (const { owner } of await house.db.system(ownersWaiting)) {
    for (const { id, body } of await house.db.system((tx) => listWaiting(tx, owner, AT_ONCE)))
      await moveByEvent(house, owner, { id, ...readDcsaEvent(body, house.clock.now()) });
  }
}

/** Time that passes says itself: the arrival of what is held longer than assumed moves on, in the carrier's name. */
export async function prolongHolds(house: House): Promise<void> {
  const now = house.clock.instant();
  for (const held of await house.db.system(listHeld)) {
    const expectedAt = prolongedHold(now, expectationOf(held));
    if (!expectedAt) continue;
    const { shipment, supplier, customer, carrier } = held;
    await house.recorder.record({ organisation: carrier, system: true }, [
      {
        type: 'arrival-estimated',
        source: 'intakt/holds',
        id: `${supplier}/${shipment}/${expectedAt}`,
        occurredAt: now,
        data: { shipment, supplier, customer, carrier, by: carrier, expectedAt, reason: 'held longer than assumed' },
      },
    ]);
  }
}
