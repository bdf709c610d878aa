import type { DecodedInterchange, DespatchStatement, Statement } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import type { InboxMessage } from '../inbox/message.ts';
import {
  emptyMasterData,
  type MasterData,
  withLane,
  withMapping,
  withNumber,
  withOrganisation,
  withPart,
  withSite,
} from '../master-data/master-data.ts';
import { despatchStatement, scheduleStatement } from '../testing.ts';
import { ediReader } from './edi-reader.ts';
import { shipmentId } from './identity.ts';

/** oem with plant, s1 with works, part a that s1 calls 4711, and the lane between them. */
function tinyData(): MasterData {
  let data = emptyMasterData('oem');
  data = withOrganisation(data, { id: 'oem', name: 'Company oem', roles: ['oem'], identifiers: { duns: '111111111' } });
  data = withOrganisation(data, {
    id: 's1',
    name: 'Company s1',
    roles: ['supplier'],
    identifiers: { duns: '222222222', vat: 'DE123456789' },
  });
  data = withSite(data, {
    id: 'plant',
    owner: 'oem',
    name: 'Plant',
    kind: 'plant',
    timeZone: 'Europe/Berlin',
    identifiers: { gln: '4012345000054' },
  });
  data = withSite(data, {
    id: 'works',
    owner: 's1',
    name: 'Works',
    kind: 'supplier-plant',
    timeZone: 'Europe/Berlin',
    identifiers: { unLocode: 'DE ULM' },
  });
  data = withPart(data, { id: 'a', owner: 'oem', number: 'A 100', unit: 'H87' });
  data = withNumber(data, { organisation: 's1', number: '47-11', part: 'a' });
  data = withLane(data, {
    supplier: 's1',
    customer: 'oem',
    part: 'a',
    from: 'works',
    to: 'plant',
    mode: 'road',
    leadTimeDays: 2,
  });
  return withMapping(data, { partner: '*', scheme: 'party', code: 'S1-CODE', means: 's1' });
}

const message = (list: Statement[], envelope: Partial<DecodedInterchange> = {}): InboxMessage => ({
  id: 'm1',
  file: 'f1',
  organisation: 'oem',
  audience: ['oem'],
  position: 1,
  format: 'edifact',
  type: 'DESADV D.96A',
  state: 'waiting',
  errors: [],
  unmapped: [],
  unknowns: [],
  content: {
    envelope: {
      unit: '1',
      interchange: 1,
      controlReference: '1',
      test: false,
      sender: { code: 'S1-CODE' },
      receiver: { code: 'oem' },
      ...envelope,
    },
    list,
    hash: '',
  },
  events: [],
  receivedAt: '2026-03-02T09:00:00.000Z',
});

const read = (change: Partial<DespatchStatement> = {}, data = tinyData(), envelope = {}) =>
  ediReader.read(message([despatchStatement(change)], envelope), data);
const advice = (change: Partial<DespatchStatement> = {}, data = tinyData(), envelope = {}) => {
  const { commands, unknowns, errors } = read(change, data, envelope);
  expect({ unknowns: unknowns.filter((unknown) => unknown.required), errors }).toEqual({ unknowns: [], errors: [] });
  return commands[0]!.data as {
    supplier: string;
    from: string;
    to: string;
    expectedAt: string;
    lines: { part: string; quantity: number; unit: string }[];
  };
};
const lineOf = (part: object, quantity = 60, unit = 'H87') => ({ lines: [{ line: 1, part, quantity, unit }] });

describe('who is meant', () => {
  test.each([
    ['a D-U-N-S number', { code: '222222222', agency: '16' }],
    ['a grouped D-U-N-S number', { code: '22-222-2222' }],
    ['a tax number among further codes', { code: 'X', also: ['VA:DE123456789'] }],
    ['the reader’s mapping', { code: 'S1-CODE' }],
  ])('%s names the supplier', (_, supplier) => {
    expect(advice({ supplier }).supplier).toBe('s1');
  });

  test('a mapping for the sender goes before the one for everybody', () => {
    let data = withOrganisation(tinyData(), { id: 's2', name: 's2', roles: ['supplier'], identifiers: {} });
    data = withMapping(data, { partner: 's1', scheme: 'party', code: 'SUB', means: 's1' });
    data = withMapping(data, { partner: '*', scheme: 'party', code: 'SUB', means: 's2' });
    expect(advice({ supplier: { code: 'SUB' } }, data).supplier).toBe('s1');
  });

  test('a side that the message leaves out is the sender or the receiver of the interchange', () => {
    expect(advice({ supplier: {}, customer: {} })).toMatchObject({ supplier: 's1', to: 'plant' });
  });

  test('a GLN of a plant names its owner and the place', () => {
    const gln = { code: '4012345000054', agency: '9' };
    expect(advice({ customer: gln, shipTo: gln }).to).toBe('plant');
  });
});

describe('which part is meant', () => {
  test.each([
    ['the buyer’s number in another writing', { buyerNumber: 'a.100' }],
    ['the supplier’s own number', { supplierNumber: '4711' }],
    ['both', { buyerNumber: 'A100', supplierNumber: '4711' }],
  ])('%s finds it', (_, part) => {
    expect(advice(lineOf(part)).lines[0]!.part).toBe('a');
  });

  test.each([
    ['the supplier’s number where the buyer’s stands', { buyerNumber: '4711' }, 'not-known'],
    ['numbers of two parts', { buyerNumber: 'B200', supplierNumber: '4711' }, 'contradiction'],
    ['nothing that is known', { buyerNumber: 'Z' }, 'not-known'],
  ])('%s is asked about', (_, part, reason) => {
    const data = withPart(tinyData(), { id: 'b', owner: 'oem', number: 'B200', unit: 'H87' });
    expect(read(lineOf(part), data).unknowns).toMatchObject([{ kind: 'part', reason, required: true }]);
  });

  test('of two parts under one number, the one that the two trade', () => {
    const data = withPart(tinyData(), { id: 'a2', owner: 'oem', number: 'A100', unit: 'H87' });
    expect(advice(lineOf({ buyerNumber: 'A100' }), data).lines[0]!.part).toBe('a');
  });
});

