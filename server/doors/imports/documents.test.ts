import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { say, schedule } from '../../record/tiny-world.ts';
import { type Doors, openDoors } from '../testing.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

const rows = (text: string) => doors.world.db.system((tx) => tx.query(text));
const upload = (kind: string, who: string, ...texts: string[]) =>
  doors.ask(who, {
    method: 'POST',
    url: `/api/imports?kind=${kind}`,
    headers: { 'content-type': 'text/csv' },
    payload: texts.join('\n'),
  });
const apply = (id: string, who: string) => doors.ask(who, { method: 'POST', url: `/api/imports/${id}/apply` });

const CALL_OFFS =
  'Lieferant;Teil;Lieferort;Abrufnummer;Abrufdatum;Termin;Verbindlichkeit;Menge;Eingangs-Fortschrittszahl';
const ADVICE =
  'Despatch note;Customer;From;To;Despatched at;Expected at;Line;Part;Quantity;Handling unit;Outer unit;Vehicle';

describe('call-offs in a sheet', () => {
  test('become one schedule for each release, part and place, with horizons and cumulatives', async () => {
    const { body } = await upload(
      'call-offs',
      'oem',
      CALL_OFFS,
      's1;A 100;plant;R1;2026-03-02;2026-03-04;firm;50,5;200',
      's1;A 100;plant;R1;2026-03-02;2026-03-11;forecast;70;',
      's2;B 200;plant;R1;2026-03-02;2026-03-04;material;20;',
    );
    expect(body.counts).toEqual({ create: 3, change: 0, same: 0, error: 0 });
    expect((await apply(body.id, 'oem')).body).toEqual({ recorded: 2, known: 0 });
    const [release] = await rows(`select release, quantities, cumulative, unit from schedule where part = 'a'`);
    expect(release).toEqual({
      release: 'R1',
      unit: 'H87',
      cumulative: { received: 200 },
      quantities: [
        { from: '2026-03-04', quantity: 50.5, horizon: 'firm' },
        { from: '2026-03-11', quantity: 70, horizon: 'forecast' },
      ],
    });
  });

  test('of a known release change the named day and leave the others and what no column holds', async () => {
    const authorisations = [{ kind: 'production' as const, cumulative: 900, until: '2026-04-01' }];
    const quantities = [
      { from: '2026-03-05', quantity: 10, horizon: 'firm' as const },
      { from: '2026-03-06', quantity: 20, horizon: 'firm' as const },
    ];
    await record(
      doors.world,
      'oem',
      say('schedule-released', schedule({ release: 'R2', releasedOn: '2026-03-03', quantities, authorisations })),
    );
    const sheet = [CALL_OFFS, 's1;A 100;plant;R2;2026-03-03;2026-03-06;firm;25;'];
    const { body } = await upload('call-offs', 'oem', ...sheet);
    expect(body.rows).toMatchObject([{ action: 'change', changes: [{ field: 'quantity', old: 20, new: 25 }] }]);
    await apply(body.id, 'oem');
    const [release] = await rows(`select quantities, authorisations from schedule where part = 'a'`);
    expect(release.quantities.map((q: { quantity: number }) => q.quantity)).toEqual([10, 25]);
    expect(release.authorisations).toEqual(authorisations);
    expect((await upload('call-offs', 'oem', ...sheet)).body.counts.same).toBe(1);
  });

  test('of an older release that is known already change nothing', async () => {
    const { body } = await upload(
      'call-offs',
      'oem',
      CALL_OFFS,
      's1;A 100;plant;R1;2026-03-02;2026-03-11;forecast;70;',
    );
    expect(body.counts).toEqual({ create: 0, change: 0, same: 1, error: 0 });
  });

  test('stay out whole where one row is wrong, and say which', async () => {
    const { body } = await upload(
      'call-offs',
      'oem',
      CALL_OFFS,
      's1;A 100;plant;R9;2026-03-02;2026-03-04;firm;50;',
      's1;A 100;plant;R9;2026-03-02;2026-03-05;perhaps;60;',
      's1;A 100;plant;R8;2026-03-02;2026-03-04;firm;50;100',
      's1;A 100;plant;R8;2026-03-02;2026-03-05;firm;50;101',
      's2;B 200;plant;R9;2026-03-02;2026-03-04;firm;=1+1;',
    );
    expect(body.counts).toEqual({ create: 0, change: 0, same: 0, error: 5 });
    const errors = body.rows.map((row: { errors: object[] }) => row.errors[0]);
    expect(errors[0].message).toBe('Row 3 of the same document has an error, so none of it is taken over');
    expect(errors[1]).toMatchObject({ field: 'horizon', value: 'perhaps' });
    expect(errors[1].message).toContain('must be one of backorder, immediate, firm');
    expect(errors[3]).toEqual({
      field: 'cumulativeReceived',
      value: '101',
      message: 'Row 4 says 100 of the same document',
    });
    expect(errors[4].message).toContain('is a formula without a result');
    expect((await apply(body.id, 'oem')).body).toEqual({ recorded: 0, known: 0 });
  });
});

