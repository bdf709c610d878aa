import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { personOf } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { type PlainRoutes, type Routes, readAs } from '../../house.ts';
import { Refusal, refuse } from '../../refuse.ts';
import { may } from '../access.ts';
import { takeBytes } from '../body.ts';
import { jobsOf } from './background.ts';
import { type Capture, openJob, runJob } from './capture.ts';
import { namedEventsRoutes } from './named-events-routes.ts';
import { namedRoutes } from './named-routes.ts';
import { answerInEpcis } from './problems.ts';
import { queryRoutes } from './query-routes.ts';
import { type CaptureJob, findJob, listJobs } from './store.ts';

const tags = ['EPCIS 2.0'];
const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String()),
});
const Job = Type.Object({
  captureID: Type.String(),
  createdAt: Type.String(),
  finishedAt: Type.Optional(Type.String()),
  running: Type.Boolean(),
  success: Type.Boolean(),
  captureErrorBehaviour: Type.Enum(['rollback', 'proceed']),
  errors: Type.Array(Problem),
});
const ById = Type.Object({ id: Type.String({ maxLength: 400 }) });
const JSON_TYPES = ['application/json', 'application/ld+json'];

/** The capture and query interfaces of EPCIS 2.0 (section 12), as far as a supply network's readers use them. */
export const epcisRoutes: Routes = (instance, house) => {
  instance.register(async (scope) => {
    takeBytes(scope, house);
    speakEpcis(scope);
    captureRoutes(scope, house);
    captureOneRoute(scope, house);
  });
  instance.register(async (scope) => {
    speakEpcis(scope);
    queryRoutes(scope, house);
    namedRoutes(scope, house);
    namedEventsRoutes(scope, house);
  });
};

function speakEpcis(scope: FastifyInstance): void {
  answerInEpcis(scope);
  scope.addHook('onSend', async (_, reply) => {
    reply.header('GS1-EPCIS-Version', '2.0.0').header('GS1-CBV-Version', '2.0.0');
  });
}

const captureRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.post(
    '/epcis/capture',
    {
      schema: {
        tags,
        summary: 'Capture an EPCISDocument; the job at Location tells the outcome',
        description:
          'GS1-Capture-Error-Behaviour: rollback (default) takes all events or none, proceed takes the valid ones.',
        consumes: JSON_TYPES,
        response: { 202: Type.Object({ captureID: Type.String() }) },
      },
    },
    async (request, reply) => {
      const capture = readRequest(request);
      jobsOf(house).refuseWhenFull();
      const job = await openJob(house, capture);
      jobsOf(house).add(job);
      reply.status(202).header('location', `/epcis/capture/${job.id}`);
      return { captureID: job.id };
    },
  );

  app.get(
    '/epcis/capture',
    {
      schema: {
        tags,
        summary: 'Our captures, newest first',
        querystring: Type.Object({ perPage: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) }),
        response: { 200: Type.Array(Job) },
      },
    },
    async (request) => {
      const who = may.readEvents(principalOf(request));
      const { perPage: limit = 30 } = request.query;
      return (await readAs(house, who, (tx) => listJobs(tx, { limit }))).map(toAnswer);
    },
  );

  app.get(
    '/epcis/capture/:id',
    { schema: { tags, summary: 'What a capture came to', params: ById, response: { 200: Job } } },
    async (request) => {
      const who = principalOf(request);
      may.readEvents(who);
      const job = await readAs(house, who, (tx) => findJob(tx, request.params.id));
      return job ? toAnswer(job) : refuse('NOT_FOUND', { what: 'capture', id: request.params.id });
    },
  );
};

const captureOneRoute: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.post(
    '/epcis/events',
    {
      schema: {
        tags,
        summary: 'Capture one event at once',
        consumes: JSON_TYPES,
        response: { 201: Type.Object({ eventID: Type.String() }) },
      },
    },
    async (request, reply) => {
      const capture = { ...readRequest(request), behaviour: 'rollback' as const };
      const job = await runJob(house, await openJob(house, capture), capture.bytes);
      const [eventID] = job.events;
      if (!eventID) return refuseCapture(job);
      reply.status(201).header('location', `/epcis/events/${encodeURIComponent(eventID)}`);
      return { eventID };
    },
  );
};

function readRequest(request: FastifyRequest): Capture {
  const who = may.captureEvents(principalOf(request));
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]!.trim();
  if (!JSON_TYPES.includes(mediaType))
    refuse('UNSUPPORTED_MEDIA', { type: mediaType || 'none', expected: JSON_TYPES.join(' or ') });
  const header = request.headers['gs1-capture-error-behaviour'] ?? 'rollback';
  if (header !== 'rollback' && header !== 'proceed')
    return refuse('INVALID', {
      path: 'GS1-Capture-Error-Behaviour',
      problem: 'must be rollback or proceed',
      value: header,
    });
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return { organisation: who.organisation, person: personOf(who), bytes, mediaType, behaviour: header };
}

function refuseCapture({ id, errors }: CaptureJob): never {
  const [first] = errors;
  if (first?.status === 409)
    throw new Refusal('ID_REUSED', { source: 'epcis', id: 'eventID', known: 'other content', given: first.detail });
  return refuse('INVALID', { path: 'event', problem: first?.detail ?? 'no event in the body', value: `capture ${id}` });
}

const toAnswer = ({ id, createdAt, finishedAt, running, success, behaviour, errors }: CaptureJob) => ({
  captureID: id,
  createdAt,
  ...(finishedAt ? { finishedAt } : {}),
  running,
  success,
  captureErrorBehaviour: behaviour,
  errors,
});
