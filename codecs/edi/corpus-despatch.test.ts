import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DespatchStatement, ReceiptStatement, Statement } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import { decode, type EdiInterchange } from './index.ts';

const folder = process.env.INTAKT_DATA ? join(process.env.INTAKT_DATA, 'edi') : undefined;

const bytesOf = (file: string) => readFileSync(join(folder!, file));

function read(file: string): EdiInterchange {
  const answer = decode(bytesOf(file));
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.interchanges[0]!;
}

const errorsOf = ({ errors, messages }: EdiInterchange) => [...errors, ...messages.flatMap((m) => m.errors)];
const _codesOf = (interchange: EdiInterchange, severity: string) =>
  errorsOf(interchange)
    .filter((e) => e.severity === severity)
    .map((e) => e.code);
const statementsOf = <T extends Statement>(file: string) =>
  read(file).messages.flatMap(({ statements }) => statements) as T[];

/** `unit < parent × quantity @ line` */
const tree = ({ units }: DespatchStatement) =>
  units.map(
    ({ unit, parent, quantity, line }) =>
      `${unit}${parent ? ` < ${parent}` : ''}${quantity === undefined ? '' : ` × ${quantity}`}${line === undefined ? '' : ` @ ${line}`}`,
  );

describe.skipIf(!folder)('what real despatch advices say (needs INTAKT_DATA)', () => {
  test('Renault: header, lines and the packs under their master labels', () => {
    const [despatch] = statementsOf<DespatchStatement>('edifact-desadv/renault_desadv0.edi');
    expect(despatch).toMatchObject({
      despatchNote: '44833',
      despatchedAt: '2014-04-04T14:26:00.000Z',
      expectedAt: '2014-06-24T10:00:00.000Z',
      grossMassKg: 2000,
      vehicle: '157AWG51',
      transportReference: 'R080220001',
      shipTo: { code: '09317801299871124', name: 'RENAULT DOUAI' },
      unloadingPoint: '191GRG',
    });
    expect(despatch!.lines).toEqual([
      {
        line: 1,
        part: { buyerNumber: '765M54577R', supplierNumber: '967.837', description: 'Z7-RAIDISSEUR RENFOR' },
        quantity: 42,
        unit: 'H87',
        orderReference: '527802',
        countryOfOrigin: 'FR',
        netMassKg: 213.5,
        unloadingPoint: 'MAPU',
      },
      {
        line: 2,
        part: { buyerNumber: '765M48087R', supplierNumber: '967.838', description: 'CC-RAIDISSEUR RENFOR' },
        quantity: 42,
        unit: 'H87',
        orderReference: '527802',
        countryOfOrigin: 'FR',
        netMassKg: 213.5,
        unloadingPoint: 'MAPU',
      },
    ]);
    expect(tree(despatch!)).toEqual([
      '0100657448',
      '0100657443 < 0100657448 × 21 @ 1',
      '0100657444 < 0100657448 × 21 @ 1',
      '0100657449',
      '0100657445 < 0100657449 × 21 @ 2',
      '0100657446 < 0100657449 × 21 @ 2',
    ]);
  });

  test.each(['edifact-desadv/desadv_valid.edi', 'edifact-desadv/renault_desadv_dupNAD.edi'])(
    'Renault variant %s names the same goods',
    (file) => {
      const [despatch] = statementsOf<DespatchStatement>(file);
      expect(despatch).toMatchObject({ despatchNote: '44833', vehicle: '157AWG51', supplier: { code: '2409196821' } });
      expect(despatch!.lines[0]).toMatchObject({ part: { buyerNumber: '765M54577R' }, quantity: 42 });
      expect(tree(despatch!).slice(0, 2)).toEqual(['0100657448', '0100657443 < 0100657448 × 21 @ 1']);
    },
  );

  test('Renault: three messages in one interchange', () => {
    const despatches = statementsOf<DespatchStatement>('edifact-desadv/renault_desadv2.edi');
    expect(
      despatches.map(({ despatchNote, vehicle, units, lines }) => [despatchNote, vehicle, units, lines[0]!.quantity]),
    ).toEqual([
      ['0043906', 'CS 231 KP', [{ unit: '500014868', packaging: 'PAL-S-0172', line: 1, quantity: 720 }], 720],
      ['0043964', 'AD 789 PR', [{ unit: '500014923', packaging: 'PAL-S-0172', line: 1, quantity: 720 }], 720],
      ['0044014', 'AX 710 CA', [{ unit: '500015024', packaging: 'PAL-S-0172', line: 1, quantity: 720 }], 720],
    ]);
  });

  test('Odette global: labels under outer labels, the last pack holding what is left of its line', () => {
    const [first, second] = statementsOf<DespatchStatement>('edifact-desadv/global_desadv_D07A_GMI021_2msgs.edi');
    expect(
      first!.lines.map(({ part, quantity, orderReference }) => [part.buyerNumber, quantity, orderReference]),
    ).toEqual([
      ['197.536-21', 600, '5500011089/00010'],
      ['197.536-22', 300, '5500011089/00010'],
      ['197.536-20', 500, '5500011089/00010'],
      ['197.536-20', 100, '5500011089/00010'],
      ['197.536-21', 400, '5500011089/00010'],
      ['197.536-23', 100, '5500011089/00010'],
    ]);
    expect(tree(first!).slice(0, 6)).toEqual([
      'LOT NO. 1-3',
      'S1975362171229-9 < LOT NO. 1-3 × 294 @ 1',
      'S1975362171229-11 < LOT NO. 1-3 × 294 @ 1',
      'S1975362171229-15 < LOT NO. 1-3 × 12 @ 1',
      'S1975362171229-10 < LOT NO. 1-3 × 294 @ 2',
      'S1975362171229-12 < LOT NO. 1-3 × 6 @ 2',
    ]);
    expect(first).toMatchObject({
      mode: 'road',
      carrier: { code: '1' },
      unloadingPoint: '3630',
      transportReference: '0011418',
    });
    expect(tree(second!)).toEqual(tree(first!));
  });

  test('EANCOM: two SSCC pallets under a level that only counts them', () => {
    const [despatch] = statementsOf<DespatchStatement>('edifact-desadv/eancom_despatchadvice_bom.edi');
    expect(despatch!.packages).toBe(2);
    expect(tree(despatch!)).toEqual([
      '354107380000001051 × 20 @ 1',
      'DES587441/2 < 354107380000001051',
      '354107380000001068',
      'DES587441/4 < 354107380000001068',
    ]);
    expect(despatch!.lines.map(({ part, quantity }) => [part.gtin, quantity])).toEqual([
      ['5410738000152', 20],
      ['5410738000169', 5],
      ['5410738000176', 3],
      ['5410738000183', 12],
    ]);
  });

  test('EANCOM D.01B is read by the nearest directory', () => {
    for (const file of ['edifact-desadv/DESADV_line_break.edi', 'edifact-desadv/DESADV_no_line_break.edi']) {
      const [despatch] = statementsOf<DespatchStatement>(file);
      expect(despatch).toMatchObject({
        despatchNote: '20200720381004',
        despatchedAt: '2020-07-20T00:00:00.000Z',
        expectedAt: '2020-07-18T00:00:00.000Z',
        supplier: { code: '4399902262507' },
      });
      expect(despatch!.lines[0]).toMatchObject({
        part: { supplierNumber: '8163', buyerNumber: '4531885004' },
        quantity: 1,
        orderReference: '1014438756',
      });
    }
  });

  test('Nissan: tares, items and packs with their labels, and packs that an item lists', () => {
    const [first, second] = statementsOf<DespatchStatement>('x12-856/nissan_856_002001_stip.edi');
    expect(tree(first!)).toEqual([
      'ML13479',
      'S125 < ML13479 × 250 @ 1',
      'S126 < ML13479 × 250 @ 1',
      'S127 < ML13479 × 250 @ 1',
      'S128 < ML13479 × 250 @ 1',
      'GS87939',
      'S3489 < GS87939 × 76 @ 2',
      'S2387 < GS87939 × 100 @ 2',
      'G87659',
      'S5666 < G87659 × 100 @ 3',
      'S5789 < G87659 × 100 @ 4',
      'S5790 < G87659 × 56 @ 4',
    ]);
    expect(
      first!.lines.map(({ part, quantity, orderReference }) => [part.buyerNumber, quantity, orderReference]),
    ).toEqual([
      ['7389141G01', 1000, 'RG61372'],
      ['6500012G00', 176, 'SH89457'],
      ['7340912G00', 100, 'SG88287'],
      ['7450013G00', 156, 'SH75457'],
    ]);
    expect(first).toMatchObject({
      despatchNote: '35100',
      packages: 3,
      vehicle: 'MOLU5671238',
      transportReference: 'BM3930',
    });
    expect(first!.grossMassKg).toBeCloseTo(1200 * 0.45359237, 4);
    expect(tree(second!)).toEqual(['S3456789 × 234 @ 1', 'S1234567 × 25 @ 2']);
  });

  test('an automotive 856 terminated by an ellipsis: cumulative shipped, loads without labels', () => {
    const [despatch] = statementsOf<DespatchStatement>('x12-856/x12parser_Example3.edi');
    expect(
      despatch!.lines.map(({ line, part, quantity, cumulative }) => [line, part.buyerNumber, quantity, cumulative]),
    ).toEqual([
      [30, '000 260 056 524', 1596, 32558],
      [10, '000 260 120 524', 1152, 17712],
      [20, '000 260 121 524', 1440, 17136],
    ]);
    expect(
      despatch!.units.map(({ packagingCount, packaging, quantity }) => [packagingCount, packaging, quantity]),
    ).toEqual([
      [6, 'PAT90', 1596],
      [4, 'PAT90', 1152],
      [5, 'PAT90', 1440],
    ]);
    expect(despatch).toMatchObject({ carrier: { code: 'AVRT', name: 'AVERITT EXPRESS' }, mode: 'road', packages: 15 });
  });

  test.each<[string, string, [string | undefined, number, string | undefined][], string[]]>([
    [
      'x12-856/edifabric_shipnotice.edi',
      '01140824',
      [
        ['008815509183', 4, '9988776655'],
        ['008815547321', 9, '9988776655'],
        ['008815509183', 4, '2288115555'],
        ['008815547321', 9, '2288115555'],
      ],
      ['00000010012345614785', '00000010012378945698'],
    ],
    [
      'x12-856/node-x12_856.edi',
      '829716',
      [
        ['999999310145', 24, '99999817'],
        ['999999311746', 6, '99999817'],
      ],
      [],
    ],
    [
      'x12-856/x12types_856_004060.edi',
      '829716',
      [
        ['999999310145', 24, '99999817'],
        ['999999311746', 6, '99999817'],
      ],
      [],
    ],
    [
      'x12-856/x12parser_Example1.edi',
      '123456',
      [
        ['1234-123456', 16, '123456'],
        ['1234-654321', 23, '123456'],
        ['1234-223456', 16, '123456'],
      ],
      [],
    ],
    [
      'x12-856/x12parser_FromGregarican.edi',
      '521649209219',
      [['883932284904', 1, 'SO/VINCE1']],
      ['00007121610006156802 × 1 @ 1'],
    ],
  ])('%s', (file, despatchNote, lines, units) => {
    const [despatch] = statementsOf<DespatchStatement>(file);
    expect(despatch!.despatchNote).toBe(despatchNote);
    expect(
      despatch!.lines.map(({ part, quantity, orderReference }) => [
        part.gtin ?? part.buyerNumber,
        quantity,
        orderReference,
      ]),
    ).toEqual(lines);
    expect(tree(despatch!)).toEqual(units);
  });
});

test.skipIf(!folder)('the receiving advice puts one piece on hold, at Eastern time (needs INTAKT_DATA)', () => {
  const [receipt] = statementsOf<ReceiptStatement>('x12-861/edifabric_861.edi');
  expect(receipt).toMatchObject({
    receiptNumber: 'C000548241',
    receivedAt: '2009-01-02T13:55:00.000Z',
    supplier: { code: '43677' },
  });
  expect(receipt!.lines).toEqual([
    { part: { buyerNumber: 'U0070062' }, quantity: 1, unit: 'EA', status: 'in-quality', reason: 'A' },
  ]);
});
