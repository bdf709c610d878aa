import { expect, test } from 'vitest';
import { curvesOf } from './forecast-curves.ts';
import type { ForecastView } from './forecast-queries.ts';

const view = {
  site: 'S',
  part: 'P',
  unit: 'H87',
  history: [
    { week: '2026-02-09', quantity: 10 },
    { week: '2026-02-23', quantity: 12 },
  ],
  judged: {},
  historySource: null,
  statistical: {
    owner: 'O',
    source: 'statistical',
    partner: null,
    publishedOn: '2026-03-02',
    levels: [0.025, 0.1, 0.5, 0.9, 0.975],
    weeks: [{ week: '2026-03-02', quantity: 11, quantiles: [1, 5, 11, 17, 21] }],
    model: null,
    eventId: 'e',
  },
  learnedFrom: [],
  parties: [
    {
      owner: 'C',
      source: 'customer',
      partner: 'O',
      publishedOn: '2026-03-02',
      weeks: [{ week: '2026-03-09', quantity: 30 }],
      model: null,
      eventId: 'f',
      accuracy: [],
    },
  ],
  accuracy: [],
  callOffs: [],
} as unknown as ForecastView;

test('a week that one curve does not name is a gap in it, not a zero', () => {
  const { weeks, curves } = curvesOf(view);
  expect(weeks).toEqual(['2026-02-09', '2026-02-23', '2026-03-02', '2026-03-09']);
  const values = Object.fromEntries(curves.map((curve) => [curve.kind, curve.values]));
  expect(values.history).toEqual([10, 12, null, null]);
  expect(values.customer).toEqual([null, null, null, 30]);
});

test('the fan is bounded by the levels of its names', () => {
  const { curves } = curvesOf(view);
  const at = (kind: string) => curves.find((curve) => curve.kind === kind)?.values[2];
  expect([at('low95'), at('low80'), at('middle'), at('high80'), at('high95')]).toEqual([1, 5, 11, 17, 21]);
});
