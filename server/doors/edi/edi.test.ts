import { encode856, encodeDelfor, encodeDesadv, encodeRecadv } from '@intakt/edi';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { record } from '../../record/testing.ts';
import { say } from '../../record/tiny-world.ts';
import { insertFile } from '../inbox/store.ts';
import { startDoors } from '../index.ts';
import { control, type Doors, despatchStatement, openDoors, scheduleStatement, sendEdi } from '../testing.ts';
import { shipmentId } from './identity.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  const mapping = { owner: 'oem', partner: '*', scheme: 'party', code: 'S1-CODE', means: 's1' } as const;
  await record(doors.world, 'oem', say('identifier-mapped', mapping));
});
afterAll(() => doors.close());

const desadv = (reference: string, ...changes: Parameters<typeof despatchStatement>[0][]) =>
  encodeDesadv(changes.map(despatchStatement), control(reference));
const rows = (text: string, values: unknown[] = []) => doors.world.db.system((tx) => tx.query(text, values));

describe('a despatch advice from its customer’s inbox', () => {
  test('becomes goods in transit, reported and unconfirmed because the supplier has not said it itself', async () => {
    const { status, body } = await sendEdi(doors, 'oem', desadv('1', {}));
    expect(status).toBe(202);
    expect(body.messages[0]).toMatchObject({ state: 'recorded', errors: [], unknowns: [] });
    expect(
      body.messages[0].events.map((event: { type: string; confirmed: boolean }) => [event.type, event.confirmed]),
    ).toEqual([
      ['shipment-despatched', false],
      ['consignment-handed-over', false],
    ]);
    const id = shipmentId({ supplier: 's1', despatchNote: 'N1', despatchedAt: '2026-03-02T08:00:00.000Z' });
    const [shipment] = await rows('select * from shipment where id = $1', [id]);
    expect(shipment).toMatchObject({
      owner: 's1',
      customer: 'oem',
      site_from: 's1-works',
      site_to: 'plant',
      carrier: 'c1',
      confirmed: false,
    });
  });

  test('takes its arrival from the lane when it names none, a day after it left the works at 8 in Berlin', async () => {
    const [shipment] = await rows(`select expected_at from shipment where despatch_note = 'N1'`);
    expect(shipment.expected_at).toBe('2026-03-03T07:00:00.000Z');
  });

  test('sent again as the same file is one event, answered with the first one’s messages', async () => {
    const [before] = await rows('select size from ledger_head');
    const again = await sendEdi(doors, 'oem', desadv('1', {}));
    expect(again.body.duplicateOf).toBeTypeOf('string');
    expect(again.body.messages[0].state).toBe('recorded');
    expect((await rows('select size from ledger_head'))[0]).toEqual(before);
    const { body } = await doors.ask('oem', { url: '/api/inbox?state=duplicate' });
    expect(body.messages.map((message: { file: string }) => message.file)).toContain(again.body.file);
  });

  test('sent again in a new envelope is recognised by what it says', async () => {
    const { body } = await sendEdi(doors, 'oem', desadv('2', {}));
    expect(body.messages[0].state).toBe('duplicate');
    expect(body.messages[0].events.every((event: { outcome: string }) => event.outcome === 'known')).toBe(true);
  });

  test('with another quantity under the same number is a conflict that a person decides', async () => {
    const lines = [{ line: 1, part: { buyerNumber: 'A100' }, quantity: 55, unit: 'H87' }];
    const { body } = await sendEdi(doors, 'oem', desadv('3', { lines }));
    const [message] = body.messages;
    expect(message.state).toBe('conflict');
    expect(message.conflict.items[0].recorded.data.lines[0].quantity).toBe(60);
    expect(message.conflict.items[0].command.data.lines[0].quantity).toBe(55);
    const settled = await doors.ask('oem', { method: 'POST', url: `/api/inbox/${message.id}/supersede` });
    expect(settled.body.messages[0].state).toBe('recorded');
    const [line] =
      await rows(`select l.quantity, e.body::json ->> 'corrects' as corrects from shipment_line l join ledger_event e on e.event_id = l.event_id
      join shipment s on s.id = l.shipment where s.despatch_note = 'N1'`);
    expect(line).toEqual({ quantity: 55, corrects: message.conflict.items[0].eventId });
  });

  test('that says itself that it replaces the earlier one needs no decision', async () => {
    const lines = [{ line: 1, part: { buyerNumber: 'A100' }, quantity: 58, unit: 'H87' }];
    const { body } = await sendEdi(doors, 'oem', desadv('4', { function: 'replace', lines }));
    expect(body.messages[0].state).toBe('recorded');
    expect(
      (
        await rows(
          `select l.quantity from shipment_line l join shipment s on s.id = l.shipment where s.despatch_note = 'N1'`,
        )
      )[0].quantity,
    ).toBe(58);
  });
});

