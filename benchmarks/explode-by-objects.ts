import type { ExplosionInput } from '@intakt/demand-planning';

interface Part {
  item: number;
  parents: { part: Part; line: number }[];
  gross: number[];
  releases?: number[];
}

/**
 * The same explosion as one would first write it: an object per part, each asking its parents for their orders. It shares no line
 * with the engine, so that it can also tell whether that is right.
 */
export function explodeByObjects(input: ExplosionInput): Float64Array {
  const { bill, buckets, demand } = input;
  const parts = Array.from(
    { length: bill.items },
    (_, item): Part => ({
      item,
      parents: [],
      gross: Array.from(demand.subarray(item * buckets, (item + 1) * buckets)),
    }),
  );
  for (const [line, child] of bill.child.entries())
    parts[child]!.parents.push({ part: parts[bill.parent[line]!]!, line });
  const expected = new Map<number, number>();
  for (const { item, bucket, quantity } of [input.inTransit, input.calledOff]) {
    for (const [i, place] of item.entries()) {
      const key = place * buckets + bucket[i]!;
      expected.set(key, (expected.get(key) ?? 0) + quantity[i]!);
    }
  }
  return Float64Array.from(parts.flatMap((part) => releasesOf(part, input, expected)));
}

function releasesOf(part: Part, input: ExplosionInput, expected: ReadonlyMap<number, number>): number[] {
  if (part.releases) return part.releases;
  const { bill, buckets } = input;
  for (const { part: parent, line } of part.parents) {
    for (const [bucket, order] of releasesOf(parent, input, expected).entries()) {
      const due = bucket + bill.offsetBuckets[line]!;
      const valid = bucket >= bill.validFrom[line]! && bucket <= bill.validTo[line]!;
      if (valid && due >= 0 && due < buckets) part.gross[due]! += order * bill.quantityPer[line]!;
    }
  }
  const releases = new Array<number>(buckets).fill(0);
  let stock = input.onHand[part.item]!;
  for (const [bucket, gross] of part.gross.entries()) {
    stock += (expected.get(part.item * buckets + bucket) ?? 0) - gross;
    const missing = input.safetyStock[part.item]! - stock;
    if (missing <= 1e-6) continue;
    const lot = input.lotMultiple[part.item]!;
    const order = lot > 0 ? Math.ceil(missing / lot - 1e-6) * lot : missing;
    stock += order;
    releases[Math.max(0, bucket - input.leadTimeBuckets[part.item]!)]! += order;
  }
  part.releases = releases;
  return releases;
}
