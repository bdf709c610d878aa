export type LonLat = readonly [longitude: number, latitude: number];

const EARTH_RADIUS_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance (haversine). */
export function distanceKm([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const a =
    Math.sin(radians(lat2 - lat1) / 2) ** 2 +
    Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lon2 - lon1) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(a));
}

export function routeKm(route: readonly LonLat[]): number {
  let total = 0;
  for (let leg = 1; leg < route.length; leg++) total += distanceKm(route[leg - 1]!, route[leg]!);
  return total;
}

/** Where one is after a share (0 … 1) of the route. A leg is short enough to be walked straight on the map. */
export function alongRoute(route: readonly LonLat[], share: number): LonLat {
  let left = routeKm(route) * Math.min(1, Math.max(0, share));
  for (let leg = 1; leg < route.length; leg++) {
    const [start, end] = [route[leg - 1]!, route[leg]!];
    const length = distanceKm(start, end);
    if (left <= length && length > 0) return between(start, end, left / length);
    left -= length;
  }
  return route[route.length - 1]!;
}

function between([lon1, lat1]: LonLat, [lon2, lat2]: LonLat, share: number): LonLat {
  return [lon1 + (lon2 - lon1) * share, lat1 + (lat2 - lat1) * share];
}
