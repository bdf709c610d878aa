import { expect, test } from 'vitest';
import { comparePlans, planWithLeast } from './transport-plan-figures.ts';
import { computedPage, pageText } from './transport-plan-page.ts';

test('docs/transport.md shows what is computed, cheaper than direct and groupage', { timeout: 400_000 }, async () => {
  const compared = [
    await comparePlans('direct suppliers'),
    await comparePlans('direct suppliers', 0.1),
    await comparePlans('all suppliers'),
  ];
  for (const { today, without, plan } of compared) {
    expect(plan.cost).toBeLessThan(without.cost);
    expect(without.cost).toBeLessThan(today.cost);
    expect(plan.peakPerHour).toBeLessThan(today.peakPerHour);
    expect(plan.findings).toEqual([]);
    expect(plan.lanes).toHaveLength(today.lanes.length);
  }
  const frequencies = [];
  for (const least of [1, 2, 3, 5])
    frequencies.push({ least, plan: least === 2 ? compared[1]!.plan : await planWithLeast(least) });
  expect(pageText()).toContain(computedPage(compared, frequencies));
});
