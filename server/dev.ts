import { spawn } from 'node:child_process';
import path from 'node:path';

/** `npm run dev`: the server restarts and the web application reloads when their sources change. */
const ROOT = path.resolve(import.meta.dirname, '..');
const web = spawn('npm', ['run', 'dev', '--workspace', 'web'], { cwd: ROOT, stdio: 'inherit' });
const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', 'server/main.ts', ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
const stop = (): void => {
  web.kill();
  server.kill();
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
