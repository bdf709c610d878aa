import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { say } from '../../record/tiny-world.ts';
import { type Answer, type Doors, openDoors } from '../testing.ts';
import { readNumber } from './columns.ts';
import { SHEET_KIND_NAMES } from './kinds.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

const rows = (text: string) => doors.world.db.system((tx) => tx.query(text));
const upload = (kind: string, payload: string | Buffer, who = 'oem'): Promise<Answer> =>
  doors.ask(who, {
    method: 'POST',
    url: `/api/imports?kind=${kind}`,
    headers: { 'content-type': 'text/csv' },
    payload,
  });
const apply = (id: string, who = 'oem') => doors.ask(who, { method: 'POST', url: `/api/imports/${id}/apply` });
const lines = (...texts: string[]) => texts.join('\r\n');

/** Sheets that name objects of the tiny world or of the sheets before. */
const SHEETS: Record<string, string> = {
  organisations: lines('Name,Roles,Country,DUNS', 'Neuwerk GmbH,supplier,DE,123456789'),
  packagings: lines('Code,Kind,Returnable,Tare kg', 'KLT 6429,KLT,yes,"2,5"'),
  sites: lines(
    'Owner,Name,Kind,City,Country,Time zone,Longitude,Latitude,Working days',
    'Neuwerk GmbH,Neuwerk Ulm,supplier-plant,Ulm,DE,Europe/Berlin,9.99,48.4,12345',
  ),
  parts: lines(
    'Part number,Description,Unit,Packaging,Quantity per pack',
    'C 300,Cap,PCE,KLT 6429,24',
    'D 400,Assembly,ST,,',
  ),
  'part-numbers': lines('Part,Organisation,Number', 'C 300,Neuwerk GmbH,NW-7'),
  lanes: lines('Supplier,Part,From,To,Lead time days,Mode', 'Neuwerk GmbH,C 300,Neuwerk Ulm,Site plant,"1,5",road'),
  'bills-of-material': lines('Parent,Component,Quantity', 'D 400,C 300,2', 'D 400,A 100,1'),
  stock: lines('Site,Part,Quantity,Unit', 'Site plant,C 300,3,DZN'),
  'call-offs': lines(
    'Supplier;Part;Ship to;Release;Released on;Date;Until;Horizon;Quantity;Unit;Cumulative;Cumulative received',
    's1;A 100;Site plant;R7;02.03.2026;04.03.2026;;firm;2,5;DZN;;',
    's1;A 100;Site plant;R7;02.03.2026;09.03.2026;15.03.2026;production;60;PCE;190;100',
    's1;A 100;Site plant;R7;02.03.2026;16.03.2026;22.03.2026;material;70;;260;',
    's1;A 100;Site plant;R7;02.03.2026;23.03.2026;29.03.2026;forecast;80;;;',
    's2;B 200;Site plant;R7;02.03.2026;04.03.2026;;firm;5;;;',
  ),
  'despatch-advices': lines(
    'Despatch note,Supplier,Customer,From,To,Despatched at,Line,Part,Quantity,Handling unit,Outer unit,Packaging,Batch,Carrier',
    'LS 1,s1,oem,Site s1-works,Site plant,2026-03-02 09:30,1,A 100,24,BOX-1,PAL-1,KLT 6429,C7,c1',
    'LS 1,s1,oem,Site s1-works,Site plant,2026-03-02 09:30,1,A 100,24,BOX-2,PAL-1,KLT 6429,C7,c1',
    'LS 1,s1,oem,Site s1-works,Site plant,2026-03-02 09:30,1,A 100,2,,,,C7,c1',
  ),
  'tour-rates': lines(
    'Carrier;Name;Valid from;Price per tour;Price per km;Price per hour;Price per stop;Minimum price;Fuel surcharge percent',
    'c1;Tours;01.01.2026;100;1,25;0;20;250;8',
  ),
  'demand-history': lines(
    'Site;Part;Week;Quantity;Unit',
    'Site plant;A 100;16.02.2026;2;DZN',
    'Site plant;A 100;24.02.2026;30,5;',
    'Site plant;B 200;2026-02-23;7;PCE',
  ),
  capacity: lines(
    'Group;Name;Customer;Site;Parts;Week;Actual;Agreed;Maximum;Delta production',
    'press-4;Press 4;;Site plant;"A 100 = 2,5; B 200";2026-03-02;150;160;200;-5',
    'press-4;;;;"A 100 = 2,5; B 200";2026-03-09;150;;200;',
  ),
  'full-load-rates': lines(
    'Carrier;Name;Valid from;Vehicle;Mass kg;Volume m³;Loading metres;Pallet places;Base price;Price per km;Price per stop;Minimum price;Empties percent;CO2e kg per km empty;CO2e kg per km full',
    'c1;Trailer;01.01.2026;Mega trailer;24000;90;13,6;34;100;1,4;45;280;60;0,8;1,2',
  ),
  'groupage-rates': lines(
    'Carrier;Name;Valid from;Cross-dock;From kg;Up to km;Price per 100 kg;Minimum price;kg per m³;kg per loading metre;kg per pallet place;Most kg;Empties percent;Transit days',
    'c1;West;01.01.2026;Site plant;0;100;20;40;250;1650;0;12000;50;2',
    'c1;West;01.01.2026;Site plant;0;300;30;40;250;1650;0;12000;50;2',
    'c1;West;01.01.2026;Site plant;1000;100;10;40;250;1650;0;12000;50;2',
    'c1;West;01.01.2026;Site plant;1000;300;15,5;40;250;1650;0;12000;50;2',
  ),
  'transport-orders': lines(
    'Order;From;To;Deliver on;Part;Quantity;Mass kg;Volume m³;Loading metres;Pallet places;Packages;Ready from;Ready until;Due from;Due until',
    'T-1;Site s1-works;Site plant;05.03.2026;A 100;240;;;;;;05.03.2026 06:00;05.03.2026 14:00;;',
    ';Site s2-works;Site plant;05.03.2026;;;900;4,5;1,2;3;3;;;2026-03-05 08:00;2026-03-05 10:00',
  ),
};

