import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTinyNetwork, put, type TestServer } from '../../access/test-server.ts';

let server: TestServer;
let keys: Record<string, string>;
beforeAll(async () => {
  server = await openTinyNetwork();
  keys = server.keys;
  await say(
    '/api/packagings/klt',
    { packaging: 'klt', owner: 'oem', code: 'KLT 4314', kind: 'KLT', returnable: true },
    'oem',
  );
  await say(
    '/api/parts/pump',
    { part: 'pump', owner: 'oem', number: '4711-A', description: 'Water pump 100%', unit: 'H87', packaging: 'klt' },
    'oem',
  );
  await say('/api/parts/seal', { part: 'seal', owner: 'tier2', number: 'S-9', unit: 'H87' }, 'tier2');
  for (const trading of ['oem', 'tier1']) await say('/api/lanes/lane-1', LANE, trading);
});
afterAll(() => server.close());

const LANE = {
  lane: 'lane-1',
  supplier: 'tier1',
  customer: 'oem',
  part: 'pump',
  from: 'tier1-site',
  to: 'oem-site',
  carrier: 'carrier',
  mode: 'road',
  leadTimeDays: 2,
  quota: [{ share: 1, validFrom: '2026-01-01' }],
};

const say = (url: string, payload: object, organisation: string) => put(server.ask, url, payload, keys[organisation]!);
const see = async (url: string, organisation: string) => (await server.ask({ url }, keys[organisation])).body;
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
const change = (method: 'PUT' | 'POST', url: string, payload: object | undefined, organisation: string, headers = {}) =>
  server.ask({ method, url, payload, headers }, keys[organisation]);

describe('what each partner sees', () => {
  test.each([
    ['oem', ['carrier', 'oem', 'tier1'], ['pump'], ['lane-1'], ['klt']],
    ['tier1', ['carrier', 'oem', 'tier1'], ['pump'], ['lane-1'], ['klt']],
    ['carrier', ['carrier', 'oem', 'tier1'], [], [], []],
    ['tier2', ['tier2'], ['seal'], [], []],
    ['stranger', ['stranger'], [], [], []],
  ])(
    '%s: organisations %j, parts %j, lanes %j, packagings %j',
    async (who, organisations, parts, lanes, packagings) => {
      expect(ids((await see('/api/organisations', who)).organisations)).toEqual(organisations);
      expect(ids((await see('/api/parts', who)).parts)).toEqual(parts);
      expect(ids((await see('/api/lanes', who)).lanes)).toEqual(lanes);
      expect(ids((await see('/api/packagings', who)).packagings)).toEqual(packagings);
    },
  );

  test('a lane has all its terms', async () => {
    const { lanes } = await see('/api/lanes?part=pump&supplier=tier1&customer=oem', 'tier1');
    const { lane: id, ...terms } = LANE;
    expect(lanes).toEqual([
      { id, ...terms, incoterm: null, minimumQuantity: null, roundingQuantity: null, endsOn: null, confirmed: true },
    ]);
    expect((await see('/api/lanes?part=other', 'tier1')).lanes).toEqual([]);
  });
});

