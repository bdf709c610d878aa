import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the example in the README runs as it stands and proves its event', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  const example = /```ts\n([^`]+)```/.exec(readme)![1]!;
  const run = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', example], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  expect(run.stdout + run.stderr).toMatch(/^{\s+ok: true,/);
});
