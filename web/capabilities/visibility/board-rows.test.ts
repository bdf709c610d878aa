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

test('the nearest shift comes first, within a shift the dearest, and what has no hour last', () => {
  const rows = boardRows(
    answer({
      exceptions: [
        own({ id: 'later', stopAt: '2026-03-09T05:00:00Z', hits: [hit('a'), hit('b')] }),
        own({ id: 'unknown', stopAt: '2026-03-03T05:00:00Z' }),
        own({ id: 'cheap', stopAt: '2026-03-03T05:00:00Z', impact: { costEuro: 10 } }),
        own({ id: 'dear', stopAt: '2026-03-03T07:00:00Z', impact: { costEuro: 99 } }),
        own({ id: 'silent', kind: 'silent-tracker' }),
      ],
    }),
    NOW,
  );
  expect(rows.map(({ id, light, stops }) => [id, light, stops])).toEqual([
    ['dear', 'red', true],
    ['cheap', 'red', true],
    ['unknown', 'red', true],
    ['later', 'amber', true],
    ['silent', 'amber', false],
  ]);
  expect(rows[3]!.hits).toHaveLength(2);
});

test('a partner’s cause is one row: the nearest of its lights where they are shared, else what was told', () => {
  const light = {
    owner: 'oem',
    exception: 'x',
    site: 'plant',
    part: 'a',
    kind: 'delay',
    light: 'amber',
    stopShift: '2026-03-05T05:00:00Z',
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
  const nearer = { ...light, part: 'b', light: 'red', stopShift: '2026-03-04T05:00:00Z' } as const;
  const rows = boardRows(answer({ foreign: [light, nearer], told: [told, { ...told, exception: 'y' }] }), NOW);
  expect(rows.map(({ id, at, light: colour, hits }) => [id, at, colour, hits.length])).toEqual([
    ['oem/x', '2026-03-04T05:00:00Z', 'red', 2],
    ['oem/y/told', null, 'amber', 0],
  ]);
});
