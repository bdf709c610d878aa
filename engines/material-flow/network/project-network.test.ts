import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOfSupply } from '../days-of-supply.ts';
import { bucketGrid } from './bucket-grid.ts';
import { buildNetwork, type NetworkFacts } from './build-network.ts';
import type { FlowNetwork } from './flow-network.ts';
import { nodeOutlook } from './node-outlook.ts';
import { projectNetwork } from './project-network.ts';
import { networks } from './random-network.test-data.ts';
import { transportPattern } from './transport-pattern.ts';

const built = (facts: NetworkFacts): FlowNetwork => {
  const answer = buildNetwork(facts);
  if (!answer.ok) throw new Error(`cycle ${answer.cycle.join()}`);
  return answer.network;
};
const balanceOf = (facts: NetworkFacts, node = 0): number[] => {
  const network = built(facts);
  return [...nodeOutlook(network, projectNetwork(network), node).balance];
};
const needOf = (perBucket: number[], node = 0) => ({ from: [{ node, per: 1 }], perBucket });

describe('published examples', () => {
  test('Ptak & Smith, Orlicky’s Material Requirements Planning, 3rd ed., figure 7-6: on hand at the end of each period', () => {
    const balance = balanceOf({
      buckets: 8,
      nodes: [{ onHand: 23 }],
      flows: [needOf([0, 20, 0, 25, 0, 15, 12, 0])],
      transits: [{ node: 0, quantity: 30, arrival: 2 }],
    });
    expect(balance).toEqual([23, 3, 33, 8, 8, -7, -19, -19]);
  });

  test('the same, chapter 6: the stock of a transmission’s parts makes 70 of 100 trucks; 30 forgings are missing', () => {
    // Transmission A 2, gearbox B 15, gear C 7, forging D 46; one of each in the one before; 100 trucks at once.
    const hundred = { perBucket: [100], whole: true };
    const network = built({
      buckets: 1,
      nodes: [{ onHand: 2 }, { onHand: 15 }, { onHand: 7 }, { onHand: 46 }],
      flows: [
        { ...hundred, from: [{ node: 0, per: 1 }] },
        { perBucket: [98], whole: true, from: [{ node: 1, per: 1 }], to: 0 },
        { perBucket: [83], whole: true, from: [{ node: 2, per: 1 }], to: 1 },
        { perBucket: [76], whole: true, from: [{ node: 3, per: 1 }], to: 2 },
      ],
    });
    const outlook = projectNetwork(network);
    expect([...outlook.balance]).toEqual([-30, -30, -30, -30]);
    expect(network.order[0]).toBe(3);
  });

  /** Krajewski, Ritzman & Malhotra, Operations Management, ch. "Resource planning": seat subassembly C, lot size 230, lead time 2. */
  const seat: NetworkFacts = {
    buckets: 8,
    nodes: [{ onHand: 37 }],
    flows: [needOf([150, 0, 0, 120, 0, 150, 120, 0])],
    transits: [{ node: 0, quantity: 230, arrival: 0 }],
  };
  test('Krajewski, seat subassembly: projected on-hand without planned receipts falls below zero in week 4', () => {
    expect(balanceOf(seat)).toEqual([117, 117, 117, -3, -3, -153, -273, -273]);
  });
  test('and with lots of 230 released in weeks 2 and 5', () => {
    const pattern = transportPattern(bucketGrid({ startMs: 0, weeks: 8 }), { leadTimeHours: 2 * 168 });
    const released = { from: [], to: 0, perBucket: [0, 230, 0, 0, 230, 0, 0, 0], pattern };
    expect(balanceOf({ ...seat, flows: [...seat.flows, released] })).toEqual([117, 117, 117, 227, 227, 77, 187, 187]);
  });
});

/** Tier 2 sends castings over two days to tier 1, who makes one pump of two of them; the plant fits a pump a car. */
const THREE_TIERS = { casting: 0, bought: 1, pump: 2, fitted: 3 };
function threeTiers(change: Partial<Record<keyof typeof THREE_TIERS, number>> = {}, transitArrival = 1): NetworkFacts {
  const { casting = 40, bought = 40, pump = 0, fitted = 20 } = change;
  const daily = (quantity: number) => Array<number>(8).fill(quantity);
  const twoDays = transportPattern(bucketGrid({ startMs: 0, days: 8 }), { leadTimeHours: 48 });
  const lane = (node: number, to: number, quantity: number) => ({
    from: [{ node, per: 1 }],
    to,
    perBucket: daily(quantity),
    pattern: twoDays,
    whole: true,
  });
  return {
    buckets: 8,
    nodes: [{ onHand: casting }, { onHand: bought }, { onHand: pump }, { onHand: fitted }],
    flows: [
      lane(0, 1, 20),
      { from: [{ node: 1, per: 2 }], to: 2, perBucket: daily(10), whole: true },
      lane(2, 3, 10),
      { from: [{ node: 3, per: 1 }], perBucket: daily(10), whole: true },
      { from: [], to: 0, perBucket: [0, 0, 20, 20, 20, 20, 20, 20] },
    ],
    transits: [{ node: 1, quantity: 0, arrival: transitArrival }],
  };
}

