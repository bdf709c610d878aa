import { glideAt, type Glides, type Point } from './moving.ts';

export type MovingLight = 'green' | 'amber' | 'red';

/** Per consignment: from x, y · to x, y (Web Mercator, 0 to 1 from the north-west) · start in ms · light as 0, 1, 2. */
export const FLOATS_PER_BODY = 6;
const LIGHTS: MovingLight[] = ['green', 'amber', 'red'];

/** What the layer draws; the lights that matter most lie on top. `origin`: what the starts are counted from. */
export function packBodies(
  glides: Glides,
  lights: ReadonlyMap<string, MovingLight>,
  origin: number,
): Float32Array<ArrayBuffer> {
  const bodies = new Float32Array(glides.size * FLOATS_PER_BODY);
  let at = 0;
  for (const [rank, light] of LIGHTS.entries())
    for (const [shipment, { from, to, startedAt }] of glides)
      if ((lights.get(shipment) ?? 'green') === light) {
        bodies.set([...mercator(from), ...mercator(to), startedAt - origin, rank], at);
        at += FLOATS_PER_BODY;
      }
  return bodies;
}

/** The consignment whose mark lies under a point, the nearest if several do. `reach` in shares of the world's width. */
export function bodyAt(glides: Glides, point: Point, reach: number, now: number): string | undefined {
  const [x, y] = mercator(point);
  let nearest: string | undefined;
  let least = reach;
  for (const [shipment, glide] of glides) {
    const [bodyX, bodyY] = mercator(glideAt(glide, now));
    const distance = Math.max(Math.abs(bodyX - x), Math.abs(bodyY - y));
    if (distance <= least) [nearest, least] = [shipment, distance];
  }
  return nearest;
}

/** When the last of the glides began, in milliseconds. */
export function latestStart(glides: Glides): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { startedAt } of glides.values()) latest = Math.max(latest, startedAt);
  return latest;
}

/** Where the world of Web Mercator ends in the north, in degrees. */
const EDGE = 85.051129;
/** Web Mercator (EPSG:3857) as shares of the world's width. */
function mercator({ longitude, latitude }: Point): [x: number, y: number] {
  const sine = Math.sin((Math.max(-EDGE, Math.min(EDGE, latitude)) * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}
