import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Id } from '@intakt/contract';
import type { House } from '../../house.ts';
import type { TakenIn } from '../edi/intake.ts';
import { takeStream } from '../edi/large-files.ts';

const POLL_MS = 1000;
const MOST_PER_ROUND = 100;

/**
 * Takes in what partners' systems drop at `<dataDir>/edi-in/<organisation>/`. A file counts as written when two
 * rounds see it alike; then it is handled like an upload and moved to `done/` or `failed/` beside it.
 */
export function watchFolder(house: House, pollMs = POLL_MS): () => Promise<void> {
  const root = path.join(house.config.dataDir, 'edi-in');
  const seen: Seen = new Map();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      round = lookQuietly(house, root, seen).finally(next);
    }, pollMs);
    timer.unref();
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
  };
}

/** Size and time of each file at the round before. */
type Seen = Map<string, string>;

async function lookQuietly(house: House, root: string, seen: Seen): Promise<void> {
  try {
    await lookOnce(house, root, seen);
  } catch (error) {
    house.log.error(error, 'The EDI folder could not be read.');
  }
}

/** One round: every organisation's folder, oldest names first. */
export async function lookOnce(house: House, root: string, seen: Seen): Promise<void> {
  for (const organisation of await foldersIn(root)) {
    const folder = path.join(root, organisation);
    const files = (await filesIn(folder)).slice(0, MOST_PER_ROUND);
    if (files.length === 0 || !(await isKnown(house, organisation))) continue;
    for (const name of files)
      if (await isWritten(path.join(folder, name), seen)) await takeFile(house, { organisation, folder, name, seen });
  }
}

async function foldersIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Hidden and half-written files carry these names by custom. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  return names.filter((name) => !name.startsWith('.') && !/\.(part|tmp|filepart)$/i.test(name)).sort();
}

async function isKnown(house: House, organisation: Id): Promise<boolean> {
  const rows = await house.db.system((tx) => tx.query('select 1 from organisation where owner = $1', [organisation]));
  return rows.length > 0;
}

async function isWritten(file: string, seen: Seen): Promise<boolean> {
  const { size, mtimeMs } = await stat(file);
  const now = `${size} ${mtimeMs}`;
  const before = seen.get(file);
  seen.set(file, now);
  return before === now;
}

interface Dropped {
  organisation: Id;
  folder: string;
  name: string;
  seen: Seen;
}

async function takeFile(house: House, { organisation, folder, name, seen }: Dropped): Promise<void> {
  const file = path.join(folder, name);
  const outcome = await tryTakeIn(house, { organisation, file, name });
  const target = path.join(folder, outcome.good ? 'done' : 'failed');
  await mkdir(target, { recursive: true });
  await rename(file, path.join(target, `${outcome.mark}-${name}`));
  seen.delete(file);
}

async function tryTakeIn(
  house: House,
  { organisation, file, name }: { organisation: Id; file: string; name: string },
): Promise<{ good: boolean; mark: string }> {
  try {
    const { size } = await stat(file);
    if (size > house.config.ediFileLimitBytes)
      throw new Error(`${name} has ${size} bytes; the limit is ${house.config.ediFileLimitBytes}.`);
    const taken = await takeStream(house, {
      organisation,
      name,
      mediaType: 'application/octet-stream',
      by: 'folder',
      source: createReadStream(file),
    });
    if (!taken) throw new Error(`${name} is empty.`);
    return { good: isGood(taken), mark: taken.file };
  } catch (error) {
    house.log.error(error, `${name} could not be taken in.`);
    return { good: false, mark: `failed-${house.clock.now()}` };
  }
}

/** Failed is what a person must look at because nothing of it can go in. */
const isGood = ({ messages, open, duplicateOf }: TakenIn): boolean =>
  open === true || duplicateOf !== undefined || messages.some((message) => message.state !== 'rejected');
