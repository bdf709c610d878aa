import { randomUUID } from 'node:crypto';
import { EXCEPTION_KINDS, ExceptionHit, ExceptionOption, Id, LIGHTS, OPTION_KINDS } from '@intakt/contract';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { findException, listExceptions, listForeignExceptions } from './exception-store.ts';
import { choiceCommands } from './choose-option.ts';

const text = Type.String();
const nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) => Type.Union([schema, Type.Null()]);
const Exception = Type.Object({
  owner: text,
  id: text,
  kind: Type.Enum([...EXCEPTION_KINDS]),
  state: text,
  stopAt: text,
  hits: Type.Array(ExceptionHit),
  cause: nullable(Type.Object({ supplier: text, shipment: text, despatchNote: text, expectedAt: text })),
  options: nullable(Type.Array(ExceptionOption)),
  chosen: nullable(text),
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

/** What stops whom and when, and what is done about it. */
export const exceptionRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/exceptions',
    {
      schema: {
        tags: ['visibility'],
        summary: 'Open exceptions, the nearest stop first, and what partners let see of theirs',
        response: { 200: Type.Object({ exceptions: Type.Array(Exception), foreign: Type.Array(Light) }) },
      },
    },
    (request) => {
      const who = principalOf(request);
      const organisation = who.kind === 'link' ? '' : who.organisation;
      return readAs(house, who, async (tx) => ({
        exceptions: (await listExceptions(tx, organisation)) as never[],
        foreign: (await listForeignExceptions(tx, organisation)) as never[],
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
        body: Type.Object({ option: Type.Enum([...OPTION_KINDS]) }, { additionalProperties: false }),
        response: { 200: Type.Object({ eventId: text, sequence: Type.Integer() }) },
      },
    },
    async (request) => {
      const who = may.decide(principalOf(request));
      const { id } = request.params;
      const exception = await readAs(house, who, (tx) => findException(tx, who.organisation, id));
      if (!exception) return refuse('NOT_FOUND', { what: 'exception', id });
      const said = {
        id: String(request.headers['idempotency-key'] ?? randomUUID()),
        occurredAt: house.clock.instant(),
      };
      const commands = choiceCommands(exception, request.body.option, said);
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
