import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { speakNext } from '../../doors/outgoing/speak.ts';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { say, schedule } from '../../record/tiny-world.ts';
import { demandFinders } from './index.ts';

/**
 * Monday 2 March 2026. The OEM's release R1 calls off 50 brackets a week, the first two weeks firm; R2 of the same day raises the second
 * firm week to 90.
 */
const WEEKS = ['2026-03-02', '2026-03-09', '2026-03-16'];
const quantities = (...sums: number[]) =>
  sums.map((quantity, i) => ({
    from: WEEKS[i]!,
    quantity,
    horizon: i < 2 ? ('firm' as const) : ('forecast' as const),
  }));
const RELATION = { customer: 'oem', supplier: 's1', part: 'a', shipTo: 'plant', kind: 'delivery-forecast' };
const { supplier: _, ...FOR_SUPPLIER } = RELATION;
const { customer: __, ...FOR_CUSTOMER } = RELATION;

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  await speakNext(doors.world.house);
  await record(doors.world, 'oem', say('schedule-released', schedule({ quantities: quantities(50, 50, 50) })));
  await record(
    doors.world,
    'oem',
    say('schedule-released', schedule({ release: 'R2', previousRelease: 'R1', quantities: quantities(50, 90, 50) })),
  );
}, 120_000);
afterAll(() => doors?.close());

const grid = async (who: string) => (await doors.ask(who, { url: '/api/commits' })).body.relations;
const weeksSeen = async (who: string) => (await grid(who))[0].weeks;
const releaseEvent = async (): Promise<string> => (await grid('s1'))[0].releaseEvent;
const commit = async (weeks: unknown, event?: string) =>
  doors.ask('s1', {
    method: 'POST',
    url: '/api/commits',
    payload: { commits: [{ ...FOR_SUPPLIER, releaseEvent: event ?? (await releaseEvent()), weeks }] },
  });
const answer = (answers: unknown[], who = 'oem') =>
  doors.ask(who, { method: 'POST', url: '/api/commits/answers', payload: { ...FOR_CUSTOMER, answers } });

/** What an organisation's finders see, as the watcher would read it. */
const deviations = (organisation: string) =>
  doors.world.db.as({ kind: 'organisation', org: organisation }, async (tx) => {
    const scope = { organisation, today: '2026-03-02', now: '2026-03-02T06:00:00.000Z' };
    const found = [];
    for (const finder of demandFinders) found.push(...(await finder.find(tx, scope)));
    return found;
  });
const kindsSeen = async (organisation: string) => (await deviations(organisation)).map(({ kind }) => kind);

