import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { CloudEvent, EVENT_TYPES, type EventType } from '@intakt/contract';
import { Type } from 'typebox';
import { type Member, personOf } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { type House, type PlainRoutes, type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from '../access.ts';
import { objectionTo } from '../post/guarded-post.ts';
import { newSecret } from '../post/sign.ts';
import { readBody } from './deliver.ts';
import { envelopeOf } from './envelope.ts';
import {
  changeSubscription,
  DELIVERY_STATES,
  type Delivery,
  findSubscription,
  insertSubscription,
  listSubscriptions,
  removeSubscription,
  replaceSecret,
  replay,
  type Subscription,
  selectDeliveries,
} from './store.ts';

const tags = ['webhooks'];
const closed = { additionalProperties: false } as const;
const ById = Type.Object({ id: Type.String({ maxLength: 80 }) });
const Given = {
  name: Type.String({ minLength: 1, maxLength: 80 }),
  url: Type.String({ maxLength: 500 }),
  types: Type.Array(Type.Enum(EVENT_TYPES as [EventType, ...EventType[]]), {
    maxItems: EVENT_TYPES.length,
    uniqueItems: true,
    description: 'Empty: events of all types',
  }),
};
const Shape = Type.Object({
  id: Type.String(),
  ...Given,
  active: Type.Boolean(),
  position: Type.Integer({ description: 'Delivered, or given up, up to this sequence number' }),
  attempts: Type.Integer({ description: 'Failed tries of the event that is next' }),
  dueAt: Type.Optional(Type.String()),
  problem: Type.Optional(Type.String()),
  createdAt: Type.String(),
});
const Secret = Type.Object({ secret: Type.String({ description: 'Shown this once' }) });
const DeliveryShape = Type.Object({
  number: Type.Integer(),
  sequence: Type.Integer(),
  eventId: Type.String(),
  type: Type.String(),
  state: Type.Enum([...DELIVERY_STATES]),
  attempts: Type.Integer(),
  status: Type.Optional(Type.Integer()),
  problem: Type.Optional(Type.String()),
  settledAt: Type.Optional(Type.String()),
});

/** Events for an organisation's own systems, posted in ledger order. */
export const webhookRoutes: Routes = (instance, house) => {
  readRoutes(instance, house);
  createRoutes(instance, house);
  changeRoutes(instance, house);
  deliveryRoutes(instance, house);
};

const readRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/webhooks',
    {
      schema: {
        tags,
        summary: 'Our webhooks, and how far each has come',
        response: { 200: Type.Object({ webhooks: Type.Array(Shape) }) },
      },
    },
    async (request) => {
      const who = may.manageWebhooks(principalOf(request));
      return { webhooks: (await readAs(house, who, listSubscriptions)).map(toAnswer) };
    },
  );
  app.get(
    '/api/webhooks/:id',
    { schema: { tags, summary: 'One webhook', params: ById, response: { 200: Shape } } },
    async (request) => {
      const who = may.manageWebhooks(principalOf(request));
      return toAnswer(await findOwn(house, who, request.params.id));
    },
  );
};

const createRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/webhooks',
    {
      schema: {
        tags,
        summary: 'Have events posted to an address, beginning with the next one',
        description:
          'CloudEvents 1.0 in structured JSON, signed as Standard Webhooks say. At least once, in ledger order; `id` tells a repetition.',
        body: Type.Object(Given, closed),
        response: { 201: Type.Object({ ...Shape.properties, ...Secret.properties }) },
      },
    },
    async (request, reply) => {
      const who = may.manageWebhooks(principalOf(request));
      refuseUnreachable(house, request.body.url);
      const id = `wh-${randomUUID()}`;
      const secret = newSecret();
      const { organisation } = who;
      const given = { ...request.body, id, organisation, secret, by: personOf(who), createdAt: house.clock.instant() };
      await house.db.system((tx) => insertSubscription(tx, given));
      reply.status(201);
      return { ...toAnswer(await findOwn(house, who, id)), secret };
    },
  );
  app.post(
    '/api/webhooks/:id/secret',
    {
      schema: {
        tags,
        summary: 'A new secret; the old one signs nothing any more',
        params: ById,
        response: { 200: Secret },
      },
    },
    async (request) => {
      const who = may.manageWebhooks(principalOf(request));
      const { id } = await findOwn(house, who, request.params.id);
      const secret = newSecret();
      await house.db.system((tx) => replaceSecret(tx, id, secret));
      return { secret };
    },
  );
};

const changeRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.put(
    '/api/webhooks/:id',
    {
      schema: {
        tags,
        summary: 'Change a webhook; it goes on where it was',
        params: ById,
        body: Type.Object({ ...Given, active: Type.Boolean() }, closed),
        response: { 200: Shape },
      },
    },
    async (request) => {
      const who = may.manageWebhooks(principalOf(request));
      refuseUnreachable(house, request.body.url);
      const { id } = await findOwn(house, who, request.params.id);
      await house.db.system((tx) => changeSubscription(tx, id, request.body));
      return toAnswer(await findOwn(house, who, id));
    },
  );
  app.delete(
    '/api/webhooks/:id',
    { schema: { tags, summary: 'Remove a webhook with its deliveries', params: ById, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const who = may.manageWebhooks(principalOf(request));
      const { id } = await findOwn(house, who, request.params.id);
      await house.db.system((tx) => removeSubscription(tx, id));
      return reply.status(204).send(null);
    },
  );
};

const deliveryRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/webhooks/:id/deliveries',
    {
      schema: {
        tags,
        summary: 'What was delivered and what was given up, newest first',
        params: ById,
        querystring: Type.Object(
          {
            state: Type.Optional(Type.Enum([...DELIVERY_STATES])),
            before: Type.Optional(Type.Integer({ minimum: 0, description: '`next` of the page before' })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
          },
          closed,
        ),
        response: { 200: Type.Object({ deliveries: Type.Array(DeliveryShape), next: Type.Optional(Type.Integer()) }) },
      },
    },
    async (request) => {
      const who = may.manageWebhooks(principalOf(request));
      const { id } = await findOwn(house, who, request.params.id);
      const { limit = 100, ...query } = request.query;
      const found = await readAs(house, who, (tx) =>
        selectDeliveries(tx, { ...query, subscription: id, limit: limit + 1 }),
      );
      const next = found.length > limit ? found[limit - 1]?.number : undefined;
      return { deliveries: found.slice(0, limit).map(toDelivery), ...(next ? { next } : {}) };
    },
  );
  app.get(
    '/api/webhooks/:id/letters/:eventId',
    {
      schema: {
        tags,
        summary: 'What is posted for an event',
        params: Type.Object({ ...ById.properties, eventId: Type.String({ format: 'uuid' }) }),
        response: { 200: CloudEvent },
      },
    },
    async (request) => {
      const who = may.manageWebhooks(principalOf(request));
      await findOwn(house, who, request.params.id);
      const { eventId } = request.params;
      const body = await readBody(house, who, eventId);
      return body ? envelopeOf(body, house.config.origin) : refuse('NOT_FOUND', { what: 'event', id: eventId });
    },
  );
  app.post(
    '/api/webhooks/:id/replay',
    {
      schema: {
        tags,
        summary: 'Try dead letters again: these, or all',
        params: ById,
        body: Type.Object({ numbers: Type.Optional(Type.Array(Type.Integer(), { maxItems: 1000 })) }, closed),
        response: { 200: Type.Object({ replayed: Type.Integer() }) },
      },
    },
    async (request) => {
      const who = may.manageWebhooks(principalOf(request));
      const { id } = await findOwn(house, who, request.params.id);
      const { numbers } = request.body;
      const now = house.clock.instant();
      return { replayed: await house.db.system((tx) => replay(tx, { subscription: id, numbers, now })) };
    },
  );
};

function refuseUnreachable(house: House, url: string): void {
  const objection = objectionTo(url, house.config.privateTargets);
  if (objection) refuse('INVALID', { path: 'url', problem: objection, value: url });
}

async function findOwn(house: House, who: Member, id: string): Promise<Subscription> {
  const found = await readAs(house, who, (tx) => findSubscription(tx, id));
  return found ?? refuse('NOT_FOUND', { what: 'webhook', id });
}

const toAnswer = ({ organisation: _, dueAt, problem, ...rest }: Subscription) => ({
  ...rest,
  ...(dueAt ? { dueAt } : {}),
  ...(problem ? { problem } : {}),
});

const toDelivery = ({ subscription: _, organisation: __, status, problem, settledAt, ...rest }: Delivery) => ({
  ...rest,
  ...(status === null ? {} : { status }),
  ...(problem ? { problem } : {}),
  ...(settledAt ? { settledAt } : {}),
});
