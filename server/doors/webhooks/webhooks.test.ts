import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudEvent } from '@intakt/contract';
import { Webhook } from 'standardwebhooks';
import { Check } from 'typebox/value';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { count, say, schedule } from '../../record/tiny-world.ts';
import { type Doors, openDoors } from '../testing.ts';
import { deliverWebhooks } from './deliver.ts';

let doors: Doors;
let receiver: Server;
const letters: { headers: IncomingHttpHeaders; body: string }[] = [];
/** What the receiver answers to the next letters; 200 when empty. */
let answers: number[] = [];

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    letters.push({ headers: request.headers, body });
    response.writeHead(answers.shift() ?? 200).end('said the receiver');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  doors = await openDoors({ INTAKT_PRIVATE_TARGETS: '127.0.0.1' });
});
afterAll(async () => {
  await doors?.close();
  receiver?.close();
});
afterEach(async () => {
  answers = [];
  letters.length = 0;
  await doors.world.db.system((tx) => tx.query('delete from webhook_subscription'));
});

const url = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
const subscribe = async (who: string, change: object = {}) =>
  (
    await doors.ask(who, {
      method: 'POST',
      url: '/api/webhooks',
      payload: { name: 'ERP', url: url(), types: [], ...change },
    })
  ).body;
const deliver = async () => {
  while (await deliverWebhooks(doors.world.house));
};
const release = (name: string) => record(doors.world, 'oem', say('schedule-released', schedule({ release: name })));
const stock = (quantity: number) => record(doors.world, 'oem', say('stock-counted', count({ quantity })));
const sequences = () => letters.map(({ body }) => Number(JSON.parse(body).sequence));
const deliveries = async (who: string, id: string, query = '') =>
  (await doors.ask(who, { url: `/api/webhooks/${id}/deliveries${query}` })).body.deliveries;
/** Time passes for retries by moving what is due into the past, because the tests' clock stands still. */
const letTimePass = () =>
  doors.world.db.system(async (tx) => {
    await tx.query(`update webhook_subscription set due_at = due_at - interval '3 days'`);
    await tx.query(`update webhook_delivery set due_at = due_at - interval '3 days'`);
  });

describe('a webhook', () => {
  test('gets what its organisation is entitled to, as a signed CloudEvent, in ledger order from its beginning on', async () => {
    await release('before');
    const { id, secret } = await subscribe('s1');
    const [first] = await release('W1');
    await stock(50);
    const [second] = await release('W2');
    await deliver();
    expect(sequences()).toEqual([first!.sequence, second!.sequence]);
    const { headers, body } = letters[0]!;
    const envelope = JSON.parse(body);
    expect(Check(CloudEvent, envelope)).toBe(true);
    expect(envelope).toMatchObject({
      specversion: '1.0',
      id: first!.eventId,
      type: 'intakt.schedule-released',
      data: { data: { release: 'W1' } },
    });
    expect(envelope.data.salt).toBeUndefined();
    expect(headers['content-type']).toContain('application/cloudevents+json');
    const at = new Date(doors.world.house.clock.now());
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(first!.eventId, at, body));
    expect((await deliveries('s1', id)).map((one: { state: string }) => one.state)).toEqual(['delivered', 'delivered']);
    expect((await doors.ask('s1', { url: `/api/webhooks/${id}/letters/${first!.eventId}` })).body).toEqual(envelope);
  });

  test('gets the types only that it asked for', async () => {
    await subscribe('oem', { types: ['stock-counted'] });
    await release('W3');
    const [counted] = await stock(51);
    await deliver();
    expect(sequences()).toEqual([counted!.sequence]);
  });

  test('that fails holds up what comes after, tries again later, and misses nothing', async () => {
    const { id } = await subscribe('oem');
    const [first] = await stock(52);
    const [second] = await stock(53);
    answers = [500];
    await deliver();
    await deliver();
    expect(sequences()).toEqual([first!.sequence]);
    const [hook] = (await doors.ask('oem', { url: '/api/webhooks' })).body.webhooks;
    expect(hook).toMatchObject({ id, attempts: 1, problem: 'Answered 500: said the receiver' });
    await letTimePass();
    await deliver();
    expect(sequences()).toEqual([first!.sequence, first!.sequence, second!.sequence]);
    const ids = letters.map(({ headers }) => headers['webhook-id']);
    expect(ids[0]).toBe(ids[1]);
  });

  test('goes on from where it was when the server stopped between sending and noting it: at least once', async () => {
    const { id } = await subscribe('oem');
    const [event] = await stock(54);
    await deliver();
    await doors.world.db.system((tx) =>
      tx.query('update webhook_subscription set position = $2 where id = $1', [id, event!.sequence - 1]),
    );
    await deliver();
    expect(sequences()).toEqual([event!.sequence, event!.sequence]);
  });

  test('is served by one server at a time', async () => {
    await subscribe('oem');
    await stock(55);
    await Promise.all([deliverWebhooks(doors.world.house), deliverWebhooks(doors.world.house)]);
    expect(letters).toHaveLength(1);
  });

  test('that answers 410 is switched off until somebody switches it on', async () => {
    const { id } = await subscribe('oem');
    await stock(56);
    answers = [410];
    await deliver();
    expect((await doors.ask('oem', { url: `/api/webhooks/${id}` })).body.active).toBe(false);
    await letTimePass();
    await deliver();
    expect(letters).toHaveLength(1);
    const payload = { name: 'ERP', url: url(), types: [], active: true };
    await doors.ask('oem', { method: 'PUT', url: `/api/webhooks/${id}`, payload });
    await deliver();
    expect(letters).toHaveLength(2);
  });
});

