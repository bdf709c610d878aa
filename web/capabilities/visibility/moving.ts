import type { MapConsignment } from './queries.ts';

export interface Point {
  longitude: number;
  latitude: number;
}
/** A consignment glides from where it was drawn to where it was last reported. */
export interface Glide {
  from: Point;
  to: Point;
  startedAt: number;
}

/** By shipment. */
export type Glides = ReadonlyMap<string, Glide>;

export const GLIDE_MS = 2500;

/** Position at `now`: slow at both ends, so that a correction does not look like a jump. */
export function glideAt({ from, to, startedAt }: Glide, now: number): Point {
  const share = Math.min(1, Math.max(0, (now - startedAt) / GLIDE_MS));
  const eased = share * share * (3 - 2 * share);
  return {
    longitude: from.longitude + (to.longitude - from.longitude) * eased,
    latitude: from.latitude + (to.latitude - from.latitude) * eased,
  };
}

/** Takes over new reports: what has not moved keeps its glide, what is new stands where it is. */
export function nextGlides(glides: Glides, consignments: MapConsignment[], now: number): Glides {
  const next = new Map<string, Glide>();
  for (const { shipment, longitude, latitude } of consignments) {
    if (longitude == null || latitude == null) continue;
    const position = { longitude, latitude };
    const known = glides.get(shipment);
    if (known && samePoint(known.to, position)) next.set(shipment, known);
    else
      next.set(shipment, {
        from: known ? glideAt(known, now) : position,
        to: position,
        startedAt: known ? now : now - GLIDE_MS,
      });
  }
  return next;
}

const samePoint = (a: Point, b: Point): boolean => a.longitude === b.longitude && a.latitude === b.latitude;
