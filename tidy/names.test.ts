import { expect, test } from 'vitest';
import { FILES } from './repository.ts';

const BANNED_FOLDERS = ['common', 'core', 'utils', 'util', 'helpers', 'helper', 'lib', 'misc', 'shared'];
const BANNED_SUFFIX = /\.(service|util|utils|helper|dto|model|controller|interface|types)\.tsx?$/;
/** Files that readers and tools look for under a name of their own. */
const GIVEN = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'LICENSE', 'NOTICE'];

const nameOf = (file: string): string => file.split('/').at(-1)!;

test('a thing lives with the thing it belongs to, not in a drawer', () => {
  const folders = new Set(FILES.flatMap((file) => file.split('/').slice(0, -1)));
  expect([...folders].filter((folder) => BANNED_FOLDERS.includes(folder))).toEqual([]);
});

test('no file name repeats what its folder says', () => {
  expect(FILES.filter((file) => BANNED_SUFFIX.test(file))).toEqual([]);
});

test('files are named in kebab-case', () => {
  const odd = FILES.filter(
    (file) => !GIVEN.includes(nameOf(file)) && !/^\.?[a-z0-9]+([.-][a-z0-9]+)*$/.test(nameOf(file)),
  );
  expect(odd).toEqual([]);
});

test('nothing is left over from trying things out', () => {
  expect(FILES.filter((file) => /(^|\/)(scratch|try|probe|tmp|debug)\b|\.(tmp|bak|orig)\b/.test(file))).toEqual([]);
});
