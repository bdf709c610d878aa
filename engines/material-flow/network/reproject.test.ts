import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, type Change } from './apply-change.ts';
import { buildNetwork, type NetworkFacts } from './build-network.ts';
import type { FlowNetwork } from './flow-network.ts';
import type { Outlook } from './outlook.ts';
import { projectNetwork } from './project-network.ts';
import { BUCKETS, networks } from './random-network.test-data.ts';
import { reproject } from './reproject.ts';
import { whatIf } from './what-if.ts';

const built = (facts: NetworkFacts): FlowNetwork => {
  const answer = buildNetwork(facts);
  if (!answer.ok) throw new Error(`cycle ${answer.cycle.join()}`);
  return answer.network;
};
/** Served rows are read only where a node is short. */
const readable = (outlook: Outlook) => ({
  balance: [...outlook.balance],
  cover: [...outlook.cover],
  shortFrom: [...outlook.shortFrom],
  served: [...outlook.shortFrom].map((short, node) =>
    short < 0 ? 'on time' : [...outlook.servedUntil.subarray(node * outlook.buckets, (node + 1) * outlook.buckets)],
  ),
});

/** Draws that are turned into a change of a network, whatever its size. */
interface Draw {
  kind: Change['kind'];
  at: number;
  quantity: number;
  bucket: number;
  row: number[];
}
const draws: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom('stock', 'shipment', 'despatch', 'withdraw', 'plan', 'capacity', 'disclosed'),
  at: fc.nat(1000),
  quantity: fc.integer({ min: 0, max: 90 }),
  bucket: fc.integer({ min: -1, max: BUCKETS + 1 }),
  row: fc.array(fc.nat(30), { minLength: BUCKETS, maxLength: BUCKETS }),
});

function changeOf(
  { nodes, flows, transits }: FlowNetwork,
  { kind, at, quantity, bucket, row }: Draw,
): Change | undefined {
  const [node, flow, transit] = [at % nodes, at % flows, at % transits.count];
  if (kind === 'stock') return { kind, node, onHand: quantity, inQuality: quantity % 7, releasedIn: bucket };
  if (kind === 'despatch') return { kind, node, quantity, arrival: bucket };
  if (kind === 'disclosed') return { kind, node, stop: bucket };
  if (kind === 'shipment') return transits.count ? { kind, transit, arrival: bucket, quantity } : undefined;
  if (kind === 'withdraw') return transits.count ? { kind, transit } : undefined;
  if (flows === 0) return undefined;
  let sum = 0;
  if (kind === 'plan') return { kind, flow, cumulative: Float64Array.from(row, (figure) => (sum += figure)) };
  return { kind, flow, perBucket: quantity % 3 === 0 ? undefined : Float64Array.from(row) };
}

describe('whatever the network and whatever happens in it', () => {
  test('projecting only what lies downstream gives the same as projecting everything, to the last bit', () => {
    fc.assert(
      fc.property(networks, fc.array(draws, { maxLength: 12 }), (facts, events) => {
        const network = built(facts);
        const outlook = projectNetwork(network);
        for (const event of events) {
          const change = changeOf(network, event);
          if (change) reproject(network, outlook, applyChange(network, change).changed);
          expect(readable(outlook)).toEqual(readable(projectNetwork(network)));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a what-if leaves no trace', () => {
    fc.assert(
      fc.property(networks, fc.array(draws, { maxLength: 5 }), (facts, events) => {
        const network = built(facts);
        const outlook = projectNetwork(network);
        const before = readable(outlook);
        const changes = events.flatMap((event) => changeOf(network, event) ?? []);
        const inBetween = whatIf(network, outlook, changes.filter(isRepeatable), () => readable(outlook));
        expect(inBetween.shortFrom).toHaveLength(network.nodes);
        expect(readable(outlook)).toEqual(before);
        expect(readable(projectNetwork(network))).toEqual(before);
        expect(network.transits.count).toBe(facts.transits!.length);
      }),
      { numRuns: 100 },
    );
  });
});

/** A shipment is withdrawn for good, unless it was the last: what-ifs let it arrive never. */
const isRepeatable = ({ kind }: Change): boolean => kind !== 'withdraw';

describe('early cut-off', () => {
  /** Three works in a row, each with a week of stock. */
  const chain = (stock: number): FlowNetwork =>
    built({
      buckets: BUCKETS,
      nodes: [{ onHand: 200 }, { onHand: stock }, { onHand: stock }],
      flows: [
        { from: [{ node: 0, per: 1 }], to: 1, perBucket: Array(BUCKETS).fill(10) },
        { from: [{ node: 1, per: 1 }], to: 2, perBucket: Array(BUCKETS).fill(10) },
        { from: [{ node: 2, per: 1 }], perBucket: Array(BUCKETS).fill(10) },
      ],
    });
  const afterLoss = (stock: number): number[] => {
    const network = chain(stock);
    const outlook = projectNetwork(network);
    return reproject(network, outlook, applyChange(network, { kind: 'stock', node: 0, onHand: 100 }).changed);
  };

  test.each([
    ['goes all the way where nobody has stock', 0, [0, 1, 2]],
    ['ends where stock absorbs it', 40, [0, 1]],
  ])('%s', (_, stock, projected) => {
    expect(afterLoss(stock)).toEqual(projected);
  });

  test('projects the counted node alone where everything is served as before', () => {
    const network = chain(0);
    const outlook = projectNetwork(network);
    const { changed } = applyChange(network, { kind: 'stock', node: 0, onHand: 180 });
    expect(reproject(network, outlook, changed)).toEqual([0]);
  });
});
