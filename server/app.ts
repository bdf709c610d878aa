import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { accessRoutes, registerAuthentication } from './access/index.ts';
import { demandRoutes } from './capabilities/demand/index.ts';
import { networkRoutes } from './capabilities/network/index.ts';
import { transportRoutes } from './capabilities/transport/index.ts';
import { visibilityRoutes } from './capabilities/visibility/index.ts';
import { doorRoutes } from './doors/index.ts';
import { feedRoutes } from './feed/routes.ts';
import type { House, Routes } from './house.ts';
import { jobRoutes } from './jobs/routes.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import type { Signing } from './ledger/signing.ts';
import { operationRoutes } from './operation/routes.ts';
import { answerProblems } from './problems.ts';
import { serveWeb } from './serve-web.ts';
import { VALIDATION } from './validation.ts';

const OPENAPI = {
  openapi: {
    openapi: '3.1.0' as const,
    info: {
      title: 'Intakt',
      version: '0.1.0',
      description: 'The open platform on which an automotive supply network works as one.',
    },
    components: {
      securitySchemes: {
        apiKey: { type: 'http' as const, scheme: 'bearer' },
        session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'intakt_session' },
      },
    },
    security: [{ apiKey: [] }, { session: [] }] as Record<string, string[]>[],
  },
};

/** Sockets only listen to us; what they send is not read. */
const MOST_SOCKET_BYTES = 1024;

/** Every route of the server, over one house. `webRoot` is the built web application, if there is one. */
export async function buildApp(house: House, signing: Signing, webRoot?: string): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: house.log,
    bodyLimit: house.config.bodyLimitBytes,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: Boolean(house.config.publicUrl),
    forceCloseConnections: true,
    ...VALIDATION,
  }).withTypeProvider<TypeBoxTypeProvider>();
  answerProblems(app as never, house);
  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy(house) },
    strictTransportSecurity: house.config.secureCookies,
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: house.config.bodyLimitBytes, files: 20 } });
  await app.register(swagger, OPENAPI);
  await app.register(swaggerUi, { routePrefix: '/docs' });
  /* Before the authentication, so that a connection that is refused there is also closed. */
  await app.register(websocket, { options: { maxPayload: MOST_SOCKET_BYTES } });
  await registerAuthentication(app as never, house);
  await app.register(rateLimit, {
    max: house.config.requestsPerMinute,
    timeWindow: '1 minute',
    hook: 'preHandler',
    keyGenerator: callerOf,
  });
  const rooms: Routes[] = [
    accessRoutes,
    networkRoutes,
    demandRoutes,
    visibilityRoutes,
    transportRoutes,
    ledgerRoutes(signing),
    feedRoutes,
    doorRoutes,
    jobRoutes,
    operationRoutes,
  ];
  for (const routes of rooms) await app.register(async (scope) => routes(scope as never, house));
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  if (webRoot) await serveWeb(app as never, webRoot);
  return app as never;
}

/** Each person, key or device has a budget of its own; who is not signed in shares that of the address. */
function callerOf({ principal, ip }: FastifyRequest): string {
  if (!principal) return ip;
  return Object.values(principal)
    .filter((value) => typeof value === 'string')
    .join('|');
}

/** Scripts only from here; styles inline, because the component library sets them; tiles from where they are configured. */
function contentPolicy({ config }: House): Record<string, string[] | null> {
  const tiles = config.tileUrl ? [new URL(config.tileUrl.replaceAll('{', '').replaceAll('}', '')).origin] : [];
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
    connectSrc: ["'self'", ...tiles],
    workerSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'", 'data:'],
    ...(config.secureCookies ? {} : { upgradeInsecureRequests: null }),
  };
}
