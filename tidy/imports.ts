import { existsSync } from 'node:fs';
import path from 'node:path';
import { FILES, isTest, ROOT, read, SOURCES } from './repository.ts';
import { importsOf } from './syntax.ts';

/** One file naming another of ours. */
export interface Arrow {
  from: string;
  to: string;
  line: number;
  typeOnly: boolean;
  test: boolean;
}
/** One file naming something that is not ours: a package or a module of Node. */
export interface Foreign {
  from: string;
  specifier: string;
  line: number;
  typeOnly: boolean;
}

interface Workspace {
  folder: string;
  exports?: Record<string, string>;
}

const WORKSPACES = readWorkspaces();

/**
 * All arrows of the repository, read from the syntax trees. The usual tool checks nothing, and says that all is well,
 * when it does not get along with the installed TypeScript; these arrows are counted in a test.
 */
export const { arrows, foreign, unresolved } = readArrows();

function readWorkspaces(): Map<string, Workspace> {
  const manifests = FILES.filter((file) => file.endsWith('/package.json'));
  return new Map(
    manifests.map((file) => {
      const { name, exports } = JSON.parse(read(file)) as { name: string } & Pick<Workspace, 'exports'>;
      return [name, { folder: path.posix.dirname(file), exports }];
    }),
  );
}

function readArrows(): { arrows: Arrow[]; foreign: Foreign[]; unresolved: Foreign[] } {
  const arrows: Arrow[] = [];
  const foreign: Foreign[] = [];
  const unresolved: Foreign[] = [];
  for (const from of SOURCES) {
    for (const found of importsOf(from)) {
      const target = resolve(from, found.specifier);
      if (target === undefined) foreign.push({ from, ...found });
      else if (!existsSync(path.join(ROOT, target))) unresolved.push({ from, ...found });
      else arrows.push({ from, to: target, line: found.line, typeOnly: found.typeOnly, test: isTest(from) });
    }
  }
  return { arrows, foreign, unresolved };
}

/** The file of ours that a specifier means; undefined for packages. */
function resolve(from: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return path.posix.join(path.posix.dirname(from), bare);
  const [scope, name, ...below] = bare.split('/');
  const workspace = scope === '@intakt' && WORKSPACES.get(`${scope}/${name}`);
  if (!workspace) return undefined;
  const { folder, exports } = workspace;
  // A private room without an exports map can be entered at every file.
  if (!exports) return path.posix.join(folder, ...below);
  return path.posix.join(folder, exports[['.', ...below].join('/')] ?? 'not exported');
}
