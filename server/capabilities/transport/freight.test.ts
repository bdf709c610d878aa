import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAYS, openTourWorld, type TourWorld } from './testing.ts';

let world: TourWorld;
beforeAll(async () => {
  world = await openTourWorld();
}, 120_000);
afterAll(() => world?.close());

const ask: TourWorld['send'] = (...request) => world.send(...request);
const read = async (who: string, url: string) => (await ask(who, 'GET', url)).body;
/** Everything that an organisation may read of freight, events included, as one text. */
const allSeenBy = async (who: string): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      [
        ...[
          '/api/tenders',
          '/api/freight',
          '/api/freight-invoices',
          '/api/claims',
          '/api/transport/rates',
          '/api/savings',
        ],
        '/api/events?limit=1000',
      ].map((url) => read(who, url)),
    ),
  );

describe('a tender', () => {
  const [DAY, LATER] = DAYS;
  const respondBy = '2026-03-02T18:00:00.000Z';
  let tour: string;
  let tender: string;
  beforeAll(async () => {
    ({ tour } = await world.publishTour(DAY, null));
    const body = { tour, carriers: ['c1', 'c2'], respondBy, priceAsked: 380 };
    ({ tender } = (await ask('oem', 'POST', '/api/tenders', body)).body);
  });
  const answer = (who: string, said: object) => ask(who, 'POST', `/api/tenders/${tender}/answer`, said);
  const seenBy = async (who: string) =>
    (await read(who, '/api/tenders')).tenders
      .filter((one: any) => one.tour === tour)
      .map(({ carrier, state, round, priceAnswered, priceAwarded }: any) => [
        ...[carrier, state, round, priceAnswered, priceAwarded],
      ])
      .sort();

  test('is seen by each carrier as its own invitation alone, and by no supplier', async () => {
    expect(await seenBy('oem')).toEqual([
      ['c1', 'open', 1, null, null],
      ['c2', 'open', 1, null, null],
    ]);
    expect(await seenBy('c1')).toEqual([['c1', 'open', 1, null, null]]);
    expect(await seenBy('c2')).toEqual([['c2', 'open', 1, null, null]]);
    for (const who of ['s1', 's2', 's3']) expect(await seenBy(who)).toEqual([]);
    expect((await ask('s1', 'POST', `/api/tenders/${tender}/answer`, { answer: 'accept' })).status).toBe(404);
  });

  test('is answered with another price or not at all, and goes into a next round', async () => {
    expect((await answer('c1', { answer: 'counter', price: 400 })).status).toBe(200);
    expect((await answer('c2', { answer: 'reject', reason: 'No truck free' })).status).toBe(200);
    expect((await answer('c1', { answer: 'accept' })).body.code).toBe('WRONG_STATE');
    const body = { tour, carriers: ['c1', 'c2'], respondBy, priceAsked: 390 };
    const again = await ask('oem', 'POST', '/api/tenders', body);
    expect(again.body).toEqual({ tender, round: 2 });
    expect(await seenBy('c2')).toEqual([['c2', 'open', 2, null, null]]);
  });

  test('is won by the carrier that is chosen, at its price; the loser learns no price of another', async () => {
    await answer('c1', { answer: 'accept' });
    await answer('c2', { answer: 'counter', price: 385 });
    const award = (carrier: string) => ask('oem', 'POST', `/api/tenders/${tender}/award`, { carrier });
    expect((await ask('c1', 'POST', `/api/tenders/${tender}/award`, { carrier: 'c1' })).status).toBe(404);
    expect((await award('c2')).body).toEqual({ tour, carrier: 'c2', price: 385 });
    expect(await seenBy('c2')).toEqual([['c2', 'awarded', 2, 385, 385]]);
    expect(await seenBy('c1')).toEqual([['c1', 'lost', 2, 390, null]]);
    expect(await allSeenBy('c1')).not.toMatch(/:385\b/);
    expect(await allSeenBy('c2')).not.toContain('390,"priceAwarded"');
    expect((await award('c1')).body.code).toBe('WRONG_STATE');
  });

  test('gives the winner the tour, the supplier the name of who comes, and accrues the price that was agreed', async () => {
    expect((await read('c2', `/api/tours/${tour}`)).tours).toHaveLength(1);
    expect((await ask('c1', 'GET', `/api/tours/${tour}`)).status).toBe(404);
    expect((await read('s1', `/api/tours/${tour}`)).stops.map(({ carrier }: any) => carrier)).toEqual(['c2']);
    const freightOf = async (who: string) =>
      (await read(who, '/api/freight')).freight.map(({ planned, agreedBy, carrier }: any) => [
        carrier,
        planned,
        agreedBy,
      ]);
    for (const who of ['oem', 'c2']) expect(await freightOf(who)).toEqual([['c2', 385, tender]]);
    for (const who of ['c1', 's1', 's3']) expect(await freightOf(who)).toEqual([]);
  });

  test('is not answered when its time is over, and takes back what nobody has won', async () => {
    const { tour: second } = await world.publishTour(LATER, null);
    const late = { tour: second, carriers: ['c1'], respondBy: '2026-03-02T05:00:00.000Z' };
    const { body } = await ask('oem', 'POST', '/api/tenders', late);
    const said = await ask('c1', 'POST', `/api/tenders/${body.tender}/answer`, { answer: 'counter', price: 1 });
    expect([said.status, said.body.code]).toEqual([409, 'WRONG_STATE']);
    expect(said.body.detail).toContain('2026-03-02T05:00');
    const withdrawn = await ask('oem', 'POST', `/api/tenders/${body.tender}/withdraw`);
    expect(withdrawn.body).toEqual({ withdrawn: 1 });
    expect((await read('c1', '/api/tenders')).tenders.find(({ id }: any) => id === body.tender).state).toBe(
      'withdrawn',
    );
  });
});

