import { expect, test } from 'vitest';
import { boardRows } from './board-rows.ts';
import type { ExceptionsAnswer, OpenException } from './queries.ts';

const NOW = Date.parse('2026-03-02T06:00:00Z');
const own = (change: Partial<OpenException>): OpenException =>
  ({
    id: 'e',
    owner: 'oem',
    kind: 'delay',
    stopAt: null,
    impactAt: null,
    impact: null,
    hits: [],
    cause: null,
    partner: null,
    reference: null,
    ...change,
  }) as OpenException;
const hit = (part: string) => ({ site: 'plant', part, unit: 'H87' });
const answer = (change: Partial<ExceptionsAnswer>): ExceptionsAnswer => ({
  exceptions: [],
  foreign: [],
  told: [],
  ...change,
});

test('the nearest stop comes first, of one hour the dearest, and what has no hour last', () => {
  const rows = boardRows(
    answer({
      exceptions: [
        own({ id: 'later', stopAt: '2026-03-09T05:00:00Z', hits: [hit('a'), hit('b')] }),
        own({ id: 'cheap', stopAt: '2026-03-03T05:00:00Z', impact: { costEuro: 10 } }),
        own({ id: 'dear', stopAt: '2026-03-03T05:00:00Z', impact: { costEuro: 99 } }),
        own({ id: 'silent', kind: 'silent-tracker' }),
      ],
    }),
    NOW,
  );
  expect(rows.map(({ id, light }) => [id, light])).toEqual([
    ['dear', 'red'],
    ['cheap', 'red'],
    ['later', 'amber'],
    ['silent', 'amber'],
  ]);
  expect(rows[2]).toMatchObject({ part: 'a', moreParts: 1, stops: true });
});

test('a partner’s exception is one row: its light where it is shared, else what was told', () => {
  const light = {
    owner: 'oem',
    exception: 'x',
    site: 'plant',
    part: 'a',
    kind: 'delay',
    light: 'red',
    stopShift: '2026-03-04T05:00:00Z',
  } as const;
  const told = {
    owner: 'oem',
    exception: 'x',
    to: 's1',
    kind: 'delay',
    site: null,
    part: null,
    supplier: 's1',
    shipment: 's',
    reference: 'N',
    difference: null,
  } as const;
  const rows = boardRows(answer({ foreign: [light], told: [told, { ...told, exception: 'y' }] }), NOW);
  expect(rows.map(({ id, at }) => [id, at])).toEqual([
    ['x/plant/a', '2026-03-04T05:00:00Z'],
    ['y/told', null],
  ]);
});