describe('despatch advice in a sheet', () => {
  const boxes = [
    'N 7;oem;s1-works;plant;02.03.2026 09:30;03.03.2026 08:00;1;4711;24;BOX-1;PAL-1;B-XY 1',
    'N 7;oem;s1-works;plant;02.03.2026 09:30;03.03.2026 08:00;1;4711;24;BOX-2;PAL-1;B-XY 1',
    'N 7;oem;s1-works;plant;02.03.2026 09:30;03.03.2026 08:00;2;4711;5;;;B-XY 1',
  ];

  test('becomes one shipment: lines add up, times are those on the wall, boxes stand on their pallet', async () => {
    const { body } = await upload('despatch-advices', 's1', ADVICE, ...boxes);
    expect(body.rows.flatMap((row: { errors: object[] }) => row.errors)).toEqual([]);
    expect((await apply(body.id, 's1')).body).toEqual({ recorded: 1, known: 0 });
    const [event] = await rows(
      `select body::json -> 'data' as data from ledger_event where type = 'shipment-despatched'`,
    );
    expect(event.data).toMatchObject({
      supplier: 's1',
      despatchNote: 'N 7',
      despatchedAt: '2026-03-02T08:30:00.000Z',
      expectedAt: '2026-03-03T07:00:00.000Z',
      vehicle: 'B-XY 1',
      lines: [
        { line: 1, part: 'a', quantity: 48, unit: 'H87' },
        { line: 2, part: 'a', quantity: 5, unit: 'H87' },
      ],
      units: [
        { unit: 'PAL-1' },
        { unit: 'BOX-1', parent: 'PAL-1', line: 1, quantity: 24 },
        { unit: 'BOX-2', parent: 'PAL-1', line: 1, quantity: 24 },
      ],
    });
    expect((await upload('despatch-advices', 's1', ADVICE, ...boxes)).body.counts.same).toBe(3);
  });

  test('with a corrected box shows old and new and keeps the rest of the shipment', async () => {
    const { body } = await upload('despatch-advices', 's1', ADVICE, boxes[1]!.replace(';24;', ';20;'));
    expect(body.rows).toMatchObject([{ action: 'change', changes: [{ field: 'quantity', old: 24, new: 20 }] }]);
    await apply(body.id, 's1');
    const lines = await rows('select line, quantity from shipment_line order by line');
    expect(lines).toEqual([
      { line: 1, quantity: 44 },
      { line: 2, quantity: 5 },
    ]);
    expect(await rows('select unit from handling_unit')).toHaveLength(3);
  });

  test('says what is wrong with a row', async () => {
    const { body } = await upload(
      'despatch-advices',
      's1',
      ADVICE,
      'N 8;oem;s1-works;plant;yesterday;;1;4711;24;;;',
      'N 9;oem;s1-works;plant;2026-03-02 09:30;2026-03-01;1;4711;24;;;',
      'N10;oem;plant;s1-works;2026-03-02 25:30;;1,5;4711;24;;PAL-1;',
    );
    const messages = body.rows.map((row: { errors: { field: string }[] }) => row.errors.map(({ field }) => field));
    expect(messages).toEqual([
      ['despatchedAt', 'expectedAt'],
      ['expectedAt'],
      ['despatchedAt', 'line', 'expectedAt', 'handlingUnit'],
    ]);
  });
});
