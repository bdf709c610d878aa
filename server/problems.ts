import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance } from 'fastify';
import type { House } from './house.ts';
import { Refusal } from './refuse.ts';

/** Every refusal leaves the house as RFC 9457 problem+json with a code of the catalogue. */
export function answerProblems(app: FastifyInstance, house: House): void {
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const refusal = toRefusal(error, house);
    if (refusal.status >= 500)
      house.log.error({ err: error, url: request.url, id: refusal.values.id }, 'A request failed.');
    if (refusal.code === 'TOO_MANY_REQUESTS' && refusal.values.seconds)
      reply.header('retry-after', String(refusal.values.seconds));
    return reply.status(refusal.status).type('application/problem+json').send(JSON.stringify(refusal.toProblem()));
  });
  app.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal('NOT_FOUND', { what: 'address', id: `${request.method} ${request.url.split('?')[0]}` });
    return reply.status(404).type('application/problem+json').send(JSON.stringify(refusal.toProblem()));
  });
}

function toRefusal(error: FastifyError | Refusal, house: House): Refusal {
  if (error instanceof Refusal) return error;
  if (error.validation) {
    return invalid(error.validation[0], error);
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal('TOO_LARGE', { limit: house.config.bodyLimitBytes });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Refusal('UNSUPPORTED_MEDIA', {
      type: error.message.split(':').at(-1)?.trim(),
      expected: 'application/json',
    });
  if (error.statusCode === 429)
    return new Refusal('TOO_MANY_REQUESTS', {
      limit: house.config.requestsPerMinute,
      window: 'one minute',
      seconds: 60,
    });
  if (error.statusCode && error.statusCode < 500)
    return new Refusal('INVALID', { path: 'request', problem: error.message, value: error.code });
  return new Refusal('INTERNAL', { id: randomUUID() });
}

/** A field that the schema does not know is named by the path, like any other. */
function invalid(first: NonNullable<FastifyError['validation']>[number] | undefined, error: FastifyError): Refusal {
  const at = `${error.validationContext ?? 'body'}${first?.instancePath ?? ''}`;
  const unknown = first?.keyword === 'additionalProperties' ? first.params.additionalProperty : undefined;
  if (unknown !== undefined)
    return new Refusal('INVALID', { path: `${at}/${unknown}`, problem: 'is not known here', value: unknown });
  return new Refusal('INVALID', { path: at, problem: first?.message ?? error.message, value: first?.params });
}
