import { type EventCommand, EventEnvelope, RecordOutcome } from '@intakt/contract';
import { consistencyProof, toBase64 } from '@intakt/ledger';
import { Type } from 'typebox';
import { mayRecord } from '../access/access.ts';
import { principalOf } from '../access/authenticate.ts';
import { type PlainRoutes, type Routes, readAs } from '../house.ts';
import type { RecordResult } from '../record/recorder.ts';
import { refuse } from '../refuse.ts';
import { EventIdParams, proofRoutes, receiptsOf, tree, visibleEvent } from './proof-routes.ts';
import { type Signing, signHead } from './signing.ts';
import { listEvents, publicEvent } from './store.ts';
import { tileRoutes } from './tile-routes.ts';

const Outcome = Type.Union([
  Type.Interface([RecordOutcome], { receipt: Type.Optional(Type.String()) }),
  Type.Object({ outcome: Type.Literal('refused'), problem: Type.Object({}, { additionalProperties: true }) }),
]);
const AnyEvent = Type.Object({}, { additionalProperties: true });
const tags = ['events'];

export const ledgerRoutes =
  (signing: Signing): Routes =>
  (app, house) => {
    eventRoutes(signing)(app, house);
    listRoutes(app, house);
    oneEventRoutes(app, house);
    proofRoutes(signing)(app, house);
    headRoutes(signing)(app, house);
    tileRoutes(signing)(app, house);
  };

const eventRoutes =
  (signing: Signing): PlainRoutes =>
  (app, house) => {
    app.post(
      '/api/events',
      {
        schema: {
          tags,
          summary: 'Record events as this organisation; each is answered on its own, or all together when atomic',
          body: Type.Object(
            {
              events: Type.Array(EventEnvelope, { minItems: 1, maxItems: 2000 }),
              atomic: Type.Optional(Type.Boolean()),
              receipts: Type.Optional(
                Type.Boolean({ description: 'Answer each event that was taken in with a signed receipt' }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object({ results: Type.Array(Outcome) }) },
        },
      },
      async (request) => {
        const { events, atomic, receipts } = request.body as {
          events: EventCommand[];
          atomic?: boolean;
          receipts?: boolean;
        };
        const who = principalOf(request);
        for (const type of new Set(events.map((event) => event.type))) mayRecord(who, type);
        const results = await house.recorder.record({ organisation: who.organisation }, events, {
          atomic,
        });
        const signed = receipts ? await receiptsOf(house, signing, results) : new Map<string, string>();
        return {
          results: results.map((result) => ({
            ...toAnswer(result),
            ...(result.ok && receipts && { receipt: signed.get(result.eventId) }),
          })),
        };
      },
    );
  };

const listRoutes: PlainRoutes = (app, house) => {
  app.get(
    '/api/events',
    {
      schema: {
        tags,
        summary: 'Events of the ledger that this partner may see, in ledger order',
        querystring: Type.Object({
          after: Type.Optional(Type.Integer({ minimum: 0 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
          type: Type.Optional(Type.String()),
          order: Type.Optional(Type.Enum(['oldest', 'newest'])),
        }),
        response: { 200: Type.Object({ events: Type.Array(AnyEvent), next: Type.Optional(Type.Integer()) }) },
      },
    },
    async (request) => {
      const {
        after = 0,
        limit = 100,
        type,
        order,
      } = request.query as { after?: number; limit?: number; type?: string; order?: string };
      const rows = await readAs(house, principalOf(request), (tx) =>
        listEvents(tx, { after, limit, types: type?.split(','), newestFirst: order === 'newest' }),
      );
      return {
        events: rows.map(publicEvent),
        next: order !== 'newest' && rows.length === limit ? rows.at(-1)!.sequence : undefined,
      };
    },
  );
};

const oneEventRoutes: PlainRoutes = (app, house) => {
  app.get(
    '/api/events/:eventId',
    {
      schema: {
        tags,
        summary: 'One event, with the message it came from',
        params: EventIdParams,
        response: { 200: Type.Object({ event: AnyEvent, inbox: Type.Optional(Type.String()) }) },
      },
    },
    async (request) => {
      const event = publicEvent(await visibleEvent(house, request));
      return {
        event,
        inbox: event.causationId?.startsWith('inbox:') ? event.causationId.slice('inbox:'.length) : undefined,
      };
    },
  );
};

const headRoutes =
  (signing: Signing): PlainRoutes =>
  (app, house) => {
    app.get(
      '/api/ledger/checkpoint',
      {
        schema: { tags, summary: 'Signed head of the ledger (C2SP tlog-checkpoint)', response: { 200: Type.String() } },
      },
      async (_request, reply) => {
        const { note } = await signHead(house.db, house.clock, signing);
        return reply.type('text/plain; charset=utf-8').send(note);
      },
    );

    app.get(
      '/api/ledger/key',
      {
        schema: {
          tags,
          summary: 'Verifier keys of the ledger, the current one first',
          response: { 200: Type.String() },
        },
      },
      async (_request, reply) => reply.type('text/plain; charset=utf-8').send(`${signing.verifierKeys.join('\n')}\n`),
    );

    app.get(
      '/api/ledger/consistency',
      {
        schema: {
          tags,
          summary: 'Proof that the ledger only grew between two sizes',
          querystring: Type.Object({ from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) }),
          response: {
            200: Type.Object({ from: Type.Integer(), to: Type.Integer(), proof: Type.Array(Type.String()) }),
          },
        },
      },
      async (request) => {
        const { from, to } = request.query as { from: number; to: number };
        const { size } = await signHead(house.db, house.clock, signing);
        if (from > to || to > size)
          return refuse('INVALID', {
            path: 'from, to',
            problem: `must satisfy 1 ≤ from ≤ to ≤ ${size}`,
            value: `${from}, ${to}`,
          });
        return { from, to, proof: (await consistencyProof({ oldSize: from, newSize: to }, tree(house))).map(toBase64) };
      },
    );
  };

const toAnswer = (result: RecordResult) =>
  result.ok
    ? { eventId: result.eventId, sequence: result.sequence, outcome: result.outcome, confirmed: result.confirmed }
    : { outcome: 'refused' as const, problem: result.refusal.toProblem() };
