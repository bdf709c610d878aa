import type { MapConsignment } from './queries.ts';

type OnTheWay = Pick<MapConsignment, 'expectedAt' | 'heldAt' | 'arrival'>;

/**
 * How goods under way stand to what was promised: held, past it, probably past it (in half of such journeys the goods come
 * later), or on time. Pure.
 */
export function stateOnTheWay(
  { expectedAt, heldAt, arrival }: OnTheWay,
  now: number,
): 'held' | 'late' | 'at-risk' | 'on-time' {
  if (heldAt) return 'held';
  const expected = Date.parse(expectedAt);
  if (expected < now) return 'late';
  return arrival && Date.parse(arrival.p50At) > expected ? 'at-risk' : 'on-time';
}

export const LIGHT_ON_THE_WAY = { held: 'red', late: 'red', 'at-risk': 'amber', 'on-time': 'green' } as const;
