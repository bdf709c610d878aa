import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('nothing that index.ts reaches imports Node or another package, so that it runs in a browser', () => {
  const reached = reach('index.ts', new Map());
  const foreign = [...reached].flatMap(([file, imports]) =>
    imports.filter((name) => !name.startsWith('./')).map((name) => `${file}: ${name}`),
  );
  expect(foreign).toEqual([]);
  expect([...reached.keys()]).toContain('verify-bundle.ts');
});

test('nothing that index.ts reaches relies on Buffer or process', () => {
  const users = [...reach('index.ts', new Map()).keys()].filter((file) =>
    /\b(Buffer|process)[.(]/.test(sourceOf(file)),
  );
  expect(users).toEqual([]);
});

/** Every file that can be reached, with what it imports. */
function reach(file: string, seen: Map<string, string[]>): Map<string, string[]> {
  if (seen.has(file)) return seen;
  const imports = [...sourceOf(file).matchAll(/from '([^']+)'/g)].map((match) => match[1]!);
  seen.set(file, imports);
  for (const name of imports.filter((imported) => imported.startsWith('./'))) reach(name.slice(2), seen);
  return seen;
}

function sourceOf(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}
