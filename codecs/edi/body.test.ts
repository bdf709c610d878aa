import { expect, test } from 'vitest';
import { Body } from './body.ts';
import { ByteQueue } from './byte-queue.ts';
import { readDelimiters } from './delimiters.ts';
import { text } from './segment.ts';
import { Tokenizer } from './tokenize.ts';

const BYTES = new TextEncoder().encode("UNB+UNOC:3'UNH+1'BGM+351'DTM+137'UNT+4'UNH+2'RFF+ON'LIN+1'UNT+4'UNZ+2'");

function tokenizer(body?: Body, bytes = BYTES): Tokenizer {
  const queue = new ByteQueue();
  queue.push(bytes);
  queue.isComplete = true;
  return new Tokenizer(readDelimiters(bytes)!, queue, 0, body);
}

function next(tokens: Tokenizer) {
  const token = tokens.next();
  if (token?.kind !== 'segment') throw new Error('expected a segment');
  return token;
}

test('without a body every segment stays as it was', () => {
  const tokens = tokenizer();
  const all = Array.from({ length: 10 }, () => next(tokens));
  expect(all.map(({ tag }) => tag)).toEqual(['UNB', 'UNH', 'BGM', 'DTM', 'UNT', 'UNH', 'RFF', 'LIN', 'UNT', 'UNZ']);
});

test('segments of one message become those of the next, which stand in no tree and have nothing read; its header stays', () => {
  const body = new Body();
  const tokens = tokenizer(body);
  const apart = () => {
    const segment = next(tokens);
    body.setApart();
    return segment;
  };
  const [, header] = [apart(), apart()];
  const first = next(tokens);
  body.add(first);
  const second = next(tokens);
  body.add(second);
  second.beside = first;
  expect(text(second, 1)).toBe('137');
  apart();
  body.clear();
  expect(second.page.bytes).toHaveLength(0);
  apart();
  body.add(next(tokens));
  expect(next(tokens)).toBe(second);
  expect([second.tag, second.isTouched, second.beside]).toEqual(['LIN', false, undefined]);
  expect([header!.tag, text(header, 1)]).toEqual(['UNH', '1']);
});

test('of a segment with many values, what was read of the last ones is forgotten too', () => {
  const body = new Body();
  const values = '+1'.repeat(40);
  const tokens = tokenizer(body, new TextEncoder().encode(`UNB+UNOC:3'GIR${values}'GIR${values}'`));
  next(tokens);
  const segment = next(tokens);
  expect(text(segment, 40)).toBe('1');
  expect(segment.isTaken(segment.find(40, 1))).toBe(true);
  body.add(segment);
  body.clear();
  expect(next(tokens)).toBe(segment);
  expect(segment.isTaken(segment.find(40, 1))).toBe(false);
});
