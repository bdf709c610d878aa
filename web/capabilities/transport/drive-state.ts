import type { Driven, DrivenStop, Report } from './drive-api.ts';

const STATES: Record<Report['milestone'], string | undefined> = {
  arrived: 'arrived',
  collected: 'served',
  delivered: 'served',
  departed: 'departed',
  refused: 'refused',
  problem: undefined,
};

/** The tour with what was done on this phone and is not at the server yet: the driver sees his own deeds at once. */
export function withWaiting(tour: Driven, waiting: readonly Report[]): Driven {
  return { ...tour, stops: tour.stops.map((stop) => waiting.reduce(afterReport, stop)) };
}

function afterReport(stop: DrivenStop, report: Report): DrivenStop {
  if (report.stop !== stop.stop) return stop;
  const state = STATES[report.milestone] ?? stop.state;
  const served = state === 'served' ? report.at : null;
  return { ...stop, state, arrivedAt: stop.arrivedAt ?? report.at, servedAt: stop.servedAt ?? served };
}

/** Where to go now: the first stop that is neither served nor refused. */
export const nextStop = ({ stops }: Pick<Driven, 'stops'>): DrivenStop | undefined =>
  stops.toSorted((a, b) => a.position - b.position).find(({ state }) => state === 'planned' || state === 'arrived');

/** Loading at a supplier, unloading at the plant; both at a stop that does both. */
export const servedAs = ({ loads }: DrivenStop): 'collected' | 'delivered' =>
  loads.length > 0 ? 'collected' : 'delivered';

/** Opens whatever navigates on this phone; the place is named by its coordinates (RFC 5870). */
export const navigationUrl = (
  place: { longitude: number | null; latitude: number | null } | undefined,
): string | undefined =>
  place?.longitude == null || place.latitude == null
    ? undefined
    : `geo:${place.latitude},${place.longitude}?q=${place.latitude},${place.longitude}`;
