import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Doors, openDoors } from '../testing.ts';
import { jobsOf } from './background.ts';
import { indexCaptured } from './index-captured.ts';
import { reportSubscriptions } from './subscriptions.ts';

let doors: Doors;
let receiver: Server;
const letters: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 200;

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    letters.push({ headers: request.headers, body });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  doors = await openDoors({ INTAKT_PRIVATE_TARGETS: '127.0.0.1' });
  await capture(...EVENTS);
});
afterAll(async () => {
  await doors?.close();
  receiver?.close();
});

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const SGTIN = 'urn:epc:id:sgtin:4012345.011122.25';
const PLANT = 'urn:epc:id:sgln:4012345.00005.0';
const GATE = 'urn:epc:id:sgln:4012345.00005.7';
const common = { eventTimeZoneOffset: '+01:00' };
const EVENTS = [
  {
    ...common,
    type: 'ObjectEvent',
    eventID: 'urn:x:ship',
    eventTime: at(8),
    action: 'OBSERVE',
    bizStep: 'shipping',
    disposition: 'in_transit',
    epcList: [SGTIN],
    readPoint: { id: GATE },
    bizTransactionList: [{ type: 'desadv', bizTransaction: 'urn:x:note:N1' }],
  },
  {
    ...common,
    type: 'ObjectEvent',
    eventID: 'urn:x:receive',
    eventTime: at(10),
    action: 'OBSERVE',
    bizStep: 'receiving',
    quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.L1', quantity: 40 }],
    bizLocation: { id: PLANT },
    sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:4012345.00005' }],
  },
  {
    ...common,
    type: 'AggregationEvent',
    eventID: 'urn:x:pack',
    eventTime: at(7),
    action: 'ADD',
    bizStep: 'packing',
    parentID: 'urn:epc:id:sscc:4012345.1111111111',
    childEPCs: [SGTIN],
  },
  {
    ...common,
    type: 'TransformationEvent',
    eventID: 'urn:x:make',
    eventTime: at(6),
    transformationID: 'urn:x:t1',
    inputEPCList: ['urn:epc:id:sgtin:4012345.077777.1'],
    outputEPCList: [SGTIN],
  },
  {
    ...common,
    type: 'ObjectEvent',
    eventID: 'urn:x:warm',
    eventTime: at(9),
    action: 'OBSERVE',
    bizStep: 'sensor_reporting',
    epcList: ['urn:epc:id:giai:4012345.400'],
    sensorElementList: [
      {
        sensorMetadata: { deviceID: 'urn:epc:id:giai:4012345.111', startTime: at(8), endTime: at(9) },
        sensorReport: [{ type: 'Temperature', value: 31.5, uom: 'CEL' }],
      },
    ],
    'example:line': 'L7',
  },
];
const document = (eventList: object[]) => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { example: 'https://example.com/' }],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: at(10),
  epcisBody: { eventList },
});
async function capture(...eventList: object[]) {
  const headers = { 'content-type': 'application/json' };
  const answer = await doors.ask('oem', {
    method: 'POST',
    url: '/epcis/capture',
    headers,
    payload: JSON.stringify(document(eventList)),
  });
  expect(answer.status).toBe(202);
  await jobsOf(doors.world.house).idle();
  expect((await doors.ask('oem', { url: String(answer.headers.location) })).body).toMatchObject({
    running: false,
    success: true,
  });
}
const ask = (path: string, who = 'oem') => doors.ask(who, { url: `/epcis${path}` });
const post = (path: string, payload: object, who = 'oem') =>
  doors.ask(who, { method: 'POST', url: `/epcis${path}`, payload });
const idsIn = (body: any): string[] =>
  // oxlint-disable-line typescript/no-explicit-any
  body.epcisBody.queryResults.resultsBody.eventList.map((event: { eventID: string }) =>
    event.eventID.replace('urn:x:', ''),
  );
const found = async (query: string, who = 'oem') => idsIn((await ask(`/events?${query}`, who)).body).toSorted();

