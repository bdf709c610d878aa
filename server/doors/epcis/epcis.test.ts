import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { record } from '../../record/testing.ts';
import { count, despatch, say } from '../../record/tiny-world.ts';
import { startDoors } from '../index.ts';
import { type Doors, openDoors } from '../testing.ts';

let doors: Doors;
let stop: () => Promise<void>;
beforeAll(async () => {
  doors = await openDoors();
  stop = startDoors(doors.world.house);
  const mapping = { owner: 'oem', partner: '*' } as const;
  await record(
    doors.world,
    'oem',
    say('identifier-mapped', { ...mapping, scheme: 'site', code: '4012345000054', means: 'plant' }),
    say('identifier-mapped', { ...mapping, scheme: 'part', code: '04012345123456', means: 'a' }),
    say('stock-counted', count()),
  );
});
afterAll(async () => {
  await stop();
  await doors.close();
});

const PLANT = 'urn:epc:id:sgln:4012345.00005.0';
let counter = 0;
const event = (change: object = {}) => ({
  type: 'ObjectEvent',
  eventID: `urn:uuid:00000000-0000-4000-8000-${String(++counter).padStart(12, '0')}`,
  eventTime: '2026-03-02T10:00:00.000Z',
  eventTimeZoneOffset: '+01:00',
  action: 'OBSERVE',
  bizStep: 'receiving',
  bizLocation: { id: PLANT },
  quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.L1', quantity: 40 }],
  ...change,
});
const document = (...eventList: object[]) => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-03-02T10:00:00Z',
  epcisBody: { eventList },
});

async function capture(body: object, headers = {}) {
  const answer = await doors.ask('oem', {
    method: 'POST',
    url: '/epcis/capture',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(body),
  });
  expect(answer.status).toBe(202);
  return vi.waitFor(async () => {
    const job = (await doors.ask('oem', { url: String(answer.headers.location) })).body;
    expect(job.running).toBe(false);
    return job;
  }, 10_000);
}
const rows = (text: string, values: unknown[] = []) => doors.world.db.system((tx) => tx.query(text, values));
const stockOf = async (part = 'a', status = 'available') =>
  (
    await rows('select quantity from stock where owner = $1 and site = $2 and part = $3 and status = $4', [
      'oem',
      'plant',
      part,
      status,
    ])
  )[0]?.quantity;

