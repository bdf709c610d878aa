import type { EventCommand, Id, Instant, TenderInvitation, TourStop } from '@intakt/contract';
import { dockRequestOf } from './dock-request.ts';
import type { TenderRow } from './freight-store.ts';
import type { StopRow, TourRow } from './store.ts';

export interface TenderWish {
  tender: Id;
  carriers: readonly Id[];
  respondBy: Instant;
  priceAsked?: number;
  currency: string;
  round: number;
}

/** One invitation per carrier: what is to be driven, and nothing of the others who are asked. Pure. */
export function tenderCommands(
  tour: TourRow,
  stops: readonly StopRow[],
  { carriers, ...wish }: TenderWish,
  said: Pick<EventCommand, 'source' | 'id' | 'occurredAt'>,
): EventCommand[] {
  const goods = stops.flatMap(({ loads }) => loads).map((load) => load.goods);
  const invitation: Omit<TenderInvitation, 'carrier'> = {
    ...wish,
    tour: tour.id,
    customer: tour.customer,
    vehicleName: tour.vehicleName,
    departsAt: tour.departsAt,
    arrivesAt: tour.arrivesAt,
    distanceKm: tour.distanceKm,
    massKg: Math.round(goods.reduce((sum, { massKg }) => sum + massKg, 0)),
    loadingMeters: Math.round(goods.reduce((sum, { loadingMeters }) => sum + loadingMeters, 0) * 100) / 100,
    sites: stops.toSorted((a, b) => a.position - b.position).map(({ site }) => site),
  };
  return carriers.map((carrier) => ({
    ...said,
    id: `${said.id}/${carrier}`,
    type: 'tender-opened' as const,
    causationId: said.id.slice(0, 100),
    data: { ...invitation, carrier },
  }));
}

/** The winner's price and everybody's outcome, each told to one carrier alone. */
export function awardCommands(
  tenders: readonly TenderRow[],
  winner: TenderRow,
  said: Pick<EventCommand, 'source' | 'id' | 'occurredAt'>,
): EventCommand[] {
  return tenders
    .filter(({ state }) => !['awarded', 'lost', 'withdrawn'].includes(state))
    .map(({ id, customer, carrier }) => {
      const wins = carrier === winner.carrier;
      const price = wins ? winner.priceAnswered : null;
      return {
        ...said,
        id: `${said.id}/${carrier}`,
        type: 'tender-closed' as const,
        causationId: said.id.slice(0, 100),
        data: { tender: id, customer, carrier, outcome: wins ? 'awarded' : 'lost', ...(price !== null && { price }) },
      };
    });
}

/** A tour said again with the carrier who won it, to those who see it: the same stops at the same times. */
export function assignCommands(
  tour: TourRow,
  stops: readonly StopRow[],
  carrier: Id,
  said: Pick<EventCommand, 'source' | 'id' | 'occurredAt'>,
): EventCommand[] {
  const revision = tour.revision + 1;
  const common = { ...said, causationId: said.id.slice(0, 100) };
  const {
    id,
    state: _state,
    vehicle: _vehicle,
    problem: _problem,
    longitude: _x,
    latitude: _y,
    positionAt: _at,
    ...terms
  } = tour;
  return [
    { ...common, id: `${said.id}/tour`, type: 'tour-published', data: { ...terms, tour: id, carrier, revision } },
    ...stops.flatMap((row): EventCommand[] => {
      const stop = stopAgain(row, { carrier, revision });
      const request = dockRequestOf(stop);
      const published = {
        type: 'tour-stop-published' as const,
        id: `${said.id}/${stop.stop}`.slice(0, 200),
        data: stop,
      };
      const asked = request && {
        type: 'dock-slot-requested' as const,
        id: `${said.id}/dock/${stop.stop}`.slice(0, 200),
      };
      return [{ ...common, ...published }, ...(asked ? [{ ...common, ...asked, data: request }] : [])];
    }),
  ];
}

const stopAgain = (stop: StopRow, { carrier, revision }: { carrier: Id; revision: number }): TourStop => ({
  tour: stop.tour,
  customer: stop.customer,
  carrier,
  stop: stop.stop,
  ...(stop.supplier && { supplier: stop.supplier }),
  ...(stop.receiver && { receiver: stop.receiver }),
  revision,
  day: stop.day,
  position: stop.position,
  stops: stop.stops,
  site: stop.site,
  vehicleName: stop.vehicleName,
  plannedArrival: stop.plannedArrival,
  plannedStart: stop.plannedStart,
  plannedDeparture: stop.plannedDeparture,
  ...(stop.deliveredAt && { deliveredAt: stop.deliveredAt }),
  loads: stop.loads,
  unloads: stop.unloads,
});