describe('a despatch advice that cancels', () => {
  test('makes the shipment’s quantities zero, and one of an unknown note is a mistake', async () => {
    const cancel = { function: 'cancel', despatchNote: 'N40' } as const;
    const early = await sendEdi(doors, 'oem', desadv('40', cancel));
    expect(early.body.messages[0]).toMatchObject({ state: 'rejected', errors: [{ code: 'CANCELS_UNKNOWN' }] });
    await sendEdi(doors, 'oem', desadv('41', { despatchNote: 'N40' }));
    expect((await sendEdi(doors, 'oem', desadv('42', cancel))).body.messages[0].state).toBe('recorded');
    const lines = await rows(
      `select l.quantity, l.open from shipment_line l join shipment s on s.id = l.shipment where despatch_note = 'N40'`,
    );
    expect(lines).toEqual([{ quantity: 0, open: false }]);
  });
});

describe('a file dropped on a page', () => {
  test('comes as a form and keeps its name and its letters', async () => {
    const boundary = 'x-boundary';
    const bytes = Buffer.from('UNB+UNOC:3+M\xfcller', 'latin1');
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="lieferung.edi"\r\ncontent-type: text/plain\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const { status, body } = await doors.ask('oem', { method: 'POST', url: '/api/edi', headers, payload });
    expect(status).toBe(202);
    const url = `/api/inbox/${body.messages[0].id}`;
    expect((await doors.ask('oem', { url })).body.fileName).toBe('lieferung.edi');
    expect((await doors.ask('oem', { url: `${url}/raw` })).bytes.equals(bytes)).toBe(true);
  });
});

describe('a stop of the server', () => {
  test('between keeping a file and understanding it loses nothing: the next start takes it up', async () => {
    const bytes = Buffer.from(desadv('50', { despatchNote: 'N50' }));
    const file = {
      id: 'f-left',
      organisation: 'oem',
      name: 'left.edi',
      mediaType: 'x',
      source: 'upload',
      sha256: 'left',
    } as const;
    await doors.world.db.system((tx) => insertFile(tx, { ...file, bytes, receivedAt: '2026-03-01T00:00:00.000Z' }));
    const stop = startDoors(doors.world.house);
    await vi.waitFor(
      async () => expect(await rows(`select 1 from shipment where despatch_note = 'N50'`)).toHaveLength(1),
      10_000,
    );
    await stop();
  });
});

