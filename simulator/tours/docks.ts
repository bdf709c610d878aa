import type { Deed } from '../deeds.ts';
import { HOUR_MS } from '../delivery-plan.ts';
import { ask, type DoorOptions } from '../doors.ts';

/** The gate gives slots for the next hours; what is later a person may give meanwhile. */
const AHEAD_MS = 18 * HOUR_MS;
const DAYS = 3;
const MOST_REMEMBERED = 20_000;

/** The plant's gate: gives each truck the slot it asks for, or the next that is free. */
export class PlantGate {
  readonly #plant: string;
  readonly #asked = new Set<string>();

  constructor(plant: string) {
    this.#plant = plant;
  }

  async deeds(now: number, options: DoorOptions): Promise<Deed[]> {
    if (!options.keys[this.#plant]) return [];
    if (this.#asked.size > MOST_REMEMBERED) this.#asked.clear();
    const query = { days: DAYS };
    const told = await ask(this.#plant, options, (client, signal) =>
      client.GET('/api/arrivals', { params: { query }, signal }),
    );
    return (told?.arrivals ?? []).flatMap((stop) => {
      const { dockSlot, tour, customer, receiver } = stop;
      const key = `${customer}/${tour}/${stop.stop}/${dockSlot?.wantedFrom}`;
      const wanted = Date.parse(dockSlot?.wantedFrom ?? '');
      const isOpen = dockSlot?.state === 'requested' && wanted > now && wanted <= now + AHEAD_MS;
      if (!isOpen || (receiver ?? customer) !== this.#plant || this.#asked.has(key)) return [];
      this.#asked.add(key);
      return [slotDeed(this.#plant, now, { tour, stop: stop.stop, customer })];
    });
  }
}

interface Asked {
  tour: string;
  stop: string;
  customer: string;
}

function slotDeed(organisation: string, at: number, { tour, stop, customer }: Asked): Deed {
  const path = '/api/tours/{id}/stops/{stop}/dock-slot';
  const params = { path: { id: tour, stop } };
  return {
    ...{ at, organisation, door: 'call', path },
    say: async (client, signal) => {
      const asked = await client.PUT(path, { params, body: { customer }, signal });
      const next = asked.response.status === 409 && nextFree(asked.error);
      return next ? client.PUT(path, { params, body: { customer, ...next }, signal }) : asked;
    },
  };
}

/** A bay that is taken is refused with the next slot that is free. */
function nextFree(problem: unknown): { from: string; bay: number } | undefined {
  const { nextFrom, nextBay } = (problem as { values?: { nextFrom?: string; nextBay?: number } }).values ?? {};
  return nextFrom && nextBay ? { from: nextFrom, bay: nextBay } : undefined;
}
