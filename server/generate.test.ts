import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { apiTypes, GENERATED } from './generate.ts';

test('the typed client is what the routes describe now (else: npm run generate)', async () => {
  expect(await readFile(GENERATED, 'utf8')).toBe(await apiTypes());
});