describe('a file with mistakes', () => {
  test('is kept byte for byte, answered with what was wrong and where, and changes nothing', async () => {
    const [before] = await rows('select size from ledger_head');
    const { status, body } = await sendEdi(doors, 'oem', 'this is no EDI \u00e4', 'note.txt');
    expect(status).toBe(202);
    expect(body.messages[0]).toMatchObject({ state: 'rejected', type: 'unreadable' });
    expect(body.messages[0].errors[0].expected).toBeTypeOf('string');
    const raw = await doors.ask('oem', { url: `/api/inbox/${body.messages[0].id}/raw` });
    expect(raw.bytes.equals(Buffer.from('this is no EDI \u00e4'))).toBe(true);
    expect((await rows('select size from ledger_head'))[0]).toEqual(before);
  });

  test('rejects the good messages of its interchange too, because the interchange is one unit', async () => {
    const grams = [{ line: 1, part: { buyerNumber: 'A100' }, quantity: 5, unit: 'KGM' }];
    const { body } = await sendEdi(
      doors,
      'oem',
      desadv('5', { despatchNote: 'N5' }, { despatchNote: 'N6', lines: grams }),
    );
    expect(body.messages.map((message: { state: string }) => message.state)).toEqual(['rejected', 'rejected']);
    const codes = body.messages.map((message: { errors: { code: string }[] }) => message.errors.at(-1)?.code);
    expect(codes).toEqual(['INTERCHANGE_REJECTED', 'UNIT_NOT_CONVERTIBLE']);
    expect(await rows(`select 1 from shipment where despatch_note in ('N5', 'N6')`)).toEqual([]);
  });

  test('lets the good ones in where its sender has set it so, whoever hands it in', async () => {
    const setting = (partial: boolean) =>
      doors.ask('s1', { method: 'PUT', url: '/api/edi/settings', payload: { partial } });
    expect((await setting(true)).body).toEqual({ partial: true, bookTests: false });
    const grams = [{ line: 1, part: { buyerNumber: 'A100' }, quantity: 5, unit: 'KGM' }];
    const { body } = await sendEdi(
      doors,
      'oem',
      desadv('6', { despatchNote: 'N5' }, { despatchNote: 'N6', lines: grams }),
    );
    await setting(false);
    expect(body.messages.map((message: { state: string }) => message.state)).toEqual(['recorded', 'rejected']);
  });

  test('is seen by the other side too, which cannot decide about it', async () => {
    const { body } = await doors.ask('s1', { url: '/api/inbox?state=rejected' });
    const [message] = body.messages;
    expect(message).toMatchObject({ organisation: 'oem', state: 'rejected' });
    const dismissal = { method: 'POST', url: `/api/inbox/${message.id}/dismiss`, payload: { reason: 'no' } } as const;
    expect((await doors.ask('s1', dismissal)).status).toBe(404);
    expect((await doors.ask('s2', { url: '/api/inbox' })).body.messages).toEqual([]);
    expect((await doors.ask('s2', { url: `/api/inbox/${message.id}` })).status).toBe(404);
    expect((await doors.ask('oem', dismissal)).body.state).toBe('dismissed');
  });

  test('larger than the limit is refused with 413', async () => {
    const small = await openDoors({ INTAKT_EDI_FILE_LIMIT_MB: '1' });
    const answer = await sendEdi(small, 'oem', Buffer.alloc(1024 * 1024 + 1, 65));
    expect([answer.status, answer.body.code]).toEqual([413, 'TOO_LARGE']);
    expect(await small.world.db.system((tx) => tx.query('select 1 from inbox_file'))).toEqual([]);
    await small.close();
  });
});

