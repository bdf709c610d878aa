import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { say, schedule } from '../../record/tiny-world.ts';
import { type Doors, openDoors } from '../testing.ts';

const WEEKS = ['2026-03-02', '2026-03-09', '2026-03-16'];
let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  const quantities = WEEKS.map((from) => ({ from, quantity: 50, horizon: 'firm' as const }));
  await record(doors.world, 'oem', say('schedule-released', schedule({ quantities })));
}, 120_000);
afterAll(() => doors?.close());

const upload = (kind: string, who: string, payload: string | Buffer) =>
  doors.ask(who, {
    method: 'POST',
    url: `/api/imports?kind=${kind}`,
    headers: { 'content-type': 'text/csv' },
    payload,
  });
const apply = async (id: string, who: string) =>
  (await doors.ask(who, { method: 'POST', url: `/api/imports/${id}/apply` })).body;
const exported = async (kind: string, who: string, format: string) =>
  (await doors.ask(who, { url: `/api/imports/rows?kind=${kind}&format=${format}` })).bytes;
const weeksOf = async (who: string) => (await doors.ask(who, { url: '/api/commits' })).body.relations[0].weeks;

describe('commits in a sheet', () => {
  const HEAD = 'Customer;Part;Ship to;Week;Committed;Reason;Remark';

  test('are given out with what is asked for, filled in, taken, and come back the same on both sides', async () => {
    const empty = (await exported('demand-commits', 's1', 'csv')).toString();
    expect(empty.match(/2026-03-09/g)).toHaveLength(1);
    const sheet = [HEAD, 'oem;4711;plant;04.03.2026;50;;', 'oem;4711;plant;2026-03-09;40;capacity;Press 4'].join('\n');
    const { body } = await upload('demand-commits', 's1', sheet);
    expect(body.rows.flatMap((row: { errors: object[] }) => row.errors)).toEqual([]);
    expect(await apply(body.id, 's1')).toEqual({ recorded: 1, known: 0 });
    expect(await weeksOf('oem')).toMatchObject([
      { week: '2026-03-02', state: 'committed', committed: 50 },
      { week: '2026-03-09', state: 'proposed', committed: 40, reason: 'capacity', text: 'Press 4' },
      { week: '2026-03-16', state: 'open' },
    ]);
    for (const who of ['s1', 'oem'])
      for (const format of ['csv', 'xlsx']) {
        const again = await upload('demand-commits', who, await exported('demand-commits', who, format));
        expect(again.body.counts).toEqual({ create: 0, change: 0, same: 3, error: 0 });
      }
  });

  test.each([
    ['another quantity without its reason', 's1', 'oem;4711;plant;2026-03-16;40;;', 'reason'],
    ['a week of which the release says nothing', 's1', 'oem;4711;plant;2026-06-01;40;capacity;', 'week'],
    ['a quantity below zero', 's1', 'oem;4711;plant;2026-03-16;-1;capacity;', 'committed'],
    ['a commit by the customer', 'oem', 'oem;A 100;plant;2026-03-16;40;capacity;', 'part'],
  ])('with %s is refused in its row', async (_name, who, line, field) => {
    const { body } = await upload('demand-commits', who, [HEAD, line].join('\n'));
    expect(body.rows[0].errors[0]).toMatchObject({ field });
    expect(await apply(body.id, who)).toEqual({ recorded: 0, known: 0 });
  });

  test('that answer an older release are not taken', async () => {
    const sheet = await exported('demand-commits', 's1', 'csv');
    const quantities = WEEKS.map((from) => ({ from, quantity: 60, horizon: 'firm' as const }));
    await record(doors.world, 'oem', say('schedule-released', schedule({ release: 'R2', quantities })));
    const { body } = await upload('demand-commits', 's1', sheet);
    expect(body.counts).toMatchObject({ error: 3 });
    expect(body.rows[0].errors[0]).toMatchObject({ field: 'release', value: 'R1' });
  });
});

test('a history in a sheet changes the weeks that it names and leaves the others', async () => {
  const sheet = (quantity: number) => `Site;Part;Week;Quantity\nplant;A 100;2026-02-18;${quantity}\n`;
  const first = await upload('demand-history', 'oem', `${sheet(20)}plant;A 100;2026-02-23;30\n`);
  await apply(first.body.id, 'oem');
  const second = await upload('demand-history', 'oem', sheet(25));
  expect(second.body.rows).toMatchObject([{ action: 'change', changes: [{ field: 'quantity', old: 20, new: 25 }] }]);
  await apply(second.body.id, 'oem');
  const [row] = await doors.world.db.system((tx) =>
    tx.query<{ weeks: object[] }>(`select weeks from demand_history where owner = 'oem' and part = 'a'`),
  );
  expect(row!.weeks).toEqual([
    { week: '2026-02-16', quantity: 25 },
    { week: '2026-02-23', quantity: 30 },
  ]);
});

test('a capacity above its maximum, and a new group without parts, are refused in their rows', async () => {
  const lines = [
    'Group;Week;Actual;Maximum;Parts',
    'p;2026-03-02;9;5;A 100',
    'q;2026-03-02;1;5;',
    'r;2026-03-02;1;5;X',
  ];
  const { body } = await upload('capacity', 's1', lines.join('\n'));
  expect(body.rows.map((row: { errors: { field: string }[] }) => row.errors[0]!.field)).toEqual([
    ...['actual', 'parts', 'parts'],
  ]);
});
