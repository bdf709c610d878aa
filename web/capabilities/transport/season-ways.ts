import type { Scenario, Season } from './season-queries.ts';

export interface Place {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
}
/** Where a site is and what it is called, as far as the reader knows. */
export type PlaceOf = (site: string) => Place | undefined;

/** A master tour, or how one supplier's goods come by themselves. */
export interface SeasonWay {
  /** Also the key of its row. */
  id: string;
  isTour: boolean;
  weekdays: number[];
  /** In the order in which the truck comes by. */
  places: Place[];
}

export const tourKey = ({ plan, tour }: { plan: string; tour: string | null }): string => `${plan} ${tour}`;
export const rhythmKey = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`;

/** The published season on the map: its tours, and from where goods come straight or by groupage. */
export function waysOfSeason({ tours, rhythms }: Season, placeOf: PlaceOf): SeasonWay[] {
  return [
    ...tours.map((tour) => {
      const first = tour.stops[0];
      // A truck that leaves before it is due at its first stop comes out from the plant with empties.
      const comesOut = first !== undefined && (first.dayOffset > 0 || first.arrives !== tour.departs);
      const sites = [...(comesOut ? [tour.to] : []), ...tour.stops.map(({ site }) => site), tour.to];
      return { id: tourKey(tour), isTour: true, weekdays: tour.weekdays, places: located(sites, placeOf) };
    }),
    ...rhythms
      .filter(({ tour }) => tour === null)
      .map((rhythm) => ({
        ...{ id: rhythmKey(rhythm), isTour: false, weekdays: rhythm.weekdays },
        places: located([rhythm.from, rhythm.to], placeOf),
      })),
  ];
}

const MINUTE = 60;

/** The same of a scenario, which knows itself where its places are. */
export function waysOfScenario({ plan, plant, lanes }: Scenario, nameOf: (site: string) => string): SeasonWay[] {
  const at = ({ site, longitude, latitude }: Scenario['plant']): Place => ({
    ...{ id: site, name: nameOf(site), longitude, latitude },
  });
  const places = new Map(lanes.map(({ lane, from, ...rest }) => [lane, at({ site: from, ...rest })]));
  const gate = at(plant);
  const along = (names: string[]): Place[] => names.flatMap((lane) => places.get(lane) ?? []);
  return [
    ...plan.tours.map(({ id, weekdays, stops, departureSeconds }) => {
      const comesOut = (stops[0]?.arrivalSeconds ?? 0) - departureSeconds > MINUTE;
      const between = along(stops.map(({ lane }) => lane));
      return { id, isTour: true, weekdays, places: [...(comesOut ? [gate] : []), ...between, gate] };
    }),
    ...plan.lanes
      .filter(({ tour }) => tour === undefined)
      .map(({ lane, weekdays }) => ({ id: lane, isTour: false, weekdays, places: [...along([lane]), gate] })),
  ];
}

const located = (sites: string[], placeOf: PlaceOf): Place[] => sites.flatMap((site) => placeOf(site) ?? []);
