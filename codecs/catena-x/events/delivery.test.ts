import { expect, test } from 'vitest';
import { type DeliveryInformation, deliveriesOf, deliveryInformationOf, shipments } from '../index.ts';

const ORIGIN = 'BPNS00000003CSGV';
const DESTINATION = 'BPNS00000003CTG6';
const SITES: Record<string, string> = { [ORIGIN]: 'press-shop', [DESTINATION]: 'plant' };

const names = {
  supplier: 'acme',
  customer: 'oem',
  part: 'mirror',
  siteOf: (bpns: string) => SITES[bpns],
  shipmentOf: ({ trackingNumber }: { trackingNumber?: string }) => `cx:${trackingNumber}`,
};

type EventType = 'estimated-departure' | 'estimated-arrival' | 'actual-departure' | 'actual-arrival';

function information(events: [EventType, string][], origin = ORIGIN): DeliveryInformation {
  const delivery = {
    deliveryQuantity: { value: 20, unit: 'H87' },
    lastUpdatedOnDateTime: '2026-03-02T10:00:00.000Z',
    transitEvents: events.map(([eventType, dateTimeOfEvent]) => ({ eventType, dateTimeOfEvent })),
    transitLocations: { origin: { bpnsProperty: origin }, destination: { bpnsProperty: DESTINATION } },
    trackingNumber: '1Z9829',
  };
  const orderPositionReference = { customerOrderId: 'C-4711', customerOrderPositionId: '10' };
  return { materialGlobalAssetId: 'asset', positions: [{ orderPositionReference, deliveries: [delivery] }] };
}

const LEFT = '2026-03-02T08:00:00.000Z';
const DUE = '2026-03-03T08:00:00.000Z';

test('what has left is a shipment with the tracking number as its despatch note', () => {
  const { events } = shipments(
    information([
      ['actual-departure', LEFT],
      ['estimated-arrival', DUE],
    ]),
    names,
  );
  expect(events).toEqual([
    {
      type: 'shipment-despatched',
      occurredAt: LEFT,
      data: {
        shipment: 'cx:1Z9829',
        supplier: 'acme',
        customer: 'oem',
        from: 'press-shop',
        to: 'plant',
        despatchNote: '1Z9829',
        despatchedAt: LEFT,
        expectedAt: DUE,
        lines: [{ line: 1, part: 'mirror', quantity: 20, unit: 'H87', orderReference: 'C-4711/10' }],
      },
    },
  ]);
});

test.each([
  [
    [
      ['estimated-departure', LEFT],
      ['estimated-arrival', DUE],
    ],
    'planned',
    'RULE_BROKEN /positions/0/deliveries/0/transitEvents',
  ],
  [[['actual-departure', LEFT]], 'under-way', 'RULE_BROKEN /positions/0/deliveries/0/transitEvents'],
] as [[EventType, string][], string, string][])(
  'a delivery with %j is %s and no shipment yet',
  (events, state, objection) => {
    const aspect = information(events);
    expect(deliveriesOf(aspect)[0]?.state).toBe(state);
    const { events: none, problems } = shipments(aspect, names);
    expect({ none, problems: problems.map(({ code, path }) => `${code} ${path}`) }).toEqual({
      none: [],
      problems: [objection],
    });
  },
);

test('a delivery from a place that nobody knows is named', () => {
  const { problems } = shipments(
    information(
      [
        ['actual-departure', LEFT],
        ['actual-arrival', DUE],
      ],
      'BPNS000000000000',
    ),
    names,
  );
  expect(problems).toMatchObject([
    { code: 'PLACE_UNKNOWN', path: '/positions/0/deliveries/0/transitLocations/origin' },
  ]);
});

test('a despatch advice goes out and comes back the same; once arrived it says so', () => {
  const aspect = information([
    ['actual-departure', LEFT],
    ['estimated-arrival', DUE],
  ]);
  const [event] = shipments(aspect, names).events;
  const bpnsOf = (site: string) => Object.entries(SITES).find(([, known]) => known === site)?.[0] ?? '';
  const write = (arrivedAt?: string) =>
    deliveryInformationOf([{ advice: event!.data, ...(arrivedAt && { arrivedAt }) }], {
      asset: 'asset',
      part: 'mirror',
      updatedAt: '2026-03-02T10:00:00.000Z',
      placeOf: (site) => ({ bpns: bpnsOf(site) }),
    }).aspect;
  expect(write()).toEqual(aspect);
  expect(shipments(write(), names).events[0]?.data).toEqual(event!.data);
  expect(deliveriesOf(write(DUE))[0]).toMatchObject({ state: 'arrived', arrival: { at: DUE, actual: true } });
});
