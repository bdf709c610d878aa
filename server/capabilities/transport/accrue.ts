import type { EventCommand, FreightAccrual, Id } from '@intakt/contract';
import { freightOf, ratesFor } from './freight-rules.ts';
import type { TenderRow } from './freight-store.ts';
import type { RatesRow } from './price-store.ts';
import type { StopRow, TourRow } from './store.ts';

type Said = Pick<EventCommand, 'source' | 'id' | 'occurredAt' | 'causationId'>;
const HOUR_MS = 3_600_000;

/**
 * What a tour will cost, by the price that was agreed in its tender, else by the price list of the day. Without either nothing is accrued:
 * nobody invents a price. Pure.
 */
export function accrualOf(
  tour: TourRow & { carrier: Id },
  stops: readonly StopRow[],
  { rates, tenders, basis }: { rates: readonly RatesRow[]; tenders: readonly TenderRow[]; basis: 'planned' | 'driven' },
): FreightAccrual | undefined {
  const common = { tour: tour.id, customer: tour.customer, carrier: tour.carrier, basis, day: tour.day };
  const won = tenders.find(
    ({ state, carrier, tour: of }) => state === 'awarded' && carrier === tour.carrier && of === tour.id,
  );
  if (won?.priceAwarded != null) {
    const line = { kind: 'agreed' as const, quantity: 1, rate: won.priceAwarded, amount: won.priceAwarded };
    return { ...common, agreedBy: won.id, currency: won.currency, lines: [line], total: won.priceAwarded };
  }
  const driven = {
    day: tour.day,
    vehicleType: tour.vehicleType,
    vehicleName: tour.vehicleName,
    distanceKm: tour.distanceKm,
    hours: hoursOf(tour, stops, basis),
    stops: basis === 'planned' ? stops.length : servedStops(stops).length,
  };
  const own = rates.filter(({ carrier, customer }) => carrier === tour.carrier && customer === tour.customer);
  const agreed = ratesFor(own, driven);
  if (!agreed) return undefined;
  return { ...common, agreedBy: agreed.tariff, currency: agreed.currency, ...freightOf(agreed, driven) };
}

/** Where the truck was: as was reported, and where all that it has delivered was loaded. */
function servedStops(stops: readonly StopRow[]): StopRow[] {
  const served = stops.filter(({ servedAt }) => servedAt !== null);
  const delivered = new Set(served.flatMap(({ unloads }) => unloads.map(({ order }) => order)));
  return stops.filter(
    ({ servedAt, state, loads }) =>
      servedAt !== null ||
      (state !== 'refused' && loads.length > 0 && loads.every(({ order }) => delivered.has(order))),
  );
}

/** The time on the road as it was: what was planned, longer by how much later the last stop was than the first. */
function hoursOf({ departsAt, arrivesAt }: TourRow, stops: readonly StopRow[], basis: 'planned' | 'driven'): number {
  const planned = (Date.parse(arrivesAt) - Date.parse(departsAt)) / HOUR_MS;
  if (basis === 'planned') return planned;
  const late = stops
    .filter(({ arrivedAt }) => arrivedAt !== null)
    .map(({ arrivedAt, plannedArrival }) => (Date.parse(arrivedAt!) - Date.parse(plannedArrival)) / HOUR_MS);
  return Math.max(0, planned + (late.at(-1) ?? 0) - (late[0] ?? 0));
}

export const accrualCommand = (accrual: FreightAccrual, said: Said): EventCommand => ({
  ...said,
  id: `${said.id}/freight/${accrual.tour}/${accrual.carrier}`.slice(0, 200),
  type: 'freight-accrued',
  data: accrual,
});
