import { expect, test } from 'vitest';
import { FrameReader, fatalError, readAnswer, simpleQuery, statementOf } from './frames.ts';
import { listenedChannel, refusalOf } from './session-rules.ts';

const START = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
const SYNC = Buffer.from([83, 0, 0, 0, 4]);

test('frames come out whole however the bytes were cut', () => {
  const bytes = Buffer.concat([START, simpleQuery('select 1'), SYNC, simpleQuery('select 2')]);
  for (let size = 1; size <= bytes.length; size += 1) {
    const reader = new FrameReader();
    const frames = [];
    for (let at = 0; at < bytes.length; at += size) frames.push(...reader.read(bytes.subarray(at, at + size)));
    expect(frames.map((frame) => frame.type).join('')).toBe('^QSQ');
    expect(Buffer.concat(frames.map((frame) => frame.bytes))).toEqual(bytes);
  }
});

test('the statement of a simple query and of a parse message is read', () => {
  const [, query] = new FrameReader().read(Buffer.concat([START, simpleQuery('listen "Ä"')]));
  expect(statementOf(query!)).toEqual({ name: '', text: 'listen "Ä"' });
  const body = Buffer.from('plan\0select $1\0\0\0');
  const parse = { type: 'P', bytes: Buffer.concat([Buffer.from([80, 0, 0, 0, body.length + 4]), body]) };
  expect(statementOf(parse)).toEqual({ name: 'plan', text: 'select $1' });
});

test('an answer is split into its notifications and the rest', () => {
  const ready = Buffer.from([90, 0, 0, 0, 5, 'T'.charCodeAt(0)]);
  const body = Buffer.from('\0\0\0\x07news\0hello\0');
  const notification = Buffer.concat([Buffer.from([65, 0, 0, 0, body.length + 4]), body]);
  const error = fatalError('25P03', 'idle');
  const answer = readAnswer(Buffer.concat([error, notification, ready]));
  expect(answer.state).toBe('T');
  expect(answer.notifications.map(({ channel }) => channel)).toEqual(['news']);
  expect(Buffer.from(answer.bytes)).toEqual(Buffer.concat([error, ready]));
});

test.each([
  ['listen news', { channel: 'news', on: true }],
  ['LISTEN "Old ""News""";', { channel: 'Old "News"', on: true }],
  ['  unlisten News', { channel: 'news', on: false }],
  ['unlisten *', { channel: '*', on: false }],
  ['select 1', undefined],
])('%s is heard as listening', (text, change) => {
  expect(listenedChannel({ name: '', text })).toEqual(change);
});

test.each([
  ['set search_path = x', true],
  ['set session role x', true],
  ['prepare p as select 1', true],
  ['discard all', true],
  ['set local role x', false],
  ['set transaction read only', false],
  ['set constraints all deferred', false],
  ['update t set a = 1', false],
])('%s is refused on the shared session: %s', (text, refused) => {
  expect(refusalOf({ name: '', text }) !== undefined).toBe(refused);
});
