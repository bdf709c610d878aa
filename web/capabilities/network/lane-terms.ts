import type { Lane, LaneTerms } from './queries.ts';

/** A lane as its parties state it: without what the platform says of it, and without what is not agreed. */
export function laneTerms({ id, endsOn: _, confirmed: __, quota, ...lane }: Lane): LaneTerms {
  const agreed = Object.fromEntries(Object.entries(lane).filter(([, value]) => value !== null));
  return { ...(agreed as unknown as Omit<LaneTerms, 'lane'>), lane: id, ...(quota.length > 0 && { quota }) };
}
