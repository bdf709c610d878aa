import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode, encode856, encodeDesadv } from '@intakt/edi';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { despatch, receipt, say, schedule } from '../../record/tiny-world.ts';
import { control, type Doors, despatchStatement, openDoors, sendEdi } from '../testing.ts';
import { deliverDue } from './deliver.ts';
import { speakNext } from './speak.ts';

let doors: Doors;
let receiver: Server;
let dataDir: string;
/** What the partner's system got, and what it answers. */
const letters: { headers: IncomingHttpHeaders; body: Buffer }[] = [];
let status = 200;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'intakt-out-'));
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    letters.push({ headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  doors = await openDoors({ INTAKT_DATA_DIR: dataDir, INTAKT_PRIVATE_TARGETS: '127.0.0.1' });
  const mapping = { owner: 'oem', partner: '*', scheme: 'party', code: 'S1-CODE', means: 's1' } as const;
  await record(doors.world, 'oem', say('identifier-mapped', mapping));
  await speakNext(doors.world.house);
});
afterAll(async () => {
  await doors?.close();
  receiver?.close();
});

const hookUrl = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/edi`;
const outgoing = async (who: string, query = ''): Promise<any[]> =>
  // oxlint-disable-line typescript/no-explicit-any
  (await doors.ask(who, { url: `/api/outgoing${query}` })).body.messages;
const profile = (who: string, partner: string, change: object) =>
  doors.ask(who, {
    method: 'PUT',
    url: `/api/partner-profiles/${partner}`,
    payload: { format: 'edifact', channel: 'folder', sends: [], acknowledges: true, test: false, ...change },
  });
const bytesOf = async (who: string, id: string) => (await doors.ask(who, { url: `/api/outgoing/${id}/raw` })).bytes;
const desadv = (reference: string, change = {}, envelope = {}) =>
  encodeDesadv([despatchStatement(change)], { ...control(reference), ...envelope });

describe('an interchange that comes in', () => {
  test('is acknowledged by itself with a CONTRL in the partner’s folder', async () => {
    await sendEdi(doors, 'oem', desadv('1'));
    const [answer] = await outgoing('oem');
    expect(answer).toMatchObject({ type: 'CONTRL', partner: 's1', state: 'waiting', channel: 'folder' });
    await deliverDue(doors.world.house);
    const [sent] = await outgoing('oem');
    expect(sent).toMatchObject({ state: 'sent', target: path.join('edi-out', 'oem', 's1', answer.name) });
    const file = await readFile(path.join(dataDir, 'demo', sent.target), 'latin1');
    expect(file).toContain("UCI+1+S1-CODE:ZZ+oem:ZZ+7'");
    expect(await outgoing('s1')).toEqual([]);
  });

  test('is answered as a duplicate when it comes again, and books nothing', async () => {
    const again = await sendEdi(doors, 'oem', desadv('1'));
    expect(again.body.duplicateOf).toBeTypeOf('string');
    const [answer] = await outgoing('oem');
    expect(Buffer.from(await bytesOf('oem', answer.id)).toString('latin1')).toContain("UCI+1+S1-CODE:ZZ+oem:ZZ+4+26'");
  });

  test('under a used reference with other content is rejected, also under another code of the same sender', async () => {
    const mapping = { owner: 'oem', partner: '*', scheme: 'party', code: 'S1-OTHER', means: 's1' } as const;
    await record(doors.world, 'oem', say('identifier-mapped', mapping));
    const other = desadv('1', { despatchNote: 'N2' }, { sender: { code: 'S1-OTHER', agency: 'ZZ' } });
    const { body } = await sendEdi(doors, 'oem', other);
    expect(body.messages[0]).toMatchObject({
      state: 'rejected',
      errors: [{ code: 'INTERCHANGE_REPEATED', value: '1' }],
    });
  });

  test('under the same reference from another sender is another interchange', async () => {
    const mapping = { owner: 'oem', partner: '*', scheme: 'party', code: 'S2', means: 's2' } as const;
    await record(doors.world, 'oem', say('identifier-mapped', mapping));
    const statement = {
      supplier: { code: 'S2' },
      lines: [{ line: 1, part: { buyerNumber: 'B200' }, quantity: 5, unit: 'H87' }],
    };
    const { body } = await sendEdi(doors, 'oem', desadv('1', statement, { sender: { code: 'S2', agency: 'ZZ' } }));
    expect(body.messages[0].state).toBe('recorded');
  });

  test.each([
    ['EDIFACT', encodeDesadv, 'CONTRL'],
    ['X12', encode856, '997'],
  ])('marked as a test in %s is kept, shown and answered, but not booked', async (_, encode, answer) => {
    const note = `T-${answer}`;
    const bytes = encode([despatchStatement({ despatchNote: note })], { ...control('77'), test: true });
    const { body } = await sendEdi(doors, 'oem', bytes);
    expect(body.messages[0]).toMatchObject({ state: 'test', events: [] });
    expect((await outgoing('oem'))[0]).toMatchObject({ type: answer });
    const rows = await doors.world.db.system((tx) =>
      tx.query('select 1 from shipment where despatch_note = $1', [note]),
    );
    expect(rows).toEqual([]);
    const booked = encode([despatchStatement({ despatchNote: note })], control('78'));
    expect((await sendEdi(doors, 'oem', booked)).body.messages[0].state).toBe('recorded');
  });

  test('from nobody known is answered with a message that waits to be fetched', async () => {
    await sendEdi(doors, 'oem', desadv('9', {}, { sender: { code: 'WHO', agency: 'ZZ' } }));
    const [answer] = await outgoing('oem', '?state=kept');
    expect(answer).toMatchObject({ receiver: { code: 'WHO' }, channel: 'none' });
    const retry = await doors.ask('oem', { method: 'POST', url: `/api/outgoing/${answer.id}/retry` });
    expect([retry.status, retry.body.code]).toEqual([409, 'WRONG_STATE']);
  });

  test('handed in by its own sender, or from a partner who wants none, gets no acknowledgement', async () => {
    const before = (await outgoing('oem')).length;
    const mapping = { owner: 's1', partner: '*', scheme: 'party', code: 'S1-CODE', means: 's1' } as const;
    await record(doors.world, 's1', say('identifier-mapped', mapping));
    await sendEdi(doors, 's1', desadv('20', { despatchNote: 'N20' }));
    expect(await outgoing('s1')).toEqual([]);
    await profile('oem', 's1', { acknowledges: false });
    await sendEdi(doors, 'oem', desadv('21', { despatchNote: 'N21' }));
    expect(await outgoing('oem')).toHaveLength(before);
  });
});

describe('what is recorded on a screen', () => {
  test('goes out to the partners whose profile asks for it, in its format and codes, and names its events', async () => {
    const { house } = doors.world;
    await profile('oem', 's1', { sends: ['schedule', 'receipt'], partner: { code: 'SUPPLIER1', qualifier: '92' } });
    const mapping = { owner: 'oem', partner: 's1', scheme: 'site', code: 'WERK-1', means: 'plant' } as const;
    await record(doors.world, 'oem', say('identifier-mapped', mapping));
    const [released] = await record(doors.world, 'oem', say('schedule-released', schedule({ release: 'R7' })));
    await speakNext(house);
    const [message] = await outgoing('oem', `?event=${released!.eventId}`);
    expect(message).toMatchObject({
      type: 'DELFOR',
      partner: 's1',
      events: [released!.eventId],
      controlReference: '1',
    });
    const answer = decode(await bytesOf('oem', message.id));
    const interchange = answer.ok ? answer.interchanges[0] : undefined;
    expect(interchange).toMatchObject({ receiver: { code: 'SUPPLIER1', agency: '92' }, errors: [] });
    expect(interchange!.messages[0]!.statements[0]).toMatchObject({
      release: 'R7',
      shipTo: { code: 'WERK-1' },
      part: { buyerNumber: 'A 100', supplierNumber: '4711' },
      quantities: [{ from: '2026-03-04', quantity: 50, horizon: 'firm' }],
    });
    await speakNext(house);
    expect(await outgoing('oem', `?event=${released!.eventId}`)).toHaveLength(1);
  });

  test('that is read by its receiver gives the same moments, whatever zone the sites lie in', async () => {
    await profile('s1', 'oem', {
      sends: ['despatch'],
      format: 'x12',
      delimiters: { element: '|', component: '<', terminator: '!' },
    });
    const said = despatch({ shipment: 'shp-9', despatchNote: 'N90' });
    const [event] = await record(doors.world, 's1', say('shipment-despatched', said));
    await speakNext(doors.world.house);
    const [message] = await outgoing('s1', `?event=${event!.eventId}`);
    expect(message.type).toBe('856');
    const bytes = await bytesOf('s1', message.id);
    expect(bytes.toString('latin1').slice(0, 4)).toBe('ISA|');
    const other = await openDoors();
    const { body } = await sendEdi(other, 'oem', bytes);
    const [task] = body.messages;
    const unknown = task.unknowns[0].key;
    await other.ask('oem', {
      method: 'POST',
      url: `/api/inbox/${task.id}/resolve`,
      payload: { decisions: [{ unknown, use: 'existing', id: 's1' }] },
    });
    const [shipment] = await other.world.db.system((tx) =>
      tx.query(`select * from shipment where despatch_note = 'N90'`),
    );
    expect(shipment).toMatchObject({
      despatched_at: said.despatchedAt,
      expected_at: said.expectedAt,
      site_from: 's1-works',
    });
    await other.close();
  });

  test('as a goods receipt goes out as RECADV, and a message that came by EDI is not sent back', async () => {
    const goods = { shipment: 'shp-9', despatchNote: 'N90', closesShipment: false };
    const [event] = await record(doors.world, 'oem', say('goods-received', receipt({ receipt: 'gr-77', ...goods })));
    const command = say('goods-received', receipt({ receipt: 'gr-78', ...goods }));
    const [byEdi] = await record(doors.world, 'oem', { ...command, source: 'edi' });
    await speakNext(doors.world.house);
    expect((await outgoing('oem', `?event=${event!.eventId}`))[0]).toMatchObject({ type: 'RECADV' });
    expect(await outgoing('oem', `?event=${byEdi!.eventId}`)).toEqual([]);
  });
});

describe('a partner’s webhook', () => {
  test('gets the interchange signed; a failure is tried again later, and at once when a person says so', async () => {
    const { house } = doors.world;
    const saved = await profile('oem', 's1', { sends: ['schedule'], channel: 'webhook', url: hookUrl() });
    expect(saved.body.secret).toMatch(/^whsec_/);
    expect((await doors.ask('oem', { url: '/api/partner-profiles/s1' })).body.secret).toBeUndefined();
    status = 503;
    await record(doors.world, 'oem', say('schedule-released', schedule({ release: 'R8' })));
    await speakNext(house);
    await deliverDue(house);
    const [failed] = await outgoing('oem');
    expect(failed).toMatchObject({ state: 'waiting', attempts: 1, problem: 'Answered 503', target: hookUrl() });
    expect(Date.parse(failed.dueAt)).toBeGreaterThan(house.clock.now());
    const tried = letters.length;
    await deliverDue(house);
    expect(letters).toHaveLength(tried);
    status = 204;
    await doors.ask('oem', { method: 'POST', url: `/api/outgoing/${failed.id}/retry` });
    await deliverDue(house);
    expect((await outgoing('oem'))[0]).toMatchObject({ id: failed.id, state: 'sent', attempts: 1 });
    const { headers, body } = letters.at(-1)!;
    const signature = new Webhook(saved.body.secret).sign(failed.id, new Date(house.clock.now()), body);
    expect(headers).toMatchObject({
      'content-type': 'application/edifact',
      'webhook-id': failed.id,
      'webhook-signature': signature,
    });
    expect(body.equals(await bytesOf('oem', failed.id))).toBe(true);
  });

  test.each([
    ['http://10.0.0.7/edi', 'http'],
    ['https://169.254.169.254/latest', 'private network'],
    ['https://[::1]/', 'private network'],
    ['ftp://partner.example/', 'no http(s) address'],
    [undefined, 'is missing'],
  ])('at %s is refused when it is typed', async (url, why) => {
    const { status: answered, body } = await profile('oem', 's2', { channel: 'webhook', url });
    expect([answered, body.code]).toEqual([422, 'INVALID']);
    expect(body.detail).toContain(why);
  });

  test('is not for everybody to set, and other companies’ profiles are not to be seen', async () => {
    expect((await profile('oem', 'nobody', {})).status).toBe(404);
    expect((await doors.ask('s2', { url: '/api/partner-profiles/s1' })).status).toBe(404);
    const all = (await doors.ask('s1', { url: '/api/partner-profiles' })).body.partners;
    expect(all.find(({ partner }: { partner: string }) => partner === 'oem')).toMatchObject({ isDefault: false });
  });
});
