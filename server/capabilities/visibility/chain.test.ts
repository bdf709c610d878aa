import { describe, expect, test } from 'vitest';
import { buildChain, type ChainFacts } from './chain.ts';

/** A tier-2 makes chips, a tier-1 builds them into modules, the plant builds modules into cars. */
const facts: ChainFacts = {
  lanes: [
    { supplier: 'tier2', customer: 'tier1', part: 'chip', from: 'fab', to: 'works', leadTimeDays: 3 },
    { supplier: 'tier1', customer: 'oem', part: 'module', from: 'works', to: 'plant', leadTimeDays: 1 },
    { supplier: 'tier1', customer: 'oem', part: 'seat', from: 'works', to: 'plant', leadTimeDays: 1 },
  ],
  bills: [
    { owner: 'tier1', parent: 'module', component: 'chip', quantity: 4 },
    { owner: 'oem', parent: 'car', component: 'module', quantity: 1 },
  ],
  owners: new Map([
    ['fab', 'tier2'],
    ['works', 'tier1'],
    ['plant', 'oem'],
  ]),
  lights: new Map([
    ['plant|module', { light: 'red', stopAt: '2026-03-05', depth: 'exact' }],
    ['works|chip', { light: 'amber', stopAt: null, depth: 'light' }],
  ]),
  shipments: [{ id: 's', part: 'module', from: 'works', to: 'plant', expectedAt: '2026-03-06T00:00:00Z', late: true }],
};
const steps = (chain: ReturnType<typeof buildChain>) =>
  Object.fromEntries(chain.nodes.map(({ site, part, step }) => [`${site}|${part}`, step]));

describe('the chain of a part', () => {
  test('goes tier by tier upstream and to what is built from it downstream', () => {
    const chain = buildChain(facts, { site: 'plant', part: 'module' });
    expect(steps(chain)).toEqual({
      'plant|module': 0,
      'works|module': -1,
      'works|chip': -2,
      'fab|chip': -3,
      'plant|car': 1,
    });
    expect(chain.edges).toContainEqual({
      from: 'works|module',
      to: 'plant|module',
      kind: 'lane',
      leadTimeDays: 1,
      shipments: [{ id: 's', expectedAt: '2026-03-06T00:00:00Z', late: true }],
    });
    expect(chain.edges).toContainEqual({
      from: 'works|chip',
      to: 'works|module',
      kind: 'built-into',
      quantity: 4,
      shipments: [],
    });
  });

  test('tells of each node what is shared, and of the others that it is not', () => {
    const { nodes } = buildChain(facts, { site: 'plant', part: 'module' });
    const byKey = new Map(nodes.map((node) => [`${node.site}|${node.part}`, node]));
    expect(byKey.get('plant|module')).toMatchObject({ light: 'red', depth: 'exact', owner: 'oem' });
    expect(byKey.get('works|chip')).toMatchObject({ light: 'amber', stopAt: null, depth: 'light' });
    expect(byKey.get('fab|chip')).toMatchObject({ light: null, stopAt: null, depth: 'not-shared' });
  });

  test('of a part in a circle ends', () => {
    const circle: ChainFacts = {
      ...facts,
      bills: [...facts.bills, { owner: 'tier1', parent: 'chip', component: 'module', quantity: 1 }],
    };
    expect(buildChain(circle, { site: 'plant', part: 'module' }).nodes.length).toBeLessThan(10);
  });
});
