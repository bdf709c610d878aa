import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCapture } from './index.ts';

const RECEIPT = {
  type: 'ObjectEvent',
  eventID: 'urn:uuid:0a3e',
  eventTime: '2026-11-02T10:00:00.5+01:00',
  eventTimeZoneOffset: '+01:00',
  epcList: ['urn:epc:id:sscc:4012345.0000000333'],
  action: 'OBSERVE',
  bizStep: 'https://ref.gs1.org/cbv/BizStep-receiving',
  disposition: 'urn:epcglobal:cbv:disp:in_progress',
  bizLocation: { id: 'urn:epc:id:sgln:4012345.00005.0' },
  bizTransactionList: [
    { type: 'urn:epcglobal:cbv:btt:desadv', bizTransaction: 'urn:epcglobal:cbv:bt:4012345000009:4711' },
  ],
  'ex:door': 7,
};

function document(...eventList: unknown[]) {
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { ex: 'https://ns.example.com/' }],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-11-02T10:00:00Z',
    sender: 'urn:epc:id:pgln:4012345.00000',
    epcisBody: { eventList },
  };
}

test('an event is read with bare CBV words, UTC times and expanded extensions', () => {
  const capture = readCapture(document(RECEIPT));
  expect(capture).toMatchObject({ kind: 'document', accepted: true, errors: [], warnings: [], eventCount: 1 });
  expect(capture.header).toMatchObject({ sender: 'urn:epc:id:pgln:4012345.00000' });
  expect(capture.events[0]).toMatchObject({
    type: 'ObjectEvent',
    eventID: 'urn:uuid:0a3e',
    eventTime: '2026-11-02T09:00:00.500Z',
    eventTimeZoneOffset: '+01:00',
    action: 'OBSERVE',
    bizStep: 'receiving',
    disposition: 'in_progress',
    bizLocation: 'urn:epc:id:sgln:4012345.00005.0',
    bizTransactions: [{ type: 'desadv', id: 'urn:epcglobal:cbv:bt:4012345000009:4711' }],
    epcs: ['urn:epc:id:sscc:4012345.0000000333'],
    quantities: [],
    extensions: { '{https://ns.example.com/}door': 7 },
    position: 0,
    source: RECEIPT,
  });
});

test('a bare event and a query document are read as well', () => {
  expect(readCapture({ '@context': { ex: 'https://ns.example.com/' }, ...RECEIPT })).toMatchObject({
    kind: 'event',
    accepted: true,
  });
  const { epcisBody, sender: _sender, ...envelope } = document(RECEIPT);
  const queryResults = { queryName: 'SimpleEventQuery', resultsBody: epcisBody };
  const query = { ...envelope, type: 'EPCISQueryDocument', epcisBody: { queryResults } };
  expect(readCapture(query)).toMatchObject({ kind: 'query-document', accepted: true, eventCount: 1 });
});

test('a partner’s own event type is carried along', () => {
  const own = { type: 'ex:ToolChange', eventTime: RECEIPT.eventTime, eventTimeZoneOffset: '+01:00', tool: 'T4' };
  expect(readCapture(document(own)).events[0]).toMatchObject({
    type: 'ExtendedEvent',
    extendedType: 'ex:ToolChange',
    source: own,
  });
});

test('every mistake of every event is named, and the valid events are there for who proceeds', () => {
  const wrong = {
    ...RECEIPT,
    action: 'observe',
    bizStep: 'recieving',
    epcList: 'none',
    eventTime: '2026-02-30T10:00:00Z',
    colour: 'red',
  };
  const capture = readCapture(document(wrong, RECEIPT, null));
  expect(capture).toMatchObject({ accepted: false, eventCount: 3 });
  expect(capture.events.map(({ position }) => position)).toEqual([1]);
  expect(capture.errors.map(({ path, value }) => [path, value])).toEqual([
    ['/epcisBody/eventList/0/eventTime', '2026-02-30T10:00:00Z'],
    ['/epcisBody/eventList/0/epcList', 'none'],
    ['/epcisBody/eventList/0/action', 'observe'],
    ['/epcisBody/eventList/0/bizStep', 'recieving'],
    ['/epcisBody/eventList/0/colour', 'red'],
    ['/epcisBody/eventList/0/epcList', 'none'],
    ['/epcisBody/eventList/2', null],
  ]);
  expect(capture.errors[2]).toEqual({
    path: '/epcisBody/eventList/0/action',
    value: 'observe',
    expected: 'ADD, OBSERVE or DELETE',
    message: '/epcisBody/eventList/0/action holds "observe"; expected ADD, OBSERVE or DELETE.',
  });
});

