import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventHash, preHash, readCapture } from './index.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

const ARRIVAL = {
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { ex: 'https://ns.example.com/' }],
  type: 'ObjectEvent',
  eventTime: '2026-11-02T10:00:00+01:00',
  eventTimeZoneOffset: '+01:00',
  epcList: ['urn:epc:id:sscc:4012345.0000000333', 'urn:epc:id:sscc:4012345.0000000111'],
  quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.L1', quantity: 500, uom: 'H87' }],
  action: 'OBSERVE',
  bizStep: 'arriving',
  disposition: 'in_progress',
  readPoint: { id: 'urn:epc:id:sgln:4012345.00005.0', 'ex:door': '7' },
  bizTransactionList: [{ type: 'desadv', bizTransaction: 'urn:epcglobal:cbv:bt:4012345000009:4711' }],
  'ex:seal': ['B', 'A'],
};

function hashed(json: unknown): string {
  const [event] = readCapture(json).events;
  if (!event) throw new Error('The event was not accepted.');
  return eventHash(event, sha256);
}

test('the text that is hashed has the members in CBV’s order, canonical identifiers and sorted lists', () => {
  const [event] = readCapture(ARRIVAL).events;
  expect(event && preHash(event)).toBe(
    [
      'eventType=ObjectEvent',
      'eventTime=2026-11-02T09:00:00.000Z',
      'eventTimeZoneOffset=+01:00',
      'epcListepc=https://id.gs1.org/00/040123450000001112epc=https://id.gs1.org/00/040123450000003338',
      'quantityListquantityElementepcClass=https://id.gs1.org/01/04012345123456/10/L1quantity=500uom=H87',
      'action=OBSERVE',
      'bizStep=https://ref.gs1.org/cbv/BizStep-arriving',
      'disposition=https://ref.gs1.org/cbv/Disp-in_progress',
      'readPointid=https://id.gs1.org/414/4012345000054{https://ns.example.com/}door=7',
      'bizTransactionListtype=https://ref.gs1.org/cbv/BTT-desadvbizTransaction=urn:epcglobal:cbv:bt:4012345000009:4711',
      '{https://ns.example.com/}seal=A{https://ns.example.com/}seal=B',
    ].join(''),
  );
});

describe('the same event has the same hash', () => {
  test.each([
    ['in another time zone notation', { eventTime: '2026-11-02T09:00:00.0000Z' }],
    ['with another order of EPCs', { epcList: [...ARRIVAL.epcList].reverse() }],
    [
      'with Digital Links instead of URNs',
      { epcList: ['https://example.com/00/040123450000003338', 'https://id.gs1.org/00/040123450000001112'] },
    ],
    ['with a CBV URN', { bizStep: 'urn:epcglobal:cbv:bizstep:arriving' }],
    ['with a CBV web URI', { bizStep: 'https://ref.gs1.org/cbv/BizStep-arriving' }],
    [
      'with a record time, an id and a comment',
      { recordTime: '2026-11-03T00:00:00Z', eventID: 'urn:uuid:1', 'rdfs:comment': 'x' },
    ],
    ['declared wrong later', { errorDeclaration: { declarationTime: '2026-11-03T00:00:00Z' } }],
    [
      'with another prefix for the same namespace',
      {
        '@context': [{ own: 'https://ns.example.com/' }],
        'ex:seal': undefined,
        'own:seal': ['A', 'B'],
        readPoint: { id: ARRIVAL.readPoint.id, 'own:door': '7' },
      },
    ],
  ])('%s', (_how, change) => {
    const { 'ex:seal': seal, ...rest } = { ...ARRIVAL, ...change };
    expect(hashed(seal === undefined ? rest : { ...rest, 'ex:seal': seal })).toBe(hashed(ARRIVAL));
  });

  test('with its members in any order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.entries(ARRIVAL), { minLength: Object.keys(ARRIVAL).length }),
        (entries) => {
          expect(hashed(Object.fromEntries(entries))).toBe(hashed(ARRIVAL));
        },
      ),
    );
  });
});

test('numbers, times, CBV words and identifiers in extensions have one form too', () => {
  const one = {
    'ex:count': 7,
    'ex:weight': '2.50',
    'ex:loadTime': '2026-11-02T10:00:00+01:00',
    'ex:step': 'urn:epcglobal:cbv:bizstep:packing',
    'ex:item': 'https://id.gs1.org/01/04012345111118/10/L1/21/9',
  };
  const other = {
    'ex:count': '07.0',
    'ex:weight': 2.5,
    'ex:loadTime': '2026-11-02T09:00:00Z',
    'ex:step': 'https://ref.gs1.org/cbv/BizStep-packing',
    'ex:item': 'urn:epc:id:sgtin:4012345.011111.9',
  };
  expect(hashed({ ...ARRIVAL, ...one })).toBe(hashed({ ...ARRIVAL, ...other }));
});

test('a long string of zeros costs no more than any other text', () => {
  expect(hashed({ ...ARRIVAL, 'ex:zeros': `${'0'.repeat(200_000)}x` })).toMatch(/^ni:/);
});

test.each([
  ['time', { eventTime: '2026-11-02T10:00:01+01:00' }],
  ['quantity', { quantityList: [{ ...ARRIVAL.quantityList[0], quantity: 501 }] }],
  ['extension', { 'ex:seal': ['A'] }],
  ['place', { readPoint: { id: 'urn:epc:id:sgln:4012345.00005.1', 'ex:door': '7' } }],
])('another %s gives another hash', (_what, change) => {
  expect(hashed({ ...ARRIVAL, ...change })).not.toBe(hashed(ARRIVAL));
  expect(hashed(ARRIVAL)).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/);
});

describe.skipIf(!process.env.INTAKT_DATA)('the published vectors (need INTAKT_DATA)', () => {
  const folder = `${process.env.INTAKT_DATA}/epcis/hash-vectors`;

  test('every hash that is published for a JSON document is met', () => {
    const documents = readdirSync(folder).filter((file) => file.endsWith('.jsonld') && existsSync(hashFile(file)));
    const met = documents.map((file) => {
      const capture = readCapture(read(`${folder}/${file}`));
      const published = readFileSync(hashFile(file), 'utf8').trim().split(/\s+/);
      expect(
        capture.events.map((event) => eventHash(event, sha256)),
        file,
      ).toEqual(published);
      return published.length;
    });
    expect(met.reduce((sum, count) => sum + count)).toBe(43);
  });

  test('representations published as equal have one hash', () => {
    const capture = readCapture(read(`${folder}/../hash-equal/ReferenceEventHashAlgorithm.json`));
    expect(capture.events.length).toBeGreaterThan(1);
    expect(new Set(capture.events.map((event) => eventHash(event, sha256))).size).toBe(1);
  });

  function hashFile(file: string): string {
    return `${folder}/${file.replace('.jsonld', '.hashes')}`;
  }

  function read(path: string): unknown {
    return JSON.parse(readFileSync(path, 'utf8'));
  }
});
