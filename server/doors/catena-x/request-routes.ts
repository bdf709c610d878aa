import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { personOf } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from '../access.ts';
import { refuseTooLarge } from '../body.ts';
import { ASKED_NAMES, DIRECTIONS, TAKEN_NAMES } from './aspects.ts';
import { confirmStanding, selectRequests, type UpdateRequest } from './request-store.ts';
import { askForUpdate } from './requests.ts';
import { askByIds, tellAsked } from './requests-by-id.ts';

const tags = ['Catena-X'];
const closed = { additionalProperties: false } as const;
const Aspect = Type.Enum([...ASKED_NAMES]);
const Direction = Type.Enum([...DIRECTIONS]);
const Request = Type.Object({
  id: Type.String(),
  owner: Type.String({ description: 'Who asks' }),
  partner: Type.String({ description: 'Who is asked' }),
  aspect: Aspect,
  part: Type.String({ description: 'The part, or the capacity group' }),
  direction: Type.Optional(Direction),
  note: Type.Optional(Type.String()),
  requestedAt: Type.String(),
  answeredAt: Type.Optional(Type.String({ description: 'When the statement that was asked for came' })),
  answerAt: Type.String({ description: 'Where the one who is asked posts its answer' }),
  readAt: Type.String({ description: 'Where the one who asks gets it' }),
});
const Requests = Type.Object({ requests: Type.Array(Request) });
const Body = Type.Object(
  {
    aspect: Type.Enum([...TAKEN_NAMES]),
    material: Type.String({ minLength: 1, maxLength: 120, description: 'A number, an id or a UUID of the part' }),
    direction: Type.Optional(Direction),
    partner: Type.Optional(
      Type.String({ minLength: 1, maxLength: 120, description: 'BPNL or id; all who state it when left out' }),
    ),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
  },
  closed,
);

/** Asking partners to state anew what they know of a part. They answer when they do, by posting it. */
export const requestRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/catena-x/requests',
    {
      schema: {
        tags,
        summary: 'Ask partners for an update of an aspect of a part; the answer says who was asked',
        description:
          'The partner sees the request, and closes it with the payload that it posts. An open request is not made twice.',
        body: Body,
        response: { 202: Requests },
      },
    },
    async (request, reply) => {
      const who = may.exchangeAspects(principalOf(request));
      const requests = await askForUpdate(house, who, request.body, personOf(who));
      reply.status(202);
      return { requests: requests.map(toAnswer) };
    },
  );
  app.get(
    '/api/catena-x/requests',
    {
      schema: {
        tags,
        summary: 'Requests for updates that we made and that were made to us, newest first',
        querystring: Type.Object(
          { open: Type.Optional(Type.Boolean({ description: 'Only those without an answer' })) },
          closed,
        ),
        response: { 200: Requests },
      },
    },
    async (request) => {
      const who = may.exchangeAspects(principalOf(request));
      const { open = false } = request.query;
      const requests = await readAs(house, who, (tx) => selectRequests(tx, { openOnly: open }));
      return { requests: requests.map(toAnswer) };
    },
  );
  app.post(
    '/api/catena-x/requests/:id/confirm',
    {
      schema: {
        tags,
        summary: 'Answer a request with what stands already: it is still so',
        params: Type.Object({ id: Type.String({ minLength: 1, maxLength: 80 }) }, closed),
        response: { 200: Request },
      },
    },
    async (request) => {
      const who = may.exchangeAspects(principalOf(request));
      const { id } = request.params;
      const said = { id, partner: who.organisation, at: house.clock.instant() };
      const confirmed = await house.db.system((tx) => confirmStanding(tx, said));
      return toAnswer(confirmed ?? refuse('NOT_FOUND', { what: 'open request for an update made to us', id }));
    },
  );
};

const Partner = Type.Object({
  partner: Type.String({ minLength: 1, maxLength: 120, description: 'The one who is asked: its BPNL, or its id' }),
});
const Payload = Type.Object({}, { additionalProperties: true, description: 'IdBasedRequestForUpdate' });
const Asked = Type.Object({
  requests: Type.Array(Request),
  newer: Type.Array(
    Type.Object({ aspect: Aspect, part: Type.String(), statedAt: Type.String(), readAt: Type.String() }),
    { description: 'What has been stated since `changedAt`, and is not asked for again' },
  ),
});

/** The same by the UUIDs of the weekly models, as the payload of a model of its own. */
export const requestByIdRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const url = '/api/catena-x/:partner/id-based-request-for-update/submodel/$value';
  app.post(
    url,
    {
      onRequest: async (request) => refuseTooLarge(request, house.config.bodyLimitBytes),
      schema: {
        tags,
        summary: 'Ask a partner for its weekly demands and capacity groups anew, by their ids',
        description:
          'A kind whose list is empty asks for all of it, an empty payload for both. An entry with `changedAt` asks only where nothing was stated since.',
        params: Partner,
        body: Payload,
        response: { 202: Asked },
      },
    },
    async (request, reply) => {
      const who = may.exchangeAspects(principalOf(request));
      const { partner, requests, newer } = await askByIds(house, who, request.params.partner, request.body);
      reply.status(202);
      return {
        requests: requests.map(toAnswer),
        newer: newer.map((one) => ({ ...one, readAt: `/api/catena-x/${partner}/${addressOf(one)}` })),
      };
    },
  );
  app.get(
    url,
    {
      schema: {
        tags,
        summary: 'What the partner asks of us by ids and has no answer yet, as IdBasedRequestForUpdate',
        params: Partner,
        response: { 200: Payload },
      },
    },
    async (request) => {
      const who = may.exchangeAspects(principalOf(request));
      return readAs(house, who, (tx) => tellAsked(tx, who.organisation, request.params.partner));
    },
  );
};

function toAnswer(request: UpdateRequest) {
  const { owner, partner } = request;
  const rest = addressOf(request);
  return { ...request, answerAt: `/api/catena-x/${owner}/${rest}`, readAt: `/api/catena-x/${partner}/${rest}` };
}

const addressOf = ({ aspect, part, direction }: Pick<UpdateRequest, 'aspect' | 'part' | 'direction'>): string =>
  `${aspect}/${encodeURIComponent(part)}${direction ? `/${direction}` : ''}/submodel/$value`;