describe('a message that names something unknown', () => {
  const unknown = [
    { line: 1, part: { buyerNumber: 'X-9', supplierNumber: '99', description: 'Clip' }, quantity: 10, unit: 'H87' },
  ];

  test('waits, is not lost, and goes in by itself when the number becomes known', async () => {
    const stop = startDoors(doors.world.house);
    const { body } = await sendEdi(doors, 'oem', desadv('7', { despatchNote: 'N7', lines: unknown }));
    expect(body.messages[0]).toMatchObject({
      state: 'waiting',
      unknowns: [{ kind: 'part', code: 'X-9', required: true }],
    });
    const part = { part: 'x9', owner: 'oem', number: 'x9', unit: 'H87' };
    await record(doors.world, 'oem', say('part-registered', part));
    await vi.waitFor(async () => {
      const detail = await doors.ask('oem', { url: `/api/inbox/${body.messages[0].id}` });
      expect(detail.body.state).toBe('recorded');
    }, 10_000);
    await stop();
  });

  test('goes in with everything that is new, by one decision that was previewed event by event', async () => {
    const supplier = { code: 'NEW', agency: '92', name: 'Neuwerk GmbH', city: 'Ulm', country: 'DE' };
    const lines = [
      { line: 1, part: { buyerNumber: 'Y-1', supplierNumber: '77', description: 'Cap' }, quantity: 10, unit: 'H87' },
    ];
    const statement = despatchStatement({ despatchNote: 'N8', supplier, lines });
    const { body } = await sendEdi(doors, 'oem', encodeDesadv([statement], control('8', 'NEW')));
    const url = `/api/inbox/${body.messages[0].id}`;
    const task = (await doors.ask('oem', { url })).body;
    expect(task.proposals.map((proposal: { unknown: string }) => proposal.unknown)).toEqual([
      'party:supplier:NEW',
      'site:ship-from:(no ship-from)',
      'part:Y1|77|',
      'lane:Y1|77|',
    ]);
    const payload = { decisions: task.proposals.map((proposal: { recommended: unknown }) => proposal.recommended) };
    const preview = (await doors.ask('oem', { method: 'POST', url: `${url}/preview`, payload })).body;
    const [before] = await rows('select size from ledger_head');
    const resolved = await doors.ask('oem', { method: 'POST', url: `${url}/resolve`, payload });
    expect(resolved.body.messages[0].state).toBe('recorded');
    const recorded = await rows('select body from ledger_event where sequence > $1 order by sequence', [before.size]);
    expect(recorded.map((row) => ({ type: JSON.parse(row.body).type, data: JSON.parse(row.body).data }))).toEqual(
      preview.events,
    );
    expect(new Set(recorded.map((row) => JSON.parse(row.body).recordedAt)).size).toBe(1);
    const next = encodeDesadv([{ ...statement, despatchNote: 'N9' }], control('9', 'NEW'));
    expect((await sendEdi(doors, 'oem', next)).body.messages[0].state).toBe('recorded');
  });
});

describe('a waiting message whose number was used before', () => {
  test('becomes a conflict once it is mapped, keeps the mapping, and goes in as a correction when a person says so', async () => {
    await sendEdi(doors, 'oem', desadv('60', { despatchNote: 'N60' }));
    const lines = [{ line: 1, part: { buyerNumber: 'A100' }, quantity: 61, unit: 'H87' }];
    const { body } = await sendEdi(
      doors,
      'oem',
      desadv('61', { despatchNote: 'N60', lines, shipTo: { code: 'GATE-X' } }),
    );
    const [message] = body.messages;
    expect(message).toMatchObject({ state: 'waiting', unknowns: [{ key: 'site:ship-to:GATE-X' }] });
    const url = `/api/inbox/${message.id}`;
    const payload = { decisions: [{ unknown: 'site:ship-to:GATE-X', use: 'existing', id: 'plant' }] };
    const resolved = await doors.ask('oem', { method: 'POST', url: `${url}/resolve`, payload });
    expect(resolved.body.messages[0].state).toBe('conflict');
    expect(await rows(`select means from identifier where code = 'GATE-X'`)).toEqual([{ means: 'plant' }]);
    const superseded = await doors.ask('oem', { method: 'POST', url: `${url}/supersede` });
    expect(superseded.body.messages[0].state).toBe('recorded');
  });
});

