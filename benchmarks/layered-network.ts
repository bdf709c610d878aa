import type { DatedQuantities, ExplosionInput } from '@intakt/demand-planning';

/**
 * A drawn network of parts at sites: cars on the first level, few kinds of parts that go into many near the top and many that go into
 * few below; lines with offsets and validity, stock, lots, transit and call-offs. The same seed draws the same one.
 */
export function layeredNetwork(size: { items: number; levels: number; buckets: number; seed: number }): ExplosionInput {
  const draw = drawer(size.seed);
  const { items, levels, buckets } = size;
  const starts = Array.from({ length: levels + 1 }, (_, level) =>
    Math.round(items * ((2 ** level - 1) / (2 ** levels - 1))),
  );
  const lines = drawLines(starts, { buckets, draw });
  const demand = new Float64Array(items * buckets);
  for (let i = 0; i < starts[1]! * buckets; i++) demand[i] = draw(200);
  const each = <T extends Float64Array | Int32Array>(array: T, of: () => number): T => {
    for (let i = 0; i < array.length; i++) array[i] = of();
    return array;
  };
  return {
    bill: { items, ...lines },
    buckets,
    demand,
    onHand: each(new Float64Array(items), () => draw(500)),
    safetyStock: each(new Float64Array(items), () => draw(50)),
    leadTimeBuckets: each(new Int32Array(items), () => draw(4)),
    lotMultiple: each(new Float64Array(items), () => (draw(2) === 0 ? 0 : 20 * (1 + draw(10)))),
    inTransit: drawDated(items, { buckets: 4, draw }),
    calledOff: drawDated(items, { buckets: 8, draw }),
  };
}

type Draw = (below: number) => number;

function drawer(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Every part goes into one to three of the level above: about two hundred thousand lines for a hundred thousand parts. */
function drawLines(starts: readonly number[], { buckets, draw }: { buckets: number; draw: Draw }) {
  const lines: { parent: number; child: number }[] = [];
  for (let level = 1; level < starts.length - 1; level++) {
    const above = starts[level]! - starts[level - 1]!;
    for (let child = starts[level]!; child < starts[level + 1]!; child++) {
      for (let use = 1 + draw(3); use > 0; use--) lines.push({ parent: starts[level - 1]! + draw(above), child });
    }
  }
  const ending = lines.map(() => (draw(10) === 0 ? draw(buckets) : buckets));
  return {
    parent: Int32Array.from(lines, ({ parent }) => parent),
    child: Int32Array.from(lines, ({ child }) => child),
    quantityPer: Float64Array.from(lines, () => 1 + draw(4)),
    offsetBuckets: Int32Array.from(lines, () => draw(2)),
    validFrom: Int32Array.from(lines, () => (draw(10) === 0 ? draw(buckets) : 0)),
    validTo: Int32Array.from(ending),
  };
}

function drawDated(items: number, { buckets, draw }: { buckets: number; draw: Draw }): DatedQuantities {
  return {
    item: Int32Array.from({ length: items }, () => draw(items)),
    bucket: Int32Array.from({ length: items }, () => draw(buckets)),
    quantity: Float64Array.from({ length: items }, () => 10 * draw(30)),
  };
}
