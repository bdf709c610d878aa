import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { readTerm } from '@intakt/epcis';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { personOf } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { type House, type PlainRoutes, type Routes, readAs } from '../../house.ts';
import { Refusal, refuse } from '../../refuse.ts';
import { may } from '../access.ts';
import { takeBytes } from '../body.ts';
import { jobsOf } from './background.ts';
import { type Capture, openJob, runJob } from './capture.ts';
import { answerInEpcis } from './problems.ts';
import { type CaptureJob, type EventQuery, findJob, type StoredEvent, selectEvents } from './store.ts';

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
const AnyObject = Type.Object({}, { additionalProperties: true });

/** The capture and query interfaces of EPCIS 2.0 (section 12), as far as a supply network's readers use them. */
export const epcisRoutes: Routes = (instance, house) => {
  instance.register(async (scope) => {
    takeBytes(scope, house);
    answerInEpcis(scope);
    scope.addHook('onSend', async (_, reply) => {
      reply.header('GS1-EPCIS-Version', '2.0.0').header('GS1-CBV-Version', '2.0.0');
    });
    captureRoutes(scope, house);
    queryRoutes(scope, house);
  });
};

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
    '/epcis/capture/:id',
    { schema: { tags, summary: 'What a capture came to', params: ById, response: { 200: Job } } },
    async (request) => {
      const who = principalOf(request);
      may.readEvents(who);
      const job = await readAs(house, who, (tx) => findJob(tx, request.params.id));
      return job ? toAnswer(job) : refuse('NOT_FOUND', { what: 'capture', id: request.params.id });
    },
  );

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

const Query = Type.Object(
  {
    eventType: Type.Optional(Type.String({ maxLength: 400, description: 'Types, separated by commas' })),
    GE_eventTime: Type.Optional(Type.String({ format: 'date-time' })),
    LT_eventTime: Type.Optional(Type.String({ format: 'date-time' })),
    EQ_bizStep: Type.Optional(Type.String({ maxLength: 400, description: 'Business steps, separated by commas' })),
    EQ_eventID: Type.Optional(Type.String({ maxLength: 4000 })),
    perPage: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    nextPageToken: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: true },
);

const queryRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/epcis/events',
    {
      schema: {
        tags,
        summary: 'Events captured by us, by time; a Link header leads to the next page',
        querystring: Query,
        response: { 200: AnyObject },
      },
    },
    async (request, reply) => {
      const who = principalOf(request);
      may.readEvents(who);
      refuseUnknownParameters(request.query);
      const { perPage = 30, nextPageToken } = request.query;
      const query = { ...toQuery(request.query), limit: perPage + 1, after: readToken(nextPageToken) };
      const found = await readAs(house, who, (tx) => selectEvents(tx, query));
      if (found.length > perPage) linkNext(request, reply, found[perPage - 1]!);
      return toDocument(house, found.slice(0, perPage));
    },
  );

  app.get(
    '/epcis/events/:id',
    { schema: { tags, summary: 'One event', params: ById, response: { 200: AnyObject } } },
    async (request) => {
      const who = principalOf(request);
      may.readEvents(who);
      const [event] = await readAs(house, who, (tx) => selectEvents(tx, { ids: [request.params.id], limit: 1 }));
      return event ? event.body : refuse('NOT_FOUND', { what: 'event', id: request.params.id });
    },
  );
};

/** A filter that is not understood would widen the answer in silence. */
function refuseUnknownParameters(query: Record<string, unknown>): void {
  const unknown = Object.keys(query).find((name) => !(name in Query.properties));
  if (unknown)
    refuse('INVALID', { path: unknown, problem: 'is no parameter of this interface', value: query[unknown] });
}

function toQuery(query: {
  eventType?: string;
  GE_eventTime?: string;
  LT_eventTime?: string;
  EQ_bizStep?: string;
  EQ_eventID?: string;
}): Omit<EventQuery, 'limit'> {
  const list = (text: string | undefined) => text?.split(',').map((each) => each.trim());
  return {
    types: list(query.eventType),
    from: query.GE_eventTime,
    before: query.LT_eventTime,
    bizSteps: list(query.EQ_bizStep)?.map((step) => readTerm('bizStep', step) ?? step),
    ids: list(query.EQ_eventID),
  };
}

function readToken(token: string | undefined): EventQuery['after'] {
  if (token === undefined) return undefined;
  const [at, ...id] = Buffer.from(token, 'base64url').toString('utf8').split(' ');
  if (!at || Number.isNaN(Date.parse(at)))
    return refuse('INVALID', { path: 'nextPageToken', problem: 'is not one that we gave', value: token });
  return { at, id: id.join(' ') };
}

function linkNext(request: FastifyRequest, reply: FastifyReply, last: StoredEvent): void {
  const next = new URL(request.url, 'http://here');
  next.searchParams.set('nextPageToken', Buffer.from(`${last.eventTime} ${last.id}`).toString('base64url'));
  reply.header('link', `<${next.pathname}${next.search}>; rel="next"`);
}

const toDocument = (house: House, events: StoredEvent[]) => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'EPCISQueryDocument',
  schemaVersion: '2.0',
  creationDate: house.clock.instant(),
  epcisBody: {
    queryResults: { queryName: 'SimpleEventQuery', resultsBody: { eventList: events.map((event) => event.body) } },
  },
});