describe('a simple event query', () => {
  const link = encodeURIComponent('https://id.gs1.org/01/04012345111224/21/25');
  test.each([
    ['eventType=AggregationEvent,TransformationEvent', ['make', 'pack']],
    ['EQ_bizStep=shipping,receiving', ['receive', 'ship']],
    [`EQ_bizStep=${encodeURIComponent('https://ref.gs1.org/cbv/BizStep-shipping')}`, ['ship']],
    ['EQ_disposition=in_transit', ['ship']],
    ['EQ_action=ADD', ['pack']],
    [`GE_eventTime=${at(8)}&LT_eventTime=${at(10)}`, ['ship', 'warm']],
    [`GE_recordTime=${at(23)}`, []],
    [`EQ_readPoint=${GATE}`, ['ship']],
    [`EQ_readPoint=${PLANT}`, []],
    [`WD_readPoint=${PLANT}`, ['ship']],
    [`EQ_bizLocation=${encodeURIComponent('https://example.com/414/4012345000054')}`, ['receive']],
    [`MATCH_epc=${SGTIN}`, ['pack', 'ship']],
    [`MATCH_epc=${link}`, ['pack', 'ship']],
    ['MATCH_epc=urn:epc:idpat:sgtin:4012345.011122.*', ['pack', 'ship']],
    ['MATCH_epc=urn:epc:idpat:sgtin:4012345.*.*', ['pack', 'ship']],
    ['MATCH_parentID=urn:epc:id:sscc:4012345.1111111111', ['pack']],
    [`MATCH_anyEPC=${SGTIN}`, ['make', 'pack', 'ship']],
    [`MATCH_outputEPC=${SGTIN}`, ['make']],
    [`MATCH_inputEPC=${SGTIN}`, []],
    ['MATCH_epcClass=urn:epc:class:lgtin:4012345.012345.L1', ['receive']],
    ['EQ_transformationID=urn:x:t1', ['make']],
    ['EQ_bizTransaction_desadv=urn:x:note:N1', ['ship']],
    [`EQ_source_owning_party=${encodeURIComponent('https://id.gs1.org/417/4012345000054')}`, ['receive']],
    ['GE_quantity=40', ['receive']],
    ['GT_quantity=40', []],
    ['EQ_type=Temperature', ['warm']],
    ['EQ_deviceID=urn:epc:id:giai:4012345.111', ['warm']],
    ['GE_value_CEL=30', ['warm']],
    ['GE_value_FAH=30', []],
    [`GE_startTime=${at(8)}&LT_endTime=${at(10)}`, ['warm']],
    ['EQ_example:line=L7', ['warm']],
    ['EXISTS_example:line=true', ['warm']],
    ['EXISTS_errorDeclaration=true', []],
    ['EQ_eventID=urn:x:pack', ['pack']],
    ['EQ_bizStep=packing&MATCH_epc=urn:none', []],
    [`EQ_bizStep=${encodeURIComponent("'; drop table epcis_event; --")}`, []],
  ])('%s finds %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  test('is answered in the order that was asked for, page by page, up to its limit', async () => {
    const first = await ask('/events?orderBy=eventTime&perPage=2');
    expect(idsIn(first.body)).toEqual(['receive', 'warm']);
    const next = /<([^>]+)>; rel="next"/.exec(String(first.headers.link))![1]!;
    const second = await doors.ask('oem', { url: next });
    expect(idsIn(second.body)).toEqual(['ship', 'pack']);
    const limited = await ask('/events?orderBy=eventTime&orderDirection=ASC&eventCountLimit=3&perPage=2');
    const rest = await doors.ask('oem', { url: /<([^>]+)>/.exec(String(limited.headers.link))![1]! });
    expect([...idsIn(limited.body), ...idsIn(rest.body)]).toEqual(['make', 'pack', 'ship']);
    expect(rest.headers.link).toBeUndefined();
  });

  test.each([
    ['GE_quantity=many', 400, 'QueryParameterException'],
    ['GE_eventTime=yesterday', 400, 'QueryParameterException'],
    ['orderBy=colour', 400, 'QueryParameterException'],
    ['nextPageToken=made-up', 400, 'QueryParameterException'],
    ['EQ_nothing=1', 400, 'QueryParameterException'],
    ['maxEventCount=2', 413, 'QueryTooLargeException'],
  ])('%s is refused', async (query, code, exception) => {
    const answer = await ask(`/events?${query}`);
    expect([answer.status, answer.body.type]).toEqual([code, `epcisException:${exception}`]);
    expect(answer.headers['gs1-epcis-version']).toBe('2.0.0');
  });

  test('of another company finds nothing of ours', async () => {
    expect(await found('', 's1')).toEqual([]);
    expect((await ask('/epcs', 's1')).body.member).toEqual([]);
    expect((await ask(`/epcs/${SGTIN}`, 's1')).status).toBe(404);
  });
});