describe('what the five types demand', () => {
  const times = { eventTime: '2026-11-02T10:00:00Z', eventTimeZoneOffset: '+00:00' };
  test.each([
    ['an object event without objects', { type: 'ObjectEvent', action: 'OBSERVE' }, 'epcList'],
    [
      'master data of a lot on an observation',
      { type: 'ObjectEvent', action: 'OBSERVE', epcList: [], ilmd: {} },
      'ilmd',
    ],
    ['an aggregation without children', { type: 'AggregationEvent', action: 'ADD', parentID: 'urn:a:1' }, 'childEPCs'],
    ['an aggregation without parent', { type: 'AggregationEvent', action: 'ADD', childEPCs: ['urn:a:1'] }, 'parentID'],
    ['an association without parent', { type: 'AssociationEvent', action: 'ADD', childEPCs: ['urn:a:1'] }, 'parentID'],
    ['a transaction without document', { type: 'TransactionEvent', action: 'ADD', epcList: [] }, 'bizTransactionList'],
    ['a transformation without outputs', { type: 'TransformationEvent', inputEPCList: ['urn:a:1'] }, 'outputEPCList'],
    ['a transformation without inputs', { type: 'TransformationEvent', outputEPCList: ['urn:a:1'] }, 'inputEPCList'],
    ['an unknown type', { type: 'StockEvent' }, 'type'],
    [
      'a zone offset beyond 14 hours',
      { type: 'ObjectEvent', action: 'ADD', epcList: [], eventTimeZoneOffset: '+15:00' },
      'eventTimeZoneOffset',
    ],
    [
      'a CBV step that does not exist',
      { type: 'ObjectEvent', action: 'ADD', epcList: [], bizStep: 'urn:epcglobal:cbv:bizstep:eating' },
      'bizStep',
    ],
  ])('%s is rejected', (_what, event, member) => {
    const capture = readCapture(document({ ...times, ...event }));
    expect(capture.errors.map(({ path }) => path)).toContain(`/epcisBody/eventList/0/${member}`);
  });

  test('a transformation in two events is held together by its id', () => {
    const half = { type: 'TransformationEvent', transformationID: 'urn:t:1', ...times };
    const capture = readCapture(
      document({ ...half, inputEPCList: ['urn:a:1'] }, { ...half, outputEPCList: ['urn:a:2'] }),
    );
    expect(capture.errors).toEqual([]);
    expect(capture.events).toMatchObject([{ inputEpcs: ['urn:a:1'], outputEpcs: [] }, { outputEpcs: ['urn:a:2'] }]);
  });
});

test('a measurement type that this edition does not list is a warning', () => {
  const sensorElementList = [{ sensorReport: [{ type: 'EffectiveDoseRate', value: 1 }] }];
  expect(readCapture(document({ ...RECEIPT, sensorElementList }))).toMatchObject({
    accepted: true,
    warnings: [{ path: '/epcisBody/eventList/0/sensorElementList/0/sensorReport/0/type' }],
  });
});

describe('nonsense is an answer, never an exception', () => {
  test.each([
    null,
    undefined,
    42,
    'x',
    [],
    {},
    { type: 7 },
    { type: 'EPCISDocument' },
    document(),
    { type: '__proto__' },
  ])('%j', (json) => {
    expect(readCapture(json).accepted).toBe(json !== null && typeof json === 'object' && 'sender' in json);
  });

  test('nesting without end is refused', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 5_000; level++) deep = [deep];
    expect(readCapture(document({ ...RECEIPT, 'ex:deep': deep })).errors).toMatchObject([
      { path: '/epcisBody/eventList/0/ex:deep' },
    ]);
  });

  test('any JSON at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readCapture(document(json)).eventCount).toBe(1);
        expect(readCapture(json)).toHaveProperty('accepted');
      }),
    );
  });
});