const TARIFF = {
  ...{ customer: 'oem', carrier: 'c1', name: 'Milk runs 2026', currency: 'EUR', validFrom: '2026-01-01' },
  ...{ perTour: 100, perKm: 1.5, perHour: 0, perStop: 20, minimum: 0, fuelSurchargePercent: 10 },
};

describe('an invoice', () => {
  const DAY = DAYS[2];
  let tour: string;
  let expected: number;
  const invoice = (who: string, id: string, lines: object[], change: object = {}) =>
    ask(who, 'POST', '/api/freight-invoices', {
      ...{ invoice: id, customer: 'oem', carrier: 'c1', number: id, invoicedOn: '2026-03-09', currency: 'EUR', lines },
      ...change,
    });
  const verdicts = async (id: string) =>
    (await read('oem', '/api/freight-invoices')).invoices
      .find((one: any) => one.id === id)
      ?.lines.map(({ verdict, difference }: any) => [verdict, difference]);

  test('is of a tariff that only its two parties see, and that nobody overwrites but the carrier', async () => {
    const put = (who: string, change: object = {}) =>
      ask(who, 'PUT', '/api/transport/tour-rates/milk-runs', { ...TARIFF, ...change });
    expect((await put('oem')).status).toBe(200);
    const tariffs = async (who: string) =>
      (await read(who, '/api/transport/rates')).rates.map(({ terms, confirmed }: any) => [terms.perKm, confirmed]);
    expect(await tariffs('c1')).toEqual([[1.5, false]]);
    expect((await put('c1')).status).toBe(200);
    expect((await put('oem', { perKm: 0.5 })).body.code).toBe('ID_TAKEN');
    for (const who of ['oem', 'c1']) expect(await tariffs(who)).toEqual([[1.5, true]]);
    for (const who of ['c2', 's1', 's3']) expect(await tariffs(who)).toEqual([]);
  });

  test('is expected as the tariff says, when the tour is published and again when it was driven', async () => {
    ({ tour } = await world.publishTour(DAY, 'c1'));
    const { tours, stops } = await read('c1', `/api/tours/${tour}`);
    const base = 100 + 1.5 * tours[0].distanceKm + 20 * stops.length;
    expected = Math.round(base * 110) / 100;
    const [planned] = (await read('c1', '/api/freight')).freight.filter((one: any) => one.tour === tour);
    expect(planned.planned).toBeCloseTo(expected, 1);
    expect(planned.lines.map(({ kind }: any) => kind)).toEqual(['tour', 'distance', 'stops', 'fuel']);
    const at = '2026-03-02T06:05:00.000Z';
    const reports = stops.map(({ stop, loads }: any) => ({
      ...{ id: `report-${stop}`, stop, milestone: loads.length > 0 ? 'collected' : 'delivered', at },
    }));
    const { body } = await ask('c1', 'POST', `/api/tours/${tour}/reports`, { reports });
    expect(body.results.map(({ outcome }: any) => outcome)).toEqual(stops.map(() => 'recorded'));
    const accrued = async () => (await read('oem', '/api/freight')).freight.find((one: any) => one.tour === tour);
    await expect.poll(async () => (await accrued()).basis, { timeout: 20_000 }).toBe('driven');
    const driven = await accrued();
    expect(driven).toMatchObject({ basis: 'driven', planned: planned.planned });
    expect(driven.driven).toBeCloseTo(expected, 1);
    expected = driven.driven;
  });

  test('is checked line by line: what matches, what differs, what nobody expected, and what is billed twice', async () => {
    await invoice('c1', 'inv-right', [{ tour, amount: expected }]);
    expect(await verdicts('inv-right')).toEqual([['matches', 0]]);
    await invoice('c1', 'inv-odd', [
      { tour, amount: expected + 50 },
      { tour: 'tour-of-nobody', amount: 10 },
    ]);
    expect(await verdicts('inv-odd')).toEqual([
      ['twice', 50],
      ['not-expected', null],
    ]);
    const { tour: other } = await world.publishTour(DAYS[3], 'c1');
    await invoice('c1', 'inv-dear', [{ tour: other, amount: 5000 }]);
    expect((await verdicts('inv-dear'))[0][0]).toBe('differs');
    await invoice('c1', 'inv-dollar', [{ tour: other, amount: 5000 }], { currency: 'USD' });
    expect((await verdicts('inv-dollar'))[0][0]).toBe('other-currency');
    expect((await invoice('c1', 'inv-right', [{ tour, amount: 1 }])).body.code).toBe('ID_TAKEN');
  });

  test('is decided by its customer, and neither by its carrier nor by anybody who does not see it', async () => {
    const decide = (who: string) =>
      ask(who, 'POST', '/api/freight-invoices/inv-odd/decision', { decision: 'disputed', reason: 'Billed before' });
    expect((await decide('c1')).status).toBe(403);
    for (const who of ['c2', 's1']) {
      expect((await decide(who)).status).toBe(404);
      expect((await read(who, '/api/freight-invoices')).invoices).toEqual([]);
    }
    expect((await decide('oem')).status).toBe(200);
    const [told] = (await read('c1', '/api/freight-invoices')).invoices.filter(({ id }: any) => id === 'inv-odd');
    expect(told).toMatchObject({ state: 'disputed', reason: 'Billed before' });
  });

  test('leaves no supplier with a price: not of the tour, the tariff or the invoice', async () => {
    for (const who of ['s1', 's2', 's3', 'c2']) {
      const seen = await allSeenBy(who);
      for (const secret of ['perKm', 'tariff-agreed', 'inv-right', String(expected)])
        expect(seen).not.toContain(secret);
    }
  });
});

