import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is made, not written; in a second work tree `.git` is a file. */
const MADE = new Set(['node_modules', 'dist', '.git', '.data', 'coverage', 'screenshots']);

/** Every file that people write here, relative to the repository, in a stable order. */
export const FILES: readonly string[] = walk('').sort();

/** TypeScript that runs or is tested; what a generator wrote is not ours to shape. */
export const SOURCES = FILES.filter((file) => /\.tsx?$/.test(file) && !/\.generated\.ts$|\.d\.ts$/.test(file));

/** They work for tests only, and are named after what they are. */
const TEST_HELPERS = ['server/record/tiny-world.ts', 'server/record/crash-writer.ts'];

export const isTest = (file: string): boolean =>
  /(^|[./])test(ing)?\.tsx?$|(^|[./])test-[\w-]+\.tsx?$/.test(file) || TEST_HELPERS.includes(file);

const texts = new Map<string, string>();

export function read(file: string): string {
  let text = texts.get(file);
  if (text === undefined) {
    text = readFileSync(path.join(ROOT, file), 'utf8');
    texts.set(file, text);
  }
  return text;
}

export const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

function walk(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = path.posix.join(folder, entry.name);
    if (MADE.has(entry.name)) return [];
    if (entry.isDirectory()) return walk(below);
    return entry.isFile() ? [below] : [];
  });
}
