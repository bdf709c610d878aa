import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScheduleStatement, Statement } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import { readDelimiters } from './delimiters.ts';
import { decode, type EdiInterchange } from './index.ts';
import { tokenize } from './tokenize.ts';

const folder = process.env.INTAKT_DATA ? join(process.env.INTAKT_DATA, 'edi') : undefined;

const bytesOf = (file: string) => readFileSync(join(folder!, file));

function read(file: string): EdiInterchange {
  const answer = decode(bytesOf(file));
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.interchanges[0]!;
}

const errorsOf = ({ errors, messages }: EdiInterchange) => [...errors, ...messages.flatMap((m) => m.errors)];
const codesOf = (interchange: EdiInterchange, severity: string) =>
  errorsOf(interchange)
    .filter((e) => e.severity === severity)
    .map((e) => e.code);
const statementsOf = <T extends Statement>(file: string) =>
  read(file).messages.flatMap(({ statements }) => statements) as T[];

/** Every real file: its message, how many statements it gives, and the codes of everything wrong with it. */
const FILES: [file: string, types: string[], errors: string[], warnings: string[]][] = [
  [
    'edifact-delfor/vda4984_D04A_GAVB11_truncated.edi',
    ['DELFOR D.04A GAVB11'],
    ['TRAILER_MISSING', 'TRAILER_MISSING'],
    ['ELEMENT_EMPTY'],
  ],
  [
    'edifact-desadv/DESADV_line_break.edi',
    ['DESADV D.01B EAN007'],
    [],
    ['VERSION_UNKNOWN', 'VALUE_INVALID', 'VALUE_INVALID'],
  ],
  ['edifact-desadv/DESADV_no_line_break.edi', ['DESADV D.01B EAN007'], [], ['VERSION_UNKNOWN', 'VALUE_INVALID']],
  [
    'edifact-desadv/desadv_valid.edi',
    ['DESADV D.96A A01052'],
    [],
    ['DATE_FORMAT_MISMATCH', 'DATE_FORMAT_MISMATCH', 'DATE_FORMAT_MISMATCH'],
  ],
  ['edifact-desadv/eancom_despatchadvice_bom.edi', ['DESADV D.96A EAN007'], ['COUNT_MISMATCH'], []],
  [
    'edifact-desadv/global_desadv_D07A_GMI021_2msgs.edi',
    ['DESADV D.07A GMI021', 'DESADV D.07A GMI021'],
    [],
    ['ELEMENT_EMPTY', 'ELEMENT_EMPTY', 'REFERENCE_REPEATED'],
  ],
  ['edifact-desadv/renault_desadv0.edi', ['DESADV D.96A A01052'], [], []],
  ['edifact-desadv/renault_desadv2.edi', ['DESADV D.96A A01052', 'DESADV D.96A A01052', 'DESADV D.96A A01052'], [], []],
  ['edifact-desadv/renault_desadv_dupNAD.edi', ['DESADV D.96A A01052'], [], ['PARTY_REPEATED']],
  ['x12-830/ford_style_830_002001.edi', ['830 002001ABC'], ['COUNT_MISMATCH'], ['TOTAL_MISMATCH']],
  ['x12-830/nissan_830_002001_ath.edi', ['830 002001'], [], ['GROUP_MISMATCH', 'CODE_DOUBTFUL', 'CODE_DOUBTFUL']],
  ['x12-856/edifabric_shipnotice.edi', ['856 004010'], ['COUNT_MISMATCH', 'DATE_INVALID'], ['GROUP_MISMATCH']],
  ['x12-856/nissan_856_002001_stip.edi', ['856 002001', '856 002001'], [], []],
  ['x12-856/node-x12_856.edi', ['856 004060'], [], []],
  ['x12-856/x12parser_Example1.edi', ['856 004010'], [], []],
  ['x12-856/x12parser_Example3.edi', ['856 004010'], [], []],
  ['x12-856/x12parser_FromGregarican.edi', ['856 004010VICS'], [], []],
  ['x12-856/x12types_856_004060.edi', ['856 004060'], [], []],
  ['x12-861/edifabric_861.edi', ['861 004010'], ['COUNT_MISMATCH'], ['GROUP_MISMATCH']],
];

describe.skipIf(!folder)('real messages (needs INTAKT_DATA)', () => {
  test.each(FILES)('%s', (file, types, errors, warnings) => {
    const interchange = read(file);
    expect(interchange.messages.map(({ type }) => type)).toEqual(types);
    expect(interchange.messages.every(({ statements }) => statements.length === 1)).toBe(true);
    expect(codesOf(interchange, 'error')).toEqual(errors);
    expect(codesOf(interchange, 'warning')).toEqual(warnings);
  });

  test('every file of the five folders has its row', () => {
    const folders = ['edifact-delfor', 'edifact-desadv', 'x12-830', 'x12-856', 'x12-861'];
    const present = folders.flatMap((name) => readdirSync(join(folder!, name)).map((file) => `${name}/${file}`));
    expect(FILES.map(([file]) => file).sort()).toEqual(present.sort());
  });

  test('every byte of every file, of whatever message, lies in exactly one token', () => {
    for (const name of readdirSync(folder!, { recursive: true }) as string[]) {
      if (!/\.(edi|edifact)$/.test(name)) continue;
      const bytes = bytesOf(name);
      const delimiters = readDelimiters(bytes);
      if (!delimiters) continue;
      let at = delimiters.start;
      for (const { position } of tokenize(bytes, delimiters)) {
        expect([name, position.offset]).toEqual([name, at]);
        at = position.end;
      }
      expect([name, at]).toEqual([name, bytes.length]);
    }
  });

  test('no value of a read message is dropped: each is mapped or reported as unmapped', () => {
    for (const [file] of FILES) {
      const unmapped = read(file).messages.flatMap((m) => m.unmapped);
      expect(unmapped.every(({ value, position }) => value.length > 0 && (position.element ?? 0) > 0)).toBe(true);
    }
    const renault = read('edifact-desadv/renault_desadv0.edi').messages[0]!.unmapped;
    expect(renault.map(({ value, position }) => `${position.tag} ${value}`)).toEqual([
      'GIR LR0T6C9O',
      'GIR BU',
      'GIR LR0T6C9O',
      'GIR BU',
      'LIN 0',
      'GIR LR0T6C9N',
      'GIR BU',
      'GIR LR0T6C9N',
      'GIR BU',
      'LIN 0',
    ]);
  });
});

