import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../index.ts';

/** Writes numbers one transaction at a time and prints each after its commit was answered. */
const WRITER = `
  const { openDatabase } = await import(${JSON.stringify(new URL('../index.ts', import.meta.url).href)});
  const db = await openDatabase({ dataDir: process.argv[2] });
  await db.system((tx) => tx.query('create table answered (number int primary key)'));
  for (let number = 1; number <= 100000; number += 1) {
    await db.system((tx) => tx.query('insert into answered values ($1)', [number]));
    process.stdout.write(number + '\\n');
  }`;

test('every commit that was answered survives kill -9', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'intakt-durable-'));
  const script = join(folder, 'writer.mjs');
  writeFileSync(script, WRITER);
  const dataDir = join(folder, 'data');
  const answered = await writeUntilKilled(script, dataDir, 150);
  const db = await openDatabase({ dataDir });
  const [row] = await db.system((tx) => tx.query('select count(*) as rows, max(number) as last from answered'));
  await db.close();
  rmSync(folder, { recursive: true });
  expect(answered).toBeGreaterThanOrEqual(150);
  expect(row.last).toBeGreaterThanOrEqual(answered);
  expect(row.rows).toBe(row.last);
});

async function writeUntilKilled(script: string, dataDir: string, enough: number): Promise<number> {
  const writer = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  writer.stdout.on('data', (chunk) => {
    text += chunk;
    if (lastLine(text) >= enough) writer.kill('SIGKILL');
  });
  await new Promise((resolve) => writer.once('close', resolve));
  return lastLine(text);
}

/** The number on the last line that is whole. */
function lastLine(text: string): number {
  return Number(text.split('\n').at(-2) ?? 0);
}
