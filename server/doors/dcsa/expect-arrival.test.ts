import { expect, test } from 'vitest';
import { expectArrival, prolongedHold, type Said } from './expect-arrival.ts';

const said = (change: Partial<Said>): Said => ({
  milestone: 'arrived',
  certainty: 'estimated',
  at: '2026-03-10T06:00:00.000Z',
  place: { unLocode: 'DEHAM' },
  saidAt: '2026-03-02T06:00:00.000Z',
  ...change,
});
const known = said({});
const later = said({ at: '2026-03-10T18:00:00.000Z', saidAt: '2026-03-03T06:00:00.000Z' });
const expectedAt = '2026-03-12T08:00:00.000Z';

test.each<[string, Said, Said[], string | undefined]>([
  ['by as much as the ship comes later than was said', later, [known], '2026-03-12T20:00:00.000Z'],
  [
    'also when it comes earlier',
    said({ at: '2026-03-10T00:00:00.000Z', saidAt: later.saidAt }),
    [known],
    '2026-03-12T02:00:00.000Z',
  ],
  [
    'when it has come, by what really was',
    said({ certainty: 'actual', at: '2026-03-10T08:00:00.000Z', saidAt: later.saidAt }),
    [known],
    '2026-03-12T10:00:00.000Z',
  ],
  ['not by minutes', said({ at: '2026-03-10T06:10:00.000Z', saidAt: later.saidAt }), [known], undefined],
  [
    'not by an estimate that was made before the last one',
    said({ saidAt: '2026-03-01T00:00:00.000Z' }),
    [later],
    undefined,
  ],
  ['not by an estimate of what has happened', later, [said({ certainty: 'actual' })], undefined],
  ['not by a plan', said({ certainty: 'planned', at: '2026-03-20T00:00:00.000Z' }), [known], undefined],
  [
    'not by a late departure once the coming is spoken of',
    said({ milestone: 'departed', at: '2026-03-05T00:00:00.000Z', place: { unLocode: 'CNSHA' }, saidAt: later.saidAt }),
    [known],
    undefined,
  ],
  [
    'not by a port on the way once the last port is spoken of',
    said({ at: '2026-03-08T00:00:00.000Z', place: { unLocode: 'SGSIN' }, saidAt: later.saidAt }),
    [said({ at: '2026-03-07T00:00:00.000Z', place: { unLocode: 'SGSIN' } }), known],
    undefined,
  ],
  ['by two days when it is held', said({ milestone: 'held', certainty: 'actual' }), [], '2026-03-14T08:00:00.000Z'],
])('an arrival moves %s', (_, step, before, moved) => {
  expect(expectArrival(step, before, { expectedAt })).toBe(moved);
});

test('a ship of which nothing was said before brings the goods no earlier than port and road allow', () => {
  const step = said({ at: '2026-03-12T06:00:00.000Z' });
  const moved = expectArrival(step, [], { expectedAt, onwardKm: 56 });
  expect(moved).toBe('2026-03-13T07:00:00.000Z');
  expect(expectArrival(known, [], { expectedAt, onwardKm: 56 })).toBeUndefined();
});

test('the end of a hold puts what it took in the place of what was assumed', () => {
  const held = {
    expectedAt: '2026-03-14T08:00:00.000Z',
    heldAt: '2026-03-10T06:00:00.000Z',
    expectedBeforeHold: expectedAt,
  };
  const released = said({ milestone: 'released', certainty: 'actual', at: '2026-03-10T16:00:00.000Z' });
  expect(expectArrival(released, [], held)).toBe('2026-03-12T18:00:00.000Z');
});

test('a hold that lasts longer than assumed moves the arrival on in half days', () => {
  const held = {
    expectedAt: '2026-03-14T08:00:00.000Z',
    heldAt: '2026-03-10T06:00:00.000Z',
    expectedBeforeHold: expectedAt,
  };
  expect(prolongedHold('2026-03-12T05:00:00.000Z', held)).toBeUndefined();
  expect(prolongedHold('2026-03-12T06:00:00.000Z', held)).toBe('2026-03-14T20:00:00.000Z');
  expect(prolongedHold('2026-03-13T07:00:00.000Z', { ...held, expectedAt: '2026-03-14T20:00:00.000Z' })).toBe(
    '2026-03-15T20:00:00.000Z',
  );
});
