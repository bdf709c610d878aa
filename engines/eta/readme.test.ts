import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';

test('the README shows the example, and the example prints what it says', async () => {
  const example = readFileSync(new URL('./example.ts', import.meta.url), 'utf8');
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  expect(readme).toContain(example.trim());

  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./example.ts');
  const printed = print.mock.calls.map((words) => words.join(' '));
  print.mockRestore();
  expect(printed).toEqual([...example.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line));
});
