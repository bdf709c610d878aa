import type { EventCommand, EventData, EventType } from '@intakt/contract';

/**
 * The tiny world of the tests, known by heart: plant P of OEM oem; suppliers s1, s2 (tier 1), s3 (tier 2), s4;
 * carrier c1; part a from s1, part b from s2. It exists for tests only.
 */
export const T0 = '2026-03-02T06:00:00.000Z';
let counter = 0;

export function say<T extends EventType>(type: T, data: EventData<T>, id = `${type}-${++counter}`): EventCommand {
  return { type, source: 'test', id, occurredAt: T0, data: data as EventCommand['data'] };
}

const organisation = (id: string, role: 'oem' | 'supplier' | 'carrier') =>
  say('organisation-registered', { organisation: id, name: `Company ${id}`, roles: [role] }, `org-${id}`);
const site = (id: string, owner: string) =>
  say(
    'site-registered',
    {
      site: id,
      owner,
      name: `Site ${id}`,
      kind: 'plant',
      timeZone: 'Europe/Berlin',
      position: { longitude: 12, latitude: 51 },
    },
    `site-${id}`,
  );
const lane = (id: string, supplier: string, part: string, from: string) =>
  say(
    'lane-agreed',
    { lane: id, supplier, customer: 'oem', part, from, to: 'plant', mode: 'road', leadTimeDays: 1, carrier: 'c1' },
    `lane-${id}`,
  );

/** In the order in which it has to be said, each by its own speaker; suppliers acknowledge the lanes they serve. */
export const TINY_WORLD: [by: string, command: EventCommand][] = [
  ['oem', organisation('oem', 'oem')],
  ['s1', organisation('s1', 'supplier')],
  ['s2', organisation('s2', 'supplier')],
  ['s3', organisation('s3', 'supplier')],
  ['s4', organisation('s4', 'supplier')],
  ['c1', organisation('c1', 'carrier')],
  ['oem', site('plant', 'oem')],
  ['s1', site('s1-works', 's1')],
  ['s2', site('s2-works', 's2')],
  [
    'oem',
    say('part-registered', { part: 'a', owner: 'oem', number: 'A 100', unit: 'H87', description: 'Bracket' }, 'part-a'),
  ],
  [
    'oem',
    say('part-registered', { part: 'b', owner: 'oem', number: 'B 200', unit: 'H87', description: 'Hose' }, 'part-b'),
  ],
  ['oem', lane('lane-a', 's1', 'a', 's1-works')],
  ['oem', lane('lane-b', 's2', 'b', 's2-works')],
  ['s1', lane('lane-a', 's1', 'a', 's1-works')],
  ['s2', lane('lane-b', 's2', 'b', 's2-works')],
  ['s1', say('part-numbered', { part: 'a', owner: 'oem', organisation: 's1', number: '4711' }, 'number-a')],
];

export const despatch = (change: Partial<EventData<'shipment-despatched'>> = {}): EventData<'shipment-despatched'> => ({
  shipment: 'shp-1',
  supplier: 's1',
  customer: 'oem',
  from: 's1-works',
  to: 'plant',
  despatchNote: 'N1',
  despatchedAt: '2026-03-02T08:00:00.000Z',
  expectedAt: '2026-03-03T08:00:00.000Z',
  lines: [{ line: 1, part: 'a', quantity: 60, unit: 'H87' }],
  ...change,
});

export const receipt = (change: Partial<EventData<'goods-received'>> = {}): EventData<'goods-received'> => ({
  receipt: 'gr-1',
  customer: 'oem',
  supplier: 's1',
  site: 'plant',
  shipment: 'shp-1',
  despatchNote: 'N1',
  receivedAt: '2026-03-03T09:00:00.000Z',
  lines: [{ part: 'a', quantity: 60, unit: 'H87' }],
  closesShipment: true,
  ...change,
});

export const count = (change: Partial<EventData<'stock-counted'>> = {}): EventData<'stock-counted'> => ({
  owner: 'oem',
  site: 'plant',
  part: 'a',
  status: 'available',
  quantity: 100,
  unit: 'H87',
  countedAt: '2026-03-02T06:00:00.000Z',
  ...change,
});

export const schedule = (change: Partial<EventData<'schedule-released'>> = {}): EventData<'schedule-released'> => ({
  customer: 'oem',
  supplier: 's1',
  part: 'a',
  shipTo: 'plant',
  release: 'R1',
  releasedOn: '2026-03-02',
  kind: 'delivery-forecast',
  unit: 'H87',
  quantities: [{ from: '2026-03-04', quantity: 50, horizon: 'firm' }],
  ...change,
});