describe('a claim', () => {
  const DAY = DAYS[4];
  let tour: string;
  let claim: string;
  const claims = async (who: string) => (await read(who, '/api/claims')).claims.filter((one: any) => one.tour === tour);
  const settle = (who: string, body: object) => ask(who, 'POST', `/api/claims/${claim}/settlement`, body);
  beforeAll(async () => {
    ({ tour } = await world.publishTour(DAY, 'c1'));
  });

  test('is raised by customer or carrier of the tour, and by nobody else', async () => {
    const body = { tour, kind: 'damage', amount: 120, text: 'Two boxes crushed' };
    expect((await ask('s1', 'POST', '/api/claims', body)).status).toBe(404);
    expect((await ask('c2', 'POST', '/api/claims', body)).status).toBe(404);
    expect((await ask('oem', 'POST', '/api/claims', body)).status).toBe(200);
    const [seen] = await claims('c1');
    expect(seen).toMatchObject({ by: 'oem', amount: 120, currency: 'EUR', state: 'raised' });
    claim = seen.id;
    for (const who of ['c2', 's1', 's3']) expect(await claims(who)).toEqual([]);
  });

  test('is settled by the other side, in part, and once', async () => {
    expect((await settle('oem', { outcome: 'accepted', amount: 120 })).status).toBe(403);
    expect((await settle('s1', { outcome: 'accepted', amount: 120 })).status).toBe(404);
    const partly = { outcome: 'accepted', amount: 80, reason: 'One box was damaged before' };
    expect((await settle('c1', partly)).status).toBe(200);
    expect((await claims('oem'))[0]).toMatchObject({ state: 'accepted', settled: 80, reason: partly.reason });
    expect((await settle('c1', partly)).body.code).toBe('WRONG_STATE');
  });

  test('may be the carrier’s own, for what it waited', async () => {
    const body = { tour, kind: 'waiting', amount: 60, text: 'Two hours at the gate' };
    expect((await ask('c1', 'POST', '/api/claims', body)).status).toBe(200);
    const [own] = (await claims('oem')).filter(({ by }: any) => by === 'c1');
    claim = own.id;
    expect((await settle('oem', { outcome: 'rejected', amount: 0 })).status).toBe(200);
    expect((await claims('c1')).find(({ id }: any) => id === claim)).toMatchObject({ state: 'rejected', settled: 0 });
  });
});
