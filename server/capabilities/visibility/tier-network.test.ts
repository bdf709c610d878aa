import { addDays } from '@intakt/material-flow';
import { describe, expect, test } from 'vitest';
import { explainStop } from './explain-stop.ts';
import { type FlowNode, projectNodes } from './flow.ts';
import type { FlowFacts } from './flow-store.ts';

/**
 * A first tier t1 assembles 10 pumps a day of one rotor each; rotors come from s, which takes two days. The plant of oem calls
 * off pumps. Each looks at its own tier, with what its direct supplier discloses.
 */
const TODAY = '2026-03-02';
const day = (ahead: number): string => addDays(TODAY, ahead);
const nothing: FlowFacts = {
  stock: [],
  lines: [],
  schedules: [],
  plans: [],
  lanes: [],
  sites: [],
  claims: [],
  despatches: [],
  bills: [],
  disclosed: [],
  transfers: [],
};
const daily = (quantity: number, from = 0, to = 13) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ day: day(from + i), quantity }));
const plan = (kind: 'requirement' | 'production', part: string, quantity: number) => ({
  owner: 't1',
  site: 'works',
  part,
  kind,
  unit: 'H87',
  quantities: daily(quantity),
  eventId: 'e',
});
const stock = (part: string, quantity: number) => ({
  owner: 't1',
  site: 'works',
  part,
  status: 'available',
  quantity,
  unit: 'H87',
  countedAt: null,
  movedAt: `${TODAY}T00:00:00Z`,
  consumedOn: null,
  consumedQuantity: 0,
  eventId: 'e',
});
const rotors = (expectedAt: string, band: FlowFacts['lines'][number]['band'] = null) => ({
  owner: 's',
  shipment: 'shp',
  despatchNote: 'N1',
  line: 1,
  customer: 't1',
  part: 'rotor',
  siteFrom: 'foundry',
  siteTo: 'works',
  quantity: 200,
  received: 0,
  unit: 'H87',
  expectedAt,
  despatchedAt: `${day(-1)}T08:00:00.000Z`,
  band,
  confirmed: true,
  eventId: 'e',
});
const lane = { customer: 't1', supplier: 's', part: 'rotor', siteFrom: 'foundry', siteTo: 'works', leadTimeDays: 2 };
const bills = [{ parent: 'pump', components: [{ part: 'rotor', quantity: 1 }] }];
const asked = { organisation: 't1', today: TODAY, horizonDays: 14 };
const nodeOf = (nodes: FlowNode[], part: string) => nodes.find((node) => node.part === part)!;

const firstTier = (change: Partial<FlowFacts> = {}): FlowFacts => ({
  ...nothing,
  stock: [stock('pump', 5), stock('rotor', 40)],
  plans: [plan('requirement', 'pump', 10), plan('production', 'pump', 10)],
  lanes: [lane],
  bills,
  ...change,
});

describe('what is built waits for its components', () => {
  test('rotors for four days stop the pumps, of which alone all was well', () => {
    const nodes = projectNodes(firstTier(), asked);
    expect(nodeOf(nodes, 'rotor').projection.runsOutIfDelivered).toBe(day(4));
    expect(nodeOf(nodes, 'pump').projection.runsOutIfDelivered).toBe(day(4));
    expect(nodeOf(projectNodes(firstTier({ bills: [] }), asked), 'pump').projection.runsOutIfDelivered).toBeUndefined();
  });

  test('a requirement that is stated for the component holds what the builds need already', () => {
    const facts = firstTier();
    const stated = projectNodes({ ...facts, plans: [...facts.plans, plan('requirement', 'rotor', 10)] }, asked);
    expect(nodeOf(stated, 'rotor').projection.runsOutIfDelivered).toBe(day(4));
  });

  test('the cause is pegged to the shipment that is late, and to what it holds back', () => {
    const facts = firstTier({ lines: [rotors(`${day(6)}T08:00:00.000Z`)] });
    const explained = explainStop(projectNodes(facts, asked), facts, { site: 'works', part: 'pump', ...asked })!;
    expect(explained.chain.map(({ part, reason, day }) => [part, reason, day])).toEqual([
      ['pump', 'input', day(4)],
      ['rotor', 'shipment', day(4)],
    ]);
    expect(explained.chain[1]).toMatchObject({ shipment: 'shp', supplier: 's', despatchNote: 'N1', missing: 10 });
    const rotor = explainStop(projectNodes(facts, asked), facts, { site: 'works', part: 'rotor', ...asked })!;
    expect(rotor.affected.map(({ kind, part }) => [kind, part])).toEqual([
      ['build', 'pump'],
      ['need', 'pump'],
    ]);
  });

  test('where nothing is under way or ordered, nothing covers it', () => {
    const facts = firstTier();
    const explained = explainStop(projectNodes(facts, asked), facts, { site: 'works', part: 'pump', ...asked })!;
    expect(explained.chain.at(-1)).toMatchObject({ part: 'rotor', reason: 'uncovered' });
  });
});

