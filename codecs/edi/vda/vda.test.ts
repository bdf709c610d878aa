import { describe, expect, test } from 'vitest';
import { decode, type EdiMessage } from '../index.ts';
import { RECORDS_4905 } from './records-4905.ts';
import { RECORDS_4913 } from './records-4913.ts';

/** A record of its fields' values, as its table places them. */
function line(type: string, version: string, values: Record<string, string> = {}): string {
  const { fields } = [...RECORDS_4905, ...RECORDS_4913].find((record) => record.type === type)!;
  let text = `${type}${version}`;
  for (const { name, start, length } of fields.slice(2)) {
    const value = values[name] ?? '';
    expect(value.length, name).toBeLessThanOrEqual(length);
    text = text.padEnd(start - 1) + value.padEnd(length);
  }
  return text.padEnd(128);
}

const HEADER = line('511', '02', {
  customer: 'PLANT',
  supplier: 'ACME',
  transmission: '00022',
  transmittedOn: '260302',
  zeroedOn: '260101',
});
const CALL = line('512', '01', {
  plant: '030',
  callOff: '187',
  callOffOn: '260302',
  previousCallOff: '186',
  customerPart: '1K0 907 379',
  supplierPart: 'MIRROR-L',
  order: '56026482',
  unloadingPoint: 'TOR4',
  unit: 'ST',
});
const POSITION = {
  receivedOn: '260227',
  despatchNote: '432701',
  despatchedOn: '260226',
  receivedQuantity: '000000346000',
  cumulativeReceived: '0000019427',
};

const counts = (text: Record<string, number>) =>
  Object.fromEntries(Object.entries(text).map(([type, count]) => [`count${type}`, String(count).padStart(7, '0')]));

const lab = (position: Record<string, string>, ...more: string[]) => [
  HEADER,
  CALL,
  line('513', '01', { ...POSITION, ...position }),
  ...more,
];

const bytes = (lines: string[], end = '\r\n') => new TextEncoder().encode(lines.map((text) => text + end).join(''));

function only(file: Uint8Array): EdiMessage & { envelope: string[] } {
  const answer = decode(file);
  if (!answer.ok) throw new Error(answer.errors[0]?.message);
  const [interchange] = answer.interchanges;
  return { ...interchange!.messages[0]!, envelope: interchange!.errors.map(({ code }) => code) };
}

