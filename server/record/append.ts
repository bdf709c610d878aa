import { randomBytes } from 'node:crypto';
import type { RecordedEvent } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { appendLeaves, Frontier, fromBase64, leafHash, personalHash, toBase64 } from '@intakt/ledger';
import { nodeSha256 } from '@intakt/ledger/node';
import type { Prepared } from './prepare.ts';
import type { RowSet, Tables } from './row-set.ts';
import { rowStatements, type Statement } from './write-rows.ts';

export interface Head {
  size: number;
  frontier: Frontier;
}
export interface Accepted {
  event: RecordedEvent;
  prepared: Prepared;
  entitled: string[];
}

/** The lock that makes ledger order commit order: whoever holds the head row writes next. */
export async function lockHead(tx: Transaction): Promise<Head> {
  const [row] = await tx.query<{ size: number; frontier: string[] }>(
    'select size, frontier from ledger_head where id = 1 for update',
  );
  if (!row) throw new Error('bug: the ledger has no head row');
  return {
    size: row.size,
    frontier: Frontier.fromHashes(
      nodeSha256,
      row.size,
      row.frontier.map((hash) => fromBase64(hash)!),
    ),
  };
}

/** Writes everything of the group in one statement, one round trip. */
export async function appendToLedger(
  tx: Transaction,
  head: Head,
  accepted: Accepted[],
  rows: RowSet,
  tables: Tables,
): Promise<void> {
  const salts = randomBytes(16 * accepted.length);
  const leaves = accepted.map(({ event, prepared }, i) =>
    makeLeaf(event, prepared, salts.subarray(16 * i, 16 * i + 16).toString('base64')),
  );
  const { frontier, completed } = appendLeaves(
    head.frontier,
    leaves.map((leaf) => leaf.hash),
  );
  const statements = [
    eventStatement(accepted, leaves),
    headStatement(frontier),
    ...(completed.length > 0 ? [tileStatement(completed)] : []),
    ...personalStatements(leaves, accepted),
    ...rowStatements(rows, tables),
  ];
  await tx.query(...joinStatements(statements, String(frontier.size)));
}

interface Leaf {
  body: string;
  hash: Uint8Array;
  personal?: { salt: string; data: unknown };
}

function makeLeaf(event: RecordedEvent, { command, canonicalData }: Prepared, salt: string): Leaf {
  const personal = command.personal && { salt: randomBytes(16).toString('base64'), data: command.personal };
  if (personal) event.personalHash = personalHash(nodeSha256, personal);
  const body = leafText(event, canonicalData, salt);
  return { body, hash: leafHash(nodeSha256, Buffer.from(body)), personal };
}

/**
 * The canonical JSON (RFC 8785) of event and salt, put together from its members in the order of their names,
 * because the data's canonical text is there already. A test holds it against canonicalJson.
 */
export function leafText(event: RecordedEvent, canonicalData: string, salt: string): string {
  const text = JSON.stringify;
  const optional = (name: 'causationId' | 'corrects' | 'personalHash'): string =>
    event[name] === undefined ? '' : `"${name}":${text(event[name])},`;
  return (
    `{"audience":${text(event.audience)},${optional('causationId')}"confirmed":${event.confirmed},${optional('corrects')}"data":${canonicalData},` +
    `"eventId":${text(event.eventId)},"id":${text(event.id)},"occurredAt":${text(event.occurredAt)},${optional('personalHash')}` +
    `"recordedAt":${text(event.recordedAt)},"recordedBy":${text(event.recordedBy)},"salt":${text(salt)},"sequence":${event.sequence},` +
    `"source":${text(event.source)},"statedBy":${text(event.statedBy)},"type":${text(event.type)}}`
  );
}

function eventStatement(accepted: Accepted[], leaves: Leaf[]): Statement {
  const records = accepted.map(({ event, prepared, entitled }, i) => ({
    sequence: event.sequence,
    event_id: event.eventId,
    type: event.type,
    entitled,
    sites: prepared.sites,
    content_hash: prepared.contentHash,
    leaf_hash: toBase64(leaves[i]!.hash),
    body: leaves[i]!.body,
  }));
  return {
    text: 'insert into ledger_event select * from json_populate_recordset(null::ledger_event, $1::json)',
    value: JSON.stringify(records),
  };
}

const headStatement = (frontier: Frontier): Statement => ({
  text: `update ledger_head set size = h.size, root = h.root, frontier = h.frontier from json_populate_record(null::ledger_head, $1::json) h where ledger_head.id = 1`,
  value: JSON.stringify({
    size: frontier.size,
    root: toBase64(frontier.root()),
    frontier: frontier.toHashes().map(toBase64),
  }),
});

const tileStatement = (completed: { level: number; index: number; hash: Uint8Array }[]): Statement => ({
  text: 'insert into ledger_tile select * from json_populate_recordset(null::ledger_tile, $1::json)',
  value: JSON.stringify(completed.map((tile) => ({ ...tile, hash: toBase64(tile.hash) }))),
});

function personalStatements(leaves: Leaf[], accepted: Accepted[]): Statement[] {
  const records = leaves.flatMap(({ personal }, i) => {
    const { sequence, recordedBy } = accepted[i]!.event;
    return personal
      ? [{ sequence, owner: recordedBy, person: (personal.data as { person?: string }).person, ...personal }]
      : [];
  });
  if (records.length === 0) return [];
  return [
    {
      text: 'insert into ledger_personal select * from json_populate_recordset(null::ledger_personal, $1::json)',
      value: JSON.stringify(records),
    },
  ];
}

/** Each statement becomes a common table expression; the last one wakes the other servers. */
function joinStatements(statements: Statement[], size: string): [string, string[]] {
  const parts = statements.map(({ text }, i) => `w${i} as (${text.replaceAll('$1', `$${i + 1}`)})`);
  const notify = `select pg_notify('intakt_ledger', $${statements.length + 1})`;
  return [`with ${parts.join(',\n')} ${notify}`, [...statements.map((s) => s.value), size]];
}
