import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleOf, npm, packRoom } from './pack-room.ts';
import { ROOT } from './repository.ts';

/** What the example of each room prints, when it works outside of this repository. */
const ROOMS = [
  { room: 'ledger', prints: /ok: true/ },
  { room: 'codecs/identifiers', prints: /040123450000003338 https:/ },
];

describe.each(ROOMS)('$room, packed and installed in an empty folder', ({ room, prints }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'intakt-installed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    writeFileSync(path.join(folder, 'package.json'), '{"private": true, "type": "module"}');
    writeFileSync(path.join(folder, 'example.ts'), exampleOf(room));
    npm(folder, 'install', '--no-audit', '--no-fund', '--offline', packRoom(room, folder));
  }, 120_000);

  test('its declarations fit its example', () => {
    const strict = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'esnext', '--types', 'node'];
    const types = ['--typeRoots', path.join(ROOT, 'node_modules/@types')];
    const compiler = path.join(ROOT, 'node_modules/typescript7/bin/tsc');
    const run = spawnSync(process.execPath, [compiler, ...strict, ...types, 'example.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(run.stdout + run.stderr).toBe('');
  });

  test('its example runs', () => {
    expect(execFileSync(process.execPath, ['example.ts'], { cwd: folder, encoding: 'utf8' })).toMatch(prints);
  });
});
