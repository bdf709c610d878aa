import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'intakt-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('a second holder is refused, and told who holds the folder', () => {
  const unlock = lockDirectory(directory);
  expect(() => lockDirectory(directory)).toThrow(`in use by process ${process.pid}`);
  unlock();
  lockDirectory(directory)();
  expect(readdirSync(directory)).toEqual([]);
});

test('the lock of a process that has died is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(join(directory, 'in-use'), `${pid} `);
  const unlock = lockDirectory(directory);
  expect(readFileSync(join(directory, 'in-use'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  unlock();
});

test.runIf(existsSync('/proc/self/stat'))(
  'a number given to another process since does not count as the holder (needs /proc)',
  () => {
    writeFileSync(join(directory, 'in-use'), `${process.pid} an-earlier-boot 1`);
    expect(() => lockDirectory(directory)()).not.toThrow();
  },
);

test('an empty lock file names nobody', () => {
  writeFileSync(join(directory, 'in-use'), '');
  expect(() => lockDirectory(directory)()).not.toThrow();
});