describe('a dead letter', () => {
  test('lets the next ones through after the last try, can be looked at, and goes out again when a person says so', async () => {
    const { id } = await subscribe('oem');
    const [dead] = await stock(60);
    const [next] = await stock(61);
    answers = Array.from({ length: 10 }, () => 503);
    for (let attempt = 0; attempt < 10; attempt++) {
      await deliver();
      await letTimePass();
    }
    const [given] = await deliveries('oem', id, '?state=dead');
    expect(given).toMatchObject({ sequence: dead!.sequence, attempts: 10, status: 503 });
    expect(sequences().at(-1)).toBe(next!.sequence);
    const replayed = await doors.ask('oem', { method: 'POST', url: `/api/webhooks/${id}/replay`, payload: {} });
    expect(replayed.body).toEqual({ replayed: 1 });
    await deliver();
    expect(sequences().at(-1)).toBe(dead!.sequence);
    expect(await deliveries('oem', id, '?state=dead')).toEqual([]);
  });
});

describe('a webhook of somebody else', () => {
  test('is not there, and its secret is shown to nobody twice', async () => {
    const { id, secret } = await subscribe('oem');
    for (const path of ['', '/deliveries'])
      expect((await doors.ask('s1', { url: `/api/webhooks/${id}${path}` })).status).toBe(404);
    expect((await doors.ask('s1', { method: 'DELETE', url: `/api/webhooks/${id}` })).status).toBe(404);
    expect((await doors.ask('s1', { url: '/api/webhooks' })).body.webhooks).toEqual([]);
    expect(JSON.stringify((await doors.ask('oem', { url: '/api/webhooks' })).body)).not.toContain(secret);
    const { body } = await doors.ask('oem', { method: 'POST', url: `/api/webhooks/${id}/secret` });
    expect(body.secret).not.toBe(secret);
    expect((await doors.ask('oem', { method: 'DELETE', url: `/api/webhooks/${id}` })).status).toBe(204);
  });

  test.each([
    'http://example.com/',
    'https://10.1.2.3/',
    'https://user:secret@example.com/',
    'file:///etc/passwd',
    'nonsense',
  ])('at %s is refused', async (address) => {
    const { code } = await subscribe('oem', { url: address });
    expect(code).toBe('INVALID');
  });
});
