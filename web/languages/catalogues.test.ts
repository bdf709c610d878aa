import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
type Catalogue = Record<string, Record<string, string>>;
const read = (language: string): Catalogue =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `${language}.json`), 'utf8'));
const flat = (catalogue: Catalogue): Map<string, string> =>
  new Map(
    Object.entries(catalogue).flatMap(([group, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text] as const),
    ),
  );

const english = flat(read('en'));
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

test.each(['de', 'zh'])('%s says everything that English says, with the same values', (language) => {
  const other = flat(read(language));
  expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [key, text] of other) {
    expect(text.trim(), key).not.toBe('');
    expect(placeholders(text), key).toEqual(placeholders(english.get(key)!));
  }
});

const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/node_modules|dist|\.test\.|generated/.test(file))
  .map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
const bare = new Set([...english.keys()].map((key) => key.replace(/_(one|other)$/, '')));

test('every text that the code asks for by name is in the catalogue', () => {
  const asked = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key!));
  expect(asked.length).toBeGreaterThan(200);
  expect(asked.filter((key) => !bare.has(key))).toEqual([]);
});

test('every text that the code asks for by a pattern has at least one match', () => {
  const patterns = sources.flatMap((source) =>
    [...source.matchAll(/\bt\(\s*`([^`]+)`/g)].map(([, pattern]) => pattern!),
  );
  const unmatched = patterns.filter((pattern) => {
    const shape = new RegExp(
      `^${pattern
        .split(/\$\{.*?\}/)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('.+')}$`,
    );
    return ![...bare].some((key) => shape.test(key));
  });
  expect(unmatched).toEqual([]);
});
