import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { CHANGED_CHANNEL } from '../../feed/feed-hub.ts';
import type { AskedName, Direction } from './aspects.ts';
import { withoutNulls } from '../gaps.ts';

export interface UpdateRequest {
  id: string;
  /** Who asks, and who is asked. */
  owner: Id;
  partner: Id;
  aspect: AskedName;
  /** The part, or the capacity group. */
  part: Id;
  direction?: Direction;
  note?: string;
  requestedAt: Instant;
  answeredAt?: Instant;
}

const COLUMNS = `id, owner, partner, aspect, part, direction, note, requested_at as "requestedAt", answered_at as "answeredAt"`;

/** Who is asked already and has not answered is not asked twice. */
export async function insertRequests(
  tx: Transaction,
  requests: UpdateRequest[],
  by: Id | undefined,
): Promise<UpdateRequest[]> {
  const kept: UpdateRequest[] = [];
  for (const { id, owner, partner, aspect, part, direction, note, requestedAt } of requests) {
    const values = [id, owner, partner, aspect, part, direction ?? null, note ?? null, by ?? null, requestedAt];
    await tx.query(
      `insert into update_request (id, owner, partner, aspect, part, direction, note, requested_by, requested_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      values,
    );
    const [open] = await tx.query<UpdateRequest>(
      `select ${COLUMNS} from update_request where owner = $1 and partner = $2 and aspect = $3 and part = $4
         and direction is not distinct from $5 and answered_at is null`,
      [owner, partner, aspect, part, direction ?? null],
    );
    kept.push(withoutNulls(open!));
  }
  await tellChanged(tx, kept);
  return kept;
}

export async function selectRequests(tx: Transaction, { openOnly }: { openOnly: boolean }): Promise<UpdateRequest[]> {
  const rows = await tx.query<UpdateRequest>(
    `select ${COLUMNS} from update_request where not $1::boolean or answered_at is null order by requested_at desc, id limit 500`,
    [openOnly],
  );
  return rows.map(withoutNulls);
}

export interface Answer {
  owner: Id;
  partner: Id;
  aspect: AskedName;
  part: Id;
  direction: Direction | undefined;
  at: Instant;
}

/** The statement that was asked for has come. */
export async function closeRequests(
  tx: Transaction,
  { owner, partner, aspect, part, direction, at }: Answer,
): Promise<void> {
  const closed = await tx.query<UpdateRequest>(
    `update update_request set answered_at = $6 where owner = $1 and partner = $2 and aspect = $3 and part = $4
       and direction is not distinct from $5 and answered_at is null returning ${COLUMNS}`,
    [owner, partner, aspect, part, direction ?? null, at],
  );
  await tellChanged(tx, closed);
}

/** Who is asked says that what stands is still so; undefined where nothing open was asked of it. */
export async function confirmStanding(
  tx: Transaction,
  { id, partner, at }: { id: string; partner: Id; at: Instant },
): Promise<UpdateRequest | undefined> {
  const closed = await tx.query<UpdateRequest>(
    `update update_request set answered_at = $3 where id = $1 and partner = $2 and answered_at is null returning ${COLUMNS}`,
    [id, partner, at],
  );
  await tellChanged(tx, closed);
  return closed.map(withoutNulls)[0];
}

/** Open screens and systems of both sides ask again once this has committed. */
async function tellChanged(tx: Transaction, requests: UpdateRequest[]): Promise<void> {
  const organisations = [...new Set(requests.flatMap(({ owner, partner }) => [owner, partner]))];
  if (organisations.length > 0)
    await tx.query('select pg_notify($1, $2)', [
      CHANGED_CHANNEL,
      JSON.stringify({ organisations, topic: 'update-requests' }),
    ]);
}