describe('a third company', () => {
  test('cannot speak for two others: its message is refused and says why', async () => {
    const mappings = [
      { code: 'S1-CODE', means: 's1' },
      { code: 'oem', means: 'oem' },
    ];
    for (const { code, means } of mappings)
      await record(
        doors.world,
        's2',
        say('identifier-mapped', { owner: 's2', partner: '*', scheme: 'party', code, means }),
      );
    const { body } = await sendEdi(doors, 's2', desadv('70', { despatchNote: 'N70' }));
    expect(body.messages[0].state).not.toBe('recorded');
    expect(await rows(`select 1 from shipment where despatch_note = 'N70'`)).toEqual([]);
  });
});

describe('other messages', () => {
  test('a delivery forecast from the supplier’s inbox becomes the schedule of the customer, unconfirmed', async () => {
    const mapping = { owner: 's1', partner: '*', scheme: 'party', code: 'WE', means: 's1' } as const;
    await record(doors.world, 's1', say('identifier-mapped', mapping));
    const customer = { code: 'BUYER', name: 'Company oem' };
    const delfor = encodeDelfor(
      [scheduleStatement({ customer, supplier: { code: 'WE' } })],
      control('20', 'BUYER', 'WE'),
    );
    const { body } = await sendEdi(doors, 's1', delfor);
    expect(body.messages[0].state).toBe('waiting');
    const url = `/api/inbox/${body.messages[0].id}`;
    const task = (await doors.ask('s1', { url })).body;
    expect(task.proposals[0]).toMatchObject({ role: 'customer', recommended: { use: 'existing', id: 'oem' } });
    const payload = { decisions: task.proposals.map((proposal: { recommended: unknown }) => proposal.recommended) };
    const resolved = await doors.ask('s1', { method: 'POST', url: `${url}/resolve`, payload });
    expect(resolved.body.messages[0]).toMatchObject({
      state: 'recorded',
      events: [{ type: 'schedule-released', confirmed: false }],
    });
    const [schedule] = await rows('select * from schedule');
    expect(schedule).toMatchObject({ owner: 'oem', supplier: 's1', part: 'a', ship_to: 'plant', confirmed: false });
  });

  test('a supplier’s own X12 856 is its own statement: confirmed', async () => {
    const mapping = { owner: 's1', partner: '*', scheme: 'party', code: 'S1-CODE', means: 's1' } as const;
    const customer = { owner: 's1', partner: '*', scheme: 'party', code: 'oem', means: 'oem' } as const;
    await record(doors.world, 's1', say('identifier-mapped', mapping), say('identifier-mapped', customer));
    const asn = encode856([despatchStatement({ despatchNote: 'N30' })], control('30'));
    const { body } = await sendEdi(doors, 's1', asn);
    expect(body.messages[0]).toMatchObject({ state: 'recorded', events: [{ confirmed: true }, { confirmed: true }] });
  });

  test('a receiving advice closes the shipment that its despatch note names', async () => {
    const receipt = encodeRecadv(
      [
        {
          kind: 'receipt',
          position: { segment: 1, tag: '', offset: 0 },
          receiptNumber: 'GR1',
          despatchNote: 'N30',
          receivedAt: '2026-03-03T09:00:00.000Z',
          customer: { code: 'oem' },
          supplier: { code: 'S1-CODE' },
          site: { code: 'plant' },
          lines: [{ part: { buyerNumber: 'A 100' }, quantity: 60, unit: 'H87' }],
        },
      ],
      control('31', 'oem', 'S1-CODE'),
    );
    const { body } = await sendEdi(doors, 'oem', receipt);
    expect(body.messages[0]).toMatchObject({
      state: 'recorded',
      events: [{ type: 'goods-received', confirmed: true }],
    });
    expect((await rows(`select state from shipment where despatch_note = 'N30'`))[0].state).toBe('received');
  });

  test('each is acknowledged to its sender’s system', async () => {
    const { body } = await doors.ask('oem', { url: '/api/inbox?state=recorded' });
    const answer = await doors.ask('oem', { url: `/api/inbox/${body.messages[0].id}/acknowledgement` });
    expect(answer.bytes.toString('latin1')).toMatch(/UNH\+.*CONTRL/);
  });
});
