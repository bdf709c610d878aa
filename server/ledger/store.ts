import type { RecordedEvent } from '@intakt/contract';
import type { Database, Transaction } from '@intakt/database';
import { fromBase64, type HashSource } from '@intakt/ledger';

export interface LedgerRow {
  sequence: number;
  event_id: string;
  type: string;
  body: string;
}

/** Hashes alone tell nothing; proofs may therefore read them for every sequence. */
export const hashSource =
  (db: Database): HashSource =>
  async (level, first, count) => {
    const rows = await db.system((tx) =>
      level === 0
        ? tx.query<{ hash: string }>(
            'select leaf_hash as hash from ledger_event where sequence > $1 and sequence <= $2 order by sequence',
            [first, first + count],
          )
        : tx.query<{ hash: string }>(
            'select hash from ledger_tile where level = $1 and index >= $2 and index < $3 order by index',
            [level, first, first + count],
          ),
    );
    return rows.map(({ hash }) => fromBase64(hash)!);
  };

export async function findEvent(tx: Transaction, eventId: string): Promise<LedgerRow | undefined> {
  const [row] = await tx.query<LedgerRow>(
    'select sequence, event_id, type, body from ledger_event where event_id = $1',
    [eventId],
  );
  return row;
}

export const findEvents = (tx: Transaction, eventIds: string[]): Promise<LedgerRow[]> =>
  tx.query<LedgerRow>('select sequence, event_id, type, body from ledger_event where event_id = any($1::uuid[])', [
    eventIds,
  ]);

export function listEvents(
  tx: Transaction,
  { after, limit, types, newestFirst }: { after: number; limit: number; types?: string[]; newestFirst: boolean },
): Promise<LedgerRow[]> {
  const order = newestFirst ? 'desc' : 'asc';
  return tx.query<LedgerRow>(
    `select sequence, event_id, type, body from ledger_event where sequence > $1 and ($2::text[] is null or type = any($2)) order by sequence ${order} limit $3`,
    [after, types ?? null, limit],
  );
}

/** An event without its leaf salt, as partners see it. */
export function publicEvent(row: Pick<LedgerRow, 'body'>): RecordedEvent {
  const { salt: _salt, ...event } = JSON.parse(row.body) as RecordedEvent & { salt: string };
  return event;
}

export async function newestCheckpoint(
  tx: Transaction,
  atLeast = 0,
): Promise<{ size: number; note: string } | undefined> {
  const [row] = await tx.query<{ size: number; note: string }>(
    'select size, note from checkpoint where size >= $1 order by size desc limit 1',
    [atLeast],
  );
  return row;
}