describe('the commit loop', () => {
  test('both sides see what the release changed, and that the change lies inside the frozen zone', async () => {
    for (const who of ['oem', 's1'])
      expect(await weeksSeen(who)).toMatchObject([
        { week: '2026-03-02', released: 50, previous: 50, delta: 0, frozen: true, state: 'open' },
        { week: '2026-03-09', released: 90, previous: 50, delta: 40, frozen: true, state: 'open' },
        { week: '2026-03-16', released: 50, delta: 0, frozen: false, state: 'open' },
      ]);
  });

  test('the change inside the frozen zone is the supplier’s exception, until it has answered', async () => {
    expect(await deviations('s1')).toMatchObject([
      {
        ...{ kind: 'frozen-change', partner: 'oem', reference: 'R2' },
        ...{ difference: { observed: 90, expected: 50, unit: 'H87' }, impactAt: '2026-03-09T00:00:00.000Z' },
      },
    ]);
    expect(await kindsSeen('oem')).toEqual([]);
    expect(await kindsSeen('s2')).toEqual([]);
  });

  test.each([
    ['another quantity without a reason', [{ week: '2026-03-09', quantity: 60 }], 'reason'],
    ['a day that is no Monday', [{ week: '2026-03-10', quantity: 0 }], 'Monday'],
    ['the same week twice', [{ week: '2026-03-09' }, { week: '2026-03-09' }], 'twice'],
  ])('refuses %s', async (_name, weeks, words) => {
    const { status, body } = await commit(weeks);
    expect([status, body.code]).toEqual([422, 'INVALID']);
    expect(body.detail).toContain(words);
  });

  test('a counter-proposal carries its reason to the customer, and nobody else', async () => {
    const { status, body } = await commit([
      { week: '2026-03-02' },
      {
        week: '2026-03-09',
        quantity: 70,
        reason: 'capacity',
        text: 'Press 4 runs two shifts',
        possibleIf: 'A third shift',
      },
    ]);
    expect([status, body]).toEqual([200, { recorded: 1, weeks: 2 }]);
    const seen = await weeksSeen('oem');
    expect(seen[0]).toMatchObject({ state: 'committed', committed: 50 });
    expect(seen[1]).toMatchObject({
      state: 'proposed',
      committed: 70,
      reason: 'capacity',
      possibleIf: 'A third shift',
    });
    expect(await grid('s2')).toEqual([]);
    expect(await kindsSeen('s1')).toEqual([]);
    expect(await deviations('oem')).toMatchObject([
      { kind: 'commit-below-demand', partner: 's1', difference: { observed: 70, expected: 90 } },
    ]);
    const events = (await doors.ask('s2', { url: '/api/events?type=demand-committed' })).body.events;
    expect(events).toEqual([]);
  });

  test('nobody commits in another supplier’s name, and no supplier answers for its customer', async () => {
    const other = await doors.ask('s2', {
      method: 'POST',
      url: '/api/commits',
      payload: { commits: [{ ...FOR_SUPPLIER, releaseEvent: await releaseEvent() }] },
    });
    expect(other.body.code).toBe('NOT_FOUND');
    const own = await answer([{ week: '2026-03-09', proposed: 70, answer: 'accepted' }], 's1');
    expect(own.body.code).toBe('NOT_FOUND');
  });

  test('another number than the one that stands cannot be accepted', async () => {
    const { status, body } = await answer([{ week: '2026-03-09', proposed: 75, answer: 'accepted' }]);
    expect([status, body.code]).toEqual([409, 'WRONG_STATE']);
    expect(body.detail).toContain('now 70');
  });

  test('what is rejected is open again to the supplier', async () => {
    expect((await answer([{ week: '2026-03-09', proposed: 70, answer: 'rejected', text: 'Needs 80' }])).status).toBe(
      200,
    );
    expect((await weeksSeen('s1'))[1]).toMatchObject({ state: 'rejected', answerText: 'Needs 80' });
    await commit([{ week: '2026-03-09', quantity: 80, reason: 'capacity' }]);
    expect((await weeksSeen('oem'))[1]).toMatchObject({ state: 'proposed', committed: 80 });
  });

  test('what is accepted becomes the customer’s next release, which goes out as its DELFOR', async () => {
    const profile = { format: 'edifact', channel: 'none', sends: ['schedule'], acknowledges: true, test: false };
    const set = await doors.ask('oem', { method: 'PUT', url: '/api/partner-profiles/s1', payload: profile });
    expect(set.status).toBe(200);
    const { body } = await answer([{ week: '2026-03-09', proposed: 80, answer: 'accepted' }]);
    expect(body).toEqual({ release: 'R2.1', weeks: 1 });
    const [relation] = await grid('s1');
    expect(relation).toMatchObject({ release: 'R2.1', previousRelease: 'R2', change: { cause: 'proposal' } });
    expect(relation.weeks[1]).toMatchObject({ released: 80, committed: 80, state: 'accepted', delta: -10 });
    expect(relation.weeks[0]).toMatchObject({ state: 'committed' });
    expect(await kindsSeen('oem')).toEqual([]);
    await speakNext(doors.world.house);
    const [message] = (await doors.ask('oem', { url: `/api/outgoing?event=${relation.releaseEvent}` })).body.messages;
    expect(message.type).toBe('DELFOR');
    const raw = (await doors.ask('oem', { url: `/api/outgoing/${message.id}/raw` })).bytes.toString();
    expect(raw).toContain('R2.1');
    expect(raw).toMatch(/QTY\+113:80/);
  });

  test('a commit to a release that was replaced meanwhile is refused', async () => {
    const stale = await releaseEvent();
    await record(
      doors.world,
      'oem',
      say('schedule-released', schedule({ release: 'R3', quantities: quantities(50, 120, 50) })),
    );
    expect((await weeksSeen('s1'))[1]).toMatchObject({ state: 'open', committed: 80, released: 120 });
    const { status, body } = await commit([{ week: '2026-03-16' }], stale);
    expect([status, body.code]).toEqual([409, 'WRONG_STATE']);
  });

  test('commits everything that is open at once, and once', async () => {
    expect((await commit(undefined)).body).toEqual({ recorded: 1, weeks: 2 });
    expect((await commit(undefined)).body).toEqual({ recorded: 0, weeks: 0 });
    expect((await weeksSeen('oem')).map(({ state }: { state: string }) => state)).toEqual(Array(3).fill('committed'));
  });

  const override = async (quantity: number, more: object = {}) =>
    doors.ask('oem', {
      method: 'POST',
      url: '/api/schedules/overrides',
      payload: {
        ...{ ...FOR_CUSTOMER, releaseEvent: await releaseEvent(), text: 'Model mix of week 12' },
        ...{ weeks: [{ week: '2026-03-16', quantity }], ...more },
      },
    });

  test.each([
    ['a thousand times too much', 52_000, 'times-1000'],
    ['half a piece', 52.5, 'fractional'],
  ])('an override with %s is not taken before somebody has looked at it', async (_name, quantity, flag) => {
    const { status, body } = await override(quantity);
    expect([status, body.code]).toEqual([422, 'IMPLAUSIBLE']);
    expect(body.detail).toContain(flag);
  });

  test('an override becomes the next release and tells its reason; what looks wrong in it is flagged and not committed in passing', async () => {
    expect((await override(52_000, { confirmed: true })).body).toEqual({ release: 'R3.1' });
    const [relation] = await grid('s1');
    expect(relation).toMatchObject({ change: { cause: 'override', text: 'Model mix of week 12' } });
    expect(relation.weeks[2]).toMatchObject({ released: 52_000, state: 'open', flags: ['times-1000'] });
    expect(await kindsSeen('oem')).toEqual(['implausible-quantity']);
    expect((await commit(undefined)).body).toEqual({ recorded: 0, weeks: 0 });
    expect((await override(60)).body).toEqual({ release: 'R3.2' });
    expect((await weeksSeen('s1'))[2].flags).toBeUndefined();
  });

  test('accuracy and consensus are told to the two who trade, and to nobody else', async () => {
    const own = (await doors.ask('oem', { url: '/api/demand-accuracy?lag=0' })).body.relations;
    expect(own).toMatchObject([{ part: 'a', supplier: 's1', kept: { weeks: 0 } }]);
    expect((await doors.ask('s2', { url: '/api/demand-accuracy' })).body.relations).toEqual([]);
    const url = `/api/consensus?${new URLSearchParams(RELATION)}`;
    const { body } = await doors.ask('s1', { url });
    expect(body.weeks.find(({ week }: { week: string }) => week === '2026-03-09')).toMatchObject({
      customer: 120,
      supplier: 120,
    });
    expect((await doors.ask('s2', { url })).status).toBe(404);
  });

  test('the history says who said what, and a rebuild gives the same rows', async () => {
    const url = `/api/commits/history?${new URLSearchParams(RELATION)}`;
    const types = (await doors.ask('s1', { url })).body.said.map(({ type }: { type: string }) => type);
    expect(types.filter((type: string) => type === 'demand-committed')).toHaveLength(3);
    expect(types.filter((type: string) => type === 'proposal-answered')).toHaveLength(2);
    expect(types).toContain('release-changed');
    expect((await doors.ask('s2', { url })).body.said).toEqual([]);
    const before = await readEverything(doors.world.db);
    expect(before.commit_line).toHaveLength(3);
    await rebuild(doors.world.db, PROJECTIONS);
    expect(await readEverything(doors.world.db)).toEqual(before);
  });
});
