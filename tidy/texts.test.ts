import { expect, test } from 'vitest';
import { FILES, read, SOURCES } from './repository.ts';

const BINARY = /\.(png|jpg|jpeg|ico|woff2?|xlsx|gz|pdf|wasm)$/;
/** Spelt apart, so that the search does not find itself. */
const MACHINE_PATHS = new RegExp(`(?<![\\w.*)}\\]])/(${['work', 'tmp', 'root', 'Users'].join('|')}|home/\\w+)/[\\w.]`);
const REGISTRY_HOSTS = new RegExp(
  ['npmjs', 'yarnpkg', 'artifactory', 'jfrog'].map((name) => `\\b${name}\\.`).join('|'),
  'i',
);

function find(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((text, i) => (pattern.test(text) ? [`${file}:${i + 1} ${text.trim().slice(0, 100)}`] : [])),
  );
}

const texts = FILES.filter((file) => !BINARY.test(file));

test('nothing names a path of the machine it was written on', () => {
  expect(MACHINE_PATHS.test(`cd ${'/work'}/main`)).toBe(true);
  expect(MACHINE_PATHS.test('https://example.com/home/page')).toBe(false);
  expect(find(texts, MACHINE_PATHS)).toEqual([]);
});

test('nothing names the registry that packages were taken from', () => {
  expect(REGISTRY_HOSTS.test(`https://registry.${'npmjs'}.org/a/-/a-1.tgz`)).toBe(true);
  expect(find(texts, REGISTRY_HOSTS)).toEqual([]);
});

test('nothing is left to do in a comment', () => {
  expect(find(SOURCES, new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`))).toEqual([]);
});
