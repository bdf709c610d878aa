import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Member } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from '../access.ts';
import { objectionTo } from '../post/guarded-post.ts';
import {
  type EpcisSubscription,
  findQuery,
  findSubscription,
  insertQuery,
  insertSubscription,
  listQueries,
  listSubscriptions,
  type NamedQuery,
  removeQuery,
  removeSubscription,
} from './named-store.ts';
import type { ParameterValue } from './parameters.ts';
import { readQuery } from './query.ts';
import { nextTime, type Schedule } from './schedule.ts';

const tags = ['EPCIS 2.0'];
const closed = { additionalProperties: false } as const;
const Name = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$' });
const ByName = Type.Object({ name: Name });
const BySubscription = Type.Object({ name: Name, id: Type.String({ maxLength: 80 }) });
const Definition = Type.Object(
  {
    name: Name,
    query: Type.Record(Type.String({ maxLength: 200 }), Type.Any(), {
      description: 'Parameters of SimpleEventQuery; lists as arrays',
    }),
  },
  closed,
);
const Field = Type.Optional(Type.String({ maxLength: 200 }));
const ScheduleShape = Type.Object(
  { second: Field, minute: Field, hour: Field, dayOfMonth: Field, month: Field, dayOfWeek: Field },
  closed,
);
const Wanted = Type.Object(
  {
    dest: Type.String({ maxLength: 500 }),
    signatureToken: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
    stream: Type.Optional(Type.Boolean()),
    schedule: Type.Optional(ScheduleShape),
    reportIfEmpty: Type.Optional(Type.Boolean()),
    initialRecordTime: Type.Optional(Type.String({ format: 'date-time' })),
  },
  closed,
);
const SubscriptionShape = Type.Object({
  subscriptionID: Type.String(),
  queryName: Type.String(),
  dest: Type.String(),
  createdAt: Type.String(),
  lastNotifiedAt: Type.Optional(Type.String()),
  stream: Type.Optional(Type.Boolean()),
  schedule: Type.Optional(ScheduleShape),
  reportIfEmpty: Type.Boolean(),
  problem: Type.Optional(Type.String({ description: 'Why the last report did not arrive' })),
});

/** Queries under a name, and who is told of what they find (EPCIS 2.0, section 12.8). */
export const namedRoutes: PlainRoutes = (instance, house) => {
  definitionRoutes(instance, house);
  subscribeRoutes(instance, house);
  subscriptionRoutes(instance, house);
};

const definitionRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/epcis/queries',
    { schema: { tags, summary: 'Our named queries', response: { 200: Type.Array(Definition) } } },
    async (request) => readAs(house, may.readEvents(principalOf(request)), listQueries),
  );
  app.post(
    '/epcis/queries',
    {
      schema: { tags, summary: 'Keep a query under a name', body: Definition, response: { 201: Definition } },
    },
    async (request, reply) => {
      const { organisation } = may.nameQueries(principalOf(request));
      const given = request.body as NamedQuery;
      refuseOtherValues(given.query);
      readQuery(given.query);
      const isNew = await house.db.system((tx) => insertQuery(tx, organisation, given, house.clock.instant()));
      if (!isNew) refuse('ID_TAKEN', { what: 'query', id: given.name, owner: 'your organisation' });
      reply.status(201).header('location', `/epcis/queries/${given.name}`);
      return given;
    },
  );
  app.get(
    '/epcis/queries/:name',
    { schema: { tags, summary: 'A named query', params: ByName, response: { 200: Definition } } },
    async (request) => findNamed(house, may.readEvents(principalOf(request)), request.params.name),
  );
  app.delete(
    '/epcis/queries/:name',
    {
      schema: {
        tags,
        summary: 'Forget a query, with its subscriptions',
        params: ByName,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const who = may.nameQueries(principalOf(request));
      const { name } = await findNamed(house, who, request.params.name);
      await house.db.system((tx) => removeQuery(tx, who.organisation, name));
      return reply.status(204).send(null);
    },
  );
};

const subscribeRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/epcis/queries/:name/subscriptions',
    {
      schema: {
        tags,
        summary: 'Have what a query finds posted to an address, as it is captured (stream) or on a schedule (UTC)',
        params: ByName,
        body: Wanted,
        response: { 201: SubscriptionShape },
      },
    },
    async (request, reply) => {
      const who = may.nameQueries(principalOf(request));
      const { name } = await findNamed(house, who, request.params.name);
      const { dest, signatureToken, stream, schedule, reportIfEmpty = false, initialRecordTime } = request.body;
      const dueAt = firstReport(house, { dest, stream, schedule });
      const id = randomUUID();
      const given = { id, owner: who.organisation, query: name, dest, reportIfEmpty, dueAt, initialRecordTime };
      await house.db.system((tx) =>
        insertSubscription(tx, {
          ...given,
          schedule: schedule ?? null,
          token: signatureToken,
          createdAt: house.clock.instant(),
        }),
      );
      reply.status(201).header('location', `/epcis/queries/${name}/subscriptions/${id}`);
      return toAnswer(await findOne(house, who, { name, id }));
    },
  );
};

const subscriptionRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/epcis/queries/:name/subscriptions',
    { schema: { tags, summary: 'Who is told', params: ByName, response: { 200: Type.Array(SubscriptionShape) } } },
    async (request) => {
      const who = may.readEvents(principalOf(request));
      const { name } = await findNamed(house, who, request.params.name);
      return (await readAs(house, who, (tx) => listSubscriptions(tx, name))).map(toAnswer);
    },
  );
  app.get(
    '/epcis/queries/:name/subscriptions/:id',
    { schema: { tags, summary: 'One subscription', params: BySubscription, response: { 200: SubscriptionShape } } },
    async (request) => toAnswer(await findOne(house, may.readEvents(principalOf(request)), request.params)),
  );
  app.delete(
    '/epcis/queries/:name/subscriptions/:id',
    { schema: { tags, summary: 'Unsubscribe', params: BySubscription, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const who = may.nameQueries(principalOf(request));
      const { id } = await findOne(house, who, request.params);
      await house.db.system((tx) => removeSubscription(tx, id));
      return reply.status(204).send(null);
    },
  );
};

function refuseOtherValues(query: Record<string, unknown>): void {
  const isText = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
  const wrong = Object.entries(query).find(
    ([, value]) => !isText(value) && !(Array.isArray(value) && value.every(isText)),
  );
  if (wrong) refuse('INVALID', { path: wrong[0], problem: 'must be a text, a number or a list', value: wrong[1] });
}

/** When a schedule reports first; a stream waits for what is captured. */
function firstReport(
  house: House,
  { dest, stream, schedule }: { dest: string; stream: boolean | undefined; schedule: Schedule | undefined },
): string | null {
  const objection = objectionTo(dest, house.config.privateTargets);
  if (objection) refuse('INVALID', { path: 'dest', problem: objection, value: dest });
  if (Boolean(stream) === Boolean(schedule))
    refuse('INVALID', {
      path: 'stream',
      problem: 'give either "stream": true or a schedule',
      value: stream ?? 'nothing',
    });
  if (!schedule) return null;
  const next = nextTime(schedule, house.clock.now());
  if (next === undefined)
    return refuse('INVALID', { path: 'schedule', problem: 'never comes', value: JSON.stringify(schedule) });
  return new Date(next).toISOString();
}

export async function findNamed(
  house: House,
  who: Member,
  name: string,
): Promise<{ name: string; query: Record<string, ParameterValue> }> {
  const found = await readAs(house, who, (tx) => findQuery(tx, name));
  return found ?? refuse('NOT_FOUND', { what: 'query', id: name });
}

async function findOne(
  house: House,
  who: Member,
  { name, id }: { name: string; id: string },
): Promise<EpcisSubscription> {
  const found = await readAs(house, who, (tx) => findSubscription(tx, { query: name, id }));
  return found ?? refuse('NOT_FOUND', { what: 'subscription', id });
}

const toAnswer = ({ id, query, dest, schedule, reportIfEmpty, createdAt, lastAt, problem }: EpcisSubscription) => ({
  subscriptionID: id,
  queryName: query,
  dest,
  createdAt,
  ...(lastAt ? { lastNotifiedAt: lastAt } : {}),
  ...(schedule ? { schedule } : { stream: true }),
  reportIfEmpty,
  ...(problem ? { problem } : {}),
});
