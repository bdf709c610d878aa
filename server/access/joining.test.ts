import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSetupLink } from './index.ts';
import { openTestServer, openTinyNetwork, put, type TestServer } from './test-server.ts';

const account = { name: 'Pat First', email: 'pat@new.example', password: 'a long password' };

describe('an installation without people', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer({ demo: false });
  });
  afterAll(() => server.close());

  const setUp = (
    token: string,
    payload: object = { ...account, organisation: { name: 'Ünser Werk', roles: ['oem'] } },
  ) => server.ask({ method: 'POST', url: `/api/setup/${token}`, payload });
  const newToken = async () => (await createSetupLink(server.house))!.split('/').at(-1)!;

  test('offers no demonstration sign-ins', async () => {
    expect((await server.ask({ url: '/api/sign-in/options' })).body).toEqual({ demo: [] });
  });

  test('is set up by the newest one-time link, which then is spent, and no other is made', async () => {
    const old = await newToken();
    const token = await newToken();
    expect((await setUp(old)).body.code).toBe('LINK_EXPIRED');
    expect((await server.ask({ url: `/api/setup/${token}` })).body).toEqual({ ok: true });

    const [first, second] = await Promise.all([
      setUp(token),
      setUp(token, { ...account, email: 'late@new.example', organisation: { name: 'Late', roles: ['oem'] } }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 410]);
    expect((await server.ask({ url: `/api/setup/${token}` })).status).toBe(410);
    expect(await createSetupLink(server.house)).toBeUndefined();
  });

  test('has an administrator then, who is signed in', async () => {
    const people = await server.house.db.system((tx) => tx.query('select email from person'));
    const session = await server.signIn(people[0].email, account.password);
    const { body } = await server.ask({ url: '/api/me' }, session);
    expect(body.roles).toContain('administrator');
    expect(body.demo).toBe(false);
  });
});

describe('an invitation', () => {
  let server: TestServer;
  let planner: string;
  beforeAll(async () => {
    server = await openTinyNetwork();
    planner = await server.signIn('planner-oem@oem.example');
  });
  afterAll(() => server.close());

  const invite = (payload: object, who = planner) =>
    server.ask({ method: 'POST', url: '/api/invitations', payload }, who);
  const tokenOf = ({ url }: { url: string }) => url.split('/').at(-1)!;
  const accept = (token: string, payload: object = account) =>
    server.ask({ method: 'POST', url: `/api/invitations/${token}/accept`, payload });

  test('brings in a partner that was not known, as itself and with an administrator of its own', async () => {
    const { body } = await invite({ name: 'Gießerei Süd', country: 'DE', email: 'hello@sued.example' });
    const token = tokenOf(body);
    expect((await server.ask({ url: `/api/invitations/${token}` })).body).toMatchObject({
      organisation: 'Gießerei Süd',
      invitedBy: 'The oem',
      email: 'hello@sued.example',
      roles: ['administrator'],
    });
    const accepted = await accept(token);
    expect(accepted.body.me).toMatchObject({ organisation: { name: 'Gießerei Süd' }, roles: ['administrator'] });
    expect(accepted.headers['set-cookie']).toContain('intakt_session=is_');
    const { body: seen } = await server.ask({ url: '/api/organisations' }, planner);
    expect(seen.organisations.find((o: any) => o.name === 'Gießerei Süd').joined).toBe(true);
  });

  test('works once', async () => {
    const { body } = await invite({ name: 'Once Ltd' });
    const payloads = ['one', 'two'].map((name) => ({ ...account, email: `${name}@once.example` }));
    const answers = await Promise.all(payloads.map((payload) => accept(tokenOf(body), payload)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  test('stays open when the e-mail was taken', async () => {
    const { body } = await invite({ name: 'Again Ltd' });
    expect((await accept(tokenOf(body), { ...account, email: 'planner-oem@oem.example' })).body.code).toBe('ID_TAKEN');
    expect((await accept(tokenOf(body), { ...account, email: 'again@again.example' })).status).toBe(200);
  });

  test('that was withdrawn or has expired does not work', async () => {
    const { body: withdrawn } = await invite({ name: 'Withdrawn Ltd' });
    await server.ask({ method: 'DELETE', url: `/api/invitations/${withdrawn.id}` }, planner);
    expect((await accept(tokenOf(withdrawn))).body.code).toBe('LINK_EXPIRED');
    const { body: old } = await invite({ name: 'Old Ltd' });
    await server.house.db.system((tx) => tx.query('update invitation set expires_at = now() where id = $1', [old.id]));
    expect((await accept(tokenOf(old))).body.code).toBe('LINK_EXPIRED');
  });

  test('cannot let anybody take over a company that is here, or that somebody else reported', async () => {
    expect((await invite({ organisation: 'stranger' })).body.code).toBe('NOT_FOUND');
    const reported = { organisation: 'casting', name: 'Casting', roles: ['supplier'] };
    await put(server.ask, '/api/organisations/casting', reported, server.keys.oem!);
    const early = await invite({ organisation: 'casting' });
    const late = await invite({ organisation: 'casting' });
    expect((await accept(tokenOf(early.body), { ...account, email: 'a@casting.example' })).status).toBe(200);
    expect((await accept(tokenOf(late.body), { ...account, email: 'b@casting.example' })).body.code).toBe(
      'LINK_EXPIRED',
    );
    expect((await invite({ organisation: 'casting' })).body.code).toBe('WRONG_STATE');
  });

  test('of a colleague needs an administrator and gives the roles it names', async () => {
    const payload = { organisation: 'oem', roles: ['quality'] };
    expect((await invite(payload)).status).toBe(403);
    const { body } = await invite(payload, await server.signIn('admin-oem@oem.example'));
    const { body: joined } = await accept(tokenOf(body), { ...account, email: 'q@oem.example' });
    expect(joined.me).toMatchObject({ organisation: { id: 'oem' }, roles: ['quality'] });
  });
});
