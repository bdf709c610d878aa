import { describe, expect, test } from 'vitest';
import { projectNodes } from './flow.ts';
import type { FlowFacts } from './flow-store.ts';
import { openQuantities } from './netting.ts';

/** Monday 2 March 2026; lane of one day from s1 to the plant; 10 pieces needed each working day. */
const TODAY = '2026-03-02';
const facts = (change: Partial<FlowFacts> = {}): FlowFacts => ({
  stock: [
    {
      owner: 'oem',
      site: 'plant',
      part: 'a',
      status: 'available',
      quantity: 25,
      unit: 'H87',
      countedAt: null,
      movedAt: TODAY,
      consumedOn: null,
      consumedQuantity: 0,
      eventId: 'e-stock',
    },
  ],
  lines: [],
  schedules: [],
  plans: [
    {
      owner: 'oem',
      site: 'plant',
      part: 'a',
      kind: 'requirement',
      unit: 'H87',
      quantities: ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((day) => ({ day, quantity: 10 })),
      eventId: 'e-plan',
    },
  ],
  lanes: [{ customer: 'oem', supplier: 's1', part: 'a', siteFrom: 's1-works', siteTo: 'plant', leadTimeDays: 1 }],
  sites: [{ id: 'plant', owner: 'oem', timeZone: 'Europe/Berlin', workingWeekdays: [1, 2, 3, 4, 5], holidays: [] }],
  claims: [],
  despatches: [],
  bills: [],
  disclosed: [],
  transfers: [],
  ...change,
});
const line = (change: Partial<FlowFacts['lines'][number]> = {}): FlowFacts['lines'][number] => ({
  owner: 's1',
  shipment: 'shp-1',
  despatchNote: 'N1',
  line: 1,
  customer: 'oem',
  part: 'a',
  siteFrom: 's1-works',
  siteTo: 'plant',
  quantity: 60,
  received: 0,
  unit: 'H87',
  despatchedAt: '2026-03-01T08:00:00.000Z',
  band: null,
  expectedAt: '2026-03-03T08:00:00.000Z',
  confirmed: true,
  eventId: 'e-asn',
  ...change,
});
const callOff = (quantities: { from: string; quantity: number }[]): FlowFacts['schedules'][number] => ({
  customer: 'oem',
  supplier: 's1',
  part: 'a',
  shipTo: 'plant',
  shipFrom: null,
  kind: 'delivery-forecast',
  release: 'R1',
  releasedOn: TODAY,
  unit: 'H87',
  quantities: quantities.map((q) => ({ ...q, horizon: 'firm' as const })),
  cumulative: null,
  authorisations: [],
  confirmed: true,
  eventId: 'e-schedule',
});
const project = (change: Partial<FlowFacts>, organisation = 'oem') =>
  projectNodes(facts(change), { organisation, today: TODAY, horizonDays: 7 })[0]!;

describe('projected stock at the customer', () => {
  test('runs out on the day the stock does not cover', () => {
    const { projection } = project({});
    expect(projection.projected.slice(0, 4)).toEqual([15, 5, -5, -15]);
    expect(projection).toMatchObject({ runsOutOn: '2026-03-04', light: 'red', shortQuantity: 5 });
  });

  test('what the line has used up today is not needed again', () => {
    const [stock] = facts().stock;
    const node = project({ stock: [{ ...stock!, quantity: 19, consumedOn: TODAY, consumedQuantity: 6 }] });
    expect(node.projection.demand[0]).toBe(4);
    expect(node.projection.projected.slice(0, 2)).toEqual([15, 5]);
  });

  test('goods in transit move the day it runs out', () => {
    expect(project({ lines: [line()] }).projection.runsOutOn).toBeUndefined();
  });

  test('what a scan has seen arrive is not in transit any more', () => {
    const node = project({ lines: [line()], claims: [{ site: 'plant', part: 'a', reference: 'N1', byRead: 60 }] });
    expect(node.inTransit).toBe(0);
  });

  test('goods arrive on the calendar day of the place', () => {
    const node = project({ lines: [line({ expectedAt: '2026-03-02T23:30:00.000Z' })] });
    expect(node.projection.receipts[1]).toBe(60);
  });

  test.each([
    ['three days overdue are expected today', '2026-02-27T08:00:00.000Z', 60],
    ['three weeks overdue are not counted on', '2026-02-09T08:00:00.000Z', 0],
  ])('goods that are %s', (_, expectedAt, today) => {
    const node = project({ lines: [line({ expectedAt })] });
    expect(node.projection.receipts[0]).toBe(today);
    expect(node.overdue).toBe(60);
  });

  test('what is called off turns the light, but comes no earlier than the lane allows', () => {
    const late = project({ stock: [], schedules: [callOff([{ from: '2026-03-02', quantity: 100 }])] });
    expect(late.projection.planned.slice(0, 2)).toEqual([0, 100]);
    expect(late.projection).toMatchObject({ runsOutIfDelivered: '2026-03-02', light: 'red' });
    const covered = project({ schedules: [callOff([{ from: '2026-03-03', quantity: 100 }])] });
    expect(covered.projection).toMatchObject({ runsOutOn: '2026-03-04', light: 'green' });
    expect(covered.projection.runsOutIfDelivered).toBeUndefined();
  });

  test('without a requirement of its own the call-offs stand for what is needed', () => {
    const node = project({ plans: [], schedules: [callOff([{ from: '2026-03-03', quantity: 40 }])] });
    expect(node.projection.demand[1]).toBe(40);
    expect(node.projection.runsOutOn).toBe('2026-03-03');
  });
});

describe('projected stock at the supplier', () => {
  test('must leave a lead time before it is due', () => {
    const node = project({ stock: [], plans: [], schedules: [callOff([{ from: '2026-03-05', quantity: 40 }])] }, 's1');
    expect(node).toMatchObject({ site: 's1-works', owner: 's1' });
    expect(node.projection.demand[2]).toBe(40);
  });

  test('is supplied by its own production', () => {
    const node = project(
      {
        stock: [],
        plans: [
          {
            owner: 's1',
            site: 's1-works',
            part: 'a',
            kind: 'production',
            unit: 'H87',
            quantities: [{ day: '2026-03-03', quantity: 40 }],
            eventId: 'e-production',
          },
        ],
        schedules: [callOff([{ from: '2026-03-05', quantity: 40 }])],
      },
      's1',
    );
    expect(node.projection.runsOutOn).toBeUndefined();
  });
});

describe('netting', () => {
  const despatch = {
    customer: 'oem',
    supplier: 's1',
    part: 'a',
    shipTo: 'plant',
    despatchNote: 'N1',
    despatchedOn: '2026-03-03',
    quantity: 30,
  };
  const quantities = [
    { from: '2026-03-05', quantity: 20, horizon: 'firm' as const },
    { from: '2026-03-06', quantity: 20, horizon: 'firm' as const },
  ];

  test('takes what is under way off the earliest quantities', () => {
    expect(openQuantities({ quantities, releasedOn: TODAY, cumulative: null }, [despatch])).toEqual([
      { from: '2026-03-06', quantity: 10, horizon: 'firm' },
    ]);
  });

  test.each([
    ['the despatch note that the release names', { reference: 'N1' }],
    ['a despatch before the day it names', { day: '2026-03-04' }],
  ])('leaves out %s, which the customer had counted', (_, lastDespatch) => {
    expect(openQuantities({ quantities, releasedOn: TODAY, cumulative: { lastDespatch } }, [despatch])).toEqual(
      quantities,
    );
  });
});
