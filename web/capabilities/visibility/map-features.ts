import type { Feature, FeatureCollection, Point as GeoPoint, LineString } from 'geojson';
import type { Point } from './moving.ts';
import type { MapAnswer, MapLane, MapSite } from './queries.ts';

const ARC_STEPS = 24;
/** How far an arc leaves the straight line, as a share of its length. */
const ARC_BEND = 0.14;

const collection = <G extends GeoPoint | LineString>(features: Feature<G>[]): FeatureCollection<G> => ({
  type: 'FeatureCollection',
  features,
});
const pointOf = ({ longitude, latitude }: Point): GeoPoint => ({ type: 'Point', coordinates: [longitude, latitude] });

export const siteFeatures = (sites: MapSite[]): FeatureCollection<GeoPoint> =>
  collection(
    sites.map((site) => ({
      type: 'Feature',
      geometry: pointOf(site),
      properties: {
        id: site.id,
        name: site.name,
        icon: `${site.kind}-${site.light ?? 'none'}`,
        rank: site.kind === 'plant' ? 0 : 1,
      },
    })),
  );

export function laneFeatures({ sites, lanes }: Pick<MapAnswer, 'sites' | 'lanes'>): FeatureCollection<LineString> {
  const byId = new Map(sites.map((site) => [site.id, site]));
  return collection(lanes.flatMap((lane) => laneFeature(lane, byId.get(lane.from), byId.get(lane.to))));
}

function laneFeature(lane: MapLane, from?: MapSite, to?: MapSite): Feature<LineString>[] {
  if (!from || !to) return [];
  const properties = {
    from: lane.from,
    to: lane.to,
    light: lane.light ?? 'none',
    mode: lane.mode,
    width: Math.min(3.2, 1 + Math.log2(1 + lane.parts) * 0.5),
  };
  return [{ type: 'Feature', geometry: { type: 'LineString', coordinates: arc(from, to) }, properties }];
}

/** A gentle arc, so that lanes between the same two places in both directions stay apart. */
export function arc(from: Point, to: Point): [number, number][] {
  const middle = { longitude: (from.longitude + to.longitude) / 2, latitude: (from.latitude + to.latitude) / 2 };
  const control = {
    longitude: middle.longitude - (to.latitude - from.latitude) * ARC_BEND,
    latitude: middle.latitude + (to.longitude - from.longitude) * ARC_BEND,
  };
  return Array.from({ length: ARC_STEPS + 1 }, (_, step) => bezier(from, control, to, step / ARC_STEPS));
}

function bezier(a: Point, b: Point, c: Point, t: number): [number, number] {
  const u = 1 - t;
  const along = (key: keyof Point): number => u * u * a[key] + 2 * u * t * b[key] + t * t * c[key];
  return [along('longitude'), along('latitude')];
}

/** Longitude and latitude of the south-west and north-east corners around all sites. */
export function boundsOf(sites: Point[]): [number, number, number, number] | undefined {
  if (sites.length === 0) return undefined;
  const longitudes = sites.map((site) => site.longitude);
  const latitudes = sites.map((site) => site.latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
