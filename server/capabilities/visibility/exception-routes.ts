import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  Difference,
  EXCEPTION_KINDS,
  ExceptionHit,
  ExceptionImpact,
  ExceptionOption,
  Id,
  LIGHTS,
  LineStopCost,
  OPTION_KINDS,
} from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { actsOf, choiceCommands } from './choose-option.ts';
import {
  findException,
  listExceptions,
  listForeignExceptions,
  listLineStopCosts,
  listTold,
  ownsSite,
} from './exception-store.ts';
import { byImpact } from './settle-exceptions.ts';

const text = Type.String();
const nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) => Type.Union([schema, Type.Null()]);
const Exception = Type.Object({
  owner: text,
  id: text,
  kind: Type.Enum([...EXCEPTION_KINDS]),
  state: text,
  stopAt: nullable(text),
  impactAt: nullable(text),
  impact: nullable(ExceptionImpact),
  hits: Type.Array(ExceptionHit),
  cause: nullable(Type.Object({ supplier: text, shipment: text, despatchNote: text, expectedAt: text })),
  partner: nullable(text),
  reference: nullable(text),
  difference: nullable(Difference),
  options: nullable(Type.Array(ExceptionOption)),
  chosen: nullable(text),
  chosenOf: nullable(text),
  raisedAt: text,
  changedAt: text,
  sequence: Type.Integer(),
});
const Light = Type.Object({
  owner: text,
  exception: text,
  site: text,
  part: text,
  kind: Type.Enum([...EXCEPTION_KINDS]),
  light: Type.Enum([...LIGHTS]),
  stopShift: nullable(text),
});
const Told = Type.Object({
  owner: text,
  exception: text,
  to: text,
  kind: Type.Enum([...EXCEPTION_KINDS]),
  site: nullable(text),
  part: nullable(text),
  supplier: nullable(text),
  shipment: nullable(text),
  reference: nullable(text),
  difference: nullable(Difference),
});

/** What stops whom and when, and what is done about it. */
export const exceptionRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/exceptions',
    {
      schema: {
        tags: ['visibility'],
        summary: 'Open exceptions, the nearest and dearest impact first, and what partners tell and let see of theirs',
        response: {
          200: Type.Object({
            exceptions: Type.Array(Exception),
            /** Of partners who share their projection as lights. */
            foreign: Type.Array(Light),
            /** Of parties of the same goods and call-offs. */
            told: Type.Array(Told),
          }),
        },
      },
    },
    (request) => {
      const who = principalOf(request);
      const organisation = who.kind === 'link' ? '' : who.organisation;
      return readAs(house, who, async (tx) => ({
        exceptions: (await listExceptions(tx, organisation)).toSorted(byImpact) as never[],
        foreign: (await listForeignExceptions(tx, organisation)) as never[],
        told: (await listTold(tx, organisation)) as never[],
      }));
    },
  );

  app.post(
    '/api/exceptions/:id/choose',
    {
      schema: {
        tags: ['visibility'],
        summary: 'Choose what is done about an exception',
        params: Type.Object({ id: Id }),
        body: Type.Object(
          { option: Type.Enum([...OPTION_KINDS]), of: Type.Optional(Id) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ eventId: text, sequence: Type.Integer() }) },
      },
    },
    async (request) => {
      const who = may.decide(principalOf(request));
      const { id } = request.params;
      const exception = await readAs(house, who, (tx) => findException(tx, who.organisation, id));
      if (!exception) return refuse('NOT_FOUND', { what: 'exception', id });
      const scope = { organisation: who.organisation, today: house.clock.today(), now: house.clock.instant() };
      const said = {
        id: String(request.headers['idempotency-key'] ?? randomUUID()),
        occurredAt: scope.now,
        acts: await readAs(house, who, (tx) => actsOf(tx, scope, exception, request.body)),
      };
      const commands = choiceCommands(exception, request.body, said);
      const [result] = await house.recorder.record(
        { organisation: who.organisation, ...(who.kind === 'person' && { person: who.person }) },
        commands,
        { atomic: true },
      );
      if (!result!.ok) throw result!.refusal;
      return { eventId: result!.eventId, sequence: result!.sequence };
    },
  );
};

/** What standing still costs, site by site; without it the cost of an exception is unknown and says so. */
export const lineStopCostRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/line-stop-costs',
    {
      schema: {
        tags: ['visibility'],
        summary: 'What a minute of standstill costs at the own sites',
        response: { 200: Type.Object({ costs: Type.Array(Type.Omit(LineStopCost, ['owner'])) }) },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const organisation = who.kind === 'link' ? '' : who.organisation;
      return { costs: await readAs(house, who, (tx) => listLineStopCosts(tx, organisation)) };
    },
  );

  app.put(
    '/api/line-stop-costs/:site',
    {
      schema: {
        tags: ['visibility'],
        summary: 'State what a minute of standstill costs at an own site',
        params: Type.Object({ site: Id }),
        body: Type.Omit(LineStopCost, ['owner', 'site']),
        response: { 200: Type.Object({ eventId: text, sequence: Type.Integer() }) },
      },
    },
    async (request) => {
      const who = may.price(principalOf(request));
      const { site } = request.params;
      if (!(await readAs(house, who, (tx) => ownsSite(tx, who.organisation, site))))
        return refuse('NOT_FOUND', { what: 'site of your own', id: site });
      const [result] = await house.recorder.record(
        { organisation: who.organisation, ...(who.kind === 'person' && { person: who.person }) },
        [
          {
            type: 'line-stop-cost-stated',
            source: 'screen',
            id: String(request.headers['idempotency-key'] ?? randomUUID()),
            occurredAt: house.clock.instant(),
            data: { ...request.body, owner: who.organisation, site },
          },
        ],
      );
      if (!result!.ok) throw result!.refusal;
      return { eventId: result!.eventId, sequence: result!.sequence };
    },
  );
};
