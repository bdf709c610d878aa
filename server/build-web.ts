import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const WEB = path.join(ROOT, 'web');
const DIST = path.join(WEB, 'dist');
const STAMP = path.join(DIST, '.sources');
/** Rooms that the web application bundles. */
const SOURCES = ['web', 'contract', 'ledger', 'package-lock.json'];

/** Builds the web application when it is missing or older than its sources; answers its folder. */
export async function ensureWebBuilt(say: (text: string) => void): Promise<string> {
  const sources = await fingerprint();
  const built = await readFile(STAMP, 'utf8').catch(() => '');
  if (built === sources) return DIST;
  say('Building the web application (once, until its sources change) …');
  await runBuild();
  await writeFile(STAMP, sources);
  return DIST;
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of await filesBelow(path.join(ROOT, source)))
      hash.update(file.slice(ROOT.length)).update(await readFile(file));
  return hash.digest('hex');
}

const SKIPPED = new Set(['node_modules', 'dist']);

async function filesBelow(start: string): Promise<string[]> {
  const entries = await readdir(start, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [start];
  const nested = entries
    .filter((entry) => !SKIPPED.has(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => filesOf(entry.isDirectory(), path.join(start, entry.name)));
  return (await Promise.all(nested)).flat().sort();
}

const filesOf = async (isFolder: boolean, file: string): Promise<string[]> => (isFolder ? filesBelow(file) : [file]);

async function runBuild(): Promise<void> {
  const vite = path.join(
    path.dirname(createRequire(path.join(WEB, 'package.json')).resolve('vite/package.json')),
    'bin/vite.js',
  );
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: WEB,
    // A test runner's NODE_ENV would build the slow development version.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0)
    throw new Error(`The web application could not be built (vite ended with ${code}); its messages are above.`);
}
