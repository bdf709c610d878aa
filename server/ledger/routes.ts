import { type EventCommand, EventEnvelope, RecordOutcome } from '@intakt/contract';
import { consistencyProof, inclusionProof, makeBundle, toBase64 } from '@intakt/ledger';
import { nodeSha256 } from '@intakt/ledger/node';
import { Type } from 'typebox';
import { mayRecord } from '../access/access.ts';
import { principalOf } from '../access/authenticate.ts';
import { type House, type PlainRoutes, type Routes, readAs } from '../house.ts';
import type { RecordResult } from '../record/recorder.ts';
import { refuse } from '../refuse.ts';
import { type Signing, signHead } from './signing.ts';
import { findEvent, hashSource, type LedgerRow, listEvents, publicEvent } from './store.ts';

const Outcome = Type.Union([
  RecordOutcome,
  Type.Object({ outcome: Type.Literal('refused'), problem: Type.Object({}, { additionalProperties: true }) }),
]);
const AnyEvent = Type.Object({}, { additionalProperties: true });
const tags = ['events'];

export const ledgerRoutes =
  (signing: Signing): Routes =>
  (app, house) => {
    eventRoutes(app, house);
    oneEventRoutes(signing)(app, house);
    headRoutes(signing)(app, house);
  };

const eventRoutes: PlainRoutes = (app, house) => {
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
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ results: Type.Array(Outcome) }) },
      },
    },
    async (request) => {
      const { events, atomic } = request.body as { events: EventCommand[]; atomic?: boolean };
      const who = principalOf(request);
      for (const type of new Set(events.map((event) => event.type))) mayRecord(who, type);
      const results = await house.recorder.record({ organisation: who.organisation }, events, {
        atomic,
      });
      return { results: results.map(toAnswer) };
    },
  );

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

const oneEventRoutes =
  (signing: Signing): PlainRoutes =>
  (app, house) => {
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

    app.get(
      '/api/events/:eventId/proof',
      {
        schema: {
          tags,
          summary: 'Proof that the event is in the ledger, to be verified offline (npm run verify) or in the browser',
          params: EventIdParams,
          querystring: Type.Object({ since: Type.Optional(Type.Integer({ minimum: 1 })) }),
          response: { 200: Type.Object({}, { additionalProperties: true }) },
        },
      },
      async (request) =>
        makeProof(house, signing, await visibleEvent(house, request), (request.query as { since?: number }).since),
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

const EventIdParams = Type.Object({ eventId: Type.String({ format: 'uuid' }) });
const tree = (house: House) => ({ sha256: nodeSha256, source: hashSource(house.db) });

const toAnswer = (result: RecordResult) =>
  result.ok
    ? { eventId: result.eventId, sequence: result.sequence, outcome: result.outcome, confirmed: result.confirmed }
    : { outcome: 'refused' as const, problem: result.refusal.toProblem() };

async function visibleEvent(
  house: House,
  request: { params: unknown } & Parameters<typeof principalOf>[0],
): Promise<LedgerRow> {
  const { eventId } = request.params as { eventId: string };
  const row = await readAs(house, principalOf(request), (tx) => findEvent(tx, eventId));
  return row ?? refuse('NOT_FOUND', { what: 'event', id: eventId });
}

async function makeProof(house: House, signing: Signing, row: LedgerRow, since?: number) {
  const { size, note } = await signHead(house.db, house.clock, signing);
  const { salt, ...event } = JSON.parse(row.body) as { salt: string };
  const index = row.sequence - 1;
  const inclusion = await inclusionProof({ index, treeSize: size }, tree(house));
  return makeBundle({
    event,
    salt,
    index,
    checkpoint: note,
    inclusion,
    earlier: since ? await earlierProof(house, since, size) : undefined,
  });
}

async function earlierProof(house: House, since: number, size: number) {
  const [earlier] = await house.db.system((tx) =>
    tx.query<{ size: number; note: string }>(
      'select size, note from checkpoint where size >= $1 and size <= $2 order by size limit 1',
      [since, size],
    ),
  );
  if (!earlier) return undefined;
  return {
    checkpoint: earlier.note,
    consistency: await consistencyProof({ oldSize: earlier.size, newSize: size }, tree(house)),
  };
}