describe('the top-level resources', () => {
  test.each([
    ['epcs', SGTIN, ['make', 'pack', 'ship']],
    ['bizSteps', 'shipping', ['ship']],
    ['bizLocations', PLANT, ['receive']],
    ['readPoints', GATE, ['ship']],
    ['dispositions', 'in_transit', ['ship']],
    ['eventTypes', 'AggregationEvent', ['pack']],
  ])('/%s list what our events speak of, each with its events', async (resource, id, expected) => {
    const list = (await ask(`/${resource}`)).body;
    expect(list).toMatchObject({ type: 'Collection' });
    expect(list.member.length).toBeGreaterThan(0);
    expect((await ask(`/${resource}/${encodeURIComponent(list.member[0])}`)).body.member).toEqual(['events']);
    const { body } = await ask(`/${resource}/${encodeURIComponent(id)}/events`);
    expect(idsIn(body).toSorted()).toEqual(expected);
    expect((await ask(`/${resource}/unknown`)).status).toBe(404);
  });

  test('are listed page by page and at the root, and say what the server can', async () => {
    const first = await ask('/epcs?perPage=2');
    expect(first.body.member).toHaveLength(2);
    const second = await doors.ask('oem', { url: /<([^>]+)>/.exec(String(first.headers.link))![1]! });
    expect([...first.body.member, ...second.body.member]).toHaveLength(4);
    expect((await ask('')).body.member).toContain('bizSteps');
    const options = await doors.ask('oem', { method: 'OPTIONS', url: '/epcis/events' });
    expect([options.status, options.headers['gs1-capture-error-behaviour']]).toEqual([204, 'all']);
    expect((await ask('/capture')).body.length).toBeGreaterThan(0);
  });

  test('find events that were captured before they could be asked for', async () => {
    await doors.world.db.system((tx) => tx.query('update epcis_event set facets = null'));
    expect(await found('EQ_bizStep=shipping')).toEqual([]);
    await indexCaptured(doors.world.house);
    expect(await found('EQ_bizStep=shipping')).toEqual(['ship']);
    expect(await found('EXISTS_example:line=true')).toEqual(['warm']);
  });
});

describe('a named query', () => {
  test('is kept, run by its name, and forgotten', async () => {
    const query = { eventType: ['ObjectEvent'], EQ_bizStep: ['shipping', 'receiving'] };
    const made = await post('/queries', { name: 'moves', query });
    expect([made.status, made.headers.location]).toEqual([201, '/epcis/queries/moves']);
    expect((await ask('/queries')).body).toEqual([{ name: 'moves', query }]);
    const { body } = await ask('/queries/moves/events');
    expect(idsIn(body).toSorted()).toEqual(['receive', 'ship']);
    expect(body.epcisBody.queryResults.queryName).toBe('moves');
    expect((await ask('/queries/moves', 's1')).body.type).toBe('epcisException:NoSuchNameException');
    const again = await post('/queries', { name: 'moves', query: {} });
    expect([again.status, again.body.type]).toEqual([409, 'epcisException:ResourceAlreadyExistsException']);
    expect((await doors.ask('oem', { method: 'DELETE', url: '/epcis/queries/moves' })).status).toBe(204);
    expect((await ask('/queries/moves/events')).status).toBe(404);
  });

  test('that could never run is refused when it is made', async () => {
    const { status: answered, body } = await post('/queries', { name: 'wrong', query: { EQ_nothing: 'x' } });
    expect([answered, body.type]).toEqual([400, 'epcisException:QueryValidationException']);
  });
});

