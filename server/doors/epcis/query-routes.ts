import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { readTerm } from '@intakt/epcis';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from '../access.ts';
import { answerList, answerPage, parametersOf, toCollection } from './answer.ts';
import { canonicalUri } from './facets.ts';
import { type EventQuery, readQuery } from './query.ts';
import { findEvent, hasFacet, listResources } from './store.ts';

const tags = ['EPCIS 2.0'];
const ById = Type.Object({ id: Type.String({ maxLength: 400 }) });
const AnyObject = Type.Object({}, { additionalProperties: true });
const Paging = {
  perPage: Type.Optional(Type.Integer({ minimum: 1 })),
  nextPageToken: Type.Optional(Type.String({ maxLength: 1000 })),
};
/** The parameters are many and some are made of names; conditionsOf() knows them all. */
export const EventParameters = Type.Object(
  { ...Paging },
  {
    additionalProperties: true,
    description:
      'SimpleEventQuery (EPCIS 2.0, 8.2.7.1): eventType, EQ_…, GE_…, LT_…, WD_…, MATCH_…, EXISTS_…, orderBy, orderDirection, eventCountLimit, maxEventCount. Lists stand with commas.',
  },
);
const Collection = Type.Object({ '@context': Type.String(), type: Type.String(), member: Type.Array(Type.String()) });

const EVENT_TYPES = ['AggregationEvent', 'AssociationEvent', 'ObjectEvent', 'TransactionEvent', 'TransformationEvent'];
const TOP_LEVEL = [
  'queries',
  'capture',
  'events',
  'eventTypes',
  'epcs',
  'readPoints',
  'bizLocations',
  'dispositions',
  'bizSteps',
];

/** A top-level resource: what is listed, and which events belong to one of it. */
interface Resource {
  path: string;
  facet: string;
  /** The facets of the events of one. */
  facetsFor: (id: string) => string[];
}
const uris =
  (...names: string[]) =>
  (id: string): string[] =>
    names.flatMap((name) => [`${name}=${id}`, `${name}=${canonicalUri(id)}`]);
const terms =
  (name: 'bizStep' | 'disposition') =>
  (id: string): string[] => [`${name}=${readTerm(name, id) ?? id}`];
const RESOURCES: Resource[] = [
  { path: 'epcs', facet: '@epcs', facetsFor: uris('epc', 'parentID', 'inputEPC', 'outputEPC') },
  { path: 'readPoints', facet: '@readPoints', facetsFor: uris('readPoint') },
  { path: 'bizLocations', facet: '@bizLocations', facetsFor: uris('bizLocation') },
  { path: 'bizSteps', facet: 'bizStep', facetsFor: terms('bizStep') },
  { path: 'dispositions', facet: 'disposition', facetsFor: terms('disposition') },
];

/** The query interface of EPCIS 2.0 (section 12): events by parameters, and by what they speak of. */
export const queryRoutes: PlainRoutes = (instance, house) => {
  eventRoutes(instance, house);
  typeRoutes(instance, house);
  for (const resource of RESOURCES) resourceRoutes(resource)(instance, house);
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/epcis',
    { schema: { tags, summary: 'The resources of this interface', response: { 200: Collection } } },
    async () => toCollection(TOP_LEVEL),
  );
  app.options('/epcis/*', { schema: { hide: true } }, async (_, reply) =>
    reply
      .status(204)
      .header('allow', 'GET, POST, DELETE, OPTIONS')
      .header('gs1-epcis-min', '2.0.0')
      .header('gs1-epcis-max', '2.0.0')
      .header('gs1-cbv-min', '2.0.0')
      .header('gs1-cbv-max', '2.0.0')
      .header('gs1-capture-error-behaviour', 'all')
      .header('gs1-epcis-capture-file-size-limit', String(house.config.bodyLimitBytes))
      .send(),
  );
};

const eventRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/epcis/events',
    {
      schema: {
        tags,
        summary: 'Events captured by us, by time; a Link header leads to the next page',
        querystring: EventParameters,
        response: { 200: AnyObject },
      },
    },
    async (request, reply) => {
      const who = may.readEvents(principalOf(request));
      return answerPage(house, who, readQuery(parametersOf(request)), { request, reply });
    },
  );
  app.get(
    '/epcis/events/:id',
    { schema: { tags, summary: 'One event', params: ById, response: { 200: AnyObject } } },
    async (request) => {
      const who = may.readEvents(principalOf(request));
      const event = await readAs(house, who, (tx) => findEvent(tx, request.params.id));
      return event ? event.body : refuse('NOT_FOUND', { what: 'event', id: request.params.id });
    },
  );
};

const typeRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const known = (type: string): string =>
    EVENT_TYPES.includes(type) ? type : refuse('NOT_FOUND', { what: 'event type', id: type });
  app.get(
    '/epcis/eventTypes',
    { schema: { tags, summary: 'Types of events', response: { 200: Collection } } },
    async (request) => {
      may.readEvents(principalOf(request));
      return toCollection(EVENT_TYPES);
    },
  );
  app.get(
    '/epcis/eventTypes/:id',
    { schema: { tags, summary: 'What there is of a type', params: ById, response: { 200: Collection } } },
    async (request) => {
      may.readEvents(principalOf(request));
      known(request.params.id);
      return toCollection(['events']);
    },
  );
  app.get(
    '/epcis/eventTypes/:id/events',
    {
      schema: {
        tags,
        summary: 'Events of a type',
        params: ById,
        querystring: EventParameters,
        response: { 200: AnyObject },
      },
    },
    async (request, reply) => {
      const who = may.readEvents(principalOf(request));
      const { conditions, ...rest } = readQuery(parametersOf(request));
      const own = { sql: 'type = $1', values: [known(request.params.id)] };
      return answerPage(house, who, { ...rest, conditions: [own, ...conditions] }, { request, reply });
    },
  );
};

const resourceRoutes =
  ({ path, facet, facetsFor }: Resource): PlainRoutes =>
  (instance, house) => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();
    app.get(
      `/epcis/${path}`,
      {
        schema: {
          tags,
          summary: `${path} of our events; a Link header leads to the next page`,
          querystring: Type.Object(Paging, { additionalProperties: false }),
          response: { 200: Collection },
        },
      },
      async (request, reply) => {
        const who = may.readEvents(principalOf(request));
        const list = (after: string, limit: number) =>
          readAs(house, who, (tx) => listResources(tx, { name: facet, after, limit }));
        return toCollection(await answerList({ request, reply }, list));
      },
    );
    app.get(
      `/epcis/${path}/:id`,
      { schema: { tags, summary: `What there is of one of the ${path}`, params: ById, response: { 200: Collection } } },
      async (request) => {
        const who = may.readEvents(principalOf(request));
        const { id } = request.params;
        const found = await readAs(house, who, (tx) => hasFacet(tx, facetsFor(id)));
        return found ? toCollection(['events']) : refuse('NOT_FOUND', { what: path, id });
      },
    );
    app.get(
      `/epcis/${path}/:id/events`,
      {
        schema: {
          tags,
          summary: `Events of one of the ${path}`,
          params: ById,
          querystring: EventParameters,
          response: { 200: AnyObject },
        },
      },
      async (request, reply) => {
        const who = may.readEvents(principalOf(request));
        const query: EventQuery = readQuery(parametersOf(request));
        const own = { sql: 'facets && $1::text[]', values: [facetsFor(request.params.id)] };
        return answerPage(house, who, { ...query, conditions: [own, ...query.conditions] }, { request, reply });
      },
    );
  };
