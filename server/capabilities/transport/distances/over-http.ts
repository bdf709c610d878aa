import type { Located } from './provider.ts';

/** Rows of the table that a router gives; null where it knows no way. */
export interface RouterTable {
  meters: (number | null)[][];
  seconds: (number | null)[][];
}
/** One router's way of asking for the ways from some places to some. */
export interface RouterDialect {
  name: string;
  /** So many places may stand in one request, sources and targets together. */
  mostPlaces: number;
  request: (url: string, sources: readonly Located[], targets: readonly Located[]) => Request;
  read: (answer: unknown) => RouterTable | undefined;
}

const degrees = ({ longitude, latitude }: Located): string => `${longitude.toFixed(5)},${latitude.toFixed(5)}`;

/** OSRM's table service (project-osrm.org, HTTP API v1): durations in seconds, distances in metres. */
export const OSRM: RouterDialect = {
  name: 'osrm',
  mostPlaces: 100,
  request: (url, sources, targets) => {
    const places = [...sources, ...targets].map(degrees).join(';');
    const from = sources.map((_, i) => i).join(';');
    const to = targets.map((_, i) => sources.length + i).join(';');
    const query = `annotations=duration,distance&sources=${from}&destinations=${to}`;
    return new Request(`${url.replace(/\/$/, '')}/table/v1/driving/${places}?${query}`);
  },
  read: (answer) => {
    const { code, durations, distances } = answer as { code?: string } & Record<
      string,
      (number | null)[][] | undefined
    >;
    return code === 'Ok' && durations && distances ? { meters: distances, seconds: durations } : undefined;
  },
};

/** Valhalla's sources_to_targets (valhalla.github.io, Matrix API), costing truck: kilometres and seconds. */
export const VALHALLA: RouterDialect = {
  name: 'valhalla',
  mostPlaces: 100,
  request: (url, sources, targets) => {
    const place = ({ longitude, latitude }: Located) => ({ lon: longitude, lat: latitude });
    const body = JSON.stringify({ sources: sources.map(place), targets: targets.map(place), costing: 'truck' });
    const headers = { 'content-type': 'application/json' };
    return new Request(`${url.replace(/\/$/, '')}/sources_to_targets`, { method: 'POST', headers, body });
  },
  read: (answer) => {
    const rows = (answer as { sources_to_targets?: { distance: number | null; time: number | null }[][] })
      .sources_to_targets;
    return (
      rows && {
        meters: rows.map((row) => row.map(({ distance }) => (distance === null ? null : distance * 1000))),
        seconds: rows.map((row) => row.map(({ time }) => time)),
      }
    );
  },
};
