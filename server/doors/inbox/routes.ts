import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Transaction } from '@intakt/database';
import { Type } from 'typebox';
import { personOf } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import type { Principal } from '../../access/principal.ts';
import { type House, type PlainRoutes, type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from '../access.ts';
import { sendBytes } from '../body.ts';
import { acknowledge } from '../edi/acknowledge.ts';
import { streamOf } from '../edi/spool.ts';
import { type InboxMessage, MESSAGE_STATES } from './message.ts';
import type { Decision } from './propose.ts';
import { Decisions, MessageDetail, MessageShape, PreviewShape } from './shapes.ts';
import { selectMessages } from './store.ts';
import { dismiss, findOwn, openTask, preview, resolve, supersede } from './task.ts';

const tags = ['inbox'];
const ById = Type.Object({ id: Type.String({ maxLength: 80 }) });
const List = Type.Object(
  {
    state: Type.Optional(Type.Enum([...MESSAGE_STATES])),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' })),
  },
  { additionalProperties: false },
);
const Messages = Type.Object({ messages: Type.Array(MessageShape), next: Type.Optional(Type.String()) });

/** What came in at the doors and what became of it. */
export const inboxRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  readRoutes(app as never, house);
  fileRoutes(app as never, house);
  decisionRoutes(app as never, house);
};

const readRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/inbox',
    {
      schema: {
        tags,
        summary: 'Messages received, newest first; those of the other side too where it named us',
        querystring: List,
        response: { 200: Messages },
      },
    },
    async (request) => {
      const who = principalOf(request);
      may.readInbox(who);
      const { state, limit = 100, cursor } = request.query;
      const found = await readAs(house, who, (tx) => listMessages(tx, { state, limit: limit + 1, cursor }));
      const last = found[limit - 1];
      const next = found.length > limit && last ? `${last.receivedAt} ${last.id}` : undefined;
      return { messages: found.slice(0, limit).map(toAnswer), ...(next ? { next } : {}) };
    },
  );

  app.get(
    '/api/inbox/:id',
    {
      schema: {
        tags,
        summary: 'One message with its mistakes, its unknown references and what may be done about them',
        params: ById,
        response: { 200: MessageDetail },
      },
    },
    async (request) => {
      const who = principalOf(request);
      may.readInbox(who);
      const message = await findVisible(house, who, request.params.id);
      const own = message.organisation === who.organisation;
      const { proposals, together } = own ? await openTask(house, message) : { proposals: [], together: [] };
      const { unmapped, content } = message;
      return {
        ...toAnswer(message),
        unmapped,
        statements: content.list,
        proposals,
        together: together.map((each) => each.id),
      };
    },
  );
};

const fileRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/inbox/:id/raw',
    {
      schema: {
        tags,
        summary: 'The bytes as they were received',
        params: ById,
        produces: ['application/octet-stream'],
      },
    },
    async (request, reply) => {
      const who = principalOf(request);
      const { file } = await findFile(house, who, request.params.id);
      if (file.parts === 0) return sendBytes(reply, file.name, file.bytes);
      return sendBytes(
        reply,
        file.name,
        streamOf(file, (work) => readAs(house, who, work)),
      );
    },
  );

  app.get(
    '/api/inbox/:id/acknowledgement',
    {
      schema: {
        tags,
        summary: 'The acknowledgement for the sender: CONTRL or 997',
        params: ById,
        produces: ['application/octet-stream'],
      },
    },
    async (request, reply) => {
      const { message, file } = await findFile(house, principalOf(request), request.params.id);
      const acknowledgement =
        message.format === 'epcis' || file.parts > 0 ? undefined : acknowledge(message, file.bytes);
      if (!acknowledgement) return refuse('NOT_FOUND', { what: 'acknowledgement', id: message.id });
      return sendBytes(
        reply,
        `${message.format === 'x12' ? '997' : 'CONTRL'}-${message.id}.edi`,
        Buffer.from(acknowledgement),
      );
    },
  );
};

const decisionRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.post(
    '/api/inbox/:id/preview',
    {
      schema: {
        tags,
        summary: 'What these decisions would record, and what the message would do then',
        params: ById,
        body: Decisions,
        response: { 200: PreviewShape },
      },
    },
    async (request) => {
      const { organisation } = may.decideMessages(principalOf(request));
      const message = await findOwn(house, organisation, request.params.id);
      return preview(house, message, request.body.decisions as Decision[]);
    },
  );

  app.post(
    '/api/inbox/:id/resolve',
    {
      schema: {
        tags,
        summary: 'Record these decisions and, when nothing is open any more, the message',
        params: ById,
        body: Decisions,
        response: { 200: Messages },
      },
    },
    async (request) => {
      const who = may.decideMessages(principalOf(request));
      const message = await findOwn(house, who.organisation, request.params.id);
      const settled = await resolve(house, message, {
        decisions: request.body.decisions as Decision[],
        person: personOf(who),
      });
      return { messages: settled.map(toAnswer) };
    },
  );

  app.post(
    '/api/inbox/:id/supersede',
    {
      schema: {
        tags,
        summary: 'Take the new content under a used reference as a correction',
        params: ById,
        response: { 200: Messages },
      },
    },
    async (request) => {
      const who = may.decideMessages(principalOf(request));
      const message = await findOwn(house, who.organisation, request.params.id);
      return { messages: (await supersede(house, message, personOf(who))).map(toAnswer) };
    },
  );

  app.post(
    '/api/inbox/:id/dismiss',
    {
      schema: {
        tags,
        summary: 'Set a message aside; its bytes stay',
        params: ById,
        body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 400 }) }, { additionalProperties: false }),
        response: { 200: MessageShape },
      },
    },
    async (request) => {
      const who = may.decideMessages(principalOf(request));
      const message = await findOwn(house, who.organisation, request.params.id);
      return toAnswer(await dismiss(house, message, { reason: request.body.reason, person: personOf(who) }));
    },
  );
};

type Listed = InboxMessage & { fileName?: string; decidedAt?: string | null; decidedBy?: string | null };

async function listMessages(
  tx: Transaction,
  { state, limit, cursor }: { state?: string; limit: number; cursor?: string },
): Promise<InboxMessage[]> {
  const [at, id] = cursor?.split(' ') ?? [];
  return selectMessages(
    tx,
    `where ($1::text is null or m.state = $1) and ($2::timestamptz is null or (m.received_at, m.id) < ($2::timestamptz, $3::text))
     order by m.received_at desc, m.id desc limit $4`,
    [state ?? null, at ?? null, id ?? null, limit],
  );
}

async function findVisible(house: House, who: Principal, id: string): Promise<InboxMessage> {
  const [message] = await readAs(house, who, (tx) => selectMessages(tx, 'where m.id = $1', [id]));
  return message ?? refuse('NOT_FOUND', { what: 'message', id });
}

interface KeptFile {
  id: string;
  name: string;
  bytes: Buffer;
  parts: number;
}

async function findFile(house: House, who: Principal, id: string): Promise<{ message: InboxMessage; file: KeptFile }> {
  may.readInbox(who);
  const message = await findVisible(house, who, id);
  const [file] = await readAs(house, who, (tx) =>
    tx.query<KeptFile>('select id, name, bytes, parts from inbox_file where id = $1', [message.file]),
  );
  return file ? { message, file } : refuse('NOT_FOUND', { what: 'file', id: message.file });
}

/** A message as the API shows it. */
export function toAnswer(message: Listed) {
  const {
    id,
    file,
    fileName,
    organisation,
    position,
    format,
    type,
    reference,
    state,
    errors,
    unknowns,
    events,
    conflict,
    receivedAt,
  } = message;
  const { sender, receiver, controlReference } = message.content.envelope;
  const decidedAt = message.decidedAt ?? undefined;
  const decidedBy = message.decidedBy ?? undefined;
  return {
    id,
    file,
    fileName,
    organisation,
    position,
    format,
    type,
    reference,
    controlReference,
    sender,
    receiver,
    state,
    errors,
    unknowns,
    events,
    conflict,
    receivedAt,
    decidedAt,
    decidedBy,
  };
}
