import type { EventType } from '@intakt/contract';
import type { House } from '../../house.ts';
import { nextTry } from '../post/backoff.ts';
import { type PostAnswer, post } from '../post/guarded-post.ts';
import { signedHeaders } from '../post/sign.ts';
import { envelopeOf } from './envelope.ts';
import {
  dueReplays,
  type Leased,
  lease,
  movePosition,
  passHead,
  postponeHead,
  prune,
  release,
  settleReplay,
  stillLeased,
  whoHasWork,
} from './store.ts';

const LEASE_SECONDS = 60;
const PAGE = 100;
const MOST_AT_ONCE = 8;
/** Standard Webhooks: who answers so wants nothing any more. */
const GONE = 410;

interface EventRow {
  sequence: number;
  eventId: string;
  type: EventType;
  body: string;
}

/** One round for every subscription with something to do, a few at a time. Returns whether any came forward. */
export async function deliverWebhooks(house: House): Promise<boolean> {
  const ids = await house.db.system((tx) => whoHasWork(tx, house.clock.instant()));
  let next = 0;
  let forward = false;
  const work = async (): Promise<void> => {
    while (next < ids.length) if (await serve(house, ids[next++]!)) forward = true;
  };
  await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, ids.length) }, work));
  return forward;
}

async function serve(house: House, id: string): Promise<boolean> {
  const subscription = await house.db.system((tx) =>
    lease(tx, { id, now: house.clock.instant(), seconds: LEASE_SECONDS }),
  );
  if (!subscription) return false;
  try {
    await replayDue(house, subscription);
    return await deliverPage(house, subscription);
  } finally {
    await house.db.system((tx) => release(tx, id));
  }
}

/**
 * The next events in ledger order; the first that fails holds up those after it until it goes through or is given up. What
 * the organisation may not see any more by then is not sent. Returns whether the position moved.
 */
async function deliverPage(house: House, subscription: Leased): Promise<boolean> {
  const [head] = await house.db.system((tx) => tx.query<{ size: number }>('select size from ledger_head'));
  const events = await readEvents(house, subscription, head!.size);
  for (const [index, event] of events.entries()) {
    if (!(await house.db.system((tx) => stillLeased(tx, subscription, LEASE_SECONDS)))) return true;
    const attempts = index === 0 ? subscription.attempts + 1 : 1;
    if (!(await deliverHead(house, subscription, { event, attempts }))) return false;
  }
  if (events.length < PAGE) await house.db.system((tx) => movePosition(tx, subscription.id, head!.size));
  await house.db.system((tx) => prune(tx, subscription.id));
  return events.length > 0;
}

/** Whether the event is done with: delivered, or a dead letter after its last try. */
async function deliverHead(
  house: House,
  subscription: Leased,
  { event, attempts }: { event: EventRow; attempts: number },
): Promise<boolean> {
  const answer = await postEvent(house, subscription, event);
  const problem = answer.ok ? undefined : answer.problem;
  const dueAt = answer.ok ? undefined : nextTry(attempts, house.clock.now());
  const active = answer.status !== GONE;
  if (problem !== undefined && (dueAt || !active)) {
    await house.db.system((tx) => postponeHead(tx, subscription, { attempts, dueAt, problem, active }));
    return false;
  }
  const { sequence, eventId, type } = event;
  const tried = { sequence, eventId, type, attempts, status: answer.status, problem, at: house.clock.instant() };
  const state = answer.ok ? 'delivered' : 'dead';
  await house.db.system((tx) => passHead(tx, { subscription, ...tried, state }));
  return true;
}

function readEvents(house: House, { organisation, position, types }: Leased, until: number): Promise<EventRow[]> {
  return house.db.as(
    { kind: 'organisation', org: organisation },
    (tx) =>
      tx.query<EventRow>(
        `select sequence, event_id as "eventId", type, body from ledger_event
         where sequence > $1 and sequence <= $2 and (cardinality($3::text[]) = 0 or type = any($3)) order by sequence limit ${PAGE}`,
        [position, until, types],
      ),
    { readOnly: true },
  );
}

function postEvent(
  house: House,
  { url, secret }: Leased,
  { eventId, body }: Pick<EventRow, 'eventId' | 'body'>,
): Promise<PostAnswer> {
  const letter = JSON.stringify(envelopeOf(body, house.config.origin));
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    ...signedHeaders(secret, { id: eventId, at: new Date(house.clock.now()), body: letter }),
  };
  return post({ url, headers, body: letter }, house.config.privateTargets);
}

/** Dead letters that a person sent again go beside the order, which they have lost already. */
async function replayDue(house: House, subscription: Leased): Promise<void> {
  const due = await house.db.system((tx) => dueReplays(tx, subscription.id, house.clock.instant()));
  for (const delivery of due) {
    const body = await readBody(house, subscription, delivery.eventId);
    const answer: PostAnswer = body
      ? await postEvent(house, subscription, { eventId: delivery.eventId, body })
      : { ok: false, problem: 'The event is not shared with this organisation any more.' };
    const attempts = delivery.attempts + 1;
    const dueAt = answer.ok || !body ? undefined : nextTry(attempts, house.clock.now());
    const state = answer.ok ? 'delivered' : dueAt ? 'waiting' : 'dead';
    const problem = answer.ok ? undefined : answer.problem;
    const outcome = { state, attempts, status: answer.status, problem, dueAt, at: house.clock.instant() } as const;
    await house.db.system((tx) => settleReplay(tx, delivery, outcome));
  }
}

export async function readBody(
  house: House,
  { organisation }: { organisation: string },
  eventId: string,
): Promise<string | undefined> {
  const rows = await house.db.as(
    { kind: 'organisation', org: organisation },
    (tx) => tx.query<{ body: string }>('select body from ledger_event where event_id = $1', [eventId]),
    { readOnly: true },
  );
  return rows[0]?.body;
}