describe('what a tier can not ship', () => {
  test('is no matter where everybody delivers', () => {
    expect([...projectNetwork(built(threeTiers())).shortFrom]).toEqual([-1, -1, -1, -1]);
  });

  test('the next can not build and the plant can not fit, each a lead time later', () => {
    // 20 castings fewer: the last that leave on day 0 … 7 are a day late, so pumps and cars stop for a day each in turn.
    const network = built(threeTiers({ casting: 20 }));
    const outlook = projectNetwork(network);
    expect([...outlook.shortFrom]).toEqual([1, 3, 3, 5]);
    expect([...nodeOutlook(network, outlook, THREE_TIERS.fitted).balance]).toEqual([10, 0, 0, 0, 0, -10, -10, -10]);
  });

  test('stays in stock as what was built with it does not come to be: the balance misses, the shelf does not', () => {
    const facts = threeTiers({ casting: 20 });
    const screws = facts.nodes.length;
    const build = facts.flows[1]!;
    const network = built({
      ...facts,
      nodes: [...facts.nodes, { onHand: 80 }],
      flows: facts.flows.with(1, { ...build, from: [...build.from, { node: screws, per: 1 }] }),
    });
    const { balance, physical } = nodeOutlook(network, projectNetwork(network), screws);
    expect([...balance]).toEqual([70, 60, 50, 40, 30, 20, 10, 0]);
    expect([...physical]).toEqual([70, 60, 50, 50, 40, 30, 20, 10]);
  });

  test('is caught up only as fast as capacity allows', () => {
    const facts = threeTiers({ bought: 20 });
    const late = { ...facts, transits: [{ node: 1, quantity: 20, arrival: 4, promised: 1 }] };
    const limit = (perDay: number): NetworkFacts => ({
      ...late,
      flows: facts.flows.with(1, { ...facts.flows[1]!, capacity: new Float64Array(8).fill(perDay) }),
    });
    expect(balanceOf(limit(30), THREE_TIERS.pump)).toEqual([0, -10, -10, -10, 0, 0, 0, 0]);
    expect(balanceOf(limit(12), THREE_TIERS.pump)).toEqual([0, -10, -10, -10, -8, -6, -4, -2]);
  });

  test('is shared out in proportion among those whose need is due together', () => {
    const network = built({
      buckets: 2,
      nodes: [{ onHand: 15 }, {}, {}],
      flows: [
        { from: [{ node: 0, per: 1 }], to: 1, perBucket: [20, 0] },
        { from: [{ node: 0, per: 1 }], to: 2, perBucket: [10, 0] },
        needOf([20, 0], 1),
        needOf([10, 0], 2),
      ],
    });
    expect([...projectNetwork(network).balance]).toEqual([-15, -15, -10, -10, -5, -5]);
  });
});

test('a partner’s node of which only the stop is known serves until then, and shows no figure', () => {
  const facts = threeTiers();
  const network = built({ ...facts, nodes: facts.nodes.with(0, { disclosedStop: 1 }) });
  const outlook = projectNetwork(network);
  expect([...outlook.shortFrom]).toEqual([1, 3, 3, 5]);
  expect(nodeOutlook(network, outlook, 0).balance.every(Number.isNaN)).toBe(true);
});

test('a part that is made of itself is answered with the circle', () => {
  const flow = (node: number, to: number) => ({ from: [{ node, per: 1 }], to, perBucket: [1] });
  const answer = buildNetwork({ buckets: 1, nodes: [{}, {}, {}], flows: [flow(0, 1), flow(1, 2), flow(2, 1)] });
  expect(answer).toEqual({ ok: false, cycle: expect.arrayContaining([1, 2]) });
});

test.each([
  ['a node that is not there', { from: [{ node: 3, per: 1 }], perBucket: [1] }],
  ['a plan of another length', { from: [], to: 0, perBucket: [1, 2] }],
])('refuses %s', (_, flow) => {
  expect(() => buildNetwork({ buckets: 1, nodes: [{}], flows: [flow] })).toThrow(RangeError);
});

describe('whatever the network', () => {
  const TOLERANCE = 1e-5;
  test('nobody draws what is not there, and the shelf is never below zero where it did not begin so', () => {
    fc.assert(
      fc.property(networks, (facts) => {
        const network = built(facts);
        const outlook = projectNetwork(network);
        for (let node = 0; node < network.nodes; node++) {
          if (network.disclosedStop[node]! >= 0) continue;
          const floor = Math.min(0, network.onHand[node]!) - TOLERANCE;
          const { physical, balance } = nodeOutlook(network, outlook, node);
          expect(physical.every((stock, bucket) => stock >= floor && stock >= balance[bucket]! - TOLERANCE)).toBe(true);
        }
      }),
    );
  });

  test('one piece more on any shelf never makes anything short earlier', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (facts, pick) => {
        const node = pick % facts.nodes.length;
        const richer = { ...facts.nodes[node], onHand: facts.nodes[node]!.onHand! + 1 };
        const before = projectNetwork(built(facts)).shortFrom;
        const after = projectNetwork(built({ ...facts, nodes: facts.nodes.with(node, richer) })).shortFrom;
        for (const [at, short] of before.entries())
          expect(after[at] === -1 || (after[at]! >= short && short >= 0)).toBe(true);
      }),
    );
  });

  test('days of supply are those that the count of PURIS gives', () => {
    fc.assert(
      fc.property(networks, (facts) => {
        const network = built(facts);
        const outlook = projectNetwork(network);
        for (let node = 0; node < network.nodes; node++) {
          if (network.disclosedStop[node]! >= 0) continue;
          const { balance, due } = nodeOutlook(network, outlook, node);
          expect(outlook.cover[node]).toBeCloseTo(daysOfSupply(balance, due)[0]!, 9);
        }
      }),
    );
  });
});
