import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FILES, isTest, ROOT, read } from './repository.ts';

interface Manifest {
  name: string;
  version: string;
  exports: Record<string, string>;
  bin?: Record<string, string>;
}

/**
 * Packs a room as it would be published. Node does not strip types below node_modules, so the package carries
 * JavaScript and declarations; npm does not apply `publishConfig.exports`, so the manifest is rewritten in a folder aside.
 *
 * @param room folder of the workspace, like `ledger` or `codecs/identifiers`
 * @param into folder for the tarball
 * @returns path of the tarball
 */
export function packRoom(room: string, into: string): string {
  const aside = mkdtempSync(path.join(tmpdir(), 'intakt-pack-'));
  try {
    emit(room, aside);
    const manifest = publishedManifest(JSON.parse(read(`${room}/package.json`)) as Manifest);
    writeFileSync(path.join(aside, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    copyFileSync(path.join(ROOT, 'LICENSE'), path.join(aside, 'LICENSE'));
    const readme = path.join(ROOT, room, 'README.md');
    if (existsSync(readme)) copyFileSync(readme, path.join(aside, 'README.md'));
    mkdirSync(into, { recursive: true });
    const [packed] = JSON.parse(npm(aside, 'pack', '--json', '--pack-destination', into)) as { filename: string }[];
    return path.join(into, packed!.filename);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The example of the room: its own file, or the first one that its README shows. */
export function exampleOf(room: string): string {
  const file = path.join(ROOT, room, 'example.ts');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const [, example] = /```ts\n([\s\S]*?)```/.exec(read(`${room}/README.md`)) ?? [];
  if (!example)
    throw new Error(`${room} shows no example: write ${room}/example.ts, or a \`\`\`ts block in its README.`);
  return example;
}

function emit(room: string, outDir: string): void {
  const files = FILES.filter((file) => file.startsWith(`${room}/`) && file.endsWith('.ts') && isPublished(file));
  const config = path.join(outDir, 'tsconfig.json');
  const options = {
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    rootDir: path.join(ROOT, room),
    outDir,
    typeRoots: [path.join(ROOT, 'node_modules/@types')],
  };
  const paths = files.map((file) => path.join(ROOT, file));
  writeFileSync(
    config,
    JSON.stringify({ extends: path.join(ROOT, 'tsconfig.base.json'), compilerOptions: options, files: paths }),
  );
  execFileSync(process.execPath, [path.join(ROOT, 'node_modules/typescript7/bin/tsc'), '-p', config], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  rmSync(config);
}

const isPublished = (file: string): boolean => !isTest(file) && !file.endsWith('/example.ts');

function publishedManifest(manifest: Manifest): object {
  const exports = Object.entries(manifest.exports).map(([entry, source]) => [
    entry,
    { types: source.replace(/\.ts$/, '.d.ts'), default: source.replace(/\.ts$/, '.js') },
  ]);
  const bin = Object.entries(manifest.bin ?? {}).map(([name, source]) => [name, source.replace(/\.ts$/, '.js')]);
  const { scripts: _scripts, devDependencies: _dev, ...published } = manifest as Manifest & Record<string, unknown>;
  const commands = bin.length > 0 && { bin: Object.fromEntries(bin) };
  return { ...published, exports: Object.fromEntries(exports), ...commands, engines: { node: '>=20' } };
}

export const npm = (cwd: string, ...words: string[]): string =>
  execFileSync('npm', words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
