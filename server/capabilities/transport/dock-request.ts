import { type DockSlotRequest, type Instant, LONGEST_SLOT_MINUTES, type TourStop } from '@intakt/contract';

const MINUTE_MS = 60_000;

/** What a stop asks of the docks where it unloads for the site's owner; a supplier takes its empties in without one. Pure. */
export function dockRequestOf(stop: TourStop): DockSlotRequest | undefined {
  const { tour, customer, carrier, receiver, site, vehicleName, unloads } = stop;
  if (stop.supplier || unloads.length === 0) return undefined;
  const minutes = Math.ceil((Date.parse(stop.plannedDeparture) - Date.parse(stop.plannedStart)) / MINUTE_MS);
  return {
    tour,
    customer,
    ...(carrier && { carrier }),
    ...(receiver && { receiver }),
    ...{
      stop: stop.stop,
      site,
      vehicleName,
      arrivesAt: stop.plannedArrival,
      wantedFrom: fullMinute(stop.plannedStart),
    },
    unloadingMinutes: Math.min(LONGEST_SLOT_MINUTES, Math.max(1, minutes)),
    loadingMeters: sum(unloads.map(({ goods }) => goods.loadingMeters)),
    palletPlaces: sum(unloads.map(({ goods }) => goods.palletPlaces)),
  };
}

/** Docks reckon in minutes; a truck does not begin before it is there. */
const fullMinute = (instant: Instant): Instant =>
  new Date(Math.ceil(Date.parse(instant) / MINUTE_MS) * MINUTE_MS).toISOString();

const sum = (amounts: readonly number[]): number =>
  Math.round(amounts.reduce((total, amount) => total + amount, 0) * 100) / 100;
