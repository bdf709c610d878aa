import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';

const TRIES = 50;

/** Binds to the configured port, or the next free one after it. */
export async function listenOnFreePort(
  app: FastifyInstance,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<string> {
  for (let next = port; next < port + TRIES; next++) {
    try {
      await app.listen({ host, port: next });
      return `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${portOf(app)}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`The ports ${port} to ${port + TRIES - 1} on ${host} are all taken. Set PORT to a free one.`);
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
