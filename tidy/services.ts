import net from 'node:net';
import pg from 'pg';

const WAIT_MS = 3000;

/**
 * `node tidy/services.ts`: prints which services this machine has, one word a line. `postgresql` only if it lets
 * TEST_DATABASE_URL in and create databases, because each test makes its own.
 */
const found = await Promise.all([canCreateDatabases(), answers(1883), answers(4222)]);
const names = ['postgresql', 'mqtt', 'nats'].filter((_, i) => found[i]);
process.stdout.write(names.map((name) => `${name}\n`).join(''));

async function canCreateDatabases(): Promise<boolean> {
  const client = new pg.Client({
    connectionString: process.env.TEST_DATABASE_URL,
    connectionTimeoutMillis: WAIT_MS,
  });
  try {
    await client.connect();
    const { rows } = await client.query(
      'select rolsuper or rolcreatedb as may from pg_roles where rolname = current_user',
    );
    return rows[0].may;
  } catch (error) {
    process.stderr.write(`No PostgreSQL: ${(error as Error).message}\n`);
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: WAIT_MS });
    const end = (reached: boolean) => () => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
