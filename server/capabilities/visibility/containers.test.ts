import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { despatch, receipt, say } from '../../record/tiny-world.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
}, 120_000);
afterAll(() => doors?.close());

const accounts = async (who: string) => (await doors.ask(who, { url: '/api/container-accounts' })).body.accounts;
const account = async (who: string, packaging = 'KLT4314') =>
  (await accounts(who)).find((one: { packaging: string }) => one.packaging === packaging);
const movements = async (who: string, partner: string) =>
  (await doors.ask(who, { url: `/api/container-movements?partner=${partner}&packaging=KLT4314` })).body.movements;
const book = (who: string, payload: object, url = '/api/container-movements') =>
  doors.ask(who, { method: 'POST', url, payload });

const pallet = { unit: 'P1', packaging: 'EURO' };
const boxes = [
  { unit: 'B1', parent: 'P1', packaging: 'KLT4314', packages: 12 },
  { unit: 'B2', parent: 'P1', packaging: 'KLT4314' },
];

describe('an account of returnable packages', () => {
  test('counts what a despatch advice names as under way to the customer, the same on both screens', async () => {
    await record(doors.world, 's1', say('shipment-despatched', despatch({ units: [pallet, ...boxes] })));
    expect(await account('s1')).toMatchObject({ partner: 'oem', balance: 13, partnerBalance: 13, underWayOut: 13 });
    expect(await account('oem')).toMatchObject({ partner: 's1', balance: -13, partnerBalance: -13, underWayIn: 13 });
    expect(await account('s1', 'EURO')).toMatchObject({ balance: 1 });
    expect(await accounts('s2')).toEqual([]);
    expect(await accounts('c1')).toEqual([]);
  });

  test('follows the advice when it is sent again with other packages', async () => {
    await record(doors.world, 's1', say('shipment-despatched', despatch({ units: boxes })));
    expect(await account('s1', 'EURO')).toMatchObject({ balance: 0, underWayOut: 0 });
    expect(await account('s1')).toMatchObject({ balance: 13, underWayOut: 13 });
  });

  test('takes packages over with the receipt of the goods', async () => {
    await record(doors.world, 'oem', say('goods-received', receipt()));
    expect(await account('oem')).toMatchObject({ balance: -13, partnerBalance: -13, underWayIn: 0, differing: 0 });
  });

  test('shows where the receiver counted another number, and moves its side only', async () => {
    const said = { direction: 'received', partner: 's1', packaging: 'KLT4314', cause: 'full', reference: 'N1' };
    const answer = await book('oem', {
      ...said,
      quantity: 11,
      movedAt: '2026-03-03T10:00:00.000Z',
      note: 'two missing',
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(await account('oem')).toMatchObject({ balance: -11, partnerBalance: -13, differing: 1 });
    expect(await account('s1')).toMatchObject({ balance: 13, partnerBalance: 11, differing: 1 });
    expect(await movements('s1', 'oem')).toMatchObject([
      {
        reference: 'N1',
        isOut: true,
        sent: 13,
        received: 11,
        sentVia: 'document',
        receivedVia: 'word',
        receivedNote: 'two missing',
      },
    ]);
  });

  test('agrees again once the sender says the same under the same reference', async () => {
    const said = { direction: 'sent', partner: 'oem', packaging: 'KLT4314', cause: 'full', reference: 'N1' };
    await book('s1', { ...said, quantity: 11, movedAt: '2026-03-02T08:00:00.000Z' });
    expect(await account('s1')).toMatchObject({ balance: 11, partnerBalance: 11, differing: 0 });
  });

  test('goes down when empties come back', async () => {
    const said = {
      partner: 's1',
      packaging: 'KLT4314',
      cause: 'empty',
      reference: 'E7',
      movedAt: '2026-03-04T06:00:00.000Z',
    };
    await book('oem', { direction: 'sent', quantity: 8, ...said });
    expect(await account('s1')).toMatchObject({ balance: 3, underWayIn: 8 });
    await book('s1', { direction: 'received', quantity: 8, ...said, partner: 'oem' });
    expect(await account('s1')).toMatchObject({ balance: 3, partnerBalance: 3, underWayIn: 0 });
  });

  test('goes on from a balance that one side states, with what moved after it', async () => {
    const stated = { partner: 's1', packaging: 'KLT4314', balance: -20, statedAt: '2026-03-03T12:00:00.000Z' };
    expect((await book('oem', stated, '/api/container-balances')).status).toBe(200);
    expect(await account('oem')).toMatchObject({ balance: -12, partnerBalance: -3 });
    expect(await account('s1')).toMatchObject({ balance: 3, partnerBalance: 12 });
    const sameOfOther = { ...stated, partner: 'oem', balance: 20 };
    await book('s1', sameOfOther, '/api/container-balances');
    expect(await account('s1')).toMatchObject({ balance: 12, partnerBalance: 12 });
  });

  test('refuses a partner that is not registered and an account with oneself', async () => {
    const said = {
      direction: 'sent',
      packaging: 'KLT4314',
      cause: 'empty',
      reference: 'X',
      quantity: 1,
      movedAt: '2026-03-04T06:00:00.000Z',
    };
    expect((await book('oem', { ...said, partner: 'nobody' })).body).toMatchObject({ code: 'UNKNOWN_REFERENCE' });
    expect((await book('oem', { ...said, partner: 'oem' })).body).toMatchObject({
      code: 'INVALID',
      values: { path: 'partner' },
    });
  });

  test('a rebuild gives the same rows', async () => {
    const before = await readEverything(doors.world.db);
    await rebuild(doors.world.db, PROJECTIONS);
    expect(await readEverything(doors.world.db)).toEqual(before);
  });
});