describe('what a direct supplier discloses', () => {
  const callOff = {
    customer: 't1',
    supplier: 's',
    part: 'rotor',
    shipTo: 'works',
    shipFrom: 'foundry',
    kind: 'call-off',
    release: 'R1',
    releasedOn: TODAY,
    unit: 'H87',
    quantities: daily(10, 3).map(({ day, quantity }) => ({ from: day, quantity, horizon: 'firm' as const })),
    cumulative: null,
    authorisations: [],
    confirmed: true,
    eventId: 'e',
  };
  const disclosed = {
    owner: 's',
    site: 'foundry',
    part: 'rotor',
    stopOn: day(4),
    stopShift: `${day(4)}T05:00:00.000Z`,
  };
  const facts = (change: Partial<FlowFacts> = {}) =>
    firstTier({ schedules: [callOff], disclosed: [disclosed], ...change });

  test('that it stops holds back what would leave from then on, a lead time later', () => {
    // Forty rotors and three days of deliveries before the stop reaches the works on day 6.
    expect(nodeOf(projectNodes(facts({ disclosed: [] }), asked), 'pump').projection.runsOutIfDelivered).toBeUndefined();
    const held = projectNodes(facts(), asked);
    expect(nodeOf(held, 'rotor').projection.runsOutIfDelivered).toBe(day(7));
    expect(nodeOf(held, 'pump').projection.runsOutIfDelivered).toBe(day(7));
  });

  test('is named as the cause with its shift and no figure', () => {
    const explained = explainStop(projectNodes(facts(), asked), facts(), { site: 'works', part: 'pump', ...asked })!;
    expect(explained.chain.at(-1)).toEqual({
      owner: 's',
      site: 'foundry',
      part: 'rotor',
      day: day(4),
      reason: 'disclosed',
      stopShift: `${day(4)}T05:00:00.000Z`,
    });
  });
});

describe('the probability of a stop', () => {
  const band = (p50: number) => ({
    p20At: `${day(p50 - 1)}T00:00:00.000Z`,
    p50At: `${day(p50)}T00:00:00.000Z`,
    p80At: `${day(p50 + 1)}T00:00:00.000Z`,
    p95At: `${day(p50 + 2)}T00:00:00.000Z`,
  });
  const of = (p50: number) => {
    const facts = firstTier({ lines: [rotors(`${day(p50)}T08:00:00.000Z`, band(p50))] });
    return explainStop(projectNodes(facts, asked), facts, { site: 'works', part: 'pump', ...asked })!;
  };

  test('is that of the goods coming after the stock is gone', () => {
    // Rotors are needed on day 4; of those due then four in five come within it.
    expect(of(2).probability.at(-1)).toBeLessThan(0.1);
    expect(of(4).probability.at(-1)).toBeGreaterThan(0.1);
    expect(of(4).probability.at(-1)).toBeLessThan(0.3);
    expect(of(7).probability.at(-1)).toBe(1);
    expect(of(4).uncertain).toBe(1);
  });

  test('never falls with time, and is the same at each asking', () => {
    const { probability } = of(4);
    expect(probability).toEqual(probability.toSorted((a, b) => a - b));
    expect(of(4)).toEqual(of(4));
  });

  test('is certain, one way or the other, where no arrival is uncertain', () => {
    const facts = firstTier({ lines: [rotors(`${day(2)}T08:00:00.000Z`)] });
    const { probability, bands } = explainStop(projectNodes(facts, asked), facts, {
      site: 'works',
      part: 'pump',
      ...asked,
    })!;
    expect(new Set(probability)).toEqual(new Set([0]));
    expect(bands.low).toEqual(bands.high);
  });
});
