import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { despatch, say, schedule } from '../../record/tiny-world.ts';
import { type Doors, openDoors } from '../testing.ts';
import type { Column } from './columns.ts';
import { headingsOf, SHEET_LANGUAGES } from './headings.ts';
import { SHEET_KIND_NAMES, SHEET_KINDS } from './kinds.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  await record(
    doors.world,
    'oem',
    say('packaging-registered', { packaging: 'klt', owner: 'oem', code: '=KLT+1', kind: 'KLT', returnable: true }),
    say('part-registered', { part: 'c', owner: 'oem', number: '-C 7', unit: 'H87', description: '@SUM(A1)' }),
    say('bill-of-material-registered', {
      owner: 'oem',
      parent: 'c',
      components: [{ part: 'a', quantity: 2.5, unit: 'H87', validFrom: '2026-01-01' }],
    }),
    say('stock-counted', {
      ...{ owner: 'oem', site: 'plant', part: 'a', status: 'blocked', quantity: 1234.5, unit: 'H87' },
      countedAt: '2026-03-01T10:00:00.000Z',
    }),
    say('demand-history-stated', {
      ...{ owner: 'oem', site: 'plant', part: 'a', unit: 'H87' },
      weeks: [
        { week: '2026-02-16', quantity: 1234.5 },
        { week: '2026-02-23', quantity: 0 },
      ],
    }),
    say('capacity-stated', {
      ...{ owner: 'oem', group: 'press-4', name: '=Press', customer: 's1', site: 'plant', unit: 'MIN' },
      parts: [
        { part: 'a', loadFactor: 2.5 },
        { part: 'b', loadFactor: 1 },
      ],
      weeks: [
        { week: '2026-03-02', actual: 1500.5, agreed: 1600, maximum: 2000, deltaProduction: -5 },
        { week: '2026-03-09', actual: 1500, maximum: 2000 },
      ],
    }),
    say('tariff-agreed', {
      ...{ tariff: 'tours', customer: 'oem', carrier: 'c1', name: 'Tours', currency: 'EUR', validFrom: '2026-01-01' },
      ...{ perTour: 90, perKm: 1.25, perHour: 38, perStop: 12.5, minimum: 250, fuelSurchargePercent: 4.5 },
    }),
    say('transport-ordered', {
      ...{ order: 'T-1', customer: 'oem', supplier: 's1', kind: 'inbound', from: 's1-works', to: 'plant' },
      ...{ deliverOn: '2026-03-05', packages: 3, loadingMinutes: 20, unloadingMinutes: 20, deliveryWindows: [] },
      goods: { massKg: 900, volumeCubicMeters: 4.5, loadingMeters: 1.2, palletPlaces: 3 },
      pickupWindows: [{ from: '2026-03-05T05:00:00.000Z', to: '2026-03-05T13:00:00.000Z' }],
    }),
    say('full-load-rates-agreed', {
      ...{
        tariff: 'trailer',
        customer: 'oem',
        carrier: 'c1',
        name: 'Trailer',
        currency: 'EUR',
        validFrom: '2026-01-01',
      },
      ...{ vehicleName: 'Trailer', massKg: 24_000, volumeCubicMeters: 90, loadingMeters: 13.6, palletPlaces: 34 },
      ...{ base: 100, perKm: 1.4, perStop: 45, minimum: 280, emptiesPercent: 60 },
      ...{ co2PerKmEmptyKg: 0.8, co2PerKmFullKg: 1.2 },
    }),
    say('groupage-rates-agreed', {
      ...{ tariff: 'west', customer: 'oem', carrier: 'c1', name: 'West', currency: 'EUR', validFrom: '2026-01-01' },
      ...{ hub: 'plant', fromKg: [0, 1000], upToKm: [100, 300], minimum: 40, kgPerCubicMeter: 250 },
      per100Kg: [
        [20, 30],
        [10, 15.5],
      ],
      ...{ kgPerLoadingMeter: 1650, kgPerPalletPlace: 0, mostKg: 12_000, emptiesPercent: 50, transitDays: 2 },
    }),
    say(
      'schedule-released',
      schedule({
        cumulative: { received: 12 },
        quantities: ['05:00', '13:30'].map((time) => ({
          ...{ from: '2026-03-04', quantity: 50, horizon: 'immediate' as const },
          dueAt: `2026-03-04T${time}:00.000Z`,
        })),
      }),
    ),
  );
  await record(
    doors.world,
    's1',
    say('shipment-despatched', despatch({ units: [{ unit: 'U1', line: 1, quantity: 20 }] })),
  );
});
afterAll(() => doors.close());

const FORMATS = ['csv', 'xlsx'] as const;
const load = async (what: 'rows' | 'template', query: string, headers = {}): Promise<Buffer> =>
  (await doors.ask('oem', { url: `/api/imports/${what}?${query}`, headers })).bytes;
const upload = (kind: string, payload: Buffer) =>
  doors.ask('oem', {
    method: 'POST',
    url: `/api/imports?kind=${kind}`,
    headers: { 'content-type': 'text/csv' },
    payload,
  });