describe('parts', () => {
  test('carry each partner’s own number', async () => {
    await change('PUT', '/api/parts/pump/numbers', { number: 'T1-PUMP' }, 'tier1');
    const [mine] = (await see('/api/parts', 'tier1')).parts;
    expect(mine).toMatchObject({
      number: '4711-A',
      myNumber: 'T1-PUMP',
      numbers: [{ organisation: 'tier1', number: 'T1-PUMP' }],
    });
    const [theirs] = (await see('/api/parts', 'oem')).parts;
    expect(theirs).toMatchObject({ myNumber: '4711-A', numbers: [{ organisation: 'tier1', number: 'T1-PUMP' }] });
  });

  test.each([
    ['t1-pu', ['pump']],
    ['4711', ['pump']],
    ['water', ['pump']],
    ['100%', ['pump']],
    ['%', ['pump']],
    ['_ater', []],
    ['brake', []],
  ])('are found by %s', async (query, found) => {
    expect(ids((await see(`/api/parts?query=${encodeURIComponent(query)}`, 'tier1')).parts)).toEqual(found);
  });

  test('cannot be numbered by who does not know them', async () => {
    expect((await change('PUT', '/api/parts/pump/numbers', { number: 'X' }, 'stranger')).body.code).toBe('NOT_FOUND');
  });

  test('come in pages of what was asked for, each part once', async () => {
    for (const id of ['a1', 'a2', 'a3', 'a4']) {
      await say(`/api/parts/${id}`, { part: id, owner: 'stranger', number: id, unit: 'H87' }, 'stranger');
    }
    const first = await see('/api/parts?limit=3', 'stranger');
    const second = await see(`/api/parts?limit=3&cursor=${encodeURIComponent(first.next)}`, 'stranger');
    expect([ids(first.parts), ids(second.parts), second.next]).toEqual([['a1', 'a2', 'a3'], ['a4'], undefined]);
  });

  test('have bills of material over several levels, as valid on a day', async () => {
    for (const id of ['axle', 'hub', 'screw']) {
      await say(`/api/parts/${id}`, { part: id, owner: 'tier2', number: id, unit: 'H87' }, 'tier2');
    }
    const bill = (parent: string, ...components: object[]) =>
      say(`/api/bills-of-material/${parent}`, { owner: 'tier2', parent, components }, 'tier2');
    await bill(
      'axle',
      { part: 'hub', quantity: 2, unit: 'H87' },
      { part: 'seal', quantity: 1, unit: 'H87', validTo: '2025-12-31' },
    );
    await bill('hub', { part: 'screw', quantity: 5, unit: 'H87' });
    const { exploded } = await see('/api/bills-of-material/axle?on=2026-06-01', 'tier2');
    expect(exploded).toEqual([
      { level: 1, parent: 'axle', part: 'hub', quantity: 2, unit: 'H87' },
      { level: 2, parent: 'hub', part: 'screw', quantity: 10, unit: 'H87' },
    ]);
    expect((await see('/api/bills-of-material/axle', 'oem')).code).toBe('NOT_FOUND');
  });
});

describe('a statement made on a screen', () => {
  test('with an Idempotency-Key is one event, however often it is sent', async () => {
    const part = { part: 'once', owner: 'oem', number: 'ONCE', unit: 'H87' };
    const send = (payload: object) =>
      change('PUT', '/api/parts/once', payload, 'oem', { 'idempotency-key': 'screen-1' });
    const first = await send(part);
    const again = await send(part);
    expect([first.body.outcome, again.body.outcome]).toEqual(['recorded', 'known']);
    expect(again.body.eventId).toBe(first.body.eventId);
    expect((await send({ ...part, number: 'OTHER' })).body.code).toBe('ID_REUSED');
  });

  test('with a field that nobody knows is refused by the name of the field, at any depth', async () => {
    const part = { part: 'p', owner: 'oem', number: '1', unit: 'H87' };
    const { status, body } = await change('PUT', '/api/parts/p', { ...part, colour: 'red' }, 'oem');
    expect([status, body.code, body.values.path]).toEqual([422, 'INVALID', 'body/colour']);
    expect(body.detail).toMatch(/^body\/colour: .*not/i);
    const bill = { owner: 'oem', parent: 'p', components: [{ part: 'q', quantity: 1, unit: 'H87', colour: 'red' }] };
    expect((await change('PUT', '/api/bills-of-material/p', bill, 'oem')).body.values.path).toBe(
      'body/components/0/colour',
    );
    expect(ids((await see('/api/parts', 'oem')).parts)).not.toContain('p');
  });

  test('must be about what its address says', async () => {
    const { body } = await change(
      'PUT',
      '/api/parts/this',
      { part: 'that', owner: 'oem', number: '1', unit: 'H87' },
      'oem',
    );
    expect(body).toMatchObject({ code: 'INVALID', values: { path: 'part', value: 'that' } });
  });

  test('is refused in another’s name', async () => {
    const { body } = await change(
      'PUT',
      '/api/parts/x',
      { part: 'x', owner: 'tier1', number: '1', unit: 'H87' },
      'oem',
    );
    expect(body.code).toBe('NOT_YOUR_STATEMENT');
  });

  test('needs a role that may edit master data', async () => {
    const gate = { name: 'gate', roles: ['gate'] };
    const { body: key } = await change('POST', '/api/api-keys', gate, 'oem');
    const part = { part: 'x', owner: 'oem', number: '1', unit: 'H87' };
    const { status } = await server.ask({ method: 'PUT', url: '/api/parts/x', payload: part }, key.token);
    expect(status).toBe(403);
  });

  test('of a person limited to sites is about these sites', async () => {
    const admin = await server.signIn('admin-oem@oem.example');
    await server.ask(
      {
        method: 'PUT',
        url: '/api/people/person-planner-oem/roles',
        payload: { roles: ['planner'], sites: ['oem-site'] },
      },
      admin,
    );
    const planner = await server.signIn('planner-oem@oem.example');
    const site = (id: string) => ({
      site: id,
      owner: 'oem',
      name: 'Renamed',
      kind: 'plant',
      timeZone: 'Europe/Berlin',
    });
    const edit = (id: string) => server.ask({ method: 'PUT', url: `/api/sites/${id}`, payload: site(id) }, planner);
    expect((await edit('oem-site')).status).toBe(200);
    expect((await edit('other-site')).body.code).toBe('NOT_ALLOWED');
  });
});

