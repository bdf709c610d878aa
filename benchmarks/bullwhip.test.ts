import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bullwhipTable, measureBullwhip } from './bullwhip-chains.ts';

test('docs/demand.md shows the table that the simulation computes', () => {
  const page = readFileSync(new URL('../docs/demand.md', import.meta.url), 'utf8');
  expect(page).toContain(bullwhipTable());
});

test('sharing removes most where tiers react quickly, and next to nothing where they average over a year', () => {
  const [quick, slow] = [4, 52].map((weeks) => measureBullwhip(weeks));
  expect(quick!.chains).toBeGreaterThan(10);
  expect(quick!.shared.mean + quick!.shared.halfWidth).toBeLessThan(
    0.5 * (quick!.without.mean - quick!.without.halfWidth),
  );
  expect(slow!.shared.mean / slow!.without.mean).toBeGreaterThan(0.95);
});
