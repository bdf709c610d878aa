import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything } from '../../record/testing.ts';
import { DAYS, openTourWorld, type TourWorld } from './testing.ts';

const [DAY] = DAYS;
const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';
const AT = '2026-03-02T06:00:00.000Z';

let world: TourWorld;
let tour: string;
let reported: Awaited<ReturnType<TourWorld['send']>>;
beforeAll(async () => {
  world = await openTourWorld();
  ({ tour } = await world.publishTour(DAY, 'c1'));
  const reports = [
    { id: 'came-to-s1', stop: 's1-works', milestone: 'arrived', at: AT },
    {
      ...{ id: 'loaded-at-s1', stop: 's1-works', milestone: 'collected', at: AT, packages: 3 },
      ...{ signedBy: 'A. Beispiel', signature: PICTURE, photos: [PICTURE, PICTURE] },
    },
    { id: 'loaded-at-s2', stop: 's2-works', milestone: 'collected', at: AT, signedBy: 'B. Beispiel' },
  ];
  reported = await world.send('c1', 'POST', `/api/tours/${tour}/reports`, { reports });
}, 120_000);
afterAll(() => world?.close());

const proofsAt = async (who: string, site: string) => {
  const { body } = await world.send(who, 'GET', `/api/tours/${tour}`);
  return body.stops?.find((stop: any) => stop.site === site)?.proofs;
};

test('a stop says at which of its reports somebody signed or took pictures', async () => {
  expect(reported.body.results.map(({ outcome }: any) => outcome)).toEqual(['recorded', 'recorded', 'recorded']);
  expect(await proofsAt('oem', 's1-works')).toEqual([{ event: expect.any(String), milestone: 'collected', at: AT }]);
  expect(await proofsAt('oem', 's2-works')).toHaveLength(1);
  expect(await proofsAt('oem', 'plant')).toEqual([]);
});

test('the parties of the stop see name, signature and pictures; nobody else does', async () => {
  const [{ event }] = await proofsAt('oem', 's1-works');
  const seen = { signedBy: 'A. Beispiel', signature: PICTURE, photos: [PICTURE, PICTURE] };
  for (const who of ['oem', 's1', 'c1'])
    expect((await world.send(who, 'GET', `/api/stop-proofs/${event}`)).body, who).toEqual(seen);
  for (const who of ['s2', 's3', 'c2']) {
    const { status, body } = await world.send(who, 'GET', `/api/stop-proofs/${event}`);
    expect([status, body.code], who).toEqual([404, 'NOT_FOUND']);
  }
});

test('a rebuild gives the same proofs, and one that was erased is gone while the stop stays', async () => {
  const { db } = world.world;
  const before = await readEverything(db);
  await rebuild(db, PROJECTIONS);
  expect(await readEverything(db)).toEqual(before);
  const [{ event }] = await proofsAt('oem', 's2-works');
  await db.system((tx) =>
    tx.query('delete from ledger_personal p using ledger_event e where e.sequence = p.sequence and e.event_id = $1', [
      event,
    ]),
  );
  expect((await world.send('oem', 'GET', `/api/stop-proofs/${event}`)).status).toBe(404);
  expect(await proofsAt('oem', 's2-works')).toHaveLength(1);
});