describe('an event captured', () => {
  test('moves stock where it happened, and the same event again moves nothing', async () => {
    const received = event();
    expect(await capture(document(received))).toMatchObject({
      success: true,
      errors: [],
      captureErrorBehaviour: 'rollback',
    });
    expect(await stockOf()).toBe(140);
    expect(await capture(document(received))).toMatchObject({ success: true, errors: [] });
    expect(await stockOf()).toBe(140);
  });

  test('of the same goods by another step counts once; by the same step it is other goods', async () => {
    const quantityList = [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.L2', quantity: 7 }];
    await capture(
      document(
        event({ bizStep: 'arriving', quantityList }),
        event({ bizStep: 'arriving', quantityList, eventTime: '2026-03-02T10:05:00.000Z' }),
      ),
    );
    expect(await stockOf()).toBe(154);
    await capture(document(event({ bizStep: 'receiving', quantityList, eventTime: '2026-03-02T11:00:00.000Z' })));
    expect(await stockOf()).toBe(154);
  });

  test('that blocks goods moves them from available to blocked', async () => {
    await capture(
      document(
        event({
          bizStep: 'holding',
          disposition: 'damaged',
          quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.L3', quantity: 4 }],
        }),
      ),
    );
    expect([await stockOf(), await stockOf('a', 'blocked')]).toEqual([150, 4]);
  });

  test('declared wrong later is taken back', async () => {
    const wrong = event({ quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.L9', quantity: 1000 }] });
    await capture(document(wrong));
    expect(await stockOf()).toBe(1150);
    await capture(
      document({
        ...wrong,
        errorDeclaration: { declarationTime: '2026-03-02T12:00:00.000Z', reason: 'incorrect_data' },
      }),
    );
    expect(await stockOf()).toBe(150);
  });

  test('at somebody else’s place moves none of our stock', async () => {
    await record(
      doors.world,
      'oem',
      say('identifier-mapped', {
        owner: 'oem',
        partner: '*',
        scheme: 'site',
        code: 'https://s1.example/works',
        means: 's1-works',
      }),
    );
    const job = await capture(document(event({ bizLocation: { id: 'https://s1.example/works' } })));
    expect(job.success).toBe(true);
    expect(await rows(`select 1 from stock where site = 's1-works'`)).toEqual([]);
  });
});

describe('a scan of a pallet', () => {
  test('counts what its despatch advice packed, once with the advice’s receipt', async () => {
    const units = [{ unit: '040123450000003338', line: 1, quantity: 60 }];
    await record(doors.world, 's1', say('shipment-despatched', despatch({ units })));
    await capture(document(event({ quantityList: undefined, epcList: ['urn:epc:id:sscc:4012345.0000000333'] })));
    expect(await stockOf()).toBe(210);
    const [claim] = await rows(
      `select reference, by_read from movement_claim where direction = 'in' and reference = 'N1'`,
    );
    expect(claim).toEqual({ reference: 'N1', by_read: 60 });
  });

  test('before its despatch advice waits, and goes in when the advice comes', async () => {
    const job = await capture(
      document(event({ quantityList: undefined, epcList: ['urn:epc:id:sscc:4012345.0000000777'] })),
    );
    expect(job.success).toBe(true);
    expect(job.errors[0]).toMatchObject({ status: 202, title: 'Kept, waits for a mapping' });
    const before = await stockOf();
    const units = [{ unit: '00040123450000007770', line: 1, quantity: 60 }];
    await record(
      doors.world,
      's1',
      say('shipment-despatched', despatch({ shipment: 'shp-2', despatchNote: 'N2', units })),
    );
    await vi.waitFor(async () => expect(await stockOf()).toBe(before + 60), 10_000);
    const { body } = await doors.ask('oem', { url: '/api/inbox?state=recorded' });
    expect(body.messages[0]).toMatchObject({ format: 'epcis', events: [{ type: 'stock-moved' }] });
  });
});

describe('an unknown place or part', () => {
  test('opens a mapping task, and one decision lets the event in', async () => {
    const unknown = {
      bizLocation: { id: 'urn:epc:id:sgln:4012345.00006.0' },
      quantityList: [{ epcClass: 'urn:epc:idpat:sgtin:4012345.099999.*', quantity: 3 }],
    };
    const job = await capture(document(event(unknown)));
    expect(job.errors[0].detail).toContain('4012345000061');
    const { body } = await doors.ask('oem', { url: '/api/inbox?state=waiting' });
    const url = `/api/inbox/${body.messages[0].id}`;
    const task = (await doors.ask('oem', { url })).body;
    expect(task.proposals.map((proposal: { kind: string }) => proposal.kind)).toEqual(['site', 'part']);
    const decisions = [
      { unknown: task.proposals[0].unknown, use: 'existing', id: 'plant' },
      { unknown: task.proposals[1].unknown, use: 'new', data: { description: 'Clip' } },
    ];
    const settled = await doors.ask('oem', { method: 'POST', url: `${url}/resolve`, payload: { decisions } });
    expect(settled.body.messages[0]).toMatchObject({
      state: 'recorded',
      events: [{ type: 'stock-moved', confirmed: true }],
    });
  });
});

describe('a document with a mistake', () => {
  const wrong = () => event({ eventTime: 'yesterday' });

  test('is rolled back whole by default', async () => {
    const good = event({ quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.R', quantity: 5 }] });
    const before = await stockOf();
    const job = await capture(document(good, wrong()));
    expect(job).toMatchObject({
      success: false,
      errors: [{ type: 'epcisException:ValidationException', status: 400 }],
    });
    expect(await stockOf()).toBe(before);
    expect(await rows('select 1 from epcis_event where id = $1', [good.eventID])).toEqual([]);
  });

  test('lets its good events in when told to proceed', async () => {
    const before = await stockOf();
    const good = event({ quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.P', quantity: 5 }] });
    const job = await capture(document(good, wrong()), { 'gs1-capture-error-behaviour': 'proceed' });
    expect(job).toMatchObject({ success: false, errors: [{ status: 400 }] });
    expect(await stockOf()).toBe(before + 5);
  });

  test('posted as one event is refused in the standard’s terms', async () => {
    const bare = { '@context': document()['@context'], ...wrong() };
    const answer = await doors.ask('oem', {
      method: 'POST',
      url: '/epcis/events',
      headers: { 'content-type': 'application/ld+json' },
      payload: JSON.stringify(bare),
    });
    expect([answer.status, answer.body.type]).toEqual([400, 'epcisException:ValidationException']);
  });
});

describe('returnable assets', () => {
  test('that go back to a supplier are a passage on the account with it, once however often they are read', async () => {
    const empties = {
      bizStep: 'shipping',
      epcList: [1, 2, 3].map((serial) => `urn:epc:id:grai:4012345.00022.${serial}`),
      quantityList: [],
      bizTransactionList: [{ type: 'desadv', bizTransaction: 'urn:epcglobal:cbv:bt:4012345000054:E-7' }],
      destinationList: [{ type: 'owning_party', destination: 'https://partners.example/s1' }],
    };
    const mapping = { owner: 'oem', partner: '*' } as const;
    await record(
      doors.world,
      'oem',
      say('identifier-mapped', { ...mapping, scheme: 'party', code: 's1', means: 's1' }),
      say('identifier-mapped', { ...mapping, scheme: 'packaging', code: '04012345000221', means: 'KLT6429' }),
    );
    const read = event(empties);
    await capture(document(read));
    const accountsOf = async () => (await doors.ask('s1', { url: '/api/container-accounts' })).body.accounts;
    expect(await accountsOf()).toMatchObject([{ partner: 'oem', packaging: 'KLT6429', balance: -3, underWayIn: 3 }]);
    await capture(document({ ...read, errorDeclaration: { declarationTime: '2026-03-02T11:00:00Z' } }));
    expect(await accountsOf()).toMatchObject([{ balance: 0, underWayIn: 0 }]);
  });
});

describe('the query interface', () => {
  test('gives events back by time, type and step, page by page', async () => {
    const first = await doors.ask('oem', {
      url: '/epcis/events?eventType=ObjectEvent&EQ_bizStep=arriving,receiving&perPage=2',
    });
    const list = first.body.epcisBody.queryResults.resultsBody.eventList;
    expect(list).toHaveLength(2);
    const next = /<([^>]+)>; rel="next"/.exec(String(first.headers.link))![1]!;
    const second = await doors.ask('oem', { url: next });
    const further = second.body.epcisBody.queryResults.resultsBody.eventList;
    expect(further.map((each: { eventID: string }) => each.eventID)).not.toContain(list[1].eventID);
    expect(first.headers['gs1-epcis-version']).toBe('2.0.0');
  });

  test('answers one organisation’s events to nobody else', async () => {
    const { body } = await doors.ask('s1', { url: '/epcis/events' });
    expect(body.epcisBody.queryResults.resultsBody.eventList).toEqual([]);
  });

  test('refuses a parameter that it does not know', async () => {
    const { status, body } = await doors.ask('oem', { url: '/epcis/events?EQ_colour=red' });
    expect([status, body.type]).toEqual([400, 'epcisException:QueryParameterException']);
  });

  test('an event posted alone is answered with its id, which is the event hash when it names none', async () => {
    const { eventID: _, ...bare } = event({ bizStep: 'storing' });
    const payload = JSON.stringify({ '@context': document()['@context'], ...bare });
    const { status, body } = await doors.ask('oem', {
      method: 'POST',
      url: '/epcis/events',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(status).toBe(201);
    expect(body.eventID).toMatch(/^ni:\/\/\/sha-256;/);
    expect((await doors.ask('oem', { url: `/epcis/events/${encodeURIComponent(body.eventID)}` })).body.bizStep).toBe(
      'storing',
    );
  });
});
