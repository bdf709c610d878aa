import { expect, test } from 'vitest';
import { carryOver, consequences, decided, missing, recommended } from './decisions.ts';
import { mergeEvents } from './merge-events.ts';
import { originOf } from './origin.ts';
import type { Proposal } from './queries.ts';

const proposal = (unknown: string, rest: Partial<Proposal> = {}): Proposal => ({
  unknown,
  kind: 'part',
  role: 'part',
  required: true,
  reason: 'unknown code',
  code: unknown,
  candidates: [],
  assumed: [],
  ...rest,
});
const known = proposal('a', { recommended: { unknown: 'a', use: 'existing', id: 'P1' } });
const open = proposal('b');
const optional = proposal('c', { required: false });

test('the task begins with what the server recommends and names what is still open', () => {
  const decisions = recommended([known, open, optional]);
  expect(decided(decisions, [known, open, optional])).toEqual([{ unknown: 'a', use: 'existing', id: 'P1' }]);
  expect(missing(decisions, [known, open, optional])).toEqual([open]);
});

test('an empty choice decides nothing', () => {
  const decisions = { b: { unknown: 'b', use: 'existing' as const, id: '' } };
  expect(missing(decisions, [open])).toEqual([open]);
});

test('a question that another answer brings up starts from its recommendation; answers stay', () => {
  const before = { a: { unknown: 'a', use: 'new' as const, data: { number: '1' } } };
  const after = carryOver(before, [known, proposal('d', { recommended: { unknown: 'd', use: 'existing', id: 'S1' } })]);
  expect(after).toEqual({ ...before, d: { unknown: 'd', use: 'existing', id: 'S1' } });
  expect(carryOver(after, [known])).toBe(after);
});

test('a question that had no recommendation yet takes the one that a later answer gives it', () => {
  const lane = proposal('lane', { kind: 'lane' });
  const before = carryOver(recommended([known, lane]), [known, lane]);
  const wise = { unknown: 'lane', use: 'new' as const, data: { mode: 'road' } };
  const after = carryOver(before, [known, { ...lane, recommended: wise }]);
  expect(missing(after, [known, lane])).toEqual([]);
  expect(decided(after, [lane])).toEqual([wise]);
});

test('what is made stands apart from what the message says', () => {
  const events = [
    { type: 'part-registered', data: {} },
    { type: 'identifier-mapped', data: {} },
    { type: 'schedule-released', data: {} },
  ];
  const { creates, records } = consequences({ events, messages: [], proposals: [] });
  expect([creates.length, records.length]).toEqual([2, 1]);
});

const event = (sequence: number) =>
  ({ sequence, eventId: `e${sequence}` }) as Parameters<typeof mergeEvents>[0][number];

test('the feed shows each event once, the newest first', () => {
  expect(mergeEvents([event(4), event(3)], [event(3), event(1)]).map(({ sequence }) => sequence)).toEqual([4, 3, 1]);
});

test('an event leads to the statement of its kind that stands at its place', () => {
  const booked = (eventId: string, type: string) => ({
    eventId,
    type,
    sequence: 1,
    outcome: 'recorded' as const,
    confirmed: true,
  });
  const position = (segment: number) => ({ segment, tag: 'LIN', offset: segment * 10 });
  const message = {
    events: [booked('e1', 'part-registered'), booked('e2', 'schedule-released'), booked('e3', 'schedule-released')],
    statements: [
      { kind: 'schedule' as const, position: position(5) },
      { kind: 'schedule' as const, position: position(9) },
    ],
  };
  expect(originOf(message, 'e3')).toEqual(position(9));
  expect(originOf(message, 'e1')).toBeUndefined();
  expect(originOf(message, 'e9')).toBeUndefined();
});
