import fc from 'fast-check';
import { bucketGrid } from './bucket-grid.ts';
import type { FlowFacts, NetworkFacts, NodeFacts, TransitFacts } from './build-network.ts';
import { transportPattern } from './transport-pattern.ts';

export const BUCKETS = 14;
const grid = bucketGrid({ startMs: 0, days: BUCKETS });
const quantity = fc.integer({ min: 0, max: 40 });
const bucket = fc.integer({ min: -1, max: BUCKETS + 2 });

const node: fc.Arbitrary<NodeFacts> = fc.record({
  onHand: fc.integer({ min: -5, max: 120 }),
  inQuality: quantity,
  releasedIn: bucket,
  blocked: quantity,
  disclosedStop: fc.oneof({ weight: 12, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(BUCKETS) }),
});

/** Flows lead from lower to higher numbers of a shuffled list, so that there is no cycle and no order to rely on. */
const flow = (names: number[]): fc.Arbitrary<FlowFacts> =>
  fc
    .record({
      to: fc.integer({ min: 0, max: names.length }),
      inputs: fc.uniqueArray(fc.nat(names.length - 1), { maxLength: 3 }),
      pers: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
      perBucket: fc.array(fc.oneof(fc.constant(0), quantity), { minLength: BUCKETS, maxLength: BUCKETS }),
      leadTimeHours: fc.integer({ min: 0, max: 120 }),
      departures: fc.option(fc.array(fc.nat(1), { minLength: BUCKETS, maxLength: BUCKETS }), { nil: undefined }),
      whole: fc.boolean(),
      capacity: fc.option(fc.array(quantity, { minLength: BUCKETS, maxLength: BUCKETS }), { nil: undefined, freq: 3 }),
    })
    .map(({ to, inputs, pers, leadTimeHours, departures, capacity, ...rest }) => ({
      ...rest,
      from: inputs.filter((input) => input < to).map((input, at) => ({ node: names[input]!, per: pers[at]! })),
      to: names[to],
      pattern: transportPattern(grid, { leadTimeHours, departures }),
      capacity: capacity && Float64Array.from(capacity),
    }));

const transit = (nodes: number): fc.Arbitrary<TransitFacts> =>
  fc.record({ node: fc.nat(nodes - 1), quantity, arrival: bucket, promised: bucket });

/** Networks without a cycle, with everything that a network may hold. */
export const networks: fc.Arbitrary<NetworkFacts> = fc
  .integer({ min: 1, max: 9 })
  .chain((size) => fc.shuffledSubarray([...Array(size).keys()], { minLength: size }))
  .chain((names) =>
    fc.record({
      buckets: fc.constant(BUCKETS),
      nodes: fc.array(node, { minLength: names.length, maxLength: names.length }),
      flows: fc.array(flow(names), { maxLength: 16 }),
      transits: fc.array(transit(names.length), { maxLength: 8 }),
    }),
  );