/** The rows of a document enter as one event: two releases here, one shipment with its carrier's part, one table of rates. */
const EVENTS: Record<string, number> = {
  'call-offs': 2,
  'despatch-advices': 2,
  'groupage-rates': 1,
  'demand-history': 2,
  capacity: 1,
};

describe('every kind of sheet', () => {
  test.each(Object.keys(SHEETS))('%s: previews, applies, and the same sheet again changes nothing', async (kind) => {
    const first = await upload(kind, SHEETS[kind]!);
    expect(first.body.rows.flatMap((row: { errors: object[] }) => row.errors)).toEqual([]);
    expect(first.body.counts).toMatchObject({ error: 0, same: 0, change: 0 });
    const count = first.body.counts.create;
    const events = EVENTS[kind] ?? count;
    expect((await apply(first.body.id)).body).toEqual({ recorded: events, known: 0 });
    const again = await upload(kind, SHEETS[kind]!);
    expect(again.body.counts).toEqual({ create: 0, change: 0, error: 0, same: count });
    expect((await apply(first.body.id)).body).toEqual({ recorded: 0, known: events });
  });

  test('is named in the list of kinds', () => {
    // Commits answer call-offs, and are tested with them.
    const kinds = SHEET_KIND_NAMES.filter((kind) => kind !== 'demand-commits');
    expect(Object.keys(SHEETS).sort()).toEqual(kinds.sort());
  });

  test('says what it came to in the read tables', async () => {
    expect((await rows(`select unit, quantity_per_pack as pack from part where number = 'C 300'`))[0]).toEqual({
      unit: 'H87',
      pack: 24,
    });
    expect(
      (await rows(`select lead_time_days as days from lane l join part p on p.id = l.part where p.number = 'C 300'`))[0]
        .days,
    ).toBe(1.5);
    expect(
      (await rows(`select quantity from stock s join part p on p.id = s.part where p.number = 'C 300'`))[0].quantity,
    ).toBe(36);
    expect((await rows('select components from bill_of_material'))[0].components).toHaveLength(2);
  });
});

describe('a sheet with changes', () => {
  test('shows old and new, and leaves alone what it does not mention', async () => {
    const { body } = await upload('parts', lines('Teilenummer;Benennung;Füllmenge', 'C300;Kappe;', 'A 100;;12,5'));
    expect(body.rows).toMatchObject([
      {
        row: 2,
        action: 'change',
        changes: [
          { field: 'number', old: 'C 300', new: 'C300' },
          { field: 'description', old: 'Cap', new: 'Kappe' },
        ],
      },
      { row: 3, action: 'change', changes: [{ field: 'quantityPerPack', new: 12.5 }] },
    ]);
    await apply(body.id);
    const [part] = await rows(
      `select number, description, quantity_per_pack as pack, packaging from part where number = 'C300'`,
    );
    expect(part).toMatchObject({ description: 'Kappe', pack: 24 });
    expect(part.packaging).toBeTypeOf('string');
    expect(await rows(`select 1 from part where owner = 'oem'`)).toHaveLength(4);
  });

  test('of a bill adds a component and keeps the others', async () => {
    const { body } = await upload('bills-of-material', lines('Oberteil;Komponente;Menge', 'D 400;B 200;3'));
    await apply(body.id);
    const [bill] = await rows('select components from bill_of_material');
    expect(bill.components.map((component: { quantity: number }) => component.quantity)).toEqual([2, 1, 3]);
  });
});

