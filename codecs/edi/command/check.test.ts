import { expect, test } from 'vitest';
import { decodeStream } from '../index.ts';
import { FileCheck, LineFinder, MOST_ERRORS } from './check.ts';

test('lines are found however the bytes are cut', () => {
  const bytes = new TextEncoder().encode('a\nbc\n\nd');
  const offsets = [0, 2, 3, 5, 6, 7];
  for (let size = 1; size <= bytes.length; size++) {
    const finder = new LineFinder(offsets);
    for (let at = 0; at < bytes.length; at += size) finder.push(bytes.subarray(at, at + size));
    expect(offsets.map(finder.lineOf), `pieces of ${size}`).toEqual([1, 2, 2, 3, 4, 4]);
  }
});

test('a file that is wrong everywhere is cut short, and says so', () => {
  const segments = Array.from({ length: MOST_ERRORS + 50 }, () => "XYZ+1'").join('\n');
  const text = `UNB+UNOC:3+A+B+260302:0630+1'\nUNH+1+DELFOR:D:97A:UN'\n${segments}\nUNT+3+1'\nUNZ+1+1'`;
  const check = new FileCheck('wrong.edi');
  for (const part of decodeStream(new TextEncoder().encode(text))) check.take(part);
  const { errors, segments: counted } = check.report(() => 1);
  expect(counted).toBe(MOST_ERRORS + 52);
  expect(errors.length).toBe(MOST_ERRORS + 1);
  expect(errors.at(-1)).toMatchObject({
    code: 'TOO_MANY_ERRORS',
    expected: expect.stringContaining(String(MOST_ERRORS)),
  });
});
