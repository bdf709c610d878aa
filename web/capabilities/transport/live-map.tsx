import type { ReactNode } from 'react';
import { useNames } from '../../shell/names.ts';
import { useMe } from '../network/queries.ts';
import classes from './tours.module.css';
import type { Tour, TourStop } from './queries.ts';
import { tourColour } from './tour-colours.ts';
import { type MapTour, TourMap } from './tour-map.tsx';

const LATE_MS = 15 * 60_000;

interface LiveMapProps {
  tours: Tour[];
  stops: TourStop[];
  selected: string | undefined;
  onSelect: (tour: string) => void;
}

/** The tours of now against their plan: where each truck was last, red when a stop ahead is expected late. */
export function LiveMap({ tours, stops, selected, onSelect }: LiveMapProps): ReactNode {
  const me = useMe();
  const { sites } = useNames();
  const shown = tours.map((tour, index): MapTour => {
    const own = stops.filter((stop) => stop.tour === tour.id && stop.customer === tour.customer);
    const places = own
      .toSorted((a, b) => a.position - b.position)
      .flatMap(({ site }) => {
        const found = sites.get(site);
        return found?.position ? [{ id: site, name: found.name, ...found.position }] : [];
      });
    const { longitude, latitude } = tour;
    return {
      id: tour.id,
      colour: tourColour(index),
      places,
      late: own.some(isLate),
      ...(longitude !== null && latitude !== null && { truck: { longitude, latitude } }),
    };
  });
  return (
    <div className={classes.map}>
      <TourMap tours={shown} selected={selected} tileUrl={me?.features.tileUrl} onSelect={onSelect} />
    </div>
  );
}

const isLate = ({ arrivedAt, expectedAt, plannedArrival }: TourStop): boolean =>
  arrivedAt === null && Date.parse(expectedAt) - Date.parse(plannedArrival) > LATE_MS;
