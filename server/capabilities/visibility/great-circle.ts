/** A point on the globe, in degrees of WGS 84. */
export interface Point {
  longitude: number;
  latitude: number;
}

/** Where something lies, if that is known. */
export const pointOf = (
  longitude: number | null | undefined,
  latitude: number | null | undefined,
): Point | undefined => (longitude == null || latitude == null ? undefined : { longitude, latitude });

/** Mean earth radius (IUGG). */
const EARTH_RADIUS_KM = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Distance in a straight line over the globe (haversine). */
export function greatCircleKm(from: Point, to: Point): number {
  const byLatitude = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const byLongitude = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const share = byLatitude + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * byLongitude;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(share)));
}
