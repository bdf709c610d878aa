import type { History } from '../model.ts';
import { mean } from '../moments.ts';

/**
 * The history of a new part, led back into that of the part which it replaces: what its predecessor was used for, it will be.
 * Where both were used side by side they are added; before, the predecessor is scaled by `ratio` pieces of the new part for one of
 * the old.
 *
 * @param successor history of the new part, perhaps of a few buckets; both end with the same bucket
 * @param predecessor history of the old part
 * @param ratio pieces of the new part that do what one of the old did
 * @returns a history as long as the longer one, in pieces of the new part, of what both together were needed for
 * @example withPredecessor(fresh, { predecessor: old, ratio: 1 }).values // old months, then old + new
 */
export function withPredecessor(
  successor: History,
  { predecessor, ratio }: { predecessor: History; ratio: number },
): History {
  const length = Math.max(successor.values.length, predecessor.values.length);
  const at = ({ values }: History, bucket: number): number => values[bucket - (length - values.length)] ?? 0;
  const values = Float64Array.from({ length }, (_, bucket) => at(successor, bucket) + ratio * at(predecessor, bucket));
  return { ...successor, values };
}

/** What a change from one part to another does to both, bucket by bucket ahead. */
export interface PhaseOver {
  /** Pieces of the new part. */
  readonly phasedIn: Float64Array;
  /** Pieces of the old part. */
  readonly phasedOut: Float64Array;
}

/**
 * Divides what both parts are needed for: the new one's share rises from nothing in the bucket before `start` to all in bucket `end`, in
 * equal steps, and never falls below the share it already had.
 *
 * @param joint forecast of both, in pieces of the new part
 * @param plan first bucket with the new part, the first with it alone, and the ratio of `withPredecessor`
 * @example phaseOver(Float64Array.of(100, 100, 100), { start: 0, end: 1, ratio: 1, shareNow: 0 }).phasedIn // 50, 100, 100
 */
export function phaseOver(
  joint: Float64Array,
  plan: { start: number; end: number; ratio: number; shareNow: number },
): PhaseOver {
  if (plan.end < plan.start)
    throw new RangeError(`The old part ends in bucket ${plan.end}, before the new one starts.`);
  const steps = plan.end - plan.start + 1;
  const share = (bucket: number): number =>
    Math.max(plan.shareNow, Math.min(1, Math.max(0, (bucket - plan.start + 1) / steps)));
  return {
    phasedIn: joint.map((pieces, bucket) => pieces * share(bucket)),
    phasedOut: joint.map((pieces, bucket) => (pieces * (1 - share(bucket))) / plan.ratio),
  };
}

/** The share of the new part in the last buckets of both, in its own pieces: where a phase-over stands today. */
export function shareOfSuccessor(
  successor: History,
  { predecessor, ratio, buckets }: { predecessor: History; ratio: number; buckets: number },
): number {
  const last = ({ values }: History): number => mean(values.slice(-buckets));
  const [fresh, old] = [last(successor), ratio * last(predecessor)];
  return fresh + old > 0 ? fresh / (fresh + old) : 0;
}
