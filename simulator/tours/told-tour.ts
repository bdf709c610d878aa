import type { Id } from '@intakt/contract';

/** A published tour as its carrier reads it; the house tells more, and this is what driving it takes. */
export interface ToldTour {
  id: Id;
  customer: Id;
  carrier: Id | null;
  revision: number;
  day: string;
  vehicleType: Id;
  departsAt: string;
  state: string;
  vehicle: string | null;
}

export interface ToldStop {
  tour: Id;
  customer: Id;
  carrier: Id | null;
  supplier: Id | null;
  receiver: Id | null;
  stop: Id;
  site: Id;
  position: number;
  plannedArrival: string;
  plannedStart: string;
  plannedDeparture: string;
  loads: object[];
  unloads: object[];
  state: string;
  arrivedAt: string | null;
  servedAt: string | null;
  departedAt: string | null;
  dockSlot: { state: string; wantedFrom: string; from: string | null } | null;
}

/** Who and what a stop is, as every event about it says. */
export const partiesOfStop = ({ tour, customer, carrier, stop, supplier, receiver }: ToldStop) => ({
  ...{ tour, customer, stop },
  ...(carrier && { carrier }),
  ...(supplier && { supplier }),
  ...(receiver && { receiver }),
});