describe('codes of partners', () => {
  test('are mapped by and for one organisation', async () => {
    const code = { partner: 'GLN-9', scheme: 'site', code: 'TOR-1', means: 'oem-site' };
    expect((await change('PUT', '/api/identifiers', code, 'oem')).status).toBe(200);
    expect((await see('/api/identifiers?partner=GLN-9', 'oem')).identifiers).toEqual([code]);
    expect((await see('/api/identifiers', 'tier1')).identifiers).toEqual([]);
  });
});

describe('sharing agreements', () => {
  const terms = [{ giver: 'tier1', kind: 'stock', depth: 'exact' }];
  const proposal = { counterparty: 'tier1', title: 'Your stock', terms, coversFrom: '2026-01-01' };
  const partner = async (me: string, other: string) =>
    (await see('/api/partners', me)).partners.find((row: any) => row.organisation.id === other);

  test('go from proposal to acceptance to revocation, and the two-way account follows', async () => {
    const { body: proposed } = await change('POST', '/api/agreements', proposal, 'oem');
    expect(await partner('tier1', 'oem')).toMatchObject({
      proposals: 1,
      give: [],
      get: [],
      relations: ['customer'],
      lanes: 1,
    });
    expect((await change('POST', `/api/agreements/${proposed.id}/accept`, undefined, 'oem')).body.code).toBe(
      'NOT_YOUR_STATEMENT',
    );
    expect((await change('POST', `/api/agreements/${proposed.id}/accept`, undefined, 'tier1')).status).toBe(200);

    const term = { ...terms[0], agreement: proposed.id, coversFrom: '2026-01-01' };
    expect(await partner('tier1', 'oem')).toMatchObject({ proposals: 0, give: [term], get: [] });
    expect(await partner('oem', 'tier1')).toMatchObject({ give: [], get: [term], relations: ['supplier'] });
    expect(await partner('oem', 'carrier')).toMatchObject({ relations: ['carrier'], lanes: 1 });

    expect((await change('POST', `/api/agreements/${proposed.id}/revoke`, { reason: 'over' }, 'tier1')).status).toBe(
      200,
    );
    expect(await partner('oem', 'tier1')).toMatchObject({ give: [], get: [] });
    const { agreements } = await see('/api/agreements', 'oem');
    expect(agreements[0]).toMatchObject({ id: proposed.id, state: 'revoked', revokedBy: 'tier1', reason: 'over' });
    expect((await change('POST', `/api/agreements/${proposed.id}/revoke`, {}, 'oem')).body.code).toBe('WRONG_STATE');
  });

  test('are decided by managers and administrators', async () => {
    const planner = await server.signIn('planner-tier1@tier1.example');
    const { status } = await server.ask({ method: 'POST', url: '/api/agreements', payload: proposal }, planner);
    expect(status).toBe(403);
  });

  test('between two are nobody else’s to see or revoke', async () => {
    const { body } = await change('POST', '/api/agreements', proposal, 'oem');
    expect((await see('/api/agreements', 'stranger')).agreements).toEqual([]);
    expect((await change('POST', `/api/agreements/${body.id}/revoke`, {}, 'stranger')).body.code).toBe('NOT_FOUND');
  });
});