describe.skipIf(!folder)('what real schedules say (needs INTAKT_DATA)', () => {
  test('the VDA 4984 call-off, as far as the excerpt goes', () => {
    const [schedule] = statementsOf<ScheduleStatement>('edifact-delfor/vda4984_D04A_GAVB11_truncated.edi');
    expect(schedule).toMatchObject({
      documentNumber: '112',
      release: '112',
      previousRelease: '111',
      releasedOn: '2022-08-25',
      part: { buyerNumber: '7780522' },
      orderReference: '5500043574/00010',
      unit: 'H87',
      customer: { code: 'GUEST_ID', also: ['ANK:42'] },
      supplier: { code: '0005187389', agency: '92' },
      shipTo: { code: '05', name: 'Customer Company Werk Zentral /Süd', postalCode: '35108', country: 'DE' },
      unloadingPoint: '0030',
      cumulative: { received: 38556, required: 77364 },
    });
    expect(
      schedule!.quantities.map(({ from, to, quantity, horizon }) => [from, to ?? from, quantity, horizon]),
    ).toEqual([
      ['2022-09-01', '2022-09-01', 504, 'forecast'],
      ['2022-09-08', '2022-09-08', 252, 'forecast'],
      ['2022-09-09', '2022-09-09', 252, 'forecast'],
      ['2022-09-15', '2022-09-15', 504, 'forecast'],
      ['2022-09-19', '2022-09-25', 0, 'forecast'],
      ['2022-09-26', '2022-10-02', 504, 'forecast'],
      ['2022-10-03', '2022-10-09', 252, 'forecast'],
    ]);
  });

  test('its cut end is named: UNT and UNZ are missing behind the last DTM', () => {
    const interchange = read('edifact-delfor/vda4984_D04A_GAVB11_truncated.edi');
    const missing = errorsOf(interchange).filter(({ code }) => code === 'TRAILER_MISSING');
    expect(missing.map(({ expected, position }) => [expected, position.tag])).toEqual([
      ['UNZ for UNB 00000508210262', 'DTM'],
      ['UNT for UNH 1', 'DTM'],
    ]);
    expect(interchange.messages[0]!.segments).toBe(48);
  });

  test('the Ford release counts cumulatively: what is due is what the cumulative exceeds the shipped', () => {
    const [schedule] = statementsOf<ScheduleStatement>('x12-830/ford_style_830_002001.edi');
    expect(schedule).toMatchObject({
      release: '501-1',
      function: 'replace',
      releasedOn: '1989-03-04',
      horizonStart: '1988-08-01',
      horizonEnd: '1989-08-05',
      part: { buyerNumber: 'E6SP 7E396 AA 040' },
      orderReference: 'FE 4397',
      shipTo: { code: '1602A' },
      quantities: [{ from: '1989-03-04', to: '1989-03-10', quantity: 38400, cumulative: 56700, horizon: 'forecast' }],
      cumulative: {
        despatched: 18300,
        zeroedOn: '1988-08-01',
        asOf: '1989-02-14',
        lastDespatch: { reference: '72396' },
      },
    });
  });

  test('the Nissan release authorises finished goods and material up to cumulative quantities', () => {
    const [schedule] = statementsOf<ScheduleStatement>('x12-830/nissan_830_002001_ath.edi');
    expect(schedule!.authorisations).toEqual([
      { kind: 'finished', cumulative: 3528, until: '2007-01-10', from: '2007-01-01' },
      { kind: 'material', cumulative: 10584, until: '2007-01-25', from: '2007-01-11' },
    ]);
    expect(schedule!.quantities.map(({ from, quantity, horizon }) => [from, quantity, horizon])).toEqual([
      ['2007-01-04', 1176, 'firm'],
      ['2007-01-02', 1176, 'forecast'],
      ['2007-01-03', 1176, 'forecast'],
      ['2007-01-05', 1176, 'forecast'],
      ['2007-01-06', 1176, 'forecast'],
      ['2007-01-07', 1176, 'forecast'],
    ]);
    expect(schedule).toMatchObject({
      customer: { name: 'NISSAN' },
      supplier: { code: '12345671' },
      shipTo: { name: 'DOCK 2' },
      unit: 'EA',
      orderReference: 'PR00009076',
    });
  });

  test('an agreed meaning of qualifier Z replaces the guess and its warning', () => {
    const answer = decode(bytesOf('x12-830/nissan_830_002001_ath.edi'), { horizons: { Z: 'firm' } });
    const message = answer.ok ? answer.interchanges[0]!.messages[0]! : undefined;
    expect(message!.errors.map(({ code }) => code)).toEqual(['GROUP_MISMATCH']);
    expect((message!.statements[0] as ScheduleStatement).quantities[1]!.horizon).toBe('firm');
  });
});