async function cellsOf(bytes: Buffer, format: (typeof FORMATS)[number]): Promise<string[][]> {
  if (format === 'csv')
    return Papa.parse<string[]>(
      bytes
        .toString()
        .replace(/^\ufeff/, '')
        .trim(),
    ).data;
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const lines: string[][] = [];
  workbook.worksheets[0]!.eachRow((row) => {
    const values = Array.isArray(row.values) ? row.values : [];
    lines.push(Array.from(values.slice(1), (value) => String(value ?? '')));
  });
  return lines;
}

describe.each(FORMATS)('what is recorded, as %s,', (format) => {
  test.each(SHEET_KIND_NAMES.flatMap((kind) => SHEET_LANGUAGES.map((language) => [kind, language] as const)))(
    'of %s with headings in %s changes nothing when it is imported again',
    async (kind, language) => {
      const bytes = await load('rows', `kind=${kind}&format=${format}&language=${language}`);
      const { status, body } = await upload(kind, bytes);
      expect(status).toBe(200);
      expect(body.counts).toMatchObject({ create: 0, change: 0, error: 0 });
      expect(body.counts.same).toBe((await cellsOf(bytes, format)).length - 1);
      expect(body.counts.same).toBeGreaterThan(0);
    },
  );

  test('has no cell that a spreadsheet would take for a formula', async () => {
    for (const kind of ['parts', 'packagings', 'bills-of-material']) {
      const cells = (await cellsOf(await load('rows', `kind=${kind}&format=${format}`), format)).flat();
      expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
      expect(cells.some((cell) => /^'[=+\-@]/.test(cell))).toBe(true);
    }
  });

  test('begins as a template in the caller’s language that is read without an error', async () => {
    for (const kind of SHEET_KIND_NAMES) {
      const bytes = await load('template', `kind=${kind}&format=${format}`, { 'accept-language': 'fr, de-AT;q=0.8' });
      const columns: Column[] = SHEET_KINDS[kind].columns;
      expect((await cellsOf(bytes, format))[0]).toEqual(columns.map((column) => headingsOf(column)[1]));
      expect((await upload(kind, bytes)).body.rows).toEqual([]);
    }
  });
});

describe('a template as a workbook', () => {
  test('offers closed values in a list, and explains each column on a second sheet', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await load('template', 'kind=call-offs&format=xlsx&language=zh')) as never);
    const [sheet, about] = workbook.worksheets;
    const horizon = SHEET_KINDS['call-offs'].columns.findIndex(({ field }) => field === 'horizon') + 1;
    expect(sheet!.getCell(2, horizon).dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"backorder,immediate,firm,production,material,forecast"'],
    });
    expect(about!.rowCount).toBe(SHEET_KINDS['call-offs'].columns.length + 1);
    expect(about!.getCell(2, 1).value).toBe('客户');
  });

  test('filled in is read: dates with a time, formulas by their result, an error cell by name', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await load('template', 'kind=despatch-advices&format=xlsx')) as never);
    const sheet = workbook.worksheets[0]!;
    const add = (cells: Record<string, ExcelJS.CellValue>) =>
      sheet.addRow(SHEET_KINDS['despatch-advices'].columns.map(({ field }) => cells[field] ?? null));
    const good = {
      despatchNote: 'X1',
      supplier: 's1',
      customer: 'oem',
      from: 's1-works',
      to: 'plant',
      line: 1,
      part: 'a',
    };
    const left = new Date('2026-03-02T09:30:00Z');
    add({ ...good, despatchedAt: left, quantity: { formula: '2*3.5', result: 7 } });
    add({ ...good, despatchNote: 'X2', despatchedAt: left, quantity: { error: '#REF!' } });
    add({
      ...good,
      despatchNote: 'X3',
      despatchedAt: left,
      quantity: { formula: '2*3.5' } as ExcelJS.CellFormulaValue,
    });
    const { body } = await upload('despatch-advices', Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(body.rows[0].changes).toEqual(
      expect.arrayContaining([
        { field: 'quantity', new: 7 },
        { field: 'despatchedAt', new: '2026-03-02T08:30:00.000Z' },
        { field: 'expectedAt', new: '2026-03-03T08:30:00.000Z' },
      ]),
    );
    expect(body.rows[1].errors).toMatchObject([{ field: 'quantity', value: '#REF!' }]);
    expect(body.rows[2].errors).toMatchObject([{ field: 'quantity', value: '=2*3.5' }]);
  });
});

test.each(SHEET_KIND_NAMES)('the headings of %s each mean one column', (kind) => {
  const columns: Column[] = SHEET_KINDS[kind].columns;
  const keys = columns.flatMap((column) =>
    [...new Set([...headingsOf(column), column.field, ...column.aliases])].map((name) => ({
      field: column.field,
      name: name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''),
    })),
  );
  const ambiguous = keys.filter(({ field, name }) =>
    keys.some((other) => other.name === name && other.field !== field),
  );
  expect(ambiguous).toEqual([]);
});