describe('a subscription', () => {
  const dest = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/callback`;
  const shipped = (id: string) => ({ ...EVENTS[0]!, eventID: `urn:x:${id}`, eventTime: at(11) });
  const due = () =>
    doors.world.db.system((tx) => tx.query(`update epcis_subscription set due_at = due_at - interval '3 days'`));
  beforeAll(async () => {
    await post('/queries', { name: 'shipped', query: { EQ_bizStep: 'shipping' } });
  });

  test('to the stream is told of what is captured from then on, once and signed, and again only if it failed', async () => {
    const made = await post('/queries/shipped/subscriptions', {
      dest: dest(),
      stream: true,
      signatureToken: 'known to both',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ stream: true, dest: dest() });
    expect(JSON.stringify(made.body)).not.toContain('known to both');
    await capture(shipped('s1'), { ...EVENTS[2]!, eventID: 'urn:x:other' });
    status = 500;
    await reportSubscriptions(doors.world.house);
    status = 200;
    await due();
    await reportSubscriptions(doors.world.house);
    await reportSubscriptions(doors.world.house);
    expect(letters.map(({ body }) => idsIn(JSON.parse(body)))).toEqual([['s1'], ['s1']]);
    const { headers, body } = letters.at(-1)!;
    expect(headers['gs1-signature']).toBe(createHmac('sha256', 'known to both').update(body).digest('base64url'));
    expect(JSON.parse(body).epcisBody.queryResults).toMatchObject({
      queryName: 'shipped',
      subscriptionID: made.body.subscriptionID,
    });
    const url = String(made.headers.location);
    expect((await doors.ask('oem', { url })).body.lastNotifiedAt).toBeTypeOf('string');
    expect((await doors.ask('s1', { url })).status).toBe(404);
    expect((await doors.ask('oem', { method: 'DELETE', url })).status).toBe(204);
    expect((await ask('/queries/shipped/subscriptions')).body).toEqual([]);
  });

  test('on a schedule is told when its time has come, also of nothing if it asked for that', async () => {
    letters.length = 0;
    const made = await post('/queries/shipped/subscriptions', {
      dest: dest(),
      schedule: { hour: '1' },
      reportIfEmpty: true,
    });
    await reportSubscriptions(doors.world.house);
    expect(letters).toEqual([]);
    await due();
    await reportSubscriptions(doors.world.house);
    expect(letters.map(({ body }) => idsIn(JSON.parse(body)))).toEqual([[]]);
    await capture(shipped('s2'));
    await due();
    await reportSubscriptions(doors.world.house);
    expect(idsIn(JSON.parse(letters.at(-1)!.body))).toEqual(['s2']);
    await doors.ask('oem', { method: 'DELETE', url: String(made.headers.location) });
  });

  test.each([
    [{ stream: true, dest: 'http://example.com/' }],
    [{ stream: true, dest: 'https://10.0.0.1/' }],
    [{ dest: 'https://example.com/' }],
    [{ dest: 'https://example.com/', stream: true, schedule: { hour: '1' } }],
    [{ dest: 'https://example.com/', schedule: { hour: '25' } }],
  ])('%j is refused', async (wanted) => {
    const { status: answered, body } = await post('/queries/shipped/subscriptions', wanted);
    expect([answered, body.type]).toEqual([400, 'epcisException:SubscriptionControlsException']);
  });

  test('by WebSocket gets what is captured while it is open, and nobody else does', async () => {
    const address = await doors.app.listen({ port: 0, host: '127.0.0.1' });
    const key = { method: 'POST', url: '/api/api-keys', payload: { name: 'socket', roles: ['planner'] } } as const;
    const { token } = (await doors.ask('oem', key)).body;
    const open = (bearer: string) =>
      new WebSocket(`${address.replace('http', 'ws')}/epcis/queries/shipped/events?stream=true`, {
        headers: { authorization: `Bearer ${bearer}` },
      } as never);
    const refused = open('nonsense');
    await new Promise((resolve) => refused.addEventListener('error', resolve, { once: true }));
    const socket = open(token);
    const told: string[][] = [];
    socket.addEventListener('message', ({ data }) => told.push(idsIn(JSON.parse(String(data)))));
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    await capture(shipped('s3'));
    await vi.waitFor(() => expect(told.flat()).toEqual(['s3']), 10_000);
    socket.close();
  });
});
