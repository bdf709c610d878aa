import { randomBytes } from 'node:crypto';
import type { RecordedEvent } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { appendLeaves, Frontier, fromBase64, personalHash, type TileHash, toBase64 } from '@intakt/ledger';
import { leafHashOfText, nodeSha256 } from '@intakt/ledger/node';
import { Mixtures, type Part } from './mixtures.ts';
import type { Prepared } from './prepare.ts';
import type { RowSet, Tables } from './row-set.ts';
import { arrayLiteral, IF_HEAD_MOVED, rowParts } from './write-rows.ts';

export interface Head {
  size: number;
  frontier: Frontier;
}
export interface Accepted {
  event: RecordedEvent;
  prepared: Prepared;
  entitled: string[];
}

/** A group's one statement. Its answer is a row where it has written, and none where the ledger had another head. */
export interface Write {
  text: string;
  values: (string | null)[];
  /** What the head is then. */
  head: Head;
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

/** The frontier is the tree: two heads that are the same have the same events before them. */
export const isSameHead = (a: Head, b: Head): boolean => a.size === b.size && hashesOf(a) === hashesOf(b);

const hashesOf = ({ frontier }: Head): string => arrayLiteral(frontier.toHashes().map(toBase64));

/** A row if the ledger's head is the given one. */
export const headIsStill = (db: Pick<Transaction, 'kept'>, head: Head): Promise<unknown[]> =>
  db.kept('select 1 from ledger_head where id = 1 and size = $1::bigint and frontier = $2::text[]', [
    String(head.size),
    hashesOf(head),
  ]);

/** A multiple of three bytes, so that the salts of a group are pieces of one Base64 text. */
const SALT_BYTES = 18;
const SALT_LENGTH = (SALT_BYTES / 3) * 4;

/** Everything of the group in one statement, one round trip. */
export function writeGroup(from: Head, accepted: Accepted[], rows: RowSet, tables: Tables): Write {
  const salts = randomBytes(SALT_BYTES * accepted.length).toString('base64');
  const leaves = accepted.map(({ event, prepared }, i) =>
    makeLeaf(event, prepared, salts.slice(SALT_LENGTH * i, SALT_LENGTH * (i + 1))),
  );
  const { frontier, completed } = appendLeaves(
    from.frontier,
    leaves.map((leaf) => leaf.hash),
  );
  const head = { size: frontier.size, frontier };
  const { text, values } = WRITES.statement([
    ...(completed.length > 0 ? [tilePart(completed)] : []),
    ...personalParts(leaves, accepted),
    ...rowParts(rows.changes(), tables),
  ]);
  return { text, values: [...headValues(from, head), ...eventColumns(accepted, leaves), ...values], head };
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
  return { body, hash: leafHashOfText(body), personal };
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

/** Takes the lock, moves the head, and is empty where another server has moved it before: then nothing is written. */
const HEAD_TEXT = `update ledger_head set size = $1::bigint, root = $2, frontier = $3::text[]
  where id = 1 and size = $4::bigint and frontier = $5::text[] returning size`;

const headValues = (from: Head, to: Head): string[] => [
  String(to.size),
  toBase64(to.frontier.root()),
  hashesOf(to),
  String(from.size),
  hashesOf(from),
];

/**
 * The new ledger rows column by column, each column one text: neither side has to escape the bodies in a body.
 * The sequence is the head's size before and the place in the list.
 */
const EVENT_TEXT = `insert into ledger_event (sequence, event_id, type, entitled, sites, content_hash, leaf_hash, body)
  select $4::bigint + e.place, e.event_id::uuid, e.type, string_to_array(e.entitled, ','), string_to_array(coalesce(e.sites, ''), ','), e.content_hash, e.leaf_hash, e.body
  from unnest(${[6, 7, 8, 9, 10, 11, 12].map((n) => `string_to_array($${n}, E'\\x1e')`).join(', ')})
    with ordinality as e(event_id, type, entitled, sites, content_hash, leaf_hash, body, place) where ${IF_HEAD_MOVED}`;
const FIXED_VALUES = 12;

function eventColumns(accepted: Accepted[], leaves: Leaf[]): string[] {
  const column = (value: (one: Accepted, i: number) => string): string => accepted.map(value).join(BETWEEN);
  return [
    column(({ event }) => event.eventId),
    column(({ event }) => event.type),
    column(({ entitled }) => entitled.join(',')),
    column(({ prepared }) => prepared.sites.join(',')),
    column(({ prepared }) => prepared.contentHash),
    column((_, i) => toBase64(leaves[i]!.hash)),
    column((_, i) => leaves[i]!.body),
  ];
}

const tilePart = (completed: TileHash[]): Part => ({
  slot: 'tile',
  text: `insert into ledger_tile select * from json_populate_recordset(null::ledger_tile, $1::json) where ${IF_HEAD_MOVED}`,
  values: [JSON.stringify(completed.map((tile) => ({ ...tile, hash: toBase64(tile.hash) })))],
});

function personalParts(leaves: Leaf[], accepted: Accepted[]): Part[] {
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
      text: `insert into ledger_personal select * from json_populate_recordset(null::ledger_personal, $1::json) where ${IF_HEAD_MOVED}`,
      values: [JSON.stringify(records)],
    },
  ];
}

/** Each part becomes a common table expression; the last one wakes the other servers. */
const WRITES = new Mixtures(
  (texts) =>
    `with head as (${HEAD_TEXT}), events as (${EVENT_TEXT})${texts.map((text, i) => `, w${i} as (${text})`).join('')}
    select pg_notify('intakt_ledger', size::text) from head`,
  { fixedValues: FIXED_VALUES },
);
