import type { Id } from '@intakt/contract';
import type { DoorOptions } from './doors.ts';
import type { DemonstrationNetwork } from './network-shape.ts';

/** Far enough back to find the plant's own bookings among those that suppliers share with it. */
const LOOK_BACK = 200;

interface SeenEvent {
  recordedBy?: Id;
  source?: string;
  occurredAt?: string;
}

/**
 * After a restart the plant asks the ledger for its last booking from the shop floor and goes on from there; what was
 * said after it is said again under the same ids. Minus infinity when there is none.
 */
export async function resumeFrom({
  baseUrl,
  keys,
  network,
  signal,
}: DoorOptions & { network: DemonstrationNetwork }): Promise<number> {
  const plant = network.plant.organisation;
  try {
    const answer = await fetch(`${baseUrl}/api/events?type=stock-moved&order=newest&limit=${LOOK_BACK}`, {
      headers: { authorization: `Bearer ${keys[plant]}` },
      signal,
    });
    if (!answer.ok) return Number.NEGATIVE_INFINITY;
    const { events } = (await answer.json()) as { events: SeenEvent[] };
    const own = events.filter(({ recordedBy, source }) => recordedBy === plant && source === 'shop-floor');
    return Math.max(...own.map(({ occurredAt }) => Date.parse(occurredAt ?? '')));
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}
