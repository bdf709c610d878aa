import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { CONTAINER_CAUSES, ContainerBalance, ContainersMoved, Id, Reference } from '@intakt/contract';
import { Type } from 'typebox';
import { requireMember } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { recordAs } from '../../access/record-as.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { may } from './access.ts';
import { listContainerAccounts, listContainerMovements } from './container-store.ts';

const tags = ['visibility'];
const closed = { additionalProperties: false } as const;
const text = Type.String();
const nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) => Type.Union([schema, Type.Null()]);
const Count = Type.Integer();

const Account = Type.Object({
  partner: Id,
  packaging: text,
  balance: Type.Integer({ description: 'Packages that the partner owes, in my view; negative: that I owe' }),
  partnerBalance: Type.Integer({ description: 'The same in the view of the partner' }),
  underWayOut: Count,
  underWayIn: Count,
  differing: Type.Integer({ description: 'Passages of which both sides say another number' }),
  statedAt: nullable(text),
  partnerStatedAt: nullable(text),
  movedAt: nullable(text),
});
const Movement = Type.Object({
  reference: text,
  cause: Type.Enum([...CONTAINER_CAUSES]),
  shipment: nullable(text),
  isOut: Type.Boolean({ description: 'From me to the partner' }),
  movedAt: text,
  sent: nullable(Count),
  sentVia: nullable(text),
  sentNote: nullable(text),
  received: nullable(Count),
  receivedVia: nullable(text),
  receivedNote: nullable(text),
});
const Recorded = Type.Object({ eventId: text, sequence: Type.Integer() });
const MoveBody = Type.Object(
  {
    direction: Type.Enum(['sent', 'received']),
    partner: Id,
    ...Type.Omit(ContainersMoved, ['by', 'from', 'to', 'epcisEvent']).properties,
  },
  closed,
);

/** Accounts of returnable packages, the same for both partners. */
export const containerRoutes: PlainRoutes = (app, house) => {
  readingRoutes(app, house);
  bookingRoutes(app, house);
};

const readingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/container-accounts',
    {
      schema: {
        tags,
        summary: 'Returnable packages per partner and kind: balance of both sides, under way, differences',
        response: { 200: Type.Object({ accounts: Type.Array(Account) }) },
      },
    },
    async (request) => {
      const who = requireMember(principalOf(request), 'see container accounts');
      return { accounts: await readAs(house, who, (tx) => listContainerAccounts(tx, who.organisation)) };
    },
  );

  app.get(
    '/api/container-movements',
    {
      schema: {
        tags,
        summary: 'What both sides say of each passage of an account, newest first',
        querystring: Type.Object({
          partner: Id,
          packaging: Reference,
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })),
        }),
        response: { 200: Type.Object({ movements: Type.Array(Movement) }) },
      },
    },
    async (request) => {
      const who = requireMember(principalOf(request), 'see container accounts');
      const filter = { limit: 500, ...request.query, organisation: who.organisation };
      return { movements: (await readAs(house, who, (tx) => listContainerMovements(tx, filter))) as never[] };
    },
  );
};

const bookingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/container-movements',
    {
      schema: {
        tags,
        summary: 'Say how many packages left or came; under the same reference it corrects what I said before',
        body: MoveBody,
        response: { 200: Recorded },
      },
    },
    (request) => {
      const who = may.bookContainers(principalOf(request));
      const { direction, partner, ...rest } = request.body;
      const own = who.organisation;
      const [from, to] = direction === 'sent' ? [own, partner] : [partner, own];
      return recordAs(house, { request, who, type: 'containers-moved', data: { ...rest, by: own, from, to } });
    },
  );

  app.post(
    '/api/container-balances',
    {
      schema: {
        tags,
        summary: 'Say what my books or my count say of an account; it goes on from there',
        body: Type.Omit(ContainerBalance, ['by']),
        response: { 200: Recorded },
      },
    },
    (request) => {
      const who = may.bookContainers(principalOf(request));
      const data = { ...request.body, by: who.organisation };
      return recordAs(house, { request, who, type: 'container-balance-stated', data });
    },
  );
};
