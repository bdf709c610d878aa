import type { FastifyError, FastifyInstance } from 'fastify';
import { Refusal } from '../../refuse.ts';
import type { CaptureProblem } from './store.ts';

/** The exceptions of GS1's REST binding (EPCIS 2.0, section 12). */
const EXCEPTIONS = {
  validation: { type: 'epcisException:ValidationException', title: 'EPCIS document or event not valid', status: 400 },
  parameter: { type: 'epcisException:QueryParameterException', title: 'Query parameter not valid', status: 400 },
  query: { type: 'epcisException:QueryValidationException', title: 'Query not valid', status: 400 },
  controls: { type: 'epcisException:SubscriptionControlsException', title: 'Subscription not valid', status: 400 },
  security: { type: 'epcisException:SecurityException', title: 'Access denied', status: 401 },
  missing: { type: 'epcisException:NoSuchResourceException', title: 'Resource not found', status: 404 },
  noName: { type: 'epcisException:NoSuchNameException', title: 'No query of that name', status: 404 },
  exists: { type: 'epcisException:ResourceAlreadyExistsException', title: 'Resource already exists', status: 409 },
  large: { type: 'epcisException:CaptureLimitExceededException', title: 'Capture limit exceeded', status: 413 },
  queryLarge: { type: 'epcisException:QueryTooLargeException', title: 'Query result too large', status: 413 },
  media: { type: 'epcisException:UnsupportedMediaTypeException', title: 'Unsupported media type', status: 415 },
  implementation: { type: 'epcisException:ImplementationException', title: 'Implementation exception', status: 500 },
  /** Ours: the event is kept, its consequence waits. */
  waiting: { type: '/docs#inbox', title: 'Kept, waits for a mapping', status: 202 },
} as const;
type Kind = keyof typeof EXCEPTIONS;

export const problem = (kind: Kind, detail: string): CaptureProblem => ({
  ...EXCEPTIONS[kind],
  detail,
});

const BY_STATUS: Record<number, Kind> = {
  400: 'validation',
  401: 'security',
  403: 'security',
  404: 'missing',
  409: 'exists',
  413: 'large',
  415: 'media',
  422: 'validation',
};

/** Clients of the standard know its exceptions; the catalogue's code stands beside them. */
export function answerInEpcis(scope: FastifyInstance): void {
  scope.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    if (!(error instanceof Refusal)) throw error;
    const { type, title } = EXCEPTIONS[kindOf(error, request)];
    const status = error.status === 422 ? 400 : error.status;
    const answer = { ...error.toProblem(), type, title, status };
    return reply.status(status).type('application/problem+json').send(JSON.stringify(answer));
  });
}

function kindOf({ code, status }: Refusal, { method, url }: { method: string; url: string }): Kind {
  const isNamed = url.startsWith('/epcis/queries');
  if (code === 'QUERY_TOO_LARGE') return 'queryLarge';
  if (code === 'NOT_FOUND' && isNamed && !url.includes('/subscriptions/')) return 'noName';
  if (code === 'INVALID' && method === 'GET') return 'parameter';
  if (code === 'INVALID' && isNamed) return url.includes('/subscriptions') ? 'controls' : 'query';
  return BY_STATUS[status] ?? 'implementation';
}