describe('a call-off', () => {
  const trailer = line('519', '01', counts({ 511: 1, 512: 1, 513: 1, 519: 1, 515: 1 }));
  const supplement = line('515', '01', {
    productionFrom: '260302',
    productionUntil: '260331',
    productionCumulative: '0000020000',
    materialUntil: '260430',
    materialCumulative: '0000021000',
    horizonEnd: '261231',
    pointOfUse: 'LINE 3',
  });
  const dates = {
    date1: '333333',
    quantity1: '000000040',
    date2: '260309',
    quantity2: '000000100',
    date3: '260410',
    quantity3: '000000200',
    date4: '555555',
    quantity4: '000000000',
    date5: '262327',
    quantity5: '000000500',
  };
  const file = [...lab(dates, supplement), trailer];

  test('is a schedule with its cumulative position, last delivery, authorisations and horizons', () => {
    const { statements, errors, envelope, unmapped } = only(bytes(file));
    expect({ errors, envelope, unmapped }).toEqual({ errors: [], envelope: [], unmapped: [] });
    expect(statements).toEqual([
      {
        kind: 'schedule',
        position: { message: 1, messageReference: '187', segment: 1, tag: '512', offset: 130 },
        documentNumber: '00022',
        scheduleKind: 'delivery-forecast',
        function: 'unspecified',
        customer: { code: 'PLANT' },
        supplier: { code: 'ACME' },
        shipTo: { code: '030' },
        unloadingPoint: 'TOR4',
        supplyArea: 'LINE 3',
        part: { buyerNumber: '1K0 907 379', supplierNumber: 'MIRROR-L' },
        release: '187',
        previousRelease: '186',
        releasedOn: '2026-03-02',
        horizonEnd: '2026-12-31',
        unit: 'H87',
        quantities: [
          { from: '2026-03-02', quantity: 40, horizon: 'backorder' },
          { from: '2026-03-09', quantity: 100, horizon: 'production' },
          { from: '2026-04-10', quantity: 200, horizon: 'material' },
          { from: '2026-06-01', to: '2026-07-05', quantity: 500, horizon: 'forecast' },
        ],
        cumulative: {
          received: 19427,
          zeroedOn: '2026-01-01',
          asOf: '2026-02-27',
          lastDespatch: { reference: '432701', day: '2026-02-26', quantity: 346 },
        },
        authorisations: [
          { kind: 'production', cumulative: 20000, from: '2026-03-02', until: '2026-03-31' },
          { kind: 'material', cumulative: 21000, until: '2026-04-30' },
        ],
        orderReference: '56026482',
      },
    ]);
  });

  test.each([
    ['without line ends', bytes(file, '')],
    ['with line feeds only', bytes(file, '\n')],
    ['with lines that lost their trailing blanks', bytes(file.map((text) => text.trimEnd()))],
    ['behind a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(file)])],
  ])('reads the same %s', (_, other) => {
    const placeless = (message: EdiMessage) => message.statements.map((s) => ({ ...s, position: undefined }));
    expect(placeless(only(other))).toEqual(placeless(only(bytes(file))));
    expect(only(other).envelope).toEqual([]);
  });

  test('reads the same however its bytes are cut as they come in', async () => {
    const { Decoder } = await import('../index.ts');
    const decoder = new Decoder();
    const parts = [];
    for (const byte of bytes(file)) parts.push(...decoder.push(Uint8Array.of(byte)));
    parts.push(...decoder.end());
    expect(parts.map(({ kind }) => kind)).toEqual(['interchange', 'message', 'end']);
  });
});

describe('what is wrong is named by record, field, value and expectation', () => {
  const trailer = line('519', '01', counts({ 511: 1, 512: 1, 513: 1, 519: 1 }));

  test.each([
    ['a day that no calendar has', lab({ date1: '261301', quantity1: '000000001' }), 'DATE_INVALID 513/8 261301'],
    ['letters in a quantity', lab({ date1: '260309', quantity1: '00000001A' }), 'NUMBER_INVALID 513/9 00000001A'],
    ['a preview without a day', lab({ date1: '999999', quantity1: '000000900' }), 'QUALIFIER_UNKNOWN 513/8 999999'],
    ['a version that no table settles', lab({}, line('515', '07')), 'RECORD_VERSION_UNKNOWN 515/ 07'],
    ['a record of another message', lab({}, '71503KLT4147'.padEnd(128)), 'RECORD_UNKNOWN 715/ 715'],
    ['a line that is too long', lab({}, `${line('518', '01', { text1: 'a' })}TAIL`), 'RECORD_TOO_LONG 518/ TAIL'],
    ['a call-off without position', [HEADER, CALL], 'SEGMENT_MISSING 512/ undefined'],
  ])('%s', (_, lines, expected) => {
    const { errors, unmapped, segments } = only(bytes([...lines, trailer]));
    const found = errors.map(
      ({ code, position, value }) => `${code} ${position.tag}/${position.element ?? ''} ${value}`,
    );
    expect(found).toContain(expected);
    expect(segments).toBe(lines.length - 1);
    if (/999999|715/.test(expected)) expect(unmapped.length).toBeGreaterThan(0);
  });

  test('a trailer that counts wrong, that is missing, and a header that is missing', () => {
    expect(only(bytes([...lab({}), line('519', '01', counts({ 511: 1, 512: 3, 513: 1, 519: 1 }))])).envelope).toEqual([
      'COUNT_MISMATCH',
    ]);
    expect(only(bytes(lab({}))).envelope).toEqual(['TRAILER_MISSING']);
    expect(only(bytes(lab({}).slice(1))).envelope).toEqual(['HEADER_MISSING', 'TRAILER_MISSING']);
  });

  test('a transmission that comes twice, and one that is meant for others', () => {
    const twice = decode(bytes([...lab({}), trailer, ...lab({}), trailer]), { receivers: ['SOMEBODY'] });
    const codes = twice.ok ? twice.interchanges.map(({ errors }) => errors.map(({ code }) => code)) : [];
    expect(codes).toEqual([['RECEIVER_UNEXPECTED'], ['RECEIVER_UNEXPECTED', 'REFERENCE_REPEATED']]);
  });

  test('a recommendation whose positions are not settled is refused and kept whole', () => {
    const lines = ['55102CUSTOMER SUPPLIER', '55201030187', '55901'].map((text) => text.padEnd(128));
    const { statements, errors, unmapped } = only(bytes(lines));
    expect(statements).toEqual([]);
    expect(errors).toMatchObject([{ code: 'MESSAGE_UNSETTLED', value: 'VDA 4915, detailed call-off (FAB)' }]);
    expect(unmapped).toMatchObject([{ value: '030187' }]);
  });

  test('a record that no recommendation begins with is no VDA file that we know', () => {
    expect(decode(bytes(['92101'.padEnd(128)]))).toMatchObject({
      ok: false,
      errors: [{ code: 'RECORD_UNKNOWN', value: '921' }],
    });
  });
});

describe('a delivery note', () => {
  const lines = [
    line('711', '03', {
      customer: 'PLANT',
      supplier: 'ACME',
      transmission: '00007',
      transmittedOn: '260302',
      carrier: '11825429',
    }),
    line('712', '03', {
      consignment: '13533302',
      supplierPlant: '1',
      carrier: 'SPEDITION',
      handedOverOn: '260302',
      handedOverAt: '1045',
      grossMassKg: '0000480',
      packages: '0004',
      vehicleKey: '01',
      vehicle: 'M-XY 123',
      expectedOn: '260303',
      expectedAt: '0600',
    }),
    line('713', '03', {
      despatchNote: '00021910',
      despatchedOn: '260302',
      unloadingPoint: 'TOR4',
      despatchType: '03',
      order: '56026482',
      customerPlant: '030',
      supplier: 'ACME',
      consignmentReference: '00000000',
    }),
    line('714', '03', {
      customerPart: '1K0907379',
      origin: '004',
      quantity: '0000000012500',
      unit: 'KG',
      line: '001',
      batch: 'B1',
      usage: 'S',
    }),
    line('715', '03', {
      customerPackaging: 'KLT4147',
      packages: '0000000003000',
      line: '001',
      fill: '0000000004000',
      firstLabel: '000000098',
      lastLabel: '000000100',
    }),
    line('715', '03', { customerPackaging: 'PALETTE', packages: '0000000002000', line: '001' }),
    line('719', '02', counts({ 711: 1, 712: 1, 713: 1, 714: 1, 715: 2, 719: 1 })),
  ];

  test('is a despatch advice with its transport, lines and numbered load carriers', () => {
    const { statements, errors, envelope, unmapped } = only(bytes(lines));
    expect({ errors, envelope, unmapped: unmapped.map(({ value }) => value) }).toEqual({
      errors: [],
      envelope: [],
      unmapped: ['S'],
    });
    expect(statements).toEqual([
      {
        kind: 'despatch',
        position: expect.objectContaining({ tag: '713', segment: 2 }),
        despatchNote: '00021910',
        function: 'unspecified',
        customer: { code: 'PLANT' },
        supplier: { code: 'ACME' },
        shipTo: { code: '030' },
        shipFrom: { code: '1' },
        carrier: { code: '11825429', name: 'SPEDITION' },
        documentAt: '2026-03-02T00:00:00.000Z',
        despatchedAt: '2026-03-02T10:45:00.000Z',
        expectedAt: '2026-03-03T06:00:00.000Z',
        unloadingPoint: 'TOR4',
        transportReference: '13533302',
        vehicle: 'M-XY 123',
        mode: 'road',
        grossMassKg: 480,
        packages: 4,
        lines: [
          {
            line: 1,
            part: { buyerNumber: '1K0907379' },
            quantity: 12.5,
            unit: 'KGM',
            orderReference: '56026482',
            batch: 'B1',
            countryOfOrigin: '004',
          },
        ],
        units: [
          ...['000000098', '000000099', '000000100'].map((unit) => ({
            unit,
            packaging: 'KLT4147',
            line: 1,
            quantity: 4,
          })),
          { unit: '00021910-1', packaging: 'PALETTE', line: 1, packagingCount: 2 },
        ],
      },
    ]);
  });

  test('packages without the three decimals that are not written are refused rather than read as thousandths', () => {
    const wrong = lines.map((text) => text.replace('0000000003000', '0000000000003'));
    expect(only(bytes(wrong)).errors).toMatchObject([{ code: 'NUMBER_INVALID', position: { tag: '715', element: 5 } }]);
  });
});
