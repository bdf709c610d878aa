import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import type { Principal } from '../../access/principal.ts';
import { type House, type PlainRoutes, type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from '../access.ts';
import { sendBytes } from '../body.ts';
import { findPartner } from '../partners/store.ts';
import { sendSequence } from './send-sequence.ts';
import { SequenceToSend } from './sequence-shape.ts';
import { OUTGOING_STATES, type OutgoingMessage, readBytes, selectOutgoing, tryAgain } from './store.ts';

const tags = ['outgoing'];
const ById = Type.Object({ id: Type.String({ maxLength: 80 }) });
const ReplyShape = Type.Object(
  {
    inbox: Type.String({ description: 'The message of the inbox that says it' }),
    type: Type.String(),
    outcome: Type.Enum(['accepted', 'accepted-with-errors', 'rejected', 'received']),
    at: Type.String(),
    reasons: Type.Array(
      Type.Object({
        code: Type.Optional(Type.String()),
        text: Type.Optional(Type.String()),
        message: Type.Optional(Type.String({ description: 'Reference of the message within the interchange' })),
        segment: Type.Optional(Type.Integer()),
        tag: Type.Optional(Type.String()),
        element: Type.Optional(Type.Integer()),
        value: Type.Optional(Type.String()),
      }),
    ),
  },
  { description: 'What the partner’s system said of it' },
);
const MessageShape = Type.Object({
  id: Type.String(),
  partner: Type.Optional(Id),
  receiver: Type.Record(Type.String(), Type.Any()),
  format: Type.Enum(['edifact', 'x12', 'vda', 'csv']),
  type: Type.String(),
  controlReference: Type.String(),
  name: Type.String(),
  events: Type.Array(Type.String(), { description: 'The events it says' }),
  answers: Type.Optional(
    Type.String({
      description:
        'What it answers: an interchange as file#number, or a refused message of the inbox and the reasons as message!hash',
    }),
  ),
  channel: Type.Enum(['folder', 'webhook', 'none']),
  target: Type.Optional(Type.String()),
  state: Type.Enum([...OUTGOING_STATES]),
  attempts: Type.Integer(),
  dueAt: Type.Optional(Type.String()),
  problem: Type.Optional(Type.String()),
  createdAt: Type.String(),
  settledAt: Type.Optional(Type.String()),
  reply: Type.Optional(ReplyShape),
});
const List = Type.Object(
  {
    state: Type.Optional(Type.Enum([...OUTGOING_STATES])),
    partner: Type.Optional(Id),
    event: Type.Optional(Type.String({ format: 'uuid', description: 'Messages that say this event' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    before: Type.Optional(Type.Integer({ minimum: 0, description: '`next` of the page before' })),
  },
  { additionalProperties: false },
);
const Messages = Type.Object({ messages: Type.Array(MessageShape), next: Type.Optional(Type.Integer()) });

/** What goes out to partners, and what became of it. */
export const outgoingRoutes: Routes = (instance, house) => {
  readRoutes(instance, house);
  changeRoutes(instance, house);
  sequenceRoutes(instance, house);
};

const readRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/outgoing',
    { schema: { tags, summary: 'Messages to partners, newest first', querystring: List, response: { 200: Messages } } },
    async (request) => {
      const who = principalOf(request);
      may.readOutgoing(who);
      const { limit = 100, before, ...query } = request.query;
      const found = await readAs(house, who, (tx) => selectOutgoing(tx, { ...query, before, limit: limit + 1 }));
      const next = found.length > limit ? found[limit - 1]?.number : undefined;
      return { messages: found.slice(0, limit).map(toAnswer), ...(next ? { next } : {}) };
    },
  );

  app.get(
    '/api/outgoing/:id',
    { schema: { tags, summary: 'One message to a partner', params: ById, response: { 200: MessageShape } } },
    async (request) => toAnswer(await findOwn(house, principalOf(request), request.params.id)),
  );

  app.get(
    '/api/outgoing/:id/raw',
    {
      schema: {
        tags,
        summary: 'The bytes as they go out',
        params: ById,
        produces: ['application/octet-stream'],
      },
    },
    async (request, reply) => {
      const who = principalOf(request);
      const { id, name } = await findOwn(house, who, request.params.id);
      const bytes = await readAs(house, who, (tx) => readBytes(tx, id));
      return sendBytes(reply, name, bytes ?? Buffer.alloc(0));
    },
  );
};

const changeRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/outgoing/:id/retry',
    {
      schema: {
        tags,
        summary: 'Send it once more, by the channel that the partner’s profile says now',
        params: ById,
        response: { 200: MessageShape },
      },
    },
    async (request) => {
      const who = may.sendMessages(principalOf(request));
      const message = await findOwn(house, who, request.params.id);
      const { partner } = message;
      if (!partner)
        return refuse('WRONG_STATE', {
          ...{ what: 'message', id: message.id, state: 'addressed to nobody known here' },
          ...{ action: 'sending', needed: 'a partner with that address' },
        });
      if (!message.controlReference)
        return refuse('WRONG_STATE', {
          ...{ what: 'message', id: message.id, state: `not written: ${message.problem ?? ''}` },
          ...{ action: 'sending', needed: 'codes and a format that can say it; then release it anew' },
        });
      const found = await readAs(house, who, (tx) => findPartner(tx, who.organisation, partner));
      const channel = found?.profile?.channel ?? 'folder';
      const target = channel === 'webhook' ? found?.profile?.url : undefined;
      await house.db.system((tx) =>
        tryAgain(tx, { id: message.id, owner: who.organisation }, { channel, target, now: house.clock.instant() }),
      );
      return toAnswer(await findOwn(house, who, message.id));
    },
  );
};

const sequenceRoutes: PlainRoutes = (instance, house) => {
  instance.withTypeProvider<TypeBoxTypeProvider>().post(
    '/api/outgoing/sequences',
    {
      schema: {
        tags,
        summary: 'Send a sequence call-off: DELJIT (VDA 4986) or 866, as the partner’s profile says',
        description:
          'Goes out at once by the partner’s channel, and becomes no event. The same document again is not sent again.',
        body: SequenceToSend,
        response: { 200: MessageShape },
      },
    },
    async (request) => {
      const who = may.sendMessages(principalOf(request));
      return toAnswer(await sendSequence(house, who.organisation, request.body));
    },
  );
};

async function findOwn(house: House, who: Principal, id: string): Promise<OutgoingMessage> {
  may.readOutgoing(who);
  const [message] = await readAs(house, who, (tx) => selectOutgoing(tx, { id, limit: 1 }));
  return message ?? refuse('NOT_FOUND', { what: 'outgoing message', id });
}

const toAnswer = ({ owner: _, number: __, ...message }: OutgoingMessage) => message;
