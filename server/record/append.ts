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

/**
 * The lock that makes ledger order commit order: whoever holds the head row writes next. Statements that are planned
 * once are often planned while a table is still small; here every look-up is by key, so none may be planned as a scan,
 * and no value of theirs is worth a plan of its own.
 */
export async function lockHead(tx: Transaction): Promise<Head> {
  const [row] = await tx.query<{ size: number; frontier: string[] }>(
    'set local enable_seqscan = off; set local plan_cache_mode = force_generic_plan; select size, frontier from ledger_head where id = 1 for update',
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
    headStatement(frontier),
    ...(completed.length > 0 ? [tileStatement(completed)] : []),
    ...personalStatements(leaves, accepted),
    ...rowStatements(rows, tables),
  ];
  await tx.kept(...joinStatements(statements, eventColumns(accepted, leaves, head.size), String(frontier.size)));
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

/** Stands between the values of a column; JSON text and ids never hold it as a character. */
const BETWEEN = '\u001e';

/**
 * The new ledger rows column by column, each column one text: neither side has to escape the bodies in a body.
 * The sequence is the head's size and the place in the list.
 */
const EVENT_TEXT = `insert into ledger_event (sequence, event_id, type, entitled, sites, content_hash, leaf_hash, body)
  select $1::bigint + e.place, e.event_id::uuid, e.type, string_to_array(e.entitled, ','), string_to_array(coalesce(e.sites, ''), ','), e.content_hash, e.leaf_hash, e.body
  from unnest(${[2, 3, 4, 5, 6, 7, 8].map((n) => `string_to_array($${n}, E'\\x1e')`).join(', ')})
    with ordinality as e(event_id, type, entitled, sites, content_hash, leaf_hash, body, place)`;
const EVENT_VALUES = 8;

function eventColumns(accepted: Accepted[], leaves: Leaf[], size: number): string[] {
  const column = (value: (one: Accepted, i: number) => string): string => accepted.map(value).join(BETWEEN);
  return [
    String(size),
    column(({ event }) => event.eventId),
    column(({ event }) => event.type),
    column(({ entitled }) => entitled.join(',')),
    column(({ prepared }) => prepared.sites.join(',')),
    column(({ prepared }) => prepared.contentHash),
    column((_, i) => toBase64(leaves[i]!.hash)),
    column((_, i) => leaves[i]!.body),
  ];
}

const headStatement = (frontier: Frontier): Statement => ({
  slot: 'head',
  text: `update ledger_head set size = h.size, root = h.root, frontier = h.frontier from json_populate_recordset(null::ledger_head, $1::json) h where ledger_head.id = 1`,
  value: JSON.stringify([
    { size: frontier.size, root: toBase64(frontier.root()), frontier: frontier.toHashes().map(toBase64) },
  ]),
});

const tileStatement = (completed: { level: number; index: number; hash: Uint8Array }[]): Statement => ({
  slot: 'tile',
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
      slot: 'personal',
      text: 'insert into ledger_personal select * from json_populate_recordset(null::ledger_personal, $1::json)',
      value: JSON.stringify(records),
    },
  ];
}

/** Slots that a group of this process has used, with their texts: there are as many as tables, not as mixtures of tables. */
const slots = new Map<string, string>();

/**
 * Each statement becomes a common table expression; the last one wakes the other servers. Slots that this group
 * does not need run on no rows, so that the text stays the same and is planned once.
 */
function joinStatements(statements: Statement[], events: string[], size: string): [string, string[]] {
  for (const { slot, text } of statements) slots.set(slot, text);
  const values = new Map(statements.map(({ slot, value }) => [slot, value]));
  const first = EVENT_VALUES + 1;
  const parts = [...slots.values()].map((text, i) => `w${i} as (${text.replaceAll('$1', `$${first + i}`)})`);
  const notify = `select pg_notify('intakt_ledger', $${first + slots.size})`;
  const rows = [...slots.keys()].map((slot) => values.get(slot) ?? '[]');
  return [`with events as (${EVENT_TEXT}), ${parts.join(', ')} ${notify}`, [...events, ...rows, size]];
}
