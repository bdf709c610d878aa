import type { EventData } from '@intakt/contract';
import type { MapAnswer } from '../capabilities/visibility/queries.ts';

/** Moves one consignment to where its carrier says it is; an older report never moves it back. */
export function patchPosition(
  map: MapAnswer | undefined,
  report: EventData<'position-reported'>,
): MapAnswer | undefined {
  const known = map?.consignments.find((consignment) => consignment.shipment === report.shipment);
  if (!map || !known || (known.positionAt && known.positionAt >= report.at)) return map;
  const moved = { ...known, ...report.position, positionAt: report.at };
  return { ...map, consignments: map.consignments.map((one) => (one === known ? moved : one)) };
}
