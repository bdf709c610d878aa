import type { EventData } from '@intakt/contract';
import type { MapAnswer, MapConsignment } from '../capabilities/visibility/queries.ts';
import type { MovedPosition } from './feed-messages.ts';

type Report = Pick<EventData<'telemetry-digested'>, 'supplier' | 'shipment' | 'position' | 'at'>;

/** Moves one consignment to where its carrier says it is; an older report never moves it back. */
export function patchPosition(
  map: MapAnswer | undefined,
  { supplier, shipment, position, at }: Report,
): MapAnswer | undefined {
  return position ? patchPositions(map, [{ owner: supplier, shipment, ...position, at }]) : map;
}

/** Moves many at once; a map on which nothing moved stays the same object, so that nothing is drawn anew. */
export function patchPositions(map: MapAnswer | undefined, positions: MovedPosition[]): MapAnswer | undefined {
  if (!map) return map;
  const latest = new Map(positions.map((moved) => [`${moved.owner}/${moved.shipment}`, moved]));
  let changed = false;
  const consignments = map.consignments.map((known) => {
    const moved = latest.get(`${known.supplier}/${known.shipment}`);
    if (!moved || !isNews(known, moved)) return known;
    changed = true;
    const { longitude, latitude, at } = moved;
    return { ...known, longitude, latitude, positionAt: at };
  });
  return changed ? { ...map, consignments } : map;
}

const isNews = ({ positionAt }: MapConsignment, { at }: MovedPosition): boolean => !positionAt || positionAt < at;