describe('how much is meant', () => {
  test.each([
    [60, 'PCE', 60],
    [2, 'MIL', 2000],
    [5, 'DZN', 60],
  ])('%d %s is %d pieces', (quantity, unit, pieces) => {
    expect(advice(lineOf({ buyerNumber: 'A100' }, quantity, unit)).lines[0]).toMatchObject({
      quantity: pieces,
      unit: 'H87',
    });
  });

  test('packages count by the part’s quantity per pack', () => {
    const data = withPart(tinyData(), { id: 'p', owner: 'oem', number: 'P1', unit: 'H87', quantityPerPack: 25 });
    expect(
      advice({ ...lineOf({ buyerNumber: 'P1' }, 4, 'PK'), expectedAt: '2026-03-04T08:00:00.000Z' }, data).lines[0]!
        .quantity,
    ).toBe(100);
  });

  test.each(['KGM', 'QQQ'])('%s is an error with what was expected', (unit) => {
    expect(read(lineOf({ buyerNumber: 'A100' }, 5, unit)).errors).toMatchObject([{ value: unit, severity: 'error' }]);
  });
});

describe('where and when', () => {
  test('the goods come from the beginning of the part’s lane and arrive after its lead time', () => {
    expect(advice()).toMatchObject({ from: 'works', expectedAt: '2026-03-04T08:00:00.000Z' });
  });

  test('without lane or date the lead time must be asked for', () => {
    const { commands, unknowns } = read({}, { ...tinyData(), lanes: [] });
    expect(commands).toEqual([]);
    expect(unknowns).toMatchObject([
      {
        kind: 'lane',
        required: true,
        relation: { supplier: 's1', customer: 'oem', part: 'a', from: 'works', to: 'plant' },
      },
    ]);
  });

  test('an unloading point finds the site where the place’s code does not', () => {
    const data = withMapping(tinyData(), { partner: '*', scheme: 'site', code: 'GATE7', means: 'plant' });
    expect(advice({ shipTo: { code: '?' }, unloadingPoint: 'GATE7' }, data).to).toBe('plant');
  });

  test('everything that is unknown is asked for at once', () => {
    const { unknowns } = read({ supplier: { code: 'N' }, shipTo: { code: 'W' }, ...lineOf({ buyerNumber: 'Z' }) });
    expect(unknowns.map((unknown) => unknown.key)).toEqual([
      'party:supplier:N',
      'site:ship-to:W',
      'site:ship-from:(no ship-from)',
      'part:Z||',
    ]);
  });
});

describe('names of events', () => {
  test('a despatch has one shipment id, whatever writes its note, and another in another year', () => {
    const name = { supplier: 's1', despatchNote: ' n1 ', despatchedAt: '2026-03-02T08:00:00.000Z' };
    expect(shipmentId(name)).toBe(shipmentId({ ...name, despatchNote: 'N1' }));
    expect(shipmentId(name)).not.toBe(shipmentId({ ...name, despatchedAt: '2027-03-02T08:00:00.000Z' }));
    expect(shipmentId(name)).not.toBe(shipmentId({ ...name, supplier: 's2' }));
  });

  test('the same message in another envelope gives the same commands but for their cause', () => {
    const first = read();
    const again = read({}, tinyData(), { controlReference: '2', preparedAt: '2026-03-09T00:00:00.000Z' });
    expect(again.commands).toEqual(first.commands);
  });

  test('schedules of one part for two unloading points of a site are added up', () => {
    const statements = ['G1', 'G2'].map((unloadingPoint) =>
      scheduleStatement({ unloadingPoint, cumulative: { received: 100 } }),
    );
    const { commands } = ediReader.read(message(statements, { sender: { code: 'oem' } }), tinyData());
    expect(commands).toHaveLength(1);
    expect(commands[0]!.data).toMatchObject({
      quantities: [{ from: '2026-03-04', quantity: 100, horizon: 'firm' }],
      cumulative: { received: 200 },
    });
  });

  test('a call-off by the hour is due at the wall time of the place that it goes to', () => {
    const quantities = [
      { from: '2026-03-04', dueAt: '2026-03-04T08:15:00.000', quantity: 5, horizon: 'firm' as const },
    ];
    const statement = scheduleStatement({ scheduleKind: 'call-off', quantities });
    const { commands, errors } = ediReader.read(message([statement], { sender: { code: 'oem' } }), tinyData());
    expect(errors).toEqual([]);
    expect(commands[0]!.data).toMatchObject({
      quantities: [{ from: '2026-03-04', dueAt: '2026-03-04T07:15:00.000Z' }],
    });
  });

  test('a statement that becomes no event is named, not passed over', () => {
    const statement = {
      kind: 'application-advice' as const,
      position: { segment: 2, tag: 'BGM', offset: 0 },
      adviceNumber: '1',
      outcome: 'accepted' as const,
      from: {},
      to: {},
      subject: {},
      errors: [],
    };
    const { commands, errors } = ediReader.read(message([statement]), tinyData());
    expect([commands.length, errors.map(({ code, value }) => [code, value])]).toEqual([
      0,
      [['STATEMENT_NOT_BOOKED', 'application-advice']],
    ]);
  });
});
