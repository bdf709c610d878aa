import {
  consistencyProof,
  formatTlogProof,
  inclusionProof,
  leafHash,
  makeBundle,
  type OpenBundle,
  signReceipt,
} from '@intakt/ledger';
import { nodeSha256 } from '@intakt/ledger/node';
import { Type } from 'typebox';
import { principalOf } from '../access/authenticate.ts';
import { type House, type PlainRoutes, readAs } from '../house.ts';
import type { RecordResult } from '../record/recorder.ts';
import { refuse } from '../refuse.ts';
import { type Signing, signHead } from './signing.ts';
import { findEvent, findEvents, hashSource, type LedgerRow } from './store.ts';
import { cosignedCheckpoint } from './witnesses.ts';

const tags = ['events'];
export const EventIdParams = Type.Object({ eventId: Type.String({ format: 'uuid' }) });
export const tree = (house: House) => ({ sha256: nodeSha256, source: hashSource(house.db) });

/** What a partner keeps of an event to hold against the log later. */
export const proofRoutes =
  (signing: Signing): PlainRoutes =>
  (app, house) => {
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
        makeBundle(
          await openProof(
            house,
            signing,
            await visibleEvent(house, request),
            (request.query as { since?: number }).since,
          ),
        ),
    );

    app.get(
      '/api/events/:eventId/tlog-proof',
      {
        schema: {
          tags,
          summary: 'The same proof as a C2SP tlog-proof file, the event itself within it',
          params: EventIdParams,
          response: { 200: Type.String() },
        },
      },
      async (request, reply) => {
        const row = await visibleEvent(house, request);
        reply.header('content-disposition', `attachment; filename="${row.event_id}.tlog-proof"`);
        return reply.type('text/plain; charset=utf-8').send(formatTlogProof(await openProof(house, signing, row)));
      },
    );

    app.get(
      '/api/events/:eventId/receipt',
      {
        schema: {
          tags,
          summary: "The log's signed word that it took the event in, to hold against it later",
          params: EventIdParams,
          response: { 200: Type.String() },
        },
      },
      async (request, reply) => {
        const row = await visibleEvent(house, request);
        return reply.type('text/plain; charset=utf-8').send(await receiptOf(signing, row));
      },
    );
  };

/** The event, if the caller may see it. */
export async function visibleEvent(
  house: House,
  request: { params: unknown } & Parameters<typeof principalOf>[0],
): Promise<LedgerRow> {
  const { eventId } = request.params as { eventId: string };
  const row = await readAs(house, principalOf(request), (tx) => findEvent(tx, eventId));
  return row ?? refuse('NOT_FOUND', { what: 'event', id: eventId });
}

async function openProof(house: House, signing: Signing, row: LedgerRow, since?: number): Promise<OpenBundle> {
  const { size, note } =
    (await cosignedCheckpoint(house.db, row.sequence)) ?? (await signHead(house.db, house.clock, signing));
  const { salt, ...event } = JSON.parse(row.body) as { salt: string };
  const index = row.sequence - 1;
  const inclusion = await inclusionProof({ index, treeSize: size }, tree(house));
  const earlier = since ? await earlierProof(house, since, size) : undefined;
  return { event, salt, index, checkpoint: note, inclusion, earlier };
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

/** Receipts by event id; who has just said an event may read it. */
export async function receiptsOf(
  house: House,
  signing: Signing,
  results: RecordResult[],
): Promise<Map<string, string>> {
  const ids = results.flatMap((result) => (result.ok ? [result.eventId] : []));
  const rows = await house.db.system((tx) => findEvents(tx, ids));
  return new Map(await Promise.all(rows.map(async (row) => [row.event_id, await receiptOf(signing, row)] as const)));
}

/** The body is the leaf, byte for byte. */
function receiptOf({ origin, signer }: Signing, { event_id: eventId, sequence, body }: LedgerRow): Promise<string> {
  const { recordedAt } = JSON.parse(body) as { recordedAt: string };
  const leaf = leafHash(nodeSha256, Buffer.from(body, 'utf8'));
  return signReceipt({ origin, eventId, index: sequence - 1, leafHash: leaf, recordedAt }, signer);
}
