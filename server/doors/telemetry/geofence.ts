import { greatCircleKm } from '../../capabilities/visibility/index.ts';
import type { Place } from './reading.ts';

/** Around a site's coordinates: within the inner circle a consignment is there, beyond the outer one it has left. */
const ARRIVED_KM = 0.5;
const DEPARTED_KM = 0.75;

/** The fences of one consignment: each is crossed once. A site without coordinates has none. */
export interface Fences {
  from?: Place;
  to?: Place;
  departed: boolean;
  arrived: boolean;
}
export type Passage = 'departed' | 'arrived';

/** What a plausible position says of a consignment's way; both at once where the way is shorter than the fences. */
export function crossings({ from, to, departed, arrived }: Fences, place: Place): Passage[] {
  const found: Passage[] = [];
  if (!departed && from && greatCircleKm(from, place) > DEPARTED_KM) found.push('departed');
  if (!arrived && to && greatCircleKm(to, place) <= ARRIVED_KM) found.push('arrived');
  return found;
}
