import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * PGlite does not notice a second process on its directory and both would ruin it. The lock file names the process that
 * holds the directory and when that process began, because a number alone is given to another process after a reboot.
 */
const LOCK_FILE = 'in-use';

export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, LOCK_FILE);
  const mine = `${process.pid} ${beginningOf(process.pid)}`;
  if (!takeLock(file, mine)) {
    setStaleAside(file, directory);
    if (!takeLock(file, mine)) throw directoryInUse(directory, readFileSync(file, 'utf8'));
  }
  return () => rmSync(file, { force: true });
}

function takeLock(file: string, mine: string): boolean {
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Renaming is atomic: of two processes that find the same stale lock, the second sees what it moved and puts it back. */
function setStaleAside(file: string, directory: string): void {
  const found = readIfThere(file);
  if (found === undefined) return;
  if (isHeld(found)) throw directoryInUse(directory, found);
  const aside = `${file}.${process.pid}`;
  renameSync(file, aside);
  const moved = readFileSync(aside, 'utf8');
  if (moved !== found) linkSync(aside, file);
  rmSync(aside);
  if (moved !== found) throw directoryInUse(directory, moved);
}

/** An empty file names nobody: the process that made it died before it could write its number. */
function isHeld(lock: string): boolean {
  const [pid = '', ...began] = lock.split(' ');
  return isRunning(Number(pid)) && beginningOf(Number(pid)) === began.join(' ');
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux tells the boot and, as the 22nd field of a process's stat, the tick since then; elsewhere the pid must do. */
function beginningOf(pid: number): string {
  const boot = readIfThere('/proc/sys/kernel/random/boot_id')?.trim();
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (!boot || !stat) return '';
  return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function directoryInUse(directory: string, lock: string): Error {
  const pid = lock.split(' ')[0];
  return new Error(
    `The data folder ${directory} is in use by process ${pid}. Stop that process, or start with another data folder.`,
  );
}
