import { expect, test } from 'vitest';
import { proposedWeeks, readPasted } from './own-weeks.ts';

const weeks = (quantity: number) => [{ week: '2026-03-02', quantity }];
const view = {
  statistical: { weeks: weeks(10.4) },
  parties: [
    { owner: 's1', partner: 'oem', source: 'supplier', weeks: weeks(7.5) },
    { owner: 'oem', partner: 's1', source: 'customer', weeks: weeks(99) },
  ],
};

test.each([
  ['what we told this partner last', 'oem', 7.5],
  ['the model’s number in whole units, for whom we told nothing', 'other', 10],
  ['the model’s number, for ourselves', null, 10],
])('one begins with %s', (_name, partner, quantity) =>
  expect(proposedWeeks(view, 's1', partner).get('2026-03-02')).toBe(quantity),
);

test.each([
  ['a row', '10\t20\t30', [10, 20, 30]],
  ['a column with a decimal comma and blanks for thousands', '1 000\r\n12,5\r\n', [1000, 12.5]],
  ['up to what is no number', '5\tx\t7', [5]],
  ['up to what lies below zero', '5\t-1', [5]],
  ['nothing', '', []],
])('pasted: %s', (_name, text, numbers) => expect(readPasted(text)).toEqual(numbers));
