import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const SERVER_PATHS = ['/api/', '/epcis/', '/docs', '/health/', '/metrics', '/openapi.json'];

/** The built web application; any address that is not the server's own is one of its screens. */
export async function serveWeb(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, { root, wildcard: false, maxAge: '1h', immutable: false });
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const path = request.url.split('?')[0]!;
    if (SERVER_PATHS.some((prefix) => path.startsWith(prefix)) || /\.\w+$/.test(path)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