describe('a sheet with mistakes', () => {
  test('names the row, the field, the value and what is wrong, and applies the rest', async () => {
    const sheet = lines(
      'Supplier,Part,From,To,Lead time days',
      's1,A 100,s1-works,plant,"1,234"',
      's9,A 100,s1-works,plant,2',
      's2,B 200,s2-works,plant,4',
      's2,B 200,s2-works,plant,5',
    );
    const { body } = await upload('lanes', sheet);
    expect(body.counts).toEqual({ create: 0, change: 1, same: 0, error: 3 });
    expect(body.rows[0].errors[0]).toMatchObject({ field: 'leadTimeDays', value: '1,234' });
    expect(body.rows[1].errors[0]).toEqual({
      field: 'supplier',
      value: 's9',
      message: 'Organisation "s9" is not known',
    });
    expect(body.rows[3].errors[0].message).toBe('Row 4 is about the same object');
    expect((await apply(body.id)).body.recorded).toBe(1);
    expect((await rows(`select lead_time_days as days from lane where id = 'lane-b'`))[0].days).toBe(4);
  });

  test.each([
    ['no header that is needed', 'Description\r\nBracket', 'Part number'],
    ['an unclosed quote', 'Part number\r\n"A', 'uot'],
    ['20,001 rows', `Part number\r\n${Array.from({ length: 20_001 }, (_, i) => `P${i}`).join('\r\n')}`, '20000'],
    ['a broken workbook', 'PK\u0003\u0004rest', 'workbook'],
  ])('%s is refused with the next step', async (_, sheet, problem) => {
    const { status, body } = await upload('parts', sheet);
    expect([status, body.code]).toEqual([422, 'FILE_UNREADABLE']);
    expect(body.detail).toContain(problem);
  });

  test('is nobody else’s to apply', async () => {
    const { body } = await upload('parts', lines('Part number', 'Z1'));
    expect((await apply(body.id, 's1')).status).toBe(404);
  });
});

describe('a workbook', () => {
  test('filled from the template is read like CSV, with numbers and days as cells', async () => {
    const template = await doors.ask('oem', { url: '/api/imports/template?kind=bills-of-material&format=xlsx' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(template.bytes as never);
    workbook.worksheets[0]!.addRow(['D 400', 'B 200', 7.25, '', new Date('2026-07-01T00:00:00Z')]);
    const { body } = await upload('bills-of-material', Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(body.rows).toMatchObject([
      {
        row: 2,
        action: 'create',
        changes: [
          { field: 'quantity', new: 7.25 },
          { field: 'unit', new: 'H87' },
        ],
      },
    ]);
    await apply(body.id);
    const [bill] = await rows('select components from bill_of_material');
    expect(bill.components).toHaveLength(4);
    expect(bill.components[3]).toMatchObject({ quantity: 7.25, validFrom: '2026-07-01' });
  });

  test('of 20,000 parts is compared with what is there', async () => {
    await record(
      doors.world,
      'oem',
      ...Array.from({ length: 500 }, (_, i) =>
        say('part-registered', { part: `big-${i}`, owner: 'oem', number: `BIG ${i}`, unit: 'H87' }),
      ),
    );
    const sheet = lines('Part number,Description', ...Array.from({ length: 20_000 }, (_, i) => `BIG ${i},Part ${i}`));
    const { body } = await upload('parts', sheet);
    expect(body.counts).toEqual({ create: 19_500, change: 500, same: 0, error: 0 });
  });
});

describe('a number in a cell', () => {
  test.each([
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1 234,5', 1234.5],
    ['1.234', 1.234],
    ['0,125', 0.125],
    ['-3', -3],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toEqual({ ok: true, value });
  });

  test.each(['1,234', 'twelve', '1,2,3', '--1', ''])('%s is refused', (text) => {
    expect(readNumber(text).ok).toBe(false);
  });
});
