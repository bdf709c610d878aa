import type { Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { refuse } from '../../refuse.ts';
import { type Condition, conditionsOf, type ParameterValue } from './parameters.ts';
import type { StoredEvent } from './store.ts';

export interface Found extends StoredEvent {
  /** Order of capture within the owner. */
  number: number;
}
export interface EventQuery {
  conditions: Condition[];
  order: { column: 'event_time' | 'record_time'; descending: boolean };
  /** At most so many on all pages together. */
  countLimit?: number;
  /** More than these are refused rather than cut off. */
  maxCount?: number;
}
export interface PageKey {
  at: Instant;
  id: string;
  /** How many have been given on the pages before. */
  given: number;
}

/** The parameters of SimpleEventQuery (EPCIS 2.0, section 8.2.7.1) as a query. */
export function readQuery(parameters: Record<string, ParameterValue>): EventQuery {
  const { orderBy, orderDirection, eventCountLimit, maxEventCount } = parameters;
  if (eventCountLimit !== undefined && maxEventCount !== undefined)
    refuse('INVALID', { path: 'maxEventCount', problem: 'excludes eventCountLimit', value: maxEventCount });
  const column = oneOf('orderBy', orderBy ?? 'eventTime', {
    eventTime: 'event_time',
    recordTime: 'record_time',
  } as const);
  const direction = orderDirection ?? (orderBy === undefined ? 'ASC' : 'DESC');
  return {
    conditions: conditionsOf(parameters),
    order: { column, descending: oneOf('orderDirection', direction, { ASC: false, DESC: true }) },
    countLimit: wholeNumber('eventCountLimit', eventCountLimit),
    maxCount: wholeNumber('maxEventCount', maxEventCount),
  };
}

function oneOf<T>(path: string, value: ParameterValue, choices: Record<string, T>): T {
  const text = String(value);
  if (Object.hasOwn(choices, text)) return choices[text]!;
  return refuse('INVALID', { path, problem: `must be ${Object.keys(choices).join(' or ')}`, value });
}

function wholeNumber(path: string, value: ParameterValue | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  return refuse('INVALID', { path, problem: 'must be a whole number above zero', value });
}

const COLUMNS = `id, type, event_time as "eventTime", record_time as "recordTime", biz_step as "bizStep", body, number`;

/** One page, in the query's order; row security limits it to what the reader captured. */
export async function findEvents(
  tx: Transaction,
  query: EventQuery,
  { after, limit }: { after?: PageKey; limit: number },
): Promise<Found[]> {
  await refuseTooMany(tx, query);
  const { column, descending } = query.order;
  const following: Condition[] = after
    ? [{ sql: `(${column}, id) ${descending ? '<' : '>'} ($1::timestamptz, $2::text)`, values: [after.at, after.id] }]
    : [];
  const { sql, values } = joinConditions([...query.conditions, ...following]);
  const most = query.countLimit === undefined ? limit : Math.min(limit, query.countLimit - (after?.given ?? 0));
  if (most <= 0) return [];
  const way = descending ? 'desc' : 'asc';
  return tx.query<Found>(
    `select ${COLUMNS} from epcis_event where ${sql} order by ${column} ${way}, id ${way} limit $${values.length + 1}`,
    [...values, most],
  );
}

/** What was captured of the query after a number, in the order of capture: what a subscription reports next. */
export function findCaptured(
  tx: Transaction,
  query: EventQuery,
  { owner, after, limit }: { owner: string; after: number; limit: number },
): Promise<Found[]> {
  const { sql, values } = joinConditions([
    ...query.conditions,
    { sql: 'owner = $1 and number > $2', values: [owner, after] },
  ]);
  return tx.query<Found>(
    `select ${COLUMNS} from epcis_event where ${sql} order by number limit $${values.length + 1}`,
    [...values, limit],
  );
}

async function refuseTooMany(tx: Transaction, { conditions, maxCount }: EventQuery): Promise<void> {
  if (maxCount === undefined) return;
  const { sql, values } = joinConditions(conditions);
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select 1 from epcis_event where ${sql} limit $${values.length + 1}) found`,
    [...values, maxCount + 1],
  );
  if (row!.count > maxCount) refuse('QUERY_TOO_LARGE', { limit: maxCount });
}

/** Each condition counts its values from 1; together they are numbered through. */
function joinConditions(conditions: Condition[]): Condition {
  const values: unknown[] = [];
  const parts = conditions.map((condition) => {
    const before = values.length;
    values.push(...condition.values);
    return condition.sql.replace(/\$(\d+)/g, (_, number: string) => `$${before + Number(number)}`);
  });
  return { sql: parts.length > 0 ? parts.map((part) => `(${part})`).join(' and ') : 'true', values };
}
