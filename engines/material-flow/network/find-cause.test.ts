import { describe, expect, test } from 'vitest';
import { bucketGrid } from './bucket-grid.ts';
import { buildNetwork, type NetworkFacts, type NodeFacts, type TransitFacts } from './build-network.ts';
import { findAffected } from './find-affected.ts';
import { findCause } from './find-cause.ts';
import { NEVER } from './flow-network.ts';
import { projectNetwork } from './project-network.ts';
import { transportPattern } from './transport-pattern.ts';

/** Casting 0 → (1 day) → bought casting 1 → pump 2 → (1 day) → fitted pump 3 → the line; tube 4 goes into the pump, too. */
const [CASTING, BOUGHT, PUMP, FITTED, TUBE] = [0, 1, 2, 3, 4];
const [TO_BOUGHT, BUILD, TO_PLANT, LINE] = [0, 1, 2, 3];

function chain({
  nodes = {},
  transits = [],
  capacity,
}: {
  nodes?: Record<number, NodeFacts>;
  transits?: TransitFacts[];
  capacity?: number;
}) {
  const days = 6;
  const daily = Array<number>(days).fill(10);
  const pattern = transportPattern(bucketGrid({ startMs: 0, days }), { leadTimeHours: 24 });
  const facts: NetworkFacts = {
    buckets: days,
    nodes: [{ onHand: 60 }, { onHand: 10 }, {}, { onHand: 10 }, { onHand: 60 }].map((node, at) => nodes[at] ?? node),
    flows: [
      { from: [{ node: CASTING, per: 1 }], to: BOUGHT, perBucket: daily, pattern },
      {
        from: [BOUGHT, TUBE].map((node) => ({ node, per: 1 })),
        to: PUMP,
        perBucket: daily,
        capacity: capacity === undefined ? undefined : new Float64Array(days).fill(capacity),
      },
      { from: [{ node: PUMP, per: 1 }], to: FITTED, perBucket: daily, pattern },
      { from: [{ node: FITTED, per: 1 }], perBucket: daily },
    ],
    transits,
  };
  const answer = buildNetwork(facts);
  if (!answer.ok) throw new Error('cycle');
  return [answer.network, projectNetwork(answer.network)] as const;
}

describe('the cause of a stop at the line', () => {
  test('is a shipment of castings that is held three steps up', () => {
    const [network, outlook] = chain({
      nodes: { [CASTING]: { onHand: 20 } },
      transits: [{ node: CASTING, quantity: 40, arrival: 4, promised: 2 }],
    });
    expect(findCause(network, outlook, FITTED)).toEqual([
      { node: FITTED, bucket: 4, missing: 10, reason: { kind: 'input', flow: TO_PLANT, input: PUMP } },
      { node: PUMP, bucket: 3, missing: 10, reason: { kind: 'input', flow: BUILD, input: BOUGHT } },
      { node: BOUGHT, bucket: 3, missing: 10, reason: { kind: 'input', flow: TO_BOUGHT, input: CASTING } },
      { node: CASTING, bucket: 2, missing: 10, reason: { kind: 'shipment', transit: 0, arrival: 4 } },
    ]);
  });

  test.each([
    [
      'a shipment that will not come',
      { nodes: { [TUBE]: { onHand: 15 } }, transits: [{ node: TUBE, quantity: 45, arrival: NEVER, promised: 1 }] },
      { kind: 'shipment', transit: 0, arrival: NEVER },
    ],
    ['blocked stock', { nodes: { [TUBE]: { onHand: 15, blocked: 45 } } }, { kind: 'held', inQuality: 0, blocked: 45 }],
    [
      'stock in quality for too long',
      { nodes: { [TUBE]: { onHand: 15, inQuality: 45, releasedIn: 4 } } },
      { kind: 'held', inQuality: 45, blocked: 0 },
    ],
    ['an order that nobody wrote', { nodes: { [TUBE]: { onHand: 15 } } }, { kind: 'uncovered' }],
    [
      'a partner’s stop, of which no more is known',
      { nodes: { [CASTING]: { disclosedStop: 2 } } },
      { kind: 'disclosed' },
    ],
    ['capacity', { capacity: 8 }, { kind: 'capacity', flow: BUILD }],
  ])('is %s', (_, change, reason) => {
    const [network, outlook] = chain(change as Parameters<typeof chain>[0]);
    expect(findCause(network, outlook, FITTED).at(-1)?.reason).toEqual(reason);
  });

  test('is the scarcer of two inputs', () => {
    const [network, outlook] = chain({ nodes: { [TUBE]: { onHand: 15 }, [BOUGHT]: { onHand: 0 } } });
    expect(findCause(network, outlook, PUMP).map(({ node }) => node)).toEqual([PUMP, BOUGHT]);
    expect(findCause(network, outlook, PUMP, 4).map(({ node }) => node)).toEqual([PUMP, TUBE]);
  });

  test('is not sought where nothing is missing', () => {
    expect(findCause(...chain({}), FITTED)).toEqual([]);
  });
});

describe('who is affected', () => {
  test('are all down to the line, each from its own day', () => {
    const [network, outlook] = chain({ nodes: { [CASTING]: { onHand: 20 } } });
    expect(findAffected(network, outlook, CASTING)).toEqual([
      { flow: TO_BOUGHT, from: 2, to: BOUGHT },
      { flow: BUILD, from: 3, to: PUMP },
      { flow: TO_PLANT, from: 3, to: FITTED },
      { flow: LINE, from: 4, to: -1 },
    ]);
  });

  test('is nobody beyond the stock that absorbs it', () => {
    const [network, outlook] = chain({ nodes: { [CASTING]: { onHand: 20 }, [FITTED]: { onHand: 60 } } });
    expect(findAffected(network, outlook, CASTING).map(({ flow }) => flow)).toEqual([TO_BOUGHT, BUILD, TO_PLANT]);
  });

  test('is nobody where another input is scarcer all the time', () => {
    const [network, outlook] = chain({
      nodes: { [TUBE]: { onHand: 35 }, [BOUGHT]: { onHand: 0 }, [CASTING]: { onHand: 0 } },
    });
    expect(findAffected(network, outlook, TUBE)).toEqual([]);
  });
});
